"""What the parser gets wrong at the head of a sentence is set right. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.reading.parse import Parser

SUBJECTS = [
    ("Near Vodiane, rebels killed two men on Monday.", "killed", ["rebels"]),
    ("Near Vodiane, an enemy UAV dropped two grenades on Monday.", "dropped", ["UAV"]),
    ("Near Eastern rebels killed two men.", "killed", ["rebels"]),
    (
        "In Orlow district, in the village of Brindle, an FPV drone struck a passenger car.",
        "struck",
        ["drone"],
    ),
    ("In Kostyk, a suburb of Brindle, soldiers shot two men.", "shot", ["soldiers"]),
    ("The mayor, a friend of Brindle, struck a guard.", "struck", ["mayor"]),
]


@pytest.mark.parametrize(("text", "verb", "expected"), SUBJECTS)
def test_subject(parser: Parser, text: str, verb: str, expected: list[str]) -> None:
    (parse,) = parser.parse([text])
    head = next(t for t in parse.tokens if t.text == verb)
    found = [parse.tokens[c] for c in head.children]
    assert [t.text for t in found if t.dep in ("nsubj", "nsubjpass")] == expected


def test_a_place_is_under_its_preposition(parser: Parser) -> None:
    (parse,) = parser.parse(["Near Vodiane, rebels killed two men on Monday."])
    near, name = parse.tokens[:2]
    assert (near.tag, near.dep) == ("IN", "prep")
    assert (name.dep, name.head) == ("pobj", near.i)
