"""Hand-made readings for reconciling: no text is read, only claims are put together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from dateline.codebook import load_codebook
from dateline.model import (
    Claim,
    ClaimSpans,
    Entity,
    Field,
    Incident,
    Modality,
    Number,
    Place,
    Reading,
    Report,
    Source,
    Span,
    Term,
    Value,
    When,
    content_id,
    publisher_source,
)
from dateline.reconcile import reconcile
from dateline.reconcile.rulings import Rulings

CODEBOOK = load_codebook()

BRINDLE = Place("Brindle", 40.0, 20.0, 1, "XA", None, "exact", 5.0, "Brindle")
ORLOW = Place("Orlow", 43.0, 25.0, 2, "XA", None, "exact", 5.0, "Orlow")
POLICE = Source("police", "police", None, None, False, False, (), "police")
MINISTRY = Source("Health Ministry", "health", "XA", None, True, False, (), "the Health Ministry")


def on(day: int) -> When:
    """A day of May 2031."""
    return When(date(2031, 5, day), date(2031, 5, day), "day", None, f"{day} May 2031")


def a_report(key: str, day: int, group: str | None = None) -> Report:
    """A report published on a day of May 2031 by a publisher named after its key."""
    ident = content_id("report", key)
    published = date(2031, 5, day)
    copies = group or content_id("copies", key)
    return Report(
        ident, key, f"{key}.txt", "", key, None, published, "input", None, None, "en", "x" * 400, (), copies
    )


class Teller:
    """Builds one event's claims in one report."""

    def __init__(self, report: Report, kind: str = "bombing", name: str = "e") -> None:
        self.report = report
        self.event = content_id("event", report.id, name)
        self.claims: list[Claim] = []
        self.say("type", Term(kind, kind))

    def say(
        self,
        field: Field,
        value: Value,
        source: Source | None = None,
        group: str | None = None,
        modality: Modality = "asserted",
    ) -> Teller:
        """Add a claim; the publisher speaks where no source is named."""
        n = len(self.claims)
        span = Span(n, n + 1)
        place = value if isinstance(value, Place) else None
        when = value if isinstance(value, When) else None
        self.claims.append(
            Claim(
                content_id("claim", self.event, str(n)),
                self.report.id,
                self.event,
                field,
                value,
                group,
                place,
                when,
                source or publisher_source(self.report.publisher),
                modality,
                "x",
                span,
                ClaimSpans(span, span, None, None),
                "test",
            )
        )
        return self

    def count(self, field: Field, low: int | None, high: int | None, source: Source | None = None) -> Teller:
        """Add a whole count."""
        return self.say(field, Number(low, high, f"{low}-{high}"), source)

    def quoting(self, *quotes: str) -> Teller:
        """Let the claims so far quote these sentences in turn."""
        self.claims = [replace(c, quote=quotes[n % len(quotes)]) for n, c in enumerate(self.claims)]
        return self

    def by_rule(self, rule: str) -> Teller:
        """Let the last claim be made by a rule."""
        self.claims[-1] = replace(self.claims[-1], rule=rule)
        return self

    def under(self, trigger: int) -> Teller:
        """Hang the last claim on a trigger."""
        last = self.claims[-1]
        self.claims[-1] = replace(last, spans=replace(last.spans, trigger=Span(trigger, trigger + 1)))
        return self

    def at(self, place: Place) -> Teller:
        """Put the claims so far, and a place claim, at a place."""
        self.say("place", place)
        self.claims = [replace(c, place=place) for c in self.claims]
        return self


def reading(*tellers: Teller) -> Reading:
    """The reading of one report with its events."""
    claims = tuple(c for t in tellers for c in t.claims)
    return Reading(tellers[0].report, claims, (), (), ())


def actor(name: str, country: str | None = None) -> Entity:
    """A party."""
    return Entity(name, "state" if country else "armed group", country, None, name)


def together(*readings: Reading) -> Incident:
    """The one incident that all events of the readings are judged to be: linking has no say."""
    events = sorted({c.event for r in readings for c in r.claims})
    (incident,) = reconcile(readings, CODEBOOK, Rulings(frozenset(pairwise(events)), frozenset()))
    return incident
