"""Who said what: speaker, role, kind and the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from dateline.model import Spans, Statement
from dateline.wording.lookup import Lookup
from dateline.wording.words import capped, clean, report_words, source_words, when_words

QUOTES = "\"“'‘«"

REPORTS_NAMED = 2
"""Reports named that carry the same statement; the rest are counted."""


def statements(said: Sequence[Statement], lookup: Lookup) -> Iterator[RenderableType]:
    """Each statement as a line on who speaks and how, and its words under it; copies only once."""
    same: dict[tuple[str, str], list[Statement]] = {}
    for statement in sorted(said, key=lookup.published):
        same.setdefault((_speaker(statement, lookup), _words(statement, lookup)), []).append(statement)
    for (speaker, words), copies in same.items():
        facts = Text(f" · {' · '.join(_facts(copies, lookup))}", "dim")
        yield Padding(Text(speaker, "bold") + facts, (0, 0, 0, 2))
        yield Padding(Text(words), (0, 0, 1, 4))


def _speaker(statement: Statement, lookup: Lookup) -> str:
    """Who speaks; for a contact or position also the report's words for what they do."""
    who = source_words(statement.speaker) if statement.speaker else "speaker unknown"
    if statement.kind in ("contact", "position"):
        who = f"{who} {_pieces(statement.spans.cue, lookup.reports[statement.report].text)}"
    if statement.addressee:
        link = "" if statement.kind == "contact" else "to "
        who = f"{who} {link}{source_words(statement.addressee)}"
    return who


def _facts(copies: Sequence[Statement], lookup: Lookup) -> list[str]:
    first = copies[0]
    facts: list[str] = [first.kind]
    if first.medium:
        facts.append(clean(first.medium))
    if first.when:
        facts.append(when_words(first.when))
    reports = [report_words(lookup.reports[statement.report]) for statement in copies]
    facts.append(f"in {'; '.join(capped(reports, REPORTS_NAMED))}")
    return facts


def _words(statement: Statement, lookup: Lookup) -> str:
    """The content, with an ellipsis where the report splits it; in quotation marks where direct."""
    report = lookup.reports[statement.report]
    told = _pieces(statement.spans.content, report.text) or clean(statement.text)
    return f"“{told}”" if statement.kind == "direct" and told[:1] not in QUOTES else told


def _pieces(spans: Spans, text: str) -> str:
    return clean(" … ".join(span.of(text) for span in spans))
