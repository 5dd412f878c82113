"""Who said what: speaker, role, kind and the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from dateline.model import Statement
from dateline.wording.lookup import Lookup
from dateline.wording.speech import speaker_words, statement_words
from dateline.wording.words import capped, clean, report_words, when_words

REPORTS_NAMED = 2
"""Reports named that carry the same statement; the rest are counted."""


def statements(said: Sequence[Statement], lookup: Lookup) -> Iterator[RenderableType]:
    """Each statement as a line on who speaks and how, and its words under it; copies only once."""
    same: dict[tuple[str, str], list[Statement]] = {}
    for statement in sorted(said, key=lookup.published):
        same.setdefault((speaker_words(statement, lookup), statement_words(statement, lookup)), []).append(
            statement
        )
    for (speaker, words), copies in same.items():
        facts = Text(f" · {' · '.join(_facts(copies, lookup))}", "dim")
        yield Padding(Text(speaker, "bold") + facts, (0, 0, 0, 2))
        yield Padding(Text(words), (0, 0, 1, 4))


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
