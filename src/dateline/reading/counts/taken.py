"""Who is taken by force, held or freed, in a report of a kidnapping?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.roles import harmed, subjects_of
from dateline.reading.counts.rules import HELD, RELEASED
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, is_passive


def taken(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of those whom verb ``token`` takes away, holds or frees."""
    frames, i = book.frames, token.i
    if (token.lemma in frames.take_away and _takes_away(parse, token, book)) or (
        token.lemma in frames.march and _is_marched(parse, token, book)
    ):
        for t, _ in harmed(parse, i, book):
            yield Slot(t, "captured", i, HELD)
    kept = token.lemma in frames.hold and is_passive(parse, i) and not _is_freed(parse, token, book)
    if kept and _tells_of_kidnapping(parse, book):
        for t in subjects_of(parse, i):
            if parse.tokens[t].tag == "CD" or is_person(noun_of(parse, t), book):
                yield Slot(t, "captured", i, HELD)
    if token.lemma in frames.release:
        yield from _released(parse, token, book)


def _released(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of "freed 12 hostages", and of whoever is freed in a report of a kidnapping."""
    for t, _ in harmed(parse, token.i, book):
        held = noun_of(parse, t) in book.frames.taken_from
        person = is_person(noun_of(parse, t), book) or parse.tokens[t].tag == "CD"
        if held or (person and _tells_of_kidnapping(parse, book)):
            yield Slot(t, "rescued", token.i, RELEASED)


def _is_freed(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether those held are told as freed: "ten children held since March were freed"."""
    owner = parse.tokens[token.head]
    verb = parse.tokens[owner.head]
    return token.dep in ("acl", "relcl") and verb.lemma in book.frames.release


def _takes_away(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether people are taken by force: the report tells of a kidnapping, and no goal is told."""
    beside = children(parse, token.i, "prep", "prt", "oprd", "advcl")
    if any(t.lower in ("to", "into", "part", "over") for t in beside):
        return False
    return _tells_of_kidnapping(parse, book)


def _is_marched(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a verb leads people off or into the wild, in a report of a kidnapping or of the dead.

    Where none is told as kidnapped it is into the wild: "killed 14 farmers and took five into the bush".
    """
    off = any(t.lower in ("off", "away") for t in children(parse, token.i, "prt", "advmod"))
    into = (p for p in children(parse, token.i, "prep") if p.lower in ("into", "in", "to"))
    wild = any(t.lemma in book.frames.wild for p in into for t in children(parse, p.i, "pobj"))
    if not _tells_of_kidnapping(parse, book):
        return wild and any(book.object.get(t.lemma) == "killed" for t in parse.tokens)
    return off or wild


def _tells_of_kidnapping(parse: Parse, book: Counts) -> bool:
    return any(t.lemma in book.frames.abduct or t.lemma in book.frames.taken_from for t in parse.tokens)
