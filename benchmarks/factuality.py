"""Judges the set ``factuality`` by the reader of modality alone: each marked word, claimed or not.

python -m benchmarks.factuality [--errors]
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from benchmarks.gold import gold_folder
from dateline.codebook import load_codebook
from dateline.model import Modality, Span
from dateline.reading.modality import read_modality
from dateline.reading.parse import Parse, Parser

Class = Literal["happened", "not", "uncertain"]
CLASSES: tuple[Class, ...] = ("happened", "not", "uncertain")
OF: dict[Modality, Class] = {
    "asserted": "happened",
    "hedged": "uncertain",
    "planned": "uncertain",
    "threatened": "uncertain",
    "denied": "not",
    "negated": "not",
}
HAPPENED, NOT = 2.0, -1.0
"""Marks from which on a word is of one class, and up to which of the other."""


class Word(NamedTuple):
    """A marked word with its text around it, what the set says of it and how the reader judges it."""

    word: str
    around: str
    right: Class
    judged: Modality
    cue: str | None


def words(gold: Path, parser: Parser) -> Iterator[Word]:
    """Every marked word of the set."""
    cues = load_codebook().modality

    texts = (each["text"] for each in _records(gold, "docs"))
    for parse, told in zip(parser.parse(texts), _records(gold, "gold"), strict=True):
        for each in told["words"]:
            first, end = parse.token_range(Span(*each["span"]))
            judged = read_modality(parse, _head(parse, first, end), cues)
            cue = None if judged.cue is None else parse.tokens[judged.cue].text
            around = parse.sentence_span(first).of(parse.text)
            yield Word(parse.words(first, end), around, _class(each["value"]), judged.modality, cue)


def _class(mark: float) -> Class:
    if mark >= HAPPENED:
        return "happened"
    return "not" if mark <= NOT else "uncertain"


def _records(gold: Path, part: str) -> Iterator[dict[str, Any]]:
    data = (gold / "dev" / f"factuality.{part}.jsonl.gz").read_bytes()
    return map(json.loads, gzip.decompress(data).decode().splitlines())


def _head(parse: Parse, first: int, end: int) -> int:
    """The word of a phrase that the others hang on."""
    heads = ((i, parse.tokens[i].head) for i in range(first, end))
    return next(i for i, head in heads if head == i or not first <= head < end)


def table(told: Sequence[Word]) -> Iterator[str]:
    """A line a class: how many words, how many the reader puts there, precision, recall and F1."""
    pairs = Counter((each.right, OF[each.judged]) for each in told)
    for one in CLASSES:
        both = pairs[one, one]
        right, put = sum(pairs[one, c] for c in CLASSES), sum(pairs[c, one] for c in CLASSES)
        cells = (both / put, both / right, 2 * both / (put + right))
        yield f"| {one} | {right} | {put} | " + " | ".join(f"{100 * cell:.1f}" for cell in cells) + " |"


def main() -> int:
    """Print a table, and on demand every word that the reader puts into another class than the set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print the words that are judged otherwise")
    asked = parser.parse_args()
    gold = gold_folder()
    if gold is None:
        sys.stderr.write("No gold data here: set DATELINE_GOLD to the folder that holds score.py and dev/.\n")
        return 1
    told = list(words(gold, Parser()))
    sys.stdout.write("| class | words | put there | precision | recall | F1 |\n|---|--:|--:|--:|--:|--:|\n")
    sys.stdout.writelines(line + "\n" for line in table(told))
    for each in told if asked.errors else ():
        if OF[each.judged] != each.right:
            sys.stdout.write(f"{each.right}: {each.judged} by {each.cue}: {each.word!r} in {each.around!r}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
