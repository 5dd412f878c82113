"""A report's statements: who says what, by which words, through which medium and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dateline.codebook import Codebook
from dateline.codebook.speech import Sense, SpeechCues
from dateline.model import (
    PlaceMention,
    Source,
    Span,
    Spans,
    Statement,
    StatementKind,
    StatementSpans,
    TimeMention,
    content_id,
)
from dateline.reading.parse import Parse, Token
from dateline.reading.speech.contacts import contact_time, read_contacts
from dateline.reading.speech.inner import OPENING
from dateline.reading.speech.medium import medium_of, times_by_token, when_of
from dateline.reading.speech.quotes import Quotes, read_quotes
from dateline.reading.speech.saying import Saying, below, pieces, speaker_of
from dateline.reading.speech.sayings import Nested, read_sayings
from dateline.reading.speech.sources import (
    KindWords,
    Voices,
    is_medium,
    is_speaker,
    issuer_of,
    kind_words,
    read_source,
)
from dateline.reading.speech.words import lemma_of, speech_words
from dateline.reading.tree import child, children, is_verb

STANDS_FOR = {"it": ("NN", "NNP"), "they": ("NNS", "NNPS")}
"""Tags of the speakers that a pronoun may stand for; of persons the report's cast knows who he is."""
NEAR = 2
"""Sentences back to the speaker that a pronoun stands for."""
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
    parse: Parse,
    cast: Voices,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    codebook: Codebook,
    report_id: str,
) -> tuple[Statement, ...]:
    """Every statement of a report in text order, without claims: speech, contacts and positions."""
    cues = codebook.speech
    kinds = kind_words(cues)
    towns = {p.span.end for p in places if p.value.resolved}
    quotes = read_quotes(parse)
    scene = Scene(parse, quotes, cast, times_by_token(parse, times), cues, kinds, report_id)

    def heads(i: int) -> bool:
        """A place before a colon only tells where, unless it is a building: "Al-Amal Hospital: 12 dead"."""
        town = parse.tokens[i].end in towns and lemma_of(parse.tokens[i]) not in kinds.heads
        return not town and _can_head(scene, i)

    sayings = read_sayings(parse, quotes, speech_words(cues), lambda i: _can_speak(scene, i), heads)
    cited = {c.cue for s in sayings if (c := _cited(scene, s.saying))}
    spoken = (_speech(scene, s) for s in _named(scene, sayings) if s.saying.cue not in cited)
    found = [s for s in spoken if s.spans.content]  # what is only marks and brackets says nothing
    found += [_contact(scene, c) for c in read_contacts(parse, quotes, cast, cues.contact)]
    return tuple(sorted(found, key=lambda s: (_first(s), s.id)))


def _named(scene: Scene, sayings: Sequence[Nested]) -> Iterator[Nested]:
    """The sayings, with the last fitting speaker for a pronoun that stands for nobody of the report's cast.

    "The coastguard said 35 had died. It said 15 were missing."
    """
    last: int | None = None
    for nested in sorted(sayings, key=lambda n: n.saying.cue):
        source = nested.saying.source
        token = scene.parse.tokens[source] if source is not None else None
        if token is not None and token.lower in STANDS_FOR and scene.voices.at(token.i) is None:
            if last is not None and _stands_for(token, scene.parse.tokens[last]):
                yield nested._replace(saying=nested.saying._replace(source=last))
                continue
        elif token is not None and token.tag.startswith("NN"):
            last = token.i
        yield nested


def _stands_for(pronoun: Token, speaker: Token) -> bool:
    """Whether a pronoun fits the last speaker, of this sentence or the two before."""
    return pronoun.sentence - speaker.sentence <= NEAR and speaker.tag in STANDS_FOR[pronoun.lower]


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


def _can_head(scene: Scene, i: int) -> bool:
    """Whether a label names a speaker, a medium too where it is told which: "Junta media", not "Report"."""
    if _can_speak(scene, i):
        return True
    told = child(scene.parse, i, "compound", "amod") is not None
    return told and scene.voices.at(i) is None and is_medium(scene.parse, i, scene.kinds)


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
    if scene.quotes.within(saying.cue):  # passed on inside a quotation
        return "direct" if scene.parse.tokens[saying.content[0]].text in OPENING else "indirect"
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
    chain = [_issuer(scene, _speaker(scene, nested, saying.source))]
    compound = scene.parse.tokens[chain[0]].dep in ("compound", "amod")  # "the police report" speaks as such
    if not compound and scene.parse.tokens[chain[0]].sentence == scene.parse.tokens[saying.cue].sentence:
        saying = saying._replace(source=chain[0])
    cited = _cited(scene, saying)
    if cited is not None:
        saying = saying._replace(source=cited.whom)
        chain.insert(0, cited.whom)
    if nested.parent is not None and nested.parent.source is not None and nested.parent.sense != "oppose":
        chain.append(_issuer(scene, nested.parent.source))
    first, *rest = [_source(scene, head) for head in chain]
    via = () if first.publisher else tuple(s for s in rest if s.name != first.name)
    return _statement(scene, saying, replace(first, via=via), medium)


def _speaker(scene: Scene, nested: Nested, source: int) -> int:
    """Who speaks, where a verb shares a subject that cannot: "said its jets had hit it and insisted that"."""
    outer = nested.parent.source if nested.parent is not None else None
    shared = scene.parse.tokens[nested.saying.cue].dep == "conj" and source < nested.saying.cue
    silent = scene.parse.tokens[source].tag.startswith("NN") and not _can_speak(scene, source)
    return outer if shared and silent and outer is not None else source


class Cited(NamedTuple):
    """A participle of citing and the head of whom it cites."""

    cue: int
    whom: int


def _cited(scene: Scene, saying: Saying) -> Cited | None:
    """ "State television said, citing the ministry, that": the one who is cited."""
    parse = scene.parse
    by_speaker = children(parse, saying.source, "acl") if saying.source is not None else ()
    first = (parse.tokens[saying.content[0]],) if saying.frame == "clause" and saying.content else ()
    for t in (*children(parse, saying.cue, "advcl", "csubj"), *by_speaker, *first):
        whom = child(scene.parse, t.i, "dobj")
        if (
            t.i != saying.cue
            and t.tag == "VBG"
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
    lemma = lemma_of(token)
    papers = scene.cues.papers | scene.cues.tally.issued
    if lemma not in scene.cues.media and lemma not in papers:
        return head
    if scene.voices.at(head) is not None:
        return head
    owner = issuer_of(parse, head, scene.voices, scene.kinds)
    # A police statement is the police's, but state television is not the state.
    if owner is not None and (lemma in papers or parse.tokens[owner].dep not in ("compound", "amod")):
        return owner
    for p in children(parse, head, "poss", "prep"):
        of = child(parse, p.i, "pobj") if p.lower in ("by", "from", "of") else None
        if p.dep == "poss" or (of is not None and lemma in scene.cues.media):
            return of.i if of else p.i
    for issued in reversed(parse.tokens[: head + 1]):
        speaker = _issued_by(scene, issued) if lemma_of(issued) == lemma else None
        if speaker is not None:
            return speaker
    return head


def _issued_by(scene: Scene, issued: Token) -> int | None:
    """Who issued what stands at a token: "issued a statement", "said in a statement"."""
    parse = scene.parse
    over = parse.tokens[issued.head]
    if issued.dep == "dobj" and lemma_of(over) in scene.cues.nominal_verbs:
        subject = child(parse, over.i, "nsubj")
        return subject.i if subject else None
    if issued.dep == "pobj" and over.lower == "in" and is_verb(parse.tokens[over.head]):
        return speaker_of(parse, over.head)
    return None
