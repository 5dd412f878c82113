"""The page of a report: its text with all that was read in it, and a note for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.keeping.settling import values_standing
from dateline.ledger.finding import Page, Sought
from dateline.limits import LEDGER_PAGE
from dateline.model import Claim, Ledger, Place, Reading, Span, Spans, Statement, When
from dateline.web.desk import Desk
from dateline.web.pages.judged import Verdict, verdicts
from dateline.web.pages.marks import Annotation, Kind, Piece, pieces
from dateline.web.pages.parts import Link, incident_href, report_href, title
from dateline.wording.lookup import Lookup, look_up
from dateline.wording.speech import speaker_words
from dateline.wording.words import (
    Countries,
    place_detail,
    place_words,
    report_words,
    short_day,
    source_words,
    value_words,
    when_words,
)


@dataclass(frozen=True, slots=True)
class Note:
    """What an annotation says: ``head`` in bold, ``lines`` under it; ``words`` are the report's own.

    ``id`` is the record's, empty where it has none; ``incident`` is where a claim counts, and ``judged`` what
    people decided of it.
    """

    number: int
    kind: Kind
    id: str
    head: str
    lines: tuple[str, ...]
    words: str
    rule: str
    incident: str
    judged: Verdict | None = None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The whole page; ``counts`` are how many annotations of each kind there are."""

    id: str
    title: str
    told: str
    published: str
    dateline: str
    language: str
    path: str
    raw: str
    copies: tuple[Link, ...]
    incidents: tuple[Link, ...]
    repairs: tuple[tuple[str, str], ...]
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    counts: tuple[tuple[Kind, int], ...]


def report_page(desk: Desk, report: str) -> ReportPage | None:
    """The page of a report; none where the ledger has no such report."""
    reading = desk.store.reading(report)
    if reading is None:
        return None
    incidents = desk.store.incidents_holding([claim.id for claim in reading.claims])
    incident_of = {claim: each.id for each in incidents for claim in each.claims}
    stood = values_standing(desk.store, frozenset((report,)))
    judged = {each.claim: each.judgement for each in stood if each.state == "in force" and each.claim}
    said_of = verdicts(judged, desk.countries)
    told = tuple(_annotated(reading, incident_of, said_of, desk.countries))
    kinds: tuple[Kind, ...] = ("claim", "statement", "place", "time", "actor")
    annotations = [annotation for annotation, _ in told]
    about = reading.report
    return ReportPage(
        about.id,
        about.title or about.text.strip().splitlines()[0][:140],
        report_words(about),
        short_day(about.published) if about.published else "undated",
        about.dateline or "",
        about.language,
        about.path,
        about.raw,
        _copies(desk, report),
        tuple(Link(title(each), incident_href(each.id)) for each in incidents),
        tuple((repair.was, repair.rule) for repair in about.repairs),
        tuple(pieces(about.text, annotations)),
        tuple(note for _, note in told),
        tuple((kind, sum(each.kind == kind for each in annotations)) for kind in kinds),
    )


def _copies(desk: Desk, report: str) -> tuple[Link, ...]:
    """The other reports that carry the same text, the earliest first."""
    named = desk.store.seek_reports(Sought(copies_of=report), Page(0, LEDGER_PAGE))
    copies = [each.report for each in desk.store.readings_of({id_ for id_, _ in named.ids} - {report})]
    copies.sort(key=lambda each: (each.published is None, str(each.published), each.key))
    return tuple(Link(report_words(each), report_href(each.id)) for each in copies)


def _annotated(
    reading: Reading, incident_of: Mapping[str, str], said_of: Mapping[str, Verdict], countries: Countries
) -> Iterator[tuple[Annotation, Note]]:
    """Every annotation with its note, in text order."""
    found: list[tuple[Kind, Spans, Note]] = []
    text = reading.report.text
    lookup = look_up(Ledger((reading,), (), ()), countries)
    for claim in reading.claims:
        spans: Spans = (_of(claim),)
        incident = incident_href(incident_of[claim.id]) if claim.id in incident_of else ""
        note = _claim(claim, _said(text, spans), incident, countries)
        found.append(("claim", spans, replace(note, judged=said_of.get(claim.id))))
    for statement in reading.statements:
        spans = statement.spans.content or statement.spans.cue or statement.spans.source
        if spans:
            found.append(("statement", spans, _statement(statement, lookup, _said(text, spans))))
    for mention in reading.mentions:
        value, words = mention.value, mention.span.of(text)
        if isinstance(value, Place):
            head, lines = place_words(value, countries), (place_detail(value),)
            found.append(("place", (mention.span,), Note(0, "place", "", head, lines, words, "", "")))
        elif isinstance(value, When):
            found.append(("time", (mention.span,), Note(0, "time", "", when_words(value), (), words, "", "")))
    for actor in reading.actors:
        known = (actor.kind, actor.role or "", countries.get(actor.country or "", ""))
        words = _said(text, actor.spans[:1])
        note = Note(0, "actor", actor.id, actor.name, (", ".join(filter(None, known)),), words, "", "")
        found.append(("actor", actor.spans, note))
    found.sort(key=lambda each: (each[1][0].start, -each[1][0].end, each[0]))
    for n, (kind, spans, note) in enumerate(found, 1):
        rejected = note.judged is not None and note.judged.rejected
        yield Annotation(n, kind, spans, rejected), replace(note, number=n)


def _claim(claim: Claim, words: str, incident: str, countries: Countries) -> Note:
    group = f", {claim.group}" if claim.group else ""
    lines = [f"{source_words(claim.source)}; {claim.modality}"]
    if claim.when:
        lines.append(when_words(claim.when))
    if claim.place and claim.field != "place":
        lines.append(place_words(claim.place, countries))
    head = f"{claim.field}: {value_words(claim.value, countries)}{group}"
    return Note(0, "claim", claim.id, head, tuple(lines), words, claim.rule, incident)


def _statement(statement: Statement, lookup: Lookup, words: str) -> Note:
    lines: list[str] = [statement.kind]
    if statement.medium:
        lines.append(statement.medium)
    if statement.when:
        lines.append(when_words(statement.when))
    head = speaker_words(statement, lookup)
    return Note(0, "statement", statement.id, head, (", ".join(lines),), words, "", "")


def _of(claim: Claim) -> Span:
    """The words that tell the value, or where it has none of its own those that tell the event."""
    return claim.spans.value or claim.spans.trigger or claim.span


def _said(text: str, spans: Spans) -> str:
    return " … ".join(span.of(text) for span in spans)
