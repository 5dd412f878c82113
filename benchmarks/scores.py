"""Reads the gold sets, scores them, and rewrites docs/scores.md.

python -m benchmarks.scores [SET ...] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.gold import LINKED, SETS, Score, data_hash, gold_folder, read_set, score_set, wrong_links
from dateline.settings import Settings

PAGE = Path(__file__).resolve().parents[1] / "docs" / "scores.md"

HEAD = """# Scores

Rewritten by `make scores`: every dev set is read with `dateline read SET --json --mentions` and scored by
the scorer that comes with the data. Per cent. `n` is the number of gold items, `e2e` recall when what was
never matched counts as missed, `ceiling` the share of gold values that stand in the text at all, `A` and `B`
two dumb readers scored the same way. The data are not part of this project.

| set | slot | n | score | e2e | ceiling | A | B |
|---|---|--:|--:|--:|--:|--:|--:|
"""


LINKS = """
## Wrong links

Pairs of reports whose main incidents are wrongly one, which hides evidence, and wrongly two.

| set | wrongly together | wrongly apart |
|---|--:|--:|
"""


def row(s: Score) -> str:
    """One line of the table."""

    def shown(x: float | None) -> str:
        return "" if x is None else f"{x:.1f}"

    cells = (s.score, s.end_to_end, s.ceiling, s.floor_a, s.floor_b)
    return f"| {s.set} | {s.slot} | {s.n} | " + " | ".join(map(shown, cells)) + " |\n"


def main() -> int:
    """Score the named sets, or all and rewrite the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=list(SETS))
    parser.add_argument("--keep", type=Path, help="keep the ledgers in this folder")
    asked = parser.parse_args()
    gold = gold_folder()
    if gold is None:
        sys.stderr.write("No gold data here: set DATELINE_GOLD to the folder that holds score.py and dev/.\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        out = asked.keep or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        scores: list[Score] = []
        links = LINKS
        for name in asked.sets:
            read_set(gold, name, out, Settings())
            scores += score_set(gold, name, out)
            sys.stdout.writelines(row(s) for s in scores if s.set == name)
            if name in LINKED:
                together, apart = wrong_links(gold, name, out)
                links += f"| {name} | {together} | {apart} |\n"
            sys.stdout.flush()
    if tuple(asked.sets) == SETS:
        hashes = "".join(f"- {name}: `{data_hash(gold, name)[:16]}`\n" for name in SETS)
        PAGE.write_text(
            HEAD + "".join(map(row, scores)) + links + "\nData, by SHA-256:\n\n" + hashes, encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
