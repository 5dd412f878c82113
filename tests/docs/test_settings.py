"""docs/settings.md names every setting and every cap with its value, and its example runs."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from dateline import limits
from dateline.library import Ledger
from dateline.settings import Settings

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def test_every_setting_is_explained() -> None:
    told = re.findall(r"^\| `(\w+)` \| `--", PAGE, re.M)
    assert told == [field.name for field in fields(Settings)]


def test_every_cap_has_its_value() -> None:
    told = dict(re.findall(r"^\| `([A-Z_]+)` \| ([\d,.]+) \|", PAGE, re.M))
    caps = {name: f"{value:,}" for name, value in vars(limits).items() if name.isupper()}
    assert told == caps, "the table of caps in docs/settings.md is another than limits.py"


def test_the_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.M | re.S)
    names: dict[str, object] = {}
    exec(compile(code, "settings.md", "exec"), names)
    assert isinstance(names["ledger"], Ledger)
    assert names["ledger"].incidents
