"""Which words of a report are data for machines, as JSON in a page, and tell of nothing?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Span
from dateline.reading.parse import Parse

OPENS = re.compile(r"\{\s*+[\"“][^\"”\n]{1,80}+[\"”]\s*+:")
"""A brace, a name in quotes and a colon."""
BRACE = re.compile(r"[{}]")


def data_tokens(parse: Parse) -> frozenset[int]:
    """The tokens inside objects of JSON; no claim is read there, whatever their strings say.

    '{"type": "attack", "killed": 12}'.
    """
    return frozenset(i for span in _objects(parse.text) for i in range(*parse.token_range(span)))


def _objects(text: str) -> Iterator[Span]:
    """Each object with all that is nested in it; one that is cut off ends with its paragraph."""
    opens = {m.start() for m in OPENS.finditer(text)}
    if not opens:
        return
    closed = _pairs(text)
    at = 0
    for start in sorted(opens):
        if start < at:
            continue
        line = text.find("\n", start)
        at = closed.get(start, line if line >= 0 else len(text))
        yield Span(start, at)


def _pairs(text: str) -> dict[int, int]:
    """Where each brace that is closed ends."""
    open_at: list[int] = []
    found = {}
    for brace in BRACE.finditer(text):
        if brace[0] == "{":
            open_at.append(brace.start())
        elif open_at:
            found[open_at.pop()] = brace.end()
    return found
