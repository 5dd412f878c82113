"""What several pages show: a count with its status, a link, a claim in words."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Claim, FieldSummary, Incident, Status
from dateline.wording.words import sentence_case, short_range, when_words


@dataclass(frozen=True, slots=True)
class Figure:
    """A count in short: "0–80"; ``best`` where the range leaves it open."""

    range: str
    best: str
    status: Status


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in three parts, the words of the value in the middle; its address, and its report."""

    before: str
    value: str
    after: str
    href: str
    report: str


def figure(summary: FieldSummary | None) -> Figure | None:
    """The figure of a field; none where nothing is told, or no number is given."""
    if summary is None:
        return None
    told = short_range(summary.low, summary.high)
    open_range = summary.best is not None and summary.low != summary.high
    return Figure(told or "–", f"{summary.best:,}" if open_range else "", summary.status)


def incident_href(incident: str) -> str:
    """The address of an incident's page."""
    return f"/incidents/{incident}"


def report_href(report: str, claim: str | None = None) -> str:
    """The address of a report's page, at the words of a claim."""
    return f"/reports/{report}#{claim}" if claim else f"/reports/{report}"


def title(incident: Incident) -> str:
    """ "Missile strike, Iraq, 8 January 2020"."""
    place = f", {incident.place.name}" if incident.place else ""
    when = f", {when_words(incident.when)}" if incident.when else ""
    return f"{sentence_case(incident.type.name)}{place}{when}"


def quote(claim: Claim, report: str) -> Quote:
    """The sentence of a claim, and the address of its words; ``report`` is what its report is called."""
    value = claim.spans.value or claim.spans.trigger
    start, end = 0, 0
    if value and claim.span.contains(value):
        start, end = value.start - claim.span.start, value.end - claim.span.start
    told = claim.quote
    return Quote(told[:start], told[start:end], told[end:], report_href(claim.report, claim.id), report)
