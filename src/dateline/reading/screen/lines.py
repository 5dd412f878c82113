"""A text cut into the stretches that a screen keeps or drops."""

from __future__ import annotations

import re
from collections.abc import Iterator

RUN = re.compile(r"[^\W\d_]+")
"""Letters in a row: every word that a trigger can be is one, or is made of them."""
LONG = 500
"""Characters from which a line is cut at the ends of sentences."""
SURE_END = re.compile(r"(?<=[a-z0-9]{3}[.!?])[\"”’)]* +(?=[\"“‘(]*[A-Z])")
"""The end of a sentence, and surely of no abbreviation: three small letters, the stop, a capital."""


def stretches(text: str) -> Iterator[str]:
    """The lines of a text, long ones cut into sentences: what is parsed alone much as in the whole."""
    for line in text.split("\n"):
        if len(line) <= LONG:
            yield line
            continue
        start = 0
        for end in SURE_END.finditer(line):
            yield line[start : end.end()]
            start = end.end()
        yield line[start:]
