"""The seed report is read whole, and nothing false beside it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.gold import gold_folder
from dateline.model import Claim, Incident, Ledger, Number, Responsibility, Statement
from dateline.pipeline import read

GOLD = gold_folder()
pytestmark = pytest.mark.skipif(GOLD is None, reason="no gold data here: the seed report cannot be compared")

KINDS = ("direct", "indirect", "mixed")
FIELDS = {"damage": "damaged", "damage_assessment": "assessment", "response_to": "motive"}


@pytest.fixture(scope="module")
def seed() -> Path:
    assert GOLD is not None
    return GOLD / "seed"


@pytest.fixture(scope="module")
def gold(seed: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((seed / "gold.json").read_text(encoding="utf-8"))
    return data


@pytest.fixture(scope="module")
def ledger(seed: Path) -> Ledger:
    return read([str(seed / "report.txt")])


@pytest.fixture(scope="module")
def incidents(gold: dict[str, Any], ledger: Ledger) -> dict[str, Incident]:
    """Gold incident -> the incident with its dates."""
    found = {}
    for g in gold["incidents"]:
        days = (date.fromisoformat(g["start"]), date.fromisoformat(g["end"]))
        (found[g["id"]],) = [i for i in ledger.incidents if i.when and (i.when.start, i.when.end) == days]
    return found


def claims_of(ledger: Ledger, incident: Incident) -> list[Claim]:
    return [c for r in ledger.readings for c in r.claims if c.id in incident.claims]


def words(*texts: str | None) -> str:
    return " ".join(t for t in texts if t).casefold()


def statement(ledger: Ledger, part: str) -> Statement:
    (found,) = [
        s
        for r in ledger.readings
        for s in r.statements
        if part.casefold() in s.text.casefold() and s.kind in KINDS
    ]
    return found


def test_report(gold: dict[str, Any], ledger: Ledger) -> None:
    (reading,) = ledger.readings
    report = reading.report
    assert report.published == date.fromisoformat(gold["report"]["published"])
    assert report.place is not None
    assert report.place.name.casefold() == gold["report"]["dateline"].casefold()
    assert any(r.was == ",quot;" and r.span and r.span.of(report.text) == '"' for r in report.repairs)


def test_incidents_and_no_others(
    gold: dict[str, Any], ledger: Ledger, incidents: dict[str, Incident]
) -> None:
    assert len(ledger.incidents) == len(gold["incidents"])
    for g in gold["incidents"]:
        mine = incidents[g["id"]]
        assert mine.type.name == g["type"]
        assert any(a.name in g["actor"] for a in mine.actors)
        if "weapon" in g:
            assert any(w.name in g["weapon"] for w in mine.weapons)
        if "victim" in g:
            assert g["victim"] in {t.name for t in mine.targets}


def test_only_the_named_parties_acted(incidents: dict[str, Incident]) -> None:
    assert {k: [a.name for a in i.actors] for k, i in incidents.items()} == {
        "strike": ["Iran"],
        "suleimani": ["United States"],
        "baghdadi": ["United States"],
        "militia": ["United States"],
    }


def test_places_carry_coordinates(
    gold: dict[str, Any], ledger: Ledger, incidents: dict[str, Incident]
) -> None:
    strike = claims_of(ledger, incidents["strike"])
    told = {c.place.name: c.place for c in strike if c.place}
    for name in next(g["places"] for g in gold["incidents"] if g["id"] == "strike"):
        assert told[name].lat is not None
        assert told[name].country == "IQ"


def test_claims(gold: dict[str, Any], ledger: Ledger, incidents: dict[str, Incident]) -> None:
    for g in gold["claims"]:
        field = FIELDS.get(g["field"], g["field"])
        fields = ("killed", "casualties") if g["value"] == 0 else (field,)
        mine = [c for c in claims_of(ledger, incidents[g["incident"]]) if c.field in fields and fits(g, c)]
        assert mine, g


def fits(gold: dict[str, Any], claim: Claim) -> bool:
    """Whether a claim is the gold one: value, source, place and modality."""
    value = claim.value
    if isinstance(gold["value"], int):
        right = isinstance(value, Number) and value.low == value.high == gold["value"]
    else:
        right = not isinstance(value, Responsibility) and claim.modality == gold["modality"]
    publisher = gold["source"] == "OUTLET"
    source = (
        claim.source.publisher if publisher else gold["source"].casefold() in claim.source.name.casefold()
    )
    place = "place" not in gold or (claim.place is not None and claim.place.name == gold["place"])
    return right and source and place and claim.modality == gold["modality"]


def test_no_other_numbers(ledger: Ledger, incidents: dict[str, Incident]) -> None:
    numbers = {
        (c.field, c.value.low, c.value.high)
        for c in claims_of(ledger, incidents["strike"])
        if isinstance(c.value, Number)
    }
    assert numbers == {
        ("launched", 22, 22),
        ("launched", 17, 17),
        ("launched", 5, 5),
        ("hit", 5, 5),
        ("failed", 2, 2),
        ("casualties", 0, 0),
    }


def test_statements_and_no_others(gold: dict[str, Any], ledger: Ledger) -> None:
    made = [s for r in ledger.readings for s in r.statements if s.kind in KINDS]
    assert len(made) == len(gold["statements"])
    for g in gold["statements"]:
        mine = statement(ledger, g["contains"])
        assert mine.kind == g["kind"]
        assert mine.speaker is not None
        assert g["speaker"].casefold() in mine.speaker.name.casefold()
        assert g.get("role", "").casefold() in words(mine.speaker.role)
        assert g.get("medium", "").casefold() in words(mine.medium)
        if "when" in g:
            assert mine.when is not None
            assert mine.when.start == date.fromisoformat(g["when"])


def test_contacts_and_positions(gold: dict[str, Any], ledger: Ledger) -> None:
    statements = [s for r in ledger.readings for s in r.statements]
    contacts = [s for s in statements if s.kind == "contact"]
    for g, mine in zip(gold["contacts"], contacts, strict=True):
        assert mine.speaker is not None
        assert mine.addressee is not None
        assert (mine.speaker.name, mine.speaker.role) == (g["from"], g["from_role"])
        assert mine.addressee.name == g["to"]
        assert mine.when is not None
        assert mine.when.start == date.fromisoformat(g["when"])
    positions = {(s.speaker.name, s.text) for s in statements if s.kind == "position" and s.speaker}
    assert len(positions) == len(gold["positions"])
    for g in gold["positions"]:
        assert any(g["holder"] == who and g["what"] in what for who, what in positions)


def test_people(gold: dict[str, Any], ledger: Ledger) -> None:
    (reading,) = ledger.readings
    by_id = {a.id: a for a in reading.actors}
    people = {a.name: a for a in reading.actors if a.kind == "person"}
    byline = gold["report"]["byline"].removesuffix(" contributed reports.")
    assert set(people) == {g["name"] for g in gold["people"]} | {byline}
    for g in gold["people"]:
        mine = people[g["name"]]
        assert words(mine.role) == g.get("role", "").casefold()
        bonds = {(r.kind, by_id[r.actor].name) for r in mine.relations}
        if "affiliation" in g:
            assert ("affiliated with", g["affiliation"]) in bonds
        if "relation" in g:
            assert ("parent of", g["relation"].removeprefix("father of ")) in bonds


def test_checks(gold: dict[str, Any], ledger: Ledger, incidents: dict[str, Incident]) -> None:
    (g,) = gold["checks"]
    sums = [c for c in incidents["strike"].checks if c.rule == g["rule"]]
    assert [(c.holds, c.text) for c in sums] == [
        (g["holds"], f"{g['parts'][0]} + {g['parts'][1]} = {g['whole']} launched")
    ]
    assert all(c.holds for i in ledger.incidents for c in i.checks)


def test_the_strike_answers_the_killing(ledger: Ledger, incidents: dict[str, Incident]) -> None:
    (relation,) = incidents["strike"].relations
    assert (relation.kind, relation.incident) == ("in response to", incidents["suleimani"].id)
    assert ledger.quarantined == ()
