"""What every writer of a format is given, and what it says of incidents that the format cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper
from typing import BinaryIO, TextIO

from dateline.exchange.countries import Country
from dateline.exchange.source import Source, Told
from dateline.model import Incident, Making, PolicyFigures, Report

Figures = Callable[[Told], tuple[PolicyFigures, ...]]
"""Gives an incident's dead under each of the policies that were asked for."""

Kept = Callable[[Report], tuple[bytes, Making] | None]
"""Gives a report's raw copy and how it was read; null where the ledger does not have it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A ledger to be written.

    ``figures`` tell the dead under policies; null where none was asked for. ``countries`` are by
    ISO 3166-1 alpha-2. ``mentions`` asks for every time, place, actor and count read, where the format has
    them. ``kept`` gives raw copies.
    """

    source: Source
    figures: Figures | None
    countries: Mapping[str, Country]
    mentions: bool
    kept: Kept

    def figure(self, told: Told) -> PolicyFigures | None:
        """The dead of an incident under the policy asked for, of several the first; null where none was."""
        return self.figures(told)[0] if self.figures else None

    def country(self, code: str | None) -> Country | None:
        """The country with this code, null where it is not known."""
        return self.countries.get(code) if code else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An incident that a format cannot hold: what it is in short, and why, in words."""

    incident: str
    type: str
    start: date | None
    end: date | None
    place: str | None
    country: str | None
    reports: int
    why: str


def left_out(incident: Incident, why: str) -> LeftOut:
    """What is told of an incident that a format cannot hold."""
    when, place = incident.when, incident.place
    return LeftOut(
        incident.id,
        incident.type.name,
        when.start if when else None,
        when.end if when else None,
        place.name if place else None,
        place.country if place else None,
        len(incident.reports),
        why,
    )


@contextmanager
def as_text(out: BinaryIO) -> Iterator[TextIO]:
    """UTF-8 with plain line ends onto a binary stream, which stays open."""
    text = TextIOWrapper(out, encoding="utf-8", newline="\n", write_through=True)
    try:
        yield text
        text.flush()
    finally:
        text.detach()
