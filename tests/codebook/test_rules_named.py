"""Every rule that ``groups.toml`` names is one that reading gives."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline.reading
from dateline.codebook import load_codebook

READING = Path(dateline.reading.__file__).parent
GROUPS = load_codebook().groups
LISTS = {
    "part_rules": GROUPS.part_rules,
    "named_rules": GROUPS.named_rules,
    "before_rules": GROUPS.before_rules,
    "inferred_rules": GROUPS.inferred_rules,
    "survivor_rules": GROUPS.survivor_rules,
}


@pytest.mark.parametrize("name", LISTS)
def test_every_rule_listed_is_one_that_reading_gives(name: str) -> None:
    code = "".join(file.read_text("utf-8") for file in sorted(READING.rglob("*.py")))
    assert LISTS[name]
    assert {rule for rule in LISTS[name] if f'"{rule}"' not in code} == set()
