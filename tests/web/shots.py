"""Renews the pictures of the pages in docs/images, of the examples or of a ledger that is named."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy, which
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from dateline import pipeline
from dateline.gazetteer.build import cache_folder
from dateline.ledger.opening import open_ledger
from dateline.settings import Settings
from dateline.web.outlines import ensure_outlines
from tests.web.browser.conftest import FLAGS, served

ROOT = Path(__file__).parent.parent.parent
OUT = ROOT / "docs" / "images"
WIDE, NARROW = (1280, 860), (375, 760)

SHOTS = (  # name, size, scheme, page, the link that is followed there, the part that is scrolled to
    ("incidents", WIDE, "light", "/incidents", "", ""),
    ("incident", WIDE, "light", "/incidents?text=Asad&sort=-reports", "table.incidents a", "#killed"),
    ("report", WIDE, "dark", "/reports?publisher=Evening+Monitor", "table.incidents a", ""),
    ("review", WIDE, "light", "/review", "", ""),
    ("phone", NARROW, "dark", "/incidents?text=Asad&sort=-reports", "table.incidents a", ""),
)


def ledger_of_examples(folder: Path) -> Path:
    """A ledger of all examples."""
    file = folder / "ledger.db"
    found = (ROOT.glob(f"examples/*/*.{kind}") for kind in ("txt", "html", "jsonl"))
    reports = sorted(str(each) for several in found for each in several)
    with closing(open_ledger(str(file), lambda: datetime.now(UTC), create=True)) as store:
        pipeline.add(reports, store, Settings(workers=1))
    return file


def shoot(browser: Browser, here: str) -> None:
    """Take every picture."""
    for name, (width, height), scheme, path, link, part in SHOTS:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto(f"{here}{path}")
        if link:
            page.locator(link).first.click()
        page.wait_for_load_state("networkidle")
        if page.locator("#map").count():
            page.wait_for_selector("#map[data-land]")
        if part:
            page.evaluate("part => document.querySelector(part).scrollIntoView()", part)
        page.wait_for_timeout(400)
        page.screenshot(path=str(OUT / f"{name}.png"))
        context.close()


def main(ledger: str | None) -> None:
    """All pictures, of a copy of the ledger."""
    OUT.mkdir(exist_ok=True)
    ensure_outlines(cache_folder())
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(copy(ledger, folder)) if ledger else ledger_of_examples(Path(folder))
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=list(FLAGS))
        with served(file) as here:
            shoot(browser, here)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
