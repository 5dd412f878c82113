"""What kind of source is it, who stands behind a pronoun, and through whom did the words come?"""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.model import SourceKind
from dateline.reading.parse import Parser
from dateline.reading.speech.sources import kind_words
from tests.reading.speech_help import statements

KINDS: list[tuple[str, SourceKind]] = [
    ("The interior ministry", "government"),
    ("The governor of the province", "government"),
    ("Authorities", "government"),
    ("The army", "military"),
    ("An army spokesman", "military"),
    ("General Ann Reed", "military"),
    ("A military official", "military"),
    ("Police", "police"),
    ("A police officer", "police"),
    ("The police chief", "police"),
    ("The rebels", "armed group"),
    ("A Taliban spokesman", "armed group"),
    ("Doctors", "health"),
    ("A hospital official", "health"),
    ("The health ministry", "health"),
    ("The Ministry of Health", "health"),
    ("A firefighter", "rescue"),
    ("The White Helmets", "rescue"),
    ("The United Nations", "international organisation"),
    ("The Red Cross", "international organisation"),
    ("A war monitor", "monitor"),
    ("Human Rights Watch", "monitor"),
    ("The state news agency", "media"),
    ("State television", "media"),
    ("A witness", "witness"),
    ("Witnesses", "witness"),
    ("Residents", "resident"),
    ("A villager", "resident"),
    ("An intelligence officer", "intelligence"),
    ("An analyst", "analyst"),
    ("Officials", "unnamed official"),
    ("A senior official", "unnamed official"),
    ("A source", "unnamed official"),
    ("A gardener called Bo", "unknown"),
]


@pytest.mark.parametrize(("speaker", "kind"), KINDS)
def test_kind(parser: Parser, speaker: str, kind: SourceKind) -> None:
    [found] = statements(parser, f"{speaker} said the bridge was hit.")
    assert found.speaker is not None
    assert found.speaker.kind == kind


NAMED = [
    ("Ann Reed said the bridge was hit.", True),
    ("An official said the bridge was hit.", False),
    ("The United Nations said the bridge was hit.", True),
    ("Two drivers said the bridge was hit.", False),
]


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_named(parser: Parser, text: str, named: bool) -> None:
    [found] = statements(parser, text)
    assert found.speaker is not None
    assert found.speaker.named is named
    assert not found.speaker.publisher


BEHIND = [
    ("Mayor Ann Reed came at noon. She said the bridge was hit.", "Ann Reed", "She"),
    ("Mayor Ann Reed came at noon. Reed said the bridge was hit.", "Ann Reed", "Reed"),
    ("The ministry issued a statement. The statement said the bridge was hit.", "ministry", "The statement"),
    ("The hospital's statement said that six people were hurt.", "hospital", "The hospital's"),
    ("Ann Reed, who said the bridge was hit, left.", "Ann Reed", "who"),
    ("An officer in the navy said the bridge was hit.", "officer in the navy", "An officer in the navy"),
]


@pytest.mark.parametrize(("text", "name", "words"), BEHIND)
def test_who_stands_behind_the_words(parser: Parser, text: str, name: str, words: str) -> None:
    found = statements(parser, text)[-1]
    assert found.speaker is not None
    assert found.speaker.name == name
    assert [s.of(text) for s in found.spans.source] == [words]


CHAINS = [
    ("State television, citing the ministry, said the bridge was hit.", "ministry", ["state television"]),
    ("The daily said, quoting a rebel, that the bridge was hit.", "rebel", ["daily"]),
    ("The Courier reported that police said the bridge was hit.", "police", ["Courier"]),
    ("The Courier said that the bridge, according to the army, was hit.", "army", ["Courier"]),
    ("Police said the bridge was hit.", "police", []),
    ("The daily, citing satellite pictures, said the bridge was hit.", "daily", []),
]


@pytest.mark.parametrize(("text", "name", "via"), CHAINS)
def test_chain(parser: Parser, text: str, name: str, via: list[str]) -> None:
    found = [(s.speaker.name, [v.name for v in s.speaker.via]) for s in statements(parser, text) if s.speaker]
    assert (name, via) in found


def test_first_person_is_the_publisher(parser: Parser) -> None:
    [found] = statements(parser, "We believe that the count is too low.")
    assert found.speaker is not None
    assert found.speaker.publisher


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("According to our information, 18 officers died.", True),
        ("According to our correspondent, 18 officers died.", False),
    ],
)
def test_what_is_ours_is_the_publishers(parser: Parser, text: str, own: bool) -> None:
    [found] = statements(parser, text)
    assert found.speaker is not None
    assert found.speaker.publisher == own


def test_a_pronoun_that_points_back_counts_nobody(parser: Parser) -> None:
    said = [
        s.speaker for s in statements(parser, "Two more have died. That brings the number of dead to 23.")
    ]
    assert said == []


def test_a_word_has_the_first_kind_that_lists_it() -> None:
    words = kind_words(load_codebook().speech)
    assert words.heads["commander"] == "military"
    assert words.order[0] == "government"


MEDIUM = [
    ("The army said in a statement that two soldiers died.", "army", "that two soldiers died"),
    ("Ann Reed, of the army, said in a report that a boat sank.", "Ann Reed", "that a boat sank"),
    ("Dozens were hurt, according to an officer, who warned of more.", "officer", "Dozens were hurt"),
]


@pytest.mark.parametrize(("text", "name", "content"), MEDIUM)
def test_medium_and_relative_clause_hide_no_speaker(
    parser: Parser, text: str, name: str, content: str
) -> None:
    said = {" ".join(s.of(text) for s in f.spans.content): f.speaker for f in statements(parser, text)}
    speaker = said[content]
    assert speaker is not None
    assert speaker.name == name
