"""Judgements on values -> readings as they count: without what was rejected, with what was corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dateline.model import Claim, ClaimAnchor, Ledger, Number, Reading, Span, ValueJudgement

HELD = 0.5
"""A claim that is another now must tell this share of the words that were judged."""

ValueState = Literal["in force", "undone", "overruled", "unresolved"]


@dataclass(frozen=True, slots=True)
class ValueStanding:
    """A judgement as the ledger stands now.

    ``claim`` is the id that its claim has now, null where no reading makes it. It is "overruled" by a later
    judgement on the claim; ``because`` is the id of the entry that undoes or overrules it.
    """

    judgement: ValueJudgement
    state: ValueState
    claim: str | None
    because: str | None


def claim_anchor(claim: Claim) -> ClaimAnchor:
    """What finds a claim again after a re-reading."""
    words = _words(claim)
    told = (claim.field, claim.group, claim.source.name, claim.value, words, claim.span, claim.quote)
    return ClaimAnchor(claim.id, claim.report, *told)


def find_claim(anchor: ClaimAnchor, reading: Reading | None) -> str | None:
    """The id that the anchor's claim has in the reading.

    The claim with the very id; else that of the same field which tells most of the same words, and at
    least half of them; of several the one of the same group and source. None where there is none.
    """
    claims = reading.claims if reading else ()
    if any(claim.id == anchor.claim for claim in claims):
        return anchor.claim
    moved = [claim.span.start - anchor.span.start for claim in claims if claim.quote == anchor.quote]
    by = min(moved, key=lambda each: (abs(each), each), default=0)
    if anchor.words.start + by < 0:
        return None
    words = Span(anchor.words.start + by, anchor.words.end + by)
    ranked = sorted(
        (
            -_shared(words, _words(each)),
            each.group != anchor.group,
            each.source.name != anchor.source,
            each.id,
        )
        for each in claims
        if each.field == anchor.field
    )
    if not ranked or -ranked[0][0] < HELD * (words.end - words.start):
        return None
    return ranked[0][-1]


def value_standings(
    judgements: Iterable[ValueJudgement], readings: Mapping[str, Reading]
) -> tuple[ValueStanding, ...]:
    """How every judgement stands, in order of number; entries that undo one are told by its state.

    Args:
        judgements: all of the ledger's.
        readings: current readings by report id; at least those of the reports judged on.
    """
    latest_first = sorted(judgements, key=lambda judgement: judgement.number, reverse=True)
    undone = {entry.undoes: entry.id for entry in latest_first if entry.undoes}
    held: dict[str, str] = {}
    stood = []
    for judgement in latest_first:
        if judgement.undoes:
            continue
        claim = find_claim(judgement.claim, readings.get(judgement.claim.report))
        if judgement.id in undone:
            stood.append(ValueStanding(judgement, "undone", claim, undone[judgement.id]))
        elif claim is None:
            stood.append(ValueStanding(judgement, "unresolved", None, None))
        elif claim in held:
            stood.append(ValueStanding(judgement, "overruled", claim, held[claim]))
        else:
            held[claim] = judgement.id
            stood.append(ValueStanding(judgement, "in force", claim, None))
    return tuple(reversed(stood))


def changes_of(stood: Iterable[ValueStanding]) -> dict[str, tuple[ValueJudgement, ...]]:
    """Report id -> judgements in force that change what counts, each with its claim's id as it is now."""
    found: dict[str, list[ValueJudgement]] = {}
    for each in stood:
        if each.state == "in force" and each.claim and each.judgement.verdict != "accept":
            now = replace(each.judgement, claim=replace(each.judgement.claim, claim=each.claim))
            found.setdefault(now.claim.report, []).append(now)
    return {report: tuple(several) for report, several in sorted(found.items())}


def judged(reading: Reading, changes: Sequence[ValueJudgement]) -> Reading:
    """The reading as it counts.

    A rejected claim is left out, and with the last claim on the type of an event all that it tells: there
    was no such event. A corrected value is in the place of the one that was read, and a corrected count in
    that of its words.
    """
    if not changes:
        return reading
    verdicts = {each.claim.claim: each for each in changes}
    left = [claim for claim in reading.claims if not _rejected(claim, verdicts)]
    typed = {claim.event for claim in left if claim.field == "type"}
    told = {claim.event for claim in reading.claims if claim.field == "type"}
    counted = tuple(
        _corrected(claim, verdicts) for claim in left if claim.event in typed or claim.event not in told
    )
    known = {claim.id for claim in counted}
    statements = tuple(
        replace(each, claims=tuple(claim for claim in each.claims if claim in known))
        for each in reading.statements
    )
    return replace(reading, claims=counted, statements=statements)


def judged_readings(readings: Iterable[Reading], judgements: Iterable[ValueJudgement]) -> dict[str, Reading]:
    """All readings as they count, by report id."""
    by_report = {reading.report.id: reading for reading in readings}
    changes = changes_of(value_standings(judgements, by_report))
    return {report: judged(reading, changes.get(report, ())) for report, reading in by_report.items()}


def as_counted(ledger: Ledger) -> Ledger:
    """The ledger with its readings as they count."""
    counted = judged_readings(ledger.readings, ledger.value_judgements)
    return replace(ledger, readings=tuple(counted.values()))


def _rejected(claim: Claim, verdicts: Mapping[str, ValueJudgement]) -> bool:
    return claim.id in verdicts and verdicts[claim.id].verdict == "reject"


def _corrected(claim: Claim, verdicts: Mapping[str, ValueJudgement]) -> Claim:
    verdict = verdicts.get(claim.id)
    if verdict is None or verdict.value is None:
        return claim
    value = verdict.value
    if not isinstance(value, Number):
        return replace(claim, value=value)
    # No words of the report say the new figure.
    unsaid = replace(claim.spans, value=None)
    return replace(claim, value=replace(value, text=_told(value)), spans=unsaid)


def _told(number: Number) -> str:
    """What a corrected count says: its reasons are not to give the figure that was corrected."""
    if number.low is None or number.high is None:
        return f"at least {number.low}" if number.high is None else f"up to {number.high}"
    return str(number.low) if number.low == number.high else f"{number.low} to {number.high}"


def _words(claim: Claim) -> Span:
    return claim.spans.value or claim.spans.trigger or claim.span


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
