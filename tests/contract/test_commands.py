"""Every command says the same of a PostgreSQL ledger as of a SQLite one that was given the same reports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import click.testing
import pytest

from dateline.cli import main
from dateline.exchange.formats import FORMATS
from tests.contract.conftest import Where

EXAMPLES = Path(__file__).parents[2] / "examples"
STAMP = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)?|\b[0-9a-f]{64}\b|judgement-\w+"
)
"""What may differ: the time at which somebody did something, and the hashes that seal it."""

ROWS = """event_id_cnty,event_date,event_type,sub_event_type,country,location,latitude,longitude,fatalities
ETH1,22 June 2021,Explosions/Remote violence,Air/drone strike,Ethiopia,Togoga,13.5,39.3,64
"""


class Walk:
    """A ledger that commands are given to one after another; they are kept with what they said."""

    def __init__(self, ledger: str, folder: Path) -> None:
        self.ledger, self.folder, self.said = ledger, folder, list[tuple[str, str]]()

    def __call__(self, *words: str, code: int = 0) -> str:
        done = click.testing.CliRunner().invoke(
            main, [*words, "--ledger", self.ledger], env={"COLUMNS": "100"}
        )
        assert done.exit_code == code, (words, done.output, done.exception)
        told = STAMP.sub("*", done.output.replace(self.ledger, "LEDGER"))
        self.said.append((STAMP.sub("*", " ".join(words).replace(str(self.folder), "FOLDER")), told))
        return done.stdout

    def all(self) -> Iterator[None]:
        """Every command that reads or changes a ledger; a step at each ``yield``."""
        self("add", str(EXAMPLES / "market"), "--workers", "1")
        self("add", str(EXAMPLES / "market"), str(EXAMPLES / "clash"), "--workers", "1")
        self("incidents")
        self("incidents", "--status", "disputed", "--sort", "killed", "--csv")
        listed = json.loads(self("incidents", "--json"))
        yield
        for incident in (each["id"] for each in listed):
            self("show", incident, "--claims", "--policy", "all")
            self("explain", incident)
            self("timeline", incident, "--field", "type")
        yield
        document = json.loads(self("export", "--json"))
        claims = [c for c in document["claims"] if c["field"] == "killed"]
        self("explain", claims[0]["id"])
        main_one, other = sorted(document["incidents"], key=lambda i: -len(i["claims"]))[:2]
        by_id = {c["id"]: c for c in document["claims"]}
        one, two = (by_id[each["claims"][0]]["event"] for each in (main_one, other))
        by = ("--by", "Ana", "--why", "a test")
        judged = self("judge", "same", one, two, *by).split()[0]
        self("incidents")
        self("judge", "undo", judged, *by)
        self("judge", "value", claims[0]["id"], "reject", *by)
        self("incidents")
        yield
        report = document["reports"][0]["id"]
        self("remove", report, *by)
        self("incidents", "--json")
        self("remove", report, "--undo", *by)
        self("doctor")
        self("verify")
        manifest = self.folder / "manifest.json"
        manifest.write_text(self("manifest"), encoding="utf-8")
        self("verify", "--against", str(manifest))
        yield
        for each in FORMATS:
            out = self.folder / f"out.{each.name}"
            self("export", "--format", each.name, "--out", str(out))
            told = [p for p in sorted([out, *out.rglob("*")]) if p.is_file()]
            self.said += [(f"{each.name}: {p.name}", STAMP.sub("*", p.read_text("latin-1"))) for p in told]
        yield
        theirs = self.folder / "theirs.csv"
        theirs.write_text(ROWS, encoding="utf-8")
        self("compare", str(theirs))
        self("evaluate", str(EXAMPLES / "market"), "--misses")
        self("show", "no-such-incident", code=1)


@pytest.mark.slow
def test_every_command_says_the_same(postgres: Where, tmp_path: Path) -> None:
    folders = [tmp_path / "sqlite", tmp_path / "postgresql"]
    for folder in folders:
        folder.mkdir()
    walks = [Walk(str(folders[0] / "ledger.db"), folders[0]), Walk(postgres(), folders[1])]
    for _ in zip_longest(*(walk.all() for walk in walks)):
        one, other = (walk.said for walk in walks)
        for here, there in zip(one, other, strict=True):
            assert here == there
