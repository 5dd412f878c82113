"""A statement in words: who speaks to whom, and what."""

from __future__ import annotations

from dateline.model import Spans, Statement
from dateline.wording.lookup import Lookup
from dateline.wording.words import clean, source_words

QUOTES = "\"“'‘«"


def speaker_words(statement: Statement, lookup: Lookup) -> str:
    """Who speaks; for a contact or position also the report's words for what they do."""
    who = source_words(statement.speaker) if statement.speaker else "speaker unknown"
    if statement.kind in ("contact", "position"):
        who = f"{who} {_pieces(statement.spans.cue, lookup.reports[statement.report].text)}"
    if statement.addressee:
        link = "" if statement.kind == "contact" else "to "
        who = f"{who} {link}{source_words(statement.addressee)}"
    return who


def statement_words(statement: Statement, lookup: Lookup) -> str:
    """The content, with an ellipsis where the report splits it; in quotation marks where direct."""
    report = lookup.reports[statement.report]
    told = _pieces(statement.spans.content, report.text) or clean(statement.text)
    return f"“{told}”" if statement.kind == "direct" and told[:1] not in QUOTES else told


def _pieces(spans: Spans, text: str) -> str:
    return clean(" … ".join(span.of(text) for span in spans))
