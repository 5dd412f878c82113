"""Which numbers does it take more than one word of harm to read: tolls, and weapons without a verb?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.reading.counts.phrases import Phrase
from dateline.reading.counts.retold import said_again, than_counted, up_from
from dateline.reading.counts.rules import WEAPONS_ATTACK, WEAPONS_OF
from dateline.reading.counts.slot import Slot
from dateline.reading.counts.tallied import tallied_field
from dateline.reading.counts.tally_numbers import tally_slots
from dateline.reading.parse import Parse
from dateline.reading.tree import children, is_verb

QUANTITIES = frozenset(("most", "all", "some", "none", "many", "half"))


def special_slots(parse: Parse, phrases: list[Phrase], book: Counts) -> Iterator[Slot]:
    """Slots that take more than one word of harm to see."""
    for phrase in phrases:
        if phrase.kind == "number":
            yield from _weapons(parse, phrase, book)
            yield from said_again(parse, phrase, book)
            yield from up_from(parse, phrase, book)
            yield from than_counted(parse, phrase, book)
    tallies = book.toll.alone | book.toll.with_harm | book.toll.again
    numbers = {i for p in phrases if p.kind == "number" for i in (p.head, *range(p.first, p.end))}
    for token in parse.tokens:
        if token.dep == "dobj" and token.lower in book.noun and any(children(parse, token.i, "det", "poss")):
            # "put its injured at 47"
            yield from tally_slots(parse, token, book.noun[token.lower], numbers, book)
        if token.lemma in tallies:
            field = tallied_field(parse, token, book)
            if field:
                yield from tally_slots(parse, token, field, numbers, book)


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
