"""Modal verbs beside a verb. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.reading.modals import able, is_unmet
from dateline.reading.parse import Parser


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A search could have prevented it.", True),
        ("The guards should have prevented it.", True),
        ("The guards may have prevented it.", False),
        ("The guards could prevent it.", False),
        ("The guards have prevented it.", False),
    ],
)
def test_what_could_have_been_done_was_not(parser: Parser, text: str, found: bool) -> None:
    (parse,) = parser.parse([text])
    verb = next(t.i for t in parse.tokens if t.lemma == "prevent")
    assert is_unmet(parse, verb, load_codebook().modality) is found


def test_what_can_and_should_be_done_is_told_by_the_modal_beside_it(parser: Parser) -> None:
    (parse,) = parser.parse(["Rebels can attack the port, and the guards will flee."])
    cues = load_codebook().modality
    beside = {t.lower: [each.lower for each in able(parse, t.i, cues)] for t in parse.tokens}
    assert (beside["attack"], beside["flee"]) == (["can"], [])
