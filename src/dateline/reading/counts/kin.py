"""Relatives in a list of those harmed, which commas, names and ages hide from the parser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.codebook.counts import Counts
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import is_verb

LISTING = ("NN", "CD", "HYPH", "CC", "POS", "PRP$", "-LRB-", "-RRB-", ",")
"""Tags of words and marks in a list of names, ages and relatives."""
OF_AGES = frozenset(("old", "aged", "age", "named", "year", "years", "as", "well", "more", "young", "other"))
"""Further words of such a list."""
BEFORE_KIN = 4
"""Tokens between "their" and the noun: "their three young sons"."""


def with_kin(parse: Parse, members: Sequence[int], book: Counts) -> list[int]:
    """Those harmed, by token, with the relatives told in one list with them."""
    kin = {i for start in (members[0], members[-1]) for i in _kin_behind(parse, start, book)}
    return [*members, *sorted(kin - set(members))]


def _kin_behind(parse: Parse, last: int, book: Counts) -> Iterator[int]:
    """The relatives told with a possessive behind one of those harmed, at token ``last``.

    "A farmer, his wife Rim (31), and their three sons, Adam, Paul and Joe": the wife and the sons. A verb
    ends the list, and who does or suffers something else is not in it.
    """
    end = parse.sentences[parse.tokens[last].sentence].end
    own, joined = None, False
    for i in range(last + 1, end):
        token = parse.tokens[i]
        article = token.lower in ("a", "an") and parse.tokens[i - 1].lower == "and"
        if not (article or token.tag.startswith(LISTING) or token.lower in OF_AGES or token.tag == "JJ"):
            return
        if token.tag in ("PRP$", "POS") or article:
            own, joined = i, article
        elif own is not None and i - own <= BEFORE_KIN and _is_listed(parse, i, end, joined, book):
            if any(_is_subject(parse, t, last) for t in (token, _named(parse, i, end))):
                return
            yield i


def _is_listed(parse: Parse, i: int, end: int, joined: bool, book: Counts) -> bool:
    """Whether a noun is a relative, and not the owner of one; behind "and a", anyone.

    Not the husband of "her husband's mother", but the friend of "and a close family friend".
    """
    following = parse.tokens[i + 1].tag if i + 1 < end else ""
    noun = noun_of(parse, i)
    if following == "POS" or (joined and following.startswith("NN")):
        return False
    return is_person(noun, book) if joined else noun in book.counted.kin


def _named(parse: Parse, i: int, end: int) -> Token:
    """The last word of the name behind a relative, an age between: "his wife, 60-year-old Huda Salman"."""
    at = i + 1
    while at < end and (parse.tokens[at].tag in ("CD", "HYPH", ",") or parse.tokens[at].lower in OF_AGES):
        at += 1
    while (
        at + 1 < end and parse.tokens[at].tag.startswith("NNP") and parse.tokens[at + 1].tag.startswith("NNP")
    ):
        at += 1
    return parse.tokens[min(at, end - 1)]


def _is_subject(parse: Parse, token: Token, last: int) -> bool:
    """Whether a noun, or the list that it ends, is the subject of a verb behind it."""
    while token.dep in ("conj", "appos") and token.head > last:
        token = parse.tokens[token.head]
    verb = parse.tokens[token.head]
    return token.dep.startswith("nsubj") and is_verb(verb) and verb.i > token.i
