"""Counts of one event -> which are parts of others, and which wholes their words add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.codebook.counts import Counts
from dateline.model import ACTUAL, Claim, Field, Number, Span
from dateline.reading.claims.added_up import (
    FARTHEST,
    FATE,
    NAMING,
    SUM,
    added_up,
    alike,
    counts_shot,
    is_condition,
    number,
    top,
)
from dateline.reading.claims.finish import identified
from dateline.reading.counts.rules import (
    DEFINITE,
    NAMED,
    PLURAL,
    SURVIVES,
    TAKEN,
    TOLL,
    TOLL_BEFORE,
    UP_FROM,
)

ASIDE = frozenset((TOLL_BEFORE.id, UP_FROM.id, PLURAL.id))
"""Rules whose counts are neither the whole nor a part of it."""
PATIENTS = frozenset((SURVIVES.id, TAKEN.id))
"""Rules that count those of the hurt who are in a hospital, or will live."""
WORD = re.compile(r"[\w-]+")
MANY = 10
"""From so many on, numbers of two who are cited are two counts of all."""
REACH = 30
"""Code points behind a number in which its noun is sought."""
OF_THEM = "of them"
"""What is said of a part that has no other name."""
OTHERS = "the rest"
"""Whom a zero is about, told by one who also tells of people harmed."""


def tally(claims: Sequence[Claim], text: str, book: Counts) -> Iterator[Claim]:
    """The claims with parts told as parts, and the wholes that their words add up to.

    A count is a part where the same voice gives a larger one for the event, and tells the smaller of
    one person, of those in one condition or place, or later. People shot who did not die are injured;
    "two died at the scene, a third at the hospital" are three killed.
    """
    events: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.field in (*FATE, "casualties") and isinstance(claim.value, Number):
            events.setdefault(claim.event, []).append(claim)
        else:
            yield claim
    for told in events.values():
        told.sort(key=lambda c: c.spans.value or c.span)
        made = list(added_up([c for c in told if c.modality in ACTUAL and c.rule not in ASIDE], text, book))
        yield from made
        died = _later_died([*told, *made], book)
        for claim in _plurals(told):
            if claim in died:
                continue
            if claim.rule in NAMING and _is_counted(claim, [*told, *made], book):
                continue
            words = _part(claim, [*told, *made], text, book)
            yield claim if words is None else identified(replace(claim, group=words))


def _plurals(told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without the plurals that a number stands for: "others were hurt" where three were."""
    numbered = {c.field for c in told if c.rule != PLURAL.id and number(c).high != 0}
    seen: set[Field] = set()
    for claim in told:
        if claim.rule == PLURAL.id:
            if claim.field in numbered or claim.field in seen or claim.modality not in ACTUAL:
                continue
            seen.add(claim.field)
        yield claim


def _later_died(told: Sequence[Claim], book: Counts) -> list[Claim]:
    """The claims that the one who died was hurt: "a boy was taken to a hospital, where the boy died".

    None where more than one person may have been harmed: where a larger number is told, or one who is
    hurt is called otherwise than the one who died.
    """
    put = [c for c in told if c.modality in ACTUAL and c.rule not in ASIDE and number(c).high != 0]
    dead, hurt = ([c for c in put if c.field == field] for field in FATE)
    if not dead or any(top(c) > 1 for c in put):
        return []
    names = {w for c in dead for w in _called(c, book)} | book.tally.anyone
    return hurt if all(_called(c, book) & names for c in hurt) else []


def _called(claim: Claim, book: Counts) -> set[str]:
    """The nouns, names and pronouns for one person; none where it is told to be another than those before."""
    words = set(WORD.findall(f"{number(claim).text} {number(claim).what or ''}".lower()))
    if words & book.tally.others:
        return set()
    named = claim.rule in NAMING
    return {w for w in words if named or w in book.counted.persons}


def _is_counted(claim: Claim, told: Sequence[Claim], book: Counts) -> bool:
    """Whether one person told by name is one of those whom a whole counts."""
    same = [c for c in told if c.field == claim.field]
    beside = sum(top(c) for c in same if c.spans.trigger == claim.spans.trigger and c.rule != SUM.id)
    for c in same:
        whole = c.rule == SUM.id or (c.spans.trigger != claim.spans.trigger and top(c) > beside)
        if whole and c.rule not in NAMING and c.modality in ACTUAL and alike(c, claim, book):
            return True
    return False


def _part(claim: Claim, told: Sequence[Claim], text: str, book: Counts) -> str | None:
    """The words for the part that a claim without a group is about; none where it is a whole."""
    if claim.group is not None or claim.rule in {*ASIDE, TOLL.id} or claim.modality not in ACTUAL:
        return None
    others = [c for c in told if c.field == claim.field and c is not claim and c.modality in ACTUAL]
    if top(claim) == 0:
        harmed = any(top(c) > 0 and c.source.name == claim.source.name for c in others)
        return OTHERS if harmed or _is_of_shot(claim, told, book) else None
    if claim.rule in NAMING:
        several = claim.rule == DEFINITE.id and top(claim) > 1  # "his mother, his wife and her son"
        part = any(_name(c) != _name(claim) for c in others) or _is_of_shot(claim, told, book)
        return (OF_THEM if several else _name(claim)) if part else None
    if _is_latest(claim, others, text, book):
        return OF_THEM
    hurt = [c for c in told if c.field in (claim.field, "casualties") and c.modality in ACTUAL]
    whole = [c for c in hurt if top(c) > top(claim) and c.rule not in ASIDE]
    if (whole or claim.field == "injured") and _is_partitive(claim, text):
        return OF_THEM  # whoever says so: "my nephew was one of the people injured"
    if _is_of_shot(claim, told, book):
        return OF_THEM
    if any(alike(c, claim, book) and c.span == claim.span for c in whole) and _is_of_degree(
        claim, text, book
    ):
        return OF_THEM
    larger = [
        c
        for c in others
        if top(c) > top(claim) and c.rule not in ASIDE and alike(c, claim, book) and not _is_rival(c, claim)
    ]
    if not larger or _is_early(claim, text, book):
        return None
    led = any(
        c.rule == SUM.id or (c.spans.value or c.span) < (claim.spans.value or claim.span) for c in larger
    )
    partial = number(claim).high == 1 or is_condition(claim, text, book) or claim.rule in PATIENTS
    return part_words(claim.spans.value or claim.span, text, book) if led or partial else None


def _is_latest(claim: Claim, others: Sequence[Claim], text: str, book: Counts) -> bool:
    """Whether those counted come on top of a toll told later or elsewhere: "two more bodies were found"."""
    span = claim.spans.value or claim.span
    if claim.field != "killed" or any((c.spans.value or c.span) < span for c in others):
        return False
    words = WORD.findall(text[span.start : claim.span.end].lower())
    beyond = book.tally.others & {"more", "another", "further", "additional"}
    more = not beyond.isdisjoint(words[: len(WORD.findall(number(claim).text)) + 1])
    return more and not book.tally.late.isdisjoint(words)


def _is_rival(a: Claim, b: Claim) -> bool:
    """Whether two who are cited tell of many, each in numbers of their own: two tolls and no part."""
    cited = not (a.source.publisher or b.source.publisher) and a.source.name != b.source.name
    return cited and min(top(a), top(b)) >= MANY


def _is_partitive(claim: Claim, text: str) -> bool:
    """Whether a number is told to be of those known: "four of the victims were taken to a hospital"."""
    end = (claim.spans.value or claim.span).end
    return text[end : end + REACH].lower().lstrip().startswith(("of the ", "of those "))


def _is_of_shot(claim: Claim, told: Sequence[Claim], book: Counts) -> bool:
    """Whether those hurt are fewer than were shot before and did not die.

    "Five people were shot. Two were taken to a hospital" tells of a part; "nobody inside was hurt" of others.
    """
    reach = FARTHEST if top(claim) > 1 else claim.span.end
    before = [c for c in told if c.modality in ACTUAL and claim.span.start - reach <= c.span.start]
    before = [c for c in before if c.span <= claim.span and alike(c, claim, book)]
    shot = max((top(c) for c in before if counts_shot(c, book)), default=0)
    dead = max((top(c) for c in told if c.field == "killed" and c.modality in ACTUAL), default=0)
    return claim.field == "injured" and top(claim) < shot - dead


def _is_of_degree(claim: Claim, text: str, book: Counts) -> bool:
    """Whether the hurt are told by how badly: "four were shot, and two seriously injured" tells of a part."""
    span, trigger = claim.spans.value or claim.span, claim.spans.trigger
    between = text[span.end : trigger.start] if trigger and trigger.start > span.end else ""
    return claim.field == "injured" and any(w in book.tally.degree for w in WORD.findall(between.lower()))


def part_words(span: Span, text: str, book: Counts) -> str:
    """What those of a part are called, whose number stands at ``span``: "victims" of "two more victims"."""
    behind = WORD.findall(text[span.end : span.end + REACH].lower())
    while behind and behind[0] in book.tally.others:
        behind = behind[1:]
    noun = behind[0] if behind else ""
    return noun if noun in book.noun or noun.removesuffix("s") in book.noun else OF_THEM


def _name(claim: Claim) -> str:
    value = number(claim)
    return (value.what if claim.rule == NAMED.id and value.what else value.text) or claim.field


def _is_early(claim: Claim, text: str, book: Counts) -> bool:
    """Whether the words around a number say that it is a first count."""
    span = claim.spans.value or claim.span
    words = WORD.findall(text[claim.span.start : span.start].lower())
    return any(w in book.tally.early for w in words)
