"""What the pages show, and that they show it as text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from starlette.testclient import TestClient

from dateline.ledger import Linked, Store
from dateline.model import FieldSummary, Number, Reading, raw_hash
from dateline.reconcile import claim_anchor
from tests.builders import FIRST, REPORTS, market_bombing, report
from tests.ledger.stores import MADE, MAKER
from tests.web.conftest import Make

BOMBING = next(each for each in market_bombing().incidents if len(each.reports) == 2)
RAID = next(each for each in market_bombing().incidents if len(each.reports) == 1)


def words(html: str) -> str:
    """A page as it is read."""
    body = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_the_way_in_leads_to_the_incidents(looker: TestClient) -> None:
    assert looker.get("/").headers["location"] == "/incidents"


def test_incidents_are_listed_with_their_figures(looker: TestClient) -> None:
    told = words(looker.get("/incidents").text)
    assert "2 incidents" in told
    assert "6 May 2031 Bombing Velmar" in told
    assert "12–15 best 15" in told


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("type=bombing", 1),
        ("type=raid&type=bombing", 2),
        ("country=XK", 1),
        ("country=Kosovo", 1),
        ("status=revised", 1),
        ("field=motive", 1),
        ("text=children", 1),
        ("source=harbour", 2),
        ("since=2031-05-06", 1),
        ("until=2031-05-05", 1),
        ("since=&until=&text=&sort=", 2),
        ("text=%25", 0),
        ("text=nothing+of+the+kind", 0),
    ],
)
def test_filters_find_what_they_ask_for(looker: TestClient, query: str, number: int) -> None:
    told = words(looker.get(f"/incidents?{query}").text)
    assert f"{number} incident{'' if number == 1 else 's'}" in told
    assert looker.get(f"/points.json?{query}").status_code == 200


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("since=soon", "'soon' is no date"),
        ("since=2031-02&until=2030", "is after until"),
        ("country=Atlantis", "there is no country 'Atlantis'"),
        ("type=picnic", "there is no type 'picnic'"),
        ("status=odd", "there is no status 'odd'"),
        ("field=odd", "there is no field 'odd'"),
        ("sort=odd", "there is no order 'odd'"),
    ],
)
def test_a_filter_that_means_nothing_is_told(looker: TestClient, query: str, problem: str) -> None:
    answer = looker.get(f"/incidents?{query}")
    assert answer.status_code == 200
    assert f"{problem}" in words(answer.text)
    assert "No filter was applied" in words(answer.text)


@pytest.mark.parametrize("page", ["0", "-1", "9999999999", "x", "\u0663", "2"])
def test_a_page_that_is_none_does_no_harm(looker: TestClient, page: str) -> None:
    assert looker.get("/incidents", params={"page": page}).status_code == 200
    assert looker.get("/reports", params={"page": page}).status_code == 200


def test_the_map_has_those_with_a_place(looker: TestClient) -> None:
    (feature,) = looker.get("/points.json").json()["features"]
    assert feature["geometry"]["coordinates"] == [19.25, 41.5]
    assert feature["properties"]["precision"] == "near"
    assert feature["properties"]["radius_km"] == 5.0
    assert looker.get(f"/incidents/{RAID.id}/point.json").json()["features"] == []
    assert 'id="map"' in looker.get(f"/incidents/{BOMBING.id}").text
    assert 'id="map"' not in looker.get(f"/incidents/{RAID.id}").text, "no place, no map of somewhere"


def test_outlines_come_from_this_server(looker: TestClient) -> None:
    shape = looker.get("/outlines.json").json()
    assert shape["type"] == "MultiPolygon"
    assert len(shape["coordinates"]) > 300


def test_an_incident_has_its_figures_voices_and_reports(looker: TestClient) -> None:
    told = words(looker.get(f"/incidents/{BOMBING.id}").text)
    for part in (
        "Bombing, Velmar, 6 May 2031",
        "Raised from 12 on 6 May to 15 on 7 May.",
        "killed revision 12, then 15",
        "does not hold 4 children against 0 children",
        "in response to Raid, 5 May 2031",
        "Harbour Post , 6 May 2031",
        "health ministry",
    ):
        assert part in told


def test_an_incident_that_is_none_is_told(looker: TestClient) -> None:
    for id_ in ("incident-0000000000000000", "incident-", "incident", "%", "..%2f..", "x" * 5000):
        assert looker.get(f"/incidents/{id_}").status_code == 404


def test_a_report_has_a_note_for_everything_read(looker: TestClient) -> None:
    told = words(looker.get(f"/reports/{REPORTS[0].id}").text)
    for part in ("killed: 12", "police; asserted", "rule killed.example", "Velmar", "6 May 2031", "Ana Dorn"):
        assert part in told
    assert looker.get("/reports/report-0").status_code == 404


def _without(summary: FieldSummary, claim: str) -> FieldSummary:
    return replace(summary, claims=tuple(each for each in summary.claims if each != claim))


def test_judgements_stand_beside_what_was_read(client: TestClient, store: Store) -> None:
    killed = [c for r in market_bombing().readings for c in r.claims if c.field == "killed"]
    one, other = (claim_anchor(claim) for claim in killed[:2])
    store.judge_value(("reject", None), one, "Ana", "it says no such thing")
    store.judge_value(("correct", Number(5, 5, "five")), other, "Ben", "a slip of the pen")
    page = client.get(f"/reports/{one.report}").text
    assert "rejected Ana, 6 May 2031: it says no such thing" in words(page)
    assert re.search(r'class="k-claim[^"]*rejected" data-notes="[\d ]+">15<', page)
    assert f"/review?claim={one.claim}" in page
    told = words(client.get(f"/incidents/{BOMBING.id}").text)
    assert "rejected Ana, 6 May 2031: it says no such thing" in told
    assert "5, children" in told
    assert "to 5 Ben, 6 May 2031: a slip of the pen" in told
    assert "Taken out by people" not in told
    left = replace(BOMBING, claims=tuple(each for each in BOMBING.claims if each != one.claim))
    left = replace(left, fields=tuple((f, _without(s, one.claim)) for f, s in left.fields), differences=())
    groups = {each.id: each.copy_group for each in REPORTS}
    assert store.put_incidents(Linked((left, RAID)), groups, store.head(), MAKER)
    told = words(client.get(f"/incidents/{left.id}").text)
    assert "Taken out by people killed 15 rejected Ana, 6 May 2031: it says no such thing" in told


def test_reports_with_the_same_text_are_named(client: TestClient, store: Store) -> None:
    text = f"{REPORTS[0].text} (HP)"
    copy = report("copy", text, "Copyist", date(2031, 5, 9))
    assert store.add(Reading(copy, (), (), (), ()), text.encode(), MADE)
    groups = {REPORTS[0].id: "copies-1", REPORTS[1].id: "copies-2", copy.id: "copies-1"}
    assert store.put_incidents(Linked(market_bombing().incidents), groups, store.head(), MAKER)
    assert "same text Harbour Post, 6 May 2031" in words(client.get(f"/reports/{copy.id}").text)
    told = words(client.get(f"/reports/{REPORTS[0].id}").text)
    assert "same text Copyist, 9 May 2031" in told
    assert "same text" not in words(client.get(f"/reports/{REPORTS[1].id}").text)


def test_reports_are_listed_and_what_could_not_be_read_is_named(looker: TestClient) -> None:
    told = words(looker.get("/reports").text)
    assert "2 reports" in told
    assert "scan.pdf not text" in told
    assert "1 report " in words(looker.get("/reports?publisher=inland").text)


def test_what_a_report_says_is_text_and_its_controls_are_seen(store: Store, make: Make) -> None:
    text = f"<script>alert(1)</script> {FIRST} \u202eevil\u202c"
    told = report("evil-1", text, '"><img src=x onerror=alert(1)>', date(2031, 5, 6))
    told = replace(told, title="</title><b>\u200bx", repairs=())
    reading = Reading(told, (), (), (), ())
    assert told.raw == raw_hash(text.encode())
    assert store.add(reading, text.encode(), MADE)
    html = TestClient(make(), base_url="http://127.0.0.1:8765").get(f"/reports/{told.id}").text
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "\u202e" not in html
    assert '<span class="ctl">[U+202E]</span>' in html
    assert "&lt;/title&gt;&lt;b&gt;[U+200B]x" in html


def test_what_is_not_there_is_told_as_a_page(looker: TestClient) -> None:
    answer = looker.get("/nothing")
    assert answer.status_code == 404
    assert "404 Nothing is here No page is called /nothing." in words(answer.text)
    assert looker.get("/static/000000000000/dateline.css").status_code == 404
    assert looker.get("/static/x/..%2f..%2fapp.py").status_code == 404
    assert looker.put("/incidents").status_code == 405


def test_a_fault_of_our_own_is_told_as_a_page(make: Make) -> None:
    app = make()

    @app.get("/broken")
    def broken() -> None:
        raise ZeroDivisionError

    client = TestClient(app, base_url="http://127.0.0.1:8765", raise_server_exceptions=False)
    answer = client.get("/broken")
    assert answer.status_code == 500
    assert "This is a fault of Dateline" in words(answer.text)
    assert "ZeroDivision" not in answer.text
