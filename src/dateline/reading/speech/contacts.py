"""Who called, met or wrote to whom, about what, and when?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.codebook.speech import ContactWords
from dateline.model import TimeMention, When
from dateline.reading.parse import Parse, Token
from dateline.reading.speech.quotes import Quotes
from dateline.reading.speech.saying import Saying, below, speaker_of, verb_group
from dateline.reading.speech.sources import Voices
from dateline.reading.speech.words import lemma_of
from dateline.reading.tree import child, children, is_passive, is_verb

PEOPLE = frozenset(("person", "government", "state", "military", "organisation", "armed group", "police"))


def read_contacts(parse: Parse, quotes: Quotes, voices: Voices, words: ContactWords) -> Iterator[Saying]:
    """Every contact between two parties of the report; its content is what it was about, if that is told."""
    for token in parse.tokens:
        if not is_verb(token) or quotes.within(token.i) or token.dep in ("aux", "amod"):
            continue
        lemma = lemma_of(token)
        if lemma not in words.object and lemma not in words.preposition:
            continue
        other, last = _other(parse, token, lemma, words)
        speaker = speaker_of(parse, token.i)
        if other is None or speaker is None or is_passive(parse, token.i):
            continue
        if _is_party(other, voices) and _is_party(parse.tokens[speaker], voices):
            group = verb_group(parse, token.i, last)
            yield Saying(token.i, group, "say", "contact", _about(parse, token, words), speaker, other.i)


def contact_time(
    parse: Parse, contact: Saying, voices: Voices, times: Mapping[int, TimeMention], nouns: frozenset[str]
) -> When | None:
    """When a contact was, where another mention of it says so: "his call on Monday with the envoy"."""
    if contact.source is None or contact.addressee is None:
        return None
    pair = {_id(voices, contact.source), _id(voices, contact.addressee)}
    for token in parse.tokens:
        if lemma_of(token) not in nouns or token.tag[:2] != "NN":
            continue
        inside = below(parse, token.i)
        named = {_id(voices, i) for i in inside if i != token.i} - {None}
        if pair <= named:
            found = next((times[i].value for i in inside if i in times), None)
            if found:
                return found
    return None


def _other(parse: Parse, verb: Token, lemma: str, words: ContactWords) -> tuple[Token | None, int | None]:
    for p in children(parse, verb.i, "prep", "dative"):
        if p.lower in words.preposition.get(lemma, frozenset()):
            return child(parse, p.i, "pobj"), p.i
    objects = list(children(parse, verb.i, "dobj", "oprd", "ccomp", "prt"))
    if lemma in words.object and len(objects) == 1 and objects[0].dep in ("dobj", "oprd"):
        return objects[0], None
    return None, None


def _is_party(token: Token, voices: Voices) -> bool:
    actor = voices.at(token.i)
    return actor is not None and actor.kind in PEOPLE


def _about(parse: Parse, verb: Token, words: ContactWords) -> tuple[int, ...]:
    for t in children(parse, verb.i, "advcl", "xcomp"):
        if lemma_of(t) in words.about:
            return tuple(below(parse, t.i))
    for p in children(parse, verb.i, "prep"):
        if p.lower in ("about", "regarding", "over"):
            return tuple(below(parse, p.i))
    return ()


def _id(voices: Voices, i: int) -> str | None:
    actor = voices.at(i)
    return actor.id if actor else None
