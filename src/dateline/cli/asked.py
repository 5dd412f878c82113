"""Which incidents a command is about: its filter options, and the filter that they make."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Literal, TypedDict, TypeVar, get_args

import click

from dateline.codebook import Codebook
from dateline.errors import InputError
from dateline.ledger.finding import Filter, Order
from dateline.model import Field, Status
from dateline.wording.asking import SORTS, country_code, day, order_of, type_names

F = TypeVar("F", bound=Callable[..., Any])


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
        try:
            return day(str(value), self._end)
        except InputError as error:
            self.fail(str(error), param, ctx)


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
    try:
        wanted = Filter(
            since,
            until,
            undated=asked["undated"],
            countries=frozenset(country_code(given, codebook.countries) for given in asked["country"]),
            types=frozenset(
                name for each in asked["type"] for name in type_names(each, codebook.event_types)
            ),
            statuses=frozenset(asked["status"]),
            field=asked["field"],
            words=tuple((asked["text"] or "").split()),
            source=asked["source"] or None,
        )
    except InputError as error:
        raise click.UsageError(str(error)) from error
    return wanted, order_of(asked["sort"])
