"""Claims -> voices: what each independent source says of one count, at each date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.model import Claim, Number, Reading


@dataclass(frozen=True, slots=True)
class Voice:
    """One source's number in one copy group: ``low`` and ``high`` as claimed, null for an open end."""

    source: str
    voice: str
    published: date | None
    low: int | None
    high: int | None
    text: str
    claims: tuple[Claim, ...]


def source_key(claim: Claim, voices: Mapping[str, str]) -> tuple[str, str]:
    """Who speaks: a named source is one voice everywhere, an unnamed one only within its copy group."""
    group = voices[claim.report]
    if claim.source.publisher:
        return ("publisher", group)
    return (claim.source.name.casefold(), "" if claim.source.named else group)


def count_voices(claims: Iterable[Claim], readings: Mapping[str, Reading]) -> tuple[Voice, ...]:
    """One voice a source and date, in order of date and source.

    Within one voice on one date the whole is its largest whole count: smaller ones of the same voice
    are parts told one by one.
    """
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    copy_groups = {r: reading.report.copy_group for r, reading in readings.items()}
    for claim in claims:
        source, group = source_key(claim, copy_groups)
        day = readings[claim.report].report.published
        groups.setdefault((source, group, day.isoformat() if day else ""), []).append(claim)
    voices = []
    for _, said in sorted(groups.items(), key=lambda g: (g[0][2], g[0])):
        whole = max(said, key=_size)
        value = whole.value
        assert isinstance(value, Number)
        first = readings[whole.report].report
        backing = tuple(c for c in said if c.value == value) or (whole,)
        name = (first.publisher or first.key) if whole.source.publisher else whole.source.name
        voices.append(
            Voice(name, first.copy_group, first.published, value.low, value.high, value.text, backing)
        )
    return tuple(voices)


def _size(claim: Claim) -> tuple[int, int, int]:
    value = claim.value
    assert isinstance(value, Number)
    top = value.high if value.high is not None else value.low
    return (
        top if top is not None else -1,
        value.low is not None and value.high is not None,
        -claim.span.start,
    )
