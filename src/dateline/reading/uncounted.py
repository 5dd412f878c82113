"""Which numerals of a text count nothing: dates, ages, measures, money, names."""

from __future__ import annotations

import re

from dateline.codebook.counts import Counts
from dateline.reading.parse import Parse, Token

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
HYPHENS = frozenset(("-", "–", "—"))
YEAR = re.compile(r"(?:19|20)\d\d")
LAST_DAY = 31
DECADES = frozenset(("'s", "’s"))
COMPARED = frozenset(("younger", "older"))
"""What stands before "than" and an age."""
ROUGHLY = frozenset(("about", "around", "some", "roughly"))
"""What stands before an age that is a guess."""
AGE_ENDS = frozenset((",", ")", ".", ";", "and", "or", "of", "from", ""))
"""What stands behind an age that is set off."""


def is_no_count(parse: Parse, first: int, end: int, book: Counts) -> bool:
    """Whether the numerals are a date, an age, a measure, money, a share or part of a name."""
    no = book.not_counts
    before, after = lower_at(parse, first - 1), lower_at(parse, end)
    hyphenated = lower_at(parse, end + 1) if after in HYPHENS else ""
    if before in no.money or before in no.named_by or after in no.months:
        return True
    if before in no.months and not _is_no_day(parse, first):
        return True
    if after in no.units or lemma_at(parse, end) in no.units or hyphenated in no.units:
        return True
    if before in HYPHENS and parse.tokens[first - 1].start == parse.tokens[max(0, first - 2)].end:
        return True
    tokens = parse.tokens
    if end - first == 1 and YEAR.fullmatch(tokens[first].text):
        dated = any(t.lower in no.months for t in tokens[max(0, first - 3) : first])
        if dated or not _has_noun(parse, end):
            return True
    if after == "of" and lower_at(parse, end + 1) in ("them", "whom", "which", "those", "these"):
        return False  # "the hostages, 76 of them girls"
    if before == "than" and lower_at(parse, first - 2) in COMPARED:
        return True  # "thirteen of them younger than ten"
    return end - first <= 3 and (_is_age(parse, first, end, book) or _is_listed_age(parse, first, end, book))


def _is_no_day(parse: Parse, i: int) -> bool:
    """Whether a number behind a month is a word or too large for a day of it, and no year.

    "On 13 February two men", "in May 80 people".
    """
    text = parse.tokens[i].text
    large = text.isdigit() and int(text) > LAST_DAY and not YEAR.fullmatch(text)
    return text.isalpha() or large


def _has_noun(parse: Parse, i: int) -> bool:
    return i < len(parse.tokens) and parse.tokens[i].tag in ("NNS", "NN", "JJ", "NNPS")


def _is_age(parse: Parse, first: int, end: int, book: Counts) -> bool:
    """Whether a number set off behind a name is that person's age: "Smith, 24, was", "Smith (24)"."""
    if lower_at(parse, first - 1) in ROUGHLY:  # "a guard, about 40, was"
        person = lemma_at(parse, first - 3) in book.counted.persons or parse.tokens[first - 3].ent == "PERSON"
        first = first - 1 if person else 0
    if first < 2 or lower_at(parse, first - 1) not in (",", "("):
        return False
    named: Token = parse.tokens[first - 2]
    after = lower_at(parse, end)
    if after == "of" and not parse.tokens[first].text[0].isdigit():
        return False  # "shot in Brindle, two of them fatally"
    if named.ent == "PERSON":
        return not _has_noun(parse, end)
    return after in (",", ")", ".", ";", "and", "of", "from", "") and named.tag in ("NNP", "NN")


def _is_listed_age(parse: Parse, first: int, end: int, book: Counts) -> bool:
    """Whether figures tell how old those before them are: "two men, 19 and 20", "ages 14, 18 and 29".

    Also "two women, both 21", "a man, also 18," and "one 16 and the other 17".
    """
    tokens = parse.tokens
    if end - first > 1 or not DIGITS.fullmatch(tokens[first].text) or _has_noun(parse, end):
        return False
    before, after = lower_at(parse, first - 1), lower_at(parse, end)
    if after in DECADES or (before == "one" and after == "and"):
        return True
    if before == "other" and any(DIGITS.fullmatch(t.text) for t in tokens[max(0, first - 5) : first - 2]):
        return True
    at = first - 1
    if before in ("both", "each", "also", "now", "then", "all"):
        at -= 1
    while at > 0 and (tokens[at].lower in (",", "and", "or", "(") or DIGITS.fullmatch(tokens[at].text)):
        at -= 1
    if lower_at(parse, at) in ("ages", "aged", "age"):
        return True
    people = tokens[at].lemma in book.counted.persons or tokens[at].ent == "PERSON"
    return people and at < first - 1 and tokens[at + 1].lower in (",", "(") and after in AGE_ENDS


def lower_at(parse: Parse, i: int) -> str:
    """The word at a place in small letters; none outside the text."""
    return parse.tokens[i].lower if 0 <= i < len(parse.tokens) else ""


def lemma_at(parse: Parse, i: int) -> str:
    """The lemma at a place; none outside the text."""
    return parse.tokens[i].lemma if 0 <= i < len(parse.tokens) else ""
