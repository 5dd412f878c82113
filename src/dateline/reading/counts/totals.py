"""Which counts are sums over a war or a year: "so far this year", "since the war began"?"""

from __future__ import annotations

import re

from dateline.codebook.counts import Counts
from dateline.reading.parse import Parse
from dateline.reading.tree import ancestors, children

LONGEST_PHRASE = 4
YEAR = re.compile(r"(?:19|20)\d\d")


def total_triggers(parse: Parse, triggers: set[int], book: Counts) -> set[int]:
    """The triggers whose counts a phrase such as "so far this year" makes sums over a war or a year.

    So does whose they are: "the year's toll".
    """
    text = parse.text.lower()
    found = {t for t in triggers if any(o.lemma in book.toll.periods for o in children(parse, t, "poss"))}
    if "since" not in text and not any(phrase in text for phrase in book.totals):
        return found
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
