"""The codebook turned round: what a word, a phrase or a word in company signals."""

from __future__ import annotations

import pytest

from dateline.codebook import Codebook
from dateline.codebook.event_types import Frame
from dateline.reading.events.lexicon import Lexicon, build_lexicon, phrase_table
from dateline.reading.parse import Parser


@pytest.fixture(scope="module")
def lexicon(codebook: Codebook) -> Lexicon:
    return build_lexicon(codebook)


@pytest.mark.parametrize(
    ("lemma", "name"),
    [
        ("attack", "attack"),
        ("kill", "killing"),
        ("murder", "murder"),
        ("bomb", "bombing"),
        ("shell", "shelling"),
        ("kidnap", "kidnapping"),
        ("arrest", "arrest"),
        ("raped", "sexual violence"),
        ("loot", "property destruction"),
        ("assassinate", "assassination"),
        ("retake", "recapture of territory"),
        ("torch", "arson"),
        ("massacre", "massacre"),
        ("defuse", "disrupted weapons use"),
        ("clash", "armed clash"),
    ],
)
def test_strong_verbs(lexicon: Lexicon, lemma: str, name: str) -> None:
    assert lexicon.verbs[lemma].name == name


@pytest.mark.parametrize("lemma", ["strike", "hit", "fire", "launch", "die", "explode", "capture", "burn"])
def test_weak_verbs_are_not_strong(lexicon: Lexicon, lemma: str) -> None:
    assert lemma in lexicon.weak_verbs
    assert lemma not in lexicon.verbs


PHRASES = [
    ("Rebels opened fire.", 1, 3, "open fire"),
    ("Rebels blew up the mill.", 1, 3, "blow up"),
    ("Rebels opened the fire doors.", 1, 4, "open fire"),
    ("A sit-in began.", 1, 4, "sit-in"),
    ("A cease-fire began.", 1, 4, "cease-fire"),
    ("Rebels opened doors.", 1, None, "open fire"),
    ("Rebels blew a horn.", 1, None, "blow up"),
    ("Sit down in peace.", 0, None, "sit-in"),
]


@pytest.mark.parametrize(("text", "at", "end", "phrase"), PHRASES)
def test_phrases(parser: Parser, text: str, at: int, end: int | None, phrase: str) -> None:
    (parse,) = parser.parse([text])
    match = phrase_table([(phrase, "found")]).at(parse, at)
    assert match == (None if end is None else (end, "found"))


def test_longest_phrase_wins(parser: Parser) -> None:
    (parse,) = parser.parse(["A car bomb attack shook Brindle."])
    table = phrase_table([("car bomb", "short"), ("car bomb attack", "long")])
    assert table.at(parse, 1) == (4, "long")


def test_phrase_stays_in_its_sentence(parser: Parser) -> None:
    (parse,) = parser.parse(["The doors were open. Fire came."])
    at = next(t.i for t in parse.tokens if t.lower == "open")
    assert phrase_table([("open fire", "found")]).at(parse, at) is None


def test_particles_are_split_off(lexicon: Lexicon) -> None:
    particles = {f.particle for f in lexicon.framed_verbs["take"]}
    assert "over" in particles
    assert None in particles
    assert not any(" " in key for key in lexicon.framed_verbs)


def test_figures_of_speech_come_first(lexicon: Lexicon) -> None:
    assert lexicon.framed_verbs["attack"][0].type is None


def test_frames_name_their_classes() -> None:
    assert Frame(object=("arms",), near=("soldiers",)).classes() == ("arms", "soldiers")


def test_every_framed_type_is_a_type(lexicon: Lexicon) -> None:
    for framings in (*lexicon.framed_verbs.values(), *lexicon.framed_nouns.values()):
        assert all(f.type is None or lexicon.types[f.type.name] is f.type for f in framings)


def test_no_word_is_both_cause_and_trigger(lexicon: Lexicon) -> None:
    assert not lexicon.causes & (set(lexicon.verbs) | set(lexicon.nouns))
