"""Readings that land as partitions and are loaded give the ledger that adding gives."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.errors import InputError
from dateline.exchange import write_json
from dateline.landing import land, load
from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from dateline.model import Ledger
from dateline.pipeline import add
from dateline.reading import Reader
from dateline.settings import Settings
from tests.ledger.stores import clock

EXAMPLES = str(Path(__file__).parents[1] / "examples" / "clash")
ONE = Settings(workers=1)


@pytest.fixture(autouse=True)
def one_reader(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.running.batches.make_reader", lambda _: reader)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A report in another language, which is refused."""
    path = tmp_path / "refused.txt"
    path.write_text("Le conseil municipal a voté hier soir la construction d'une nouvelle bibliothèque. " * 3)
    return str(path)


@pytest.fixture
def partitions(tmp_path: Path, broken: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Several files, of few reports each."""
    monkeypatch.setattr("dateline.ledger.partitions.PARTITION_BYTES", 20_000)
    folder = tmp_path / "landed"
    tally, refused = land([EXAMPLES, broken], folder, ONE)
    assert tally.read > 3
    assert [each.path for each in refused] == [broken]
    assert len(list(folder.iterdir())) > 1
    return folder


@pytest.fixture
def added(tmp_path: Path, broken: str) -> Iterator[Store]:
    with closing(open_ledger(str(tmp_path / "added.db"), clock, create=True)) as store:
        add([EXAMPLES, broken], store, ONE)
        yield store


def told(store: Store) -> str:
    out = io.StringIO()
    ledger = Ledger(tuple(store.readings()), store.incidents(), store.quarantined())
    write_json(ledger, out, mentions=True)
    return out.getvalue()


def test_what_is_loaded_is_what_would_have_been_added(partitions: Path, added: Store, tmp_path: Path) -> None:
    with closing(open_ledger(str(tmp_path / "loaded.db"), clock, create=True)) as store:
        done = load(partitions, store, ONE)
        assert done.reports > 3
        assert done.settled.incidents.new > 0
        assert told(store) == told(added)
        assert sorted(store.raw_copies()) == sorted(added.raw_copies())


def test_a_load_can_be_given_again(partitions: Path, added: Store) -> None:
    before = told(added)
    done = load(partitions, added, ONE)
    assert (done.reports, done.settled.incidents.new) == (0, 0)
    assert done.known > 3
    assert told(added) == before


def test_a_folder_that_holds_something_is_left_alone(partitions: Path) -> None:
    with pytest.raises(InputError, match="not empty"):
        land([EXAMPLES], partitions, ONE)


def test_what_is_no_partition_is_refused(tmp_path: Path) -> None:
    with closing(open_ledger(str(tmp_path / "a.db"), clock, create=True)) as store:
        with pytest.raises(InputError, match="holds no partitions"):
            load(tmp_path, store, ONE)
        (tmp_path / "x.parquet").write_bytes(b"PAR1 nothing of the kind")
        with pytest.raises(InputError, match="cannot be read"):
            load(tmp_path, store, ONE)
        pq.write_table(pa.table({"text": ["a table of somebody else's"]}), tmp_path / "x.parquet")
        with pytest.raises(InputError, match=r"x\.parquet was not written by `dateline read --partitions`"):
            load(tmp_path, store, ONE)


def test_the_commands(tmp_path: Path) -> None:
    run = CliRunner()
    folder, ledger = str(tmp_path / "landed"), str(tmp_path / "a.db")
    done = run.invoke(main, ["read", EXAMPLES, "--partitions", folder, "--workers", "1"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"`dateline load {folder}`" in done.stderr.replace("\n", "")
    assert run.invoke(main, ["load", folder, "--ledger", ledger]).exit_code == 0
    assert "incident" in run.invoke(main, ["incidents", "--ledger", ledger]).output
    assert run.invoke(main, ["read", EXAMPLES, "--partitions", folder, "--json"]).exit_code == 2
