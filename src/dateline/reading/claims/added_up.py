"""Counts of one event -> the wholes that their words add up to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.codebook.counts import Counts
from dateline.model import Claim, ClaimSpans, Field, Number, Source, Span
from dateline.reading.claims.finish import identified
from dateline.reading.counts.rules import DEFINITE, NAMED, NOUN, PART, TOLL
from dateline.reading.rules import Rule

REST = Rule(
    "count.rest",
    "Those who were shot and did not die are injured.",
    "Seven people were shot at the market on Monday. Two of them died.",
    "injured 5",
)
SUM = Rule(
    "count.sum",
    "Those told to be others than those before are counted with them.",
    "Gunmen attacked a bus. Two men died at the scene, and a third died at the hospital.",
    "killed 3",
)
RULES = (REST, SUM)

NAMING = frozenset((NAMED.id, DEFINITE.id))
"""Rules that count one person told by name or as "the driver"."""
FATE: tuple[Field, ...] = ("killed", "injured")
FARTHEST = 600
"""Code points that the words of a whole may lie apart."""
NEAR = 20
"""Code points in which the word before or after a number is sought."""
MOST_BETWEEN = 4
"""Words from a number to the next that "and" puts to it: "two young children and four others"."""
WORD = re.compile(r"[\w-]+")


def added_up(told: Sequence[Claim], text: str, book: Counts) -> Iterator[Claim]:
    """The wholes that the words add up to and none of the claims gives."""
    sums = [c for field in FATE for c in _sums(field, told, text, book)]
    yield from sums
    rest = _rest([*told, *sums], text, book)
    if rest is not None:
        yield rest


def _sums(field: Field, told: Sequence[Claim], text: str, book: Counts) -> Iterator[Claim]:
    """The sum of counts that are told to be others than those before: "two died, a third died later"."""
    most = max((top(c) for c in told if c.field == field), default=0)
    run: list[Claim] = []
    best: list[Claim] = []
    for claim in told:
        if claim.field != field or not _is_exact(claim):
            run = []
            continue
        joined = bool(run) and _is_further(run, claim, text, book)
        run = [*run, claim] if joined else [claim]
        if len(run) > 1 and sum(map(top, run)) > sum(map(top, best)):
            best = run
    total = sum(map(top, best))
    if total > most:
        yield _made(best, total, field, SUM.id, text)
        return
    last = max((c for c in told if c.field == field), key=lambda c: _nth_victim(c, book), default=None)
    if field == "injured" and any(c.field == "killed" and top(c) for c in told):
        return  # "a fourth victim is in hospital", behind three dead
    if last is not None and _nth_victim(last, book) > most:
        yield _made((last,), _nth_victim(last, book), field, SUM.id, text)


def _nth_victim(claim: Claim, book: Counts) -> int:
    """The number in "a third victim died", which counts those before too; else 0."""
    words = WORD.findall(number(claim).text.lower())
    if top(claim) != 1 or not set(words) & book.tally.victims:
        return 0
    return max((book.tally.ordinals.get(w, 0) for w in words), default=0)


def _is_exact(claim: Claim) -> bool:
    value = number(claim)
    return value.low == value.high and top(claim) > 0 and claim.rule != PART.id


def _is_further(run: Sequence[Claim], claim: Claim, text: str, book: Counts) -> bool:
    """Whether a count is of others than those counted right before it.

    Told by "another" or the like, under one word with them ("a man and his daughter died"; counts alone
    are left to be added up with those of other reports), or as the one who did it and killed himself.
    """
    before = run[-1]
    if any(_is_total(c, text, book) for c in run):
        return False  # "59 are now known to have died; two more died in hospital" are 59
    end, start = (before.spans.value or before.span).end, (claim.spans.value or claim.span).start
    if not end < start <= end + FARTHEST // 2:
        return False
    if number(claim).text.lower() in book.tally.self:
        told_with = before.spans.trigger == claim.spans.trigger or before.rule in NAMING
        return told_with and before.span == claim.span
    if before.spans.trigger == claim.spans.trigger:
        if len(run) == 1 and _is_put_to(before, claim, text, book):
            return True
        listed = top(run[0]) > 1 and run[0].rule not in NAMING  # "five people, Adam, his wife and"
        listed = listed and not _is_added(run[0], claim, text, book)
        return not listed and any(c.rule in NAMING for c in (*run, claim))
    if not alike(before, claim, book) or _is_within(run[0], claim, text, book):
        return False
    words = WORD.findall(f"{number(claim).text} {claim.group or ''}".lower()) + _words_around(claim, text)
    nth = next((book.tally.ordinals[w] for w in words if w in book.tally.ordinals), None)
    if nth is not None:
        return nth == sum(map(top, run)) + top(claim)
    if before.span != claim.span and claim.field != "killed":
        return False  # "three were hurt. Another was taken to hospital": mostly one of the three
    singled = before.rule in NAMING and claim.rule in NAMING  # "he is in hospital, he is stable"
    if (
        before.span == claim.span
        and not singled
        and all(is_condition(c, text, book) for c in (before, claim))
    ):
        return True
    return any(w in book.tally.others for w in words)


def _is_added(first: Claim, claim: Claim, text: str, book: Counts) -> bool:
    """Whether words between two counts put one to the other: "three sons, along with her niece Tina"."""
    between = text[(first.spans.value or first.span).end : (claim.spans.value or claim.span).start]
    return any(f" {words} " in between.lower() for words in book.tally.added)


def _is_put_to(first: Claim, claim: Claim, text: str, book: Counts) -> bool:
    """Whether "and" puts others to those counted right before: "two children and four other people"."""
    span = claim.spans.value or claim.span
    between = WORD.findall(text[(first.spans.value or first.span).end : span.start].lower())
    behind = WORD.findall(text[span.end : min(claim.span.end, span.end + NEAR)].lower())[:1]
    joined = between[-1:] == ["and"] and len(between) <= MOST_BETWEEN
    return joined and bool(first.group) and bool(set(behind) & book.tally.others)


def _is_within(first: Claim, claim: Claim, text: str, book: Counts) -> bool:
    """Whether a clause about those counted before counts some of them: "taken there, where two"."""
    if first.span != claim.span:
        return False
    between = text[(first.spans.value or first.span).end : (claim.spans.value or claim.span).start].lower()
    return any(f", {word} " in between for word in book.tally.within)


def _is_total(claim: Claim, text: str, book: Counts) -> bool:
    """Whether a count is told as the whole, in which all others of its report are."""
    if claim.rule == TOLL.id:
        return True
    span = claim.spans.value or claim.span
    end = max(span.end, claim.spans.trigger.end if claim.spans.trigger else 0)
    words = WORD.findall(text[max(claim.span.start, span.start - NEAR) : end].lower())
    return any(w in book.tally.totals for w in words)


def _words_around(claim: Claim, text: str) -> list[str]:
    """The words right before and right after a number, in its sentence."""
    span = claim.spans.value or claim.span
    before = WORD.findall(text[max(claim.span.start, span.start - NEAR) : span.start].lower())[-1:]
    return before + WORD.findall(text[span.end : min(claim.span.end, span.end + NEAR)].lower())[:1]


def _rest(told: Sequence[Claim], text: str, book: Counts) -> Claim | None:
    """Those shot who did not die."""
    shot = [c for c in told if counts_shot(c, book)]
    killed = [c for c in told if c.field == "killed" and (_is_exact(c) or number(c).high == 0)]
    killed = [c for c in killed if not set(WORD.findall(number(c).text.lower())) & book.tally.self]
    injured = [c for c in told if c.field == "injured"]
    if not shot or not killed:
        return None
    whole, dead = max(shot, key=top), max(killed, key=top)
    left = top(whole) - top(dead)
    if (
        left < 1
        or _apart(whole, dead) > FARTHEST
        or not alike(whole, dead, book)
        or any(top(c) >= left for c in injured)
    ):
        return None
    if set(_words_around(whole, text)) & book.tally.others:
        return None
    return _made((whole, dead), left, "injured", REST.id, text)


def _apart(a: Claim, b: Claim) -> int:
    """Code points from the words of one claim to those of another."""
    first, second = sorted((a.spans.value or a.span, b.spans.value or b.span))
    return second.start - first.end


def counts_shot(claim: Claim, book: Counts) -> bool:
    """Whether people shot or hurt are told as all of them: at large, or by no more than sex and age.

    A number of "victims" is no such count: it may hold the missing.
    """
    if claim.field != "casualties" or not _is_exact(claim) or top(claim) < 2:
        return False
    if claim.rule in (NOUN.id, TOLL.id):
        return False
    words = WORD.findall((claim.group or "").lower())
    return not words or words[-1] in book.tally.crowd


def _made(parts: Sequence[Claim], total: int, field: Field, rule: str, text: str) -> Claim:
    """The claim that the parts make together; it stands in all the words from the first to the last."""
    first = parts[0]
    value = _cover(c.spans.value or c.span for c in parts)
    quote = _cover(c.span for c in parts)
    spans = ClaimSpans(value, first.spans.trigger, first.spans.cue, first.spans.source)
    return identified(
        replace(
            first,
            field=field,
            value=Number(total, total, value.of(text)),
            group=None,
            modality="hedged" if any(c.modality == "hedged" for c in parts) else "asserted",
            quote=quote.of(text),
            span=quote,
            spans=spans,
            rule=rule,
        )
    )


def _cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all."""
    first, *others = spans
    for span in others:
        first = first.cover(span)
    return first


def number(claim: Claim) -> Number:
    """The value of a count."""
    assert isinstance(claim.value, Number)
    return claim.value


def top(claim: Claim) -> int:
    """The number that a count puts forward."""
    value = number(claim)
    return value.high if value.high is not None else value.low or 0


def alike(a: Claim, b: Claim, book: Counts) -> bool:
    """Whether two claims are of one voice, or of the report's own and of those whom it follows."""
    if a.source.name == b.source.name:
        return True
    return _is_followed(a.source, book) and _is_followed(b.source, book)


def _is_followed(source: Source, book: Counts) -> bool:
    """Whether the report speaks after a source: the police, doctors, "authorities", but no side of a war."""
    last = WORD.findall(source.name.lower())[-1:]
    return source.kind in book.tally.voices or (not source.named and set(last) <= book.tally.followed)


def is_condition(claim: Claim, text: str, book: Counts) -> bool:
    """Whether those counted are told by their condition: "two are in critical condition"."""
    trigger = claim.spans.trigger
    return trigger is not None and trigger.of(text).lower() in book.tally.condition
