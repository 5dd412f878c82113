"""The API gives the records of the contract, page by page, and says when nothing has changed."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from dateline.exchange.records import claim_json, incident_json, report_json, statement_json
from dateline.ledger import Store
from dateline.web.roles import Token, digest
from tests.builders import market_bombing
from tests.web.conftest import HERE, Make

LEDGER = market_bombing()
HOLDER = {claim: incident.id for incident in LEDGER.incidents for claim in incident.claims}
BEN = Token("Ben", "reader", digest("ben"))


def test_reports_claims_statements_and_incidents_are_those_of_the_contract(client: TestClient) -> None:
    def items(kind: str) -> list[object]:
        answer = client.get(f"/api/{kind}")
        assert answer.status_code == 200
        assert answer.json()["total"] == len(answer.json()["items"])
        return list(answer.json()["items"])

    readings, told = LEDGER.readings, list(map(incident_json, LEDGER.incidents))
    assert items("claims") == [claim_json(c, HOLDER.get(c.id)) for r in readings for c in r.claims]
    assert items("statements") == [statement_json(s) for r in readings for s in r.statements]
    assert [each for each in items("reports") if each not in [report_json(r.report) for r in readings]] == []
    assert [each for each in items("incidents") if each not in told] == []
    assert len(items("incidents")) == 2


def test_one_record_is_found_by_its_id(client: TestClient) -> None:
    for kind, record in (
        ("claims", LEDGER.readings[0].claims[0]),
        ("reports", LEDGER.readings[0].report),
        ("incidents", LEDGER.incidents[0]),
    ):
        assert client.get(f"/api/{kind}/{record.id}").json()["id"] == record.id
        assert client.get(f"/api/{kind}/none").status_code == 404
        assert client.get(f"/api/{kind}/none").json()["detail"].startswith("There is no such")


def test_pages_and_filters(client: TestClient) -> None:
    second = client.get("/api/claims?offset=4&limit=3").json()
    whole = client.get("/api/claims").json()
    assert second == {"total": whole["total"], "offset": 4, "items": whole["items"][4:7]}
    assert client.get("/api/claims?field=killed&source=police").json()["total"] == 1
    assert client.get("/api/incidents?type=raid").json()["total"] == 1
    assert client.get("/api/incidents?country=XK&status=revised&text=children").json()["total"] == 1
    assert client.get("/api/reports?publisher=harbour").json()["total"] == 1


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=201", "offset=-1", "since=soon", "country=Iraq", "field=odd", "sort=odd", "text=%00"],
)
def test_what_makes_no_sense_is_refused_in_words(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/incidents?{query}")
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


def test_the_document_is_openapi_with_the_records_of_the_contract(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    assert {"claim", "incident", "report", "statement"} <= set(told["components"]["schemas"])
    assert "/incidents" not in told["paths"]
    assert "GET /api/incidents" in client.get("/api").text
