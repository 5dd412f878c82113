"""Judging and adding on the pages: kept under a name, next case shown, and only by those who may."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from dateline.limits import MAX_INPUT_BYTES
from dateline.model import Number
from dateline.reconcile import claim_anchor
from dateline.web.app import make_app
from dateline.web.pages.review import LAST
from dateline.web.roles import Token, digest
from dateline.web.sessions import COOKIE, Sessions
from tests.builders import market_bombing
from tests.ledger.stores import clock
from tests.web.conftest import CODEBOOK, HERE, Make, serving
from tests.web.test_pages import words

KILLED = next(c for r in market_bombing().readings for c in r.claims if c.field == "killed")
BEN = Token("Ben", "reader", digest("ben"))
CLEO = Token("Cleo", "reviewer", digest("cleo"))


def mark(client: TestClient) -> str:
    """What a form of this client's session carries."""
    client.get("/incidents")
    sealing = Sessions(b"s" * 32, clock, lambda: "nonce")
    session = sealing.open(client.cookies[COOKIE].strip('"'))
    assert session
    return sealing.form_mark(session)


def judge(client: TestClient, **form: str) -> int:
    told = {"mark": mark(client), "claim": KILLED.id, "verdict": "accept", "by": "Ana"} | form
    return client.post("/review/claim", data=told).status_code


def test_a_verdict_is_kept_with_name_time_and_reason(client: TestClient, store: Store) -> None:
    assert judge(client, verdict="correct", value="at least 13", why="it says so") == 303
    (kept,) = store.value_judgements()
    assert (kept.by, kept.why, kept.value) == ("Ana", "it says so", Number(13, None, KILLED.value.text))
    assert kept.claim.claim == KILLED.id
    told = words(client.get("/review").text)
    assert "correct killed" in told
    assert "Ana, 6 May 2031: it says so" in told


def test_a_judgement_can_be_undone(client: TestClient, store: Store) -> None:
    judge(client, verdict="reject")
    (made,) = store.value_judgements()
    done = client.post("/review/undo", data={"mark": mark(client), "judgement": made.id})
    assert done.status_code == 303
    assert [each.undoes for each in store.value_judgements()] == [None, made.id]


def test_a_claim_that_is_asked_for_is_judged_out_of_turn(client: TestClient, store: Store) -> None:
    told = client.get(f"/review?claim={KILLED.id}").text
    assert "you asked for this one" in words(told)
    assert f'name="claim" value="{KILLED.id}"' in told
    form = {"mark": mark(client), "claim": KILLED.id, "verdict": "reject", "by": "Ana", "asked": "1"}
    done = client.post("/review/claim", data=form)
    assert done.headers["location"] == f"/reports/{KILLED.report}#{KILLED.id}"
    wrong = client.post("/review/claim", data=form | {"verdict": "correct", "value": "many"})
    assert "you asked for this one" in words(wrong.text)
    assert client.get("/review?claim=claim-0").status_code == 404
    assert len(store.value_judgements()) == 1


def test_the_log_has_pages_and_what_was_undone_is_told(client: TestClient, store: Store) -> None:
    about = claim_anchor(KILLED)
    for n in range(LAST + 1):
        store.judge_value(("accept", None), about, "Ana", f"reason {n}")
    first = store.value_judgements()[0]
    store.undo_value(first.id, "Ben", "a slip")
    told = client.get("/review").text
    assert "Ben, 6 May 2031: a slip" in words(told)
    assert "reason 1" not in words(told)
    assert told.count('value="value-judgement-') == LAST - 1, "an undoing cannot be undone"
    older = client.get("/review?log=2").text
    assert 'href="/review?log=2"' in told
    assert 'rel="prev" href="/review"' in older
    assert "reason 1" in words(older)
    assert older.count('value="value-judgement-') == 1, "what was undone cannot be undone again"
    assert client.get("/review?log=0").status_code == 422


def test_the_name_stays_with_the_session(client: TestClient) -> None:
    judge(client)
    assert 'name="by" value="Ana"' in client.get("/review").text, words(client.get("/review").text)


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        ({"by": " "}, "Say who judges"),
        ({"claim": "claim-0"}, "the ledger has no claim-0"),
        ({"verdict": "correct", "value": "many"}, "is no count such as"),
    ],
)
def test_what_cannot_be_kept_is_told(
    client: TestClient, store: Store, form: dict[str, str], problem: str
) -> None:
    told = {"mark": mark(client), "claim": KILLED.id, "verdict": "accept", "by": "Ana"} | form
    answer = client.post("/review/claim", data=told)
    assert answer.status_code == 200
    assert problem in words(answer.text)
    assert store.value_judgements() == ()


def test_a_form_without_its_mark_is_refused(client: TestClient, store: Store) -> None:
    for given in ("", "0" * 64):
        assert judge(client, mark=given) == 403
    assert store.value_judgements() == ()


def test_a_reader_does_not_judge_and_a_reviewer_does_under_their_own_name(make: Make, store: Store) -> None:
    client = TestClient(make(BEN, CLEO), base_url=HERE, follow_redirects=False)
    client.post("/login", data={"token": "ben"})
    assert client.get("/review").status_code == 403
    assert client.get("/add").status_code == 403
    client.post("/login", data={"token": "cleo"})
    assert judge(client, by="Ana") == 303
    assert [each.by for each in store.value_judgements()] == ["Cleo"]
    assert client.get("/add").status_code == 403


def over_nothing(folder: Path) -> TestClient:
    empty = open_ledger(str(folder / "empty.db"), clock, create=True)
    app = make_app(empty, CODEBOOK, serving(), clock, lambda: "nonce", lambda: None)
    return TestClient(app, base_url=HERE, follow_redirects=False)


@pytest.mark.slow
def test_a_pasted_report_is_read_and_shown(tmp_path: Path) -> None:
    client = over_nothing(tmp_path)
    assert "An empty ledger" in words(client.get("/incidents").text)
    form = {
        "mark": mark(client),
        "publisher": "Hill Courier",
        "published": "2031-05-09",
        "text": "A drone strike killed nine fighters near Aleppo on Thursday, a monitor said.",
    }
    done = client.post("/add", data=form)
    assert done.status_code == 303, words(done.text)
    told = words(client.get(done.headers["location"]).text)
    assert "Hill Courier, 9 May 2031" in told
    assert "killed: 9, fighters" in told
    again = client.post("/add", data=form | {"mark": mark(client)})
    assert "has this very text already" in words(again.text)


def test_adding_nothing_is_told(client: TestClient) -> None:
    answer = client.post("/add", data={"mark": mark(client), "text": " "})
    assert "paste a text, or choose a file" in words(answer.text)


def test_an_upload_that_is_too_large_is_told(tmp_path: Path) -> None:
    client = over_nothing(tmp_path)
    files = {"file": ("raid.txt", b"x" * (MAX_INPUT_BYTES + 1))}
    answer = client.post("/add", data={"mark": mark(client)}, files=files)
    assert "raid.txt is larger than 20,000,000 bytes: part it" in words(answer.text)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"text": "A bomb killed two."}, "A text was pasted and raid.txt chosen"),
        (
            {"publisher": "Hill Courier"},
            "Publisher, day and title go with a pasted text. raid.txt tells its own",
        ),
        ({}, "raid.txt was not read: empty."),
    ],
)
def test_what_is_wrong_with_an_upload_is_told_by_its_name(
    tmp_path: Path, fields: dict[str, str], told: str
) -> None:
    client = over_nothing(tmp_path)
    files = {"file": ("C:\\news\\raid.txt", b"")}
    answer = client.post("/add", data={"mark": mark(client), **fields}, files=files)
    assert told in words(answer.text)


@pytest.mark.slow
def test_an_uploaded_file_keeps_its_name_and_the_day_in_it(tmp_path: Path) -> None:
    client = over_nothing(tmp_path)
    news = b"A drone strike killed nine fighters near Aleppo on Thursday, a monitor said."
    files = {"file": ("2031-05-09-hill.txt", news)}
    done = client.post("/add", data={"mark": mark(client)}, files=files)
    assert done.status_code == 303, words(done.text)
    told = words(client.get(done.headers["location"]).text)
    assert "2031-05-09-hill.txt, 9 May 2031" in told
    files = {
        "file": ("two.jsonl", b'{"text": "Le gouvernement a dit que la ville est calme depuis lundi."}\n')
    }
    answer = client.post("/add", data={"mark": mark(client)}, files=files)
    assert "two.jsonl:1 was not read: written in French" in words(answer.text)
