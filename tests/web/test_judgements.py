"""The API of judgements: the log as it stands, and reviewers who add to it and take back."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

from dateline.ledger import Store
from dateline.model import Number
from dateline.web.roles import Token, digest
from tests.builders import market_bombing
from tests.web.conftest import HERE, Make

READINGS = market_bombing().readings
KILLED = next(c for r in READINGS for c in r.claims if c.field == "killed")
ONE, OTHER = (reading.claims[0].event for reading in READINGS)
BEN = Token("Ben", "reader", digest("ben"))
CLEO = Token("Cleo", "reviewer", digest("cleo"))
VALUE = {"kind": "value", "claim": KILLED.id, "verdict": "reject", "by": "Ana", "why": "it does not say so"}
PAIR = {"kind": "pair", "events": [ONE, OTHER], "verdict": "same", "by": "Ana", "why": "one market, one day"}


def test_a_value_is_judged_and_listed_and_taken_back(client: TestClient, store: Store) -> None:
    made = client.post("/api/judgements", json=VALUE)
    assert made.status_code == 201, made.text
    told = made.json()
    assert (told["kind"], told["state"], told["now"]) == ("value", "in force", [KILLED.id])
    assert (told["judgement"]["by"], told["judgement"]["verdict"]) == ("Ana", "reject")
    assert client.get(made.headers["location"]).json() == told
    undone = client.post(f"{made.headers['location']}/undo", json={"by": "Ben", "why": "it does say so"})
    assert (undone.status_code, undone.json()["state"]) == (201, "undoing")
    states = {e["judgement"]["id"]: e["state"] for e in client.get("/api/judgements").json()["items"]}
    assert states == {told["judgement"]["id"]: "undone", undone.json()["judgement"]["id"]: "undoing"}
    assert [each.by for each in store.value_judgements()] == ["Ana", "Ben"]
    again = client.post(f"{made.headers['location']}/undo", json={"by": "Ben", "why": "once more"})
    assert again.status_code == 409
    assert "was undone already" in again.json()["detail"]


def test_a_correction_has_the_value_that_was_said(client: TestClient, store: Store) -> None:
    told = VALUE | {"verdict": "correct", "value": "at least 13"}
    assert client.post("/api/judgements", json=told).status_code == 201
    assert isinstance(KILLED.value, Number)
    assert store.value_judgements()[0].value == Number(13, None, KILLED.value.text)
    for wrong in (VALUE | {"verdict": "correct"}, VALUE | {"value": "13"}, told | {"value": "many"}):
        assert client.post("/api/judgements", json=wrong).status_code == 422
    assert len(store.value_judgements()) == 1


def test_a_pair_is_judged(client: TestClient, store: Store) -> None:
    assert client.post("/api/judgements", json=PAIR).json()["now"] == [ONE, OTHER]
    assert client.post("/api/judgements", json=PAIR).status_code == 201
    assert [each.verdict for each in store.judgements()] == ["same"]
    itself = client.post("/api/judgements", json=PAIR | {"events": [ONE, ONE]})
    assert (itself.status_code, "an event is itself" in itself.json()["detail"]) == (409, True)


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 2),
        ("kind=pair", 1),
        ("by=Ana", 2),
        ("by=An", 0),
        (f"on={KILLED.report}", 2),
        (f"on={KILLED.id}", 1),
        (f"on={OTHER}", 1),
        ("state=undone", 0),
        ("state=in+force&limit=1", 2),
    ],
)
def test_the_log_is_filtered(client: TestClient, query: str, number: int) -> None:
    for sent in (VALUE, PAIR):
        client.post("/api/judgements", json=sent)
    told = client.get(f"/api/judgements?{query}").json()
    assert told["total"] == number
    assert len(told["items"]) == min(number, 1 if "limit" in query else 2)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (VALUE | {"claim": "claim-0"}, 404),
        (PAIR | {"events": [ONE, "event-0"]}, 404),
        (VALUE | {"by": None}, 403),
        (VALUE | {"why": " "}, 422),
        (VALUE | {"why": "a\u0000b"}, 422),
        (VALUE | {"by": "\ud800"}, 422),
        (VALUE | {"kind": "guess"}, 422),
        (VALUE | {"verdict": "same"}, 422),
        ([], 422),
    ],
)
def test_what_cannot_be_kept_is_told(client: TestClient, store: Store, sent: object, status: int) -> None:
    headers = {"Content-Type": "application/json"}
    answer = client.post("/api/judgements", content=json.dumps(sent), headers=headers)
    assert (answer.status_code, bool(answer.json()["detail"])) == (status, True)
    assert (store.value_judgements(), store.judgements()) == ((), ())


def test_one_that_is_none_is_not_found(client: TestClient) -> None:
    assert client.get("/api/judgements/judgement-0").status_code == 404
    signed = {"by": "Ana", "why": "a slip"}
    assert client.post("/api/judgements/judgement-0/undo", json=signed).status_code == 404


def test_only_a_reviewer_judges_and_under_the_name_of_the_token(make: Make, store: Store) -> None:
    client = TestClient(make(BEN, CLEO), base_url=HERE)
    assert client.post("/api/judgements", json=VALUE).status_code == 401
    reader, reviewer = ({"Authorization": f"Bearer {each}"} for each in ("ben", "cleo"))
    assert client.post("/api/judgements", json=VALUE, headers=reader).status_code == 403
    assert client.get("/api/judgements", headers=reader).status_code == 200
    assert client.post("/api/judgements", json=VALUE, headers=reviewer).status_code == 201
    assert [each.by for each in store.value_judgements()] == ["Cleo"]


def test_another_site_judges_nothing(client: TestClient, store: Store) -> None:
    answer = client.post("/api/judgements", json=VALUE, headers={"Origin": "http://evil.example"})
    assert answer.status_code == 403
    assert store.value_judgements() == ()


def test_the_log_changes_its_tag(client: TestClient) -> None:
    tag = client.get("/api/judgements").headers["etag"]
    assert client.get("/api/judgements", headers={"If-None-Match": tag}).status_code == 304
    client.post("/api/judgements", json=VALUE)
    assert client.get("/api/judgements", headers={"If-None-Match": tag}).status_code == 200
