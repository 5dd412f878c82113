"""Persons harmed that are told by name, by a pronoun or as known: as many as are told."""

from __future__ import annotations

from typing import NamedTuple

from dateline.codebook.counts import Counts
from dateline.reading.counts.fits import HARM, chain, ends_elsewhere
from dateline.reading.counts.kin import with_kin
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.oneself import is_oneself
from dateline.reading.counts.rules import DEFINITE, NAMED
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse
from dateline.reading.rules import Rule
from dateline.reading.tree import children, edges, is_negated

PRONOUNS = frozenset(("him", "her", "he", "she", "himself", "herself"))


class Single(NamedTuple):
    """Persons told one by one: how many, the token range of their words, the first one's token."""

    number: int
    first: int
    end: int
    head: int
    rule: Rule


def read_single(parse: Parse, slot: Slot, at: dict[int, int], book: Counts) -> Single | None:
    """The uncounted persons at a slot, taken together; none where there is none.

    ``at`` tells the tokens that a count already holds.
    """
    if slot.field not in HARM or ends_elsewhere(parse, slot) or is_negated(parse, slot.trigger):
        return None
    found: list[tuple[int, int, int]] = []
    named = False
    for i in with_kin(parse, _listed(parse, slot.token), book):
        token = parse.tokens[i]
        if i in at:
            continue
        name = i if _is_name(parse, i) else _apposed_name(parse, i)
        if name is not None:
            named = True
            found.append((*_edges(parse, name), i))
        elif token.lower in PRONOUNS or is_oneself(parse, i, book):
            named = True
            found.append((i - (token.lemma == "life"), i + 1, i))
        elif (
            token.tag == "NN"
            and _is_known(parse, i)
            and (is_person(noun_of(parse, i), book) or _is_head_of(parse, i))
        ):
            found.append((i, i + 1, i))
    if not found:
        return None
    first, end = min(f[0] for f in found), max(f[1] for f in found)
    return Single(len(found), first, end, found[0][2], NAMED if named else DEFINITE)


def _listed(parse: Parse, i: int) -> list[int]:
    """Token ``i`` and those listed with it, "her husband" of "a woman, her husband and their son" too."""
    found = chain(parse, i, False)
    for c in children(parse, i, "appos"):
        if not any(children(parse, c.i, "poss")):
            continue
        named = [t.i for t in children(parse, c.i, "appos") if _is_name(parse, t.i)]  # "her brother Adam"
        others = [k for name in named for k in chain(parse, name, False) if k != name]
        if others or any(children(parse, c.i, "conj")):
            found += [*chain(parse, c.i, False), *others]
    return sorted(set(found))


def _is_name(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return token.ent == "PERSON" and token.tag.startswith("NNP")


def _apposed_name(parse: Parse, i: int) -> int | None:
    """The name in apposition to a noun: "the group's leader, Adam Smith"."""
    for c in children(parse, i, "appos"):
        if _is_name(parse, c.i):
            return c.i
    end = edges(parse, i)[1] if parse.tokens[i].tag == "NN" else len(parse.tokens)
    comma_then_name = (
        end + 1 < len(parse.tokens) and parse.tokens[end].lower == "," and _is_name(parse, end + 1)
    )
    return end + 1 if comma_then_name else None


def _is_head_of(parse: Parse, i: int) -> bool:
    """Whether a noun is the head of a body, not of a person: "the head of the Northern Front"."""
    if parse.tokens[i].lower != "head":
        return False
    bodies = (t for of in children(parse, i, "prep") for t in children(parse, of.i, "pobj"))
    return any(t.tag.startswith("NN") and t.ent != "PERSON" for t in bodies)


def _edges(parse: Parse, i: int) -> tuple[int, int]:
    """The name around token ``i``."""
    first, end = i, i + 1
    while first and parse.tokens[first - 1].ent == "PERSON" and parse.tokens[first - 1].tag.startswith("NNP"):
        first -= 1
    while (
        end < len(parse.tokens)
        and parse.tokens[end].ent == "PERSON"
        and parse.tokens[end].tag.startswith("NNP")
    ):
        end += 1
    return first, end


def _is_known(parse: Parse, i: int) -> bool:
    """Whether a noun stands with "the" or a possessive, or bare as in headlines; not with a number or "a"."""
    words = {c.lower for c in children(parse, i, "det", "nummod", "neg")}
    return not words or words <= {"the", "this", "that"}
