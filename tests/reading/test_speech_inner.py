"""Whose words are passed on inside a quotation? Invented sentences."""

from __future__ import annotations

import pytest

from dateline.reading import Reader
from dateline.reading.parse import Parser
from tests.reading.helpers import read
from tests.reading.speech_help import contents, statements

PASSED = [
    ("\"The rebels told us: 'We killed 80'\", the governor said.", "rebels", "'We killed 80'"),
    ("\"The rebels told us 'We killed 80',\" the governor said.", "rebels", "'We killed 80'"),
    ("“The army said, ‘We bombed the camp,’” the mayor said.", "army", "‘We bombed the camp,’"),
    ("The mayor said: \"The army told us: 'We hit the camp.'\"", "army", "'We hit the camp.'"),
    ("The mayor said: \"The army told us: 'Go home.'\"", None, None),
    ("“The army says 90 percent will stay,” the mayor said.", None, None),
    (
        "“The army told us that it had hit two camps,” the mayor said.",
        "army",
        "that it had hit two camps",
    ),
    ('"The doctors say 12 people died," the mayor told reporters.', "doctors", "12 people died"),
    ('"We know that 12 people died," the governor said.', None, None),
    ('"They told us they had killed 80," the governor said.', None, None),
    ("\"The rebels' camp was hit and my men's arms taken,\" the general said.", None, None),
    ('"The rebels told us nothing," the governor said.', None, None),
    ('"The road said to be closed is open," the governor said.', None, None),
    ("\"It was late, 'dark and late',\" the governor said.", None, None),
]


@pytest.mark.parametrize(("text", "speaker", "content"), PASSED)
def test_who_says_it_inside(parser: Parser, text: str, speaker: str | None, content: str | None) -> None:
    outer, *inner = sorted(statements(parser, text), key=lambda s: -len(s.text))
    assert outer.speaker is not None
    found = [(s.speaker.name if s.speaker else None, contents(s, text)) for s in inner]
    assert found == ([(speaker, content)] if speaker else [])
    assert all(s.speaker and s.speaker.via[0].name == outer.speaker.name for s in inner)


OWN_WORDS = [
    ("\"The rebels told us: 'We killed 80 men'\", the governor said.", "rebels", "rebels < governor"),
    ("“The army said, ‘We bombed the camp,’” the mayor said.", "army", "army < mayor"),
    ('"We bombed the camp," the army said.', "army", "army"),
    ("The mayor said the army blamed Hezbollah for the bombing.", "Hezbollah", "army < mayor"),
]


@pytest.mark.parametrize(("text", "party", "chain"), OWN_WORDS)
def test_whose_deed_it_is(reader: Reader, text: str, party: str, chain: str) -> None:
    (claim,) = (c for c in read(reader, text).claims if c.field == "responsibility")
    assert getattr(claim.value, "name", None) == party
    assert " < ".join(s.name for s in (claim.source, *claim.source.via)) == chain
