"""One `dateline add` of many reports while four judge over HTTP: none is lost, and pages stay quick.

The whole is 20,000 reports and 4 x 500 judgements, and takes a while; a smaller one runs with what is slow.
A report in twenty tells of an event, the rest are screened out as in a crawl.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from socket import create_server
from urllib.parse import urlencode

import pytest

from dateline.keeping.settling import settle
from dateline.ledger.opening import open_ledger
from dateline.settings import Settings
from tests.faults.runs import COMMAND
from tests.ledger.stores import MADE, raw_of, tellings

REVIEWERS = 4
SIZES = (
    pytest.param(200, 10, marks=pytest.mark.slow),
    pytest.param(20_000, 500, marks=pytest.mark.long),
)
MARK = re.compile(r'name="mark" value="([0-9a-f]+)"')
TELL_EVERY = 20


@dataclass
class Reviewer:
    """One who looks at pages and judges claims; ``pages`` are the seconds that each page took."""

    name: str
    port: int
    claims: Sequence[str]
    pages: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    cookie: str = ""

    def review(self) -> None:
        """Judge every claim, with a look at a page before each."""
        looked = cycle(("/review", "/incidents?text=Velmar", "/reports"))
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=120)) as http:
            for claim, path in zip(self.claims, looked, strict=False):
                page = self._asked(http, "GET", path, None)
                if path == "/review":
                    mark = MARK.findall(page)[0]
                form = {"mark": mark, "claim": claim, "verdict": "accept", "by": self.name, "why": "read"}
                self._asked(http, "POST", "/review/claim", form)

    def _asked(self, http: HTTPConnection, method: str, path: str, form: dict[str, str] | None) -> str:
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = time.monotonic()
        http.request(method, path, urlencode(form) if form else None, headers)
        answer = http.getresponse()
        told = answer.read().decode()
        if method == "GET":
            self.pages.append(time.monotonic() - start)
        given = answer.getheader("set-cookie")
        if given:
            self.cookie = given.split(";")[0]
        if answer.status != (303 if form else 200):
            self.refused.append(f"{method} {path}: {answer.status} {told[-300:]}")
        return told


@contextmanager
def server(ledger: Path) -> Iterator[int]:
    """The port of `dateline serve`, in a process of its own."""
    with create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    words = ("serve", "--ledger", str(ledger), "--port", str(port))
    process = subprocess.Popen([*COMMAND, *words], stderr=subprocess.DEVNULL)
    try:
        _wait(port, process)
        yield port
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=120)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    while True:
        assert process.poll() is None, "the server ended"
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as http:
                http.request("GET", "/api/health")
                assert http.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return


def _crawl(file: Path, reports: int) -> int:
    """A file of reports; how many of them tell of an event."""
    told = 0
    with file.open("w", encoding="utf-8") as out:
        for n in range(reports):
            tells = n % TELL_EVERY == 0
            day = f"{n // TELL_EVERY % 28 + 1} {('March', 'April', 'May')[n % 3]}"
            text = (
                f"A bomb killed {n + 1} people at market {n} in Mosul on {day} 2031, police said."
                if tells
                else f"The town council met for the {n + 1}th time this year and talked about the library."
            )
            told += tells
            out.write(json.dumps({"id": f"crawl-{n}", "text": text, "published": "2031-06-01"}) + "\n")
    return told


@pytest.mark.parametrize(("reports", "judgements"), SIZES)
def test_none_is_lost(reports: int, judgements: int, tmp_path: Path) -> None:
    ledger, crawl = tmp_path / "ledger.db", tmp_path / "crawl.jsonl"
    told = _crawl(crawl, reports)
    known = list(tellings(REVIEWERS * judgements))
    with closing(open_ledger(str(ledger), lambda: datetime.now(UTC), create=True)) as store:
        for reading in known:
            store.add(reading, raw_of(reading), MADE)
        settle(store, Settings(workers=1))
    claims = [reading.claims[1].id for reading in known]
    with server(ledger) as port:
        words = ("add", str(crawl), "--ledger", str(ledger), "--workers", "1", "--screen", "all")
        adding = subprocess.Popen([*COMMAND, *words], stderr=subprocess.PIPE, text=True)
        reviewers = [Reviewer(f"Reviewer {n}", port, claims[n::REVIEWERS]) for n in range(REVIEWERS)]
        threads = [threading.Thread(target=each.review) for each in reviewers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        _, said = adding.communicate(timeout=7_200)
    assert adding.returncode == 0, said
    assert [each.refused for each in reviewers] == [[]] * REVIEWERS
    pages = sorted(seconds for each in reviewers for seconds in each.pages)
    p99 = pages[int(0.99 * len(pages))]
    print(f"{len(pages)} pages: median {pages[len(pages) // 2]:.3f} s, p99 {p99:.3f} s")  # noqa: T201
    with closing(open_ledger(str(ledger), lambda: datetime.now(UTC), create=False)) as store:
        kept = store.value_judgements()
        assert sorted(each.claim.claim for each in kept) == sorted(claims)
        assert {each.by for each in kept} == {each.name for each in reviewers}
        assert len(store.versions()) == len(known) + told
        assert store.verify_chain() == ()
    if judgements >= 500:  # a smaller one measures how the server starts
        assert p99 < 0.5
