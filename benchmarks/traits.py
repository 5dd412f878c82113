"""What tells a count that is the whole of what its report is about: one row of numbers a claim."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.model import ACTUAL, Claim, Field, Number, Span, When
from dateline.reading.claims.added_up import is_condition, number, top
from dateline.reading.claims.tally import ASIDE

FIELDS: tuple[Field, ...] = ("killed", "injured", "casualties")
WORD = re.compile(r"[\w'-]+")
YEAR = re.compile(r"\b(?:19|20)\d\d\b|\bago\b|\bsince\b|\blast year\b")
"""Words of sentences about what was before."""
LEAD = 300
"""Code points of a report in which it says what it is about."""
NEAR = 40
"""Code points behind a number in which words of its clause are sought."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A report's text, its claims, and of these the counts of people put forward of its chief event."""

    text: str
    claims: Sequence[Claim]
    told: Sequence[Claim]
    book: Codebook


def seen(text: str, claims: Sequence[Claim], book: Codebook) -> Seen | None:
    """What a report tells of the event that has most of its claims."""
    sizes: dict[str, int] = {}
    for c in claims:
        sizes[c.event] = sizes.get(c.event, 0) + 1
    if not sizes:
        return None
    chief = max(sizes, key=lambda e: sizes[e])
    return Seen(text, claims, [c for c in claims if c.event == chief and is_put(c)], book)


def is_put(claim: Claim) -> bool:
    """Whether a claim counts people killed, hurt or shot, some, and as having happened."""
    counts = claim.field in FIELDS and isinstance(claim.value, Number) and claim.modality in ACTUAL
    return counts and top(claim) > 0 and claim.rule not in ASIDE


def traits(claim: Claim, report: Seen) -> Mapping[str, float]:
    """The numbers of a count, by their names; those that are not named are 0."""
    same = [c for c in report.told if c.field == claim.field]
    mine = {**_of_numbers(claim, same), **_of_words(claim, report), **_of_other_fields(claim, report)}
    mine |= {claim.rule: True, claim.field: True}
    mine |= {f"{claim.field}: {name}": mine[name] for name in ("largest", "share", "first", "grouped", "one")}
    return {name: float(value) for name, value in mine.items() if value}


def _at(claim: Claim) -> Span:
    return claim.spans.value or claim.span


def _of_numbers(claim: Claim, same: Sequence[Claim]) -> dict[str, float]:
    """How a number stands among those of its field."""
    mine, most = top(claim), max(map(top, same))
    alike = [c for c in same if top(c) == mine]
    before = [c for c in same if _at(c) < _at(claim)]
    smaller = {_at(c): top(c) for c in same if top(c) < mine}
    return {
        "largest": mine == most,
        "of the largest": math.log(mine / most),
        "one": mine == 1,
        "size": math.log(mine),
        "share": len(alike) / len(same),
        "told again": math.log(len(alike)),
        "first": not before,
        "first of several": mine > 1 and all(top(c) == 1 for c in before),
        "beside": any(c is not claim and c.spans.trigger == claim.spans.trigger for c in same),
        "sentence has larger": any(c.span == claim.span and top(c) > mine for c in same),
        "sentence has smaller": any(c.span == claim.span and top(c) < mine for c in same),
        "larger before": any(top(c) > mine for c in before),
        "larger of all before": any(top(c) > mine and c.group is None for c in before),
        "sum of smaller": mine > 1 and sum(smaller.values()) == mine,
    }


def _of_words(claim: Claim, report: Seen) -> dict[str, float]:
    """The words of a number and around it, who says it, and where."""
    book, text, at = report.book.counts.tally, report.text, _at(claim)
    before = [w.lower() for w in WORD.findall(text[claim.span.start : at.start])]
    after = [w.lower() for w in WORD.findall(text[at.end : at.end + NEAR])][:4]
    own = [w.lower() for w in WORD.findall(number(claim).text)]
    group = [w.lower() for w in WORD.findall(claim.group or "")]
    parts = report.book.groups.parts
    return {
        "place": at.start / max(1, len(text)),
        "lead": at.start < LEAD,
        "publisher": claim.source.publisher,
        "named source": claim.source.named,
        "hedged": claim.modality == "hedged",
        "grouped": claim.group is not None,
        "of them": "of" in group,
        "class": any(w in parts or w.removesuffix("s") in parts for w in group),
        "open": number(claim).low != number(claim).high,
        "article": own[:1] in (["a"], ["an"], ["the"], ["another"], ["one"]),
        "others": bool({*before[-2:], *after[:2], *own, *group} & book.others),
        "early": bool(set(before) & book.early),
        "total": bool({*before[-4:], *own, *after} & book.totals),
        "including": bool({"including", "among"} & set(before[-4:])),
        "condition": is_condition(claim, text, report.book.counts),
        "degree": bool({*before[-4:], *after} & book.degree),
        "past": bool(YEAR.search(claim.span.of(text))),
        "other day": _is_of_other_day(claim, report),
    }


def _is_of_other_day(claim: Claim, report: Seen) -> bool:
    """Whether a count's day is none of those told of its event."""
    days = {c.value.start for c in report.claims if c.event == claim.event and isinstance(c.value, When)}
    return bool(claim.when and claim.when.start and days and claim.when.start not in days)


def _of_other_fields(claim: Claim, report: Seen) -> dict[str, float]:
    """How a number fits those shot, or those killed and those hurt."""
    mine = top(claim)
    killed, injured, shot = (max((top(c) for c in report.told if c.field == f), default=0) for f in FIELDS)
    if claim.field == "killed":
        return {
            "with hurt all shot": shot > 0 and mine + injured == shot,
            "killed over shot": 0 < shot < mine,
        }
    if claim.field == "injured":
        return {
            "hurt all shot": mine == shot,
            "hurt is rest": shot > 0 and mine == shot - killed,
            "hurt under rest": mine < shot - killed,
            "hurt over shot": 0 < shot < mine,
        }
    return {"shot as told": mine == killed + injured}
