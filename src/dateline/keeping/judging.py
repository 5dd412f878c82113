"""What people decide about a ledger, and what becomes of its incidents: judgements and removals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.errors import LedgerError
from dateline.exchange.judged import judgement_json, value_judgement_json
from dateline.keeping.settling import Settled, settle, values_standing
from dateline.ledger import Change, Store
from dateline.model import Anchor, Claim, Judgement, Removal, Value, ValueJudgement, ValueVerdict, Verdict
from dateline.reconcile import Moves, Standing, ValueStanding, anchor_of, claim_anchor, moves, standings
from dateline.settings import Settings

Entry = Judgement | ValueJudgement | Removal

ON_VALUE = "value-judgement-"
"""How the id of a judgement on a value begins."""

LATER, NEVER = "this", datetime.min.replace(tzinfo=UTC)
"""Stand for the id and the time of a judgement that is not kept yet."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, and what that did to the incidents.

    ``linked_first`` is what became of them before, where they were not those of this version and codebook.
    """

    entry: Entry
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

    return _decide(store, settings, _on_pair(store, verdict, events, by_and_why))


def keep_pair(
    store: Store, verdict: Verdict, events: tuple[str, str], by_and_why: tuple[str, str]
) -> Judgement:
    """As ``judge``, and leave linking to later."""
    kept = _kept(store, _on_pair(store, verdict, events, by_and_why))
    assert isinstance(kept, Judgement)
    return kept


def _on_pair(
    store: Store, verdict: Verdict, events: tuple[str, str], by_and_why: tuple[str, str]
) -> Callable[[str], Judgement | None]:
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
    return entry


def judge_value(
    store: Store,
    settings: Settings,
    verdict: tuple[ValueVerdict, Value | None],
    claim: str,
    by_and_why: tuple[str, str],
) -> Decided:
    """Keep a person's verdict on the value of a claim, and link the ledger again.

    Raises:
        LedgerError: the ledger has no such claim.
    """
    return _decide(store, settings, lambda _: keep_value(store, verdict, claim, by_and_why))


def keep_value(
    store: Store, verdict: tuple[ValueVerdict, Value | None], claim: str, by_and_why: tuple[str, str]
) -> ValueJudgement:
    """Keep a verdict on a value, and leave linking to later; the same verdict by the same person once.

    Raises:
        LedgerError: the ledger has no such claim.
    """
    anchor = claim_anchor(claim_of(store, claim))
    for each in values_standing(store, frozenset((anchor.report,))):
        made = each.judgement
        said = (made.verdict, made.value, made.by, made.why)
        if each.state == "in force" and each.claim == claim and said == (*verdict, *by_and_why):
            return made
    return store.judge_value(verdict, anchor, *by_and_why)


def claim_of(store: Store, claim: str) -> Claim:
    """The claim as it was read.

    Raises:
        LedgerError: the ledger has no such claim.
    """
    report = store.report_of_claim(claim)
    reading = store.reading(report) if report else None
    for each in reading.claims if reading else ():
        if each.id == claim:
            return each
    raise LedgerError(f"the ledger has no {claim}: `dateline show --claims` names every claim")


def undo(store: Store, settings: Settings, judgement: str, by_and_why: tuple[str, str]) -> Decided:
    """Take a judgement back, and link the ledger again: it is as if it had never been made.

    Raises:
        LedgerError: there is no such judgement, it was undone, or what stands without it contradicts itself.
    """

    return _decide(store, settings, _undoing(store, judgement, by_and_why))


def keep_undoing(store: Store, judgement: str, by_and_why: tuple[str, str]) -> Judgement | ValueJudgement:
    """As ``undo``, and leave linking to later."""
    kept = _kept(store, _undoing(store, judgement, by_and_why))
    assert not isinstance(kept, Removal)
    return kept


def _undoing(
    store: Store, judgement: str, by_and_why: tuple[str, str]
) -> Callable[[str], Judgement | ValueJudgement | None]:
    if judgement.startswith(ON_VALUE):
        return lambda _: store.undo_value(judgement, *by_and_why)

    def entry(head: str) -> Judgement | None:
        undone = next((each for each in store.judgements() if each.id == judgement), None)
        if undone:  # else the store says what is wrong
            _require_consistent(store, _draft(store, undone.verdict, undone.events, undoes=judgement))
        return store.undo(judgement, *by_and_why, head)

    return entry


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


def stand_values(store: Store) -> tuple[ValueStanding, ...]:
    """How the judgements on values stand now."""
    return values_standing(store)


def log(store: Store) -> Iterator[dict[str, object]]:
    """Every judgement with what it was made on and how it stands now: gold to score against.

    On a pair it has both events' words; on a value the report's key, the claim as it was read, its words
    and sentence, and of a correction what was said.
    """
    for pair in stand(store):
        made = judgement_json(pair.judgement)
        yield {"kind": "pair", **made, "state": pair.state, "events_now": list(pair.events)}
    for each in stand_values(store):
        kept = store.reading(each.judgement.claim.report)
        key = kept.report.key if kept else None
        made = value_judgement_json(each.judgement)
        yield {"kind": "value", **made, "state": each.state, "claim_now": each.claim, "key": key}


def _decide(store: Store, settings: Settings, entry: Callable[[str], Entry | None]) -> Decided:
    """Link what is not linked yet, so that what the decision itself changes can be told; then decide."""
    linked_first = settle(store, settings).incidents
    before = store.incidents()
    made = _kept(store, entry)
    settled = settle(store, settings)
    return Decided(made, linked_first, moves(before, store.incidents()), settled)


def _kept(store: Store, entry: Callable[[str], Entry | None]) -> Entry:
    while (made := entry(store.head())) is None:  # the ledger has grown meanwhile
        continue
    return made


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
