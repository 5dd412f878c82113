"""GeoJSON, PLOVER, FollowTheMoney, PROV and Web Annotations, each read by a reader of that format."""

from __future__ import annotations

import io
import json
import warnings
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dateline.codebook.event_types import EventType
from dateline.exchange.plover import QUADS, iso_time
from dateline.model import Crosswalk, Number, ValueJudgement, When
from dateline.reconcile import claim_anchor
from tests.builders import FIRST, MARKET, market_bombing
from tests.exchange.exported import BOOK, bombing, exported, with_bombing


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_geojson_is_read_by_a_geometry_library() -> None:
    shape = pytest.importorskip("shapely.geometry").shape
    text, left = exported("geojson")
    told = json.loads(text)
    assert (told["type"], len(told["features"]), left) == ("FeatureCollection", 2, ())
    placed, unplaced = sorted(told["features"], key=lambda f: f["geometry"] is None)
    point = shape(placed["geometry"])
    assert (point.x, point.y) == (MARKET.lon, MARKET.lat)
    assert (placed["properties"]["precision"], placed["properties"]["radius_km"]) == ("near", 5.0)
    assert (placed["properties"]["killed_best"], placed["properties"]["voices"]) == (15, 2)
    assert unplaced["geometry"] is None
    assert "policy" not in placed["properties"]


def test_geojson_has_a_policys_figures_if_asked() -> None:
    text, _ = exported("geojson", policy="airwars")
    told = next(f["properties"] for f in json.loads(text)["features"] if f["geometry"])
    assert (told["policy"], told["policy_low"], told["policy_best"]) == ("airwars", 15, None)
    assert told["policy_grade"]


def test_geojson_has_the_figures_of_all_policies_side_by_side() -> None:
    text, _ = exported("geojson", policy="all")
    told = next(f["properties"] for f in json.loads(text)["features"] if f["geometry"])
    assert "policy" not in told
    assert (told["ucdp_high"], told["acled_best"], told["airwars_low"]) == (15, 15, 15)
    held = set(bombing(market_bombing()).claims)
    for policy in ("ucdp", "acled", "airwars"):
        assert set(told[f"{policy}_claims"]) <= held
        assert told[f"{policy}_claims"]


REQUIRED = {"id", "date", "actor", "event"}
ALLOWED = REQUIRED | {
    *("has_event", "time", "enddate", "endtime", "recipient", "event_loc"),
    *("event_text", "quad_code", "event_scale", "mode", "context", "link"),
    *("text", "text_info", "cite_info", "coder", "coded_date", "coded_time"),
    *("comment",),
}
ENTITY = {
    *("code", "sector", "entity_text", "identifier_id", "identifier_text", "religion"),
    *("ethnicity", "office", "gender", "age"),
}
LOCATION = {
    *("extracted_place", "resolved_place", "geonameid", "lat", "lon", "city"),
    *("district", "province", "country", "country_code", "feature_class", "feature_code"),
    *("resolution",),
}


def test_plover_has_plovers_keys() -> None:
    text, left = exported("plover", with_bombing(crosswalk=Crosswalk(None, None, "ASSAULT:explosives")))
    (event,) = lines(text)
    assert REQUIRED <= event.keys() <= ALLOWED
    assert all(each.keys() <= ENTITY for each in (*event["actor"], *event["recipient"]))
    assert event["event_loc"].keys() <= LOCATION
    assert (event["event"], event["mode"], event["event_scale"]) == (
        ["ASSAULT"],
        ["explosives"],
        {"dead": 15},
    )
    assert event["actor"] == [{"entity_text": "Free Coast Front", "sector": "REB"}]
    assert event["event_loc"]["resolution"] == 4
    assert (event["quad_code"], event["event_text"]) == (4, ["tore through"])
    where = event["text_info"]
    assert FIRST[where["start"] : where["end"]] == event["text"]
    assert event["cite_info"] == {
        "publication": "Harbour Post",
        "language": "en",
        "corpus": "Harbour Post; Inland Wire",
    }
    assert [each.why for each in left] == ["PLOVER has no type for a raid"]


MODES = {
    "AGREE": set[str](),
    "RETREAT": {"withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"},
    "PROTEST": {"demo", "riot", "general", "strike", "hunger", "boycott", "obstruct"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        *("confiscate", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport"),
        "withhold",
    },
    "ASSAULT": {
        *("abduct", "beat", "torture", "execute", "sexual", "assassinate", "destroy", "primitive"),
        *("firearms", "explosives", "suicide-attack", "heavy-weapons", "cleansing", "massacre"),
        *("unconventional", "sideAB"),
        *("aerial", "drone"),  # POLECAT's
    },
}
"""PLOVER's events and the modes of each, as its manual has them."""


@pytest.mark.parametrize("kind", BOOK.event_types.type, ids=lambda kind: kind.name)
def test_every_type_is_one_of_plovers_with_a_mode_of_its_own(kind: EventType) -> None:
    event, _, mode = kind.plover.partition(":")
    assert event in MODES
    assert not mode or mode in MODES[event]
    assert event in QUADS


@pytest.mark.parametrize(
    ("clock", "time"),
    [
        ("12:05 a.m.", "00:05"),
        ("12:05 pm", "12:05"),
        ("at 11.59 P.M.", "23:59"),
        ("07:30", "07:30"),
        ("7:30", None),
        ("13:05 p.m.", None),
        ("24:00", None),
        ("19:75", None),
        ("1:30 a.m. local time", None),
        ("overnight", None),
    ],
)
def test_a_time_of_day_is_told_where_it_is_told_to_the_minute(clock: str, time: str | None) -> None:
    assert iso_time(clock) == time
    when = When(date(2031, 5, 6), date(2031, 5, 6), "day", clock, "")
    crosswalk = Crosswalk(None, None, "ASSAULT")
    (event,) = lines(exported("plover", with_bombing(when=when, crosswalk=crosswalk))[0])
    assert event.get("time") == time


@pytest.mark.parametrize(("changes", "why"), [({"when": None}, "a date"), ({"actors": ()}, "an actor")])
def test_plover_leaves_out_what_it_cannot_hold(changes: dict[str, Any], why: str) -> None:
    text, left = exported("plover", with_bombing(**changes))
    assert text == ""
    assert any(why in each.why for each in left)


def test_ftm_is_read_by_followthemoney() -> None:
    pytest.importorskip("icu", reason="followthemoney needs ICU (apt-get install libicu-dev)")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ftm = pytest.importorskip("followthemoney")
        text, left = exported("ftm")
        entities = {told["id"]: ftm.model.get_proxy(told) for told in lines(text)}
        for told in lines(text):
            proxy = ftm.model.get_proxy(told, cleaned=False)
            assert proxy.to_dict()["properties"] == told["properties"], "the library throws nothing away"
    event = entities[bombing(market_bombing()).id]
    assert (event.schema.name, event.first("startDate"), event.first("country")) == (
        "Event",
        "2031-05-06",
        "xk",
    )
    (party,) = event.get("involved")
    assert (entities[party].schema.name, entities[party].caption) == ("Organization", "Free Coast Front")
    assert {entities[id_].schema.name for id_ in event.get("proof")} == {"Article"}
    address = entities[event.first("addressEntity")]
    assert address.first("remarks") == "near; within 5 km"
    notes = [each for each in entities.values() if each.schema.name == "Note"]
    assert len(notes) == sum(len(reading.claims) for reading in market_bombing().readings)
    assert all(entities[each.first("entity")].schema.name == "Event" for each in notes)
    assert left == ()


def test_prov_is_read_by_prov() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        prov = pytest.importorskip("prov.model")
        document = prov.ProvDocument.deserialize(io.StringIO(exported("prov")[0]), format="json")
    ledger = market_bombing()
    records: dict[str, Any] = {}
    for record in document.get_records():
        if record.identifier:
            records[record.identifier.localpart] = record
    derived = {
        tuple(value.localpart for _, value in each.attributes)
        for each in document.get_records(prov.ProvDerivation)
    }
    for reading in ledger.readings:
        assert (reading.report.id, f"raw-{reading.report.raw}") in derived
        for claim in reading.claims:
            assert (claim.id, reading.report.id) in derived
    for incident in ledger.incidents:
        assert {(incident.id, claim) for claim in incident.claims} <= derived
    assert all(end in records for pair in derived for end in pair), "whatever is named is there"
    agents = {str(each.label) for each in document.get_records(prov.ProvAgent)}
    assert {"police", "health ministry", "Free Coast Front", "Harbour Post"} <= agents


def test_prov_tells_who_passed_a_claim_on() -> None:
    ledger = market_bombing()
    reading = ledger.readings[0]
    claim = next(each for each in reading.claims if not each.source.publisher)
    wire = replace(claim.source, name="Coast Radio", via=())
    passed = replace(claim, source=replace(claim.source, via=(wire,)))
    claims = tuple(passed if each == claim else each for each in reading.claims)
    document = json.loads(
        exported("prov", replace(ledger, readings=(replace(reading, claims=claims), *ledger.readings[1:])))[0]
    )
    (radio,) = (id_ for id_, each in document["agent"].items() if each["prov:label"] == "Coast Radio")
    told = [each for each in document["wasAttributedTo"].values() if each["prov:agent"] == radio]
    kind = {"$": "dateline:Via", "type": "prov:QUALIFIED_NAME"}
    assert told == [{"prov:entity": f"dateline:{claim.id}", "prov:agent": radio, "prov:type": kind}]


def test_prov_tells_who_judged_a_value_and_what_was_judged() -> None:
    ledger = market_bombing()
    claim = next(c for reading in ledger.readings for c in reading.claims if c.field == "killed")
    said = Number(13, 13, "13")
    at = datetime(2031, 5, 9, 8, tzinfo=UTC)
    made = ValueJudgement(
        "value-judgement-1", 1, "correct", claim_anchor(claim), said, "Ana Coder", "counted twice", at, None
    )
    judged = replace(ledger, value_judgements=(made,))
    document = json.loads(exported("prov", judged)[0])
    activity = document["activity"]["dateline:value-judgement-1"]
    assert (activity["prov:label"], activity["dateline:why"]) == ("correct", "counted twice")
    assert json.loads(activity["dateline:value"])["low"] == 13
    used = {"prov:activity": "dateline:value-judgement-1", "prov:entity": f"dateline:{claim.id}"}
    assert list(document["used"].values()) == [used]
    (person,) = (id_ for id_, each in document["agent"].items() if each["prov:label"] == "Ana Coder")
    assert {"prov:activity": "dateline:value-judgement-1", "prov:agent": person} in (
        document["wasAssociatedWith"].values()
    )


def test_annotations_quote_what_their_positions_hold() -> None:
    text, _ = exported("annotation")
    page = json.loads(text)
    assert page["type"] == "AnnotationPage"
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    texts = {f"urn:dateline:{r.report.id}": r.report.text for r in market_bombing().readings}
    targets = [target for item in page["items"] for target in item["target"]]
    for target in targets:
        position, quote = target["selector"]
        source = texts[target["source"]]
        assert source[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in source
    ids = [item["id"] for item in page["items"]]
    records = sum(len(r.claims) + len(r.statements) for r in market_bombing().readings)
    assert len(ids) == len(set(ids)) == records
    assert any(body["value"] == "killed" for item in page["items"] for body in item["body"])


def test_an_incident_without_a_place_is_an_event_without_an_address() -> None:
    told = lines(exported("ftm", with_bombing(place=None))[0])
    assert [each for each in told if each["schema"] == "Address"] == []
    assert FIRST in [each["properties"].get("bodyText", [""])[0] for each in told]
