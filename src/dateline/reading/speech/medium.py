"""Through which channel was it said, and when?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.model import TimeMention, When
from dateline.reading.parse import Parse
from dateline.reading.speech.saying import Saying, below
from dateline.reading.speech.words import lemma_of
from dateline.reading.tree import child, children, is_verb

CARRIERS = frozenset(("in", "on", "via", "through", "by", "over", "at", "to", "during"))


def medium_of(parse: Parse, saying: Saying, media: Mapping[str, str]) -> str | None:
    """The first medium named in a phrase on the cue, else the medium that speaks or is issued with it."""
    verb = _verb(parse, saying.cue)
    inside = frozenset(saying.content)
    for at in (saying.cue, verb):
        for p in children(parse, at, "prep"):
            if p.lower in CARRIERS and p.i not in inside:
                found = _first(parse, (i for i in _named(parse, p.i) if i not in inside), media)
                if found:
                    return found
        if saying.addressee is not None and at == saying.cue:
            found = _first(parse, below(parse, saying.addressee), media)
            if found:
                return found
    issued = child(parse, verb, "dobj")
    if verb != saying.cue and issued is not None:
        return _first(parse, [issued.i], media)
    return _first(parse, [saying.source], media) if saying.source is not None else None


def when_of(parse: Parse, saying: Saying, times: Mapping[int, TimeMention]) -> When | None:
    """The time that stands with the cue, outside the content and the speaker's own words."""
    if not times:
        return None
    inside = set(saying.content)
    if saying.source is not None:
        inside.update(below(parse, saying.source))
    for at in dict.fromkeys((saying.cue, _verb(parse, saying.cue))):
        adverbials = [t.i for t in children(parse, at, "npadvmod", "prep", "advmod", "dobj", "tmod")]
        for i in sorted(i for a in adverbials for i in below(parse, a)):
            if i in times and i not in inside:
                return times[i].value
    return None


def times_by_token(parse: Parse, times: Iterable[TimeMention]) -> dict[int, TimeMention]:
    """Each mention under the index of its first token."""
    return {parse.token_range(t.span)[0]: t for t in times}


def _verb(parse: Parse, cue: int) -> int:
    """The verb that the cue's own phrase hangs on: of a participle, the verb of its sentence."""
    token = parse.tokens[cue]
    if token.dep in ("advcl", "conj") and token.tag == "VBG" and is_verb(parse.tokens[token.head]):
        return token.head
    return cue


def _named(parse: Parse, preposition: int) -> list[int]:
    """What may name a medium behind a preposition: "a Twitter post", "a post on Twitter", "a post"."""
    found = []
    for noun in children(parse, preposition, "pobj"):
        found += [t.i for t in children(parse, noun.i, "compound", "amod")]
        for p in children(parse, noun.i, "prep"):
            found += [t.i for t in children(parse, p.i, "pobj") if p.lower in CARRIERS]
        found.append(noun.i)
    return found


def _first(parse: Parse, tokens: Iterable[int], media: Mapping[str, str]) -> str | None:
    for i in tokens:
        token = parse.tokens[i]
        double = f"{parse.tokens[i - 1].lower} {lemma_of(token)}" if i else ""
        found = media.get(double) or media.get(lemma_of(token)) or media.get(token.lower)
        if found:
            after = f"{token.lower} {lemma_of(parse.tokens[i + 1])}" if i + 1 < len(parse.tokens) else ""
            return media.get(after, found)
    return None
