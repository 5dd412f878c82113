"""When and where did "the incident" take place that was told of before?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.codebook.tellings import TieWords
from dateline.model import ACTUAL, Mention, Place, PlaceMention, TimeMention, When
from dateline.reading.events.dates import token_of
from dateline.reading.events.telling import Telling, is_definite
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, children, is_verb, subjects

STREETS = frozenset(("block", "corner", "intersection"))
"""Nouns whose "of" names a street."""

REACH = 3
"""Sentences from an occurrence within which "it" or "the incident" may stand for it."""


def with_happened(
    parse: Parse,
    tellings: Sequence[Telling],
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    words: TieWords,
) -> tuple[Telling, ...]:
    """The tellings, with the times and places of sentences that say no more than when and where.

    "Two men were shot. The incident occurred in Brindle on Monday": both belong to the shooting. What an
    event word of its own sentence has taken stays there.
    """
    found = list(tellings)
    taken = {m.span for t in tellings for m in t.times} | {m.span for t in tellings for m in t.places}
    for verb in _happenings(parse, words):
        n = _told_of(parse, tellings, verb)
        if n is None:
            continue
        here = [m for m in places if m.span not in taken and _is_of(parse, m, verb) and _is_area(parse, m)]
        days = [m for m in times if m.span not in taken and _is_of(parse, m, verb)]
        old = found[n].when()
        days = [m for m in days if _is_day(m.value) and (old is None or m.value.overlaps(old))]
        found[n] = replace(found[n], times=(*found[n].times, *days), places=(*found[n].places, *here))
    return tuple(found)


def _happenings(parse: Parse, words: TieWords) -> Iterator[Token]:
    """Verbs that say that what "it", "this" or "the incident" stands for took place."""
    for token in parse.tokens:
        if not is_verb(token) or not _is_happening(parse, token, words):
            continue
        if any(stands_for_told(parse, s, words) for s in subjects(parse, token.i)):
            yield token


def _is_happening(parse: Parse, verb: Token, words: TieWords) -> bool:
    if verb.lemma == "take":
        return any(o.lower == "place" for o in children(parse, verb.i, "dobj"))
    return verb.lemma in words.happening


def stands_for_told(parse: Parse, subject: Token, words: TieWords) -> bool:
    """Whether a subject stands for an occurrence told before: "it", "this", "the incident"."""
    if subject.lemma in words.occurrences:
        return is_definite(parse, subject.i)
    return subject.lower in ("it", "this", "that") and subject.tag in ("PRP", "DT")


def _told_of(parse: Parse, tellings: Sequence[Telling], verb: Token) -> int | None:
    """Index of the last occurrence told as a fact in the sentences before."""
    for n in range(len(tellings) - 1, -1, -1):
        telling = tellings[n]
        apart = verb.sentence - parse.tokens[telling.trigger.i].sentence
        if apart > REACH:
            return None
        if apart > 0 and not telling.apart and telling.judged.modality in ACTUAL:
            return n
    return None


def _is_area(parse: Parse, mention: PlaceMention) -> bool:
    """Whether a place is known, or is a town or an area by its "in": not "at Hill School", "on Hill Road".

    "The 300 block of Brindle" and "near Main and Brindle" are in streets of that name.
    """
    token = parse.tokens[token_of(parse, mention.span)]
    outer = parse.tokens[token.head] if token.dep in ("compound", "nmod") else token
    above = parse.tokens[outer.head]
    if "conj" in (token.dep, *(t.dep for t in children(parse, token.i))):
        return False
    known = mention.value.resolved and above.dep == "prep"
    return above.lower == "in" or (known and parse.tokens[above.head].lemma not in STREETS)


def _is_day(when: When) -> bool:
    """Whether a time tells its own day, and is not a clock whose day was taken from the text before."""
    return when.resolved and when.clock is None and when.precision in ("day", "days")


def _is_of(parse: Parse, mention: TimeMention | Mention[Place], verb: Token) -> bool:
    """Whether the verb is the nearest one above a time or place."""
    return next((t.i for t in ancestors(parse, token_of(parse, mention.span)) if is_verb(t)), None) == verb.i
