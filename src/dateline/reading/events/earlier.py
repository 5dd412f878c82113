"""Which clauses tell of an occurrence before the one that their sentence is about?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from dateline.codebook.tellings import TieWords
from dateline.model import Span, TimeMention
from dateline.reading.events.telling import Telling
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, children, is_verb, subtree


class Earlier(NamedTuple):
    """A clause or noun after "three days after" or "since".

    ``tokens`` are its words, ``above`` the token that it hangs on, ``time`` the place of the words that count
    the days, ``opener`` the word that it begins with.
    """

    tokens: tuple[int, ...]
    above: int
    time: Span | None
    opener: int


SHIFTS = frozenset(("after", "before"))


def read_earlier(
    parse: Parse, times: Sequence[TimeMention], tellings: Sequence[Telling], ties: TieWords
) -> tuple[Earlier, ...]:
    """Every such clause that tells something, in text order.

    "He died two days after he was shot" is none: harm follows on what did it. Nor is a time: "since dawn".
    """
    taken = {i for m in times for i in range(*parse.token_range(m.span))}
    told = {t.trigger.i: t for t in tellings}
    counted = {
        parse.token_range(m.span)[1] - 1: m.span
        for m in times
        if not m.value.resolved and m.value.clock is None
    } | _days_beside(parse, times)
    found = (
        earlier
        for token in parse.tokens
        if (token.lower == "since" and not any(t.i in taken for t in children(parse, token.i, "pobj")))
        or (token.dep in ("mark", "prep") and _is_counted(parse, token, counted, ties))
        for earlier in _clause(parse, token, counted.get(token.i), told.keys())
        if not _is_harm_above(parse, earlier, told, ties) and not _is_tally_beside(parse, earlier, told)
    )
    return tuple(sorted((*found, *_followed(parse, told.keys(), ties)), key=lambda e: e.opener))


def _days_beside(parse: Parse, times: Sequence[TimeMention]) -> dict[int, Span]:
    """The words "the day before" and "the day after", by their last, where a clause or noun follows."""
    taken = {i for m in times for i in range(*parse.token_range(m.span))}
    words = (t for t in parse.tokens[2:] if t.lower in SHIFTS and t.dep in ("mark", "prep"))
    return {
        t.i: parse.span(t.i - 2, t.i + 1)
        for t in words
        if [b.lower for b in parse.tokens[t.i - 2 : t.i]] == ["the", "day"] and t.i not in taken
    }


def _followed(parse: Parse, told: Set[int], ties: TieWords) -> Iterator[Earlier]:
    """What something is said to follow: "the attack follows the killing of six farmers".

    The relative clause behind it is a part of it, though the parser may hang it, or its end, on the verb:
    "the attack followed a raid last week that left two dead and nine people wounded".
    """
    for verb in parse.tokens:
        if verb.lemma in ties.follow and is_verb(verb):
            for what in children(parse, verb.i, "dobj"):
                first = min(subtree(parse, what.i))
                ends = [i for t in (what, *_relative(parse, verb)) for i in subtree(parse, t.i)]
                tokens = tuple(range(first, max(ends) + 1))
                if told & set(tokens):
                    yield Earlier(tokens, verb.i, None, what.i)


def _relative(parse: Parse, verb: Token) -> Iterator[Token]:
    """What hangs on a verb and begins with "that" or "which" as its subject, or is no clause of its own."""
    for clause in children(parse, verb.i, "advcl", "relcl", "ccomp", "conj"):
        subject = [*children(parse, clause.i, "nsubj", "nsubjpass")]
        whole = any(children(parse, clause.i, "aux", "auxpass", "dobj"))
        bare = subject or not is_verb(clause)
        if (clause.dep == "conj" and bare and not whole) or any(t.tag in ("WDT", "WP") for t in subject):
            yield clause


def _is_counted(parse: Parse, word: Token, counted: Mapping[int, Span], ties: TieWords) -> bool:
    """Whether "after" stands with a count of days, be it vague, or says what an event came after."""
    if word.i in counted:
        return True
    if word.lower not in SHIFTS:
        return False
    above = parse.tokens[word.head if word.dep == "prep" else parse.tokens[word.head].head]
    if above.lemma in ties.coming and any(t.i < above.i for t in children(parse, above.i, "nsubj")):
        return True
    before = parse.tokens[word.i - 1] if word.i else word
    return before.lower in ties.spans


def _clause(parse: Parse, word: Token, time: Span | None, told: Set[int]) -> Iterator[Earlier]:
    """What the word opens: the clause that it marks, or its complement."""
    if word.dep == "mark":
        heads = [parse.tokens[word.head]]
    else:
        heads = list(children(parse, word.i, "pobj", "pcomp"))
    behind = () if word.dep == "mark" else _relative(parse, parse.tokens[word.head])
    strayed = [i for clause in behind if clause.i > word.i for i in subtree(parse, clause.i)]
    for head in heads:
        tokens = (
            *(i for i in subtree(parse, head.i) if i >= word.i),
            *strayed,
        )  # the parser may hang all on it
        if told & set(tokens):
            yield Earlier(tokens, head.head if word.dep == "mark" else word.head, time, word.i)


def _is_tally_beside(parse: Parse, found: Earlier, told: Mapping[int, Telling]) -> bool:
    """Whether no more is told beside the clause than how many dead were counted since.

    "A month after shells fell on the market relatives have a list of 61 dead" is of one occurrence.
    """
    here = parse.tokens[found.opener].sentence
    beside = [t for i, t in told.items() if parse.tokens[i].sentence == here and i not in found.tokens]
    tally = all(t.type.casualty and any(children(parse, t.trigger.i, "nummod")) for t in beside)
    return bool(beside) and tally and not any(t.times or t.places for t in beside)


def _is_harm_above(parse: Parse, found: Earlier, told: Mapping[int, Telling], ties: TieWords) -> bool:
    """Whether the clause hangs on a word that tells only of harm, and says what it came of.

    "80 were killed since the raid" is another matter than "34 were treated since the raid", and who was
    "killed in a gunfight four days after rebels raided Orlow" died of the gunfight.
    """
    above = (found.above, *(t.i for t in ancestors(parse, found.above)))
    nearest = next((told[i] for i in above if i in told), None)
    if nearest is None or not nearest.type.casualty:
        return False
    inside = set(subtree(parse, nearest.trigger.i)) - set(found.tokens)
    if any(not told[i].type.casualty for i in inside & told.keys()):
        return False
    late = any(parse.tokens[i].lemma in ties.late for i in above)
    return parse.tokens[found.opener].lower != "since" or late
