"""Which of those counted stand where a word of harm looks for them?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dateline.codebook.counts import Counts
from dateline.reading.counts.fits import FATE, HARM, chain, fits
from dateline.reading.counts.kin import with_kin
from dateline.reading.counts.phrases import Phrase
from dateline.reading.counts.rules import BARE_PASSIVE, LIVES, TOLL, TOLL_BEFORE
from dateline.reading.counts.slot import Slot
from dateline.reading.counts.slots import bears
from dateline.reading.parse import Parse
from dateline.reading.tree import begins_clause

QUOTE_ENDS = frozenset(('"', "”", "''", "»"))


def filled(
    parse: Parse, slot: Slot, phrases: list[Phrase], at: dict[int, int], book: Counts
) -> Iterator[int]:
    """The phrases at a slot, those coordinated with it included, that can be counted in its field."""
    seen = set()
    members = chain(parse, slot.token, True)
    if slot.field in HARM:
        members = with_kin(parse, members, book)
    for i in members:
        n = at.get(i)
        token = parse.tokens[i]
        if n is None:
            continue
        if phrases[n].of == phrases[n].head == i and parse.tokens[slot.trigger].head == i:
            n += 1  # "shot down 38 of 52 drones launched at night": all of them were launched
        described = token.dep == "appos" and token.head not in at and i != slot.token
        if described and phrases[n].kind == "one":
            continue  # "Adam Smith, a farmer": the one person is no count
        if slot.rule is LIVES and phrases[n].kind == "one" and not phrases[n].noun:
            continue  # "to take the life of another" tells of nobody
        if token.dep == "conj" and (
            _is_led(parse, phrases[n]) or (i != slot.token and begins_clause(parse, i))
        ):
            continue  # "killing two and leading dozens of officers on a chase"
        if _tells_itself(parse, slot, phrases[n], i, book) or _is_quoted_apart(parse, slot, phrases[n]):
            continue
        if n not in seen and fits(parse, slot, phrases[n], book):
            seen.add(n)
            yield n


def _tells_itself(parse: Parse, slot: Slot, phrase: Phrase, i: int, book: Counts) -> bool:
    """Whether those beside others have a word of harm of their own.

    "A toll of 40 martyrs and 12 injuries", "14 dead and 12 people with burns".
    """
    own = book.noun.get(phrase.noun) or (
        "injured" if i != slot.token and bears(parse, phrase.head, book) else None
    )
    loose = i != slot.token or slot.rule in (TOLL, TOLL_BEFORE, BARE_PASSIVE)
    return loose and own in FATE and slot.field in FATE and own != slot.field


def _is_quoted_apart(parse: Parse, slot: Slot, phrase: Phrase) -> bool:
    """Whether a quotation ends between the word of harm and those counted: '"We have nine dead," a nurse'."""
    low, high = sorted((slot.trigger, phrase.first))
    between = parse.tokens[low:high]
    return any(t.text in (",", ".") and n.text in QUOTE_ENDS for t, n in pairwise(between))


def _is_led(parse: Parse, phrase: Phrase) -> bool:
    """Whether a participle of its own stands between "and" and those counted."""
    if phrase.first < 2:
        return False
    joint, verb = parse.tokens[phrase.first - 2 : phrase.first]
    return verb.tag == "VBG" and joint.lower in ("and", ",")
