"""Adding that is stopped goes on where it was; watching adds what arrives whole; a dry run writes nothing."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import pipeline
from dateline.cli import main
from dateline.intake.arrivals import arrivals
from dateline.ledger.opening import open_ledger
from dateline.limits import BOOKMARK_EVERY
from dateline.reading import Reader
from dateline.running.place import run_of
from dateline.running.tally import Tally
from dateline.settings import Settings
from tests.ledger.stores import clock

MANY = BOOKMARK_EVERY + 60
STOP_AT = BOOKMARK_EVERY + 40
SETTINGS = Settings(workers=1)


@pytest.fixture
def quick(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shared reader instead of one loaded anew by every call."""
    monkeypatch.setattr("dateline.running.batches.make_reader", lambda codebook: reader)


def lines(first: int, end: int) -> str:
    records = (
        {"id": f"n{n}", "text": f"A mine killed {n} soldiers in Hit, police said."} for n in range(first, end)
    )
    return "".join(f"{json.dumps(each)}\n" for each in records)


def stop(tally: Tally) -> None:
    if tally.read == STOP_AT:
        raise KeyboardInterrupt


def dateline(*words: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


@pytest.mark.slow
@pytest.mark.usefixtures("quick")
def test_a_stopped_adding_goes_on_at_the_record_where_it_was(tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_text(lines(3, 23))
    second.write_text(lines(23, 23 + MANY))
    paths = [str(first), str(second)]
    with closing(open_ledger(str(tmp_path / "a.db"), clock, create=True)) as store:
        with pytest.raises(KeyboardInterrupt):
            pipeline.add(paths, store, SETTINGS, progress=stop)
        left = store.bookmarks(run_of(SETTINGS))
        assert left[str(first)].finished
        assert (left[str(second)].number, left[str(second)].finished) == (STOP_AT - 20, False)
        assert store.bookmarks(run_of(Settings(workers=1, screen="all"))) == {}
        added = pipeline.add(paths, store, SETTINGS)
        assert (added.reports, added.known, added.resumed) == (20 + MANY - STOP_AT, 0, True)
        assert store.bookmarks(run_of(SETTINGS)) == {}
        again = pipeline.add(paths, store, SETTINGS)
        assert (again.reports, again.known, again.resumed) == (0, 20 + MANY, False)
        assert store.verify_chain() == ()
        resumed = store.export()
    with closing(open_ledger("sqlite://", clock, create=True)) as store:
        pipeline.add(paths, store, SETTINGS)
        assert store.export() == resumed


@pytest.mark.slow
@pytest.mark.usefixtures("quick")
def test_a_file_that_changed_meanwhile_is_gone_through_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(3, 3 + MANY))
    with closing(open_ledger("sqlite://", clock, create=True)) as store:
        with pytest.raises(KeyboardInterrupt):
            pipeline.add([str(path)], store, SETTINGS, progress=stop)
        path.write_text(lines(1, 2) + lines(3, 3 + MANY))
        added = pipeline.add([str(path)], store, SETTINGS)
        assert (added.reports, added.known) == (MANY - STOP_AT + 1, STOP_AT)


@pytest.mark.usefixtures("quick")
def test_a_dry_run_says_what_would_be_added_and_writes_nothing(tmp_path: Path) -> None:
    source, ledger = tmp_path / "a.jsonl", tmp_path / "a.db"
    source.write_text(lines(3, 6) + '{"text": "x"}\n')
    done = dateline("add", source, "--ledger", ledger, "--dry-run", "--workers", "1")
    assert done.exit_code == 3
    assert "3 reports would be read, 1 input cannot be read; nothing was written" in done.stderr
    assert not ledger.exists()
    dateline("add", source, "--ledger", ledger, "--workers", "1")
    source.write_text(lines(3, 7))
    before = ledger.read_bytes()
    done = dateline("add", source, "--ledger", ledger, "--dry-run", "--workers", "1")
    assert done.stderr == "1 report would be read, 3 known already; nothing was written\n"
    assert ledger.read_bytes() == before


def test_a_file_arrives_once_it_has_stopped_growing(tmp_path: Path) -> None:
    inner = tmp_path / "2031"
    inner.mkdir()
    (tmp_path / "old.txt").write_text("there before")
    new, old = inner / "new.jsonl", tmp_path / "old.txt"
    steps: list[tuple[Path, str | None] | None] = [
        (new, "half"),
        (new, "half and whole"),
        (tmp_path / ".part.txt", "hidden"),
        (tmp_path / "picture.png", "no report"),
        (old, "there before, and changed"),
        None,
        (new, None),
    ]

    def wait() -> bool:
        if not steps:
            return False
        step = steps.pop(0)
        if step:
            file, text = step
            file.unlink() if text is None else file.write_text(text)
        return True

    found = [[Path(path).name for path in arrived] for arrived in arrivals(tmp_path, wait)]
    assert found == [[], ["old.txt"], [], ["new.jsonl"], [], [], ["old.txt"], []]


@pytest.mark.usefixtures("quick")
def test_what_arrives_in_a_watched_folder_is_added(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.jsonl").write_text(lines(3, 5))
    words = (
        "watch",
        inbox,
        "--ledger",
        tmp_path / "a.db",
        "--every",
        "0.1",
        "--rounds",
        "4",
        "--workers",
        "1",
    )
    done = dateline(*words)
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        f"watching {inbox}; Ctrl-C ends it",
        "2 reports added; incidents: 1 new",
    ]
