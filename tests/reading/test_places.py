"""Which places a text names, and where they are. Sentences are invented; the places are real."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dateline.codebook import Codebook, load_codebook
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.gazetteer.geo import distance_km
from dateline.model import Place, PlaceMention
from dateline.reading.parse import Parser
from dateline.reading.places.reader import read_places, resolve_dateline

Read = Callable[[str], tuple[PlaceMention, ...]]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


@pytest.fixture(scope="module")
def gazetteer(codebook: Codebook) -> Iterator[Gazetteer]:
    opened = open_gazetteer(codebook)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def read(parser: Parser, codebook: Codebook, gazetteer: Gazetteer) -> Read:
    def reader(text: str) -> tuple[PlaceMention, ...]:
        (parse,) = parser.parse([text])
        return read_places(parse, gazetteer, codebook, None)

    return reader


def only(mentions: tuple[PlaceMention, ...], name: str) -> Place:
    return next(m.value for m in mentions if m.value.name == name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two rockets fell near the city of Hit in Anbar province.", ["Hit", "Anbar"]),
        ("Soldiers patrolled the streets of Baghdad and Mosul.", ["Baghdad", "Mosul"]),
        ("The convoy left Kabul for Kandahar on Monday.", ["Kabul", "Kandahar"]),
        ("Fighting spread across northern Syria in March.", ["Syria"]),
        ("A drone hit a depot at the Al-Asad air base in Iraq.", ["Al-Asad air base", "Iraq"]),
        ("Israeli jets struck the Nuseirat camp in the Gaza Strip.", ["Nuseirat camp", "Gaza Strip"]),
        ("Shelling hit Deir al-Balah and Khan Younis in Gaza.", ["Deir al-Balah", "Khan Younis", "Gaza"]),
        ("The attack happened in San Salvador, the capital of El Salvador.", ["San Salvador", "El Salvador"]),
        ("A bomb exploded in Medellin, Antioquia.", ["Medellin", "Antioquia"]),
        ("A man was shot in Clifton, Colo., on Sunday.", ["Clifton", "Colo."]),
        ("Iraqi Kurdistan stayed calm, officials in Erbil said.", ["Iraqi Kurdistan", "Erbil"]),
        ("Ships were turned back in the Red Sea.", ["Red Sea"]),
        ("The massacre of Cabaret was planned in Haiti.", ["Cabaret", "Haiti"]),
        ("After the shelling of Stepanakert, thousands fled.", ["Stepanakert"]),
        ("The killing of Rafiq Hamid shocked the town.", []),
        ("Gunmen attacked a village in the Sahel.", ["Sahel"]),
        ("The United States and the United Kingdom condemned it.", ["United States", "United Kingdom"]),
        ("Crowds gathered on a square of Baghdad.", ["Baghdad"]),
        ("Two trucks were burned near Tolbek fighters on Tuesday.", []),
        ("Supporters of Tolbek fled.", []),
        ("Shells fell on the Somali capital on Tuesday.", ["Mogadishu"]),
        ("Shells fell on Kenya's capital city.", ["Nairobi"]),
        ("Crowds stormed Parliament.", []),
        ("The army shelled Hezbollah.", []),
        ("Police raided the Barnley Bank.", []),
        ("Soldiers captured Omar Merqi.", []),
        ("Troops withdrew from Donbas, Ukraine said.", ["Donbas", "Ukraine"]),
        ("Clashes were reported in Goma, in the Democratic Republic of the Congo.",
         ["Goma", "Democratic Republic of the Congo"]),
        ("Memphis police said two teenagers were hurt.", ["Memphis"]),
        ("A Chicago man was charged on Friday.", ["Chicago"]),
        ("RUPERT, Idaho -- Two people were hurt in a fire.", ["RUPERT", "Idaho"]),
        ("PRESTON, ID - Police are looking for a driver.", ["PRESTON", "ID"]),
        ("BEIRUT (AP) - Rockets were fired overnight.", ["BEIRUT"]),
        ("The hospital in the town of Azaz was full.", ["Azaz"]),
        ("They fled from Grozny to Ingushetia.", ["Grozny", "Ingushetia"]),
        ("Farmers in Lima, Cusco and Ayacucho struck in Peru.", ["Lima", "Cusco", "Ayacucho", "Peru"]),
    ],
)  # fmt: skip
def test_places_that_are_named(read: Read, text: str, names: list[str]) -> None:
    found = read(text)
    assert [m.value.name for m in found] == names
    assert all(m.value.resolved for m in found)
    assert all(m.span.of(text) == m.value.text for m in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels attacked the village of Tal Korun.", ["Tal Korun"]),
        ("Gunmen attacked another post in the area of Abu Merun.", ["Abu Merun"]),
        ("Herders attacked Zebal village on Monday.", ["Zebal"]),
        ("A car exploded in the Qarun district on Monday.", ["Qarun"]),
        ("The army shelled the Merqal area.", ["Merqal"]),
        ("Three men were killed in Meshaki, 100 kilometers north of the capital.", ["Meshaki"]),
        ("The army plans to storm Tall Merqi.", ["Tall Merqi"]),
        ("The army has entered Zabdun from the south.", ["Zabdun"]),
        ("Two trucks were burned near Tolbek on Tuesday.", ["Tolbek"]),
        ("Fighting was heard at Tolbek foothills.", ["Tolbek"]),
        ("Residents of Tolbek fled.", ["Tolbek"]),
        ("A truck was hit at Tolbek, about 60 km to the east.", ["Tolbek"]),
    ],
)
def test_names_that_the_gazetteer_lacks_or_knows_the_beginning_of(
    read: Read, text: str, names: list[str]
) -> None:
    assert [m.value.name for m in read(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Hit by shrapnel, he was taken away.",
        "The missiles hit the wall and most fell short.",
        "Major General Qassim Hassan gave a speech.",
        "Hassan Rahimi, the minister, denied it.",
        "Mr. Jackson said that Houston Smith was not there.",
        "The Islamic State claimed the attack.",
        "Iranian forces and Turkish soldiers clashed.",
        "Iraqis and Syrians were among the dead.",
        "In March and April the army rested.",
        "A man was hurt. He said so on Tuesday.",
        "The Iran-backed militia denied it.",
        "US troops were not hurt.",
        "The Washington Post reported the deal.",
        "Hamas and Hezbollah rejected the offer.",
        "The Kremlin and the White House declined to comment.",
        "The General Assembly met at noon.",
        "Nobody was in Parliament on Sunday.",
        "Police said that more people came.",
        "Victory was near, the general said.",
        "The Police Department opened an inquiry.",
    ],
)
def test_words_that_name_no_place(read: Read, text: str) -> None:
    assert [m.value.name for m in read(text)] == []


@pytest.mark.parametrize(
    ("text", "name", "at", "within"),
    [
        ("Clashes broke out in Tripoli, Lebanon.", "Tripoli", (34.44, 35.83), 10),
        ("Clashes broke out in Tripoli, Libya said.", "Tripoli", (32.89, 13.18), 30),
        ("A shooting in Springfield, Ill., left one dead.", "Springfield", (39.80, -89.64), 10),
        ("A shooting in Springfield, Mass., left one dead.", "Springfield", (42.10, -72.59), 10),
        ("LEBANON, Pa. - A teenager was shot in Lebanon.", "Lebanon", (40.34, -76.41), 10),
        ("Syrian officials said that Hama and Homs were hit.", "Homs", (34.73, 36.71), 10),
        ("Georgia, Alabama, Texas and Florida voted in the United States.", "Georgia", (32.7, -83.4), 120),
        ("Russia and Georgia signed a truce.", "Georgia", (42.0, 43.5), 50),
        ("Rebels took Santa Ana in El Salvador.", "Santa Ana", (13.99, -89.56), 10),
        ("Peruvian police searched Trujillo.", "Trujillo", (-8.11, -79.03), 15),
        ("The U.S. president returned to Washington.", "Washington", (38.90, -77.04), 10),
        ("Palestinian medics in Rafah treated the wounded.", "Rafah", (31.29, 34.25), 5),
        ("Palestinian medics reached Jabaliyya in the Gaza Strip.", "Jabaliyya", (31.53, 34.48), 5),
    ],
)
def test_the_place_that_is_meant(
    read: Read, text: str, name: str, at: tuple[float, float], within: float
) -> None:
    place = only(read(text), name)
    assert place.lat is not None
    assert place.lon is not None
    assert distance_km((place.lat, place.lon), at) <= within


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("A blast shook Kirkuk, Iraq.", "Kirkuk", "exact"),
        ("Rockets hit the Al-Asad air base in Iraq.", "Al-Asad air base", "exact"),
        ("Two missiles fell near Kirkuk, Iraq.", "Kirkuk", "near"),
        ("Two missiles fell near the city of Kirkuk, Iraq.", "Kirkuk", "near"),
        ("A school in the city of Kirkuk, Iraq, was closed.", "Kirkuk", "exact"),
        ("A patrol was hit 12 km north of Kirkuk, Iraq.", "Kirkuk", "near"),
        ("The sheriff of Mesa County, Colorado, was told.", "Mesa County", "district"),
        ("Fighting went on in Helmand province, Afghanistan.", "Helmand", "province"),
        ("Fighting went on in the Gaza Strip.", "Gaza Strip", "province"),
        ("Fighting went on in Yemen.", "Yemen", "country"),
        ("Fighting went on in the Middle East.", "Middle East", "region"),
        ("A ship was hit in the Black Sea.", "Black Sea", "region"),
    ],
)
def test_precision(read: Read, text: str, name: str, precision: str) -> None:
    place = only(read(text), name)
    assert place.precision == precision
    assert place.radius_km is not None
    assert place.radius_km > 0


def test_a_coarse_place_has_a_wide_radius(read: Read) -> None:
    found = read("Rockets fell near Kirkuk in Iraq. Others fell in Kirkuk itself.")
    near, country, exact = (m.value.radius_km or 0 for m in found)
    assert country > near > exact


def test_so_far_in_a_direction(read: Read) -> None:
    text = "Clashes were reported 20 km north of Kirkuk, Iraq. Kirkuk was calm."
    away, _, town = (m.value for m in read(text))
    assert away.lat is not None
    assert town.lat is not None
    assert (away.lat - town.lat) * 111.2 == pytest.approx(20, abs=0.5)
    assert (away.radius_km or 0) > (town.radius_km or 0)


def test_a_part_of_an_area(read: Read) -> None:
    text = "Militias moved through western Iraq. Iraq protested."
    (part, whole) = read(text)
    assert (part.value.name, part.value.text) == ("Iraq", "western Iraq")
    assert (part.value.lon or 0) < (whole.value.lon or 0)
    assert (part.value.radius_km or 0) < (whole.value.radius_km or 0)


def test_a_name_that_the_gazetteer_lacks(read: Read) -> None:
    place = only(read("The village of Quxbarrow was burned."), "Quxbarrow")
    assert (place.lat, place.lon, place.precision, place.country) == (None, None, None, None)


def test_it_is_as_coarse_as_what_the_text_puts_it_in(read: Read) -> None:
    place = only(read("The village of Quxbarrow in Helmand province, Afghanistan, was burned."), "Quxbarrow")
    assert (place.country, place.precision, place.geonameid) == ("AF", "province", None)


def test_mentions_give_their_tokens(parser: Parser, codebook: Codebook, gazetteer: Gazetteer) -> None:
    (parse,) = parser.parse(["Shelling hit Deir al-Balah on Monday."])
    (mention,) = read_places(parse, gazetteer, codebook, None)
    assert parse.words(*parse.token_range(mention.span)) == "Deir al-Balah"


def test_the_dateline_tells_which_country(parser: Parser, codebook: Codebook, gazetteer: Gazetteer) -> None:
    (parse,) = parser.parse(["A bus was burned in Trujillo."])
    (mention,) = read_places(parse, gazetteer, codebook, "TEGUCIGALPA, Honduras")
    assert mention.value.country == "HN"


@pytest.mark.parametrize(
    ("dateline", "country", "admin1"),
    [
        ("BAGHDAD", "IQ", "Baghdad"),
        ("CLIFTON, Colo.", "US", "Colorado"),
        ("GAZA CITY, Gaza Strip (AP)", "PS", "Gaza Strip"),
        ("KHARTOUM, Sudan", "SD", "Khartoum"),
    ],
)
def test_dateline(codebook: Codebook, gazetteer: Gazetteer, dateline: str, country: str, admin1: str) -> None:
    place = resolve_dateline(dateline, gazetteer, codebook)
    assert place is not None
    assert (place.country, place.text) == (country, dateline)
    assert fold_equal(place.admin1, admin1)


def fold_equal(a: str | None, b: str) -> bool:
    from dateline.gazetteer.fold import fold

    return a is not None and fold(a).replace("bagdad", "baghdad") == fold(b)


@pytest.mark.parametrize("dateline", [None, "", "QUXBARROW"])
def test_no_dateline(codebook: Codebook, gazetteer: Gazetteer, dateline: str | None) -> None:
    assert resolve_dateline(dateline, gazetteer, codebook) is None
