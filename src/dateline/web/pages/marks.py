"""A report's text cut where something begins or ends: each piece lies in the same annotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dateline.model import Span
from dateline.wording.visible import is_hidden, label

Kind = Literal["claim", "statement", "place", "time", "actor"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """What stands in some stretches of a text: its number on the page from 1, its kind, its spans.

    ``rejected`` tells that people took it out.
    """

    number: int
    kind: Kind
    spans: tuple[Span, ...]
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that are shown as they are, or one that is hidden, shown by its number."""

    text: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``numbers`` are the annotations it is in, the narrowest first.

    ``begins`` are those of them whose first words these are, so that each is an anchor once. ``rejected``
    tells that people took out all that is claimed here.
    """

    runs: tuple[Run, ...]
    kinds: tuple[Kind, ...]
    numbers: tuple[int, ...]
    begins: tuple[int, ...]
    rejected: bool

    @property
    def spoken(self) -> bool:
        """Whether there is a word in it: blanks and marks alone are no link."""
        return any(character.isalnum() for run in self.runs for character in run.text)


def pieces(text: str, annotations: Sequence[Annotation]) -> Iterator[Piece]:
    """The text in order, nothing left out; positions are code points, as everywhere."""
    opening: dict[int, list[Annotation]] = {}
    closing: dict[int, list[Annotation]] = {}
    for each in annotations:
        for span in (span for span in each.spans if span.start < len(text)):
            opening.setdefault(span.start, []).append(each)
            closing.setdefault(min(span.end, len(text)), []).append(each)
    cuts = sorted({0, len(text), *opening, *closing})  # none beyond the text
    inside: list[Annotation] = []
    begun: set[int] = set()
    for start, end in pairwise(cuts):
        for each in closing.get(start, ()):
            inside.remove(each)
        inside += opening.get(start, ())
        ordered = sorted({each.number: each for each in inside}.values(), key=_width)
        begins = tuple(each.number for each in ordered if each.number not in begun)
        begun.update(begins)
        kinds = tuple(dict.fromkeys(each.kind for each in ordered))
        numbers = tuple(each.number for each in ordered)
        claims = [each.rejected for each in ordered if each.kind == "claim"]
        yield Piece(tuple(_runs(text[start:end])), kinds, numbers, begins, bool(claims) and all(claims))


def _width(annotation: Annotation) -> tuple[int, int]:
    return sum(span.end - span.start for span in annotation.spans), annotation.number


def _runs(text: str) -> Iterator[Run]:
    start = 0
    for at in range(len(text)):
        if is_hidden(text, at):
            if start < at:
                yield Run(text[start:at], False)
            yield Run(label(text[at]), True)
            start = at + 1
    if start < len(text):
        yield Run(text[start:], False)
