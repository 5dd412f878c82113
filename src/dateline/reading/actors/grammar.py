"""What stands around a noun: modifiers, owners, complements, and the names among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from dateline.codebook.actors import Actors, fold
from dateline.model import EntityKind
from dateline.reading.actors.known import MODIFYING
from dateline.reading.actors.names import Names, Run, Title
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, noun_phrase

PLURAL = frozenset(("NNS", "NNPS"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
LOCATIVE = frozenset(
    (
        "in",
        "at",
        "near",
        "inside",
        "across",
        "into",
        "throughout",
        "around",
        "within",
        "outside",
        "from",
        "to",
    )
)
STANDING = frozenset(("in", "at", "near", "inside", "throughout", "around", "outside"))
"""Prepositions before places; "in" and "at" stand before people too rarely to matter."""
ACTING = frozenset(("nsubj", "poss", "agent", "dobj"))
COUNTRY_SENSES = frozenset(("state", "adjective", "people"))
NAMING_SENSES = COUNTRY_SENSES | {"party", "seat"}
COUNTING = frozenset(("DT", "CD", "PRP$", "PDT", "POS", "WP$", "RBS", "JJS"))
LEADING = frozenset(("quantmod", "advmod", "nummod", "predet", "det", "poss", "punct"))
TITLE_WEIGHT = 50
"""What a title or given name before a surname counts, against one label of the tagger."""


class Page(NamedTuple):
    """A report with its names, and what all of it says of them by their last words.

    ``people`` counts what speaks for a person, above 0 it is one; ``places`` are names that only stand
    where places do.
    """

    parse: Parse
    names: Names
    actors: Actors
    people: Mapping[str, int]
    places: frozenset[str]


def make_page(parse: Parse, names: Names, actors: Actors) -> Page:
    """Count for each last word of a name what speaks for a person and for a body."""
    votes: Counter[str] = Counter()
    standing, acting = set(), set()
    sorts = {k: t.sort for t in names.titles.values() for k in range(t.first, t.end)}
    titled = {t.end for t in names.titles.values() if is_telling(parse, t)}
    for run in names.runs.values():
        tokens = parse.tokens[run.first : run.end]
        last, final = fold(tokens[-1].text), tokens[-1]
        above = parse.tokens[final.head]
        of_office = above.lower == "of" and sorts.get(above.head) == "office"
        if final.dep == "pobj" and (above.lower in STANDING or of_office):
            standing.add(last)
        elif final.dep in ACTING:
            acting.add(last)
        if last in actors.name_heads or body_kind(run, parse, actors):
            continue
        people = 2 * sum(t.ent == "PERSON" for t in tokens) >= len(tokens)
        votes[last] += 1 if people else -(final.ent == "ORG")
        votes[last] += TITLE_WEIGHT * (run.first in titled or (final.dep == "appos" and final.head in sorts))
        votes[last] += TITLE_WEIGHT * (len(tokens) > 1 and fold(tokens[0].text) in actors.given_names)
        votes[last] -= last in standing
    return Page(parse, names, actors, votes, frozenset(standing - acting))


def is_telling(parse: Parse, title: Title) -> bool:
    """Whether a title makes a person of the name after it; a capitalised trade may begin a body's name."""
    return title.sort in ("office", "rank", "honorific") or parse.tokens[title.first].text.islower()


def body_kind(run: Run, parse: Parse, actors: Actors) -> EntityKind | None:
    """The kind of a body by the words of its name; the last such word before any "of" decides."""
    kind: EntityKind | None = None
    for k in range(run.first, run.end):
        word = fold(parse.tokens[k].text)
        if kind and word in ("of", "for"):
            break
        if word in actors.name_heads and (
            run.end - run.first > 1 or word in actors.heads or word in actors.weak_heads
        ):
            kind = actors.name_heads[word]
    return kind


def head_of(parse: Parse, first: int, end: int) -> int:
    """The last token of a range whose own head lies outside it."""
    for k in range(end - 1, first - 1, -1):
        head = parse.tokens[k].head
        if (not first <= head < end or head == k) and parse.tokens[k].dep not in ("punct", "case", "det"):
            return k
    return end - 1


def whole(page: Page, head: int, first: int, end: int) -> tuple[int, int]:
    """All words of the phrase around its core, known names not cut, nothing from before a dividing mark."""
    low, high = noun_phrase(page.parse, head)
    for token in page.parse.tokens[low:first]:
        if not token.text[0].isalnum() and token.tag != "POS" and token.text != "-":
            low = token.i + 1
    known = page.names.known.get(high - 1)
    high = max(end, high, known.end if known else 0)
    while high > end and not page.parse.tokens[high - 1].text[0].isalnum():
        high -= 1
    return min(first, low), high


def owners(page: Page, head: int) -> tuple[int, ...]:
    """Names before the head that it belongs to: demonyms, compounds and possessors."""
    found: list[int] = []
    for t in children(page.parse, head):
        if t.i >= head:
            break
        known = page.names.known.get(t.i)
        if t.dep == "poss" or (known and known.sense in NAMING_SENSES and t.dep in MODIFYING):
            found.append(t.i)
            found.extend(c.i for c in children(page.parse, t.i, "conj"))
    return tuple(found)


def complement(page: Page, head: int) -> tuple[int, ...]:
    """What a phrase is "of", "for" or "with"."""
    for prep in children(page.parse, head, "prep"):
        inside = tuple(o.i for o in children(page.parse, prep.i, "pobj"))
        within = prep.lower in ("in", "within", "inside") and any(_is_body(page, i) for i in inside)
        if prep.i > head and (within or prep.lower in ("of", "for", "with", "from", "at")):
            return inside
    return ()


def _is_body(page: Page, i: int) -> bool:
    """Whether a noun is a body that people may be in: "a source in the coalition"."""
    known = page.names.known.get(i)
    return known.sense == "party" if known else page.parse.tokens[i].lemma in page.actors.bodies


def country_of(page: Page, near: tuple[int, ...]) -> str | None:
    """The one country of the names that a phrase belongs to; none where they are several."""
    found = {known.country for k in near if (known := page.names.known.get(k)) and known.country}
    return found.pop() if len(found) == 1 else None


def unquantified(parse: Parse, first: int, head: int, actors: Actors) -> int:
    """Where what a noun is called begins: behind article, possessor, number and the words that count."""
    start = first
    for token in parse.tokens[first:head]:
        counts = token.tag in COUNTING or token.lower in actors.quantifiers
        if counts or (token.dep in LEADING and token.tag != "HYPH"):
            start = token.i + 1
    return max(first, _word_start(parse, start))


def _word_start(parse: Parse, i: int) -> int:
    """Where the word with hyphens begins that token ``i`` goes on: "53-year-old", "Moscow-appointed"."""
    while i > 1 and "HYPH" in (parse.tokens[i].tag, parse.tokens[i - 1].tag) and _touches(parse, i):
        i -= 1
    return i


def _touches(parse: Parse, i: int) -> bool:
    return parse.tokens[i - 1].end == parse.tokens[i].start


def is_definite(page: Page, first: int, head: Token) -> bool:
    """Whether a description is of someone already known: "the", "his", "Iran's"."""
    lead = page.parse.tokens[first]
    if (lead.lower in DEFINITE and lead.i < head.i) or lead.tag == "PRP$":
        return True
    return any(t.dep == "poss" for t in children(page.parse, head.i))


def joined_words(parse: Parse, first: int, end: int) -> str:
    """The words of a range on one line, without a possessive ending."""
    words = " ".join(parse.words(_word_start(parse, first), end).split())
    for ending in ("'s", "’s", "'", "’"):
        words = words.removesuffix(ending)
    return words
