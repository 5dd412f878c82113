"""The gazetteer file."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook.countries import Countries
from dateline.codebook.places import OwnPlace, Places
from dateline.gazetteer import build
from dateline.gazetteer.build import cache_folder, ensure_gazetteer, gazetteer_path, prior, write
from tests.gazetteer.conftest import RECORDS

NO_COUNTRIES = Countries((), {}, {})
NO_PLACES = Places(1, (), ())


def test_the_same_records_give_the_same_file(tmp_path: Path) -> None:
    write(tmp_path / "a", RECORDS)
    write(tmp_path / "b", RECORDS)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_file_is_another_where_our_data_are(tmp_path: Path) -> None:
    more = Places(1, (OwnPlace("camp", "Dustfield", (1.0, 2.0), 1.0),), ())
    one, other = (gazetteer_path(tmp_path, NO_COUNTRIES, places) for places in (NO_PLACES, more))
    assert one != other
    assert one == gazetteer_path(tmp_path, NO_COUNTRIES, NO_PLACES)


def test_it_is_built_once(tmp_path: Path) -> None:
    path = gazetteer_path(tmp_path, NO_COUNTRIES, NO_PLACES)
    path.write_text("built before")
    assert ensure_gazetteer(tmp_path, NO_COUNTRIES, NO_PLACES) == path
    assert path.read_text() == "built before"


def test_a_failed_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("disk full")

    monkeypatch.setattr(build, "write", fail)
    with pytest.raises(RuntimeError, match="disk full"):
        ensure_gazetteer(tmp_path, NO_COUNTRIES, NO_PLACES)
    assert list(tmp_path.iterdir()) == []


def test_the_cache_is_where_the_user_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache_folder() == Path("/somewhere/dateline")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_folder() == Path.home() / ".cache" / "dateline"


def test_a_country_outweighs_a_city_and_a_city_its_province() -> None:
    country, _, province, _, town, *_ = RECORDS
    assert prior(country) > prior(town)
    assert prior(town._replace(population=province.population)) > prior(province)
    assert prior(town._replace(capital=True)) > prior(town)
