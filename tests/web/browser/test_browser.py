"""What a person does in a real browser: filters, highlights, a review by keys."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dateline.ledger.opening import open_ledger
from dateline.model import Reading
from tests.web.browser.conftest import served

pytestmark = pytest.mark.slow

MARKED = """(all, number) => all.filter(each => each.dataset.notes.split(' ').includes(number))
    .map(each => each.textContent).join('')"""
"""The words that a note is about, as they stand on the page."""


def readings(ledger: Path) -> list[Reading]:
    with closing(open_ledger(str(ledger), lambda: datetime.now(UTC), create=False)) as store:
        return list(store.readings())


def signs(ledger: Path) -> Reading:
    """The report with pictures and Arabic before its claims."""
    return next(each for each in readings(ledger) if "Aleppo" in each.report.text)


def test_filters_work_together_and_the_address_holds_them(page: Page, ledger: Path) -> None:
    with served(ledger) as here:
        page.goto(f"{here}/incidents")
        page.wait_for_selector("#map[data-ready]")
        whole = page.locator("table.incidents tbody tr").count()
        assert whole >= 3
        page.fill("#words", "market")
        expect(page.locator("table.incidents tbody tr")).to_have_count(1)
        assert "text=market" in page.url
        assert "since" not in page.url
        page.wait_for_selector("#map[data-ready]")
        assert page.locator(".dot").count() == 1
        page.reload()
        expect(page.locator("#words")).to_have_value("market")
        expect(page.locator("table.incidents tbody tr")).to_have_count(1)
        page.get_by_role("link", name="Clear").click()
        expect(page.locator("table.incidents tbody tr")).to_have_count(whole)


def test_highlighted_words_are_those_of_the_claims(page: Page, ledger: Path) -> None:
    reading = signs(ledger)
    text = reading.report.text
    with served(ledger) as here:
        page.goto(f"{here}/reports/{reading.report.id}")
        for claim in reading.claims:
            number = page.locator(f'[data-record="{claim.id}"]').get_attribute("data-number")
            shown = page.eval_on_selector_all(
                "#report-text [data-notes]",
                MARKED,
                number,
            )
            words = claim.spans.value or claim.spans.trigger or claim.span
            assert shown.replace("[U+200B]", "\u200b") == words.of(text)
        assert any((claim.spans.value or claim.span).of(text) == "17" for claim in reading.claims)


def test_focus_shows_what_was_read_and_a_note_leads_to_its_words(page: Page, ledger: Path) -> None:
    reading = signs(ledger)
    killed = next(claim for claim in reading.claims if claim.field == "killed")
    with served(ledger) as here:
        page.goto(f"{here}/reports/{reading.report.id}#{killed.id}")
        expect(page.locator(".tip")).to_contain_text("killed: 17")
        expect(page.locator(".tip")).to_contain_text("a monitor".removeprefix("a "))
        assert page.evaluate("document.activeElement.innerText") == "17"
        page.keyboard.press("Escape")
        expect(page.locator(".tip")).to_be_hidden()


def test_a_review_by_keys_alone_survives_a_restart(page: Page, ledger: Path) -> None:
    with served(ledger) as here:
        page.goto(f"{here}/review")
        first = page.locator("#asks").inner_text()
        page.locator("#by").focus()
        page.keyboard.type("Ana")
        page.keyboard.press("Escape")
        page.keyboard.press("n")
        expect(page.locator(".progress")).to_contain_text("2 of")
        page.goto(f"{here}/review")
        page.locator("#by").focus()
        page.keyboard.type("Ana")
        page.keyboard.press("Escape")
        page.keyboard.press("r")
        expect(page.locator(".log")).to_contain_text("Ana")
        page.keyboard.press("z")
        expect(page.locator(".log")).to_contain_text("undone: reject")
        page.keyboard.press("r")
        expect(page.locator(".log li")).to_have_count(3)
    with served(ledger) as here:
        page.goto(f"{here}/review")
        expect(page.locator(".log li")).to_have_count(3)
        assert page.locator("#asks").inner_text() != first or page.locator("#asks").count() == 1
    with closing(open_ledger(str(ledger), lambda: datetime.now(UTC), create=False)) as store:
        assert [each.verdict for each in store.value_judgements()] == ["reject"] * 3
        assert {each.by for each in store.value_judgements()} == {"Ana"}
        assert store.verify_chain() == ()


def test_all_can_be_reached_by_tab(page: Page, ledger: Path) -> None:
    with served(ledger) as here:
        page.goto(f"{here}/incidents")
        page.wait_for_selector("#map[data-ready]")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        reached: set[str] = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.add(
                page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")
            )
        assert {"Incidents", "Review", "words", "since", "sort"} <= reached
        assert any(each.startswith("Car bombing") or each.startswith("Bombing") for each in reached)
