"""What a person asks of incidents, in words -> the filter that it means."""

from __future__ import annotations

import calendar
import difflib
import re
from collections.abc import Iterable
from datetime import date
from typing import Literal, get_args

from dateline.codebook.countries import Countries
from dateline.codebook.event_types import EventTypes
from dateline.errors import InputError
from dateline.ledger.finding import Order, SortKey

SORTS = [f"{sign}{key}" for key in get_args(SortKey) for sign in ("", "-")]
"""Every order that can be asked for; with a - in front, the largest first."""

DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def day(given: str, end: Literal["first", "last"]) -> date:
    """A day, or the first or last one of a month or year: 2020-01-08, 2020-01, 2020.

    Raises:
        InputError: it is no date.
    """
    told = DAY.fullmatch(given)
    try:
        if told is None:
            raise ValueError("no date")
        year, month, number = (int(part) if part else None for part in told.groups())
        assert year is not None
        last = end == "last"
        month = month or (12 if last else 1)
        return date(year, month, number or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise InputError(f"{given!r} is no date such as 2020-01-08, 2020-01 or 2020.") from error


def country_code(given: str, countries: Countries) -> str:
    """The ISO 3166-1 alpha-2 code of a country given by code or name.

    Raises:
        InputError: there is none.
    """
    code = given.upper()
    if code in countries.by_code:
        return code
    named = {name: each.code for each in countries.all for name in (*each.names, each.name)}
    codes = {name.casefold(): code for name, code in named.items()}
    if given.casefold() not in codes:
        raise InputError(f"there is no country {given!r}.{meant(given, named)}")
    return codes[given.casefold()]


def type_names(given: str, types: EventTypes) -> frozenset[str]:
    """The type of that name and all below it.

    Raises:
        InputError: the codebook has no such type.
    """
    names = {each.name for each in types.type}
    if given.casefold() not in names:
        known = f" Known are {', '.join(sorted(names))}."
        raise InputError(f"there is no type {given!r}.{meant(given, names) or known}")
    found, below = frozenset[str](), frozenset((given.casefold(),))
    while below:
        found |= below
        below = frozenset(each.name for each in types.type if each.parent in below) - found
    return found


def order_of(given: str) -> Order:
    """The order that one of ``SORTS`` means.

    Raises:
        InputError: it is none of them.
    """
    if given not in SORTS:
        raise InputError(f"there is no order {given!r}. Known are {', '.join(SORTS)}.")
    key: SortKey = next(key for key in get_args(SortKey) if key == given.removeprefix("-"))
    return Order(key, given.startswith("-"))


def meant(given: str, names: Iterable[str]) -> str:
    """ "Is it 'Iran' or 'Iraq'?", or nothing where no name is close."""
    by_case = {name.casefold(): name for name in names}
    held = [name for folded, name in by_case.items() if given.casefold().removesuffix("s") in folded]
    spelt = [by_case[each] for each in difflib.get_close_matches(given.casefold(), by_case, n=3)]
    close = list(dict.fromkeys((*spelt, *sorted(held))))[:3]
    return f" Is it {' or '.join(repr(name) for name in close)}?" if close else ""
