"""Every rule's example is read by that rule, as it says."""

from __future__ import annotations

import pytest

from dateline.model import Claim, Entity, Motive, Number, Place, Responsibility, Term, When
from dateline.reading import ALL_RULES, Reader, Rule
from tests.reading.helpers import read


def reads(claim: Claim) -> str:
    """A claim as rules write it: field and value."""
    value = claim.value
    match value:
        case Number():
            words = number_words(value)
        case Responsibility():
            words = f"{value.name} {value.how}"
        case When():
            words = value.start.isoformat() if value.start else value.text
        case Place() | Entity() | Term():
            words = value.name
        case Motive():
            words = value.text
    return f"{claim.field} {words}"


def number_words(value: Number) -> str:
    """12, 80+ (at least 80), -50 (up to 50) or 20-25."""
    if value.low == value.high:
        return str(value.low)
    if value.high is None:
        return f"{value.low}+"
    return f"-{value.high}" if value.low is None else f"{value.low}-{value.high}"


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_example_is_read_by_its_rule(reader: Reader, rule: Rule) -> None:
    made = [reads(c) for c in read(reader, rule.example).claims if c.rule == rule.id]
    assert rule.reads in made


def test_ids_are_unique_and_reasons_are_sentences() -> None:
    assert len({rule.id for rule in ALL_RULES}) == len(ALL_RULES)
    assert all(rule.reason.endswith(".") for rule in ALL_RULES)


def test_every_claim_names_a_known_rule(reader: Reader) -> None:
    known = {rule.id for rule in ALL_RULES}
    made = {c.rule for rule in ALL_RULES for c in read(reader, rule.example).claims}
    assert made <= known
