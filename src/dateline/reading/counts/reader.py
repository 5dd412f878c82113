"""Which number counts which harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.codebook import Codebook
from dateline.codebook.counts import Counts
from dateline.model import PEOPLE, Field, Number, Span
from dateline.reading.counts.beside import ACTS, beside, gapped
from dateline.reading.counts.beyond import beyond
from dateline.reading.counts.died_since import hurt_who_died
from dateline.reading.counts.filled import filled
from dateline.reading.counts.fits import FATE, group_of, what_of
from dateline.reading.counts.labelled import labelled
from dateline.reading.counts.oneself import with_others
from dateline.reading.counts.parts import Told, grouped, parts
from dateline.reading.counts.phrases import Phrase, read_phrases
from dateline.reading.counts.plurals import is_told, read_plurals, wounded_beside
from dateline.reading.counts.roles import OBJECTS
from dateline.reading.counts.rules import (
    NONE,
    NOUN,
    PLURAL,
    RULES,
    TOLL,
    TOLL_BEFORE,
    UP_FROM,
)
from dateline.reading.counts.shared import shared
from dateline.reading.counts.singles import Single, read_single
from dateline.reading.counts.slot import Slot
from dateline.reading.counts.slots import slots
from dateline.reading.counts.special import special_slots
from dateline.reading.counts.tally_numbers import tolled
from dateline.reading.counts.tellers import tellers
from dateline.reading.counts.totals import total_triggers
from dateline.reading.numbers import read_numbers
from dateline.reading.parse import Parse
from dateline.reading.speech.words import speech_words
from dateline.reading.tree import children

__all__ = ["RULES", "Count", "read_counts"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many, of what harm.

    ``span`` holds the words of the number ("at least 12", "a woman", "no casualties"); ``head`` is
    the token of the counted noun, or of the number where it stands alone; ``trigger`` the token of
    the word that gives the field. ``group`` are the words for the part or class of people that the
    count is about, null for people at large. ``part`` says that another count includes this one,
    ``total`` that it sums up a war or a year. Counts of one field and trigger that are no part of
    another are told side by side: together they make up the harm told there.
    """

    field: Field
    value: Number
    span: Span
    head: int
    trigger: int
    group: str | None
    part: bool
    total: bool
    rule: str


def read_counts(parse: Parse, codebook: Codebook) -> tuple[Count, ...]:
    """Every count of people harmed, weapons used and things destroyed, in text order."""
    book = codebook.counts
    phrases = read_phrases(parse, read_numbers(parse, codebook), book)
    plurals = read_plurals(parse, phrases, book)
    plurals += wounded_beside(parse, plurals, book)
    phrases = sorted((*phrases, *plurals), key=lambda p: (p.first, p.last))
    at = _index(parse, phrases, book)
    hits: dict[int, list[Slot]] = {}
    singles: dict[Single, list[Slot]] = {}
    said: dict[int, Slot] = {}
    idle = []
    for slot_list, i in _all_slots(parse, phrases, book):
        used = False
        for slot in (with_others(parse, s, book) for s in slot_list):
            said.setdefault(slot.token, slot)
            for n in filled(parse, slot, phrases, at, book):
                hits.setdefault(n, []).append(slot)
                used = True
            single = read_single(parse, slot, at, book)
            if single:
                singles.setdefault(single, []).append(slot)
        if not used and i is not None:
            idle.append(i)
    for n, phrase in enumerate(phrases):
        if n not in hits:
            own = _own_field(parse, phrase, book)
            if own:
                hits[n] = [own]
    says = speech_words(codebook.speech).closing
    for n, slot in list(beside(parse, idle, phrases, hits, book, says)):
        hits[n] = [slot]
    for n, whole, slot in list(labelled(parse, phrases, hits, book)):
        phrases[n], hits[n] = whole, [slot]
    for n, slot in list(beyond(parse, phrases, hits, book)):
        hits[n] = [slot]
    for n, slot in list(gapped(parse, phrases, hits)):
        hits[n] = [slot]
    for n, whole, given in list(shared(parse, phrases, hits, book)):
        phrases[n], hits[n] = whole, given
    found = {n: _settled(parse, _befallen(parse, own, book), book) for n, own in hits.items()}
    within = parts(parse, Told(phrases, found, said), book)
    for n, slot in within.items():
        if n not in found or all(s.field != slot.field for s in found[n]):
            found[n] = (slot,)
    for n in (*_said_twice(phrases), *tellers(parse, phrases, says)):
        found.pop(n, None)
    totals = total_triggers(parse, {s.trigger for own in found.values() for s in own}, book)
    counts = [_count(parse, phrases[n], s, n in within, book) for n, own in found.items() for s in own]
    counts += [
        _of_single(parse, single, s) for single, own in singles.items() for s in _settled(parse, own, book)
    ]
    died = hurt_who_died(parse, counts, book)
    counts = [each for n, each in enumerate(counts) if n not in died]
    counts = list(_of_the_same(parse, counts))
    marked = (replace(c, total=True) if c.trigger in totals else c for c in counts)
    return tuple(sorted(marked, key=lambda c: (c.span, c.field, c.trigger)))


def _of_the_same(parse: Parse, counts: list[Count]) -> Iterator[Count]:
    """An earlier number ("up from 23") has the group of those that it counts anew."""
    for count in counts:
        sentence = parse.tokens[count.head].sentence
        own = [c for c in counts if c.field == count.field and parse.tokens[c.head].sentence == sentence]
        first = min(own, key=lambda c: c.span)
        yield replace(count, group=first.group) if count.rule == UP_FROM.id else count


def _index(parse: Parse, phrases: list[Phrase], book: Counts) -> dict[int, int]:
    """From a token to the phrase that it belongs to: first to those that it is the number or noun of."""
    at: dict[int, int] = {}
    for n, phrase in enumerate(phrases):
        for i in (*range(phrase.first, phrase.end), phrase.head):
            at.setdefault(i, n)
    for n, phrase in enumerate(phrases):
        if phrase.of is not None:
            at.setdefault(phrase.of, n)
        elif (group := grouped(parse, phrase, book)) is not None:
            at.setdefault(group.i, n)
    return at


def _all_slots(parse: Parse, phrases: list[Phrase], book: Counts) -> Iterator[tuple[list[Slot], int | None]]:
    """The slots of each word of harm, with its token where it may fill a gap in the grammar."""
    for token in parse.tokens:
        found = list(slots(parse, token.i, book))
        own = token.lower in book.state or (token.tag in ACTS and token.lemma in book.object)
        if found or own:
            yield found, token.i if own else None
    yield list(special_slots(parse, phrases, book)), None


def _own_field(parse: Parse, phrase: Phrase, book: Counts) -> Slot | None:
    """The slot of a phrase whose own noun is one of harm: "17 deaths", "no casualties"."""
    if phrase.kind == "one" or parse.tokens[phrase.head].tag[:2] not in ("NN", "JJ", "VB"):
        return None
    if phrase.kind == "none":
        lost = phrase.noun in book.nones.nouns and phrase.of is None  # not "none of the dead were soldiers"
        field = book.noun.get(phrase.noun, "casualties") if lost else None
        behind = [t.lower for t in parse.tokens[phrase.last : phrase.last + 2]]
        field = "killed" if field and behind in (["of", "life"], ["of", "lives"]) else field
        return Slot(phrase.head, field, phrase.head, NONE) if field else None
    if phrase.noun == "body" and phrase.kind == "number" and phrase.of is None:
        return Slot(phrase.head, "killed", phrase.head, NOUN) if _is_found(parse, phrase, book) else None
    if phrase.kind == "number" and (deed := _counted_deed(parse, phrase, book)):
        return Slot(phrase.head, deed, phrase.head, NOUN)
    if phrase.noun not in book.noun:
        return None
    if phrase.kind == "many":
        told = book.noun[phrase.noun] in FATE and is_told(parse, phrase, book)
        return Slot(phrase.head, book.noun[phrase.noun], phrase.head, PLURAL) if told else None
    owner = parse.tokens[parse.tokens[phrase.head].head]
    if phrase.noun in book.frames.injuries and owner.lemma in book.frames.suffer:
        return None
    return Slot(phrase.head, book.noun[phrase.noun], phrase.head, NOUN)


def _counted_deed(parse: Parse, phrase: Phrase, book: Counts) -> Field | None:
    """The harm of deeds that somebody confirms: "confirmed 70 killings", not "reported 70 killings"."""
    token = parse.tokens[phrase.head]
    said = token.dep == "dobj" and parse.tokens[token.head].lemma in book.frames.verify
    return book.deeds.get(phrase.noun) if said and phrase.of is None else None


def _is_found(parse: Parse, phrase: Phrase, book: Counts) -> bool:
    """Whether bodies are found, and so are of the dead."""
    token = parse.tokens[phrase.head]
    return token.dep in ("dobj", "nsubjpass") and parse.tokens[token.head].lemma in book.frames.find


def _said_twice(phrases: list[Phrase]) -> Iterator[int]:
    """The phrases that only say who the one before is: "one of them a child", "two men, both teachers"."""
    for n in range(1, len(phrases)):
        before, phrase = phrases[n - 1], phrases[n]
        single = before.kind == "number" and before.value.high == 1 == before.value.low
        if phrase.kind == "one" and single and phrase.first == before.last:
            yield n
        if phrase.value.text.lower() == "both" and before.value.high == 2 and phrase.first == before.last + 1:
            yield n


def _befallen(parse: Parse, own: list[Slot], book: Counts) -> list[Slot]:
    """The slots without how those counted were before: "12 displaced people were killed"."""
    told = [
        s for s in own if parse.tokens[s.trigger].lower not in book.frames.standing or not _adorns(parse, s)
    ]
    return told or own


def _adorns(parse: Parse, slot: Slot) -> bool:
    """Whether a word of harm only stands before the noun of those counted."""
    return slot.trigger < slot.token and parse.tokens[slot.trigger].dep in ("amod", "nmod", "compound")


def _settled(parse: Parse, own: list[Slot], book: Counts) -> tuple[Slot, ...]:
    """One slot a field; harm said twice of the same people is the graver one.

    "Killed and wounded" is killed or wounded unsaid which; "shot and killed" is killed.
    """
    by_field: dict[Field, Slot] = {}
    for slot in own:
        by_field.setdefault(slot.field, slot)
    killed, injured = by_field.get("killed"), by_field.get("injured")
    if killed and not injured and _also_hurt(parse, killed, book):
        return (Slot(killed.token, "casualties", killed.trigger, killed.rule),)
    if killed and injured:
        low, high = sorted((killed.trigger, injured.trigger))
        between = parse.tokens[low + 1 : high]
        if between and between[0].lower in ("and", "or") and all(t.tag == "RB" for t in between[1:]):
            return (Slot(killed.token, "casualties", killed.trigger, killed.rule),)
        del by_field["injured"]
    if killed or injured:
        by_field.pop("casualties", None)
    return tuple(by_field.values())


def _also_hurt(parse: Parse, slot: Slot, book: Counts) -> bool:
    """Whether a participle of hurt is joined to "killed" behind those counted: "eight killed and wounded".

    Parsers often take the second one of the two for a verb of its own.
    """
    after = parse.tokens[slot.trigger + 1 : slot.trigger + 4]
    if not after or after[0].lower not in ("and", "or") or slot.token > slot.trigger:
        return False
    word = next((t for t in after[1:] if t.tag != "RB"), None)
    if word is None or word.tag not in ("VBN", "VBD", "JJ") or any(children(parse, word.i, *OBJECTS)):
        return False
    return "injured" in (book.object.get(word.lemma), book.state.get(word.lower))


def _count(parse: Parse, phrase: Phrase, slot: Slot, part: bool, book: Counts) -> Count:
    value = phrase.value
    if slot.field not in PEOPLE:
        value = replace(value, what=what_of(parse, phrase))
    group = group_of(parse, phrase, book) if slot.field in PEOPLE else None
    if slot.rule in (TOLL, TOLL_BEFORE):
        value, those = tolled(parse, slot.trigger, phrase.first, value, book)
        group = group or those
    span = parse.span(phrase.first, phrase.end)
    rule = PLURAL if phrase.kind == "many" else slot.rule
    return Count(slot.field, value, span, phrase.head, slot.trigger, group, part, False, rule.id)


def _of_single(parse: Parse, single: Single, slot: Slot) -> Count:
    value = Number(single.number, single.number, parse.words(single.first, single.end))
    span = parse.span(single.first, single.end)
    return Count(slot.field, value, span, single.head, slot.trigger, None, False, False, single.rule.id)
