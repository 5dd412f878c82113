"""Which words of a sentence does a time or place among them belong to, whatever the tree says?"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import TypeVar

from dateline.model import Mention, Place, Span, When
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, is_noun, is_of_record, is_verb, subtree

V = TypeVar("V", When, Place)

BETWEEN = frozenset((",", "(", "on", "in", "at", "-", "–", "—"))
"""What stands between a time and the same time told more closely."""

RELATIVE = frozenset(("when", "where"))
"""Words that open a clause about a time or place."""


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


def unrepeated(parse: Parse, mentions: Sequence[Mention[V]]) -> list[Mention[V]]:
    """Without the times that the next one tells more closely: "two weeks later, on 28 October"."""
    ordered = sorted(mentions, key=lambda m: m.span)
    vague = {m.span for m, after in pairwise(ordered) if _is_told_closer(parse, m, after)}
    return [m for m in ordered if m.span not in vague]


def _is_told_closer(parse: Parse, mention: Mention[V], after: Mention[V]) -> bool:
    told, closer = mention.value, after.value
    if not (isinstance(told, When) and isinstance(closer, When)) or closer.days() != 1:
        return False
    if told.clock or closer.clock or told.days() == 1:
        return False
    between = parse.tokens[parse.token_range(mention.span)[1] : parse.token_range(after.span)[0]]
    words = [t.lower for t in between]
    if words[:1] == ["that"]:  # "a week before that, on 27 December"
        words = words[1:]
    return words[:1] == [","] and BETWEEN.issuperset(words)


def clause_of(parse: Parse, mention: Mention[V]) -> frozenset[int]:
    """The clause that a time opens: "the first since October 1975, when four soldiers died"."""
    _, end = parse.token_range(mention.span)
    after = parse.tokens[end : end + 2]
    word = next((t for t in after if t.text != ","), None)
    if not isinstance(mention.value, When) or word is None or word.lower not in RELATIVE:
        return frozenset()
    if word.dep != "advmod" or parse.tokens[word.head].dep not in ("relcl", "advcl"):
        return frozenset()
    return frozenset(subtree(parse, word.head))


def is_bound(parse: Parse, mention: Mention[V], trigger: int, documents: Set[str]) -> bool:
    """Whether a time is that of another noun in between, or of none; and a place that of what was before.

    "The worst attack since 2016" was not in 2016, and "in its report in March" dates the report. "The first
    killed there since the fall of Orlow" were not killed in Orlow.
    """
    head = token_of(parse, mention.span)
    above = tuple(ancestors(parse, head))
    if not isinstance(mention.value, When):
        since = next((t for t in above if t.lower == "since"), None)
        return since is not None and trigger not in subtree(parse, since.i) and is_of_record(parse, since.i)
    if any(is_noun(t) and t.lemma in documents and trigger not in subtree(parse, t.i) for t in above):
        return True
    since = next((t for t in above if t.lower == "since"), None) or _since_before(parse, head)
    return since is not None and is_noun(parse.tokens[trigger]) and trigger not in subtree(parse, since.i)


def is_of_claiming(parse: Parse, mention: Mention[V], trigger: int, owning: Set[str]) -> bool:
    """Whether a time behind a deed is that of the claiming: "which claimed the attack on 7 May"."""
    deed = parse.tokens[trigger]
    behind = isinstance(mention.value, When) and mention.span.start > deed.end
    return behind and is_noun(deed) and deed.dep == "dobj" and parse.tokens[deed.head].lemma in owning


def _since_before(parse: Parse, head: int) -> Token | None:
    """The "since" whose noun a time belongs to, whatever the parse: "since the fall of Orlow in May"."""
    for token in reversed(parse.tokens[:head]):
        if token.lower == "since":
            return token
        if token.text == "," or is_verb(token) or token.sentence != parse.tokens[head].sentence:
            return None
    return None
