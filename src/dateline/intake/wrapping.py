"""Lines broken at a column -> paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.intake.canonical import Edit

LINE = re.compile(r"[^\n]+")
BREAK = re.compile(r"(?<![^\S\n])[^\S\n]*+\n[^\S\n]*+")
MARK = re.compile(r"[-*•>·]\s|\d{1,2}[.)]\s")
NARROW, WIDE = 40, 100
"""Columns between which text is broken by hand or by wires."""
RAGGED = 8
"""Wires break up to so many columns early."""
ENOUGH = 3
"""Fewer broken lines than this may be a headline and its text: joined only before a small letter."""


def unwrap(text: str) -> Iterator[Edit]:
    """Join the lines of paragraphs that were broken because the next word did not fit.

    A text counts as broken at a column when nearly all its line breaks come where the next word would
    have gone over, or nearly over, the longest line, and most of them inside a sentence; a text with a
    paragraph a line never does.
    """
    pairs = [
        (a, b)
        for a, b in pairwise(LINE.finditer(text))
        if a.end() + 1 == b.start() and a[0].strip() and b[0].strip()
    ]
    lengths = [len(a[0].rstrip()) for a, _ in pairs]
    width = max((n for n in lengths if n <= WIDE), default=0)
    if width < NARROW or sum(n > WIDE for n in lengths) > len(lengths) / 10:
        return
    if sum(len(b[0].rstrip()) > WIDE for _, b in pairs) > len(pairs) / 2:
        return  # a title over each paragraph, and no paragraph is broken
    full = [(a, b) for a, b in pairs if _is_full(a[0], b[0], width)]
    inside = [a for a, _ in full if a[0].rstrip()[-1] not in '.!?:"”']
    if len(full) < 0.7 * len(pairs) or len(inside) < 0.5 * len(full):
        return
    for a, b in full:
        if len(full) < ENOUGH and not b[0].lstrip()[0].islower():
            continue
        if _indent(b[0]) > _indent(a[0]) or MARK.match(b[0].lstrip()):
            continue
        gap = BREAK.search(text, len(a[0].rstrip()) + a.start())
        if gap:
            yield Edit(*gap.span(), "" if _splits_compound(a[0], b[0]) else " ")


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) + RAGGED > width


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _splits_compound(line: str, following: str) -> bool:
    """Whether the break comes after the hyphen of a word ("right-" / "wing")."""
    line = line.rstrip()
    return line.endswith("-") and line[-2:-1].isalpha() and following.lstrip()[0].islower()
