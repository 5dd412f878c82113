"""Sixty payloads in nine fields, looked at in Chromium: each stands on the page as words and does nothing.

A page is loaded once for all the fields that it shows. Beside what the browser tells (a dialog, a report of
the policy, a fault, a request to elsewhere), the page must have the very elements and attributes that it has
with harmless words.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from dateline.keeping.judging import keep_value
from dateline.keeping.settling import settle
from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from dateline.model import Entity, Field, Number, Place, Reading, Term, Value, When
from dateline.settings import Settings
from dateline.web.pages.review import LAST
from dateline.wording.visible import visible
from dateline.wording.words import clean
from tests.builders import POLICE, claim, report
from tests.hostile.payloads import PAYLOADS
from tests.ledger.stores import MADE, clock
from tests.web.browser.conftest import chromium, served

__all__ = ["chromium"]

pytestmark = pytest.mark.long

HARMLESS = "harmless words"
WORDS = (HARMLESS, *PAYLOADS)
FIELDS = ("title", "publisher", "text", "path", "speaker", "place", "party", "reason", "filter")
ON_REPORT = {
    "title": "h1",
    "publisher": "dl.facts dd:nth-of-type(1)",
    "text": "#report-text",
    "path": "dl.facts .id",
}
ON_INCIDENT = {"speaker": "table.said", "place": "dl.facts dd:nth-of-type(2)", "party": "dl.facts"}

IN_LOG = {"H2", "OL", "LI", "BR", "SPAN", "FORM", "INPUT", "BUTTON", "KBD", "P"}

NO_OUTLINES = {"type": "FeatureCollection", "features": []}

# Left out: line ends between links, of which reports with like words have more, and how far our map is drawn.
SHAPE = """() => {
  const every = [...document.querySelectorAll(':not(br, bdi, .ctl, .leaflet-container *)')];
  const drawn = /^data-(started|land|ready)$/;
  const named = each => each.getAttributeNames().filter(name => !drawn.test(name)).sort();
  return every.map(each => [each.tagName, ...named(each)].join(' ')).sort();
}"""
CLICK_ALL = """() => { for (const dot of document.querySelectorAll('.dot')) {
  const at = dot.getBoundingClientRect();
  for (const kind of ['mousedown', 'mouseup', 'click'])
    dot.dispatchEvent(new MouseEvent(kind, {bubbles: true, clientX: at.x + 4, clientY: at.y + 4}));
} return document.querySelectorAll('.dot').length; }"""


@dataclass
class Watch:
    """A page of the browser, and what it did that no page may."""

    page: Page
    here: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("dialog", self._dialog)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self._request)
        self.page.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " told => console.error('policy', told.violatedDirective, told.blockedURI))"
        )

        # Our own outlines hold no report's words, and take most of a page's time to draw.
        self.page.route("**/outlines.json", lambda route: route.fulfill(json=NO_OUTLINES))

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _console(self, told: ConsoleMessage) -> None:
        if told.type == "error":
            self.faults.append(f"console: {told.text}")

    def _request(self, asked: Request) -> None:
        if not asked.url.startswith((f"{self.here}/", "data:")):
            self.faults.append(f"request: {asked.url}")

    def open(self, path: str) -> list[str]:
        """Load a page; what it did, and the shape of its elements."""
        self.faults.clear()
        answer = self.page.goto(f"{self.here}{path}")
        assert answer
        assert answer.status == 200, f"{path}: {answer.status}"
        shape: list[str] = self.page.evaluate(SHAPE)
        return shape

    def words(self, selector: str) -> str:
        """The text of all that the selector finds."""
        return " ".join(self.page.eval_on_selector_all(selector, "all => all.map(each => each.textContent)"))


def telling(n: int, words: str) -> tuple[Reading, bytes]:
    """A report with the words wherever the giver of a report may put them."""
    day = date(2031, 1, 1) + timedelta(days=10 * n)
    unlike = " ".join(f"stall{n}x{k}" for k in range(40))  # no two reports are copies
    text = f"A bomb killed {n + 1} people in Velmar then, police said. Hit: {unlike}. Someone wrote: {words}"
    at = replace(report(f"r{n}", text, words, day), title=words, path=words, repairs=(), place=None)
    here = Place(words, 2.0 * n - 60, 5.0 * n - 150, n + 1, "XK", "Coast", "near", 5.0, words)
    told, when = replace(POLICE, name=words), When(day, day, "day", None, "then")
    values: tuple[tuple[Field, Value, str], ...] = (
        ("type", Term("bombing", "bomb"), "bomb"),
        ("killed", Number(n + 1, n + 1, str(n + 1)), str(n + 1)),
        ("actor", Entity(words, "armed group", None, None, words), words),
        ("place", here, words),
        ("when", when, "then"),
    )
    claims = (claim(at, "e", name, value, own, told, place=here, when=when) for name, value, own in values)
    return Reading(at, tuple(claims), (), (), ()), text.encode()


@pytest.fixture(scope="module")
def shown(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], str]:
    """What is wrong with each field of each payload, empty where nothing is."""
    file = tmp_path_factory.mktemp("scripts") / "ledger.db"
    with closing(open_ledger(str(file), clock, create=True)) as store:
        told = _filled(store)
        context = chromium.new_context(viewport={"width": 1280, "height": 720})
        with served(file) as here:
            watch = Watch(context.new_page(), here)
            found = _looked_at(watch, told) | _reviewed(watch, store, told)
            found[("lists", 0)] = _lists(watch)
        context.close()
    return found


def _filled(store: Store) -> tuple[tuple[Reading, str], ...]:
    """Each reading and the incident that it tells, which is linked like any other."""
    readings = []
    for n, words in enumerate(WORDS):
        reading, raw = telling(n, words)
        assert store.add(reading, raw, MADE)
        readings.append(reading)
    settle(store, Settings(workers=1))
    assert len(store.incidents()) == len(WORDS)
    return tuple((each, store.incidents_holding([each.claims[0].id])[0].id) for each in readings)


def _looked_at(watch: Watch, told: Sequence[tuple[Reading, str]]) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    plain: dict[str, list[str]] = {}
    for n, (reading, incident) in enumerate(told):
        pages = (
            (f"/reports/{reading.report.id}", ON_REPORT),
            (f"/incidents/{incident}", ON_INCIDENT),
            (f"/reports?publisher={quote(WORDS[n], safe='')}", {"filter": None}),
        )
        for path, selectors in pages:
            shape = watch.open(path)
            kind = path[:11]
            wrong = [
                *watch.faults,
                *_differing(shape, plain.setdefault(kind, shape), listed="filter" in selectors),
            ]
            for name, selector in selectors.items():
                words = watch.words(selector) if selector else watch.page.input_value("#publisher")
                found[(name, n)] = "; ".join(wrong) or _missing(WORDS[n], words)
    return found


def _reviewed(watch: Watch, store: Store, told: Sequence[tuple[Reading, str]]) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for start in range(0, len(WORDS), LAST):
        some = range(start, min(start + LAST, len(WORDS)))
        for n in some:
            killed = next(each for each in told[n][0].claims if each.field == "killed")
            keep_value(store, ("accept", None), killed.id, (WORDS[n], WORDS[n]))
        watch.open("/review")
        log = watch.words(".log")
        foreign = watch.page.eval_on_selector_all(
            ".log *", "all => [...new Set(all.map(each => each.tagName))].sort()"
        )
        for n in some:
            found[("reason", n)] = "; ".join([*watch.faults, *sorted(set(foreign) - IN_LOG)]) or _missing(
                WORDS[n], log
            )
    return found


def _lists(watch: Watch) -> str:
    """The table and the map with all its popups, what htmx puts in its place, and the list of reports."""
    wrong: list[str] = []
    for path in ("/incidents", "/incidents?page=2", "/reports"):
        watch.open(path)
        if path == "/incidents":
            watch.page.wait_for_selector("#map[data-ready]")
            assert watch.page.evaluate(CLICK_ALL) == len(WORDS)
            watch.page.fill("#words", "Velmar")
            watch.page.wait_for_url("**/incidents?text=Velmar*")
            watch.page.wait_for_selector("#map[data-ready]")
        handlers = watch.page.evaluate(
            "() => [...document.querySelectorAll('*')].filter(each => each.getAttributeNames().some("
            "name => name.startsWith('on') || ['srcdoc', 'formaction'].includes(name))).length"
        )
        wrong += [*watch.faults, *["a handler"] * handlers]
    return "; ".join(wrong)


def _differing(shape: list[str], plain: list[str], *, listed: bool) -> list[str]:
    """Elements that harmless words do not bring, or that have gone; a list may have more of a kind."""
    if listed:
        shape, plain = sorted(set(shape)), sorted(set(plain))
    return [f"element: {each}" for each in set(shape) ^ set(plain)] or (
        [] if shape == plain else [f"{len(shape)} elements, not {len(plain)}"]
    )


def _missing(payload: str, shown: str) -> str:
    """Empty where the payload stands there, hidden characters as numbers or blanks; blanks do not count."""
    there = "".join(visible(shown).split())
    told = ("".join(visible(each).split()) for each in (payload, clean(payload)))
    return "" if any(words in there for words in told) else f"not shown in {shown}"


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("n", range(1, len(WORDS)))
def test_a_payload_is_words(n: int, name: str, shown: dict[tuple[str, int], str]) -> None:
    assert shown[(name, n)] == "", WORDS[n]


def test_lists_and_the_map_show_them_as_words(shown: dict[tuple[str, int], str]) -> None:
    assert shown[("lists", 0)] == ""


def test_there_are_sixty() -> None:
    assert len(set(PAYLOADS)) == 60


def test_a_page_that_runs_one_would_be_noticed(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(f"<p>{PAYLOADS[0]}{PAYLOADS[10]}{PAYLOADS[11]}</p>", encoding="utf-8")
    context = chromium.new_context()
    watch = Watch(context.new_page(), f"file://{tmp_path}")
    watch.page.goto(f"file://{tmp_path}/bad.html")
    watch.page.wait_for_load_state("networkidle")
    context.close()
    assert any(each.startswith("dialog") for each in watch.faults)
    assert any(each.startswith("request: http://evil.example") for each in watch.faults)
