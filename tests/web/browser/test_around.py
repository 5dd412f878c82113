"""Adding on a page, the map with tiles of one's own, and paper."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import served

pytestmark = pytest.mark.slow

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f030005fe02fea7"
    "9a8d530000000049454e44ae426082"
)
NEWS = "A drone strike killed nine fighters near Aleppo on Thursday, a monitor said."


class Tiles(BaseHTTPRequestHandler):
    """Gives the same tile for every address."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.send_header("Cross-Origin-Resource-Policy", "cross-origin")
        self.end_headers()
        self.wfile.write(PIXEL)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def tile_server() -> Iterator[str]:
    """The address of a tile server, as Leaflet writes it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Tiles) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{{z}}/{{x}}/{{y}}.png"
        server.shutdown()


def test_a_report_is_pasted_and_seen_read_at_once(page: Page, ledger: Path) -> None:
    with served(ledger) as here:
        page.goto(f"{here}/add")
        page.fill("#text", NEWS)
        page.fill("#publisher", "Hill Courier")
        page.fill("#published", "2031-05-09")
        page.get_by_role("button", name="Read it").click()
        expect(page.locator("#report-text")).to_contain_text("nine fighters", timeout=60_000)
        expect(page.locator(".notes")).to_contain_text("killed: 9")


def test_files_are_uploaded(page: Page, ledger: Path, tmp_path: Path) -> None:
    one, several = tmp_path / "one.txt", tmp_path / "several.jsonl"
    one.write_text(NEWS, encoding="utf-8")
    several.write_text('{"text": "Rebels shot two people in Mosul on Monday, police said."}\n' * 2)
    with served(ledger) as here:
        page.goto(f"{here}/add")
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_role("alert")).to_contain_text("paste a text, or choose a file")
        page.set_input_files("#file", one)
        page.get_by_role("button", name="Read it").click()
        expect(page.locator("#report-text")).to_contain_text("nine fighters", timeout=60_000)
        page.goto(f"{here}/add")
        page.set_input_files("#file", several)
        page.get_by_role("button", name="Read it").click()
        expect(page.locator("#report-text, [role=status]").first).to_be_visible(timeout=60_000)


def test_the_map_has_the_tiles_of_a_server_of_ones_own(page: Page, ledger: Path) -> None:
    with tile_server() as tiles, served(ledger, tiles) as here:
        page.goto(f"{here}/incidents")
        page.wait_for_selector("#map[data-ready]")
        expect(page.locator("img.leaflet-tile-loaded").first).to_be_attached()
        assert page.locator(".outline").count() == 0
    with served(ledger) as here:
        page.goto(f"{here}/incidents")
        page.wait_for_selector("#map[data-land]")
        assert page.locator("img.leaflet-tile").count() == 0


def test_paper_has_the_text_and_no_controls(page: Page, ledger: Path) -> None:
    with served(ledger) as here:
        page.goto(f"{here}/incidents")
        page.locator("table.incidents a").first.click()
        page.emulate_media(media="print")
        expect(page.locator(".top nav")).to_be_hidden()
        expect(page.locator("h1")).to_be_visible()
        assert page.pdf().startswith(b"%PDF")
