"""Numbers that share a noun: "two Kasian and five Tarnish soldiers"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.codebook.counts import Counts
from dateline.reading.counts.fits import fits
from dateline.reading.counts.nouns import is_person
from dateline.reading.counts.phrases import Phrase
from dateline.reading.counts.rules import SHARED
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token

MOST_WORDS = 2
"""Words of its own that a number has before the noun that it shares."""
JOINTS = frozenset(("and", ","))


def shared(
    parse: Parse, phrases: Sequence[Phrase], hits: Mapping[int, Sequence[Slot]], book: Counts
) -> Iterator[tuple[int, Phrase, list[Slot]]]:
    """The numbers, by index, that share the noun of the next one, with that noun and its slots.

    "Two Kasian, three Brindish and five Tarnish soldiers were killed": the last is read first.
    """
    slots: list[Slot] = []
    noun = ""
    for n in range(len(phrases) - 2, -1, -1):
        phrase, after = phrases[n : n + 2]
        if not slots and _has_own_word(parse, after, book):
            slots, noun = list(hits.get(n + 1, ())), after.noun
        if n in hits or not slots or not _has_no_noun(parse, phrase, after, book):
            slots = []
            continue
        whole = phrase._replace(head=after.first - 2, noun=noun)
        slots = [Slot(whole.head, s.field, s.trigger, SHARED) for s in slots]
        if all(fits(parse, s, whole, book) for s in slots):
            yield n, whole, slots


def _has_own_word(parse: Parse, phrase: Phrase, book: Counts) -> bool:
    """Whether a number has a plural noun for people and a word before it: "five Tarnish soldiers"."""
    told = phrase.kind == "number" and parse.tokens[phrase.head].tag == "NNS" and is_person(phrase.noun, book)
    return told and _are_own(parse.tokens[phrase.end : phrase.head], book)


def _has_no_noun(parse: Parse, phrase: Phrase, after: Phrase, book: Counts) -> bool:
    """Whether a number joined to the next has a word of its own and no noun: "two Kasian and"."""
    joint = parse.tokens[after.first - 1]
    told = phrase.kind == "number" and phrase.of is None and joint.lower in JOINTS
    return told and _are_own(parse.tokens[phrase.end : joint.i], book)


def _are_own(words: Sequence[Token], book: Counts) -> bool:
    """Whether words tell which people a number counts, not who they are nor what befell them."""
    return 0 < len(words) <= MOST_WORDS and all(
        t.tag in ("JJ", "NNP") and t.lower not in book.state and not _is_plural(t.lower, book) for t in words
    )


def _is_plural(word: str, book: Counts) -> bool:
    return word.endswith("s") and is_person(word.removesuffix("s"), book)
