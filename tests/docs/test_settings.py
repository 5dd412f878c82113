"""docs/settings.md names every setting and every cap with its value, and its example runs.

``python -m tests.docs.test_settings`` writes the table of caps anew from limits.py.
"""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from dateline import limits
from dateline.library import Ledger
from dateline.settings import Settings

ROOT = Path(__file__).parent.parent.parent
FILE = ROOT / "docs" / "settings.md"
PAGE = FILE.read_text(encoding="utf-8")
HEAD = "| cap | value | what it bounds |\n|---|--:|---|\n"


def caps() -> str:
    """A row a cap, in the order and the words of limits.py."""
    source = Path(limits.__file__).read_text(encoding="utf-8")
    told = re.findall(r'^([A-Z_]+) = .*?\n"""(.*?)"""', source, re.M | re.S)
    rows = (f"| `{name}` | {getattr(limits, name):,} | {' '.join(why.split())} |\n" for name, why in told)
    return HEAD + "".join(rows)


def test_every_setting_is_explained() -> None:
    told = re.findall(r"^\| `(\w+)` \| `--", PAGE, re.M)
    assert told == [field.name for field in fields(Settings)]


def test_every_cap_is_told_as_it_is() -> None:
    assert PAGE.endswith(caps()), "renew it: python -m tests.docs.test_settings"
    assert caps().count("\n| `") == sum(name.isupper() for name in vars(limits))


def test_the_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.M | re.S)
    names: dict[str, object] = {}
    exec(compile(code, "settings.md", "exec"), names)
    assert isinstance(names["ledger"], Ledger)
    assert names["ledger"].incidents


if __name__ == "__main__":
    FILE.write_text(PAGE[: PAGE.index(HEAD)] + caps(), encoding="utf-8")
