"""What the address of the page of incidents asks: its filters, its order, its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, cast, get_args
from urllib.parse import urlencode

from dateline.codebook import Codebook
from dateline.errors import InputError
from dateline.ledger.finding import Filter, Order
from dateline.model import Field, Status
from dateline.wording.asking import country_code, day, order_of, type_names


class Params(Protocol):
    """The parameters of an address."""

    def getlist(self, key: str) -> Sequence[str]:
        """Every value of a key."""


@dataclass(frozen=True, slots=True)
class Question:
    """The filters as they were given; empty where nothing is asked."""

    since: str = ""
    until: str = ""
    undated: bool = False
    country: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    field: str = ""
    text: str = ""
    source: str = ""
    sort: str = "-date"
    page: int = 1

    def address(self, *, page: int = 1, sort: str | None = None) -> str:
        """The query of a page of the same filters, without what is as it would be anyway."""
        told = replace(self, page=page, sort=sort or self.sort)
        pairs: list[tuple[str, str]] = []
        for name in ("since", "until", "country", "type", "status", "field", "text", "source"):
            given = getattr(told, name)
            pairs += [(name, each) for each in ((given,) if isinstance(given, str) else given) if each]
        pairs += [("undated", "1")] * told.undated
        pairs += [("sort", told.sort)] * (told.sort != "-date")
        pairs += [("page", str(told.page))] * (told.page != 1)
        return urlencode(pairs)

    def within(self, since: str, until: str) -> str:
        """The query of the same filters in other days."""
        return replace(self, since=since, until=until).address()

    @property
    def asks(self) -> int:
        """How many filters are set."""
        told = (self.since, self.until, self.country, self.type, self.status, self.field, self.text)
        return sum(map(bool, (*told, self.source)))


def question_of(params: Params) -> Question:
    """The question of an address; what is left empty in a form asks nothing."""

    def last(key: str) -> str:
        return next((value.strip() for value in reversed(params.getlist(key)) if value.strip()), "")

    def every(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value.strip() for value in params.getlist(key) if value.strip()))

    number = last("page")
    return Question(
        since=last("since"),
        until=last("until"),
        undated=bool(last("undated")),
        country=every("country"),
        type=every("type"),
        status=every("status"),
        field=last("field"),
        text=last("text"),
        source=last("source"),
        sort=last("sort") or "-date",
        page=int(number) if number.isascii() and number.isdigit() and 0 < len(number) < 7 else 1,
    )


def filter_of(question: Question, codebook: Codebook) -> tuple[Filter, Order]:
    """What the question means.

    Raises:
        InputError: a date, country, type, status, field or order that is none; days the wrong way round.
    """
    since = day(question.since, "first") if question.since else None
    until = day(question.until, "last") if question.until else None
    if since and until and since > until:
        raise InputError(f"from {since} is after until {until}: no day is both.")
    types = codebook.event_types
    wanted = Filter(
        since,
        until,
        undated=question.undated,
        countries=frozenset(country_code(each, codebook.countries) for each in question.country),
        types=frozenset(name for each in question.type for name in type_names(each, types)),
        statuses=frozenset(_status(each) for each in question.status),
        field=_field(question.field) if question.field else None,
        words=tuple(question.text.split()),
        source=question.source or None,
    )
    return wanted, order_of(question.sort)


def _status(given: str) -> Status:
    for each in get_args(Status):
        if each == given:
            return cast(Status, each)
    raise InputError(f"there is no status {given!r}. Known are {', '.join(get_args(Status))}.")


def _field(given: str) -> Field:
    for each in get_args(Field):
        if each == given:
            return cast(Field, each)
    raise InputError(f"there is no field {given!r}. Known are {', '.join(get_args(Field))}.")
