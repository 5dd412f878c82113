"""Which time and which place belong to which trigger?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from dateline.model import Mention, Place, Span, When
from dateline.reading.parse import Parse
from dateline.reading.tree import ancestors
from dateline.reading.triggers import Trigger

V = TypeVar("V", When, Place)

CLAUSE_COST = 3
"""A step across a clause border counts as much as this many steps inside one."""

EMBEDDED = frozenset(("ccomp", "relcl", "acl", "advcl"))
"""What is said of an upper clause ("hinted on Monday that ...") is not said of one embedded in it."""

BORDERS = frozenset(("ccomp", "advcl", "relcl", "conj", "parataxis", "acl"))


def attach(
    parse: Parse, triggers: Sequence[Trigger], mentions: Iterable[Mention[V]]
) -> Mapping[int, tuple[Mention[V], ...]]:
    """Each mention goes to the nearest trigger of its sentence in the dependency tree.

    Returns trigger token -> its mentions, nearest first. A time or place that belongs to the act of
    reporting ("said on Monday", "the mayor of Brindle said") goes to none.
    """
    by_sentence: dict[int, list[Trigger]] = {}
    for t in triggers:
        by_sentence.setdefault(parse.tokens[t.i].sentence, []).append(t)
    owned: dict[int, list[tuple[int, int, Mention[V]]]] = {}
    for mention in mentions:
        first, end = parse.token_range(mention.span)
        head = phrase_head(parse, first, end)
        near = [
            (cost, abs(t.i - head), t.i)
            for t in by_sentence.get(parse.tokens[head].sentence, ())
            if (cost := distance(parse, head, t.i)) is not None
        ]
        if near:
            cost, _, owner = min(near)
            owned.setdefault(owner, []).append((cost, mention.span.start, mention))
    return {i: tuple(m for _, _, m in sorted(found, key=lambda f: f[:2])) for i, found in owned.items()}


def phrase_head(parse: Parse, first: int, end: int) -> int:
    """The token of a range whose head lies outside it."""
    for i in range(first, end):
        head = parse.tokens[i].head
        if head == i or not first <= head < end:
            return i
    return first


def token_of(parse: Parse, span: Span) -> int:
    """The head token of a span."""
    return phrase_head(parse, *parse.token_range(span))


def distance(parse: Parse, mention: int, trigger: int) -> int | None:
    """Weighted steps between two tokens of a sentence; none where the mention is about the reporting."""
    up = [mention, *(t.i for t in ancestors(parse, mention))]
    down = [trigger, *(t.i for t in ancestors(parse, trigger))]
    meeting = next((i for i in up if i in down), None)
    if meeting is None:
        return None
    to_mention, to_trigger = up[: up.index(meeting)], down[: down.index(meeting)]
    if to_mention and any(parse.tokens[i].dep in EMBEDDED for i in to_trigger):
        fronted = mention < meeting and parse.tokens[to_mention[-1]].dep == "prep"
        if not fronted or parse.tokens[to_trigger[-1]].dep != "ccomp":
            return None
    return sum(CLAUSE_COST if parse.tokens[i].dep in BORDERS else 1 for i in to_mention + to_trigger)
