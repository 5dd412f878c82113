"""Claims of an incident -> one summary a field, and how the claims of each field differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from typing import get_args

from dateline.model import (
    ACTUAL,
    COUNTS,
    Claim,
    Difference,
    Entity,
    Field,
    FieldSummary,
    Number,
    Place,
    Responsibility,
    SeriesPoint,
    Status,
    Term,
    When,
)
from dateline.reconcile import differences as differ
from dateline.reconcile.blame import accuse_each_other, blame
from dateline.reconcile.derive import worked_out
from dateline.reconcile.died import died_since
from dateline.reconcile.figures import Context, Figures, figures
from dateline.reconcile.owners import some_of_all
from dateline.reconcile.voices import Voice
from dateline.reconcile.wholes import wholes

Summed = tuple[FieldSummary, tuple[Difference, ...]]


def summaries(
    claims: Sequence[Claim], sites: frozenset[str], context: Context
) -> tuple[tuple[tuple[Field, FieldSummary], ...], tuple[Difference, ...]]:
    """A summary for each field that has claims, and all differences, in the order of the model's fields.

    ``sites`` are ids of claims that count one site of several. Who says that there were no casualties says
    that none were killed; of injuries some may come to light later.
    """
    found: dict[Field, FieldSummary] = {}
    differing: list[Difference] = []
    unharmed = [c for c in claims if c.field == "casualties" and c.group is None and _is_zero(c)]
    for name in get_args(Field):
        mine = [c for c in claims if c.field == name]
        if mine and name == "killed":
            mine += unharmed
        if mine:
            summed = _count(name, mine, sites, context) if name in COUNTS else _other(name, mine, context)
            found[name] = summed[0]
            differing += summed[1]
    groups = context.codebook.groups
    aimed = context.kind in groups.aimed_types
    found.update(worked_out(found, {c.id: c for c in claims}, groups, aimed))
    if since := died_since(found):
        found["injured"] = since[0]
        differing.append(since[1])
    return tuple((name, found[name]) for name in get_args(Field) if name in found), tuple(differing)


def _is_zero(claim: Claim) -> bool:
    return isinstance(claim.value, Number) and claim.value.high == 0


def _count(field: Field, claims: Sequence[Claim], sites: frozenset[str], context: Context) -> Summed:
    """Range over the last words on the whole; parts, sites, earlier counts and denials are only cited."""
    groups = context.codebook.groups
    put = [c for c in claims if isinstance(c.value, Number) and c.modality in ACTUAL]
    told = [c for c in put if c.id not in sites and c.rule not in groups.before_rules]
    denials = [c for c in claims if isinstance(c.value, Number) and c.modality == "denied"]
    ids = tuple(sorted(c.id for c in claims))
    if not put:
        return _uncounted(field, claims, denials, context)
    of_all = wholes(told, groups)
    of_some = some_of_all(of_all, context.who, context.codebook)
    whole = [c for c in of_all if c not in of_some]
    parties, found = figures(whole or told or put, denials, context)
    why = found.why
    at_sites = [c for c in put if c.id in sites]
    if at_sites:
        why += "; counts of single sites make up the whole"
    parts = [c for c in told if c not in whole]
    if not whole:
        why += "; only parts are counted"
    series = tuple(map(_point, found.voices))
    differing = (
        *differ.of_parts(field, parts, found),
        *differ.of_sites(field, at_sites, found),
        *differ.of_earlier(field, [c for c in put if c.rule in groups.before_rules], found),
        *differ.of_count(field, found, parties),
        *differ.of_denials(field, denials, found, context),
    )
    status = _revised_within(found, differing)
    return FieldSummary(found.low, found.best, found.high, status, series, ids, why), differing


def _revised_within(found: Figures, differing: Sequence[Difference]) -> Status:
    """A report that tells the count before has the count revised, though it is the only voice."""
    before = any(d.kind == "revision" for d in differing)
    return "revised" if before and found.status in ("single", "agreed") else found.status


def _uncounted(field: Field, claims: Sequence[Claim], denials: Sequence[Claim], context: Context) -> Summed:
    """A count for which nobody puts a number forward."""
    ids = tuple(sorted(c.id for c in claims))
    differing = tuple(differ.of_denials(field, denials, None, context))
    if any(c.modality == "denied" for c in claims):
        return FieldSummary(
            None, None, None, "denied", (), ids, "denied, and nobody gives a number"
        ), differing
    status, _ = _status(claims, context)
    return FieldSummary(None, None, None, status, (), ids, "no number is given"), differing


def _point(v: Voice) -> SeriesPoint:
    return SeriesPoint(v.day, v.speaker.name, v.low, v.high, v.text, tuple(sorted(c.id for c in v.claims)))


def _other(field: Field, claims: Sequence[Claim], context: Context) -> Summed:
    """A field without numbers: who says what, and whether they differ."""
    ids = tuple(sorted(c.id for c in claims))
    status, why = _status(claims, context)
    return FieldSummary(None, None, None, status, (), ids, why), tuple(_differing(field, claims, status, why))


def _differing(field: Field, claims: Sequence[Claim], status: Status, why: str) -> Iterator[Difference]:
    if status == "disputed":
        yield differ.difference(field, "true conflict", claims, why)
    elif status == "denied":
        yield differ.difference(field, "denial", claims, why)


def _status(claims: Sequence[Claim], context: Context) -> tuple[Status, str]:
    said = "; ".join(sorted({value_words(c) for c in claims}))
    if any(isinstance(c.value, Responsibility) for c in claims):
        return blame(claims, context.who, context.codebook)
    put = [c for c in claims if c.modality in ACTUAL]
    denied = [c for c in claims if c.modality == "denied" and context.denials.matters(c, put)]
    if denied:
        alone = len({context.who[c].key for c in put}) < 2
        words = (f"{context.who[c].name} denies {value_words(c)}" for c in denied)
        told = "; ".join(sorted({value_words(c) for c in put}))
        why = "; ".join(dict.fromkeys(words)) + (f"; others tell: {told}" if told else "")
        return ("denied" if alone else "disputed"), why
    if mutual := accuse_each_other(put, context.who, context.codebook):
        return "disputed", mutual
    if len({context.who[c].key for c in claims}) == 1:
        return "single", said
    apart = any(
        _days_apart(a, b) for a, b in combinations(put, 2) if context.who[a].key != context.who[b].key
    )
    return ("disputed", f"told of different days: {said}") if apart else ("agreed", said)


def _days_apart(a: Claim, b: Claim) -> bool:
    """Whether two times are told more than a day apart: a night has two dates."""
    one, other = a.value, b.value
    if not (isinstance(one, When) and isinstance(other, When)):
        return False
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return max(one.start, other.start) - min(one.end, other.end) > timedelta(days=1)


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
