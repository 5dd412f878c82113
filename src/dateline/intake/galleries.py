"""The marks that a gallery of pictures leaves between its captions, and its title before each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from dateline.intake.canonical import Edit

MARK = re.compile(r"(?i:hide|show|view|toggle) (?i:caption) \d{1,3} of \d{1,3}\b")
FEWEST_WORDS = 3
"""Of a title: shorter beginnings may be common to captions by chance."""
LONGEST_CAPTION = 1500
"""Characters between two marks."""
WORD = re.compile(r"\S+ *")


def galleries(text: str) -> Iterator[Edit]:
    """A line break for each mark, and the title away where every caption repeats it.

    >>> line = "Photos: The mill burns A hose. Hide Caption 1 of 3 Photos: The mill burns A cart."
    >>> line += " Hide Caption 2 of 3 Photos: The mill burns The pond. Hide Caption 3 of 3"
    >>> [line[e.start:e.end] for e in galleries(line)][:2]
    ['Photos: The mill burns ', ' Hide Caption 1 of 3 Photos: The mill burns ']
    """
    marks = [m.span() for m in MARK.finditer(text)]
    title = _title(text, marks)
    first = text.rfind(title, 0, marks[0][0]) if title else -1
    if first >= 0 and "\n" not in text[first : marks[0][0]]:
        yield Edit(first, first + len(title), "")
    for start, end in marks:
        before = start - 1 if text[start - 1 : start] == " " else start
        behind = end + len(text[end:]) - len(text[end:].lstrip(" "))
        if title and text.startswith(title, behind):
            behind += len(title)
        yield Edit(before, behind, "\n")


def _title(text: str, marks: list[tuple[int, int]]) -> str:
    """The words with which every caption behind a mark begins, or none."""
    captions = [
        text[end:start].lstrip()
        for (_, end), (start, _) in pairwise(marks)
        if start - end <= LONGEST_CAPTION and text[end:start].strip()
    ]
    if len(captions) < 2:
        return ""
    columns = zip(*(WORD.findall(caption) for caption in captions), strict=False)
    common = [words[0] for words in takewhile(lambda words: len(set(words)) == 1, columns)]
    return "".join(common) if len(common) >= FEWEST_WORDS else ""
