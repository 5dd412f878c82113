"""Every key of the review, on claims and pairs."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from tests.web.browser.conftest import served

pytestmark = pytest.mark.slow


def opened(file: Path) -> Store:
    return open_ledger(str(file), lambda: datetime.now(UTC), create=False)


def sign(page: Page, name: str = "Ana") -> None:
    """Write a name, and go back to judging by keys."""
    page.locator("#by").fill(name)
    page.keyboard.press("Escape")


def to_a_pair(page: Page, here: str) -> None:
    """Leave cases undecided until two events are shown."""
    page.goto(f"{here}/review")
    for _ in range(40):
        if page.locator('[data-key="s"]').count():
            return
        page.keyboard.press("n")
        page.wait_for_load_state()
    pytest.fail("no pair was shown")


def test_a_claim_is_accepted_rejected_and_corrected_by_keys(page: Page, ledger: Path) -> None:
    with served(ledger) as here:
        page.goto(f"{here}/review")
        sign(page)
        page.keyboard.press("a")
        expect(page.locator(".log li")).to_have_count(1)
        page.keyboard.press("r")
        expect(page.locator(".log li")).to_have_count(2)
        killed = _killed(ledger)
        page.goto(f"{here}/review?claim={killed}")
        page.keyboard.press("c")
        expect(page.locator("#value")).to_be_focused()
        page.keyboard.type("at least 13")
        page.keyboard.press("Enter")
        expect(page.locator(f'[data-record="{killed}"] .judged')).to_contain_text("to 13 or more")
    with closing(opened(ledger)) as store:
        assert [each.verdict for each in store.value_judgements()] == ["accept", "reject", "correct"]


@pytest.mark.parametrize(("key", "verdict"), [("s", "same"), ("d", "different"), ("u", "unsure")])
def test_a_pair_is_judged_by_keys_and_taken_back(
    page: Page, ledger: Path, monkeypatch: pytest.MonkeyPatch, key: str, verdict: str
) -> None:
    monkeypatch.setattr("dateline.web.queue.NEAR", 1000.0)  # whatever the rules are sure of is asked, too
    with served(ledger) as here:
        to_a_pair(page, here)
        assert page.locator(".pair .sentence").count() == 2
        sign(page)
        page.keyboard.press(key)
        expect(page.locator(".log li")).to_have_count(1)
        expect(page.locator(".log")).to_contain_text(f"{verdict}: two events")
        page.keyboard.press("z")
        expect(page.locator(".log")).to_contain_text(f"undone: {verdict}")
    with closing(opened(ledger)) as store:
        made, undoing = store.judgements()
        assert (made.verdict, made.by, undoing.undoes) == (verdict, "Ana", made.id)


def _killed(ledger: Path) -> str:
    """The claim of the twelve dead."""
    with closing(opened(ledger)) as store:
        claims = [claim for reading in store.readings() for claim in reading.claims]
    return next(each.id for each in claims if each.field == "killed" and "12 people" in each.quote)
