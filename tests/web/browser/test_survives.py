"""What a person judges on a page stays, whatever is read anew, added or started again."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from dateline.cli import main
from dateline.ledger.opening import open_ledger
from dateline.model import Claim
from tests.web.browser.conftest import served

pytestmark = pytest.mark.slow

WHY = "four bodies were seen"
LATER = "Soldiers raided a village near Mosul on Sunday and killed four gunmen, the provincial police said."


def killed_in_the_raid(ledger: Path) -> Claim:
    """The claim of the three gunmen, as it is read now."""
    with closing(open_ledger(str(ledger), lambda: datetime.now(UTC), create=False)) as store:
        claims = [claim for reading in store.readings() for claim in reading.claims]
    return next(each for each in claims if each.field == "killed" and "gunmen, police" in each.quote)


def run(*words: str) -> str:
    done = CliRunner().invoke(main, list(words))
    assert done.exit_code == 0, done.output
    return done.stderr


def corrected(page: Page, here: str, ledger: Path) -> None:
    """The judgement stands in the report, in the figures of the incident, and in the log."""
    claim = killed_in_the_raid(ledger)
    page.goto(f"{here}/reports/{claim.report}")
    note = page.locator(f'[data-record="{claim.id}"]')
    expect(note.locator(".judged")).to_contain_text("corrected from 3 to 4")
    expect(note).to_contain_text(WHY)
    note.get_by_role("link", name="The incident that").click()
    expect(page.locator("li", has_text="killed").locator(".big")).to_have_text("4")
    expect(page.locator("#killed .said")).to_contain_text("corrected from 3 to 4")
    page.goto(f"{here}/review")
    expect(page.locator(".log")).to_contain_text("correct killed 3")
    expect(page.locator(".log li")).to_have_count(1)


def test_a_correction_survives_rereading_new_reports_and_a_restart(
    page: Page, ledger: Path, without_raids: Path, tmp_path: Path
) -> None:
    before = killed_in_the_raid(ledger)
    with served(ledger) as here:
        page.goto(f"{here}/review?claim={before.id}")
        page.fill("#by", "Ana")
        page.fill("#why", WHY)
        page.fill("#value", "4")
        page.get_by_role("button", name="Correct").click()
        expect(page.locator(f'[data-record="{before.id}"] .judged')).to_be_visible()
    other = ("--ledger", str(ledger), "--codebook", str(without_raids))
    assert "4 reports read again" in run("reread", *other)
    assert killed_in_the_raid(ledger).event != before.event
    with served(ledger, codebook=without_raids) as here:
        corrected(page, here, ledger)
    later = tmp_path / "2031-06-03-later.txt"
    later.write_text(LATER, encoding="utf-8")
    run("add", str(later), *other)
    with served(ledger, codebook=without_raids) as here:
        corrected(page, here, ledger)
    run("verify", *other)
