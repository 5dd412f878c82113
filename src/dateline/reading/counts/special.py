"""Constructions of several words: tolls, and numbers of weapons without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.codebook.counts import Counts
from dateline.model import PEOPLE, Field, Number
from dateline.reading.counts.fits import FATE, unless_at_large
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.phrases import Phrase
from dateline.reading.counts.rules import AGAIN, TOLL, TOLL_BEFORE, UP_FROM, WEAPONS_ATTACK, WEAPONS_OF
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, child, children, is_verb, noun_phrase, subtree

LONGEST_PHRASE = 4
FEWEST = 3
"""A bare number that is said counts at least so many: "says one" counts nobody."""
ENDS = frozenset((".", ",", ";", "!", "?", ")", "\n", "\n\n"))
SENTENCES_BEFORE = 3
"""Sentences before a tally in which what it counts is told."""
PASSING = ("past", "above", "beyond", "over")
"""Words after which a tally is more than the number: "climbed past 40"."""
YEAR = re.compile(r"(?:19|20)\d\d")
QUANTITIES = frozenset(("most", "all", "some", "none", "many", "half"))


def special_slots(parse: Parse, phrases: list[Phrase], book: Counts) -> Iterator[Slot]:
    """Slots that take more than one word of harm to see."""
    for phrase in phrases:
        if phrase.kind == "number":
            yield from _weapons(parse, phrase, book)
            yield from _said(parse, phrase, book)
            yield from _up_from(parse, phrase, book)
    tallies = book.toll.alone | book.toll.with_harm | book.toll.again
    numbers = {i for p in phrases if p.kind == "number" for i in (p.head, *range(p.first, p.end))}
    for token in parse.tokens:
        if token.dep == "dobj" and token.lower in book.noun and any(children(parse, token.i, "det", "poss")):
            yield from _toll(parse, token, book.noun[token.lower], numbers, book)  # "put its injured at 47"
        if token.lemma in tallies:
            field = _toll_field(parse, token, book)
            if field:
                yield from _toll(parse, token, field, numbers, book)


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


def _said(parse: Parse, phrase: Phrase, book: Counts) -> Iterator[Slot]:
    """ "The army says 30", "had spoken of 48": of the harm told last before."""
    head = parse.tokens[phrase.head]
    above = parse.tokens[head.head]
    if phrase.noun or phrase.of is not None or (phrase.value.low or phrase.value.high or 0) < FEWEST:
        return
    verb = above
    if head.dep == "pobj" and above.lower == "of":
        verb = parse.tokens[above.head]
        said = verb.lemma in book.frames.speak
    else:
        said = head.dep in ("dobj", "ccomp", "attr", "npadvmod") and verb.lemma in book.frames.say
    attr = child(parse, above.i, "attr") if head.dep == "nsubj" and above.lemma == "be" else None
    is_tally = attr is not None and _is_tally(parse, attr, book)
    said = said or is_tally
    after = parse.tokens[phrase.last] if phrase.last < len(parse.tokens) else None
    closed = is_tally or after is None or after.text in ENDS or after.lower in ("and", "but", "while")
    if not said or not closed or not is_verb(verb):
        return
    first = parse.sentences[max(0, head.sentence - SENTENCES_BEFORE)].first
    taken = any(t.lemma in book.frames.abduct or t.lemma in book.frames.taken_from for t in parse.tokens)
    told = (
        f for t in reversed(parse.tokens[first : verb.i]) for f in (_harm(t, book, taken),) if f in PEOPLE
    )
    field = next(told, None)
    if field is not None:
        yield Slot(head.i, field, verb.i, AGAIN)


def _is_tally(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a number is said to be a known tally: "137 was the true number"."""
    tally = token.lemma in book.toll.again | book.toll.with_harm
    return tally and any(t.lower == "the" for t in children(parse, token.i, "det"))


def _up_from(parse: Parse, phrase: Phrase, book: Counts) -> Iterator[Slot]:
    """ "34 were injured, up from the 11 that it told of last week": 11, of the same people."""
    at = phrase.first - 1 if parse.tokens[phrase.first - 1].lower != "the" else phrase.first - 2
    if phrase.noun or at < 1 or parse.tokens[at].lower != "from":
        return
    first = parse.sentences[parse.tokens[at].sentence].first
    if parse.tokens[at - 1].lower not in book.toll.moved or at - 1 < first:
        return
    before = [(t, f) for t in parse.tokens[first : at - 1] for f in (_harm(t, book),) if f in PEOPLE]
    if before:
        yield Slot(phrase.head, before[0][1], before[0][0].i, UP_FROM)


def _toll_field(parse: Parse, token: Token, book: Counts) -> Field | None:
    """What a tally is a tally of: "death toll", "the number of people wounded"."""
    leave_out = ("relcl", "appos", "conj") if token.lemma in book.toll.alone else ("appos", "conj")
    below = [parse.tokens[i] for i in subtree(parse, token.i, *leave_out)]
    counts = token.lemma in book.toll.with_harm
    found = [
        book.toll.fields.get(t.lemma)
        or book.toll.fields.get(t.lower)
        or (_borne(t, book) if counts else None)
        for t in below
    ]
    told = sorted((f for f in found if f), key=lambda f: f == "casualties")
    if not told and token.lemma in book.toll.with_harm and (mover := _mover(parse, token, book)):
        inside = parse.tokens[token.i : mover.i]
        found = [book.toll.fields.get(t.lemma) or _deadly(t, book) or _borne(t, book) for t in inside]
        told = sorted((f for f in found if f), key=lambda f: f == "casualties")
    if not told and (to := _moved_to(parse, token, book)):
        found = [_deadly(t, book) or _borne(t, book) for t in parse.tokens[token.i : to.i]]
        told = sorted((f for f in found if f), key=lambda f: f == "casualties")
    if told and token.lemma in book.toll.alone | book.toll.with_harm:
        return told[0]
    if token.lemma in book.toll.alone:
        return book.toll.field
    return _again(parse, token, book) if token.lemma in book.toll.again else None


def _borne(token: Token, book: Counts) -> Field | None:
    """What a participle says was done to people: "the number of farmers abducted"."""
    field = book.object.get(token.lemma) or book.object_people.get(token.lemma)
    return field if token.tag in ("VBN", "VBD") and field in PEOPLE else None


def _deadly(token: Token, book: Counts) -> Field | None:
    """ "The number of farmers fatally shot"."""
    return "killed" if token.lower in book.frames.deadly else None


def _moved_to(parse: Parse, tally: Token, book: Counts) -> Token | None:
    """The "to" behind a participle that the parser hung elsewhere: "the number of men shot there to 9"."""
    verb = parse.tokens[tally.head]
    if tally.lemma not in book.toll.with_harm or tally.dep != "dobj" or verb.lemma not in book.toll.verbs:
        return None
    end = parse.sentences[tally.sentence].end
    told = False
    for token in parse.tokens[tally.i + 1 : end]:
        if token.lower == "to" and told and token.tag in ("IN", "TO"):
            return token
        if is_verb(token) and _borne(token, book) is None:
            return None
        told |= is_verb(token)
    return None


def _again(parse: Parse, token: Token, book: Counts) -> Field | None:
    """What was counted right before, where a definite tally gives it again: "the ministry's count is 31"."""
    beside = list(children(parse, token.i))
    definite = any(t.tag == "PRP$" or t.lower == "the" or t.dep == "poss" for t in beside)
    of = next((child(parse, t.i, "pobj") for t in beside if t.lower == "of"), None)
    given = token.dep == "dobj" and parse.tokens[token.head].lemma in book.toll.verbs
    numbered = given and of is not None and of.tag == "CD"  # "gave a figure of 28", not "a total of 28 died"
    if any(t.dep in ("relcl", "acl") for t in beside) or not (numbered or (definite and of is None)):
        return None
    first = parse.sentences[max(0, token.sentence - SENTENCES_BEFORE)].first
    before = parse.tokens[first : token.i]
    harm = {f for t in before for f in (_harm(t, book),) if f in FATE}
    return "killed" if "killed" in harm else next(iter(harm), None)


def _harm(token: Token, book: Counts, taken: bool = False) -> Field | None:
    """The harm that a word tells; ``taken`` says that who is taken is abducted."""
    if taken and token.lemma in book.frames.take_away and token.tag == "VBN":
        return "captured"
    if token.lemma in book.toll.alone:
        return book.toll.field
    by_verb = book.object.get(token.lemma) or book.subject.get(token.lemma) if is_verb(token) else None
    by_noun = book.toll.fields.get(token.lemma) or (
        book.noun.get(token.lemma) if token.tag == "NNS" else None
    )
    return by_verb or book.state.get(token.lower) or by_noun


def _toll(parse: Parse, token: Token, field: Field, numbers: set[int], book: Counts) -> Iterator[Slot]:
    """The numbers that a tally is said to be or to move to and from."""
    for c in children(parse, token.i, "prep", "appos"):
        for t in (c, *children(parse, c.i, "pobj")):
            if t.i in numbers and (c.dep == "appos" or c.lower in ("of", "to", "at")):
                yield Slot(t.i, field, token.i, TOLL)
    verb = parse.tokens[token.head]
    if token.dep == "nsubj" and token.lemma in book.toll.with_harm and verb.lemma not in book.toll.verbs:
        verb = _mover(parse, token, book) or verb
    if not is_verb(verb) or verb.lemma not in book.toll.verbs:
        return
    for t in children(parse, verb.i, "dobj", "attr", "npadvmod", "oprd", "acomp"):
        if t.i in numbers and t.i != token.i:
            yield Slot(t.i, field, token.i, TOLL)
    for prep in _steps(parse, token, verb, book):
        todo = [prep, *children(parse, prep.i, "prep")]
        for p in todo:
            for t in children(parse, p.i, "pobj"):
                if t.i in numbers and p.lower in ("to", "at", *PASSING):
                    yield Slot(t.i, field, token.i, TOLL)
                elif t.i in numbers and p.lower == "from":
                    first = _from(parse, t, p, numbers)
                    yield Slot(t.i if first is None else first, field, token.i, TOLL_BEFORE)
                    if first is not None:
                        yield Slot(t.i, field, token.i, TOLL)
                todo += [c for c in children(parse, t.i, "prep") if c.lower in ("to", "from")]


def _from(parse: Parse, last: Token, preposition: Token, numbers: set[int]) -> int | None:
    """The first number of "from 41 to 36", which the parser may take for a part of the second."""
    between = range(preposition.i + 1, last.i)
    to = last.i > preposition.i + 2 and parse.tokens[last.i - 1].lower == "to"
    return next((i for i in between if i in numbers), None) if to else None


def _mover(parse: Parse, tally: Token, book: Counts) -> Token | None:
    """The verb by which a tally moves to a number, where the parser gave another verb between as its own."""
    end = parse.sentences[tally.sentence].end
    for token in parse.tokens[tally.i + 1 : end]:
        joined = tally.head in (a.i for a in ancestors(parse, token.i)) or token.i in (
            a.i for a in ancestors(parse, tally.i)
        )
        moves = is_verb(token) and token.lemma in book.toll.movers and joined
        if moves and any(t.lower == "to" for t in children(parse, token.i, "prep")):
            return token
    return None


def _steps(parse: Parse, tally: Token, verb: Token, book: Counts) -> Iterator[Token]:
    """The prepositions by which a tally may move, also where the parser hung them on a verb inside it.

    "Raised the number of people known to have died to 14 from 9", "revised it down to 41".
    """
    yield from children(parse, verb.i, "prep")
    for particle in children(parse, verb.i, "advmod", "prt"):
        if particle.lower in book.toll.moved:
            yield from children(parse, particle.i, "prep")
    yield from children(parse, tally.i, "prep")
    if to := _moved_to(parse, tally, book):
        yield to
    for i in subtree(parse, tally.i):
        inside = parse.tokens[i]
        if is_verb(inside) and i > tally.i:
            yield from (p for p in children(parse, i, "prep") if p.lower in ("to", "from"))


def tolled(parse: Parse, tally: int, first: int, value: Number, book: Counts) -> tuple[Number, str | None]:
    """The number that a tally gives, and the words for those in it; "the toll passed 230" is 231 or more.

    ``first`` is the token where the number begins.
    """
    verb = parse.tokens[parse.tokens[tally].head]
    above = verb.lemma in book.toll.above or (first > 0 and parse.tokens[first - 1].lower in PASSING)
    if above and value.low is not None and value.low == value.high:
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
