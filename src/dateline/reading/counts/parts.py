"""Which counts are parts of others: "12 people, including four children"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.codebook.counts import Counts
from dateline.model import PEOPLE
from dateline.reading.counts.fits import HARM, PRONOUNS, described, fits
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.phrases import Phrase
from dateline.reading.counts.rules import LABELLED, NONE, PART
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, is_verb

JOINS = frozenset((",", "and", ";", "or", "as", "well"))
OPENERS = frozenset((":", "(", "–", "—"))
LISTED = ("CD", "NN", "JJ", "CC", ",")
LONGEST_LIST = 8
"""Tokens from those counted to "among the dead"."""
FAR = 8
"""Tokens between a whole and the mark that opens its parts."""


class Told(NamedTuple):
    """What has been read so far: phrases, the slots that they fill, and every slot by its token."""

    phrases: list[Phrase]
    found: Mapping[int, tuple[Slot, ...]]
    said: Mapping[int, Slot]


def parts(parse: Parse, told: Told, book: Counts) -> dict[int, Slot]:
    """The phrases that are a part of a count, by index, each with the field that it takes from the whole."""
    within: dict[int, Slot] = {}
    whole: int | None = None
    before: int | None = None
    for n, phrase in enumerate(told.phrases):
        if phrase.kind == "many" or _is_theirs(told.phrases, n):
            continue
        if whole is not None and _sentence(parse, told.phrases[whole]) != _sentence(parse, phrase):
            before, whole = whole, None
        if phrase.kind == "none":
            if spared := _among(parse, phrase, told, book):  # "no officers were among the dead"
                within[n] = Slot(phrase.head, spared.field, spared.trigger, NONE)
            continue
        own = told.found.get(n, ())
        slot = _of_harmed(parse, phrase, told, book) or _among(parse, phrase, told, book)
        slot = slot and _of_dead(parse, phrase, slot, told, n)
        slot = slot or _of_those_before(parse, phrase, book)
        opened = False
        if slot is None and whole is not None:
            opened = _is_opened(parse, told.phrases, n, whole) and all(s.rule is not LABELLED for s in own)
            if (
                opened
                or n in within
                or _is_marked(parse, told.phrases, n, whole, book)
                or _follows(parse, told, n, within, book)
            ):
                slot = told.found[whole][0]
        last = _last(parse, told.phrases, n)
        if slot is None and whole is None and last in within:
            slot = within[last] if _follows(parse, told, n, within, book) else None
        if slot is None and whole is None and before is not None and _of_those(parse, phrase, told, before):
            slot = told.found[before][0]
        if slot and slot.field == "casualties" and any(s.field in HARM for s in own):
            slot = None  # "nine casualties: two dead and seven wounded"
        if slot is None and not own:
            slot = _is_told_again(parse, told, n, before if whole is None else whole, book)
        alike = not own or opened or any(s.field == slot.field for s in own if slot)
        if slot and alike and fits(parse, slot, phrase, book):
            within[n] = Slot(phrase.head, slot.field, slot.trigger, PART)
        elif own and phrase.kind == "number":
            whole = n
            for part in _sum(parse, told.phrases, n, book):
                within[part] = Slot(told.phrases[part].head, own[0].field, own[0].trigger, PART)
    return within


def _is_theirs(phrases: Sequence[Phrase], n: int) -> bool:
    """Whether a phrase only tells whose those right before are: "seven members of one family"."""
    of = phrases[n - 1].of if n else None
    return (
        of is not None and phrases[n - 1].last <= phrases[n].last and phrases[n].first <= of < phrases[n].last
    )


def _of_dead(parse: Parse, phrase: Phrase, slot: Slot, told: Told, n: int) -> Slot:
    """The slot of "victims", who are the dead where the sentence before tells of the dead alone."""
    if slot.field != "casualties" or parse.tokens[slot.trigger].tag != "NNS":
        return slot
    here = _sentence(parse, phrase)
    near = [k for k in range(n) if _sentence(parse, told.phrases[k]) == here - 1]
    harm = {s.field for k in near for s in told.found.get(k, ()) if s.field in HARM}
    return slot._replace(field="killed") if harm == {"killed"} else slot


def _is_told_again(parse: Parse, told: Told, n: int, whole: int | None, book: Counts) -> Slot | None:
    """The slot of a whole whose people a bare number describes: "Thirty died. Six were nurses"."""
    phrase = told.phrases[n]
    if whole is None or phrase.noun or phrase.kind != "number" or phrase.of is not None:
        return None
    larger, own = told.phrases[whole].value, phrase.value
    most = larger.high or larger.low or 0
    near = _sentence(parse, phrase) - _sentence(parse, told.phrases[whole]) <= 1
    if not near or not 0 < (own.low or 0) < most or described(parse, phrase, book) is None:
        return None
    slot = told.found[whole][0]
    same = _sentence(parse, phrase) == _sentence(parse, told.phrases[whole])
    return slot if slot.field in HARM or (same and slot.field in PEOPLE) else None


def _of_those(parse: Parse, phrase: Phrase, told: Told, before: int) -> bool:
    """Whether "76 of them" are of those counted in the sentence before."""
    if phrase.of is None or parse.tokens[phrase.of].lower not in PRONOUNS or phrase.kind != "number":
        return False
    if parse.tokens[phrase.head].dep != "appos":
        return False  # "17 of them returned" counts those who returned
    larger, own = told.phrases[before].value, phrase.value
    near = _sentence(parse, phrase) - _sentence(parse, told.phrases[before]) == 1
    return near and 0 < (own.low or 0) < (larger.high or larger.low or 0)


def _of_those_before(parse: Parse, phrase: Phrase, book: Counts) -> Slot | None:
    """The slot of "the hostages, 76 of them girls": of people without a number whose noun says their harm."""
    at = phrase.first - 2
    if (
        phrase.of is None
        or parse.tokens[phrase.of].lower != "them"
        or at < 0
        or parse.tokens[at + 1].text != ","
    ):
        return None
    field = book.noun.get(parse.tokens[at].lemma) or book.noun.get(parse.tokens[at].lower)
    if field is None or field not in PEOPLE or described(parse, phrase, book) is None:
        return None
    return Slot(at, field, at, PART)


def _sentence(parse: Parse, phrase: Phrase) -> int:
    return parse.tokens[phrase.first].sentence


def _is_opened(parse: Parse, phrases: list[Phrase], n: int, whole: int) -> bool:
    """Whether a colon, dash or bracket just behind the whole opens phrase ``n``: "six people: two men"."""
    opener = parse.tokens[phrases[n].first - 1] if phrases[n].first else None
    return opener is not None and opener.lower in OPENERS and 0 <= opener.i - phrases[whole].last <= FAR


def _is_marked(parse: Parse, phrases: list[Phrase], n: int, whole: int, book: Counts) -> bool:
    """Whether words or apposition make phrase ``n`` a part of the whole before it."""
    phrase, tokens = phrases[n], parse.tokens
    if phrase.of is not None and tokens[phrase.of].lower in PRONOUNS:
        return True
    for length in (1, 2, 3):
        before = tokens[max(0, phrase.first - length) : phrase.first]
        if " ".join(t.lower for t in before) in book.parts:
            return True
    token, larger = tokens[phrase.head], phrases[whole]
    if token.dep != "appos" or not larger.first <= token.head < larger.last:
        return False
    return phrase.kind == "one" or _is_general(larger, book)


def _is_general(phrase: Phrase, book: Counts) -> bool:
    """Whether a whole says so little of its people that others named behind it are among them."""
    return not phrase.noun or phrase.noun in book.counted.at_large or phrase.noun in book.counted.groups


def _follows(parse: Parse, told: Told, n: int, within: Mapping[int, Slot], book: Counts) -> bool:
    """Whether phrase ``n`` is coordinated with a part right before it, and no verb of its own takes it."""
    last = _last(parse, told.phrases, n)
    if last not in within:
        return False
    between = parse.tokens[told.phrases[last].last : told.phrases[n].first]
    if len(between) > 2 and between[0].lower in ("of", "aged") and between[1].tag == "CD":
        between = between[2:]  # "a girl of 12 and seven clerks"
    later = any(s.trigger > told.phrases[n].first for s in told.found.get(n, ()))
    return not later and all(
        t.lower in JOINS or t.tag == "PRP$" or (t.tag == "NNS" and is_person(noun_of(parse, t.i), book))
        for t in between
    )


def _last(parse: Parse, phrases: Sequence[Phrase], n: int) -> int:
    """The phrase before phrase ``n``, without an age: the girl of "a girl of 12 and seven clerks"."""
    if n < 2 or phrases[n - 1].noun or phrases[n - 2].kind != "one":
        return n - 1
    of = phrases[n - 1].first - 1
    return n - 2 if of == phrases[n - 2].last and parse.tokens[of].lower == "of" else n - 1


def _sum(parse: Parse, phrases: list[Phrase], n: int, book: Counts) -> list[int]:
    """The phrases listed behind a whole that add up to it: "six people, four men and two women"."""
    total, found, at, aside = 0, [], n, False
    if not _is_general(phrases[n], book):
        return []
    whole = phrases[n].value.low
    for k in range(n + 1, len(phrases)):
        between = parse.tokens[phrases[at].last : phrases[k].first]
        low, first = phrases[k].value.low, k == n + 1
        aside = aside or (first and _is_behind(between))
        if low is None or not (_listed(between) or (first and aside)):
            break
        if (first and between[0].lower == "and") or (aside and not is_person(phrases[k].noun, book)):
            break
        total, at = total + low, k
        found.append(k)
        if total == whole:
            return found if len(found) > 1 or not aside else []
    return []


def _listed(between: Sequence[Token]) -> bool:
    """Whether nothing but commas and "and" stands between two of a list."""
    return bool(between) and between[0].lower in (",", "-", "and") and all(t.lower in JOINS for t in between)


def _is_behind(between: Sequence[Token]) -> bool:
    """Whether a list may begin behind other words of the sentence: "six people died in Brindle, four men"."""
    opened = len(between) > 1 and between[-1].text in (",", ":", "(", "–", "—")
    return opened and between[0].sentence == between[-1].sentence


def _of_harmed(parse: Parse, phrase: Phrase, told: Told, book: Counts) -> Slot | None:
    """The slot of "two of those killed were"; of one alone it would only introduce a person."""
    if phrase.kind != "number" or phrase.of in (None, phrase.head) or phrase.value.high == 1:
        return None
    of = parse.tokens[phrase.of]
    if of.i in told.said:
        return told.said[of.i]
    if parse.tokens[parse.tokens[phrase.head].head].lemma != "be":
        return None
    field = book.noun.get(of.lemma) or book.state.get(of.lower)
    return Slot(of.i, field, of.i, PART) if field and field in PEOPLE and field != "casualties" else None


def _among(parse: Parse, phrase: Phrase, told: Told, book: Counts) -> Slot | None:
    """The slot of "two were among four killed", "among the dead were two", "the dead include two boys"."""
    if (dead := _among_behind(parse, phrase.last)) is not None:
        field = book.noun.get(dead.lemma) or book.state.get(dead.lower)
        return Slot(dead.i, field, dead.i, PART) if field and field in PEOPLE else None
    token = grouped(parse, phrase, book) or parse.tokens[phrase.head]
    while token.dep in ("conj", "appos") and token.head < token.i:
        token = parse.tokens[token.head]
    verb = parse.tokens[token.head]
    if not is_verb(verb):
        return None
    if verb.lemma in book.frames.include and token.dep == "dobj":
        whole = [c.i for c in children(parse, verb.i, "nsubj")]
    elif verb.lemma == "be" and token.dep in ("nsubj", "attr"):
        preps = [c for c in children(parse, verb.i, "prep") if c.lower == "among"]
        whole = [c.i for p in preps for c in children(parse, p.i, "pobj")]
    else:
        return None
    for i in whole:
        if i in told.said:
            return told.said[i]
        field = book.noun.get(parse.tokens[i].lemma) or book.noun.get(parse.tokens[i].lower)
        if field is not None and field in PEOPLE:
            return Slot(i, field, i, PART)
    return None


def grouped(parse: Parse, phrase: Phrase, book: Counts) -> Token | None:
    """The noun of a group that a bare number counts: "a family of four"."""
    of = parse.tokens[parse.tokens[phrase.head].head]
    group = parse.tokens[of.head]
    if phrase.noun or phrase.kind != "number" or of.lower != "of" or of.i != phrase.first - 1:
        return None
    return group if group.lemma in book.counted.groups and group.tag == "NN" else None


def _among_behind(parse: Parse, i: int) -> Token | None:
    """The word behind "among the", to which a list of people leads: "ten women among the dead"."""
    for k in range(i, min(i + LONGEST_LIST, len(parse.tokens) - 2)):
        if parse.tokens[k].lower == "among":
            the = parse.tokens[k + 1].lower in ("the", "those")
            return parse.tokens[k + 2] if the else None
        if not parse.tokens[k].tag.startswith(LISTED):
            return None
    return None
