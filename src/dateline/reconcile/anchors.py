"""Which event of a reading is the one that was judged? Its id, or else the words that told it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import Anchor, Claim, Reading, Span

HELD = 0.5
"""An event that tells none of the anchor's triggers must hold this share of its words."""


def anchor_of(event: str, reading: Reading) -> Anchor:
    """The anchor of an event that the reading tells.

    Raises:
        ValueError: it tells no such event.
    """
    claims = [claim for claim in reading.claims if claim.event == event]
    if not claims:
        raise ValueError(f"{reading.report.id} tells no {event}")
    first = min(claims, key=lambda claim: (claim.field != "type", claim.span, claim.id))
    return Anchor(event, reading.report.id, _triggers(claims), _words(claims), first.span, first.quote)


def find_event(anchor: Anchor, reading: Reading | None) -> str | None:
    """The id that the anchor's event has in the reading.

    The event with the very id; else the one that tells most of the anchor's triggers, and of those the
    one that holds most of its words; else, where its triggers are read no more, the one that holds most
    of its words and at least half of them. None where no event does, or where there is no reading.
    """
    by_event: dict[str, list[Claim]] = {}
    for claim in reading.claims if reading else ():
        by_event.setdefault(claim.event, []).append(claim)
    if anchor.event in by_event:
        return anchor.event
    moved = _moved(anchor, reading.claims if reading else ())
    triggers, words = _shifted(anchor.triggers, moved), _shifted(anchor.words, moved)

    def held(event: str) -> tuple[int, int]:
        claims = by_event[event]
        return _shared(triggers, _triggers(claims)), _shared(words, _words(claims))

    ranked = sorted(
        (tuple(-share for share in held(event)), _start(by_event[event]), event) for event in by_event
    )
    if not ranked:
        return None
    (told, kept), _, best = ranked[0]
    length = sum(span.end - span.start for span in words)
    return best if told or -kept >= HELD * length else None


def _triggers(claims: Iterable[Claim]) -> tuple[Span, ...]:
    """The words that tell the type, each stretch once."""
    types = [claim for claim in claims if claim.field == "type"]
    told = {claim.spans.trigger or claim.spans.value or claim.span for claim in types}
    return tuple(sorted(told))


def _words(claims: Iterable[Claim]) -> tuple[Span, ...]:
    """The words of triggers and values, each stretch once."""
    told = {span for claim in claims for span in (claim.spans.trigger, claim.spans.value) if span}
    return tuple(sorted(told))


def _start(claims: Iterable[Claim]) -> int:
    return min(claim.span.start for claim in claims)


def _moved(anchor: Anchor, claims: Sequence[Claim]) -> int:
    """By how many characters the anchor's sentence moved, as where the canonical text begins elsewhere."""
    same = [claim.span.start - anchor.span.start for claim in claims if claim.quote == anchor.quote]
    return min(same, key=lambda by: (abs(by), by), default=0)


def _shifted(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans if span.start + by >= 0)


def _shared(ours: Iterable[Span], theirs: Sequence[Span]) -> int:
    """How many characters of ours are theirs too."""
    return sum(
        len({at for other in theirs for at in range(max(span.start, other.start), min(span.end, other.end))})
        for span in ours
    )
