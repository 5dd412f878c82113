"""Measures what a learned choice of an incident's place would gain: which of the places told is the city?

python -m benchmarks.scores gva --keep FOLDER && python -m benchmarks.cities FOLDER

A conditional logit over the different places told of what a report is mostly about, in five folds by
incident. Its first is put at the head of the incident where that is surer than ``SURE``, and the set is
scored again.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.gold import gold_folder, score_set
from benchmarks.wholes import Case, Judge, names_of, taught_by_fold
from dateline.codebook import Codebook, load_codebook
from dateline.exchange.documents import read_document
from dateline.exchange.json import ledger_to_json
from dateline.model import Claim, Incident, Ledger, Place
from dateline.reconcile.heads import places_of

SET, SLOTS = "gva", ("city", "city_or_state")
SURE = (0.0, 0.5, 0.8)
LEAD = 300
"""Code points of a report in which it says what it is about."""
BESIDE = 30
"""Kilometres within which a larger town may be the one that a suburb is counted to."""
WORD = re.compile(r"[^\W_]+")
Key = tuple[str, str | None, str | None]
Cities = Mapping[str, tuple[str, str]]


def key(place: Place) -> Key:
    """What makes places told the same one."""
    return place.name, place.country, place.admin1


def answers(gold: Path) -> Cities:
    """Key of a report -> its incident and city, of reports on one incident."""
    told = gzip.decompress((gold / "dev" / f"{SET}.gold.jsonl.gz").read_bytes()).decode().splitlines()
    alone = ((each["id"], each["incidents"]) for each in map(json.loads, told) if len(each["incidents"]) == 1)
    return {id_: (one["code"], re.sub(r"\s*\(.*", "", one["city"] or "")) for id_, (one,) in alone}


def is_city(place: Place, city: str) -> bool:
    """Whether a place is called as the city is, or one of the two names is within the other."""
    wanted = set(WORD.findall(city.casefold()))
    told = [set(WORD.findall(name.casefold())) for name in (place.name, place.text)]
    return bool(wanted) and any(each and (each <= wanted or wanted <= each) for each in told)


def cases(ledger: Ledger, cities: Cities, book: Codebook) -> dict[str, Case]:
    """Incident -> the different places told of it, in the order told, and which of them are its city."""
    claims = {c.id: c for r in ledger.readings for c in r.claims}
    made = {}
    incident_of = {i: incident.id for incident in ledger.incidents for i in incident.claims}
    about: dict[str, list[tuple[str, str]]] = {}
    for reading in ledger.readings:
        votes = Counter(incident_of[c.id] for c in reading.claims if c.id in incident_of)
        if votes and reading.report.key in cities:
            about.setdefault(votes.most_common(1)[0][0], []).append(cities[reading.report.key])
    for incident in ledger.incidents:
        mine = [claims[i] for i in incident.claims]
        open_ = {key(p) for p in places_of(mine, book.groups)}
        told = [c for c in mine if isinstance(c.value, Place) and key(c.value) in open_]
        if incident.id not in about or not told:
            continue
        ((code, city), _), *_ = Counter(about[incident.id]).most_common(1)
        of: dict[Key, list[Claim]] = {}
        for claim in sorted(told, key=lambda c: (c.span.start, c.id)):
            assert isinstance(claim.value, Place)
            of.setdefault(key(claim.value), []).append(claim)
        firsts = [each[0] for each in of.values()]
        rows = [traits(each, list(of.values()), incident) for each in of.values()]
        right = tuple(isinstance(c.value, Place) and is_city(c.value, city) for c in firsts)
        made[incident.id] = Case(incident.id, code, "place", firsts, rows, right)
    return made


def traits(
    mine: Sequence[Claim], every: Sequence[Sequence[Claim]], incident: Incident
) -> Mapping[str, float]:
    """The numbers of a place told of an incident, by their names; those that are not named are 0."""
    place, others = _place(mine), [_place(each) for each in every if each is not mine]
    reports, most = {c.report for c in mine}, max(map(len, every))
    starts: dict[str, int] = {}
    for claim in (c for each in every for c in each):
        starts[claim.report] = min(starts.get(claim.report, claim.span.start), claim.span.start)
    near = [
        o for o in others if (km := place.km_from(o)) is not None and km < BESIDE and o.admin1 == place.admin1
    ]
    areas = Counter(_place(each).admin1 for each in every for _ in each)
    found = {
        "head": incident.place is not None and key(incident.place) == key(place),
        f"precision {place.precision}": True,
        "resolved": place.resolved,
        "votes": math.log(len(mine)),
        "share of votes": len(mine) / sum(map(len, every)),
        "most told": len(mine) == most,
        "share of reports": len(reports) / len(incident.reports),
        "first in": sum(c.span.start == starts[c.report] for c in mine) / len(reports),
        "first of all": mine is every[0],
        "in the lead": sum(c.span.start < LEAD for c in mine) / len(mine),
        "asserted": sum(c.modality == "asserted" for c in mine) / len(mine),
        "names a larger one": "," in place.name,
        "named by another": any(o.name.startswith(f"{place.name},") for o in others),
        "the area of another": any(o.admin1 == place.name for o in others),
        "share of area": areas[place.admin1] / sum(areas.values()),
        "in no area": place.admin1 is None,
        "words": len(WORD.findall(place.name)),
        "radius": math.log1p(place.radius_km or 0.0),
        "beside a larger": any((o.radius_km or 0.0) > 2 * (place.radius_km or 0.0) for o in near),
        "beside a smaller": any(2 * (o.radius_km or 0.0) < (place.radius_km or 0.0) for o in near),
        **{c.rule: True for c in mine},
    }
    return {name: float(value) for name, value in found.items() if value}


def _place(claims: Sequence[Claim]) -> Place:
    first = claims[0].value
    assert isinstance(first, Place)
    return first


def chosen(incident: Incident, case: Case | None, judge: Judge, sure: float) -> Incident:
    """The incident with the place at its head that is likeliest its city."""
    if case is None:
        return incident
    chance = judge(case)
    best = int(chance.argmax())
    return replace(incident, place=_place(case.claims[best : best + 1])) if chance[best] > sure else incident


def scored(gold: Path, ledger: Ledger) -> str:
    """The slots of places, as cells."""
    with tempfile.TemporaryDirectory() as folder:
        data = json.dumps(ledger_to_json(ledger, mentions=False), ensure_ascii=False)
        (Path(folder) / f"{SET}.json").write_text(data, encoding="utf-8")
        got = {s.slot: s.score for s in score_set(gold, SET, Path(folder))}
    return " | ".join(f"{slot} {got[slot]}" for slot in SLOTS)


def first_right(told: Iterable[Case], judge: Judge) -> str:
    """In how many incidents the city is put first, of those where it is among several places."""
    known = [c for c in told if c.teaches]
    return f"{sum(c.right[int(judge(c).argmax())] for c in known)} of {len(known)}"


def main() -> int:
    """Fit, and print what the rules have and what the model would have."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where benchmarks.scores --keep left the ledger of gva")
    asked = parser.parse_args()
    gold, book = gold_folder(), load_codebook()
    if gold is None:
        sys.stderr.write("No gold data here: set DATELINE_GOLD to the folder that holds score.py and dev/.\n")
        return 1
    ledger = read_document(asked.folder / f"{SET}.json").ledger
    told = cases(ledger, answers(gold), book)
    judge = taught_by_fold(list(told.values()), names_of(told.values()))
    rules = sum(
        c.right[n] for c in told.values() if c.teaches for n, row in enumerate(c.rows) if "head" in row
    )
    bound = sum(any(c.right) for c in told.values())
    sys.stdout.write(f"incidents {len(told)}, the city among their places {bound}\n")
    sys.stdout.write(f"right first, rules: {rules}; model: {first_right(told.values(), judge)}\n")
    sys.stdout.write(f"rules: {scored(gold, ledger)}\n")
    for sure in SURE:
        incidents = tuple(chosen(each, told.get(each.id), judge, sure) for each in ledger.incidents)
        changed = replace(ledger, incidents=incidents)
        sys.stdout.write(f"model, where surer than {sure}: {scored(gold, changed)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
