"""Marked stretches of text, as annotation tools have them -> marked claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar, get_args

from dateline.errors import InputError
from dateline.evaluate.gold import PUBLISHER, Days, Gold, GoldClaim, GoldValue
from dateline.model import Field, Modality, Span

SOURCE = "source"
"""Label of the words for a source, and of the relation from a claim to them."""

RANGE = re.compile(r"(?P<one>\d+)|(?P<low>\d*)\.\.(?P<high>\d*)")
T = TypeVar("T")

DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")


@dataclass(frozen=True, slots=True)
class Region:
    """One marked stretch of a report, with what the annotator said of it; code points.

    ``label`` is a field or ``source``; ``sources`` the words of the stretches that it was tied to as
    its sources. ``number`` is written "12", "80..", "..50" or "100..300", ``when`` as one ISO day or two
    with a slash.
    """

    report: str
    label: str
    span: Span
    modality: str | None = None
    number: str | None = None
    group: str | None = None
    place: str | None = None
    when: str | None = None
    incident: str | None = None
    sources: tuple[str, ...] = ()


def region_gold(regions: Sequence[Region], texts: Iterable[tuple[str, str]], file: str) -> Gold:
    """The claims that the regions mark.

    Where any region of the file is tied to a source, one that is not is the publisher's own; where any has
    a group, one that has none is of the whole.

    Raises:
        InputError: a label, modality, number or date that is none; names the file and the report.
    """
    told = [each for each in regions if each.label != SOURCE]
    sourced = any(each.sources for each in told)
    claims = tuple(_claim(each, sourced, file) for each in told)
    return Gold(claims, texts=tuple(texts), groups_marked=any(each.group for each in told))


def _claim(region: Region, sourced: bool, file: str) -> GoldClaim:
    return GoldClaim(
        region.report,
        region.incident and f"{file}: {region.incident}",
        (_one_of(region.label, get_args(Field), region, file),),
        _value(region, file),
        region.group,
        region.sources or ((PUBLISHER,) if sourced else ()),
        None,
        (_one_of(region.modality or "asserted", get_args(Modality), region, file),),
        region.place,
        _days(region, file),
        region.span,
    )


def _one_of(word: str, known: tuple[T, ...], region: Region, file: str) -> T:
    for each in known:
        if each == word:
            return each
    raise InputError(f"{file}: {region.report}: {word!r} is none of {', '.join(map(str, known))}.")


def _value(region: Region, file: str) -> GoldValue:
    if region.number is None:
        return GoldValue()
    told = RANGE.fullmatch(region.number.strip())
    if told is None or region.number.strip() == "..":
        raise InputError(f"{file}: {region.report}: {region.number!r} is no number such as 12, 80.. or ..50.")
    low, high = told["one"] or told["low"], told["one"] or told["high"]
    return GoldValue((int(low) if low else None,), (int(high) if high else None,))


def _days(region: Region, file: str) -> Days | None:
    if region.when is None:
        return None
    told = DAYS.fullmatch(region.when.strip())
    if told is None:
        raise InputError(f"{file}: {region.report}: {region.when!r} is no day such as 2020-01-08.")
    return Days(told[1], told[2] or told[1])
