"""Incidents' dead under policies as CSV: a row a figure, each with the claims that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from dateline.exchange.cells import Cell, write_csv
from dateline.exchange.contents import Contents, LeftOut, as_text
from dateline.exchange.facts import listed
from dateline.exchange.values import date_json
from dateline.model import Incident, PolicyFigures

COLUMNS = (
    *("incident", "type", "start", "end", "place", "country"),
    *("policy", "whose", "low", "best", "high", "grade", "claims", "why"),
)

ALL = "all"
"""Whose the dead are in the row of all of them, before those of the parties and classes that are told."""


def write_figures_csv(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """Every incident under each policy; where a policy has no figure, the row says why."""
    with as_text(out) as text:
        write_csv(text, COLUMNS, _rows(contents))
    return ()


def _rows(contents: Contents) -> Iterator[list[Cell]]:
    for told in contents.source.told():
        about = _about(told.incident)
        for figures in contents.figures(told) if contents.figures else ():
            yield from ([*about, *row] for row in _of_policy(figures))


def _about(incident: Incident) -> list[Cell]:
    when, place = incident.when, incident.place
    return [
        *(incident.id, incident.type.name),
        *((date_json(when.start), date_json(when.end)) if when else (None, None)),
        *((place.name, place.country) if place else (None, None)),
    ]


def _of_policy(figures: PolicyFigures) -> Iterator[list[Cell]]:
    told = (figures.low, figures.best, figures.high, figures.grade, listed(figures.claims), figures.why)
    yield [figures.policy, ALL, *told]
    for share in figures.shares:
        yield [figures.policy, share.whose, share.low, None, share.high, None, listed(share.claims), None]
