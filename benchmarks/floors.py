"""The ratchet: scores pinned with the hash of their data; floors fall only with a reason.

python -m benchmarks.floors raise LEDGERS
python -m benchmarks.floors lower SET SLOT SCORE --why TEXT
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gold import SETS, Score, data_hash, gold_folder, score_set

FILE = Path(__file__).resolve().parents[1] / "tests" / "gold" / "floors.json"
SLACK = 0.5
"""Per cent that a score may lie under its floor: processors round differently."""


@dataclass(frozen=True, slots=True)
class Drop:
    """A slot that scores under its floor, in per cent."""

    set: str
    slot: str
    floor: float
    score: float | None


def load() -> dict[str, dict[str, object]]:
    """The file: per set the data's hash and the floor of each slot, and the floors that were lowered."""
    data: dict[str, dict[str, object]] = json.loads(FILE.read_text(encoding="utf-8"))
    return data


def floors_of(name: str) -> tuple[str, dict[str, float]]:
    """Data hash and floors of one set."""
    entry = load()["sets"][name]
    assert isinstance(entry, dict)
    return str(entry["data"]), dict(entry["slots"])


def drops(scores: list[Score], floors: dict[str, float]) -> list[Drop]:
    """Slots under their floor."""
    made = {s.slot: s.score for s in scores}
    found = []
    for slot, floor in floors.items():
        score = made.get(slot)
        if score is None or score < floor - SLACK:
            found.append(Drop(scores[0].set if scores else "", slot, floor, score))
    return found


def main() -> int:
    """Raise floors to what the ledgers of a folder score, or lower one with a reason."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    up = commands.add_parser("raise")
    up.add_argument("ledgers", type=Path)
    down = commands.add_parser("lower")
    down.add_argument("set")
    down.add_argument("slot")
    down.add_argument("score", type=float)
    down.add_argument("--why", required=True)
    asked = parser.parse_args()
    data = load() if FILE.exists() else {"sets": {}, "lowered": {}}
    if asked.command == "raise":
        _raise(data, asked.ledgers)
    else:
        _lower(data, asked)
    FILE.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return 0


def _raise(data: dict[str, dict[str, object]], ledgers: Path) -> None:
    gold = gold_folder()
    if gold is None:
        sys.exit("No gold data here: set DATELINE_GOLD to the folder that holds score.py and dev/.")
    for name in SETS:
        if not (ledgers / f"{name}.json").exists():
            continue
        entry = data["sets"].setdefault(name, {"data": "", "slots": {}})
        assert isinstance(entry, dict)
        entry["data"] = data_hash(gold, name)
        for s in score_set(gold, name, ledgers):
            if s.score is not None:
                entry["slots"][s.slot] = max(s.score, entry["slots"].get(s.slot, 0.0))


def _lower(data: dict[str, dict[str, object]], asked: argparse.Namespace) -> None:
    entry = data["sets"][asked.set]
    assert isinstance(entry, dict)
    was = entry["slots"][asked.slot]
    entry["slots"][asked.slot] = asked.score
    data["lowered"][f"{asked.set} {asked.slot} {was} to {asked.score}"] = asked.why


if __name__ == "__main__":
    sys.exit(main())
