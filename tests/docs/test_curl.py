"""Every call of curl that the pages show is made, of a server that has what it names."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import which

import pytest

from dateline.ledger.opening import open_ledger
from tests.builders import market_bombing
from tests.ledger.stores import clock, fill
from tests.web.browser.conftest import served

DOCS = Path(__file__).parent.parent.parent / "docs"
READINGS = market_bombing().readings
KILLED = next(c for r in READINGS for c in r.claims if c.field == "killed")
NAMED = {
    "claim-0123456789abcdef": KILLED.id,
    "event-0123456789abcdef": READINGS[0].claims[0].event,
    "event-fedcba9876543210": READINGS[1].claims[0].event,
}


def calls(page: Path) -> Iterator[str]:
    """Each on one line, however it is broken on the page."""
    for block in re.findall(r"^```\w*\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S):
        yield from (line for line in block.replace("\\\n", " ").splitlines() if line.startswith("curl "))


SHOWN = [call for page in sorted(DOCS.rglob("*.md")) for call in calls(page)]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over the market bombing."""
    file = tmp_path_factory.mktemp("desk") / "ledger.db"
    with closing(open_ledger(str(file), clock, create=True)) as store:
        fill(store)
    with served(file) as address:
        yield address


@pytest.mark.skipif(which("curl") is None, reason="curl is not installed (apt-get install curl)")
@pytest.mark.parametrize("call", SHOWN)
def test_it_is_answered(call: str, here: str) -> None:
    for name, id_ in NAMED.items():
        call = call.replace(name, id_)
    words = shlex.split(call.replace("http://127.0.0.1:8765", here))
    done = subprocess.run([*words, "--fail-with-body", "-sS"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert told.get("items") or told.get("judgement"), told


def test_pages_show_calls() -> None:
    assert len(SHOWN) >= 3
