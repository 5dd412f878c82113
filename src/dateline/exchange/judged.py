"""What people judged in its JSON form, keys in the contract's order."""

from __future__ import annotations

from dateline.exchange.values import Json, span_json, value_json
from dateline.model import Anchor, Judgement, ValueJudgement


def judgement_json(judgement: Judgement) -> Json:
    """A judgement or the undoing of one, with its events as they stood when it was made."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "events": [anchor_json(anchor) for anchor in judgement.events],
        "by": judgement.by,
        "why": judgement.why,
        "at": judgement.at.isoformat(),
        "undoes": judgement.undoes,
    }


def value_judgement_json(judgement: ValueJudgement) -> Json:
    """A judgement on a value or the undoing of one; ``value`` is what was said, of a correction alone."""
    about = judgement.claim
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "claim": {
            "claim": about.claim,
            "report": about.report,
            "field": about.field,
            "group": about.group,
            "source": about.source,
            "value": value_json(about.value),
            "words": span_json(about.words),
            "span": span_json(about.span),
            "quote": about.quote,
        },
        "value": None if judgement.value is None else value_json(judgement.value),
        "by": judgement.by,
        "why": judgement.why,
        "at": judgement.at.isoformat(),
        "undoes": judgement.undoes,
    }


def anchor_json(anchor: Anchor) -> Json:
    """An event as it was judged; ``spans`` and ``words`` are always lists, one pair a stretch."""
    return {
        "event": anchor.event,
        "report": anchor.report,
        "spans": [span_json(span) for span in anchor.triggers],
        "words": [span_json(span) for span in anchor.words],
        "span": span_json(anchor.span),
        "quote": anchor.quote,
    }
