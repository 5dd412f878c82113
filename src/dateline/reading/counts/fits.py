"""What can be counted in which field, and how it is called."""

from __future__ import annotations

from dateline.codebook.counts import Counts
from dateline.model import PEOPLE, WEAPONS
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.phrases import Phrase
from dateline.reading.counts.rules import NOT_SURVIVED, PERSONS, SHOT_DOWN, SUBJECT, SUFFERS, TAKEN, TREATED
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import child, children, is_negated, is_verb, noun_phrase

HARM = frozenset(("killed", "injured", "casualties"))
FATE = frozenset(("killed", "injured"))
SPARED = frozenset(("among", "amongst"))
"""What stands before those of whom nobody was harmed: "no losses among the guards"."""
FALLEN = frozenset(("wounded", "injured", "dead", "killed"))
PRONOUNS = frozenset(("them", "whom", "those", "these", "which", "us"))
LONGEST_APPOSED = 8
"""Words of what those counted are said to be right behind: "one of them a 9-year-old boy"."""


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
    bare |= phrase.of is not None and parse.tokens[phrase.of].lower in FALLEN  # "20 of the wounded"
    if phrase.kind == "many":
        return field in FATE and not is_negated(parse, slot.trigger) and not ends_elsewhere(parse, slot)
    if phrase.kind == "one" and slot.rule is SUFFERS and ends_elsewhere(parse, slot):
        return False
    if slot.rule is TREATED and phrase.value.high == 1:
        return False  # "one victim was treated at the scene" is one of those told before
    if phrase.kind == "none" and _tells_degree(parse, slot.trigger, book):
        return False
    if field in PEOPLE:
        if slot.rule is PERSONS and not (bare or is_person(noun, book) or noun in counted.at_large):
            return False
        if phrase.kind == "one" and (
            field not in HARM or (is_negated(parse, slot.trigger) and slot.rule is not NOT_SURVIVED)
        ):
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


def ends_elsewhere(parse: Parse, slot: Slot) -> bool:
    """Whether a state of one person is told whose end the report tells by itself.

    "Was taken to hospital", "found a guard suffering from burns": who then dies is no injured one more.
    """
    return slot.rule is TAKEN or (slot.rule is SUFFERS and parse.tokens[slot.trigger].tag == "VBG")


def _tells_degree(parse: Parse, i: int, book: Counts) -> bool:
    """Whether a word of harm is denied only in its degree: "nobody was hurt badly"."""
    return any(t.lower in book.nones.leave_open for t in children(parse, i, "advmod"))


def _is_thing(noun: str, book: Counts) -> bool:
    counted = book.counted
    return noun in counted.never or noun in counted.objects or noun in counted.weapons


def _weapon_before(parse: Parse, i: int, book: Counts) -> bool:
    """Whether the sentence names weapons before token ``i``."""
    first = parse.sentences[parse.tokens[i].sentence].first
    return any(noun_of(parse, k) in book.counted.weapons for k in range(first, i))


def group_of(parse: Parse, phrase: Phrase, book: Counts) -> str | None:
    """The words for those counted; none for people at large, nor for deeds."""
    tokens = parse.tokens
    if phrase.noun in book.deeds:
        return None
    following = tokens[phrase.last].lower if phrase.last < len(tokens) else ""
    among = _among(parse, phrase) if phrase.kind == "none" else None
    if among is not None:
        spared = child(parse, among, "pobj")
        return unless_at_large(parse, noun_phrase(parse, spared.i)[0], spared.i, book) if spared else None
    if phrase.kind == "none" and (side := _side(parse, phrase, book)):
        return side
    if phrase.kind == "none" and following in book.nones.others:
        return tokens[phrase.last].text
    if phrase.of is not None and phrase.head < phrase.of:
        of = tokens[phrase.of]
        if of.lower in PRONOUNS:
            return described(parse, phrase, book) or f"of {of.lower}"
        if phrase.kind == "number" and of.tag in ("JJ", "VBN") and tokens[of.i - 1].lower == "the":
            return described(parse, phrase, book) or of.text  # "nine of the wounded"
        if phrase.kind == "number" and of.lower in book.counted.at_large:
            return described(parse, phrase, book)  # "three of the dead are children"
        return unless_at_large(parse, phrase.end, phrase.of, book)
    if not phrase.noun:
        return described(parse, phrase, book) or of_counted(parse, phrase) or _on_side(parse, phrase, book)
    if phrase.kind == "many":
        return unless_at_large(parse, phrase.first, phrase.head, book)
    start = phrase.first + 1 if phrase.kind != "number" else phrase.end
    if phrase.head < phrase.first:
        start = noun_phrase(parse, phrase.head)[0]  # "Civilians killed: 12"
    group = unless_at_large(parse, start, phrase.head, book)
    other = other_kind(parse, phrase, book)
    return f"{group} {other}" if group and other else group


def _among(parse: Parse, phrase: Phrase) -> int | None:
    """The "among" before those of whom nobody is harmed: "no losses among", "no loss was told among"."""
    tokens = parse.tokens
    if phrase.last < len(tokens) and tokens[phrase.last].lower in SPARED:
        return phrase.last
    verb = tokens[tokens[phrase.head].head]
    beside = children(parse, verb.i, "prep") if is_verb(verb) else ()
    found = next((t for t in beside if t.lower in SPARED), None)
    dead = found is not None and any(t.lower in FALLEN for t in children(parse, found.i, "pobj"))
    return None if found is None or dead else found.i  # "no guard was among the dead" spares the guards


def other_kind(parse: Parse, phrase: Phrase, book: Counts) -> str | None:
    """The "and children" of "12 women and children": one number may be of two kinds of people."""
    behind = parse.tokens[phrase.head + 1 : phrase.head + 4]
    if phrase.kind != "number" or len(behind) < 3 or behind[0].lower not in ("and", "or"):
        return None
    if behind[2].tag in ("VBD", "VBP", "VBN", "NN", "NNS"):
        return None  # "killed 12 women and men fled"
    joined = behind[1].tag == "NNS" and behind[1].dep == "conj" and behind[1].head == phrase.head
    bare = joined and child(parse, behind[1].i, "nummod", "det", "amod") is None
    people = bare and is_person(phrase.noun, book) and is_person(noun_of(parse, behind[1].i), book)
    return parse.words(behind[0].i, behind[1].i + 1) if people else None


def of_counted(parse: Parse, phrase: Phrase) -> str | None:
    """The words "of the eleven", where a number is one of those numbered before."""
    of = parse.tokens[phrase.end : phrase.end + 3]
    told = [t.lower for t in of[:2]] in (["of", "the"], ["of", "those"])
    if len(of) < 3 or not told or of[2].tag != "CD" or (phrase.of is not None and phrase.of != of[2].i):
        return None
    return parse.words(of[0].i, of[2].i + 1)


def _side(parse: Parse, phrase: Phrase, book: Counts) -> str | None:
    """The side that has no losses: "no loss on the friendly side", "the army's forces had no losses"."""
    verb = parse.tokens[parse.tokens[phrase.head].head]
    if verb.lemma in book.frames.suffer and phrase.noun in book.nones.nouns:
        for t in children(parse, verb.i, "nsubj"):
            if t.lemma in book.frames.forces:
                return unless_at_large(parse, noun_phrase(parse, t.i)[0], t.i, book)
    for on in (*children(parse, phrase.head, "prep"), *children(parse, verb.i, "prep")):
        for t in children(parse, on.i, "pobj") if on.lower in ("on", "in") else ():
            if t.lemma in book.frames.sides:
                return unless_at_large(parse, noun_phrase(parse, t.i)[0], t.i, book)
    return None


def _on_side(parse: Parse, phrase: Phrase, book: Counts) -> str | None:
    """The side that a clause opens with: "on the friendly side, 4 dead and 13 wounded"."""
    first = parse.sentences[parse.tokens[phrase.first].sentence].first
    for i in range(phrase.first - 1, first - 1, -1):
        token, following = parse.tokens[i], parse.tokens[i + 1]
        if token.text == ";" or (is_verb(token) and token.lower not in book.state):
            return None
        if token.lemma in book.frames.sides and following.text in (",", ":"):
            begin, end = noun_phrase(parse, i)
            while begin < i and (parse.tokens[begin].tag == "DT" or not parse.tokens[begin].text.isalpha()):
                begin += 1  # "- The friendly side: 4 dead"
            return parse.words(begin, end)
    return None


def described(parse: Parse, phrase: Phrase, book: Counts) -> str | None:
    """What those of a number without a noun are said to be: "three of them children", "18 were civilians"."""
    apposed = _apposed(parse, phrase.last, book)
    if apposed is not None:
        return unless_at_large(parse, *apposed, book)
    verb = parse.tokens[parse.tokens[phrase.head].head]
    is_subject = parse.tokens[phrase.head].dep == "nsubj" and verb.lemma == "be"
    if not is_subject and phrase.last < len(parse.tokens):
        # "19 were women and 11 were children", where the parser joins the 11 to the women.
        verb = parse.tokens[phrase.last]
        is_subject = verb.lemma == "be" and child(parse, verb.i, "nsubj", "nsubjpass") is None
    said = child(parse, verb.i, "attr") if is_subject else None
    if said is None or not _are_people(said, book):
        return None
    start = next((t.i for t in children(parse, said.i) if t.dep in ("amod", "compound", "nmod")), said.i)
    return unless_at_large(parse, min(start, said.i), said.i, book)


def _apposed(parse: Parse, i: int, book: Counts) -> tuple[int, int] | None:
    """First word and noun of those told right at token ``i``: "of them children", "one of them a boy"."""
    tokens = parse.tokens
    article = i < len(tokens) and tokens[i].lower in ("a", "an")
    first = i + 1 if article else i
    for k in range(first, min(i + LONGEST_APPOSED, len(tokens))):
        many = tokens[k].tag == "NNS" and k == i and not _is_thing(tokens[k].lemma, book)
        if many or (tokens[k].tag in ("NNS", "NN") and is_person(noun_of(parse, k), book)):
            return (first, k) if article or tokens[k].tag == "NNS" else None
        if tokens[k].lower in book.counted.collectives and not article:
            return first, k  # "28 of them police"
        if not tokens[k].tag.startswith(("JJ", "NN", "CD", "HYPH")):
            return None
    return None


def _are_people(token: Token, book: Counts) -> bool:
    """Whether a noun stands for several people."""
    if token.lower in book.counted.collectives:
        return True
    return token.tag == "NNS" and not _is_thing(token.lemma, book)


def unless_at_large(parse: Parse, start: int, head: int, book: Counts) -> str | None:
    """The words from ``start`` to the noun at ``head`` without article; none for people at large."""
    if noun_of(parse, head) in book.counted.at_large or parse.tokens[head].lower in book.counted.at_large:
        return None
    while start < head and _opens(parse, start, book):
        start += 1
    return parse.words(start, head + 1)


def _opens(parse: Parse, i: int, book: Counts) -> bool:
    """Whether a word before a noun says nothing of those counted: article, number, "other"."""
    token = parse.tokens[i]
    if token.tag == "CD":
        return parse.tokens[i + 1].tag != "HYPH"  # not of a "15-year-old"
    plain = token.tag in ("IN", "DT", "PRP$", "JJR", "``", "''", ",")
    return plain or token.lower in book.tally.others | book.nones.single


def what_of(parse: Parse, phrase: Phrase) -> str | None:
    """The words for the weapons or things counted."""
    if phrase.of is not None:
        token = parse.tokens[phrase.of]
        return phrase.noun if token.lower in PRONOUNS else token.text
    return parse.words(phrase.end, phrase.head + 1) or phrase.noun if phrase.noun else None
