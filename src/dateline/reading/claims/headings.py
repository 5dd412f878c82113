"""Which sentences are links to other reports: headings that stand below the top of a page."""

from __future__ import annotations

import re

from dateline.reading.parse import Parse

ENDED = re.compile(r"[.!?:;,\"”'’)\]]\s*$")
WORD = re.compile(r"[^\W\d_]{4,}")
BAR = re.compile(r"\s\|\s")
FEWEST = 4
"""Words of four letters or more that a heading has."""


def links(parse: Parse) -> frozenset[int]:
    """Sentences in lines that link to other reports, by index.

    Such a line ends without a mark and either has a bar ("Region | Six hurt in blast") or capitals on
    every longer word. The lines of the top are the report's own headline.
    """
    found = set()
    text = parse.text
    for n, sentence in enumerate(parse.sentences):
        start = parse.tokens[sentence.first].start
        begin = text.rfind("\n", 0, start) + 1
        if not text[:begin].strip():
            continue
        stop = text.find("\n", start)
        line = text[begin : stop if stop >= 0 else len(text)]
        if not ENDED.search(line) and (BAR.search(line) or _is_title(line)):
            found.add(n)
    return frozenset(found)


def _is_title(line: str) -> bool:
    words = WORD.findall(line)
    return len(words) >= FEWEST and all(w[0].isupper() for w in words) and not line.isupper()
