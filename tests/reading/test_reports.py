"""What reports of several manners tell: lists, bulletins, corrections, and numbers said bare."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Claim, Number, Place, Reading, Responsibility, When
from dateline.reading import Reader
from tests.reading.helpers import read, report

STRIKE = "A bomb exploded in the market of Mosul on Monday, killing 40 people, the mayor said. "


def counts(reading: Reading) -> list[str]:
    """Every count as "field low..high, source", in text order."""
    return [_shown(c) for c in reading.claims if isinstance(c.value, Number)]


def _shown(claim: Claim) -> str:
    value = claim.value
    assert isinstance(value, Number)
    ends = str(value.low) if value.low == value.high else f"{value.low}..{value.high}"
    return f"{claim.field} {ends}, {claim.source.name}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (STRIKE + "The army says 30.", "killed 30, army"),
        (STRIKE + "The ministry had first spoken of more than 50.", "killed 51..None, ministry"),
        (STRIKE + "Five were hurt and six are missing, according to police.", "injured 5, police"),
        (STRIKE + "The group doubts the toll of 71 dead reported by the ministry.", "killed 71, ministry"),
        (STRIKE + '"We are still searching for 16 people," a nurse said.', "missing 16, nurse"),
        (STRIKE + '"Not one soldier was killed," a nurse said.', "killed 0, nurse"),
        (STRIKE + "The number of people killed has climbed past 45, a nurse said.", "killed 46..None, nurse"),
        (STRIKE + "Two guards died, its mayor, Tam Orrin, said.", "killed 2, Tam Orrin"),
        ("The army neutralised 30 rebels in Mosul on Monday.", "killed 30, Harbour Post"),
        ("Rebels seized 30 pupils in Mosul on Monday.", "captured 30, Harbour Post"),
        ("Rebels kidnapped pupils in Mosul. A nurse said 30 were taken.", "captured 30, nurse"),
        ("▪️ A bomb exploded in Mosul.\n▪️ 6 killed\n▪️ 16 missing", "missing 16, Harbour Post"),
        (
            "Rebels fired at Mosul. The army shot down:\n— 12 missiles\n— 9 drones",
            "intercepted 9, Harbour Post",
        ),
        ("Rebels fired 12 missiles of all types and 9 drones at Mosul.", "launched 9, Harbour Post"),
        (STRIKE + "Police: 44 people killed.", "killed 44, police"),
    ],
)
def test_counts_and_who_says_them(reader: Reader, text: str, told: str) -> None:
    assert told in counts(read(reader, text))


def test_an_age_is_no_count(reader: Reader) -> None:
    assert "69" not in " ".join(counts(read(reader, "A man of 69 was killed by a bomb in Mosul.")))


def test_those_who_came_back_are_no_part_of_the_hurt(reader: Reader) -> None:
    text = "A bomb in Mosul injured 40 soldiers. Seventeen of them returned to duty, the army said."
    assert [c for c in counts(read(reader, text)) if "17" in c] == []


def test_what_an_earlier_version_said_is_not_claimed(reader: Reader) -> None:
    text = (
        STRIKE
        + "Correction: An earlier version of this report said 90 people were killed in Basra on Sunday."
    )
    found = read(reader, text)
    assert not any("90" in c for c in counts(found))
    assert not any(isinstance(c.value, Place) and c.value.name == "Basra" for c in found.claims)


@pytest.mark.parametrize(
    ("text", "party", "how", "by"),
    [
        ('"Iran had nothing to do with the bombing," Tam Orrin said.', "Iran", "denied", "Tam Orrin"),
        ("Iran was not involved in the bombing, Tam Orrin said.", "Iran", "denied", "Tam Orrin"),
        ("Jordan holds Iran responsible for the bombing.", "Iran", "alleged", "Jordan"),
        (
            "Islamic State, which has claimed the bombing, showed a film.",
            "Islamic State",
            "claimed",
            "Islamic State",
        ),
    ],
)
def test_whose_deed_it_is_said_to_be(reader: Reader, text: str, party: str, how: str, by: str) -> None:
    found = [
        (c.value.name, c.value.how, c.source.name)
        for c in read(reader, STRIKE + text).claims
        if isinstance(c.value, Responsibility)
    ]
    assert (party, how, by) in found


LIST = """Incidents of the week.

2 March 2021, Mosul. Clash of the army with rebels. Eighteen rebels killed.

4 March 2021, Basra. A mine blew up under a truck. Two soldiers killed, four wounded."""


def test_entries_of_a_list_are_events_with_their_own_day_and_place(reader: Reader) -> None:
    claims = read(reader, LIST).claims
    killed = {c.value.low: c.event for c in claims if c.field == "killed" and isinstance(c.value, Number)}
    assert killed[18] != killed[2]
    for number, day, town in ((18, 2, "Mosul"), (2, 4, "Basra")):
        mine = [c.value for c in claims if c.event == killed[number]]
        assert {v.start for v in mine if isinstance(v, When)} == {date(2021, 3, day)}
        assert {v.name for v in mine if isinstance(v, Place)} == {town}


AREAS = """2 March 2021, Tal Boni (Kirkuk). Two soldiers killed, four wounded. No claim.

4 March 2021, near Bonn (Mosul). A guard killed by gunmen.

5 March 2021, Tikrit (Salah al-Din, Iraq). Three herders killed."""


def test_the_area_in_brackets_behind_the_place_of_an_entry_holds_it(reader: Reader) -> None:
    claims = read(reader, AREAS).claims
    killed = [c for c in claims if c.field == "killed"]
    assert [c.place.name for c in killed if c.place] == ["Tal Boni", "Bonn", "Tikrit"]
    assert {c.place.country for c in killed if c.place} == {"IQ"}


PLACES = """Mosul (Nineveh). Gunmen shot at a police post. Two officers died. Some 300 people fled to Erbil.

Basra. A mine blew up under a truck. Five soldiers were killed."""


def test_entries_headed_by_a_place_are_events_there(reader: Reader) -> None:
    claims = read(reader, PLACES).claims
    killed = {c.value.low: c for c in claims if c.field == "killed" and isinstance(c.value, Number)}
    assert killed[2].event != killed[5].event
    assert [killed[n].place.name for n in (2, 5) if killed[n].place] == ["Mosul", "Basra"]  # type: ignore[union-attr]


HEADED = """A gunman shot dead 50 people at a market in Mosul on Monday.

Here are some of the worst attacks of past years:

Basra club: 22 killed

A man opened fire in a club, killing 22 people before he killed himself.

Erbil mill: 13 dead

A guard shot dead 13 people at a mill in March 2015. Four others were wounded."""


def test_entries_under_a_heading_with_a_toll_are_other_events(reader: Reader) -> None:
    claims = read(reader, HEADED).claims
    events = {c.value.low: c.event for c in claims if c.field == "killed" and isinstance(c.value, Number)}
    assert len({events[n] for n in (50, 22, 13)}) == 3


def test_tolls_of_one_attack_by_place_are_no_entries(reader: Reader) -> None:
    text = "Bombs killed 17 people.\n\nMosul: 12 killed\n\nBasra: 5 killed\n\nThe bombs burst at noon."
    killed = {c.event for c in read(reader, text).claims if c.field == "killed"}
    assert len(killed) == 1


def test_countries_at_the_head_of_lines_are_no_places_of_events(reader: Reader) -> None:
    text = (
        "Iraq. Officials said that five guards were killed in Mosul.\n\nIran. Media told of the five guards."
    )
    claims = read(reader, text).claims
    assert {c.value.name for c in claims if isinstance(c.value, Place)} == {"Mosul"}


def test_the_day_of_a_dateline_is_no_day_of_an_event(reader: Reader) -> None:
    made = report("Mosul, 9 March - Rebels attacked a post on Monday.", dateline="Mosul")
    (reading,) = reader.read([made])
    assert isinstance(reading, Reading)
    assert [c.value.text for c in reading.claims if isinstance(c.value, When)] == ["Monday"]
    claims = read(reader, "Mosul saw on 9 March - in a raid - two deaths.").claims
    assert [c.value.text for c in claims if isinstance(c.value, When)] == ["9 March"]


def test_a_dateline_in_brackets_is_no_place_of_an_event(reader: Reader) -> None:
    claims = read(reader, "(Basra) – Rebels killed 12 people in two villages near Mosul.").claims
    assert {c.value.name for c in claims if c.field == "place" and isinstance(c.value, Place)} == {"Mosul"}


def test_who_rejects_a_figure_denies_it_and_the_claim_stays(reader: Reader) -> None:
    said = "The army said it killed 80 rebels near Mosul"
    for text in (f"{said}, a figure the rebels rejected.", f"{said}. The rebels rejected the figure."):
        told = {(c.source.name, c.modality) for c in read(reader, text).claims if c.field == "killed"}
        assert told == {("army", "asserted"), ("rebels", "denied")}
    for text in (
        f"{said}, a figure the rebels confirmed.",
        f"{said}. The rebels rejected the figure of the mayor.",
    ):
        told = {(c.source.name, c.modality) for c in read(reader, text).claims if c.field == "killed"}
        assert told == {("army", "asserted")}


def test_a_note_of_correction_is_the_publishers(reader: Reader) -> None:
    text = "This story has been corrected to say that three men were hurt in Mosul."
    assert all(c.source.publisher for c in read(reader, text).claims)


def test_a_fourth_victim_who_is_hurt_makes_no_four_hurt(reader: Reader) -> None:
    text = "Gunmen killed three people in Mosul. A fourth victim is in a critical condition."
    assert {c.split(",")[0] for c in counts(read(reader, text))} == {"killed 3", "injured 1"}


def test_she_is_none_of_the_dead(reader: Reader) -> None:
    text = "Ann Reed told the radio that Mosul was burning. Among the dead, she said, was a nurse."
    assert {c.source.name for c in read(reader, text).claims if c.field == "killed"} == {"Ann Reed"}


def test_killed_and_taken_in_one_breath_are_one_event(reader: Reader) -> None:
    claims = read(reader, "The army killed 20 rebels in Mosul on Monday and arrested 51 people.").claims
    counted = {c.event for c in claims if c.field in ("killed", "captured")}
    assert len(counted) == 1


def test_killed_and_burned_in_one_breath_are_one_event(reader: Reader) -> None:
    claims = read(reader, "Gunmen killed 20 farmers and burned 40 houses near Mosul.").claims
    counted = {c.event for c in claims if c.field in ("killed", "destroyed", "place")}
    assert len(counted) == 1


def test_harm_told_after_a_second_strike_is_of_that_one(reader: Reader) -> None:
    text = "A bomb exploded in Mosul, killing 40. A second bomb exploded in Basra. Two died there."
    claims = read(reader, text).claims
    killed = {c.value.low: c.event for c in claims if c.field == "killed" and isinstance(c.value, Number)}
    assert killed[40] != killed[2]


def test_a_village_that_the_gazetteer_lacks_is_in_the_country_of_the_report(reader: Reader) -> None:
    text = "Malian soldiers killed ten men in the village of Quorvane. Mali has said nothing."
    (place,) = {
        c.value for c in read(reader, text).claims if c.field == "place" and isinstance(c.value, Place)
    }
    assert (place.name, place.country, place.lat) == ("Quorvane", "ML", None)
