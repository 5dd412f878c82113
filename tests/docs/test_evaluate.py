"""The example in docs/evaluate.md is gold, and its tables name every key that gold may have."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.evaluate.native import Claim, Incident, native_gold

PAGE = (Path(__file__).parent.parent.parent / "docs" / "evaluate.md").read_text(encoding="utf-8")


def test_the_example_is_gold() -> None:
    (example,) = re.findall(r"^```json\n(.*?)^```$", PAGE, re.M | re.S)
    gold = native_gold(example, "velmar")
    assert len(gold.claims) == 6
    assert [each.start for each in gold.incidents] == ["2031-05-06", "2031-05-05"]


def test_every_key_is_explained() -> None:
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", PAGE, re.M)
    keys = {key for row in rows for key in re.findall(r"`(\w+)`", row)}
    assert keys == set(Claim.model_fields)
    assert all(f"`{key}`" in PAGE for key in Incident.model_fields)
