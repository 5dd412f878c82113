"""What goes to Label Studio and doccano comes back from there as gold that the ledger meets."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.evaluate.files import read_gold
from dateline.evaluate.gold import Gold
from dateline.evaluate.score import evaluate
from dateline.model import Claim, ClaimSpans, Ledger, Reading, Span
from tests.builders import market_bombing
from tests.exchange.exported import exported

FRONT = "\N{FIRE}👩‍🚒 في بغداد "


def shifted(ledger: Ledger, by: int) -> Ledger:
    """The ledger with emoji and Arabic in front of every text."""

    def moved(span: Span | None) -> Span | None:
        return span and Span(span.start + by, span.end + by)

    def of_claim(claim: Claim) -> Claim:
        spans = ClaimSpans(*(moved(getattr(claim.spans, n)) for n in ("value", "trigger", "cue", "source")))
        return replace(claim, span=Span(claim.span.start + by, claim.span.end + by), spans=spans)

    def of_reading(reading: Reading) -> Reading:
        report = replace(reading.report, text=FRONT + reading.report.text)
        return replace(reading, report=report, claims=tuple(map(of_claim, reading.claims)))

    return replace(ledger, readings=tuple(map(of_reading, ledger.readings)))


def gold_of(name: str, ledger: Ledger, folder: Path) -> Gold:
    """The export as the tool would give it back, with the predictions taken as they are."""
    text, left = exported(name, ledger)
    assert left == ()
    if name == "label-studio":
        tasks = json.loads(text)
        for task in tasks:
            task["annotations"] = task.pop("predictions")
        text = json.dumps(tasks)
    file = folder / ("tasks.json" if name == "label-studio" else "marked.jsonl")
    file.write_text(text, encoding="utf-8")
    return read_gold([file])


@pytest.mark.parametrize("name", ["label-studio", "doccano"])
def test_there_and_back(name: str, tmp_path: Path) -> None:
    ledger = shifted(market_bombing(), len(FRONT))
    scores = evaluate(gold_of(name, ledger, tmp_path), ledger)
    all_ = scores.all
    assert (all_.recall.share, all_.precision.share, all_.source.share, all_.modality.share) == (100,) * 4
    assert scores.linking.recall.share == 100
    if name == "label-studio":  # doccano has no ties between reports
        assert scores.linking.precision.share == 100


def test_label_studio_counts_code_points() -> None:
    ledger = shifted(market_bombing(), len(FRONT))
    for task in json.loads(exported("label-studio", ledger)[0]):
        for part in task["predictions"][0]["result"]:
            if part["type"] == "labels":
                value = part["value"]
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]


def test_doccano_counts_utf16() -> None:
    ledger = shifted(market_bombing(), len(FRONT))
    texts = {r.report.key: r for r in ledger.readings}
    for line in exported("doccano", ledger)[0].splitlines():
        document = json.loads(line)
        units = document["text"].encode("utf-16-le")
        words = {
            units[2 * e["start_offset"] : 2 * e["end_offset"]].decode("utf-16-le")
            for e in document["entities"]
        }
        reading = texts[document["key"]]
        assert {c.spans.value.of(reading.report.text) for c in reading.claims if c.spans.value} <= words
        ids = [e["id"] for e in document["entities"]]
        assert all(r["from_id"] in ids and r["to_id"] in ids for r in document["relations"])


def test_ids_are_unique_through_the_file() -> None:
    told = [json.loads(line) for line in exported("doccano")[0].splitlines()]
    for part in ("entities", "relations"):
        ids = [each["id"] for document in told for each in document[part]]
        assert len(ids) == len(set(ids))
