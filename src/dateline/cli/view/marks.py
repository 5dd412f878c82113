"""A sentence with its spans marked underneath, readable without colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from dateline.model import Span
from dateline.wording.words import blanked


@dataclass(frozen=True, slots=True)
class Mark:
    """A kind of span: what it is called, the sign under its words, and their style on a colour terminal."""

    name: str
    sign: str
    style: str


MARKS: Sequence[Mark] = (
    Mark("value", "=", "bold green"),
    Mark("trigger", "^", "bold yellow"),
    Mark("cue", "~", "bold magenta"),
    Mark("source", "-", "bold cyan"),
)


def marked_lines(text: str, sentence: Span, spans: Mapping[str, Span], width: int) -> Iterator[Text]:
    """The sentence broken to ``width`` columns, a line of signs under every line that has marked words.

    Args:
        text: the report's text.
        sentence: the stretch to print.
        spans: by name of a mark, the span it marks; only what lies in the sentence shows.
        width: columns to use.
    """
    signs: dict[int, Mark] = {}
    for mark in reversed(MARKS):
        span = spans.get(mark.name)
        if span:
            signs.update(dict.fromkeys(range(span.start, span.end), mark))
    for line in _lines(blanked(text), sentence, width):
        words, under = Text(), ""
        for at in range(line.start, line.end):
            letter = blanked(text[at])
            sign = signs.get(at)
            words.append(letter, sign.style if sign else "")
            under += (sign.sign if sign else " ") * cell_len(letter)
        yield words
        if under.strip():
            yield Text(under.rstrip(), "dim")


def _lines(text: str, sentence: Span, width: int) -> Iterator[Span]:
    """Cut at the last space that fits; a longer word is cut where the line ends."""
    start = sentence.start
    while start < sentence.end:
        end, used, space = start, 0, 0
        while end < sentence.end and used + cell_len(text[end]) <= width:
            used += cell_len(text[end])
            if text[end] == " ":
                space = end
            end += 1
        end = max(end, start + 1)
        if end < sentence.end and space > start:
            end = space
        yield Span(start, end)
        start = end
        while start < sentence.end and text[start] == " ":
            start += 1
