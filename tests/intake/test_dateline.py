"""Where a report was filed, and when."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake.dateline import find_dateline

FOUND: list[tuple[str, str | None, date | None, str | None]] = [
    ("OSLO, March 23. /NTB/. Two shells fell.", "OSLO", None, None),
    ("Amman, June 10: Two shells fell.", "Amman", None, "Two shells fell."),
    ("date 2021-03-04 AMMAN – Two shells fell.", "AMMAN", date(2021, 3, 4), "Two shells fell."),
    ("2021-03-04 AMMAN – Two shells fell.", "AMMAN", date(2021, 3, 4), "Two shells fell."),
    ("San Pedro, 3 Jan 90 -- [TEXT] Two shells fell.", "San Pedro", date(1990, 1, 3), "Two shells fell."),
    (
        "SAN PEDRO, 3 JAN 90 -- [REPORT] [OUR MAN] [TEXT] TWO SHELLS FELL.",
        "SAN PEDRO",
        date(1990, 1, 3),
        "TWO SHELLS FELL.",
    ),
    (
        "Oslo (Norway), 24 Aug 89 (NTB) -- [Excerpts] Two shells fell.",
        "Oslo, Norway",
        date(1989, 8, 24),
        "Two shells fell.",
    ),
    (
        "Clandestine, 2 Apr 90 (Radio X) -- [STATEMENT] [The Group] Two shells fell.",
        None,
        date(1990, 4, 2),
        "[The Group] Two shells fell.",
    ),
    ("No city (Peru), 2 Apr 90 -- [TEXT] [GOMEZ] We fired.", "Peru", date(1990, 4, 2), "[GOMEZ] We fired."),
    (
        "San Pedro, no date (Radio X) -- [Interview with the mayor] Two shells fell.",
        "San Pedro",
        None,
        "Two shells fell.",
    ),
    ("Lima, 19 January 2025. Two shells fell.", "Lima", date(2025, 1, 19), None),
    ("GAZA CITY (Agency) — Two shells fell.", "GAZA CITY", None, None),
    ("CLIFTON, Colo. - A man was hurt.", "CLIFTON, Colo.", None, None),
    ("LONDON — Two men were hurt.", "LONDON", None, None),
    ("ST. LOUIS – Two men were hurt.", "ST. LOUIS", None, None),
    ("NAIROBI, Kenya (AP) _\n\nTwo bombs exploded.", "NAIROBI, Kenya", None, None),
    ("Cleveland (AFP) – Two men were hurt.", "Cleveland", None, None),
    ("PORT-AU-PRINCE, Haiti (Wire) -- Two men were hurt.", "PORT-AU-PRINCE, Haiti", None, None),
    ("KYIV, April 5, 2022 (Wire) -- Two shells fell.", "KYIV", date(2022, 4, 5), None),
    ("NICOSIA, August 8 (Wire) -- Two shells fell.", "NICOSIA", None, None),
    ("Two hurt in blast\nLONDON — Two men were hurt.", "LONDON", None, None),
    ("Update:\n\nBEEBE, Ark. - A boy was hurt.", "BEEBE, Ark.", None, None),
    ("By A. Writer\nLONDON — Two men were hurt.", "LONDON", None, None),
]

NONE = [
    "Two shells fell on Monday.",
    "FILE - In this photo a man stands by a car.",
    "BREAKING NEWS - Two shells fell.",
    "UPDATE — Two shells fell.",
    "Jane Roe — a trained surgeon — was hurt.",
    "The mayor - a tall man - was hurt.",
    "(Agency) — Two shells fell.",
    "A-15 rifles were found.",
    "On 3 January 1990 two shells fell.",
    "By Jane Roe (Agency) — Two shells fell.",
    "US-led forces fired two shells.",
    "Lima, 19 January. Two shells fell.",
    "In Orlow, March 23. /or so/ two shells fell.",
    "",
]


@pytest.mark.parametrize(("text", "place", "day", "rest"), FOUND)
def test_found(
    text: str, place: str | None, day: date | None, rest: str | None, boilerplate: Boilerplate
) -> None:
    found = find_dateline(text, boilerplate)
    assert (found.place, found.date) == (place, day)
    assert (found.furniture and text[found.furniture.end :]) == rest


@pytest.mark.parametrize("text", NONE)
def test_none(text: str, boilerplate: Boilerplate) -> None:
    found = find_dateline(text, boilerplate)
    assert (found.place, found.date, found.furniture) == (None, None, None)
