"""Which names mean parts of the town that a report is at home in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dateline.codebook import Codebook
from dateline.gazetteer import open_gazetteer
from dateline.model import Place
from dateline.reading.parse import Parser
from dateline.reading.places.reader import read_places

Places = Callable[[str, str | None], list[Place]]


@pytest.fixture(scope="module")
def places(parser: Parser, codebook: Codebook) -> Iterator[Places]:
    """The places of a text that was filed from a dateline."""
    gazetteer = open_gazetteer(codebook)

    def read(text: str, dateline: str | None) -> list[Place]:
        (parse,) = parser.parse([text])
        return [m.value for m in read_places(parse, gazetteer, codebook, dateline)]

    yield read
    gazetteer.close()


HOME = [
    # in the middle of a far larger town that the report names
    ("Two men were shot in Hollywood. The police of Los Angeles came.", None, "Hollywood, Los Angeles"),
    # at its edge, or beside one that is not named
    ("Two men were shot in Evanston. The police of Chicago came.", None, "Evanston"),
    ("Two men were shot in Hollywood. The police of San Diego came.", None, "Hollywood"),
    # told to be a quarter: of the dateline's town, of the one whose police is named, of the one in the text
    ("Two boys were shot in the Bridgeport neighborhood.", "CHICAGO", "Bridgeport, Chicago"),
    ("Two boys were shot in the Bridgeport neighborhood, Chicago police said.", None, "Bridgeport, Chicago"),
    ("Two men were shot in the Evanston neighborhood.", "CINCINNATI", "Evanston, Cincinnati"),
    ("Two men were shot in the Evanston neighborhood of Cincinnati.", None, "Evanston, Cincinnati"),
    # a street or park that the gazetteer lacks: of the town that the text names, else of the report's own
    ("A man was shot in the 300 block of Quxbarrow Lane.", "CHICAGO", "Quxbarrow Lane, Chicago"),
    ("A man was shot at Quxbarrow Park in Nashville.", None, "Quxbarrow Park, Nashville"),
    (
        "A man was shot on Quxbarrow Street, Louisville Metro Police said.",
        None,
        "Quxbarrow Street, Louisville",
    ),
    ("A man was shot in the 700 block of West Fayette.", "BALTIMORE", "Fayette, Baltimore"),
    ("A man was shot in Quxbarrow.", "BAGHDAD", "Quxbarrow"),
    # no quarter, or no town to be in
    ("Two men were shot in the Evanston neighborhood.", None, "Evanston"),
    ("Two men were shot in Wilkinsburg.", "PITTSBURGH", "Wilkinsburg"),
    ("Two men were shot in Tikrit.", "BAGHDAD", "Tikrit"),
]

POINTS = [
    # local news names the state of a town that is not local
    ("A man was shot in Evanston.", "CINCINNATI", False),
    ("A man was shot in Evanston, Illinois.", "CINCINNATI", True),
    ("A man was shot in Evanston.", None, True),
    ("A man was shot in Wilkinsburg.", "PITTSBURGH", True),
    ("A man was shot in Los Angeles.", "CINCINNATI", True),
    # other countries' news does not
    ("A man was shot in Tikrit.", "BASRA", True),
    ("A man was shot in Kobani.", "DAMASCUS", True),
    # put in a country where the gazetteer has none of its name
    ("Gunmen shot a man in Qarna, Iraq.", None, True),
]


@pytest.mark.parametrize(("text", "dateline", "name"), HOME)
def test_a_quarter_is_in_its_town(places: Places, text: str, dateline: str | None, name: str) -> None:
    assert places(text, dateline)[0].name == name


@pytest.mark.parametrize(("text", "dateline", "known"), POINTS)
def test_a_far_town_needs_its_state(places: Places, text: str, dateline: str | None, known: bool) -> None:
    found = places(text, dateline)
    assert bool(found and found[0].resolved) == known


def test_a_name_put_in_a_country_is_not_found_in_another(places: Places) -> None:
    place = places("Gunmen shot a man in Qarna, Iraq.", None)[0]
    assert (place.country, place.precision) == ("IQ", "country")


def test_an_unknown_dateline_is_as_coarse_as_its_country(places: Places) -> None:
    place = places("QUXBARROW, Pakistan — Four bombs fell on a hillside.", None)[0]
    assert (place.name, place.country, place.precision) == ("QUXBARROW", "PK", "country")


UNKNOWN = [
    ("Gunmen killed six people in Quxbarrow on Monday.", "Quxbarrow"),
    ("They attacked a convoy at Quxbarrow Village in Anbar.", "Quxbarrow Village"),
]


@pytest.mark.parametrize(("text", "name"), UNKNOWN)
def test_an_unknown_name_is_a_place_where_grammar_says_so(places: Places, text: str, name: str) -> None:
    assert name in [p.name for p in places(text, None)]


def test_metro_police_are_of_no_town_called_metro(places: Places) -> None:
    found = places("A man was shot on Monday, Metro Police said.", None)
    assert "Metro" not in {p.name for p in found}


def test_a_district_is_not_the_town_of_its_name_abroad(places: Places) -> None:
    found = places("A bomb went off in Mogadishu, in the Madina district. Somalia mourned.", None)
    assert "SA" not in {p.country for p in found}
