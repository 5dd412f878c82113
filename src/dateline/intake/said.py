"""Where does a page say something of itself: in JSON-LD, in OpenGraph, or elsewhere?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.intake.draft import tidy
from dateline.model import Origin

SCRIPTS = ".//script[@type='application/ld+json']/text()"
OPEN_GRAPH = ".//meta[starts-with(@property, 'og:') or starts-with(@property, 'article:')]/@content"
DAY = 10
"""Characters of a day in ISO 8601, with which a moment begins."""
DEEPEST = 20
"""Levels of JSON-LD that are looked into."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the machine-readable parts of a page say, small and without needless blanks.

    ``language`` is the page's own code for its language, null where it names none.
    """

    json_ld: frozenset[str]
    open_graph: frozenset[str]
    language: str | None

    def origin(self, value: str | None) -> Origin | None:
        """Where the page says this: title, site or day; null is said nowhere."""
        words = _plain(value)
        if not words:
            return None
        if words in self.json_ld:
            return "JSON-LD"
        return "OpenGraph" if words in self.open_graph else "metadata"


NOTHING = Said(frozenset(), frozenset(), None)


def said_by(page: HtmlElement) -> Said:
    """Read the machine-readable parts of a parsed page; JSON-LD that is broken says nothing."""
    told = (words for script in page.xpath(SCRIPTS) for words in _strings(script))
    language = page.get("lang") or next(iter(page.xpath(".//meta[@property='og:locale']/@content")), None)
    return Said(_with_days(told), _with_days(map(str, page.xpath(OPEN_GRAPH))), language or None)


def _strings(script: str) -> Iterator[str]:
    try:
        left = [(json.loads(script), 0)]
    except (ValueError, RecursionError):
        return
    while left:
        value, depth = left.pop()
        if isinstance(value, str):
            yield value
        elif depth < DEEPEST and isinstance(value, dict | list):
            left += [(each, depth + 1) for each in (value.values() if isinstance(value, dict) else value)]


def _with_days(told: Iterable[str]) -> frozenset[str]:
    """What is told, made plain, and the days that moments lie in."""
    plain = {_plain(words) for words in told}
    return frozenset(plain | {words[:DAY] for words in plain if words[4:5] == words[7:8] == "-"})


def _plain(words: str | None) -> str:
    return (tidy(words) or "").casefold()
