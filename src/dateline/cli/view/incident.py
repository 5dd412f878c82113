"""An incident's head: what, when, where, who, and which reports tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.model import (
    ACTUAL,
    Check,
    Difference,
    DifferenceKind,
    Entity,
    Incident,
    IncidentRelation,
    Responsibility,
)
from dateline.wording.lookup import Lookup
from dateline.wording.said import rank
from dateline.wording.words import (
    MODALITY_WORDS,
    capped,
    clean,
    place_detail,
    place_words,
    report_words,
    sentence_case,
    source_words,
    when_words,
)

CONFLICT: DifferenceKind = "true conflict"

NAMED = 6
"""Parties or reports named on one line of the head; the rest are counted."""


def title(incident: Incident) -> str:
    """The type, place and time of an incident on one line."""
    parts = [sentence_case(incident.type.name)]
    if incident.place:
        parts.append(incident.place.name)
    if incident.when:
        parts.append(when_words(incident.when))
    return clean(" · ".join(parts))


def head(incident: Incident, number: int | None, lookup: Lookup) -> Iterator[RenderableType]:
    """A ruled title, numbered where there are several, and a line for each thing known of the whole."""
    told = title(incident) if number is None else f"{number}  {title(incident)}"
    yield Rule(Text(told, "bold"), align="left", style="dim")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row("when", when_words(incident.when) if incident.when else "unknown")
    grid.add_row("where", _where(incident, lookup))
    for label, named in (
        ("by", [_party(actor, incident, lookup) for actor in incident.actors]),
        ("against", [target.name for target in incident.targets]),
        ("with", [weapon.name for weapon in incident.weapons]),
    ):
        if named:
            grid.add_row(label, clean("; ".join(capped(named, NAMED))))
    grid.add_row("told by", "; ".join(_told_by(incident.reports, lookup)))
    acled = incident.crosswalk.acled
    if acled:
        grid.add_row("in ACLED", f"{acled.event_type}: {acled.sub_event_type}")
    grid.add_row("id", incident.id)
    yield Padding(grid, (0, 0, 1, 2))


def checks(found: Sequence[Check]) -> Iterator[RenderableType]:
    """The sums over an incident's claims, and whether they hold."""
    if not found:
        return
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for check in found:
        verdict = Text("holds", "green") if check.holds else Text("does not hold", "bold red")
        grid.add_row(verdict, f"{clean(check.text)} ({check.rule})")
    yield Text("Checks", "bold")
    yield Padding(grid, (0, 0, 1, 2))


def differences(found: Sequence[Difference]) -> Iterator[RenderableType]:
    """Why claims about one field differ, what cannot both be right first."""
    if not found:
        return
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    rows = dict.fromkeys((each.field, each.kind, clean(each.text)) for each in found)
    for field, kind, text in sorted(rows, key=lambda row: (row[1] != CONFLICT, rank(row[0]))):
        grid.add_row(Text(field, "bold"), Text(kind, "bold red" if kind == CONFLICT else ""), text)
    yield Text("Differences", "bold")
    yield Padding(grid, (0, 0, 1, 2))


def relations(found: Sequence[IncidentRelation], lookup: Lookup) -> Iterator[RenderableType]:
    """How an incident stands to others of the ledger."""
    if not found:
        return
    yield Text("Related", "bold")
    lines = [f"{each.kind} {_other(each, lookup)}" for each in found]
    yield Padding(Text("\n".join(lines)), (0, 0, 1, 2))


def _other(relation: IncidentRelation, lookup: Lookup) -> str:
    return f"{title(lookup.incidents[relation.incident])} ({relation.incident})"


def _party(actor: Entity, incident: Incident, lookup: Lookup) -> str:
    """An actor, and by whose word unless a publisher says so flatly in its own voice."""
    notes: list[str] = []
    for claim in (lookup.claims[claim] for claim in incident.claims):
        value = claim.value
        if isinstance(value, Responsibility) and value.name == actor.name:
            notes.append(value.how)
        elif claim.field == "actor" and isinstance(value, Entity) and value.name == actor.name:
            if claim.modality not in ACTUAL:
                continue
            if not claim.source.publisher:
                notes.append(f"says {source_words(claim.source)}")
            elif claim.modality == "asserted":
                return actor.name
            else:
                notes.append(MODALITY_WORDS[claim.modality])
    return f"{actor.name} ({', '.join(dict.fromkeys(notes))})" if notes else actor.name


def _where(incident: Incident, lookup: Lookup) -> Text:
    if not incident.place:
        return Text("unknown")
    return Text.assemble(
        place_words(incident.place, lookup.countries), (f" ({place_detail(incident.place)})", "dim")
    )


def _told_by(reports: Sequence[str], lookup: Lookup) -> list[str]:
    known = [lookup.reports[report] for report in reports]
    known.sort(key=lambda each: (each.published is None, str(each.published), each.key))
    return capped([report_words(report) for report in known], NAMED)
