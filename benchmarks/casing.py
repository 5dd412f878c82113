"""Counts how words are written in the running text of the dev sets, and writes casing.toml.

python -m benchmarks.casing

Sets whose texts came in capitals are left out. A word is listed that is written small more often than not,
at least three times, and that the endings do not give already. Only words are kept, no text.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from benchmarks.gold import gold_folder
from dateline.reading.casing import is_small

OUT = Path(__file__).resolve().parents[1] / "src" / "dateline" / "codebook" / "data" / "casing.toml"
LEFT_OUT = ("muc4", "muc4cased", "claims")
LEAST = 3
WORD = re.compile(r"[^\W\d_]+")
ENDINGS = ("s", "es", "d", "ed", "ing", "r", "er", "ers", "rs", "ly", "al", "ally")
FORMED = (
    "tion", "tions", "ment", "ments", "ness", "ism", "ist", "ists", "ity", "ities", "ize", "ized", "izing",
    "izes", "ive", "ives", "ous", "able", "ible", "ably", "ful", "less", "ance", "ence", "ship", "ward",
    "wards", "ated", "ating", "fully", "ically", "ology", "icide", "sion", "sions",
)  # fmt: skip
HEAD = """# Words mostly written small in running text: `python -m benchmarks.casing` counts them anew in news
# texts of the measuring data, of which nothing else is kept. A report in capitals is put in normal
# case by them.

version = 1
# Endings of words formed from those listed, and endings that only words written small have.
"""


def running(folder: Path) -> Iterator[tuple[str, bool]]:
    """Words in mid-sentence, and whether they are written small."""
    for path in sorted((folder / "dev").glob("*.docs.jsonl.gz")):
        if path.name.split(".")[0] in LEFT_OUT:
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for paragraph in (json.loads(line).get("text") or "").split("\n"):
                    yield from _of(paragraph)


def _of(paragraph: str) -> Iterator[tuple[str, bool]]:
    if sum(c.isupper() for c in paragraph) > 0.3 * sum(c.islower() for c in paragraph):
        return  # a headline
    for match in WORD.finditer(paragraph):
        before = paragraph[: match.start()].rstrip()
        if before and before[-1] not in ".!?:\"“”'‘’([-–—" and (match[0].islower() or match[0][0].isupper()):
            yield match[0].lower(), match[0].islower()


def main() -> int:
    """Count and write."""
    folder = gold_folder()
    if folder is None:
        sys.stderr.write("No gold data here: set DATELINE_GOLD to the folder that holds score.py and dev/.\n")
        return 1
    counts = Counter(running(folder))
    words = {word for word, small in counts if small}
    small = {w for w in words if counts[w, True] >= LEAST and counts[w, True] > counts[w, False]}
    small |= {w for w in ("us", "a") if w in words}
    kept: set[str] = set()
    for word in sorted(small, key=lambda w: (len(w), w)):
        if not is_small(word, kept, ENDINGS, FORMED):
            kept.add(word)
    lines = [
        HEAD,
        f"endings = {json.dumps(list(ENDINGS))}\n",
        f"formed = {json.dumps(list(FORMED))}\n",
        "small = [\n",
    ]
    lines += [
        f"  {line}\n"
        for line in wrap(", ".join(json.dumps(w, ensure_ascii=False) for w in sorted(kept)) + ",", 110)
    ]
    OUT.write_text("".join((*lines, "]\n")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
