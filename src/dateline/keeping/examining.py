"""Is all true of a ledger that is always true of one?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.doctor import Finding, check_ledger
from dateline.errors import LedgerError
from dateline.keeping.judging import stand
from dateline.keeping.redrawn import redrawn_differs
from dateline.ledger import Store
from dateline.model import Ledger
from dateline.reconcile import rulings_of
from dateline.reconcile.rulings import Rulings


def examine(store: Store) -> Iterator[Finding]:
    """Everything on which the ledger breaks what is always true of one, by its stored records and tables."""
    for fault in store.drawn_faults():
        yield Finding("tables", fault)
    if not store.settled():
        yield Finding("incidents", "what was added or decided last is not linked yet: run `dateline reread`")
        return  # the incidents are those of an earlier ledger
    try:
        readings = tuple(store.readings())
        judged = (store.judgements(), store.value_judgements())
        ledger = Ledger(readings, store.incidents(), store.quarantined(), *judged)
    except LedgerError as error:
        yield Finding("records", f"{error}; until it is mended the rest cannot be checked")
        return
    rulings = rulings_of(stand(store))
    found = (*check_ledger(ledger), *_judged(ledger, rulings))
    yield from found
    if not found:
        yield from redrawn_differs(store, ledger, rulings)


def _judged(ledger: Ledger, rulings: Rulings) -> Iterator[Finding]:
    """Judgements that are in force and do not hold."""
    incident_of = {claim: incident.id for incident in ledger.incidents for claim in incident.claims}
    of_event = {
        claim.event: incident_of[claim.id]
        for reading in ledger.readings
        for claim in reading.claims
        if claim.id in incident_of
    }
    for left, right in sorted(rulings.same | rulings.different):
        if not {left, right} <= of_event.keys():
            continue  # a person rejected all that it tells
        together = of_event[left] == of_event[right]
        if together != ((left, right) in rulings.same):
            found = "one incident" if together else "two incidents"
            yield Finding(left, f"was judged with {right}, and yet they are {found}")
