"""Constructions of several words: tolls, and numbers of weapons without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.codebook.counts import Counts
from dateline.model import Field, Number
from dateline.reading.counts.fits import unless_at_large
from dateline.reading.counts.phrases import Phrase, is_person, noun_of
from dateline.reading.counts.rules import TOLL, TOLL_BEFORE, WEAPONS_ATTACK, WEAPONS_OF
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, children, is_verb, noun_phrase, subtree

LONGEST_PHRASE = 4
YEAR = re.compile(r"(?:19|20)\d\d")
QUANTITIES = frozenset(("most", "all", "some", "none", "many", "half"))


def special_slots(parse: Parse, phrases: list[Phrase], book: Counts) -> Iterator[Slot]:
    """Slots that take more than one word of harm to see."""
    for phrase in phrases:
        if phrase.kind == "number":
            yield from _weapons(parse, phrase, book)
    tallies = book.toll.alone | book.toll.with_harm
    for token in parse.tokens:
        if token.lemma in tallies:
            field = _toll_field(parse, token, book)
            if field:
                yield from _toll(parse, token, field, phrases, book)


def _weapons(parse: Parse, phrase: Phrase, book: Counts) -> Iterator[Slot]:
    """ "Of the 22 missiles", "the 22 missile bombing"."""
    head = parse.tokens[phrase.head]
    if phrase.noun not in book.counted.flying or phrase.of is not None:
        return
    following = parse.tokens[head.i + 1] if head.i + 1 < len(parse.tokens) else head
    if following.tag == "NN" and following.lemma in book.counted.attacks:
        yield Slot(head.i, "launched", following.i, WEAPONS_ATTACK)
    of = parse.tokens[head.head]
    if of.lower == "of" and of.i >= phrase.first - 2:
        governor = parse.tokens[of.head]
        if is_verb(governor) or governor.tag == "CD" or governor.lower in QUANTITIES:
            yield Slot(head.i, "launched", head.i, WEAPONS_OF)


def _toll_field(parse: Parse, token: Token, book: Counts) -> Field | None:
    """What a tally is a tally of: "death toll", "the number of people wounded"."""
    leave_out = ("relcl", "appos", "conj") if token.lemma in book.toll.alone else ("appos", "conj")
    below = [parse.tokens[i] for i in subtree(parse, token.i, *leave_out)]
    found = [book.toll.fields.get(t.lemma) or book.toll.fields.get(t.lower) for t in below]
    told = sorted((f for f in found if f), key=lambda f: f == "casualties")
    if told:
        return told[0]
    return book.toll.field if token.lemma in book.toll.alone else None


def _toll(parse: Parse, token: Token, field: Field, phrases: list[Phrase], book: Counts) -> Iterator[Slot]:
    """The numbers that a tally is said to be or to move to and from."""
    numbers = {i for p in phrases if p.kind == "number" for i in (p.head, *range(p.first, p.end))}
    for c in children(parse, token.i, "prep", "appos"):
        for t in (c, *children(parse, c.i, "pobj")):
            if t.i in numbers and (c.dep == "appos" or c.lower in ("of", "to", "at")):
                yield Slot(t.i, field, token.i, TOLL)
    verb = parse.tokens[token.head]
    if not is_verb(verb) or verb.lemma not in book.toll.verbs:
        return
    for t in children(parse, verb.i, "dobj", "attr", "npadvmod", "oprd", "acomp"):
        if t.i in numbers and t.i != token.i:
            yield Slot(t.i, field, token.i, TOLL)
    for prep in [*children(parse, verb.i, "prep"), *children(parse, token.i, "prep")]:
        todo = [prep, *children(parse, prep.i, "prep")]
        for p in todo:
            for t in children(parse, p.i, "pobj"):
                if t.i in numbers and p.lower in ("to", "at"):
                    yield Slot(t.i, field, token.i, TOLL)
                elif t.i in numbers and p.lower == "from":
                    yield Slot(t.i, field, token.i, TOLL_BEFORE)
                todo += [c for c in children(parse, t.i, "prep") if c.lower in ("to", "from")]


def tolled(parse: Parse, tally: int, value: Number, book: Counts) -> tuple[Number, str | None]:
    """The number that a tally gives, and the words for those in it; "the toll passed 230" is 231 or more."""
    verb = parse.tokens[parse.tokens[tally].head]
    if verb.lemma in book.toll.above and value.low is not None and value.low == value.high:
        value = replace(value, low=value.low + 1, high=None)
    for of in children(parse, tally, "prep"):
        for t in children(parse, of.i, "pobj") if of.lower == "of" else ():
            if is_person(noun_of(parse, t.i), book):
                return value, unless_at_large(parse, noun_phrase(parse, t.i)[0], t.i, book)
    return value, None


def total_triggers(parse: Parse, triggers: set[int], book: Counts) -> set[int]:
    """The triggers whose counts a phrase such as "so far this year" makes sums over a war or a year."""
    text = parse.text.lower()
    if "since" not in text and not any(phrase in text for phrase in book.totals):
        return set()
    found = set()
    for token in parse.tokens:
        if not _begins_total(parse, token.i, book):
            continue
        own = next((a.i for a in ancestors(parse, token.i) if a.i in triggers), None)
        if own is not None:
            found.add(own)
            continue
        alike = {t for t in triggers if parse.tokens[t].sentence == token.sentence}
        if len(alike) == 1:
            found |= alike
    return found


def _begins_total(parse: Parse, i: int, book: Counts) -> bool:
    if parse.tokens[i].lower == "since":
        after = parse.tokens[i + 1 : i + 1 + LONGEST_PHRASE]
        dated = book.totals_since | book.not_counts.months
        return any(t.lower in dated or YEAR.fullmatch(t.text) for t in after)
    for length in range(2, LONGEST_PHRASE + 1):
        if " ".join(t.lower for t in parse.tokens[i : i + length]) in book.totals:
            return True
    return False
