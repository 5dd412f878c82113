"""What people decide about a ledger, and what becomes of its incidents: judgements and removals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from dateline.errors import LedgerError
from dateline.ledger import Change, Store
from dateline.model import Anchor, Judgement, Removal, Verdict
from dateline.reconcile import Moves, Standing, anchor_of, moves, standings
from dateline.settings import Settings
from dateline.settling import Settled, settle

T = TypeVar("T", Judgement, Removal)

LATER, NEVER = "this", datetime.min.replace(tzinfo=UTC)
"""Stand for the id and the time of a judgement that is not kept yet."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, and what that did to the incidents.

    ``linked_first`` is what became of them before, where they were not those of this version and codebook.
    """

    entry: Judgement | Removal
    linked_first: Change
    moves: Moves
    settled: Settled


def judge(
    store: Store, settings: Settings, verdict: Verdict, events: tuple[str, str], by_and_why: tuple[str, str]
) -> Decided:
    """Keep a person's verdict on a pair of events, and link the ledger again.

    The same verdict by the same person for the same reason is kept once.

    Raises:
        LedgerError: an event is not in the ledger, both are one, or what was judged before says otherwise.
    """

    def entry(head: str) -> Judgement | None:
        stood = stand(store)
        for each in stood:
            said = (each.judgement.verdict, each.judgement.by, each.judgement.why)
            if (
                each.state == "in force"
                and said == (verdict, *by_and_why)
                and set(each.events) == set(events)
            ):
                return each.judgement
        left, right = (_anchor(store, event) for event in events)
        _require_consistent(store, _draft(store, verdict, (left, right), undoes=None))
        return store.judge(verdict, (left, right), *by_and_why, head)

    if events[0] == events[1]:
        raise LedgerError("an event is itself: name two different ones")
    return _decide(store, settings, entry)


def undo(store: Store, settings: Settings, judgement: str, by_and_why: tuple[str, str]) -> Decided:
    """Take a judgement back, and link the ledger again. The pair is as if it had never been judged so.

    Raises:
        LedgerError: there is no such judgement, it was undone, or what stands without it contradicts itself.
    """

    def entry(head: str) -> Judgement | None:
        undone = next((each for each in store.judgements() if each.id == judgement), None)
        if undone:  # else the store says what is wrong
            _require_consistent(store, _draft(store, undone.verdict, undone.events, undoes=judgement))
        return store.undo(judgement, *by_and_why, head)

    return _decide(store, settings, entry)


def remove(store: Store, settings: Settings, report: str, by_and_why: tuple[str, str]) -> Decided:
    """Take a report out, and link the rest again.

    Raises:
        LedgerError: the ledger has no such report, or it was removed.
    """
    return _decide(store, settings, lambda _: store.remove(report, *by_and_why))


def restore(store: Store, settings: Settings, report: str, by_and_why: tuple[str, str]) -> Decided:
    """Bring a removed report back as it was read, and link all again.

    Raises:
        LedgerError: the report is not removed.
    """
    return _decide(store, settings, lambda _: store.restore(report, *by_and_why))


def stand(store: Store, *later: Judgement) -> tuple[Standing, ...]:
    """How the judgements of a ledger stand now, with ``later`` ones that are not kept yet."""
    judgements = (*store.judgements(), *later)
    reports = {anchor.report for each in judgements for anchor in each.events}
    readings = {report: reading for report in sorted(reports) if (reading := store.reading(report))}
    return standings(judgements, readings)


def _decide(store: Store, settings: Settings, entry: Callable[[str], T | None]) -> Decided:
    """Link what is not linked yet, so that what the decision itself changes can be told; then decide."""
    linked_first = settle(store, settings).incidents
    before = store.incidents()
    while (made := entry(store.head())) is None:  # the ledger has grown meanwhile
        continue
    settled = settle(store, settings)
    return Decided(made, linked_first, moves(before, store.incidents()), settled)


def _anchor(store: Store, event: str) -> Anchor:
    report = store.report_of(event)
    reading = store.reading(report) if report else None
    if reading is None:
        raise LedgerError(f"the ledger has no {event}: `claim_view` and `dateline export` name every event")
    return anchor_of(event, reading)


def _draft(store: Store, verdict: Verdict, events: tuple[Anchor, Anchor], undoes: str | None) -> Judgement:
    """The judgement as it would stand: the latest of all."""
    number = max((each.number for each in store.judgements()), default=0) + 1
    return Judgement(LATER, number, verdict, events, "", "", NEVER, undoes)


def _require_consistent(store: Store, draft: Judgement) -> None:
    """Refuse what would set a judgement aside that is in force now."""
    now = {each.judgement.id for each in stand(store) if each.state == "set aside"}
    for each in stand(store, draft):
        if each.state == "set aside" and each.judgement.id not in now:
            others = [id_ for id_ in each.because if id_ != LATER]
            raise LedgerError(_contradiction(each, others))


def _contradiction(against: Standing, others: list[str]) -> str:
    left, right = against.events
    verdict = "the same" if against.judgement.verdict == "same" else "different"
    beside = f", and with {', '.join(others)}" if others else ", and"
    return (
        f"{against.judgement.id} says that {left} and {right} are {verdict}{beside} this says otherwise. "
        "`dateline judge undo` takes a judgement back"
    )
