"""The library: `import dateline`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

import dateline
from dateline import model, pipeline
from dateline.exchange.schema import schema_faults
from dateline.running.tally import OnTally, Tally
from tests.builders import market_bombing


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the pipeline was asked, while it gives the hand-built ledger."""
    seen: list[object] = []

    def read(paths: Sequence[str], settings: dateline.Settings, *, progress: object = None) -> model.Ledger:
        seen.extend((list(paths), settings, progress))
        return market_bombing()

    monkeypatch.setattr(pipeline, "read", read)
    return seen


def test_the_library_in_five_names() -> None:
    assert sorted(dateline.__all__) == ["DatelineError", "Ledger", "Settings", "__version__", "read"]


def test_a_ledger_writes_itself_down(asked: list[object]) -> None:
    ledger = dateline.read(["report.txt"])
    document = ledger.to_json()
    assert schema_faults(document) == []
    assert document["dateline"] == dateline.__version__
    assert "mentions" not in document
    assert ledger.to_json(mentions=True)["mentions"]
    assert (ledger.readings, ledger.incidents) == (market_bombing().readings, market_bombing().incidents)


@pytest.mark.parametrize("paths", ["report.txt", Path("report.txt"), ["report.txt"], (Path("report.txt"),)])
def test_paths_are_one_or_several_of_any_kind(asked: list[object], paths: str | Path | list[str]) -> None:
    dateline.read(paths)
    assert asked[0] == ["report.txt"]


def test_a_ledger_is_exported_to_a_file(asked: list[object], tmp_path: Path) -> None:
    ledger = dateline.read("report.txt")
    left = ledger.export("ged", tmp_path / "ged.csv", policy="acled")
    assert (tmp_path / "ged.csv").read_text("utf-8").startswith("id,relid,")
    assert len(left) == 2
    with pytest.raises(dateline.DatelineError, match="there is no format 'xml'"):
        ledger.export("xml", tmp_path / "ledger.xml")
    assert not (tmp_path / "ledger.xml").exists()


def test_settings_and_progress_reach_the_pipeline(asked: list[object]) -> None:
    told = list[tuple[int, int | None]]()
    dateline.read("report.txt", dateline.Settings(workers=3), progress=lambda *each: told.append(each))
    assert asked[1] == dateline.Settings(workers=3)
    on_tally = cast(OnTally, asked[2])
    on_tally(Tally(read=2, quarantined=1))
    assert told == [(3, None)]
