"""Counts that a word of harm or of weapons reaches over what stands between: lists, and a second weapon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.codebook.counts import Counts
from dateline.model import WEAPONS, Field
from dateline.reading.counts.fits import fits
from dateline.reading.counts.phrases import Phrase
from dateline.reading.counts.rules import LISTED
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import is_verb, particle_down

FRONT = 3
"""Marks and words before the number in a line of a list."""
FAR = 8
"""Words between two weapons that one verb launches: "20 missiles of various types and 30 drones"."""


def beyond(
    parse: Parse, phrases: Sequence[Phrase], hits: Mapping[int, Sequence[Slot]], book: Counts
) -> Iterator[tuple[int, Slot]]:
    """The phrases, by index, that no word beside them takes, with the slot of the word that does."""
    for n, slot in _listed(parse, phrases, book):
        if n not in hits and fits(parse, slot, phrases[n], book):
            yield n, slot
    for n, phrase in enumerate(phrases[1:], 1):
        taken = next((s for s in hits.get(n - 1, ()) if s.field in WEAPONS), None)
        if taken is not None and n not in hits and _is_second(parse, phrases[n - 1], phrase, book):
            yield n, Slot(phrase.head, taken.field, taken.trigger, taken.rule)


def _listed(parse: Parse, phrases: Sequence[Phrase], book: Counts) -> Iterator[tuple[int, Slot]]:
    """The numbers at the head of the lines behind a colon, as long as each line begins with one."""
    by_first = {p.first: n for n, p in enumerate(phrases)}
    for number, opening in enumerate(parse.sentences):
        tokens = parse.tokens[opening.first : opening.end]
        verb = _verb_of_list(parse, tokens, book) if tokens[-1].text == ":" else None
        if verb is None:
            continue
        for sentence in parse.sentences[number + 1 :]:
            heads = range(sentence.first, min(sentence.first + FRONT, sentence.end))
            n = next((by_first[k] for k in heads if k in by_first), None)
            marks = all(not t.text[0].isalnum() for t in parse.tokens[sentence.first : sentence.end])
            told = any(is_verb(t) for t in parse.tokens[sentence.first : sentence.end])
            if told or (n is None and not marks):
                break
            if n is not None:
                yield n, Slot(phrases[n].head, verb[1], verb[0], LISTED)


def _verb_of_list(parse: Parse, sentence: Sequence[Token], book: Counts) -> tuple[int, Field] | None:
    """The last verb before the colon whose object is counted, with its field."""
    for token in reversed(sentence):
        if not is_verb(token):
            continue
        if token.lemma in book.frames.shoot_down and particle_down(parse, token.i):
            return token.i, "intercepted"
        if token.lemma in book.object:
            return token.i, book.object[token.lemma]
    return None


def _is_second(parse: Parse, first: Phrase, second: Phrase, book: Counts) -> bool:
    """Whether "and" and no verb stands between two kinds of weapon that are counted."""
    between = parse.tokens[first.last : second.first]
    if second.kind != "number" or second.noun not in book.counted.weapons or len(between) > FAR:
        return False
    return bool(between) and between[-1].lower == "and" and not any(is_verb(t) for t in between)
