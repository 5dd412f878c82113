"""What became of a ledger's incidents and judgements, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.ledger import Change
from dateline.model import Incident
from dateline.wording.words import clean, short_when

if TYPE_CHECKING:
    from dateline.reconcile import Moves, Standing, ValueStanding

STATES = {
    "in force": "in force",
    "undone": "undone by",
    "overruled": "overruled by",
    "unresolved": "unresolved: no reading tells both events now",
    "set aside": "set aside, as later ones say otherwise:",
}


def counted(number: int, word: str) -> str:
    """ "1 report", "1,200 reports"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def change_words(change: Change) -> str:
    """How many incidents came, went or changed."""
    told = ((change.new, "new"), (change.changed, "changed"), (change.gone, "merged or split"))
    moved = ", ".join(f"{count:,} {word}" for count, word in told if count)
    return f"incidents: {moved or 'no change'}"


def incident_words(incident: Incident) -> str:
    """The id, and enough to recognise it by: type, place, days, number of reports."""
    place = f" in {clean(incident.place.name)}" if incident.place else ""
    told = f"{clean(incident.type.name)}{place}, {short_when(incident.when)}"
    return f"{incident.id} ({told}; {counted(len(incident.reports), 'report')})"


def move_lines(moves: Moves) -> Iterator[str]:
    """What became of each incident, one line each; one that says so where nothing changed."""
    for move in moves:
        before, now = (", ".join(map(incident_words, side)) for side in (move.before, move.now))
        if not move.before:
            yield f"new: {now}"
        elif not move.now:
            yield f"gone, as no report tells it any more: {before}"
        elif len(move.before) == len(move.now) == 1:
            yield f"changed: {before} is now {now}"
        elif len(move.now) == 1:
            yield f"merged: {before} are now {now}"
        elif len(move.before) == 1:
            yield f"split: {before} is now {now}"
        else:
            yield f"regrouped: {before} are now {now}"
    if not moves:
        yield "no incident changed: they were linked so already"


def state_words(standing: Standing) -> str:
    """How a judgement stands, and because of which others."""
    return " ".join((STATES[standing.state], *standing.because))


def value_state_words(standing: ValueStanding) -> str:
    """How a judgement on a value stands, and because of which other."""
    if standing.state == "unresolved":
        return "unresolved: no reading makes this claim now"
    return f"{STATES[standing.state]} {standing.because or ''}".rstrip()


def troubled(standings: Iterable[Standing]) -> list[Standing]:
    """Judgements that should hold and do not."""
    return [each for each in standings if each.state in ("unresolved", "set aside")]
