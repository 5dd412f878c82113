"""The log of judgements as the API tells it: each with how it stands now, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.exchange.judged import judgement_json, value_judgement_json
from dateline.keeping.judging import stand, stand_values
from dateline.ledger import Store
from dateline.model import Judgement, ValueJudgement
from dateline.web.asked import AskedJudgements, JudgementState


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement; ``now`` are the ids that its claim or events have now, ``because`` what it yielded to."""

    kind: Literal["pair", "value"]
    state: JudgementState
    because: tuple[str, ...]
    now: tuple[str | None, ...]
    judgement: Judgement | ValueJudgement

    @property
    def on(self) -> frozenset[str]:
        """The ids of all that it is about, as they were and as they are."""
        made = self.judgement
        if isinstance(made, ValueJudgement):
            were = {made.claim.claim, made.claim.report}
        else:
            were = {id_ for each in made.events for id_ in (each.event, each.report)}
        return frozenset(were | {each for each in self.now if each})


def judged_of(store: Store, asked: AskedJudgements) -> list[Judged]:
    """All that fit, the latest first; those of one second in order of kind and number."""
    fit = (each for each in _all(store) if _fits(each, asked))
    return sorted(fit, key=lambda e: (e.judgement.at, e.kind, e.judgement.number), reverse=True)


def judged_named(store: Store, id_: str) -> Judged | None:
    """The judgement with this id, if there is one."""
    return next((each for each in _all(store) if each.judgement.id == id_), None)


def judged_json(judged: Judged) -> dict[str, object]:
    """As the contract of the API has it."""
    made = judged.judgement
    told = value_judgement_json(made) if isinstance(made, ValueJudgement) else judgement_json(made)
    return {
        "kind": judged.kind,
        "state": judged.state,
        "because": list(judged.because),
        "now": list(judged.now),
        "judgement": told,
    }


def _all(store: Store) -> Iterator[Judged]:
    for pair in stand(store):
        yield Judged("pair", pair.state, pair.because, pair.events, pair.judgement)
    for value in stand_values(store):
        because = (value.because,) if value.because else ()
        yield Judged("value", value.state, because, (value.claim,), value.judgement)
    yield from (Judged("pair", "undoing", (), (), each) for each in store.judgements() if each.undoes)
    yield from (Judged("value", "undoing", (), (), each) for each in store.value_judgements() if each.undoes)


def _fits(judged: Judged, asked: AskedJudgements) -> bool:
    return (
        asked.kind in (None, judged.kind)
        and asked.state in (None, judged.state)
        and asked.by in (None, judged.judgement.by)
        and (asked.on is None or asked.on in judged.on)
    )
