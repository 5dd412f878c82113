"""Which places something is said to be at."""

from __future__ import annotations

import pytest

from dateline.codebook import Codebook, load_codebook
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.reading.actors.reader import read_cast
from dateline.reading.events.sites import is_dateline, located
from dateline.reading.parse import Parser
from dateline.reading.places.reader import read_places


@pytest.fixture(scope="module")
def book() -> Codebook:
    """The packaged codebook."""
    return load_codebook()


@pytest.fixture(scope="module")
def gazetteer(book: Codebook) -> Gazetteer:
    """The packaged gazetteer."""
    return open_gazetteer(book)


SITES = [
    ("Gunmen attacked a convoy in Mosul.", ["Mosul"]),
    ("Gunmen attacked a convoy in Hawija, 60 km south of Kirkuk.", ["Hawija"]),
    ("Gunmen attacked a convoy 60 km south of Kirkuk.", ["Kirkuk"]),
    ("Gunmen attacked a post in Hawija, 60 km south of Kirkuk and 190 km north of Baghdad.", ["Hawija"]),
    ("Gunmen attacked a post in Hawija, 190 km (120 miles) north of the capital, Baghdad.", ["Hawija"]),
    ("Gunmen attacked a convoy in Hawija, near Kirkuk.", ["Hawija"]),
    ("Gunmen attacked a convoy in Hawija district, 60 km south of Kirkuk.", ["Hawija"]),
    ("Gunmen attacked convoys in Hawija and near Kirkuk.", ["Hawija", "Kirkuk"]),
    ("A bomb went off near Kirkuk.", ["Kirkuk"]),
    ("A bomb went off in Kirkuk. In the same city a mine killed two.", ["Kirkuk", "city"]),
    (
        "A bomb went off in Mosul and one in Kirkuk. A mine killed two in the same city.",
        ["Mosul", "Kirkuk", "city"],
    ),
    ("A bomb went off in Kirkuk. Two men from the same city were killed.", ["Kirkuk"]),
    ("A bomb went off in Anbar. In the same city a mine killed two.", ["Anbar"]),
    ("Two men died outside Basra.", ["Basra"]),
    ("The shelling of Fallujah went on.", ["Fallujah"]),
    ("Rebels hold the town of Tikrit.", ["Tikrit"]),
    ("Aircraft bombed Fallujah.", ["Fallujah"]),
    ("Fallujah was bombed.", ["Fallujah"]),
    ("A bomb exploded in Mosul and Kirkuk.", ["Mosul", "Kirkuk"]),
    ("A bomb exploded in Iraq.", ["Iraq"]),
    ("Fighting went on across Syria.", ["Syria"]),
    ("Shells fell in the north of Iraq.", ["Iraq"]),
    ("A protest was held in Iraq's capital.", ["Iraq's capital"]),
    ("A protest was held in the Iraqi capital.", ["Iraqi capital"]),
    ("A protest was held in the Iraqi capital, Baghdad.", ["Baghdad"]),
    ("A protest was held in the Iraqi capital Baghdad.", ["Baghdad"]),
    ("A protest was held in the capital.", []),
    ("Iraqi capital investors left.", []),
    # "the community" is the place that residents live in, or that was called a village
    ("Residents of Hawija said that gunmen stormed the village.", ["village"]),
    ("Residents of Hawija, a farming village, saw gunmen enter the community.", ["community"]),
    ("Residents of Hawija said that gunmen stormed a village.", []),
    ("Gunmen stormed a village in Anbar and burned the village.", ["Anbar"]),
    ("Residents of Hawija met the Christian community.", []),
    ("Gunmen attacked Tal Brinsha, some 60 km south of Kirkuk.", ["Tal Brinsha"]),
    ("Gunmen attacked a convoy in Hawija, about 60 km from Kirkuk.", ["Hawija"]),
    ("Rebels entered Syria.", ["Syria"]),
    # a country that acts, owns or is spoken to is no place
    ("Iraq attacked the rebels.", []),
    ("Iraq's army attacked the rebels.", []),
    ("The village was attacked by armed elements from Kirkuk.", []),
    ("Elements from Kirkuk attacked the village.", []),
    ("Gunmen abducted 12 girls from Kirkuk.", ["Kirkuk"]),
    ("Rebels from Syria attacked the convoy.", []),
    ("The president of Iraq condemned the attack.", []),
    ("The talks with Iraq ended.", []),
    # where someone belongs
    ("The mayor of Mosul was killed.", []),
    ("The governor of Basra was wounded.", []),
    # where the hurt are brought
    ("The wounded were taken to Basra General Hospital.", []),
    ("He died at a hospital in Basra.", ["Basra"]),
    ("The boy was flown to a hospital in Basra.", []),
    # a verb that kills takes persons
    ("He shot and killed Mosul.", []),
    ("The boy was rushed to Mosul General Hospital.", []),
    ("A bomb exploded at the hospital in Mosul.", ["Mosul"]),
    # pointing back
    ("A bomb exploded in the city of Mosul. Troops left the city.", ["Mosul", "city"]),
    ("Rockets hit the village of Hawija. The village burned.", ["Hawija", "village"]),
    ("Rockets hit the village of Hawija. A village burned.", ["Hawija"]),
    ("Rockets hit the village of Hawija. The old village burned.", ["Hawija"]),
    ("A Mosul man was shot. The man died.", ["Mosul"]),
    ("The Mosul attack killed two. The attack was the third.", ["Mosul"]),
    ("A bomb exploded in the city of Mosul. This city has seen many.", ["Mosul", "city"]),
    ("A bomb exploded in Mosul. Shells fell on the city again.", ["Mosul", "city"]),
    ("Rebels and soldiers fought in Mosul and Kirkuk. Shells fell on the city.", ["Mosul", "Kirkuk"]),
    ("A bomb exploded in Mosul. The city council condemned it.", ["Mosul"]),
    ("A bomb exploded in Mosul. The old city was shelled.", ["Mosul"]),
    ("A bomb exploded in Mosul. On Friday two men were shot dead there.", ["Mosul", "there"]),
    ("A bomb exploded in Mosul. There were two more blasts.", ["Mosul"]),
    ("A bomb exploded in Mosul. It rained. It was dark. Two men were killed there.", ["Mosul"]),
    ("Two men were killed in Iraq. A third had died there.", ["Iraq"]),
    # no place at all
    ("Gunmen attacked a convoy.", []),
    ("The city was attacked.", []),
    ("The base was attacked.", []),
]

DATELINES = [
    ("BAGHDAD - Two men were killed.", True),
    ("BAGHDAD (AP) — Two men were killed.", True),
    ("BAGHDAD, Iraq — Two men were killed.", True),
    ("Two men were killed.\nBAGHDAD - The police came.", True),
    ("Baghdad - Two men were killed.", False),
    ("BAGHDAD was bombed.", False),
    ("In BAGHDAD - the capital - two men were killed.", False),
    ("BAGHDAD: two men were killed.", False),
]


@pytest.mark.parametrize(("text", "sites"), SITES)
def test_located(parser: Parser, book: Codebook, gazetteer: Gazetteer, text: str, sites: list[str]) -> None:
    (parse,) = parser.parse([text])
    places = read_places(parse, gazetteer, book, None)
    found = located(parse, places, read_cast(parse, "report", book), book)
    assert [m.value.text for m in found] == sites


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_dateline(parser: Parser, book: Codebook, gazetteer: Gazetteer, text: str, expected: bool) -> None:
    (parse,) = parser.parse([text])
    places = read_places(parse, gazetteer, book, None)
    assert any(is_dateline(parse, m) for m in places) is expected
