"""What is counted: a number with its noun, one person, nobody."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dateline.codebook.counts import Counts
from dateline.model import Number
from dateline.reading.counts.nouns import after_of, is_person, noun_of, noun_run
from dateline.reading.numbers import Amount
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, is_negated, is_verb, particle_down, subjects

Kind = Literal["number", "one", "none", "many"]
NEGATIVE = frozenset(("no", "zero", "neither"))
PLURAL = frozenset(("them", "those", "these", "which"))


class Phrase(NamedTuple):
    """Something counted.

    ``first`` to ``end`` are the tokens of the value's words, ``last`` is the token after the whole
    phrase; ``head`` is the counted noun, or the number where it stands alone; ``noun`` that noun's
    lemma, empty where there is none; ``of`` the noun after "of" ("five of the missiles").
    """

    kind: Kind
    value: Number
    first: int
    end: int
    last: int
    head: int
    noun: str
    of: int | None


def read_phrases(parse: Parse, amounts: tuple[Amount, ...], book: Counts) -> list[Phrase]:
    """Every number, "a woman", "no casualties" and "nobody" with what it counts, in text order."""
    taken = bytearray(len(parse.tokens))
    found = []
    for amount in amounts:
        if not _is_modifier(parse, amount, book) and not _is_model(parse, amount):
            counted = _numbered(parse, amount, book)
            found.append(_not_one(parse, counted) if _is_not_one(parse, counted) else counted)
        taken[amount.first : amount.end] = b"\1" * (amount.end - amount.first)
    articles, nones = ("a", "an", "another"), book.nones
    for token in parse.tokens:
        if taken[token.i]:
            continue
        word = token.lower
        if word in articles:
            phrase = _one(parse, token.i, book)
            phrase = _not_one(parse, phrase) if phrase and _is_not_a(parse, phrase, book) else phrase
        elif word in NEGATIVE or word in nones.pronouns:
            phrase = _none(parse, token.i, book)
        elif token.lemma in nones.nouns and token.tag == "NNS" and not taken[token.i - 1]:
            phrase = _denied(parse, token, book)
        else:
            continue
        if phrase is not None:
            found.append(phrase)
    found = sorted(found, key=lambda p: (p.first, p.last))
    return _taken_up(parse, [_out_of(parse, found, n) for n in range(len(found))], book)


def _out_of(parse: Parse, phrases: list[Phrase], n: int) -> Phrase:
    """ "12 of 15 soldiers", where the parser takes all for one number: the noun is the twelve's.

    The fifteen keep it, but only their number finds them.
    """
    phrase = phrases[n]
    if n + 1 < len(phrases) and _is_of(parse, phrase, phrases[n + 1]):
        return phrase._replace(head=phrases[n + 1].head)
    if n and _is_of(parse, phrases[n - 1], phrase):
        return phrase._replace(head=phrase.end - 1)
    return phrase


def _is_of(parse: Parse, part: Phrase, whole: Phrase) -> bool:
    """Whether a number modifies the one behind its "of"."""
    numbers = part.kind == whole.kind == "number" and part.of == whole.head != part.head
    return numbers and parse.tokens[part.end - 1].dep == "quantmod"


def _is_not_one(parse: Parse, phrase: Phrase) -> bool:
    """Whether "not" stands before "one" and its noun: "not one civilian was killed"."""
    one = phrase.value.low == 1 == phrase.value.high and bool(phrase.noun) and phrase.of is None
    return one and phrase.first > 0 and parse.tokens[phrase.first - 1].lower == "not"


def _is_not_a(parse: Parse, phrase: Phrase, book: Counts) -> bool:
    """Whether "not a single" stands before a person: "not a single civilian was hurt"."""
    before = parse.tokens[phrase.first - 1].lower if phrase.first else ""
    return before == "not" and parse.tokens[phrase.first + 1].lower in book.nones.single


def _not_one(parse: Parse, phrase: Phrase) -> Phrase:
    first = phrase.first - 1
    words = parse.words(first, phrase.head + 1)
    return phrase._replace(kind="none", value=Number(0, 0, words), first=first, end=phrase.head + 1)


def _taken_up(parse: Parse, phrases: list[Phrase], book: Counts) -> list[Phrase]:
    """The phrases, "seventeen of them" and "the other five" counting the weapons told just before.

    Only where the verb is one of weapons, and nobody was counted in between.
    """
    told: Phrase | None = None
    resolved = []
    for n, read in enumerate(phrases):
        elided = n > 0 and _elided(parse, phrases[n - 1], read, book)
        phrase = read._replace(noun=phrases[n - 1].noun) if elided else read
        bare = phrase.noun in ("", "one", "other") or phrase.noun in PLURAL
        near = told is not None and _sentences_apart(parse, told, phrase) <= 1
        again = told is not None and near and bare and phrase.kind == "number" and _flies(parse, phrase, book)
        known = phrase._replace(noun=told.noun) if told is not None and again else phrase
        if known.noun in book.counted.weapons:
            told = known
        elif known.noun and not bare and _is_other(parse, known, book):
            told = None
        resolved.append(known)
    return resolved


def _elided(parse: Parse, before: Phrase, phrase: Phrase, book: Counts) -> bool:
    """Whether a number leaves out the noun of the one that it is joined to: "60 pupils of X and 40 of Y"."""
    own = phrase.of is not None and phrase.of > phrase.head and not is_person(phrase.noun, book)
    joined = parse.tokens[phrase.head].dep == "conj" and parse.tokens[phrase.head].head == before.head
    return own and joined and phrase.noun not in PLURAL and is_person(before.noun, book)


def _is_other(parse: Parse, phrase: Phrase, book: Counts) -> bool:
    """Whether what is counted may be meant by a later "of them"; not what weapons flew from or to."""
    people = is_person(phrase.noun, book) or phrase.noun in book.counted.at_large
    return people or parse.tokens[phrase.head].dep != "pobj"


def _sentences_apart(parse: Parse, a: Phrase, b: Phrase) -> int:
    return parse.tokens[b.first].sentence - parse.tokens[a.first].sentence


def _flies(parse: Parse, phrase: Phrase, book: Counts) -> bool:
    """Whether the word over a phrase is a verb of what weapons do or what is done with them."""
    over = parse.tokens[parse.tokens[phrase.head].head]
    if over.i == phrase.head or not is_verb(over):
        return False
    down = over.lemma in book.frames.shoot_down and particle_down(parse, over.i)
    return down or over.lemma in book.counted.weapon_verbs


def _numbered(parse: Parse, amount: Amount, book: Counts) -> Phrase:
    """A number with the noun that follows it, or with what stands after its "of"."""
    nouns = list(noun_run(parse, amount.end, book))
    head = nouns[-1] if nouns else amount.core
    noun = noun_of(parse, head) if nouns else ""
    of = None
    attack = noun in book.counted.attacks and parse.tokens[head].tag == "NN" and len(nouns) > 1
    if attack and noun_of(parse, nouns[-2]) in book.counted.flying:
        # "The 22 missile bombing" counts missiles; "three drone strikes" are three strikes.
        head, noun = nouns[-2], noun_of(parse, nouns[-2])
    if not nouns:
        of = after_of(parse, amount.end, book)
        noun = noun_of(parse, of) if of is not None else ""
    elif noun in book.counted.groups:
        of = after_of(parse, head + 1, book)
    last = max(amount.end, head + 1, (of or 0) + 1)
    return Phrase("number", amount.value, amount.first, amount.end, last, head, noun, of)


def _is_modifier(parse: Parse, amount: Amount, book: Counts) -> bool:
    """Whether a hyphen makes the number an adjective: "a four-storey house", not "a 20-rocket salvo".

    The mark of the next line of a list does not: "- Dead: 3", below it "- Wounded: 17".
    """
    at = amount.end
    hyphen = at + 1 < len(parse.tokens) and parse.tokens[at].tag == "HYPH"
    hyphen = hyphen and "\n" not in parse.text[parse.tokens[at - 1].end : parse.tokens[at].start]
    return hyphen and noun_of(parse, at + 1) not in book.counted.weapons


def _is_model(parse: Parse, amount: Amount) -> bool:
    """Whether a number belongs to the name right before it, and both to a noun: "Falcon 105 rockets"."""
    number = parse.tokens[amount.core]
    name = parse.tokens[number.head]
    modifies = name.dep in ("nmod", "compound", "nummod") and name.head > number.i
    return (
        modifies
        and name.tag.startswith("NNP")
        and name.ent not in ("DATE", "TIME")
        and name.i == amount.first - 1
    )


def _one(parse: Parse, i: int, book: Counts) -> Phrase | None:
    """A single person told by an article: "a woman", "a 15-year-old", "another"."""
    nouns = list(noun_run(parse, i + 1, book))
    if not nouns:
        if parse.tokens[i].lower != "another" or parse.tokens[i].dep in ("det", "amod"):
            return None
        return Phrase("one", Number(1, 1, parse.tokens[i].text), i, i + 1, i + 1, i, "", None)
    head = nouns[-1]
    noun = noun_of(parse, head)
    if noun in book.tally.ordinals and len(nouns) == 1 and after_of(parse, head + 1, book) is None:
        noun = ""  # "a third died"
    elif parse.tokens[head].tag not in ("NN", "NNP", "JJ") or not is_person(noun, book):
        return None
    return Phrase("one", Number(1, 1, parse.words(i, head + 1)), i, head + 1, head + 1, head, noun, None)


def _none(parse: Parse, i: int, book: Counts) -> Phrase | None:
    """Nobody: "no one", "none of them", "no casualties"."""
    if parse.tokens[i].lower in book.nones.pronouns:
        of = after_of(parse, i + 1, book)
        noun = noun_of(parse, of) if of is not None else ""
        return Phrase("none", Number(0, 0, parse.tokens[i].text), i, i + 1, (of or i) + 1, i, noun, of)
    nouns = list(noun_run(parse, i + 1, book))
    if not nouns and _stands_alone(parse, i + 1, book):
        nouns = [i + 1]  # "no dead", "no wounded"
    if not nouns:
        return None
    head = nouns[-1]
    noun = noun_of(parse, head)
    value = Number(0, 0, parse.words(i, head + 1))
    loss = noun in book.nones.nouns and not _leaves_open(parse, head, book)
    if noun == "one" or is_person(noun, book) or loss:
        return Phrase("none", value, i, head + 1, head + 1, head, noun, None)
    return None


def _stands_alone(parse: Parse, i: int, book: Counts) -> bool:
    """Whether an adjective of harm stands as a noun at token ``i``: "no dead", "no dead or wounded"."""
    token = parse.tokens[i] if i < len(parse.tokens) else None
    if token is None or token.lower not in book.noun or not token.tag.startswith(("JJ", "VB")):
        return False
    following = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else token
    return not following.tag.startswith(("NN", "JJ"))


def _denied(parse: Parse, token: Token, book: Counts) -> Phrase | None:
    """Losses without a number that are denied: "did not suffer any casualties", "without loss of life"."""
    if any(t.lower not in ("any", "further") for t in children(parse, token.i, "det", "nummod", "poss")):
        return None
    if _leaves_open(parse, token.i, book):
        return None
    head = parse.tokens[token.head]
    negative: Token | None = None
    if head.lower == "without":
        negative = head
    elif head.lower == "of" and parse.tokens[head.head].lemma in book.nones.reports:
        negative = is_negated(parse, head.head)
        if negative and _leaves_open(parse, head.head, book):
            return None
    elif is_verb(head) and head.dep == "pcomp" and parse.tokens[head.head].lower == "without":
        negative = parse.tokens[head.head]  # "without causing casualties"
    elif is_verb(head) and token.dep in ("dobj", "attr"):
        negative = is_negated(parse, head.i)
        for subject in subjects(parse, head.i):
            negative = negative or is_negated(parse, subject.i)
    if negative is None or negative.i > token.i:
        return None
    value = Number(0, 0, parse.words(negative.i, token.i + 1))
    return Phrase("none", value, negative.i, token.i + 1, token.i + 1, token.i, token.lemma, None)


def _leaves_open(parse: Parse, i: int, book: Counts) -> bool:
    """Whether "no" denies a kind of loss only: "no serious injuries", "no injuries are life-threatening"."""
    if any(t.lower in book.nones.leave_open for t in children(parse, i, "amod", "compound")):
        return True
    head = parse.tokens[parse.tokens[i].head]
    return head.lemma == "be" and parse.tokens[i].dep == "nsubj" and any(children(parse, head.i, "acomp"))
