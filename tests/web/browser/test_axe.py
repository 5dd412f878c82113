"""Axe finds nothing on any page, in any state of it, and no page is wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from dateline.keeping.judging import keep_value
from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from dateline.model import Number, Quarantined
from dateline.web.queue import Queue
from dateline.web.roles import Token, digest
from tests.web.browser.conftest import served
from tests.web.conftest import CODEBOOK

pytestmark = pytest.mark.slow

SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
WIDTHS = pytest.mark.parametrize("width", [375, 1440])
ANA = Token("Ana Coder of the long name", "owner", digest("ana"))


def opened(file: Path, *, create: bool = False) -> Store:
    return open_ledger(str(file), lambda: datetime.now(UTC), create=create)


def show(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})


def require_sound(page: Page, name: str, width: int) -> None:
    """Nothing that axe holds wrong, and nothing beyond the right edge."""
    page.wait_for_load_state("networkidle")
    found = Axe().run(page)
    assert found.response["violations"] == [], f"{name}: {found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def judge(store: Store) -> None:
    """Let one claim be rejected and one corrected, and one input not be readable."""
    killed = [
        c for r in store.readings() for c in r.claims if c.field == "killed" and c.modality == "asserted"
    ]
    keep_value(store, ("reject", None), killed[0].id, ("Ana", "its sentence does not say so"))
    keep_value(store, ("correct", Number(4, 4, "three")), killed[1].id, ("Ana", "a slip of the pen"))
    store.quarantine(
        Quarantined("scans/a-very-long-name-of-a-file-without-a-blank-in-it.pdf", "not text"), None
    )


def pages(store: Store) -> Iterator[str]:
    """The address of every page in every state that a ledger with something in it has."""
    yield from ("incidents", "incidents?text=nothing+of+the+kind", "incidents?since=soon")
    yield from (f"incidents/{each.id}" for each in store.incidents())
    yield from ("reports", "reports?publisher=nobody")
    yield from (f"reports/{each.report.id}" for each in store.readings())
    cases = Queue(store, CODEBOOK).cases()
    first = next(n for n, each in enumerate(cases) if each.kind == "pair")
    yield from ("review", f"review?after={cases[first - 1].key}", f"review?after={cases[-1].key}")
    yield from ("add", "api")


@SCHEMES
@WIDTHS
def test_pages_of_a_ledger(
    page: Page, ledger: Path, monkeypatch: pytest.MonkeyPatch, scheme: str, width: int
) -> None:
    monkeypatch.setattr("dateline.web.queue.NEAR", 1000.0)  # whatever the rules are sure of is asked, too
    show(page, scheme, width)
    with closing(opened(ledger)) as store:
        judge(store)
        told = list(pages(store))
    with served(ledger) as here:
        for each in told:
            page.goto(f"{here}/{each}")
            require_sound(page, each, width)


@SCHEMES
@WIDTHS
def test_pages_of_an_empty_ledger(page: Page, tmp_path: Path, scheme: str, width: int) -> None:
    show(page, scheme, width)
    opened(tmp_path / "empty.db", create=True).close()
    with served(tmp_path / "empty.db") as here:
        for each in ("incidents", "reports", "review"):
            page.goto(f"{here}/{each}")
            require_sound(page, f"empty {each}", width)
        page.goto(f"{here}/add")
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_role("alert")).to_be_visible()
        require_sound(page, "add, refused", width)


@SCHEMES
@WIDTHS
def test_the_way_in(page: Page, ledger: Path, scheme: str, width: int) -> None:
    show(page, scheme, width)
    with served(ledger, tokens=(ANA,)) as here:
        page.goto(f"{here}/incidents")
        expect(page).to_have_url(f"{here}/login")
        require_sound(page, "login", width)
        page.fill("#token", "ana")
        page.get_by_role("button", name="Come in").click()
        expect(page.get_by_text(ANA.name)).to_be_visible()
        require_sound(page, "incidents of a guarded server", width)
        page.goto(f"{here}/review")
        require_sound(page, "review of a guarded server", width)


@SCHEMES
@WIDTHS
def test_pages_that_tell_of_a_failure(unwatched: Page, ledger: Path, scheme: str, width: int) -> None:
    show(unwatched, scheme, width)
    with served(ledger) as here:
        for each, status in (("nothing", 404), ("incidents/incident-0", 404), ("reports/report-0", 404)):
            answer = unwatched.goto(f"{here}/{each}")
            assert answer is not None
            assert answer.status == status
            require_sound(unwatched, each, width)
    with served(ledger, tokens=(ANA,)) as here:
        unwatched.goto(f"{here}/login")
        unwatched.fill("#token", "guess")
        unwatched.get_by_role("button", name="Come in").click()
        expect(unwatched.get_by_role("alert")).to_be_visible()
        require_sound(unwatched, "login, refused", width)
