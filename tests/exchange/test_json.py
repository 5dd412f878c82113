"""The JSON form of a ledger."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any, cast

from dateline.exchange import ledger_to_json, write_json
from dateline.exchange.values import source_json, spans_json, value_json
from dateline.model import Ledger, Motive, Number, Source, Span, Term, raw_hash
from tests.builders import FIRST, REPORTS, SECOND, market_bombing


def as_json(ledger: Ledger, *, mentions: bool = False) -> dict[str, Any]:
    return cast(dict[str, Any], ledger_to_json(ledger, mentions=mentions))


def test_the_lists_of_the_contract_in_its_order() -> None:
    assert list(as_json(market_bombing())) == [
        "dateline",
        "reports",
        "claims",
        "statements",
        "actors",
        "incidents",
        "judgements",
        "value_judgements",
        "quarantined",
    ]


def test_mentions_only_when_asked() -> None:
    mentions = as_json(market_bombing(), mentions=True)["mentions"]
    assert {mention["kind"] for mention in mentions} == {"time", "place", "actor", "count"}
    assert {mention["report"] for mention in mentions} == {report.id for report in REPORTS}


def test_a_report_names_its_raw_copy_and_not_its_dateline() -> None:
    report = as_json(market_bombing())["reports"][0]
    assert report["raw"] in {raw_hash(text.encode()) for text in (FIRST, SECOND)}
    assert "dateline" not in report
    assert report["published"] in ("2031-05-06", "2031-05-07")


def test_every_claim_names_its_incident() -> None:
    document = as_json(market_bombing())
    holders = {claim: each["id"] for each in document["incidents"] for claim in each["claims"]}
    assert {claim["id"]: claim["incident"] for claim in document["claims"]} == holders


def test_a_claim_of_no_incident_has_null() -> None:
    document = as_json(replace(market_bombing(), incidents=()))
    assert {claim["incident"] for claim in document["claims"]} == {None}


def test_spans_quote_the_text() -> None:
    document = as_json(market_bombing())
    text = {report["id"]: report["text"] for report in document["reports"]}
    for claim in document["claims"]:
        start, end = claim["span"]
        assert text[claim["report"]][start:end] == claim["quote"]


def test_statement_spans_are_one_pair_or_a_list_of_pairs_or_null() -> None:
    assert spans_json((Span(3, 5),)) == [3, 5]
    assert spans_json((Span(3, 5), Span(8, 9))) == [[3, 5], [8, 9]]
    assert spans_json(()) is None


def test_a_split_quotation_keeps_both_pieces() -> None:
    document = as_json(market_bombing())
    (said,) = [each for each in document["statements"] if each["kind"] == "direct"]
    assert [FIRST[start:end] for start, end in said["spans"]["content"]] == [
        "We will find them,",
        "and they will answer.",
    ]


def test_the_chain_of_a_source_is_nested() -> None:
    ministry = Source("ministry", "government", "SY", None, True, False, (), "the ministry")
    television = Source("state television", "media", "SY", None, True, False, (ministry,), "state television")
    told = source_json(television)
    assert told is not None
    assert [link["name"] for link in cast(list[dict[str, Any]], told["via"])] == ["ministry"]


def test_values_keep_their_open_ends_and_words() -> None:
    assert value_json(Number(80, None, "at least 80")) == {
        "low": 80,
        "high": None,
        "text": "at least 80",
        "qualifier": None,
        "what": None,
    }
    assert value_json(Term("bombing", "blew up")) == {"name": "bombing", "text": "blew up"}
    assert value_json(Motive("the raid", None)) == {"text": "the raid", "event": None}


def test_fields_of_an_incident_are_an_object() -> None:
    bombing = next(each for each in as_json(market_bombing())["incidents"] if len(each["reports"]) == 2)
    killed = bombing["fields"]["killed"]
    assert (killed["low"], killed["best"], killed["high"], killed["status"]) == (12, 15, 15, "revised")
    assert [point["date"] for point in killed["series"]] == ["2031-05-06", "2031-05-07"]


def test_writing_gives_the_same_document_one_record_a_line() -> None:
    ledger = market_bombing()
    out = io.StringIO()
    write_json(ledger, out, mentions=True)
    assert json.loads(out.getvalue()) == as_json(ledger, mentions=True)
    records = sum(len(rows) for rows in as_json(ledger, mentions=True).values() if isinstance(rows, list))
    assert sum(line.startswith("{") for line in out.getvalue().splitlines()[1:]) == records


def test_an_empty_ledger_is_a_document_too() -> None:
    out = io.StringIO()
    write_json(Ledger((), (), ()), out, mentions=False)
    assert json.loads(out.getvalue()) == as_json(Ledger((), (), ()))


def test_letters_of_any_script_stay_letters() -> None:
    first = market_bombing().readings[0]
    report = replace(first.report, text=first.report.text + " الحديدة 🚀")
    out = io.StringIO()
    write_json(Ledger((replace(first, report=report),), (), ()), out, mentions=False)
    assert "الحديدة 🚀" in out.getvalue()
