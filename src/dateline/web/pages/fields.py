"""The part of a page about one field: its range, and who says what of it, when and in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import COUNTS, Claim, Field, FieldSummary, Incident
from dateline.web.pages.dots import NOT_SO
from dateline.web.pages.judged import Verdict
from dateline.web.pages.parts import Figure, Quote, figure, quote
from dateline.web.pages.plot import Plot, plots
from dateline.web.pages.strip import Strips, strips
from dateline.wording.lookup import Lookup
from dateline.wording.said import Said, said
from dateline.wording.words import capped, short_day, summary_words

VOICES = 4
"""Voices named for one value; the rest are counted."""


@dataclass(frozen=True, slots=True)
class SaidRow:
    """What one voice says: value, day, who, how many reports carry it, its sentence, what was judged."""

    day: str
    value: str
    who: str
    reports: int
    not_so: bool
    quote: Quote
    judged: Verdict | None


@dataclass(frozen=True, slots=True)
class FieldPart:
    """One field: its range in words, its status and why, who says what when, and every voice.

    ``plots`` are of a count that moved, for a wide and a narrow screen, ``strips`` of what is no count.

    ``values`` are what is said and who says so, what most say first.
    """

    name: Field
    words: str
    figure: Figure | None
    status: str
    why: str
    plots: tuple[Plot, ...]
    strips: Strips | None
    values: tuple[tuple[str, str], ...]
    rows: tuple[SaidRow, ...]


def field_part(
    name: Field,
    summary: FieldSummary,
    incident: Incident,
    lookup: Lookup,
    sides_of: Mapping[str, int],
    said_of: Mapping[str, Verdict],
) -> FieldPart:
    """One field of an incident, by what counts; ``sides_of`` are the numbers of claims' sides."""
    told = said(incident, summary, lookup, daily=name in COUNTS)
    daily = said(incident, summary, lookup, daily=True)
    own = [each for each in told if each.claims[0].field == name]
    counted = name in COUNTS
    return FieldPart(
        name,
        summary_words(summary) if counted else "",
        figure(summary) if counted else None,
        summary.status,
        _head(summary.why) if counted else "",
        plots(name, own, _series(summary), sides_of) if counted else (),
        None if counted else strips([each for each in daily if each.claims[0].field == name], sides_of),
        _values(own),
        tuple(_row(each, lookup, said_of) for each in own),
    )


def _head(why: str) -> str:
    """Why a field has its status, without the voices that the table below has: "voices differ"."""
    told, colon, _ = why.partition(": ")
    return told if colon else why


def _values(told: Sequence[Said]) -> tuple[tuple[str, str], ...]:
    by_value: dict[str, list[Said]] = {}
    for each in told:
        by_value.setdefault(each.told, []).append(each)
    most = sorted(by_value.items(), key=lambda each: -sum(len(one.claims) for one in each[1]))
    return tuple((value, "; ".join(capped([one.who for one in who], VOICES))) for value, who in most)


def _series(summary: FieldSummary) -> list[tuple[date, int]]:
    """The number on each day, of several the largest; what is disputed makes no one line."""
    numbers: dict[date, int] = {}
    for point in summary.series if summary.status not in ("disputed", "denied") else ():
        number = point.high if point.high is not None else point.low
        if point.date and number is not None:
            numbers[point.date] = max(number, numbers.get(point.date, 0))
    return sorted(numbers.items())


def _row(told: Said, lookup: Lookup, said_of: Mapping[str, Verdict]) -> SaidRow:
    first = told.claims[0]
    judged_first = next((said_of[claim.id] for claim in told.claims if claim.id in said_of), None)
    return SaidRow(
        short_day(told.day) if told.day else "undated",
        told.told,
        told.who,
        len({claim.report for claim in told.claims}),
        first.modality in NOT_SO,
        quote_of(first, lookup),
        judged_first,
    )


def quote_of(claim: Claim, lookup: Lookup) -> Quote:
    """The sentence of a claim under the name of its publisher."""
    report = lookup.reports[claim.report]
    return quote(claim, report.publisher or report.key)
