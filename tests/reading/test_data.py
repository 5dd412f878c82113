"""What a page holds for machines tells of nothing. Invented texts."""

from __future__ import annotations

import pytest

from dateline.reading.reader import Reader
from tests.reading.helpers import read, said

PROSE = "A bomb killed nine people in Baghdad on Monday."


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "attack", "killed": 12, "text": "12 people were killed in Baghdad on Monday"}',
        'Hello.\n{"reports": [{"text": "Rebels shelled Basra."}, {"text": "Seven people died."}]}\nBye.',
        '{ "headline" : "Gunmen killed three guards in Basra',
        "{“story”: “Gunmen killed three guards in Basra”}",
    ],
)
def test_nothing_is_read_in_data(reader: Reader, text: str) -> None:
    assert not read(reader, text).claims


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f'{{"type": "attack", "killed": 12}}\n{PROSE}',
        f'{PROSE}\n{{"killed": {{"low": 12, "high": 12}}, "text": "12 people were killed"}}',
        f'{{"headline": "Gunmen killed three guards in Basra\n{PROSE}',
        "A bomb {sic} killed nine people in Baghdad on Monday.",
        'A bomb killed nine people in Baghdad on Monday {"a black day", he said}.',
    ],
)
def test_prose_beside_data_is_read(reader: Reader, text: str) -> None:
    assert said(reader, text, "killed") == ["killed nine"]
