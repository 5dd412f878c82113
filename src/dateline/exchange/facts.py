"""What several formats ask of an incident: its days, its sources, its publishers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from dateline.model import Claim, Entity, Incident, Report, When


def days(when: When | None) -> tuple[date, date] | None:
    """First and last day, or none where the time is unknown."""
    if when is None or when.start is None or when.end is None:
        return None
    return when.start, when.end


def middle(first: date, last: date) -> date:
    """The day in the middle; of an even number the earlier one."""
    return first + timedelta(days=(last - first).days // 2)


def told_by(incident: Incident, reports: Mapping[str, Report]) -> list[Report]:
    """The incident's reports in order of publication, those without a day last."""
    return sorted(
        (reports[id_] for id_ in incident.reports),
        key=lambda r: (r.published is None, str(r.published), r.id),
    )


def publishers(incident: Incident, reports: Mapping[str, Report]) -> list[str]:
    """Who published it, each once, in order of publication."""
    return list(dict.fromkeys(r.publisher for r in told_by(incident, reports) if r.publisher))


def voices(incident: Incident, reports: Mapping[str, Report]) -> int:
    """How many copy groups tell it."""
    return len({reports[id_].copy_group for id_ in incident.reports})


def first_claim(incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Claim:
    """The claim that tells of its type first, or whatever is told first."""
    held = [claims[id_] for id_ in incident.claims]
    order = {report.id: n for n, report in enumerate(told_by(incident, reports))}
    return min(held, key=lambda c: (c.field != "type", order[c.report], c.span, c.id))


def sayers(incident: Incident, claims: Mapping[str, Claim], field: str) -> list[str]:
    """Who says something of a field inside the reports, each once, in order of name; not the publishers."""
    held = (claims[id_] for id_ in incident.claims)
    return sorted({c.source.name for c in held if c.field == field and not c.source.publisher})


def names(entities: Iterable[Entity]) -> list[str]:
    """Each name once, in order."""
    return list(dict.fromkeys(each.name for each in entities))


def listed(words: Sequence[str]) -> str | None:
    """The words with semicolons between; null where there are none."""
    return "; ".join(words) or None
