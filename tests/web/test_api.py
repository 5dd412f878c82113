"""The API gives the records of the contract, page by page, and says when nothing has changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from dateline.exchange.records import claim_json, incident_json, report_json, statement_json
from dateline.ledger import Store
from dateline.web.roles import Token, digest
from tests.builders import market_bombing
from tests.web.conftest import HERE, Make
from tests.web.test_judgements import PAIR, VALUE

LEDGER = market_bombing()
HOLDER = {claim: incident.id for incident in LEDGER.incidents for claim in incident.claims}
BEN = Token("Ben", "reader", digest("ben"))


def test_reports_claims_statements_and_incidents_are_those_of_the_contract(looker: TestClient) -> None:
    def items(kind: str) -> list[object]:
        answer = looker.get(f"/api/{kind}")
        assert answer.status_code == 200
        assert answer.json()["total"] == len(answer.json()["items"])
        return list(answer.json()["items"])

    readings, told = LEDGER.readings, list(map(incident_json, LEDGER.incidents))
    assert items("claims") == [claim_json(c, HOLDER.get(c.id)) for r in readings for c in r.claims]
    assert items("statements") == [statement_json(s) for r in readings for s in r.statements]
    assert [each for each in items("reports") if each not in [report_json(r.report) for r in readings]] == []
    assert [each for each in items("incidents") if each not in told] == []
    assert len(items("incidents")) == 2


def test_one_record_is_found_by_its_id(looker: TestClient) -> None:
    for kind, record in (
        ("claims", LEDGER.readings[0].claims[0]),
        ("reports", LEDGER.readings[0].report),
        ("statements", LEDGER.readings[0].statements[0]),
        ("incidents", LEDGER.incidents[0]),
    ):
        assert looker.get(f"/api/{kind}/{record.id}").json()["id"] == record.id
        assert looker.get(f"/api/{kind}/none").status_code == 404
        assert looker.get(f"/api/{kind}/none").json()["detail"].startswith("There is no such")


@pytest.mark.parametrize("kind", ["incidents", "reports", "claims", "statements", "judgements"])
def test_every_list_is_paged_and_tagged_and_each_of_it_can_be_had_alone(
    client: TestClient, kind: str
) -> None:
    for sent in (VALUE, PAIR):
        assert client.post("/api/judgements", json=sent).status_code == 201
    whole = client.get(f"/api/{kind}")
    told, tag = whole.json(), whole.headers["etag"]
    assert told["total"] == len(told["items"]) > 1
    second = client.get(f"/api/{kind}?offset=1&limit=1")
    assert second.json() == {"total": told["total"], "offset": 1, "items": told["items"][1:2]}
    assert second.headers["etag"] != tag
    assert client.get(f"/api/{kind}?offset=999").json()["items"] == []
    for wrong in ("limit=0", "limit=201", "offset=-1", "limit=some"):
        assert client.get(f"/api/{kind}?{wrong}").status_code == 422
    assert client.get(f"/api/{kind}", headers={"If-None-Match": tag}).status_code == 304
    for each in told["items"]:
        alone = client.get(f"/api/{kind}/{each['judgement']['id'] if kind == 'judgements' else each['id']}")
        assert alone.json() == each
        again = client.get(alone.url, headers={"If-None-Match": alone.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_what_is_sent_while_the_database_is_away_is_answered_so_and_may_be_sent_again(
    client: TestClient, tmp_path: Path
) -> None:
    undo = client.post("/api/judgements", json=PAIR).headers["location"] + "/undo"
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as database:
        database.execute("ALTER TABLE value_judgements RENAME TO elsewhere")
        database.execute("ALTER TABLE judgements RENAME TO elsewhere_too")
    for path, sent in (
        ("/api/judgements", VALUE),
        ("/api/judgements", PAIR),
        (undo, {"by": "A", "why": "b"}),
    ):
        answer = client.post(path, json=sent)
        assert (answer.status_code, "database failed" in answer.json()["detail"]) == (503, True)
    assert client.get("/api/judgements").status_code == 503
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as database:
        database.execute("ALTER TABLE elsewhere RENAME TO value_judgements")
        database.execute("ALTER TABLE elsewhere_too RENAME TO judgements")
    assert client.post("/api/judgements", json=VALUE).status_code == 201
    assert client.get("/api/judgements").json()["total"] == 2


def test_pages_and_filters(looker: TestClient) -> None:
    second = looker.get("/api/claims?offset=4&limit=3").json()
    whole = looker.get("/api/claims").json()
    assert second == {"total": whole["total"], "offset": 4, "items": whole["items"][4:7]}
    assert looker.get("/api/claims?field=killed&source=police").json()["total"] == 1
    assert looker.get("/api/incidents?type=raid").json()["total"] == 1
    assert looker.get("/api/incidents?country=XK&status=revised&text=children").json()["total"] == 1
    assert looker.get("/api/reports?publisher=harbour").json()["total"] == 1
    assert looker.get("/api/statements?source=ana+dorn").json()["total"] == 2
    bombing = next(each for each in LEDGER.incidents if len(each.reports) == 2)
    of_it = looker.get(f"/api/statements?incident={bombing.id}").json()
    assert looker.get("/api/statements").json()["total"] > of_it["total"] > 0
    assert (
        looker.get(f"/api/statements?incident={bombing.id}&until=2031-05-06").json()["total"] < of_it["total"]
    )


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=201", "offset=-1", "since=soon", "country=Iraq", "field=odd", "sort=odd", "text=%00"],
)
def test_what_makes_no_sense_is_refused_in_words(looker: TestClient, query: str) -> None:
    answer = looker.get(f"/api/incidents?{query}")
    assert answer.status_code == 422
    assert query.split("=", maxsplit=1)[0] in answer.json()["detail"]


def test_an_answer_that_is_known_is_not_sent_again(client: TestClient, store: Store) -> None:
    first = client.get("/api/claims?limit=2")
    tag = first.headers["etag"]
    again = client.get("/api/claims?limit=2", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/api/claims?limit=3", headers={"If-None-Match": tag}).status_code == 200
    report = LEDGER.readings[0].report.id
    store.remove(report, "Ana", "a hoax")
    assert client.get("/api/claims?limit=2", headers={"If-None-Match": tag}).status_code == 200


def test_health_says_whether_all_is_linked(client: TestClient, store: Store) -> None:
    assert client.get("/api/health").json() == {"ledger": "readable", "head": store.head(), "linked": True}
    store.remove(LEDGER.readings[0].report.id, "Ana", "a hoax")
    assert client.get("/api/health").json()["linked"] is False


def test_a_token_is_asked_for_where_there_are_tokens(make: Make) -> None:
    client = TestClient(make(BEN), base_url=HERE)
    for header in ({}, {"Authorization": "Bearer guess"}, {"Authorization": "Basic ben"}):
        answer = client.get("/api/claims", headers=header)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert client.get("/api/claims", headers={"Authorization": "bearer ben"}).status_code == 200


def test_the_document_is_openapi_with_the_records_of_the_contract(looker: TestClient) -> None:
    told = looker.get("/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    assert {"claim", "incident", "report", "statement"} <= set(told["components"]["schemas"])
    assert "/incidents" not in told["paths"]
    assert "GET /api/incidents" in looker.get("/api").text
