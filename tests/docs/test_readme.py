"""The example in README.md is what Dateline prints.

``python -m tests.docs.test_readme`` runs it again and writes the output into the page.
"""

from __future__ import annotations

from pathlib import Path

from tests.docs.test_tutorial import CONSOLE, printed

PAGE = Path(__file__).parent.parent.parent / "README.md"


def renewed(page: str) -> str:
    """The page with the output of its commands as it is now."""
    return CONSOLE.sub(lambda block: f"```console\n$ {block[1]}\n{printed(block[1])}```", page)


def test_the_example_is_real() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert CONSOLE.search(page)
    assert page == renewed(page), "if the new output is right: python -m tests.docs.test_readme"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
