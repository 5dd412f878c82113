"""Head word of a speaker -> the source: its name, kind, country and role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from dateline.codebook.speech import SpeechCues
from dateline.model import Actor, EntityKind, Source, SourceKind, publisher_source
from dateline.reading.parse import CLOCK, Parse, Token
from dateline.reading.speech.words import lemma_of
from dateline.reading.tree import child, children, noun_phrase

OWN_VOICE = frozenset(("i", "we"))
OURS = frozenset(("our", "my"))
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
WEAK: frozenset[SourceKind] = frozenset(("unnamed official", "government", "unknown", "resident"))
"""Kinds that a more telling word of the phrase outranks: "police official", "health ministry"."""
BODY = frozenset(("for", "at", "from", "in", "with"))
ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those"))
LONG = 3
"""Letters of a word of a name that may be in lower case: "of", "bin"."""
POST = re.compile(r"\d{1,3}/(?:\d{1,3})?")
"""The number of a post of a thread: "3/ Local police: two men were hurt"."""
REACH = 14
"""Words of a speaker's phrase that are looked at for its kind."""

BY_ENTITY: Mapping[EntityKind, SourceKind] = {
    "state": "government",
    "government": "government",
    "military": "military",
    "police": "police",
    "armed group": "armed group",
    "civilians": "resident",
}


class Voices(Protocol):
    """What is needed of a report's cast: who stands at a token, pronouns resolved."""

    def at(self, i: int) -> Actor | None:
        """The actor that token ``i`` names or stands for."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """Kinds of source by head noun and by word of a name, the codebook's order kept; words for the text."""

    heads: Mapping[str, SourceKind]
    names: Mapping[str, SourceKind]
    order: tuple[SourceKind, ...]
    own_text: frozenset[str]


@lru_cache(maxsize=4)
def kind_words(cues: SpeechCues) -> KindWords:
    """Turn the kinds round; of two kinds that share a word the first has it."""
    heads: dict[str, SourceKind] = {}
    names: dict[str, SourceKind] = {}
    for table, listed in ((heads, cues.source_kinds), (names, cues.source_names)):
        for kind, members in listed.items():
            for word in members:
                table.setdefault(word, kind)
    return KindWords(heads, names, tuple(cues.source_kinds), cues.own_text)


def read_source(parse: Parse, head: int, voices: Voices, words: KindWords) -> Source:
    """The source that token ``head`` names, refers to, or stands for as a relative pronoun."""
    token = parse.tokens[head]
    if token.lower in OWN_VOICE:
        return publisher_source(None)
    if token.lower in RELATIVE:
        antecedent = _antecedent(parse, token)
        if antecedent is not None:
            return read_source(parse, antecedent, voices, words)
    if token.lower in words.own_text and any(t.lower == "this" for t in children(parse, head, "det")):
        return publisher_source(None)  # "this story has been corrected to say"
    actor = voices.at(head)
    own = any(t.lower in OURS for t in children(parse, head, "poss"))
    if own and actor is None and _by_words(parse, head, words) is None:
        return publisher_source(None)  # "according to our information"
    first, end = noun_phrase(parse, head)
    while first < head and (
        POST.fullmatch(parse.tokens[first].text) or CLOCK.fullmatch(parse.tokens[first].text)
    ):
        first += 1  # "3/ Local police", "16:40 Marland's health ministry"
    named = _is_named(token, actor)
    if not named:
        end = _with_body(parse, head, end)
    text = parse.words(first, end)
    name = actor.name if actor and named else _name(parse, first, end)
    if actor and token.tag.startswith(("PRP", "W")):
        name = actor.name
    role = actor.role if actor else None
    return Source(
        name,
        _kind(parse, head, actor, words),
        actor.country if actor else None,
        role,
        named,
        False,
        (),
        text,
    )


def is_speaker(parse: Parse, head: int, voices: Voices, words: KindWords) -> bool:
    """Whether the words name someone who could speak, rather than a paper, a figure or a country."""
    actor = voices.at(head)
    if actor is not None:
        return actor.kind not in ("state", "facility")
    return _by_words(parse, head, words) not in (None, "media")


def is_medium(parse: Parse, head: int, words: KindWords) -> bool:
    """Whether the words name a medium or channel."""
    return _by_words(parse, head, words) == "media"


def issuer_of(parse: Parse, noun: int, voices: Voices, words: KindWords) -> int | None:
    """Whose saying or tally a noun is: "the army's claim", "a list by the ministry", "the rebel claim"."""
    for t in children(parse, noun, "poss", "prep", "agent", "acl", "compound", "amod"):
        by = child(parse, t.i, "agent") if t.dep == "acl" else t
        if by is None:
            continue
        owner = child(parse, by.i, "pobj") if by.lower in ("by", "from") else by if _is_owner(by) else None
        if owner is None:
            continue
        named = by.lower == "by" and owner.tag.startswith("NNP") and voices.at(owner.i) is None
        if named or _can_issue(parse, owner.i, voices, words):
            return owner.i
    return None


def _is_owner(token: Token) -> bool:
    return token.dep in ("poss", "compound", "amod") and token.tag.startswith(("NN", "JJ", "PRP"))


def _can_issue(parse: Parse, i: int, voices: Voices, words: KindWords) -> bool:
    """Whether words name someone who could issue a statement, a country too."""
    actor = voices.at(i)
    if actor is not None:
        return actor.kind != "facility"
    kind = _lookup(parse, [i], [i], words)
    return kind not in (None, "media")


def _antecedent(parse: Parse, token: Token) -> int | None:
    verb = parse.tokens[token.head]
    while verb.dep in ("aux", "xcomp", "ccomp", "conj") and verb.head != verb.i:
        verb = parse.tokens[verb.head]
    return verb.head if verb.dep == "relcl" and verb.head != token.i else None


def _name(parse: Parse, first: int, end: int) -> str:
    """The words without an article or possessive in front and without the capital of a sentence's start."""
    token = parse.tokens[first]
    if first < end - 1 and (token.lower in ARTICLES or token.tag == "PRP$"):
        first += 1
    words = parse.words(first, end)
    start = parse.tokens[first]
    capital = start.tag.startswith("NNP") or bool(start.ent) or not words[1:2].islower()
    return words if capital else words[0].lower() + words[1:]


def _with_body(parse: Parse, head: int, end: int) -> int:
    """The end of the phrase with the body that someone unnamed speaks for: "a spokesman for the army"."""
    for p in children(parse, head, "prep"):
        body = child(parse, p.i, "pobj")
        if p.i == end and p.lower in BODY and body is not None and body.i > p.i:
            return noun_phrase(parse, body.i)[1]
    return end


def _is_named(token: Token, actor: Actor | None) -> bool:
    """Whether it is a proper name, or stands for one."""
    if actor is None:
        return token.tag.startswith("NNP")
    return all(any(c.isupper() for c in word) for word in actor.name.split() if len(word) > LONG)


def _kind(parse: Parse, head: int, actor: Actor | None, words: KindWords) -> SourceKind:
    if parse.tokens[head].tag.startswith("W"):
        return "unknown"
    told = _by_words(parse, head, words)
    if told is not None and told not in WEAK:
        return told
    if actor is not None:
        by_role = _by_text(actor.role, words) or (None if told else _by_text(actor.name, words))
        if by_role and (told is None or by_role not in WEAK):
            return by_role
        if actor.kind in BY_ENTITY and told in (None, "resident"):
            return BY_ENTITY[actor.kind]
    return told or "unknown"


def _by_words(parse: Parse, head: int, words: KindWords) -> SourceKind | None:
    """The kind that the head noun tells, or a more telling word that stands with it."""
    phrase = list(_phrase(parse, head))
    own = _lookup(parse, phrase, [head], words)
    if own is not None and own not in WEAK:
        return own
    near = [i for i in phrase if i != head]
    other = _lookup(parse, phrase, near, words)
    if own is None or (other is not None and other not in WEAK):
        return other or own
    return own


def _lookup(parse: Parse, phrase: list[int], near: Iterable[int], words: KindWords) -> SourceKind | None:
    """The first kind, in the codebook's order, that one of the words tells, alone or with the one before."""
    found: set[SourceKind] = set()
    for i in near:
        token = parse.tokens[i]
        single = lemma_of(token)
        double = f"{parse.tokens[i - 1].lower} {single}" if i - 1 in phrase else ""
        kind = words.heads.get(double) or words.heads.get(single) or words.heads.get(token.lower)
        if kind is None and token.tag.startswith("NNP"):
            kind = words.names.get(token.lower)
        if kind:
            found.add(kind)
    strong = [k for k in words.order if k in found and k not in WEAK]
    return strong[0] if strong else next((k for k in words.order if k in found), None)


def _by_text(text: str | None, words: KindWords) -> SourceKind | None:
    parts = (text or "").lower().split()
    pairs = [" ".join(p) for p in pairwise(parts)]
    return next((words.heads[w] for w in (*pairs, *reversed(parts)) if w in words.heads), None)


def _phrase(parse: Parse, head: int) -> Iterator[int]:
    """The head with its modifiers, appositions and "of", "for", "at" phrases, but no clauses."""
    found: list[int] = []
    todo = [head]
    while todo and len(found) < REACH:
        here = todo.pop(0)
        found.append(here)
        todo += [
            t.i for t in children(parse, here) if t.dep not in ("relcl", "acl", "conj", "cc", "punct", "det")
        ]
    return iter(sorted(found))
