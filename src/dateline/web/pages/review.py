"""The page of reviewing: one claim or pair with its words, and what was judged last."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from dateline.keeping.judging import claim_of
from dateline.ledger.finding import LoggedEntry, Page
from dateline.model import Claim, ValueJudgement
from dateline.reconcile import anchor_of
from dateline.web.desk import Desk
from dateline.web.pages.parts import Link, Quote, incident_href, quote, title
from dateline.web.queue import Case, Queue
from dateline.wording.words import (
    Countries,
    place_words,
    report_words,
    short_day,
    value_words,
    voice_words,
    when_words,
)

LAST = 8
"""Judgements on a page of the log."""


@dataclass(frozen=True, slots=True)
class Side:
    """One telling: its sentence, and what was read in it."""

    quote: Quote
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reviewer asks for: the case that follows another, or a claim; and which page of the log."""

    after: str = ""
    claim: str = ""
    log: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A judgement of the log."""

    id: str
    words: str
    told: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Log:
    """A page of what was judged, the latest first, and where the others are."""

    entries: tuple[Entry, ...]
    later: str
    earlier: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The case, its place in the queue (0 for one that was asked for), and the log."""

    case: Case | None
    number: int
    total: int
    asks: str
    sides: tuple[Side, ...]
    value: str
    incident: Link | None
    after: str
    before: str
    log: Log
    notice: str
    name: str


def review_page(desk: Desk, queue: Queue, asked: Asked, name: str, notice: str = "") -> ReviewPage:
    """The claim that is asked for; else the first case of the queue, or the one that follows another.

    Raises:
        LedgerError: the ledger has no such claim.
    """
    cases, after, claim = queue.cases(), asked.after, asked.claim
    at = next((n + 1 for n, each in enumerate(cases) if each.key == after), 0)
    case = cases[at] if at < len(cases) else None
    if claim:
        case = Case(claim, "claim", (claim,), "you asked for this one")
    asks, sides, value, incident = _shown(desk, case) if case else ("", (), "", None)
    key = case.key if case else ""
    number, log = 0 if claim else at + 1, _log(desk, asked)
    return ReviewPage(case, number, len(cases), asks, sides, value, incident, key, after, log, notice, name)


def _shown(desk: Desk, case: Case) -> tuple[str, tuple[Side, ...], str, Link | None]:
    holder = desk.store.incidents_holding(case.ids[:1]) if case.kind == "claim" else ()
    incident = Link(title(holder[0]), incident_href(holder[0].id)) if holder else None
    if case.kind == "claim":
        claim = claim_of(desk.store, case.ids[0])
        value = value_words(claim.value, desk.countries)
        about = f", {claim.group}" if claim.group else ""
        asks = f"{claim.field}: {value}{about}"
        return asks, (_side(desk, claim),), value, incident
    return "Is this one occurrence?", tuple(_event(desk, event) for event in case.ids), "", incident


def _event(desk: Desk, event: str) -> Side:
    report = desk.store.report_of(event)
    reading = desk.store.reading(report) if report else None
    if reading is None:
        return Side(Quote("", "", "", "/review", "gone meanwhile"), ())
    anchor = anchor_of(event, reading)
    claims = [claim for claim in reading.claims if claim.event == event]
    first = next((c for c in claims if c.span == anchor.span), claims[0])
    facts = [f"{c.field}: {value_words(c.value, desk.countries)}" for c in claims]
    return Side(quote(first, report_words(reading.report)), tuple(dict.fromkeys(facts)))


def _side(desk: Desk, claim: Claim) -> Side:
    reading = desk.store.reading(claim.report)
    told = report_words(reading.report) if reading else claim.report
    return Side(quote(claim, told), _facts(claim, desk.countries))


def _facts(claim: Claim, countries: Countries) -> tuple[str, ...]:
    facts = [f"says {voice_words(claim.source, claim.modality)}"]
    if claim.place:
        facts.append(place_words(claim.place, countries))
    if claim.when:
        facts.append(when_words(claim.when))
    return (*facts, f"rule {claim.rule}")


def _log(desk: Desk, asked: Asked) -> Log:
    told = desk.store.log(Page((asked.log - 1) * LAST, LAST))
    return Log(
        tuple(_entry(each, desk.countries) for each in told.entries),
        _address(asked, asked.log - 1) if asked.log > 1 else "",
        _address(asked, asked.log + 1) if asked.log * LAST < told.total else "",
    )


def _address(asked: Asked, log: int) -> str:
    told = {"after": asked.after, "claim": asked.claim, "log": log if log > 1 else ""}
    query = urlencode({name: value for name, value in told.items() if value})
    return f"/review?{query}" if query else "/review"


def _entry(logged: LoggedEntry, countries: Countries) -> Entry:
    made = logged.made
    told = f"{made.by}, {short_day(made.at)}: {made.why}"
    if isinstance(made, ValueJudgement):
        about = f"{made.claim.field} {value_words(made.claim.value, countries)}"
        now = f" to {value_words(made.value, countries)}" if made.value else ""
        words = f"{made.verdict} {about}{now}"
    else:
        words = f"{made.verdict}: two events"
    final = logged.undone or made.undoes is not None
    return Entry(made.id, f"undone: {words}" if made.undoes else words, told, final)
