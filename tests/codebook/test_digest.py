"""A codebook's digest is of what its files say, not of how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook import codebook_digest
from dateline.codebook.book import PACKAGED

LINKING = (PACKAGED / "linking.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [None, LINKING, f"# A comment.\n\n{LINKING}"])
def test_the_same_codebook(tmp_path: Path, text: str | None) -> None:
    if text:
        (tmp_path / "linking.toml").write_text(text, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a codebook file")
    assert codebook_digest(tmp_path) == codebook_digest()


def test_another_codebook(tmp_path: Path) -> None:
    (tmp_path / "linking.toml").write_text(f"more = 1\n{LINKING}", encoding="utf-8")
    assert codebook_digest(tmp_path) != codebook_digest()
