"""The words for actors load, and faults in a user's own are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook.actors import fold, load_actors, name_words
from dateline.codebook.book import PACKAGED
from dateline.errors import CodebookError

WORDS, PARTIES = PACKAGED / "actors.toml", PACKAGED / "parties.toml"


def test_packaged_words_turn_round() -> None:
    actors = load_actors(WORDS, PARTIES)
    assert actors.heads["gunman"] == "armed group"
    assert actors.titles.starting(("the", "prime", "minister", "said"), 1) == (3, "office")
    found = actors.parties.starting(("al", "qaeda", "in", "iraq", "fled"), 0)
    assert found is not None
    assert (found[0], found[1].name) == (4, "al-Qaeda in Iraq")
    assert "ISIS" in actors.exact
    assert "isis" not in actors.exact


def test_a_head_noun_has_one_kind() -> None:
    actors = load_actors(WORDS, PARTIES)
    assert not actors.heads.keys() & actors.weak_heads.keys()


def test_no_party_shares_a_name() -> None:
    actors = load_actors(WORDS, PARTIES)
    runs = [run for entries in actors.parties.by_first.values() for run, _ in entries]
    assert len(runs) == len(set(runs))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("al-Qaeda", ("al", "qaeda")),
        ("Workers' Party", ("workers", "party")),
        ("People’s Army", ("people", "army")),
        ("Séléka", ("seleka",)),
    ],
)
def test_name_words(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


def test_fold() -> None:
    assert fold("Hīt O’Neil") == "hit o'neil"


def test_a_wrong_kind_is_named_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "parties.toml"
    own.write_text('version = 1\n\n[[parties]]\nkind = "navy"\nnames = [["Red Dawn"]]\n')
    with pytest.raises(CodebookError) as caught:
        load_actors(WORDS, own)
    assert (caught.value.file, caught.value.line) == ("parties.toml", 4)
