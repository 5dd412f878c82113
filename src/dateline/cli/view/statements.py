"""Who said what: speaker, role, kind and the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from dateline.cli.view.lookup import Lookup
from dateline.cli.view.words import clean, report_words, source_words, when_words
from dateline.model import Spans, Statement

QUOTES = "\"“'‘«"


def statements(said: Sequence[Statement], lookup: Lookup) -> Iterator[RenderableType]:
    """Each statement as a line on who speaks and how, and its words under it."""
    for statement in said:
        yield Padding(_speaker(statement, lookup), (0, 0, 0, 2))
        yield Padding(Text(_words(statement, lookup)), (0, 0, 1, 4))


def _speaker(statement: Statement, lookup: Lookup) -> Text:
    text = lookup.reports[statement.report].text
    who = source_words(statement.speaker) if statement.speaker else "speaker unknown"
    if statement.kind in ("contact", "position"):
        who = f"{who} {_pieces(statement.spans.cue, text)}"
    if statement.addressee:
        who = f"{who} {'' if statement.kind == 'contact' else 'to '}{source_words(statement.addressee)}"
    facts: list[str] = [statement.kind]
    if statement.medium:
        facts.append(clean(statement.medium))
    if statement.when:
        facts.append(when_words(statement.when))
    facts.append(f"in {report_words(lookup.reports[statement.report])}")
    return Text.assemble((who, "bold"), (f" · {' · '.join(facts)}", "dim"))


def _words(statement: Statement, lookup: Lookup) -> str:
    """The content, with an ellipsis where the report splits it; in quotation marks where direct."""
    report = lookup.reports[statement.report]
    told = _pieces(statement.spans.content, report.text) or clean(statement.text)
    return f"“{told}”" if statement.kind == "direct" and told[:1] not in QUOTES else told


def _pieces(spans: Spans, text: str) -> str:
    return clean(" … ".join(span.of(text) for span in spans))
