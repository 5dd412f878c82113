"""Reports and incidents as HTML: marked words, and nothing that runs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html  # type: ignore[import-untyped]

import dateline
from dateline.library import Ledger
from dateline.model import Span
from dateline.notebook import Incidents, ReportPage
from tests.builders import market_bombing


@pytest.fixture
def ledger() -> Ledger:
    made = market_bombing()
    return Ledger(made.readings, Incidents(made.incidents), made.quarantined)


def test_a_report_is_whole_with_every_claim_marked(ledger: Ledger) -> None:
    page = html.fromstring(ledger.report("harbour-1")._repr_html_())
    reading = next(r for r in ledger.readings if r.report.key == "harbour-1")
    assert page.xpath("string(div)") == reading.report.text
    marks = {mark.text_content(): mark.get("title") for mark in page.iter("mark")}
    assert marks["12"] == "killed: 12 (police; asserted; killed.example)"
    assert {"The Free Coast Front", "raid", " on Monday", "people"} <= set(marks)


def test_words_of_two_claims_tell_of_both(ledger: Ledger) -> None:
    reading = ledger.readings[0]
    first = reading.claims[0]
    assert first.spans.value
    other = replace(first, field="killed", spans=replace(first.spans, value=Span(0, first.spans.value.end)))
    page = html.fromstring(ReportPage(replace(reading, claims=(first, other)))._repr_html_())
    assert [len((mark.get("title") or "").splitlines()) for mark in page.iter("mark")][-1] == 2
    assert page.xpath("string(div)") == reading.report.text


def test_an_incident_tells_figures_and_sentences(ledger: Ledger) -> None:
    bombing = max(ledger.incidents, key=lambda each: len(each.claims))
    text = html.fromstring(ledger.incident(bombing.id[9:15])._repr_html_()).text_content()
    assert "12 to 15, best 15" in text
    assert "raised from 12 on 6 May to 15 on 7 May" in text
    assert "2031-05-07 · Inland Wire · health ministry · killed" in text


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</bdi></mark><iframe>",
        "\u202egnp",
        "&lt;",
    ],
)
def test_text_is_only_text(ledger: Ledger, words: str) -> None:
    reading = ledger.readings[0]
    claim = reading.claims[0]
    spoiled = replace(claim, source=replace(claim.source, name=words), group=words, quote=words)
    report = replace(reading.report, title=words, publisher=words, text=words + reading.report.text)
    page = ReportPage(replace(reading, report=report, claims=(spoiled,)))._repr_html_()
    tags = {element.tag for element in html.fromstring(page).iter()}
    assert tags <= {"div", "h4", "p", "small", "mark", "bdi"}
    assert "\u202e" not in page
    attributes = {name for element in html.fromstring(page).iter() for name in element.attrib}
    assert attributes <= {"class", "style", "title"}


@pytest.mark.parametrize("ask", [lambda led: led.report("x"), lambda led: led.incident("")])
def test_what_is_not_one_is_an_error(ledger: Ledger, ask: object) -> None:
    with pytest.raises(dateline.DatelineError, match="of this ledger are named"):
        ask(ledger)  # type: ignore[operator]
