"""Report -> reading: the readers in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.codebook import Codebook
from dateline.gazetteer import Gazetteer
from dateline.model import AnyMention, Claim, Mention, Quarantined, Reading, Report, Statement
from dateline.reading.actors.reader import read_cast
from dateline.reading.casing import Recaser
from dateline.reading.claims.around import Around
from dateline.reading.claims.assemble import Told, assemble
from dateline.reading.counts.reader import read_counts
from dateline.reading.data import data_tokens
from dateline.reading.events.earlier import read_earlier
from dateline.reading.events.entries import entries, with_heads
from dateline.reading.events.event import Page
from dateline.reading.events.group import group, tellings_of
from dateline.reading.events.happened import with_happened
from dateline.reading.events.lexicon import build_lexicon
from dateline.reading.events.scene import Scene
from dateline.reading.events.sites import located
from dateline.reading.events.tell import tell
from dateline.reading.events.weapons import read_weapons
from dateline.reading.parse import Parse, Parser
from dateline.reading.places.reader import read_places, resolve_dateline
from dateline.reading.restored import claim_as_told, mention_as_told, statement_as_told
from dateline.reading.roles.purpose import read_motives
from dateline.reading.screen import Screen
from dateline.reading.speech import attribution, read_speech
from dateline.reading.times.filed import not_filed
from dateline.reading.times.reader import read_times
from dateline.reading.tree import subtree


class Reader:
    """Reads reports with one loaded model, codebook and gazetteer."""

    def __init__(self, codebook: Codebook, gazetteer: Gazetteer) -> None:
        self._parser = Parser()
        self._recaser = Recaser(codebook.casing, codebook.actors.exact)
        self._codebook = codebook
        self._gazetteer = gazetteer
        self._lexicon = build_lexicon(codebook)
        self._screen = Screen(codebook, self._parser)

    def may_tell(self, reports: Sequence[Report]) -> list[bool]:
        """For each report whether reading it may give a claim: where not, it surely gives none."""
        return self._screen.may_tell([self._recaser.recased(report.text) for report in reports])

    def read(self, reports: Sequence[Report]) -> Iterator[Reading | Quarantined]:
        """One reading a report, in order; a report that Dateline fails on is named, and costs no other."""
        parses = self._parser.parse(self._recaser.recased(report.text) for report in reports)
        for report, parse in zip(reports, parses, strict=True):
            try:
                yield self.read_parsed(report, parse)
            except Exception as error:
                reason = f"a fault of Dateline, please report it: {type(error).__name__}: {error}"
                yield Quarantined(report.path, reason)

    def read_parsed(self, report: Report, parse: Parse) -> Reading:
        """Read a parsed report: mentions, then who says what, then events and their claims."""
        book = self._codebook
        times = not_filed(parse, read_times(parse, report.published, book), report.dateline)
        places = read_places(parse, self._gazetteer, book, report.dateline)
        cast = read_cast(parse, report.id, book)
        data = data_tokens(parse)
        counts = tuple(c for c in read_counts(parse, book) if not data & {c.trigger, c.head})
        statements = read_speech(parse, cast, times, places, book, report.id)
        listed = entries(parse, times, places, book.counts)
        scene = Scene(self._lexicon, book.modality, read_weapons(parse, self._lexicon), cast)
        sites = located(parse, places, cast, book)
        tellings = tell(parse, scene, book, counts, times, sites)
        tellings = tuple(t for t in tellings if t.trigger.i not in data)
        tellings = with_heads(tellings, listed)
        tellings = with_happened(parse, tellings, times, sites, book.tellings.ties)
        motives = read_motives(parse, book.roles)
        earlier = read_earlier(parse, times, tellings, book.tellings.ties)
        asides = [*(tuple(subtree(parse, m.head)) for m in motives), *(e.tokens for e in earlier)]
        page = Page(parse, report.published, asides, book.tellings, listed)
        report = replace(report, place=resolve_dateline(report.dateline, self._gazetteer, book))
        around = Around(parse, report, times, places, earlier, listed)
        events = group(page, tellings)
        told = Told(page, around, tellings_of(events), events, counts, sites, cast, attribution(statements))
        claims = assemble(told, book)
        mentions: tuple[AnyMention, ...] = (
            *times,
            *places,
            *cast.mentions,
            *(Mention("count", c.span, c.value) for c in counts),
        )
        if parse.text != report.text:  # it came in capitals
            claims = tuple(claim_as_told(c, report.text) for c in claims)
            statements = tuple(statement_as_told(s, parse.text, report.text) for s in statements)
            mentions = tuple(mention_as_told(m, report.text) for m in mentions)
        return Reading(
            report,
            claims,
            tuple(_with_claims(s, claims) for s in statements),
            cast.actors,
            tuple(sorted(mentions, key=lambda m: (m.span, m.kind))),
        )


def _with_claims(statement: Statement, claims: Sequence[Claim]) -> Statement:
    """The statement with the ids of the claims whose value stands in its content."""
    first = min((s.start for s in statement.spans.content), default=0)
    end = max((s.end for s in statement.spans.content), default=0)
    inside = [
        c.id
        for c in claims
        if (value := c.spans.value)
        and first <= value.start
        and value.end <= end
        and any(s.contains(value) for s in statement.spans.content)
    ]
    return replace(statement, claims=tuple(sorted(inside)))
