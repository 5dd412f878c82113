"""Every statement of a report in the making, in text order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dateline.reading.parse import DASHES, Parse
from dateline.reading.speech.asides import with_aside
from dateline.reading.speech.direct import bind_quotes
from dateline.reading.speech.inner import inner_sayings
from dateline.reading.speech.labels import (
    bracket_saying,
    credit_saying,
    headline_saying,
    label_saying,
    trailing_saying,
)
from dateline.reading.speech.phrases import (
    according_saying,
    adjective_saying,
    hedge_saying,
    noun_saying,
    per_saying,
    reported_saying,
    signature_saying,
    tally_saying,
)
from dateline.reading.speech.quotes import Quotes
from dateline.reading.speech.saying import Saying
from dateline.reading.speech.trailing import with_trailing
from dateline.reading.speech.turns import posts, turns
from dateline.reading.speech.verbs import verb_saying
from dateline.reading.speech.words import SpeechWords, lemma_of
from dateline.reading.tree import children

LONGEST = 500
"""Words of a sentence; a longer one is a list or debris, not speech."""
SUBSTANCE = frozenset(("NN", "VB", "JJ", "CD", "MD", "PR", "RB"))


class Nested(NamedTuple):
    """A saying and the smallest other one that it stands in."""

    saying: Saying
    parent: Saying | None


def read_sayings(
    parse: Parse,
    quotes: Quotes,
    words: SpeechWords,
    speaks: Callable[[int], bool],
    heads: Callable[[int], bool],
) -> list[Nested]:
    """All sayings that have content, without those inside another that are no speech of their own.

    ``speaks`` tells whether words, by their head, name a speaker; ``heads`` the same of a label.
    """
    shown = (*turns(parse, quotes), *posts(parse, quotes))
    cues = {s.cue for s in shown}
    found = [
        s
        for s in _candidates(parse, words, quotes, speaks)
        if s.cue not in cues
        and (s.source is None or (not quotes.within(s.source) and _may_speak(parse, s, words, speaks, heads)))
    ]
    once = {(s.cue, s.content): s for s in reversed(found)}  # a verb and its noun may give the same
    outer = bind_quotes(parse, quotes, [*reversed(once.values())])
    return list(_arranged(parse, [*outer, *inner_sayings(parse, quotes, words, speaks), *shown]))


def _may_speak(
    parse: Parse,
    saying: Saying,
    words: SpeechWords,
    speaks: Callable[[int], bool],
    heads: Callable[[int], bool],
) -> bool:
    """Whether a subject says something: one of a label or a tally must be able to speak.

    "The dead bring the toll to 46" is said by nobody.
    """
    assert saying.source is not None
    source = parse.tokens[saying.source]
    if saying.frame == "label":
        if lemma_of(source) in words.cues.tally.nouns:
            return False  # "Civilian casualties: 14"
        return (heads if saying.source < saying.cue else speaks)(saying.source)
    if saying.frame == "phrase" and lemma_of(parse.tokens[saying.cue]) in words.cues.tally.issued:
        return speaks(saying.source)  # "its strike hit a camp and kept its count of 80"
    tallies = lemma_of(parse.tokens[saying.cue]) in words.cues.tally.verbs
    counted = parse.tokens[saying.cue].tag == "VBG" and any(children(parse, source.i, "nummod"))
    if tallies and (source.tag == "CD" or (counted and source.head != saying.cue)):
        return False  # "two of the wounded died, raising the toll to 14", "two more people died, bringing"
    deed = tallies and source.lower in words.cues.tally.counted
    return not deed or speaks(saying.source)


def _candidates(
    parse: Parse, words: SpeechWords, quotes: Quotes, speaks: Callable[[int], bool]
) -> Iterator[Saying]:
    for sentence in parse.sentences:
        if sentence.end - sentence.first > LONGEST:
            continue
        if quotes.within(sentence.first) and quotes.at[sentence.first] == quotes.at[sentence.end - 1]:
            continue
        begins = quotes.begins_paragraph(sentence.first)
        end = quotes.paragraph_end(sentence.first) if begins else sentence.end
        headline = headline_saying(parse, sentence.first, end) or (
            trailing_saying(parse, sentence.first, end) if begins else None
        )
        if headline:
            yield headline
        for i in range(sentence.first, sentence.end):
            if quotes.within(i):
                continue
            saying = _signature(parse, i, quotes) or _at(parse, i, words)
            if parse.tokens[i].text == "(" and i > sentence.first:
                saying = bracket_saying(parse, i, speaks)
            if parse.tokens[i].tag.startswith("VB"):
                saying = with_trailing(parse, i, saying, quotes, words.closing, speaks)
                saying = with_aside(parse, i, saying, quotes, words.closing, speaks)
            if saying:
                yield saying


def _signature(parse: Parse, i: int, quotes: Quotes) -> Saying | None:
    if parse.tokens[i].text == ":" and i + 1 < len(parse.tokens) and quotes.within(i + 1):
        first = i
        while first > 0 and not quotes.begins_paragraph(first):
            first -= 1
        return label_saying(parse, first, i)
    behind = i > 0 and parse.tokens[i].text in DASHES and quotes.within(i - 1)
    return signature_saying(parse, i) if behind else None


def _at(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """What the word at ``i`` introduces."""
    token = parse.tokens[i]
    if token.lower == "according":
        return according_saying(parse, i, words)
    if token.lower in words.cues.per and token.dep == "prep":
        return per_saying(parse, i, words)
    if token.tag == "VBN" and (reported := reported_saying(parse, i, words)):
        return reported
    if token.tag.startswith("VB"):
        return verb_saying(parse, i, words) or adjective_saying(parse, i, words)
    if token.tag in ("NN", "NNS"):
        credit = credit_saying(parse, i, words)
        return credit or noun_saying(parse, i, words) or tally_saying(parse, i, words)
    if token.tag == "JJ":
        return adjective_saying(parse, i, words)
    if token.tag == "RB" and token.lower in words.cues.hedge_adverbs:
        return hedge_saying(parse, i)
    return None


def _arranged(parse: Parse, sayings: list[Saying]) -> Iterator[Nested]:
    """Every saying with the one that it stands in; inside another only speech of someone else is kept."""
    holder: dict[int, Saying] = {}
    for s in sorted(sayings, key=lambda s: -len(s.content)):
        holder.update(dict.fromkeys(s.content, s))
    for s in sayings:
        parent = holder.get(s.cue)
        if parent is not None and not _is_speech(parse, s) and not _in_turn(parse, s, parent):
            continue
        if _tells(parse, s):
            yield Nested(s, parent)


def _tells(parse: Parse, saying: Saying) -> bool:
    """Whether someone in particular says something: not "you know", not a bare "which"."""
    if saying.source is not None and _is_nobody(parse, saying.source):
        return False
    return any(parse.tokens[i].tag[:2] in SUBSTANCE for i in saying.content)


def _is_nobody(parse: Parse, source: int) -> bool:
    """Whether the source is no one in particular, or no one at all: "nobody said", "no group claimed"."""
    none = any(t.lower in ("no", "neither") for t in children(parse, source, "det"))
    return none or parse.tokens[source].lower in ("you", "nobody", "none", "neither")


def _in_turn(parse: Parse, saying: Saying, turn: Saying) -> bool:
    """Whether somebody is cited in a turn of a transcript: "Q: The council has documented nine deaths"."""
    if parse.tokens[turn.cue].text != ":" or turn.frame != "phrase" or saying.source is None:
        return False
    cited = parse.tokens[saying.source].tag.startswith("NN")
    return cited and saying.sense in ("say", "show") and saying.frame == "object"


def _is_speech(parse: Parse, saying: Saying) -> bool:
    if (
        saying.sense != "say"
        or saying.frame not in ("clause", "phrase", "infinitive")
        or saying.source is None
    ):
        return False
    return not parse.tokens[saying.source].tag.startswith(("PRP", "W"))
