"""What a person should look at next: disputed values, weakly supported ones, pairs near the threshold."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from dateline.codebook import Codebook
from dateline.errors import DatelineError
from dateline.keeping.judging import stand
from dateline.keeping.settling import values_standing
from dateline.ledger import Store
from dateline.limits import REVIEW_EVENTS, REVIEW_PAIRS
from dateline.model import Claim
from dateline.reconcile.compare import Comparer
from dateline.reconcile.keys import keys_of
from dateline.reconcile.stored import read_views
from dateline.reconcile.views import EventView
from dateline.web.resting import rest

NEAR = 1.0
"""How far from the threshold, which is 0, the score of a pair that is looked at may be."""

BLOCK = 30
"""Events of a larger block than this are not compared for review."""

QUICK = 0.1
"""Seconds of the processor up to which the cases are made while a visitor waits."""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to judge: a claim by its id, or two events; ``why`` says in words why it is asked."""

    key: str
    kind: Literal["claim", "pair"]
    ids: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Made:
    """The cases of a ledger as it stood at ``head``.

    ``seconds`` of the processor were needed; from ``due`` on, by a clock that only runs forward, they may be
    made anew.
    """

    head: str
    cases: tuple[Case, ...]
    seconds: float
    due: float


class Queue:
    """The cases of a ledger, made anew when it has changed; those that were judged are left out.

    A large ledger's are made anew beside, so that nobody waits while reports are added: meanwhile the cases
    of before are given, without those that were judged since.
    """

    def __init__(self, store: Store, codebook: Codebook) -> None:
        self._store = store
        self._codebook = codebook
        self._lock = threading.Lock()
        self._made = Made("", (), 0.0, 0.0)
        self._making = False

    def cases(self) -> tuple[Case, ...]:
        """What is to be judged, what matters most first."""
        head = self._store.head()
        with self._lock:
            if self._made.head != head and self._made.seconds <= QUICK:
                self._made = self._make(head)
            made, stale = self._made, self._made.head != head
            if stale and not self._making and time.monotonic() >= made.due:
                self._making = True
                threading.Thread(target=self._renew, name="queue", daemon=True).start()
        return tuple(self._undecided(made.cases)) if stale else made.cases

    def _make(self, head: str) -> Made:
        start = time.thread_time()
        cases = tuple(self._cases())
        seconds = time.thread_time() - start
        return Made(head, cases, seconds, time.monotonic() + rest(seconds))

    def _renew(self) -> None:
        """Make them anew; where the ledger is away, whoever looks next is told so, and it is tried again."""
        made = None
        with suppress(DatelineError):
            made = self._make(self._store.head())
        with self._lock:
            self._made, self._making = made or self._made, False

    def _undecided(self, cases: Sequence[Case]) -> Iterator[Case]:
        """Those on which nobody has judged since they were made."""
        decided, pairs = self._store.claims_judged(), self._store.judgements()
        undone = {each.undoes for each in pairs}
        both = {
            frozenset(event.event for event in each.events)
            for each in pairs
            if each.id not in undone and not each.undoes
        }
        for case in cases:
            if not (case.kind == "claim" and case.ids[0] in decided) and frozenset(case.ids) not in both:
                yield case

    def _cases(self) -> Iterator[Case]:
        judged = {each.claim for each in values_standing(self._store) if each.state == "in force"}
        yield from self._disputed(judged)
        yield from self._weak(judged)
        yield from self._near()

    def _disputed(self, judged: set[str | None]) -> Iterator[Case]:
        found = self._store.fields_with(("disputed", "denied"))
        for incident in self._store.incidents_with(sorted(found)):
            for field in found[incident.id]:
                summary = next((each for name, each in incident.fields if name == field), None)
                for claim in summary.claims if summary else ():
                    if claim not in judged:
                        judged.add(claim)
                        yield Case(
                            claim, "claim", (claim,), f"{field} is {summary.status}" if summary else ""
                        )

    def _weak(self, judged: set[str | None]) -> Iterator[Case]:
        """Counts that one unnamed or hedging voice alone gives."""
        found = self._store.fields_with(("single",))
        for incident in self._store.incidents_with(sorted(found)):
            summaries = [
                each for name, each in incident.fields if each.status == "single" and each.best is not None
            ]
            wanted = {claim for each in summaries for claim in each.claims} - judged
            if not wanted:
                continue
            for reading in self._store.readings_of(incident.reports):
                for claim in reading.claims:
                    if claim.id in wanted and _is_weak(claim):
                        judged.add(claim.id)
                        yield Case(claim.id, "claim", (claim.id,), f"{claim.field} rests on this voice alone")

    def _near(self) -> Iterator[Case]:
        """Pairs whose score is near the threshold, the nearest first; none in a very large ledger."""
        views = [view for kept in self._store.views() for view in read_views(kept.record)]
        if not 1 < len(views) <= REVIEW_EVENTS:
            return
        decided = {frozenset(each.events) for each in stand(self._store) if each.state == "in force"}
        pairs = [pair for pair in _pairs(views) if frozenset((pair[0].id, pair[1].id)) not in decided]
        if not pairs:
            return
        scored = zip(Comparer(self._codebook.linking).compare(pairs), pairs, strict=True)
        near = [
            (abs(found.score), found.score, a.id, b.id) for found, (a, b) in scored if _is_near(found.score)
        ]
        for _, score, one, other in sorted(near)[:REVIEW_PAIRS]:
            side = "just the same" if score >= 0 else "just not the same"
            yield Case(f"{one}+{other}", "pair", (one, other), f"the rules hold these {side} ({score:+.1f})")


def _is_weak(claim: Claim) -> bool:
    return claim.modality == "hedged" or not (claim.source.named or claim.source.publisher)


def _is_near(score: float) -> bool:
    return math.isfinite(score) and abs(score) <= NEAR


def _pairs(views: Sequence[EventView]) -> list[tuple[EventView, EventView]]:
    """Pairs of two reports that share a small block, each once."""
    blocks: dict[str, list[EventView]] = {}
    for view in views:
        for key in keys_of(view):
            blocks.setdefault(key, []).append(view)
    found: dict[tuple[str, str], tuple[EventView, EventView]] = {}
    for block in blocks.values():
        for a, b in combinations(block if len(block) <= BLOCK else (), 2):
            if a.report != b.report:
                one, other = (a, b) if a.id < b.id else (b, a)
                found[one.id, other.id] = (one, other)
    return [found[key] for key in sorted(found)]
