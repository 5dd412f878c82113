"""The notebook runs from top to bottom, and shows what it promises."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # those of the kernel and its client are not ours
def test_it_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT / "src"), os.environ.get("PYTHONPATH", ""))))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbclient.NotebookClient(
        notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOK.parent)}}
    ).execute()
    shown = [
        output["data"]
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "data" in output
    ]
    pages = [data["text/html"] for data in shown if "text/html" in data]
    assert sum("<table" in page for page in pages) >= 4
    assert any('class="dateline-incident"' in page for page in pages)
    assert any('class="dateline-report"' in page and "<mark" in page for page in pages)


def test_it_is_kept_without_output() -> None:
    told = NOTEBOOK.read_text(encoding="utf-8")
    assert '"outputs": []' in told
    assert '"data"' not in told
