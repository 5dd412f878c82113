"""The threat model names every cap with its value."""

from __future__ import annotations

from pathlib import Path

from dateline import limits

ROOT = Path(__file__).parents[2]


def test_every_cap_is_named() -> None:
    page = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
    source = (ROOT / "src" / "dateline" / "limits.py").read_text("utf-8")
    caps = [name for name in vars(limits) if name.isupper()]
    assert len(caps) > 20
    for name in caps:
        value = source.split(f"\n{name} = ")[1].split("\n")[0]
        assert f"| `{name}` | {value} |" in page, f"docs/threat-model.md: | `{name}` | {value} |"
