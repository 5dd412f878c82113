"""Claims of an incident -> one summary a field: range, status, series, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import get_args

from dateline.codebook.groups import Groups
from dateline.model import (
    ACTUAL,
    COUNTS,
    Claim,
    Entity,
    Field,
    FieldSummary,
    Number,
    Place,
    Reading,
    Responsibility,
    SeriesPoint,
    Status,
    Term,
    When,
)
from dateline.reconcile.derive import worked_out
from dateline.reconcile.voices import Voice, count_voices, is_part, passed_over, source_key

ROUNDING = 0.1
"""How far a number said to be about right may lie from the exact one, as a share of it."""


def summaries(
    claims: Sequence[Claim], readings: Mapping[str, Reading], sites: frozenset[str], groups: Groups
) -> tuple[tuple[Field, FieldSummary], ...]:
    """A summary for each field that has claims, in the order of the model's fields.

    ``sites`` are ids of claims that count one site of several.
    """
    found: dict[Field, FieldSummary] = {}
    for name in get_args(Field):
        mine = [c for c in claims if c.field == name]
        if mine:
            counts = name in COUNTS
            found[name] = _count(mine, readings, sites, groups) if counts else _other(mine, readings)
    found.update(worked_out(found, {c.id: c for c in claims}, groups))
    return tuple((name, found[name]) for name in get_args(Field) if name in found)


def _count(
    claims: Sequence[Claim], readings: Mapping[str, Reading], sites: frozenset[str], groups: Groups
) -> FieldSummary:
    """Range over what each voice last said of the whole; parts, sites and denials are cited, not counted."""
    put = [c for c in claims if isinstance(c.value, Number) and c.modality in ACTUAL]
    told = [c for c in put if c.id not in sites and c.rule not in groups.before_rules]
    whole = [c for c in told if not is_part(c, groups)]
    counted = told or put
    ids = tuple(sorted(c.id for c in claims))
    if not counted:
        denied = any(c.modality == "denied" for c in claims)
        why = "denied, and nobody gives a number" if denied else "no number is given"
        return FieldSummary(None, None, None, "denied" if denied else _status(claims, readings), (), ids, why)
    voices = count_voices(counted, readings, groups)
    over = passed_over(_latest(voices), groups)
    latest = tuple(v for v in _latest(voices) if v not in over)
    lows = [n for v in latest for n in (v.low, v.high) if n is not None]
    low, high = min(lows), max(lows)
    status, why = _judge([v for v in voices if v not in over], latest)
    if any(v.early for v in over) and status in ("single", "agreed"):
        status = "revised"
    if any(c.modality == "denied" for c in claims):
        status, why = "denied", why + "; a source denies it"
    if over:
        early = ", ".join(_words(v) for v in over if v.early)
        cited = ", ".join(_words(v) for v in over if not v.early)
        why += f"; told at first: {early}" if early else ""
        why += f"; the report puts its own number over: {cited}" if cited else ""
    if sites & {c.id for c in put}:
        why += "; counts of single sites make up the whole"
    if not whole:
        why += "; only parts are counted"
    return FieldSummary(low, _best(latest), high, status, tuple(map(_point, voices)), ids, why)


def _latest(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """The last word of each source."""
    last: dict[tuple[str, str], Voice] = {}
    for v in voices:
        last[v.speaker] = v
    return tuple(last.values())


def _best(latest: Sequence[Voice]) -> int | None:
    """The number most voices give, the latest among equals."""
    numbers = [v.low if v.low is not None else v.high for v in latest]
    return max(numbers, key=lambda n: (numbers.count(n), len(numbers) - 1 - numbers[::-1].index(n)))


def _judge(voices: Sequence[Voice], latest: Sequence[Voice]) -> tuple[Status, str]:
    """Status and reason, from all that was said and what stands at the end."""
    said = "; ".join(_words(v) for v in latest)
    speakers = {v.speaker for v in voices}
    if _agree(voices):
        if len(speakers) == 1:
            return "single", f"one voice: {said}"
        return "agreed", f"{len(latest)} voices agree: {said}"
    if _agree(latest):
        return "revised", "changed over time: " + " → ".join(_words(v) for v in voices)
    if _rising(voices):
        return "revised", "later reports give later tolls: " + " → ".join(_words(v) for v in voices)
    if _rounded(latest):
        return "agreed", f"the same number, rounded by some: {said}"
    if any(v.top == 0 for v in latest):
        return "disputed", f"one says none, another some: {said}"
    return "disputed", f"voices differ: {said}"


def _rounded(voices: Sequence[Voice]) -> bool:
    """Whether numbers said to be about right lie within a tenth of those that are exact."""
    about = [v.top for v in voices if v.vague]
    exact = {v.top for v in voices if not v.vague}
    if not about or len(exact) > 1:
        return False
    middle = min(exact, default=max(about))
    return middle > 0 and all(abs(n - middle) <= ROUNDING * middle for n in about)


def _agree(voices: Sequence[Voice]) -> bool:
    """Whether one number fits every voice."""
    low = max((v.low for v in voices if v.low is not None), default=0)
    high = min((v.high for v in voices if v.high is not None), default=None)
    return high is None or low <= high


def _rising(voices: Sequence[Voice]) -> bool:
    """Whether dated voices never fall and end on a later day than they began."""
    dated = [v for v in voices if v.published is not None]
    if len(dated) != len(voices) or len({v.published for v in dated}) < 2:
        return False
    numbers = [v.low if v.low is not None else v.high or 0 for v in dated]
    by_day: dict[object, set[int]] = {}
    for v, n in zip(dated, numbers, strict=True):
        by_day.setdefault(v.published, set()).add(n)
    days = [by_day[d] for d in sorted(by_day, key=str)]
    return all(max(a) <= min(b) for a, b in pairwise(days)) and all(n > 0 for n in numbers)


def _words(v: Voice) -> str:
    when = f" ({v.published.isoformat()})" if v.published else ""
    return f"{v.source}{when}: {v.text}"


def _point(v: Voice) -> SeriesPoint:
    return SeriesPoint(v.published, v.source, v.low, v.high, v.text, tuple(sorted(c.id for c in v.claims)))


def _other(claims: Sequence[Claim], readings: Mapping[str, Reading]) -> FieldSummary:
    """A field without numbers: who says what, and whether they differ."""
    ids = tuple(sorted(c.id for c in claims))
    status = _status(claims, readings)
    said = sorted({value_words(c) for c in claims})
    return FieldSummary(None, None, None, status, (), ids, "; ".join(said))


def _status(claims: Sequence[Claim], readings: Mapping[str, Reading]) -> Status:
    groups = {r: reading.report.copy_group for r, reading in readings.items()}
    if any(
        c.modality == "denied" or (isinstance(c.value, Responsibility) and c.value.how == "denied")
        for c in claims
    ):
        return "denied"
    if len({source_key(c, groups) for c in claims}) == 1:
        return "single"
    named = {c.value.name for c in claims if isinstance(c.value, Responsibility)}
    return "disputed" if len(named) > 1 else "agreed"


def value_words(claim: Claim) -> str:
    """A claim's value in a few words."""
    value = claim.value
    if isinstance(value, Responsibility):
        return f"{value.name} ({value.how})"
    if isinstance(value, When):
        return value.start.isoformat() if value.start else value.text
    if isinstance(value, Place | Entity | Term):
        return value.name
    return value.text


def names(values: Iterable[Entity]) -> tuple[Entity, ...]:
    """Entities without repeats, in order of first mention."""
    seen: dict[str, Entity] = {}
    for e in values:
        seen.setdefault(e.name.casefold(), e)
    return tuple(seen.values())
