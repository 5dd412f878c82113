"""The example in README.md is what Dateline prints.

``python -m tests.docs.test_readme`` runs it again and writes the output into the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.docs.test_tutorial import CONSOLE, PYTHON, printed

PAGE = Path(__file__).parent.parent.parent / "README.md"


def renewed(page: str) -> str:
    """The page with the output of its commands as it is now."""
    return CONSOLE.sub(lambda block: f"```console\n$ {block[1]}\n{printed(block[1])}```", page)


@pytest.mark.slow
def test_the_example_is_real() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert CONSOLE.search(page)
    assert page == renewed(page), "if the new output is right: python -m tests.docs.test_readme"


def test_the_library_is_used_as_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(
        "A bomb killed 12 people in Basra on 6 May 2031, police said.", "utf-8"
    )
    (code,) = PYTHON.findall(PAGE.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    exec(compile(code, str(PAGE), "exec"), names)
    assert len(names["claims"]) == len(names["document"]["claims"]) > 0


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
