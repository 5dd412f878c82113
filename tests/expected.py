"""One expected thing against a ledger: each function gives the problem in words, or none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.evaluate import same
from dateline.evaluate.gold import GoldClaim
from dateline.evaluate.native import Claim as GoldForm
from dateline.evaluate.native import gold_claims
from dateline.evaluate.same import words
from dateline.model import COUNTS, Claim, FieldSummary, Incident, Ledger, Number, Place

Json = Mapping[str, Any]


@dataclass(frozen=True)
class View:
    """A ledger, seen from one of its incidents; none where the expected incident is not there."""

    ledger: Ledger
    incident: Incident | None

    def said(self, report: str) -> list[Claim]:
        """Every claim of the report with this key."""
        return [c for r in self.ledger.readings if r.report.key == report for c in r.claims]

    def reports(self) -> list[str]:
        """The key of every report."""
        return [r.report.key for r in self.ledger.readings]

    def mine(self, claims: Iterable[Claim]) -> list[Claim]:
        """Those of the claims that are the incident's."""
        return [c for c in claims if self.incident and c.id in self.incident.claims]


def each(value: Any) -> list[Any]:
    """The values that will do, where several will."""
    return value if isinstance(value, list) else [value]


def main_incident(ledger: Ledger, want: Json) -> Incident | None:
    """The incident that begins on the expected day and that most reports tell."""
    begun = [i for i in ledger.incidents if i.when and str(i.when.start) == want["start"]]
    return max(begun, key=lambda i: (len(i.reports), len(i.claims), i.id), default=None)


def other_incident(ledger: Ledger, want: Json, main: Incident | None) -> Incident | None:
    """The incident beside the main one that holds most of the claims expected of it."""
    view = View(ledger, main)
    wanted = [
        c.id for w in want["claims"] for key in each(w["report"]) for c in view.said(key) if same_value(c, w)
    ]
    rest = [i for i in ledger.incidents if i != main]
    best = max(rest, key=lambda i: (sum(c in i.claims for c in wanted), i.id), default=None)
    return best if best and any(c in best.claims for c in wanted) else None


def claim_problem(view: View, report: str, want: Json) -> str | None:
    there = [c for c in view.said(report) if c.field in each(want["field"])]
    right = [c for c in there if not differences(c, want)]
    if view.mine(right):
        return None
    if right:
        return f"read, but not as a claim of this incident: {shown(right[0])}"
    near = [
        f"{shown(c)}: not the same {' or '.join(differences(c, want))}" for c in there if same_value(c, want)
    ]
    return f"expected {dict(want)}; found {'; '.join(near or map(shown, there)) or 'nothing'}"


def marked(want: Json) -> GoldClaim:
    """The expected claim as `dateline evaluate` has it, which says what is the same."""
    told = {key: value for key, value in want.items() if key in GoldForm.model_fields}
    return next(gold_claims((GoldForm.model_validate({**told, "report": [""]}),), None))


def differences(claim: Claim, want: Json) -> list[str]:
    """In what a claim is not the expected one."""
    gold = marked(want)
    told = {
        "value": same.same_value(claim, gold),
        "group": same.same_group(claim, gold),
        "source": same.same_source(claim, gold),
        "modality": claim.modality in gold.modalities,
        "place": gold.place is None or same.same_place(claim.place, gold.place),
        "when": gold.when is None or same.same_when(claim.when, gold.when),
    }
    return [part for part, alike in told.items() if not alike]


def same_value(claim: Claim, want: Json) -> bool:
    return same.same_value(claim, marked(want))


def shown(claim: Claim) -> str:
    v = claim.value
    ends = f"{v.low}..{v.high} {v.what or ''}" if isinstance(v, Number) else v.text
    who = " via ".join(s.name for s in (claim.source, *claim.source.via))
    parts = [f"{claim.field} {ends.strip()}", "by PUBLISHER" if claim.source.publisher else f"by {who!r}"]
    parts += [f"group {claim.group!r}"] if claim.group else []
    parts += [f"at {claim.place.name!r}"] if claim.place else []
    parts += [claim.modality] if claim.modality != "asserted" else []
    return f"{', '.join(parts)} [{claim.rule}]"


def part_problem(view: View, part: str, want: Any) -> str | None:
    """A single-valued part of the incident: its type, first or last day, country, reports, ACLED type."""
    i = view.incident
    if i is None:
        return "there is no such incident"
    got: dict[str, Any] = {
        "type": i.type.name,
        "start": str(i.when.start) if i.when else None,
        "end": str(i.when.end) if i.when else None,
        "country": i.place.country if i.place else None,
        "reports": len(i.reports),
        "acled": i.crosswalk.acled.sub_event_type if i.crosswalk.acled else None,
    }
    return None if got[part] == want else f"expected {want}, got {got[part]}"


def name_problem(view: View, part: str, want: str) -> str | None:
    """A name among the incident's actors, weapons or places."""
    i = view.incident
    if i is None:
        return "there is no such incident"
    claims = view.mine(c for key in view.reports() for c in view.said(key))
    places = [i.place, *(c.place for c in claims), *(c.value for c in claims if isinstance(c.value, Place))]
    names = {
        "actors": [a.name for a in i.actors],
        "weapons": [w.name for w in i.weapons],
        "places": [f"{p.name} {p.text}" for p in places if p],
    }[part]
    return (
        None if any(words(want) <= words(n) for n in names) else f"expected {want}, got {sorted(set(names))}"
    )


def field_problem(view: View, field: str, part: str, want: Any) -> str | None:
    fields: dict[str, FieldSummary] = dict(view.incident.fields) if view.incident else {}
    if field not in fields:
        return "there is no such field"
    got = getattr(fields[field], part)
    return None if got in each(want) else f"expected {want}, got {got}: {fields[field].why}"


def check_problem(view: View, want: Json) -> str | None:
    checks = view.incident.checks if view.incident else ()
    wanted = {want["whole"], *want["parts"]}
    for check in checks:
        numbers = {int(n) for n in re.findall(r"\d+", check.text)}
        if wanted <= numbers <= {*wanted, sum(want["parts"])} and check.holds == want["holds"]:
            return None
    return f"expected {dict(want)}, got {[(c.text, c.holds) for c in checks]}"


def copies_problem(view: View, want: list[list[str]]) -> str | None:
    groups = defaultdict(list)
    for reading in view.ledger.readings:
        groups[reading.report.copy_group].append(reading.report.key)
    found = sorted(sorted(g) for g in groups.values() if len(g) > 1)
    return None if found == sorted(map(sorted, want)) else f"expected {want}, got {found}"


def quarantine_problem(view: View) -> str | None:
    return "; ".join(f"{q.path}: {q.reason}" for q in view.ledger.quarantined) or None


def false_problem(view: View, report: str, wanted: list[Json]) -> str | None:
    """Counts that the incident has from a report and that nobody claims there."""
    counts = [c for c in view.mine(view.said(report)) if c.field in COUNTS and isinstance(c.value, Number)]
    return told([c for c in counts if not any(same_value(c, w) for w in wanted)])


def not_problem(view: View, want: Json) -> str | None:
    """A value that must not be asserted, of this incident or anywhere."""
    said = [
        c for key in (each(want["report"]) if "report" in want else view.reports()) for c in view.said(key)
    ]
    found = told([c for c in (said if want["anywhere"] else view.mine(said)) if same_value(c, want)])
    return found and f"{want['why']}: {found}"


def told(claims: list[Claim]) -> str | None:
    return "; ".join(f"{shown(c)} from {c.quote!r}" for c in claims) or None
