"""What can be counted in which field, and how it is called."""

from __future__ import annotations

from dateline.codebook.counts import Counts
from dateline.model import PEOPLE, WEAPONS
from dateline.reading.counts.phrases import Phrase, is_person, noun_of
from dateline.reading.counts.rules import SHOT_DOWN, SUBJECT
from dateline.reading.counts.slots import Slot
from dateline.reading.parse import Parse
from dateline.reading.tree import is_negated

HARM = frozenset(("killed", "injured", "casualties"))
PRONOUNS = frozenset(("them", "whom", "those", "these", "which", "us"))


def chain(parse: Parse, i: int, apposed: bool) -> list[int]:
    """Token ``i`` and what is coordinated below it, or also in apposition to it, in text order."""
    found, todo = [], [i]
    while todo:
        here = todo.pop()
        found.append(here)
        for c in parse.tokens[here].children:
            child = parse.tokens[c]
            joined = child.dep == "conj" and not child.tag.startswith("VB")
            if joined or (apposed and child.dep == "appos" and child.tag[:2] in ("NN", "CD", "JJ")):
                todo.append(c)
    return sorted(found)


def fits(parse: Parse, slot: Slot, phrase: Phrase, book: Counts) -> bool:
    """Whether ``phrase`` can be counted at ``slot``.

    One person told by an article counts when hurt or taken away, not when arrested or fleeing; and
    those who flee are displaced where they are the people of a place, not where attackers flee.
    """
    field = slot.field
    counted, noun = book.counted, phrase.noun
    bare = not noun or noun in PRONOUNS
    if field in PEOPLE:
        if phrase.kind == "one" and (field not in HARM or is_negated(parse, slot.trigger)):
            return field == "captured" and parse.tokens[slot.trigger].lemma in book.frames.abduct
        if field == "displaced" and slot.rule is SUBJECT:
            return noun in counted.civilians
        if bare or is_person(noun, book):
            return True
        return phrase.kind != "one" and not _is_thing(noun, book)
    if phrase.kind == "one":
        return False
    if field in WEAPONS:
        return noun in counted.weapons or (bare and _weapon_before(parse, phrase.first, book))
    if slot.rule is SHOT_DOWN and noun in counted.weapons:
        return False
    person = is_person(noun, book) or noun in counted.at_large
    return not bare and not person and noun not in counted.never


def _is_thing(noun: str, book: Counts) -> bool:
    counted = book.counted
    return noun in counted.never or noun in counted.objects or noun in counted.weapons


def _weapon_before(parse: Parse, i: int, book: Counts) -> bool:
    """Whether the sentence names weapons before token ``i``."""
    first = parse.sentences[parse.tokens[i].sentence].first
    return any(noun_of(parse, k) in book.counted.weapons for k in range(first, i))


def group_of(parse: Parse, phrase: Phrase, book: Counts) -> str | None:
    """The words for those counted; none for people at large."""
    tokens = parse.tokens
    following = tokens[phrase.last].lower if phrase.last < len(tokens) else ""
    if phrase.kind == "none" and following in book.nones.others:
        return tokens[phrase.last].text
    if phrase.of is not None and phrase.head < phrase.of:
        of = tokens[phrase.of]
        if of.lower in PRONOUNS:
            return parse.words(phrase.first, phrase.of + 1)
        return _unless_at_large(parse, phrase.end, phrase.of, book)
    if not phrase.noun:
        return None
    start = phrase.first + 1 if phrase.kind != "number" else phrase.end
    return _unless_at_large(parse, start, phrase.head, book)


def _unless_at_large(parse: Parse, start: int, head: int, book: Counts) -> str | None:
    if noun_of(parse, head) in book.counted.at_large or parse.tokens[head].lower in book.counted.at_large:
        return None
    while start < head and parse.tokens[start].tag in ("IN", "DT", "PRP$", "JJR"):
        start += 1
    return parse.words(start, head + 1)


def what_of(parse: Parse, phrase: Phrase) -> str | None:
    """The words for the weapons or things counted."""
    if phrase.of is not None:
        token = parse.tokens[phrase.of]
        return phrase.noun if token.lower in PRONOUNS else token.text
    return parse.words(phrase.end, phrase.head + 1) or phrase.noun if phrase.noun else None
