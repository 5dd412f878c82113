"""Where the gold data is, and running its scorers on ledgers that this project makes."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from dateline.exchange.json import ledger_to_json
from dateline.model import Ledger
from dateline.pipeline import read
from dateline.settings import Settings

SETS = (
    "claims",
    "airwars_gaza",
    "airwars_syria",
    "gva",
    "muc4cased",
    "muc4",
    "polnear",
    "case2021",
    "event_location",
    "places",
    "times",
    "wikievents",
    "news_cluster",
    "factuality",
)
LINKED = ("airwars_syria", "gva", "news_cluster")
"""Sets of many reports of one incident."""

SMALL = ("claims", "airwars_syria", "case2021", "event_location", "wikievents", "factuality", "airwars_gaza")
"""Sets that are read in a minute or two together."""


@dataclass(frozen=True, slots=True)
class Score:
    """One slot of one set, in per cent; null where the scorer gives none."""

    set: str
    slot: str
    n: int
    score: float | None
    end_to_end: float | None
    ceiling: float | None
    floor_a: float | None
    floor_b: float | None


def gold_folder() -> Path | None:
    """The folder with the scorer and ``dev``, or none on a machine that does not have it.

    ``DATELINE_GOLD`` names it; else it is looked for beside the checkout.
    """
    named = os.environ.get("DATELINE_GOLD")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "gold"
    return folder if (folder / "score.py").exists() else None


def data_hash(gold: Path, name: str) -> str:
    """SHA-256 over a set's documents and answers, so that a score is tied to its data."""
    digest = hashlib.sha256()
    for part in ("docs", "gold"):
        digest.update((gold / "dev" / f"{name}.{part}.jsonl.gz").read_bytes())
    return digest.hexdigest()


def read_set(gold: Path, name: str, out: Path, settings: Settings) -> Ledger:
    """Read a set's documents, write the ledger that the scorers take, and give it back."""
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder) / f"{name}.docs.jsonl"
        docs.write_bytes(gzip.decompress((gold / "dev" / f"{name}.docs.jsonl.gz").read_bytes()))
        ledger = read([str(docs)], settings)
    data = ledger_to_json(ledger, mentions=True)
    (out / f"{name}.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return ledger


def score_set(gold: Path, name: str, out: Path) -> list[Score]:
    """Every slot of a set, scored by the scorer that comes with the data."""
    if name == "claims":
        return _claims(gold, out)
    command = [sys.executable, str(gold / "score.py"), "--gold", str(gold / "dev"), "--set", name]
    done = subprocess.run(
        [*command, "--ledger", str(out / f"{name}.json"), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        Score(
            name,
            r["slot"],
            r["n"],
            *map(_percent, (r["score"], r["e2e"], r["ceiling"], r["baseA"], r["baseB"])),
        )
        for r in json.loads(done.stdout)
    ]


def wrong_links(gold: Path, name: str, out: Path) -> tuple[int, int]:
    """Pairs of reports wrongly together and wrongly apart, by the incident that holds most of each.

    Where a set names no incidents, each of its texts is about one of its own.
    """
    path = gold / "dev" / f"{name}.gold.jsonl.gz"
    answers = [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
    own = [{"code": a["id"]} for a in answers]
    told = [
        (a["id"], a.get("incidents", [alone]))
        for a, alone in zip(answers, own, strict=True)
        if a.get("conflict", True)
    ]
    codes = {key: {i["code"] for i in incidents} for key, incidents in told if incidents}
    main = _main_incidents(json.loads((out / f"{name}.json").read_text(encoding="utf-8")))
    together = apart = 0
    for a, b in combinations(codes, 2):
        one, linked = bool(codes[a] & codes[b]), a in main and main[a] == main.get(b)
        together += linked and not one
        apart += one and not linked
    return together, apart


def _main_incidents(ledger: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """Key of each report -> the incident that holds most of its claims."""
    held: dict[str, Counter[str]] = {}
    for claim in ledger["claims"]:
        held.setdefault(claim["report"], Counter())[claim["incident"]] += 1
    keys = {report["id"]: report["key"] for report in ledger["reports"]}
    return {keys[r]: min(found, key=lambda i: (-found[i], i)) for r, found in held.items()}


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


CLAIMS_ROW = re.compile(r"claims\s+(\w+)\s+n\s+(\d+).*?(?:F1|right|R)\s+([\d.]+)(?:\s+markers|\s+\()")
CLAIMS_FLOOR = {"value": 33.0, "source": 71.0, "source_not_publisher": 0.0, "modality": 86.0, "group": 50.0}
CLAIMS_FLOOR |= {"value_and_source": 15.0}


def _claims(gold: Path, out: Path) -> list[Score]:
    command = [sys.executable, str(gold / "score_claims.py"), "--gold", str(gold / "dev")]
    done = subprocess.run(
        [*command, "--ledger", str(out / "claims.json")], capture_output=True, text=True, check=True
    )
    rows: Iterable[re.Match[str]] = filter(None, map(CLAIMS_ROW.match, done.stdout.splitlines()))
    return [
        Score("claims", m[1], int(m[2]), float(m[3]), None, None, CLAIMS_FLOOR.get(m[1]), None) for m in rows
    ]
