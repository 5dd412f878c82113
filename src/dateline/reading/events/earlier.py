"""Which clauses tell of an occurrence before the one that their sentence is about?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from dateline.model import TimeMention
from dateline.reading.events.telling import Telling
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, children, subtree


class Earlier(NamedTuple):
    """A clause or noun after "three days after" or "since".

    ``tokens`` are its words, ``above`` the token that it hangs on, ``time`` the words that count the days.
    """

    tokens: tuple[int, ...]
    above: int
    time: TimeMention | None


def read_earlier(
    parse: Parse, times: Sequence[TimeMention], tellings: Sequence[Telling]
) -> tuple[Earlier, ...]:
    """Every such clause that tells something, in text order.

    "He died two days after he was shot" is none: harm follows on what did it.
    """
    told = {t.trigger.i: t for t in tellings}
    counted = {
        parse.token_range(m.span)[1] - 1: m for m in times if not m.value.resolved and m.value.clock is None
    }
    return tuple(
        found
        for token in parse.tokens
        if token.lower == "since" or (token.i in counted and token.dep in ("mark", "prep"))
        for found in _clause(parse, token, counted.get(token.i), told.keys())
        if not _is_harm_above(parse, found, told)
    )


def _clause(parse: Parse, word: Token, time: TimeMention | None, told: Set[int]) -> Iterator[Earlier]:
    """What the word opens: the clause that it marks, or its complement."""
    if word.dep == "mark":
        heads = [parse.tokens[word.head]]
    else:
        heads = list(children(parse, word.i, "pobj", "pcomp"))
    for head in heads:
        tokens = tuple(subtree(parse, head.i))
        if told & set(tokens):
            yield Earlier(tokens, head.head if word.dep == "mark" else word.head, time)


def _is_harm_above(parse: Parse, found: Earlier, told: Mapping[int, Telling]) -> bool:
    """Whether the clause hangs on a word that tells only of harm."""
    above = (found.above, *(t.i for t in ancestors(parse, found.above)))
    nearest = next((told[i] for i in above if i in told), None)
    return found.time is not None and nearest is not None and nearest.type.casualty
