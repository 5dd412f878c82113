"""A report's statements: who says what, by which words, through which medium and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dateline.codebook import Codebook
from dateline.codebook.speech import Sense, SpeechCues
from dateline.model import (
    Source,
    Span,
    Spans,
    Statement,
    StatementKind,
    StatementSpans,
    TimeMention,
    content_id,
)
from dateline.reading.parse import Parse
from dateline.reading.speech.contacts import contact_time, read_contacts
from dateline.reading.speech.medium import medium_of, times_by_token, when_of
from dateline.reading.speech.quotes import Quotes, read_quotes
from dateline.reading.speech.saying import Saying, below, pieces
from dateline.reading.speech.sayings import Nested, read_sayings
from dateline.reading.speech.sources import KindWords, Voices, is_speaker, kind_words, read_source
from dateline.reading.speech.words import lemma_of, speech_words
from dateline.reading.tree import child, children

POSITIONS: frozenset[Sense] = frozenset(("oppose", "back", "seek", "want"))


@dataclass(frozen=True, slots=True)
class Scene:
    """What turning sayings into statements needs to know about the report."""

    parse: Parse
    quotes: Quotes
    voices: Voices
    times: Mapping[int, TimeMention]
    cues: SpeechCues
    kinds: KindWords
    report: str


def read_speech(
    parse: Parse, cast: Voices, times: Sequence[TimeMention], codebook: Codebook, report_id: str
) -> tuple[Statement, ...]:
    """Every statement of a report in text order, without claims: speech, contacts and positions."""
    cues = codebook.speech
    quotes = read_quotes(parse)
    scene = Scene(parse, quotes, cast, times_by_token(parse, times), cues, kind_words(cues), report_id)
    sayings = read_sayings(parse, quotes, speech_words(cues), lambda i: _can_speak(scene, i))
    cited = {c.cue for s in sayings if (c := _cited(scene, s.saying.cue))}
    spoken = (_speech(scene, s) for s in sayings if s.saying.cue not in cited)
    found = [s for s in spoken if s.spans.content]  # what is only marks and brackets says nothing
    found += [_contact(scene, c) for c in read_contacts(parse, quotes, cast, cues.contact)]
    return tuple(sorted(found, key=lambda s: (_first(s), s.id)))


def _first(statement: Statement) -> Span:
    spans = statement.spans
    return min((*spans.content, *spans.cue))


def _statement(scene: Scene, saying: Saying, speaker: Source | None, medium: str | None) -> Statement:
    kind = _kind(scene, saying)
    spans = _spans(scene.parse, saying)
    return Statement(
        content_id("statement", scene.report, kind, repr(spans)),
        scene.report,
        speaker,
        _addressee(scene, saying),
        kind,
        " ".join(s.of(scene.parse.text) for s in spans.content),
        spans,
        medium,
        when_of(scene.parse, saying, scene.times),
        (),
    )


def _addressee(scene: Scene, saying: Saying) -> Source | None:
    """The one spoken to, where the words name someone."""
    to = saying.addressee
    if to is None or not (scene.parse.tokens[to].tag == "PRP" or _can_speak(scene, to)):
        return None
    return _source(scene, to)


def _can_speak(scene: Scene, i: int) -> bool:
    return is_speaker(scene.parse, i, scene.voices, scene.kinds)


def _contact(scene: Scene, saying: Saying) -> Statement:
    assert saying.source is not None
    made = _statement(scene, saying, _source(scene, saying.source), None)
    elsewhere = contact_time(scene.parse, saying, scene.voices, scene.times, scene.cues.contact.nouns)
    return replace(made, when=made.when or elsewhere)


def _kind(scene: Scene, saying: Saying) -> StatementKind:
    if saying.frame == "contact":
        return "contact"
    if saying.sense in POSITIONS and saying.frame in ("object", "preposition", "infinitive"):
        return "position"
    words = [i for i in saying.content if scene.parse.tokens[i].text.isalnum()]
    quoted = sum(scene.quotes.within(i) for i in words)
    if quoted == 0:
        return "indirect"
    return "direct" if quoted == len(words) else "mixed"


def _spans(parse: Parse, saying: Saying) -> StatementSpans:
    content = tuple(parse.span(a, b) for a, b in pieces(parse, saying.content))
    source: Spans = ()
    if saying.source is not None:
        taken = {*saying.content, *range(*saying.words), saying.cue}
        inside = [i for i in below(parse, saying.source, taken) if i not in taken]
        source = tuple(parse.span(a, b) for a, b in pieces(parse, inside) if a <= saying.source < b)
    return StatementSpans(content, source, (parse.span(*saying.words),))


def _source(scene: Scene, head: int) -> Source:
    return read_source(scene.parse, head, scene.voices, scene.kinds)


def _speech(scene: Scene, nested: Nested) -> Statement:
    """A saying as a statement; its speaker has the chain through which the words came."""
    saying = nested.saying
    medium = medium_of(scene.parse, saying, scene.cues.media)
    if saying.source is None:
        return _statement(scene, saying, None, medium)
    chain = [_issuer(scene, saying.source)]
    if scene.parse.tokens[chain[0]].sentence == scene.parse.tokens[saying.cue].sentence:
        saying = saying._replace(source=chain[0])
    cited = _cited(scene, saying.cue)
    if cited is not None:
        saying = saying._replace(source=cited.whom)
        chain.insert(0, cited.whom)
    if nested.parent is not None and nested.parent.source is not None:
        chain.append(_issuer(scene, nested.parent.source))
    first, *rest = [_source(scene, head) for head in chain]
    via = () if first.publisher else tuple(s for s in rest if s.name != first.name)
    return _statement(scene, saying, replace(first, via=via), medium)


class Cited(NamedTuple):
    """A participle of citing and the head of whom it cites."""

    cue: int
    whom: int


def _cited(scene: Scene, cue: int) -> Cited | None:
    """ "State television said, citing the ministry, that": the one who is cited."""
    for t in children(scene.parse, cue, "advcl"):
        whom = child(scene.parse, t.i, "dobj")
        if (
            t.tag == "VBG"
            and lemma_of(t) in scene.cues.citing
            and whom is not None
            and _can_speak(scene, whom.i)
        ):
            return Cited(t.i, whom.i)
    return None


def _issuer(scene: Scene, head: int) -> int:
    """ "The ministry issued a statement. The statement said": the ministry."""
    parse = scene.parse
    token = parse.tokens[head]
    if lemma_of(token) not in scene.cues.media or scene.voices.at(head) is not None:
        return head
    for p in children(parse, head, "poss", "prep"):
        owner = child(parse, p.i, "pobj") if p.lower in ("by", "from", "of") else None
        if p.dep == "poss" or owner is not None:
            return owner.i if owner else p.i
    for issued in reversed(parse.tokens[: head + 1]):
        if issued.dep != "dobj" or lemma_of(issued) != lemma_of(token):
            continue
        subject = child(parse, issued.head, "nsubj")
        if subject is not None and lemma_of(parse.tokens[issued.head]) in scene.cues.nominal_verbs:
            return subject.i
    return head
