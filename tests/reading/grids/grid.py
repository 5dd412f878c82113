"""Sentences made from tables, each with what it tells by construction."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

DATA = Path(__file__).parent / "data"
WORDS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
FIRMLY = frozenset(("asserted", "hedged", "denied"))
"""How firmly a speaker may put it, behind the number."""
WORDS |= {12: "twelve", 14: "fourteen", 17: "seventeen", 21: "twenty-one", 30: "thirty"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One sentence of a grid: where it stands, its text, and what is to be read in it."""

    grid: str
    kind: str
    row: str
    column: str
    text: str
    told: tuple[str, ...]

    @property
    def name(self) -> str:
        """By which a list of failing cells names it."""
        return f"{self.grid}/{self.kind}/{self.row}/{self.column}".replace(" ", "_")


@dataclass(frozen=True, slots=True)
class Fill:
    """What is drawn for one cell."""

    N: int
    M: int
    people: str
    town: str
    other: str
    worded: bool

    def slots(self) -> dict[str, str]:
        """The words for the slots of a template."""
        n, m = (WORDS.get(x, str(x)) if self.worded else str(x) for x in (self.N, self.M))
        return {"N": n, "M": m, "people": self.people, "town": self.town, "other": self.other}


@cache
def load(name: str) -> dict[str, Any]:
    """One file of the data."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def draw(rng: Random) -> Fill:
    """Numbers, people and towns for one cell."""
    words = load("fillers")
    town, other = rng.sample(words["towns"], 2)
    n = rng.choice([12, 14, 17, 19, 21, 23, 26, 30, 34, 47, 58, 63, 71, 86])
    return Fill(n, rng.randint(3, 9), rng.choice(words["people"]), town, other, rng.random() < 0.5)


def made(template: str, rng: Random, **words: str) -> tuple[str, tuple[str, ...], Fill]:
    """The text of a template, and its expectations with numbers in place."""
    fill = draw(rng)
    text, _, told = template.partition("|")
    text = text.strip().format(**fill.slots(), **words)
    lines = (
        line[:2] + line[2:3].upper() + line[3:] if line[:2] == "- " else line for line in text.split("\n")
    )
    text = "\n".join(_sentences(line) for line in lines)
    return text, tuple(_numbered(t.strip(), fill) for t in told.split(";") if t.strip()), fill


def _sentences(text: str) -> str:
    """With a capital at the head of each sentence."""
    return ". ".join(s[:1].upper() + s[1:] for s in text.split(". "))


def _numbered(told: str, fill: Fill) -> str:
    """ "killed M-N" with the numbers, as ends of a range: "killed 4..12"."""
    words = told.split(" ")
    how = [w for w in words if w in FIRMLY]
    *field, value = words[: len(words) - len(how)]
    mark = value[0] if value[0] in "~?" else ""
    value = (
        value.removeprefix(mark)
        .replace("M1", str(fill.M + 1))
        .replace("N", str(fill.N))
        .replace("M", str(fill.M))
    )
    if value.endswith("++"):
        value = f"{int(value[:-2]) + 1}.."
    elif value.endswith("+"):
        value = f"{value[:-1]}.."
    elif value.startswith("-"):
        value = f"..{value[1:]}"
    elif "-" in value:
        value = value.replace("-", "..")
    return " ".join((*field, value, *how)) + mark


def harm(seed: str) -> Iterator[Cell]:
    """Grid 1: every way to say harm in every construction."""
    data = load("harm")
    for kind, names in (
        ("does", ("past", "pp", "ing", "base", "field")),
        ("does_to", ("past", "pp", "ing", "base", "after", "field")),
        ("happens", ("past", "perfect", "head", "field")),
    ):
        for row, forms in data[kind].items():
            words = dict(zip(names, forms, strict=True))
            yield from _row(seed, kind, row, words, data["columns"][kind])
    for row, field in data["nouns"].items():
        words = {"noun": row, "field": field}
        yield from _row(seed, "nouns", row, words, data["columns"]["nouns"])
    for column, template in data["single"].items():
        text, told, _ = made(template, Random(f"{seed}-single-{column}"))
        yield Cell("harm", "single", "one", column, text, told)


def _row(seed: str, kind: str, row: str, words: dict[str, str], columns: dict[str, str]) -> Iterator[Cell]:
    for column, template in columns.items():
        text, told, _ = made(template, Random(f"{seed}-{row}-{column}"), **words)
        yield Cell("harm", kind, row, column, text, tuple(f"{words['field']} {t}" for t in told))


def speech(seed: str) -> Iterator[Cell]:
    """Grid 2: every kind of speaker in every position, every verb of speech, with who is to be heard."""
    data = load("speech")
    for row, (words, who, pronoun) in data["speakers"].items():
        for column, template in data["columns"].items():
            yield _said(seed, (row, column), template, (words, who, pronoun), {})
    speakers = list(data["speakers"].items())
    for table, slot in (("verbs", "verb"), ("citing", "cite")):
        for n, word in enumerate(data[table]["words"]):
            for column, template in data[table]["columns"].items():
                rng = Random(f"{seed}-{word}-{column}")
                _, speaker = rng.choice(speakers)
                made_up = word.replace("{s}", speaker[0])
                if speaker[2] == "they":
                    made_up = made_up.replace(" was ", " were ")
                yield _said(
                    seed, (f"{n}-{word.split(' {')[0]}", column), template, speaker, {slot: made_up}, table
                )
    for column, template in data["nominal"].items():
        for row in ("ministry", "role_name", "rebels", "army_spokesman", "watch"):
            yield _said(seed, (row, column), template, data["speakers"][row], {}, "nominal")


def _said(
    seed: str,
    at: tuple[str, str],
    template: str,
    speaker: tuple[str, str, str],
    words: dict[str, str],
    kind: str = "speech",
) -> Cell:
    named, who, pronoun = speaker
    apposed = "," in named  # "Ana Dorn, the mayor of Orlow, said"
    inner = template.replace("{s} ", "{s}, ").replace("{S} ", "{S}, ") if apposed else template
    inner = inner.replace("{S}, :", "{S}:").replace(",, ", ", ").replace(", |", " |")
    their = {"he": "his", "she": "her", "it": "its", "they": "their"}[pronoun]
    slots = {"s": named, "S": named[0].upper() + named[1:], "Pronoun": pronoun.capitalize(), "their": their}
    if words.get("verb", "").startswith("said on condition") and "anonym" in named:
        words = {"verb": "said"}
    text, told, _ = made(inner, Random(f"{seed}-{at}"), **slots, **words)
    return Cell(
        "speech", kind, *at, text, tuple(t.replace("who ", f"{who.replace(' ', '_')} ", 1) for t in told)
    )
