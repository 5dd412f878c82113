"""Words of a number -> the range that they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from dateline.codebook import Codebook
from dateline.codebook.counts import Bound, Counts
from dateline.model import Number
from dateline.reading.parse import Parse
from dateline.reading.uncounted import DIGITS, HYPHENS, is_no_count, lower_at

DECIMAL = re.compile(r"\d{1,4}\.\d{1,3}")
JOINS = frozenset(("to", "or", "-", "–", "—"))
ARTICLES = frozenset(("a", "an"))
LONGEST_PHRASE = 4


class Amount(NamedTuple):
    """A number in a text: its value, its token range (half open, with "at least"), its last numeral token."""

    value: Number
    first: int
    end: int
    core: int


class Core(NamedTuple):
    """Numerals alone: the range, the token after them, the word of a vague count, and the multiple used."""

    low: int
    high: int | None
    end: int
    word: str | None
    multiple: int


def read_numbers(parse: Parse, codebook: Codebook) -> tuple[Amount, ...]:
    """Every number that could count something, in text order; not dates, ages, measures, money or names.

    "at least 12", "a dozen", "20-25", "between 100 and 300", "several hundred", "tens of thousands".
    """
    book = codebook.counts
    found: list[Amount] = []
    i, size = 0, len(parse.tokens)
    while i < size:
        core = _core(parse, i, book)
        if core is None:
            i += 1
            continue
        ranged = _range(parse, i, core, book)
        if not is_no_count(parse, i, ranged.end, book):
            found.append(_bounded(parse, i, ranged, found[-1].end if found else 0, book))
        i = ranged.end
    return tuple(found)


def _core(parse: Parse, i: int, book: Counts) -> Core | None:
    """The numerals that begin at token ``i``."""
    token = parse.tokens[i]
    word = token.lower
    if word in ARTICLES or word == "half":
        return _after_article(parse, i, book)
    if word in book.vague:
        return _vague(parse, i, book)
    if word == "both" and i + 1 < len(parse.tokens) and parse.tokens[i + 1].tag in ("NNP", "NN", "PRP$"):
        return None  # "both Adam and his son": those behind it are told one by one
    if word in book.words and token.tag != "CC":
        return None if word == "one" and not _is_numeral_one(parse, i) else _spelled(parse, i, book)
    if token.tag == "CD" or word[0].isdigit():
        following = lower_at(parse, i + 1)
        multiple = book.multiples.get(following, 0)
        if DECIMAL.fullmatch(word) and multiple >= 1000:
            amount = round(float(word) * multiple)
            return Core(amount, amount, i + 2, None, multiple)
        if DIGITS.fullmatch(word):
            amount = int(word.replace(",", "")) * (multiple or 1)
            return Core(amount, amount, i + 2 if multiple else i + 1, None, multiple)
    return None


def _is_numeral_one(parse: Parse, i: int) -> bool:
    """Whether "one" counts, unlike "no one", "this one" or "one another"."""
    token = parse.tokens[i]
    before = lower_at(parse, i - 1)
    return (
        token.tag == "CD"
        and before not in ("no", "any", "every", "this", "that", "which", "some")
        and lower_at(parse, i + 1) != "another"
    )


def _after_article(parse: Parse, i: int, book: Counts) -> Core | None:
    """Numerals that need an article: "a dozen", "half a dozen", "a couple", "a few hundred"."""
    half = parse.tokens[i].lower == "half"
    at = i + 1 if half and lower_at(parse, i + 1) in ARTICLES else i
    word = lower_at(parse, at + 1)
    if word in book.multiples:
        amount = book.multiples[word] // (2 if half else 1)
        return Core(amount, amount, at + 2, None, book.multiples[word])
    if half:
        return None
    if word in book.after_article:
        amount = book.after_article[word]
        return Core(amount, amount, at + 2, None, 0) if lower_at(parse, at + 2) == "of" else None
    if word in book.vague_after_article:
        multiple = book.multiples.get(lower_at(parse, at + 2), 0)
        least = book.vague_after_article[word] * (multiple or 1)
        end = at + 3 if multiple else at + 2
        return Core(least, None, end, parse.words(i, end).lower(), multiple)
    return None


def _vague(parse: Parse, i: int, book: Counts) -> Core:
    """Vague counts: "dozens", "several hundred", "tens of thousands"."""
    word = parse.tokens[i].lower
    least, end = book.vague[word], i + 1
    following = lower_at(parse, i + 1)
    if following in book.multiples:
        least, end = least * book.multiples[following], i + 2
    elif following == "of" and lower_at(parse, i + 2) in book.vague:
        higher = lower_at(parse, i + 2)
        # "hundreds of thousands": twice a hundred of them, as "hundreds" is twice a hundred.
        least, end = least * book.vague[higher] // 2, i + 3
    return Core(least, None, end, parse.words(i, end).lower(), 0)


def _spelled(parse: Parse, i: int, book: Counts) -> Core:
    """Number words in a row: "twenty-five", "one hundred and twelve", "two dozen"."""
    total, current, at, multiple = 0, book.words[parse.tokens[i].lower], i + 1, 0
    room = current >= 20
    while at < len(parse.tokens):
        word = parse.tokens[at].lower
        hyphen = word in HYPHENS
        unit = book.words.get(lower_at(parse, at + 1) if hyphen else word, 0)
        if word in book.multiples:
            multiple = book.multiples[word]
            scaled = max(1, current) * multiple
            total, current = (total, scaled) if multiple <= 100 else (total + scaled, 0)
            room, at = True, at + 1
        elif room and 0 < unit < 20 and (current % 100 == 0 or (unit < 10 and current % 10 == 0)):
            current, room, at = current + unit, False, at + (2 if hyphen else 1)
        elif room and unit >= 20 and not hyphen and current % 100 == 0:
            current, at = current + unit, at + 1
        elif word == "and" and room and multiple in (100, 1000) and lower_at(parse, at + 1) in book.words:
            if parse.tokens[at].head != parse.tokens[at - 1].i:
                break
            at += 1
        else:
            break
    return Core(total + current, total + current, at, None, multiple)


def _range(parse: Parse, i: int, core: Core, book: Counts) -> Core:
    """``core``, or the range that it opens: "20-25", "12 to 15", "between 100 and 300"."""
    join = lower_at(parse, core.end)
    opened = lower_at(parse, i - 1) == "between"
    if join not in JOINS and not (opened and join == "and"):
        return core
    if join == "to" and lower_at(parse, i - 1) == "from":
        return core
    upper = _core(parse, core.end + 1, book) if core.end + 1 < len(parse.tokens) else None
    if upper is None or upper.high is None or core.high is None:
        return core
    low = core.low
    if upper.multiple and not core.multiple and low * upper.multiple < upper.high:
        low *= upper.multiple
    return Core(low, upper.high, upper.end, None, upper.multiple) if low < upper.high else core


def _bounded(parse: Parse, i: int, core: Core, floor: int, book: Counts) -> Amount:
    """The amount with the words before or after it that open an end."""
    first, end = i, core.end
    if core.high is not None and core.high > core.low and lower_at(parse, i - 1) == "between":
        first = i - 1
    start, bound, words = _phrase_before(parse, first, floor, book.before)
    if bound is None:
        stop, bound, words = _phrase_after(parse, end, book.after)
        end = stop
    first = start
    low, high = _apply(bound, core)
    qualifier = core.word
    if qualifier is None and bound == "about":
        qualifier = words
    value = Number(low, high, parse.words(first, end), qualifier)
    return Amount(value, first, end, core.end - 1)


def _apply(bound: Bound | None, core: Core) -> tuple[int | None, int | None]:
    low, high = core.low, core.high
    if bound == "least":
        return low, None
    if bound == "above":
        return (low if high is None else low + 1), None
    if bound == "most" and high is not None:
        return None, high
    if bound == "below" and high is not None:
        return None, max(0, high - 1)
    return low, high


def _phrase_before(
    parse: Parse, first: int, floor: int, phrases: Mapping[str, Bound]
) -> tuple[int, Bound | None, str | None]:
    """Where the longest phrase that ends just before ``first`` begins, what it does, and its words."""
    for length in range(min(LONGEST_PHRASE, first - floor), 0, -1):
        words = " ".join(t.lower for t in parse.tokens[first - length : first])
        if words in phrases and parse.tokens[first - length].sentence == parse.tokens[first].sentence:
            return first - length, phrases[words], words
    return first, None, None


def _phrase_after(
    parse: Parse, end: int, phrases: Mapping[str, Bound]
) -> tuple[int, Bound | None, str | None]:
    for length in (2, 1):
        words = " ".join(t.lower for t in parse.tokens[end : end + length])
        if words in phrases:
            return end + length, phrases[words], words
    return end, None, None
