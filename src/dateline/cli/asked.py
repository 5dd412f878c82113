"""Which incidents a command is about: its filter options, and the filter that they make."""

from __future__ import annotations

import calendar
import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Literal, TypedDict, TypeVar, get_args

import click

from dateline.codebook import Codebook
from dateline.codebook.countries import Countries
from dateline.codebook.event_types import EventTypes
from dateline.ledger.finding import Filter, Order, SortKey
from dateline.model import Field, Status

F = TypeVar("F", bound=Callable[..., Any])

SORTS = [f"{sign}{key}" for key in get_args(SortKey) for sign in ("", "-")]
DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Asked(TypedDict):
    """The filter options as click hands them over."""

    since: date | None
    until: date | None
    undated: bool
    country: tuple[str, ...]
    type: tuple[str, ...]
    status: tuple[Status, ...]
    field: Field | None
    text: str | None
    source: str | None
    sort: str


class Day(click.ParamType[date]):
    """A day, or the first or last one of a month or year: 2020-01-08, 2020-01, 2020."""

    name = "date"

    def __init__(self, end: Literal["first", "last"]) -> None:
        self._end = end

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that the words mean."""
        told = DAY.fullmatch(str(value))
        try:
            if told is None:
                raise ValueError("no date")
            year, month, day = (int(part) if part else None for part in told.groups())
            assert year is not None
            last = self._end == "last"
            month = month or (12 if last else 1)
            return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
        except ValueError:
            self.fail(f"{value!r} is no date such as 2020-01-08, 2020-01 or 2020.", param, ctx)


def filter_options(command: F) -> F:
    """Give a command the options of ``Asked``."""
    for option in reversed(
        (
            click.option("--since", type=Day("first"), help="Incidents on or after this day."),
            click.option("--until", type=Day("last"), help="Incidents on or before this day."),
            click.option("--undated", is_flag=True, help="With a date: those of unknown date, too."),
            click.option("--country", multiple=True, help="Country, by name or two-letter code."),
            click.option("--type", multiple=True, help="Type, with all its finer types: attack, bombing ..."),
            click.option("--status", multiple=True, type=click.Choice(get_args(Status)), help="Of a field."),
            click.option(
                "--field", type=click.Choice(get_args(Field)), metavar="FIELD", help="The field of --status."
            ),
            click.option("--text", help="Words in names, places, sentences; all of them must be there."),
            click.option("--source", help="Who says it, or who published it; a part of the name will do."),
            click.option(
                "--sort",
                type=click.Choice(SORTS),
                default="-date",
                show_default=True,
                metavar="KEY",
                help="date, killed, reports or place; with a - in front, the largest first.",
            ),
        )
    ):
        command = option(command)
    return command


def filter_of(asked: Asked, codebook: Codebook) -> tuple[Filter, Order]:
    """What the options ask for.

    Raises:
        click.UsageError: a country or type that the codebook does not know; dates the wrong way round.
    """
    since, until = asked["since"], asked["until"]
    if since and until and since > until:
        raise click.UsageError(f"--since {since} is after --until {until}: no day is both.")
    wanted = Filter(
        since,
        until,
        undated=asked["undated"],
        countries=frozenset(_country(given, codebook.countries) for given in asked["country"]),
        types=frozenset(name for given in asked["type"] for name in _types(given, codebook.event_types)),
        statuses=frozenset(asked["status"]),
        field=asked["field"],
        words=tuple((asked["text"] or "").split()),
        source=asked["source"] or None,
    )
    key: SortKey = next(key for key in get_args(SortKey) if key == asked["sort"].removeprefix("-"))
    return wanted, Order(key, asked["sort"].startswith("-"))


def _country(given: str, countries: Countries) -> str:
    code = given.upper()
    if code in countries.by_code:
        return code
    named = {name: each.code for each in countries.all for name in (*each.names, each.name)}
    codes = {name.casefold(): code for name, code in named.items()}
    if given.casefold() not in codes:
        raise click.UsageError(f"there is no country {given!r}.{_meant(given, named)}")
    return codes[given.casefold()]


def _types(given: str, types: EventTypes) -> frozenset[str]:
    """The type of that name and all below it."""
    names = {each.name for each in types.type}
    if given.casefold() not in names:
        known = f" Known are {', '.join(sorted(names))}."
        raise click.UsageError(f"there is no type {given!r}.{_meant(given, names) or known}")
    found, below = frozenset[str](), frozenset((given.casefold(),))
    while below:
        found |= below
        below = frozenset(each.name for each in types.type if each.parent in below) - found
    return found


def _meant(given: str, names: Iterable[str]) -> str:
    by_case = {name.casefold(): name for name in names}
    held = [name for folded, name in by_case.items() if given.casefold().removesuffix("s") in folded]
    spelt = [by_case[each] for each in difflib.get_close_matches(given.casefold(), by_case, n=3)]
    close = list(dict.fromkeys((*spelt, *sorted(held))))[:3]
    return f" Is it {' or '.join(repr(name) for name in close)}?" if close else ""
