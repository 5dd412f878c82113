"""A reading of a recased text -> the same with the words as the report has them."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import AnyMention, Claim, Entity, Mention, Number, Place, Statement, When
from dateline.reading.claims.finish import identified


def claim_as_told(claim: Claim, text: str) -> Claim:
    """The claim, its value's words and its quote as they stand in the report."""
    words = claim.spans.value
    value = replace(claim.value, text=words.of(text)) if words is not None else claim.value
    return identified(replace(claim, value=value, quote=claim.span.of(text)))


def statement_as_told(statement: Statement, parsed: str, text: str) -> Statement:
    """The statement, each piece of its content as it stands in the report."""
    said, at = statement.text, 0
    for piece in statement.spans.content:
        at = said.find(piece.of(parsed), at)
        if at < 0:
            break
        said = said[:at] + piece.of(text) + said[at + len(piece.of(text)) :]
        at += len(piece.of(text))
    return replace(statement, text=said)


def mention_as_told(mention: AnyMention, text: str) -> AnyMention:
    """The mention, its words as they stand in the report."""
    words = mention.span.of(text)
    match mention.value:
        case When() as when:
            return Mention(mention.kind, mention.span, replace(when, text=words))
        case Place() as place:
            return Mention(mention.kind, mention.span, replace(place, text=words))
        case Entity() as entity:
            return Mention(mention.kind, mention.span, replace(entity, text=words))
        case Number() as number:
            return Mention(mention.kind, mention.span, replace(number, text=words))
