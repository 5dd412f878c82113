"""Is it an occurrence, or only played, shown or remembered? Invented sentences."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.reading.parse import Parser
from dateline.reading.unreal import is_unreal


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Marland held an attack drill at the port.", "attack", True),
        ("The film about the bombing won a prize.", "bombing", True),
        ("A minute of silence marked the anniversary of the bombing.", "bombing", True),
        ("The bombing of the port was filmed.", "bombing", False),
        ("The film shows a bombing in the old war.", "bombing", True),
        ("The novel tells of an attack on a mill.", "attack", True),
        ("The report tells of an attack on a mill.", "attack", False),
        ("Missiles were launched during a drill.", "launched", True),
        ("Missiles were launched during the night.", "launched", False),
        ("The drill ended when rebels attacked the camp.", "attacked", False),
        ("Soldiers rehearsed an attack on the port.", "attack", True),
        ("Soldiers repelled an attack on the port.", "attack", False),
        ("Troops simulated a missile attack.", "attack", True),
        ("Firefighters trained for a bombing of the station.", "bombing", True),
        ("A mock attack was staged at the port.", "attack", True),
        ("A second attack was staged at the port.", "attack", False),
        ("Soldiers on the way to an exercise were attacked.", "attacked", False),
        ("In the film, a missile kills 80 people.", "kills", True),
        ("Rebels killed 80 people in a novel that he wrote.", "killed", True),
        ("In a statement, the army said that rebels killed 80 people.", "killed", False),
        ("Soldiers killed a man in the film studio.", "killed", False),
    ],
)
def test_unreal(parser: Parser, text: str, word: str, expected: bool) -> None:
    (parse,) = parser.parse([text])
    i = next(t.i for t in parse.tokens if t.text == word)
    assert is_unreal(parse, i, load_codebook().modality) is expected
