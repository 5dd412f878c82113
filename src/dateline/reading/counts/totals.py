"""Which counts are sums over a war or a year: "so far this year", "since the war began"?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.codebook.counts import Counts
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, children, is_of_record

LONGEST_PHRASE = 4
YEAR = re.compile(r"(?:19|20)\d\d")
OVER = frozenset(("in", "within", "over", "during", "for", "throughout", "of"))
"""Words before a time that something is summed over."""
WITHIN = frozenset(("in", "within", "over", "during"))
MEASURES = frozenset(("DT", "JJ", "JJR", "CD", "RB", "RBR"))
LONGEST_SPAN = 6
"""Words from such a word to its time: "in less than the past two weeks"."""
MANY = 10
"""Attacks of a month or more from which on those harmed in them are no one attack's."""


def total_triggers(parse: Parse, triggers: set[int], book: Counts) -> set[int]:
    """The triggers whose counts are sums over a war, a year or several attacks.

    A phrase such as "so far this year" makes them so, or whose they are ("the year's toll"), a tally that
    moved "in less than a week", and attacks counted over months ("214 attacks in 2024, with 731 dead").
    """
    text = parse.text.lower()
    found = {t for t in triggers if any(o.lemma in book.toll.periods for o in children(parse, t, "poss"))}
    found |= {t for t in triggers if _moved_over(parse, parse.tokens[t], book)}
    found |= _of_many(parse, triggers, book)
    if "since" not in text and not any(phrase in text for phrase in book.totals):
        return found
    for token in parse.tokens:
        if not _begins_total(parse, token.i, book) or is_of_record(parse, token.i):
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


def _moved_over(parse: Parse, tally: Token, book: Counts) -> bool:
    """Whether a tally is told with the weeks that it is over: "brings the number of dead to 40 in a week"."""
    if tally.lemma not in book.toll.alone | book.toll.with_harm:
        return False
    behind = parse.tokens[tally.i : parse.sentences[tally.sentence].end]
    return any(
        t.lemma in book.toll.spans
        and (n + 1 == len(behind) or behind[n + 1].lower != "of")
        and _is_within(behind[max(0, n - LONGEST_SPAN) : n])
        for n, t in enumerate(behind)
    )


def _is_within(before: Sequence[Token]) -> bool:
    """Whether words lead from a preposition to a span of time: "in less than a", "over the past two"."""
    for token in reversed(before):
        if token.lower in WITHIN:
            return True
        if token.tag not in MEASURES and token.lower != "than":
            return False
    return False


def _of_many(parse: Parse, triggers: set[int], book: Counts) -> set[int]:
    """The triggers in sentences that count many attacks of months or years."""
    found = set[int]()
    for n in {parse.tokens[t].sentence for t in triggers}:
        sentence = parse.tokens[parse.sentences[n].first : parse.sentences[n].end]
        many = any(
            t.lemma in book.toll.summed and t.tag == "NNS" and _is_many(parse, t, book) for t in sentence
        )
        if many and _is_over_months(sentence, book):
            found |= {t for t in triggers if parse.tokens[t].sentence == n}
    return found


def _is_many(parse: Parse, noun: Token, book: Counts) -> bool:
    for t in children(parse, noun.i, "nummod"):
        digits = t.text.replace(",", "")
        if (int(digits) if digits.isdecimal() else book.words.get(t.lower, 0)) >= MANY:
            return True
    return False


def _is_over_months(sentence: Sequence[Token], book: Counts) -> bool:
    """Whether a sentence names months, a year or a part of one, and no day of them."""
    months = [n for n, t in enumerate(sentence) if t.lower in book.not_counts.months and t.tag == "NNP"]
    if any(_is_day(t) for n in months for t in sentence[max(0, n - 1) : n + 2]):
        return False
    return bool(months) or any(
        (YEAR.fullmatch(t.text) and n > 0 and sentence[n - 1].lower in OVER)
        or (t.lemma in book.toll.periods and not any(o.lower == "old" for o in sentence[n : n + 3]))
        for n, t in enumerate(sentence)
    )


def _is_day(token: Token) -> bool:
    return token.tag == "CD" and not YEAR.fullmatch(token.text)
