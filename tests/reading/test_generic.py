"""What is told of nobody is no occurrence. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.reading.reader import Reader
from tests.reading.helpers import said


@pytest.mark.parametrize(
    "text",
    [
        "To take the life of a young person is senseless.",
        "To kill a child is a crime.",
        "A donation can only occur after a person has died.",
        "A bomb exploded in Basra. We were praying that nobody died.",
        "A guard may fire once two people have been killed.",
    ],
)
def test_a_deed_as_such_kills_nobody(reader: Reader, text: str) -> None:
    assert said(reader, text, "killed") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They fled to Basra after a guard was killed.", ["killed a guard"]),
        ("The gunmen fled after they had killed a guard.", ["killed a guard"]),
        ("We hope that the rebels who killed two guards in Basra are caught.", ["killed two"]),
        ("Families must leave as rebels killed two guards in Basra.", ["killed two"]),
        ("The families can return after the rebels killed two guards.", ["killed two"]),
    ],
)
def test_what_was_done_is_told(reader: Reader, text: str, found: list[str]) -> None:
    assert said(reader, text, "killed") == found
