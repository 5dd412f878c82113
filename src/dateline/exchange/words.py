"""A claim in one line of plain words, for formats that have room for no more."""

from __future__ import annotations

from dateline.model import (
    Claim,
    Entity,
    FieldSummary,
    Number,
    Place,
    Responsibility,
    Source,
    Term,
    Value,
    When,
)


def claim_words(claim: Claim) -> str:
    """Field, value and whom it counts: "killed: at least 12, children", "type: car bombing".

    A number stands in the report's own words; what these name only there ("the group", "Saturday") stands
    as what it was read to mean.
    """
    group = f", {claim.group}" if claim.group else ""
    return f"{claim.field}: {_value(claim.value)}{group}"


def voice_words(source: Source) -> str:
    """Who says so and through whom: "a doctor, via state television"."""
    who = f"{source.name}, the publisher" if source.publisher else source.name
    return "".join((who, *(f", via {link.name}" for link in source.via)))


def figure_words(summary: FieldSummary) -> str:
    """What an incident has of a field: "0 to 80, best 0; disputed: one says none, another some"."""
    ends = [f"{end:,}" if end is not None else "unknown" for end in (summary.low, summary.high)]
    span = " to ".join(dict.fromkeys(ends))
    best = f", best {summary.best:,}" if summary.best is not None and len(set(ends)) > 1 else ""
    figure = "" if set(ends) == {"unknown"} else f"{span}{best}; "
    return f"{figure}{summary.status}: {summary.why}"


def _value(value: Value) -> str:
    match value:
        case Number(text=text, what=what):
            return f"{text} {what}" if what else text
        case Entity(name=name) | Term(name=name) | Place(name=name):
            return name
        case Responsibility(name=name, how=how):
            return f"{name} ({how})"
        case When(start=start, end=end) if start and end:
            days = dict.fromkeys(day.isoformat()[:10] for day in (start, end))
            return " to ".join(days)
        case _:
            return value.text
