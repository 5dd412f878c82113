"""Whose words does a speaker pass on inside a quotation?"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dateline.reading.parse import Parse, Token
from dateline.reading.speech.quotes import Quotes
from dateline.reading.speech.saying import Saying, speaker_of, verb_group
from dateline.reading.speech.verbs import verb_saying
from dateline.reading.speech.words import SpeechWords
from dateline.reading.tree import is_noun, is_verb

OPENING = frozenset(("'", "‘", "`"))
CLOSING = frozenset(("'", "’"))
LONGEST = 60
"""Words of a quotation in single marks; without an end by then the mark was an apostrophe."""
BEFORE = 4
"""Words between a verb of telling and the mark: "told us at the gate: '"."""
LINKS = frozenset((":", ","))
SHARES = frozenset(("percent", "%", "cent"))


class Passed(NamedTuple):
    """A quotation in single marks: its tokens with the marks, half open, who says it, and by which verb."""

    first: int
    end: int
    cue: int
    source: int


def passed_on(parse: Parse, mark: int) -> Passed | None:
    """The words that begin with the single mark at ``mark`` and follow a verb with a named speaker.

    "The rebels told us: 'We killed 80'": the rebels say it, whoever is told to have passed it on.
    """
    if not _opens(parse, mark):
        return None
    sentence = parse.sentences[parse.tokens[mark].sentence]
    behind = parse.tokens[mark + 1 : mark + LONGEST]
    close = next((t.i for t in behind if t.text in CLOSING and t.tag != "POS"), None)
    back = range(mark - 1, max(sentence.first, mark - BEFORE) - 1, -1)
    cue = next((i for i in back if is_verb(parse.tokens[i])), None)
    if close is None or cue is None:
        return None
    source = speaker_of(parse, cue)
    if source is None or source > cue or not is_noun(parse.tokens[source]):
        return None
    return Passed(mark, close + 1, cue, source)


def passer_of(parse: Parse, i: int) -> Passed | None:
    """The quotation in single marks that token ``i`` stands in, where its words are passed on."""
    for mark in range(i - 1, max(-1, i - LONGEST), -1):
        if parse.tokens[mark].text in OPENING and (found := passed_on(parse, mark)) is not None:
            return found if i < found.end else None
    return None


def inner_sayings(
    parse: Parse, quotes: Quotes, words: SpeechWords, speaks: Callable[[int], bool]
) -> tuple[Saying, ...]:
    """What a quotation passes on of someone else: "'The rebels told us they hit it,' the mayor said".

    Only how many, or what "we" did, is heard: the rest is talk. ``speaks`` tells whether a head word names
    a speaker.
    """
    found: dict[int, Saying] = {}
    for quote in quotes.all:
        for token in parse.tokens[quote.first + 1 : quote.end]:
            saying = _said(parse, token, words)
            if saying is None or saying.source is None or not _is_news(parse, saying):
                continue
            if not speaks(saying.source):
                continue
            if all(quotes.at[i] == quotes.at[token.i] for i in (saying.source, *saying.content)):
                found[saying.cue] = saying  # a quotation comes behind its verb, and tells more than the parse
    return tuple(found.values())


def _said(parse: Parse, token: Token, words: SpeechWords) -> Saying | None:
    """What a verb with a noun for its subject takes as a clause, or a mark opens."""
    passed = passed_on(parse, token.i) if token.text in OPENING else None
    if passed is not None:
        content = tuple(range(passed.first, passed.end))
        return Saying(passed.cue, verb_group(parse, passed.cue), "say", "clause", content, passed.source)
    if not is_verb(token):
        return None
    saying = verb_saying(parse, token.i, words)
    if saying is None or saying.frame != "clause" or saying.sense != "say" or saying.source is None:
        return None
    return saying if saying.content and is_noun(parse.tokens[saying.source]) else None


def _is_news(parse: Parse, saying: Saying) -> bool:
    """Whether it tells how many ("30 were hurt", but no share), or what the speakers themselves did."""
    words = [parse.tokens[i] for i in saying.content if parse.tokens[i].text.isalnum()]
    if not any(is_verb(t) for t in words):
        return False
    counts = (t for t in words if t.tag == "CD" and t.lower != "one")
    own = words[0].lower == "we" and any(t.tag == "VBD" for t in words[1:3])
    return own or any(parse.tokens[t.head].lemma not in SHARES for t in counts)


def _opens(parse: Parse, i: int) -> bool:
    """Whether a mark stands before a word, and behind a space or colon: no apostrophe."""
    token = parse.tokens[i]
    if token.text not in OPENING or i == 0 or i + 1 >= len(parse.tokens):
        return False
    apart = parse.tokens[i - 1].end < token.start or parse.tokens[i - 1].text in LINKS
    return apart and parse.tokens[i + 1].start == token.end
