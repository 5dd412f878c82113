"""docs/api.md names every address of the API, every parameter, and every status that may come."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dateline.ledger.opening import open_ledger
from tests.ledger.stores import clock
from tests.web.conftest import HERE, app_over

PAGE = (Path(__file__).parent.parent.parent / "docs" / "api.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| (`(?:GET|POST) .+?) \| (.+) \|$", PAGE, re.M))
PAGING = {"offset", "limit"}


@pytest.fixture(scope="module")
def paths() -> Any:
    store = open_ledger("sqlite://", clock, create=True)
    told = TestClient(app_over(store), base_url=HERE).get("/api/openapi.json").json()["paths"]
    store.close()
    return told


def test_every_address_is_named(paths: Any) -> None:
    named = set()
    for row in ROWS:
        method = row.removeprefix("`").partition(" ")[0]
        for path in re.findall(r"`(?:(?:GET|POST) /api/)?([\w/]+)`", row):
            named.add(f"{method} /api/{path}")
    asked = {
        f"{method.upper()} {re.sub(r'{.+?}', 'ID', path)}"
        for path, methods in paths.items()
        for method in methods
    }
    assert named == asked


def test_every_parameter_is_named_and_no_other(paths: Any) -> None:
    for path, methods in paths.items():
        queries = {
            each["name"] for each in methods.get("get", {}).get("parameters", ()) if each["in"] == "query"
        }
        if queries:
            told = set(re.findall(r"`(\w+)`", ROWS[f"`GET {path}`"]))
            assert queries - PAGING <= told, path
            assert told - queries <= {"dateline", "pair", "value"}, path
    assert set(re.findall(r"`(\w+)`", PAGE)) >= PAGING


def test_every_status_is_explained(paths: Any) -> None:
    said = {status for told in paths.values() for each in told.values() for status in each["responses"]}
    assert [status for status in sorted(said - {"200"}) if status not in PAGE] == []
