"""What the file of event types names has to be there."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.codebook.book import PACKAGED
from dateline.errors import CodebookError

TEXT = (PACKAGED / "event_types.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("known", "unknown", "told"),
    [
        ('[[frame]]\ntype = "attack"', '[[frame]]\ntype = "attac"', "no such type or class: 'attac'"),
        ('acled = "Attack"', 'acled = "Atack"', "'Atack' is no key of acled_event_type"),
    ],
)
def test_a_name_that_nothing_has_is_told(known: str, unknown: str, told: str, tmp_path: Path) -> None:
    assert known in TEXT
    (tmp_path / "event_types.toml").write_text(TEXT.replace(known, unknown, 1), encoding="utf-8")
    with pytest.raises(CodebookError, match=rf"event_types\.toml.*{told}"):
        load_codebook(tmp_path)
