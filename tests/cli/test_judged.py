"""What people say of values is marked wherever the claims are shown."""

from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.exchange.schema import schema_faults
from dateline.ledger import Linked
from dateline.ledger.opening import open_ledger
from dateline.model import Claim, Incident, Number
from dateline.reconcile import claim_anchor
from tests.builders import market_bombing
from tests.cli.conftest import Run
from tests.ledger.stores import MAKER, clock, fill

CLAIMS = [claim for reading in market_bombing().readings for claim in reading.claims]


def killed(number: int) -> Claim:
    """The claim that so many were killed."""
    return next(
        c for c in CLAIMS if c.field == "killed" and isinstance(c.value, Number) and c.value.low == number
    )


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The market bombing, where the 15 are corrected, the 12 accepted and the children rejected."""
    file = str(tmp_path_factory.mktemp("judged") / "ledger.db")
    with closing(open_ledger(file, clock, create=True)) as store:
        fill(store)
        by = ("Ana Coder", "counted twice")
        store.judge_value(("correct", Number(13, 13, "15")), claim_anchor(killed(15)), *by)
        store.judge_value(("accept", None), claim_anchor(killed(12)), *by)
        store.judge_value(("reject", None), claim_anchor(killed(4)), *by)
        whole = market_bombing()
        groups = {reading.report.id: reading.report.copy_group for reading in whole.readings}
        linked = Linked(tuple(without(killed(4).id, each) for each in whole.incidents))
        store.put_incidents(linked, groups, store.head(), MAKER)
    return file


def without(claim: str, incident: Incident) -> Incident:
    """The incident as linking makes it when a claim does not count."""
    fields = tuple(
        (name, replace(summary, claims=tuple(c for c in summary.claims if c != claim)))
        for name, summary in incident.fields
    )
    return replace(incident, claims=tuple(c for c in incident.claims if c != claim), fields=fields, checks=())


def incident(run: Run, ledger: str) -> str:
    listed = json.loads(run("incidents", "--ledger", ledger, "--json").stdout)
    return str(next(each["id"] for each in listed if each["type"]["name"] == "bombing"))


def words(text: str) -> str:
    return " ".join(text.split())


def test_show_marks_who_corrected_accepted_and_rejected(run: Run, judged: str) -> None:
    done = run("show", incident(run, judged), "--claims", "--policy", "ucdp", "--ledger", judged, columns=160)
    assert done.exit_code == 0, done.output
    shown = words(done.stdout)
    assert "13 health ministry (corrected by Ana Coder from 15)" in shown
    assert "12 police (accepted by Ana Coder)" in shown
    assert "corrected by Ana Coder from 15: counted twice" in shown
    rejected = shown[shown.index("Rejected, and not counted") :]
    told = f"4, children: health ministry (rejected by Ana Coder): counted twice {killed(4).id}"
    assert told in rejected
    assert told not in shown[: shown.index("Rejected, and not counted")]
    assert "13" in shown[shown.index("Policies") :]
    assert "15" not in words(shown[shown.index("Policies") : shown.index("Claims")]).replace(" 2031", "")


def test_show_as_json_holds_the_judgements(run: Run, judged: str) -> None:
    shown = json.loads(run("show", incident(run, judged), "--json", "--ledger", judged).stdout)
    assert not schema_faults(shown)
    assert {each["verdict"] for each in shown["value_judgements"]} == {"correct", "accept", "reject"}


def test_a_timeline_has_what_counts_and_marks_it(run: Run, judged: str) -> None:
    id_ = incident(run, judged)
    shown = words(run("timeline", id_, "--ledger", judged, columns=160).stdout)
    assert "health ministry (corrected by Ana Coder from 15)" in shown
    assert "Rejected, and not counted killed 4, children" in shown
    rows = list(csv.DictReader(io.StringIO(run("timeline", id_, "--csv", "--ledger", judged).stdout)))
    by_claim = {row["claim"]: row for row in rows}
    corrected = by_claim[killed(15).id]
    assert (corrected["low"], corrected["judged"], corrected["judged_by"]) == ("13", "correct", "Ana Coder")
    assert corrected["value_as_read"] == "15"
    assert by_claim[killed(12).id]["judged"] == "accept"
    assert killed(4).id not in by_claim
    records = json.loads(run("timeline", id_, "--json", "--ledger", judged).stdout)
    assert {r["id"]: r["judged"] and r["judged"]["verdict"] for r in records}[killed(15).id] == "correct"


def test_evaluate_scores_what_was_read_unless_asked_for_what_counts(
    run: Run, judged: str, tmp_path: Path
) -> None:
    with closing(open_ledger(judged, clock, create=False)) as store:
        report = next(each.report for each in store.readings() if each.report.id == killed(15).report)
    marked = {"report": report.key, "field": "killed", "low": 13, "high": 13}
    whole = {"about": "The toll as a person corrected it.", "incident": {}, "claims": [marked]}
    gold = tmp_path / "expected.json"
    gold.write_text(json.dumps(whole), encoding="utf-8")
    done = [run("evaluate", str(gold), "--misses", "--ledger", judged, *more) for more in ((), ("--judged",))]
    assert [each.exit_code for each in done] == [0, 0], done[0].output
    read, counted = (words(each.stdout) for each in done)
    assert len(read) > len(counted), "one miss less is named"
