"""Judgements by people -> pairs of events that must and must not be one incident."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.model import Judgement, Reading, Verdict
from dateline.reconcile.anchors import find_event

Pair = tuple[str, str]
"""Ids of two events, the lesser first."""

State = Literal["in force", "undone", "overruled", "unresolved", "set aside"]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What outranks the rules of linking: no pair of ``different`` follows from those of ``same``.

    A pair of ``same`` is one incident whatever forbids it; one of ``different`` never is.
    """

    same: frozenset[Pair]
    different: frozenset[Pair]


NO_RULINGS = Rulings(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Standing:
    """A judgement as the ledger stands now.

    ``events`` are the ids that its events have now, null for one that no reading tells. ``state`` is
    "overruled" by a later judgement on the pair, and "set aside" where later ones contradict it;
    ``because`` are the ids of those.
    """

    judgement: Judgement
    state: State
    events: tuple[str | None, str | None]
    because: tuple[str, ...]


def standings(judgements: Iterable[Judgement], readings: Mapping[str, Reading]) -> tuple[Standing, ...]:
    """How every judgement stands, in order of number; entries that undo one are told by its state.

    The latest judgement on a pair holds. Where judgements on several pairs contradict each other (A is B,
    B is C, A is not C) the later hold and the earliest is set aside.

    Args:
        judgements: all of the ledger's.
        readings: current readings by report id; at least those of the reports judged on.
    """
    latest_first = sorted(judgements, key=lambda judgement: judgement.number, reverse=True)
    undone = {entry.undoes: entry.id for entry in latest_first if entry.undoes}
    held = _Held()
    stood = []
    for judgement in latest_first:
        if judgement.undoes:
            continue
        left, right = (find_event(anchor, readings.get(anchor.report)) for anchor in judgement.events)
        stood.append(Standing(judgement, *_stand(judgement, left, right, undone, held)))
    return tuple(reversed(stood))


def rulings_of(stood: Iterable[Standing]) -> Rulings:
    """The pairs that judgements in force decide; "unsure" leaves a pair to the rules."""
    decided: dict[Verdict, set[Pair]] = {"same": set(), "different": set(), "unsure": set()}
    for standing in stood:
        left, right = standing.events
        if standing.state == "in force" and left and right and left != right:
            decided[standing.judgement.verdict].add(_pair(left, right))
    return Rulings(frozenset(decided["same"]), frozenset(decided["different"]))


def _stand(
    judgement: Judgement, left: str | None, right: str | None, undone: Mapping[str, str], held: _Held
) -> tuple[State, tuple[str | None, str | None], tuple[str, ...]]:
    if judgement.id in undone:
        return "undone", (left, right), (undone[judgement.id],)
    if left is None or right is None:
        return "unresolved", (left, right), ()
    state, because = held.take(judgement, left, right)
    return state, (left, right), because


class _Held:
    """The judgements that hold so far, taken from the latest to the earliest."""

    def __init__(self) -> None:
        self._on_pair: dict[Pair, str] = {}
        self._same: dict[str, dict[str, str]] = {}
        self._different: dict[str, dict[str, str]] = {}

    def take(self, judgement: Judgement, left: str, right: str) -> tuple[State, tuple[str, ...]]:
        """Hold the judgement if nothing that holds is against it; how it stands, and because of which."""
        later = self._on_pair.get(_pair(left, right))
        if later:
            return "overruled", (later,)
        against = self._against(judgement.verdict, left, right)
        if against is not None:
            return "set aside", against
        self._on_pair[_pair(left, right)] = judgement.id
        if judgement.verdict != "unsure":
            edges = self._same if judgement.verdict == "same" else self._different
            edges.setdefault(left, {})[right] = judgement.id
            edges.setdefault(right, {})[left] = judgement.id
        return "in force", ()

    def _against(self, verdict: Verdict, left: str, right: str) -> tuple[str, ...] | None:
        """The judgements that together say otherwise; none where there are no such."""
        with_left, with_right = self._joined(left), self._joined(right)
        if verdict == "different" and right in with_left:
            return with_left[right]
        if verdict == "same":
            for event, way in with_left.items():
                for other, judgement in self._different.get(event, {}).items():
                    if other in with_right:
                        return (*way, judgement, *with_right[other])
        return None

    def _joined(self, event: str) -> dict[str, tuple[str, ...]]:
        """Every event that judgements join with this one, itself too, and the judgements on the way."""
        ways: dict[str, tuple[str, ...]] = {event: ()}
        reached = [event]
        for near in reached:  # grows while it is walked
            for other, judgement in self._same.get(near, {}).items():
                if other not in ways:
                    ways[other] = (*ways[near], judgement)
                    reached.append(other)
        return ways


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)
