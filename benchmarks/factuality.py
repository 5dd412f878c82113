"""Judges the set ``factuality`` by the reader of modality alone: each marked word, claimed or not.

python -m benchmarks.factuality [--learned] [--errors]
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

import numpy as np

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

HEAD = "| class | words | put there | precision | recall | F1 |\n|---|--:|--:|--:|--:|--:|\n"
FOLDS, ROUNDS = 5, 400
GRID = [(penalty, rare) for penalty in (0.001, 0.003, 0.01) for rare in (1.0, 3.0, 7.0)]
"""Strengths of the penalty and weights of a rare class that are tried."""


class Word(NamedTuple):
    """A marked word with its text around it, what the set says of it and how the reader judges it.

    ``text`` numbers the texts, ``traits`` are what a learned model may see of the word.
    """

    text: int
    traits: frozenset[str]
    word: str
    around: str
    right: Class
    judged: Modality
    cue: str | None


def words(gold: Path, parser: Parser) -> Iterator[Word]:
    """Every marked word of the set."""
    cues = load_codebook().modality

    texts = (each["text"] for each in _records(gold, "docs"))
    for n, (parse, told) in enumerate(zip(parser.parse(texts), _records(gold, "gold"), strict=True)):
        for each in told["words"]:
            first, end = parse.token_range(Span(*each["span"]))
            head = _head(parse, first, end)
            judged = read_modality(parse, head, cues)
            cue = None if judged.cue is None else parse.tokens[judged.cue].text
            around = parse.sentence_span(first).of(parse.text)
            traits = frozenset((f"judged {judged.modality}", *_traits(parse, head)))
            word = parse.words(first, end)
            yield Word(n, traits, word, around, _class(each["value"]), judged.modality, cue)


def _traits(parse: Parse, i: int) -> Iterator[str]:
    """The word, what hangs on it, and the words above it with their auxiliaries, marks and adverbs."""
    token, head = parse.tokens[i], parse.tokens[parse.tokens[i].head]
    yield from (f"tag {token.tag}", f"dep {token.dep}", f"lemma {token.lemma}")
    yield from (f"above {head.lemma}", f"above {head.tag}", f"higher {parse.tokens[head.head].lemma}")
    yield from (f"below {parse.tokens[k].dep} {parse.tokens[k].lemma}" for k in token.children)
    for k in head.children:
        if parse.tokens[k].dep in ("aux", "neg", "mark", "advmod"):
            yield f"beside {parse.tokens[k].dep} {parse.tokens[k].lemma}"


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


def table(told: Sequence[Word], put_in: Sequence[Class]) -> Iterator[str]:
    """A line a class: how many words, how many are put there, precision, recall and F1."""
    pairs = Counter((each.right, one) for each, one in zip(told, put_in, strict=True))
    for one in CLASSES:
        both = pairs[one, one]
        right, put = sum(pairs[one, c] for c in CLASSES), sum(pairs[c, one] for c in CLASSES)
        cells = (both / (put or 1), both / right, 2 * both / (put + right))
        yield f"| {one} | {right} | {put} | " + " | ".join(f"{100 * cell:.1f}" for cell in cells) + " |"


def learned(told: Sequence[Word], penalty: float, rare: float) -> list[Class]:
    """The classes by a logistic model of the other texts, five folds; ``rare`` is a rare class's weight."""
    known = Counter(trait for each in told for trait in each.traits)
    columns = {trait: n for n, trait in enumerate(sorted(t for t, c in known.items() if c > 1))}
    seen = np.zeros((len(told), len(columns) + 1))
    seen[:, -1] = 1
    for row, each in zip(seen, told, strict=True):
        row[[columns[trait] for trait in each.traits if trait in columns]] = 1
    right = np.eye(len(CLASSES))[[CLASSES.index(each.right) for each in told]]
    folds = np.array([each.text % FOLDS for each in told])
    weights = np.where(right[:, :1] == 1, 1.0, rare)
    put = np.zeros(len(told), int)
    for fold in range(FOLDS):
        others = folds != fold
        model = np.zeros((seen.shape[1], len(CLASSES)))
        for _ in range(ROUNDS):
            scores = np.exp(seen[others] @ model)
            wrong = (scores / scores.sum(1, keepdims=True) - right[others]) * weights[others]
            model -= seen[others].T @ wrong / others.sum() + penalty * model
        put[~others] = (seen[~others] @ model).argmax(1)
    return [CLASSES[n] for n in put]


def main() -> int:
    """Print a table, and on demand every word that the reader puts into another class than the set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learned", action="store_true", help="judge by a model fitted to the other texts")
    parser.add_argument("--errors", action="store_true", help="print the words that are judged otherwise")
    asked = parser.parse_args()
    gold = gold_folder()
    if gold is None:
        sys.stderr.write("No gold data here: set DATELINE_GOLD to the folder that holds score.py and dev/.\n")
        return 1
    told = list(words(gold, Parser()))
    tables = {"by the reader": [OF[each.judged] for each in told]}
    for penalty, rare in GRID if asked.learned else ():
        tables[f"learned, penalty {penalty}, weight {rare}"] = learned(told, penalty, rare)
    for name, put in tables.items():
        sys.stdout.write(f"\n{name}\n\n{HEAD}")
        sys.stdout.writelines(line + "\n" for line in table(told, put))
    for each in told if asked.errors else ():
        if OF[each.judged] != each.right:
            sys.stdout.write(f"{each.right}: {each.judged} by {each.cue}: {each.word!r} in {each.around!r}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
