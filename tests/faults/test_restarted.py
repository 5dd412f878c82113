"""PostgreSQL is restarted while reports are added, and during a review: told in words, nothing is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from starlette.testclient import TestClient

from dateline import pipeline
from dateline.codebook import Codebook
from dateline.errors import LedgerError
from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from dateline.model import Ledger
from dateline.reading import Reader
from dateline.settings import Settings
from dateline.web.app import make_app
from dateline.web.sessions import COOKIE, Sessions
from tests.builders import market_bombing
from tests.ledger.postgres import Running, binaries, running
from tests.ledger.stores import clock, fill
from tests.web.conftest import HERE, serving

pytestmark = pytest.mark.slow

CLAIMS = [c.id for r in market_bombing().readings for c in r.claims if c.field == "killed"]


@pytest.fixture
def postgres() -> Iterator[Running]:
    """A server of this test's own, as it goes away."""
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    with running(programs) as made:
        yield made


def test_while_reports_are_added(
    postgres: Running, reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.running.batches.make_reader", lambda codebook: reader)
    for n in range(1, 41):
        told = f"A bomb killed {n} people at a market in Mosul on {n % 28 + 1} March 2031, police said."
        (tmp_path / f"2031-04-01-{n}.txt").write_text(told)
    ledger = f"{postgres.address}/postgres"
    open_ledger(ledger, clock, create=True).close()
    watcher = threading.Thread(target=_stop_when_some_are_kept, args=(postgres, ledger))
    watcher.start()
    with pytest.raises(LedgerError, match="database failed"):
        _added(ledger, tmp_path)
    watcher.join()
    postgres.start()
    with closing(open_ledger(ledger, clock, create=False)) as store:
        assert store.verify_chain() == ()
        assert 0 < len(store.versions()) < 40
    assert _added(ledger, tmp_path) == _added("sqlite://", tmp_path)


def _added(ledger: str, folder: Path) -> Ledger:
    """The whole ledger after the reports of a folder were added."""
    with closing(open_ledger(ledger, clock, create=True)) as store:
        pipeline.add([str(folder)], store, Settings(workers=1))
        assert store.verify_chain() == ()
        return store.export()


def _stop_when_some_are_kept(postgres: Running, ledger: str) -> None:
    with psycopg.connect(ledger, autocommit=True) as connection:
        while connection.execute("SELECT 1 FROM readings LIMIT 1").fetchone() is None:
            time.sleep(0.02)
    postgres.stop()


def test_during_a_review(postgres: Running, codebook: Codebook) -> None:
    with closing(open_ledger(f"{postgres.address}/postgres", clock, create=True)) as store:
        fill(store)
        app = make_app(store, codebook, serving(), clock, lambda: "n", lambda: None)
        client = TestClient(app, base_url=HERE, follow_redirects=False, raise_server_exceptions=True)
        assert _judged(client, CLAIMS[0]) == 303
        form = _form(client, CLAIMS[1])
        postgres.stop()
        away = client.post("/review/claim", data=form)
        assert away.status_code == 503
        assert "database failed" in away.text
        sent = {"kind": "value", "claim": CLAIMS[1], "verdict": "accept", "by": "Ana", "why": "it says so"}
        assert client.post("/api/judgements", json=sent).status_code == 503
        assert client.get("/incidents").status_code == 503
        postgres.start()
        _comes_back(client)
        assert client.post("/review/claim", data=form).status_code == 303
        assert _on(store) == CLAIMS[:2]
        assert store.verify_chain() == ()


def _form(client: TestClient, claim: str) -> dict[str, str]:
    client.get("/incidents")
    sealing = Sessions(b"s" * 32, clock, lambda: "n")
    session = sealing.open(client.cookies[COOKIE].strip('"'))
    assert session
    return {"mark": sealing.form_mark(session), "claim": claim, "verdict": "accept", "by": "Ana"}


def _judged(client: TestClient, claim: str) -> int:
    return client.post("/review/claim", data=_form(client, claim)).status_code


def _comes_back(client: TestClient) -> None:
    """The first page after a restart may find connections of before; the next does not."""
    assert {client.get("/incidents").status_code for _ in range(2)} <= {200, 503}
    assert client.get("/incidents").status_code == 200


def _on(store: Store) -> list[str]:
    return [each.claim.claim for each in store.value_judgements()]
