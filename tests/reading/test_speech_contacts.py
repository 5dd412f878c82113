"""Who got in touch with whom, about what, and when? Invented sentences."""

from __future__ import annotations

import pytest

from dateline.reading.parse import Parser
from tests.reading.speech_help import statements

CONTACTS = [
    ("General Ann Reed called President Bo Lind.", "Ann Reed", "Bo Lind", ""),
    ("President Ann Reed called President Bo Lind on Monday.", "Ann Reed", "Bo Lind", ""),
    (
        "President Ann Reed called King Bo Lind to discuss the truce.",
        "Ann Reed",
        "Bo Lind",
        "to discuss the truce",
    ),
    ("Foreign Minister Ann Reed met with President Bo Lind on Monday.", "Ann Reed", "Bo Lind", ""),
    (
        "President Ann Reed wrote to Prime Minister Bo Lind about the dam.",
        "Ann Reed",
        "Bo Lind",
        "about the dam",
    ),
    (
        "General Ann Reed contacted Governor Bo Lind to warn him of the flood.",
        "Ann Reed",
        "Bo Lind",
        "to warn him of the flood",
    ),
    ("President Ann Reed spoke with President Bo Lind by telephone.", "Ann Reed", "Bo Lind", ""),
]


@pytest.mark.parametrize(("text", "speaker", "addressee", "about"), CONTACTS)
def test_contact(parser: Parser, text: str, speaker: str, addressee: str, about: str) -> None:
    found = [s for s in statements(parser, text) if s.kind == "contact"]
    assert [(s.speaker and s.speaker.name, s.addressee and s.addressee.name, s.text) for s in found] == [
        (speaker, addressee, about)
    ]


NO_CONTACT = [
    "President Ann Reed called Bo Lind a liar.",
    "The soldiers met fierce resistance.",
    "President Ann Reed visited the harbour.",
    "The plan met with failure.",
    "Shells called down by the scouts fell short.",
    "President Bo Lind was not called.",
]


@pytest.mark.parametrize("text", NO_CONTACT)
def test_no_contact(parser: Parser, text: str) -> None:
    assert [s.text for s in statements(parser, text) if s.kind == "contact"] == []


def test_time_of_the_contact_itself(parser: Parser) -> None:
    [found] = statements(parser, "President Ann Reed met with President Bo Lind on Monday.")
    assert found.when is not None
    assert found.when.text == "Monday"


def test_time_from_another_mention_of_the_same_contact(parser: Parser) -> None:
    text = (
        "President Ann Reed contacted Prime Minister Bo Lind to discuss the truce. "
        "Mr. Lind said that in his call early Tuesday with Ms. Reed he had asked for help."
    )
    [found] = [s for s in statements(parser, text) if s.kind == "contact"]
    assert found.when is not None
    assert "Tuesday" in found.when.text


def test_no_time_from_a_contact_with_someone_else(parser: Parser) -> None:
    text = (
        "President Ann Reed contacted Prime Minister Bo Lind to discuss the truce. "
        "Mr. Lind said that in his call early Tuesday with Governor Eve Moss he had asked for help."
    )
    [found] = [s for s in statements(parser, text) if s.kind == "contact"]
    assert found.when is None
