"""A real server over a small ledger that was really read, and Debian's Chromium to look at it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from shutil import copytree, which
from socket import create_server

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from dateline import pipeline
from dateline.codebook import load_codebook
from dateline.gazetteer.build import cache_folder
from dateline.ledger.opening import open_ledger
from dateline.settings import Settings
from dateline.web.app import make_app
from dateline.web.linker import Linker
from dateline.web.outlines import ensure_outlines
from dateline.web.roles import Token
from dateline.web.serving import Serving
from tests.web.conftest import CODEBOOK

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)
REPORTS = {
    "2031-05-06-first.txt": "A car bomb killed 12 people at a market in Hit on Tuesday, police said.",
    "2031-05-07-second.txt": (
        "The car bomb at the market in Hit on Tuesday killed 15 people, the health ministry said. "
        "Rebels said the bomb had killed nobody."
    ),
    "2031-06-01-raid.txt": "Soldiers raided a village near Mosul and killed three gunmen, police said.",
    "2031-06-02-signs.txt": (
        "\U0001f4a3\U0001f468\u200d\U0001f469 \u0627\u0646\u0641\u062c\u0627\u0631 A bomb killed 17 people "
        "in Aleppo on Monday, a monitor said. It was not kil\u200bled by \u202enoise\u202c."
    ),
}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    program = which("chromium") or which("chromium-browser") or which("google-chrome")
    if program is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the reports; it is copied and not changed."""
    folder = tmp_path_factory.mktemp("news")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    file = tmp_path_factory.mktemp("ledger") / "ledger.db"
    with closing(open_ledger(str(file), lambda: datetime.now(UTC), create=True)) as store:
        pipeline.add([str(folder)], store, Settings(workers=1))
    ensure_outlines(cache_folder())
    return file


@contextmanager
def served(
    file: Path, tiles: str | None = None, tokens: Sequence[Token] = (), codebook: Path | None = None
) -> Iterator[str]:
    """The address of a server over a ledger, for as long as it is needed; arguments as for ``Serving``."""
    numbers = count()
    with create_server(("127.0.0.1", 0)) as socket:
        port = socket.getsockname()[1]
        hosts = frozenset((f"127.0.0.1:{port}",))
        settings = Settings(codebook, workers=1)
        serving = Serving(settings, hosts, tuple(tokens), tiles, b"s" * 32, cache_folder())
        with closing(open_ledger(str(file), lambda: datetime.now(UTC), create=False)) as store:
            linker = Linker(store, serving.settings, print)
            app = make_app(
                store,
                load_codebook(codebook) if codebook else CODEBOOK,
                serving,
                lambda: datetime.now(UTC),
                lambda: f"n{next(numbers)}",
                linker.ask,
            )
            server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
            linker.start()
            thread.start()
            while not server.started:
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
            server.should_exit = True
            thread.join()
            linker.stop()


@pytest.fixture
def ledger(read_once: Path, tmp_path: Path) -> Path:
    """A copy of the ledger and its raw copies that may be changed."""
    copy = tmp_path / "ledger.db"
    with closing(open_ledger(str(read_once), lambda: datetime.now(UTC), create=False)):
        copy.write_bytes(read_once.read_bytes())
    copytree(f"{read_once}.raw", f"{copy}.raw")
    return copy


@pytest.fixture
def unwatched(chromium: Browser) -> Iterator[Page]:
    """A page of a new visitor, who may be told of failures: Chromium logs each as an error."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def page(unwatched: Page) -> Iterator[Page]:
    """The same; a fault of a script, or a request to elsewhere, fails the test."""
    faults: list[str] = []
    unwatched.on("pageerror", lambda error: faults.append(str(error)))
    unwatched.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    unwatched.on("request", lambda asked: None if _own(asked.url) else faults.append(asked.url))
    yield unwatched
    assert faults == []


def _own(address: str) -> bool:
    return address.startswith(("http://127.0.0.1:", "data:", "blob:"))
