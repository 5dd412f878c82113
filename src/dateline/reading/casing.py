"""How would an editor have put a report that came in capitals?

Wire services sent capitals alone. The parser and the rules know a name by its capital, and so read such a
report in normal case. No character moves: a span of the one is a span of the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Set

from dateline.codebook.casing import Casing

ENOUGH = 40
"""Letters from which a text can be said to be in capitals."""
SHARE = 0.9
"""Part of the letters that are capitals in such a text."""
LONGEST_INITIALS = 6
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ALONE = re.compile(r"[\[(]([A-Z]{2,6})[\])]")
"""Initials are told in brackets behind the name: "the National Front [NFM]"."""
DOTTED = re.compile(r"\b[^\W\d_]\.$")
VOWELS = frozenset("AEIOUYÁÉÍÓÚ")
ENDS = frozenset(".!?:[(")
QUOTES = frozenset('"“')


class Recaser:
    """Puts texts that came in capitals in normal case.

    Args:
        casing: the words written small.
        names: names of parties; those of one word in capitals are initials.
    """

    def __init__(self, casing: Casing, names: Iterable[str]) -> None:
        self._casing = casing
        told = (n for n in names if n.isupper() and n.isalpha())
        self._initials = frozenset(n for n in told if n.lower() not in casing.small)

    def recased(self, text: str) -> str:
        """The text, where it is in capitals put in normal case; as long as it was.

        "REBELS KILLED TWO GUARDS NEAR ORLOW." is "Rebels killed two guards near Orlow."
        """
        if not in_capitals(text):
            return text
        initials = self._initials | set(ALONE.findall(text))
        pieces, at = [], 0
        for match in WORD.finditer(text):
            pieces.append(text[at : match.start()])
            pieces.append(
                self._word(match[0], _opens(text, match.start()), _is_dotted(text, match), initials)
            )
            at = match.end()
        put = "".join((*pieces, text[at:]))
        return put if len(put) == len(text) else text

    def _word(self, word: str, opens: bool, dotted: bool, initials: frozenset[str]) -> str:
        if not word.isupper() or word == "I" or dotted or word in initials or _has_no_vowel(word):
            return word
        stem, known = re.split("['’]", word)[0].lower(), self._casing
        if not opens and is_small(stem, known.small, known.endings, known.formed):
            return word.lower()
        return word[0] + word[1:].lower()


def is_small(word: str, small: Set[str], endings: tuple[str, ...], formed: tuple[str, ...]) -> bool:
    """Whether a word is written small: it is listed, is formed from one that is, or has an ending of such."""
    if word in small or word.endswith(formed):
        return True
    stems = (word[: -len(end)] for end in endings if word.endswith(end))
    return any(s in small or f"{s}e" in small for s in stems if len(s) > 2)


def in_capitals(text: str) -> bool:
    """Whether nearly all letters of a text are capitals."""
    counts = Counter(text)
    upper = sum(n for c, n in counts.items() if c.isupper())
    lower = sum(n for c, n in counts.items() if c.islower())
    return upper >= ENOUGH and upper >= SHARE * (upper + lower)


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence."""
    before = text[max(0, start - 8) : start]
    if before and before[-1] in QUOTES:
        return True
    before = before.rstrip().rstrip('"”')
    if DOTTED.search(before):
        return False
    return not before or before[-1] in ENDS or "\n\n" in text[max(0, start - 5) : start]


def _is_dotted(text: str, match: re.Match[str]) -> bool:
    """Whether a letter stands in initials with dots, as in "U.S."."""
    one = len(match[0]) == 1
    return one and (
        text[match.end() : match.end() + 1] == "."
        or text[max(0, match.start() - 1) : match.start()] in (".", "-")
    )


def _has_no_vowel(word: str) -> bool:
    return 1 < len(word) <= LONGEST_INITIALS and VOWELS.isdisjoint(word)
