"""Reports that tell of several events: each has its own type, place, day and numbers. Invented reports."""

from __future__ import annotations

import pytest

from dateline.model import Claim, Number, Place, When
from dateline.reading import Reader
from tests.reading.helpers import read

INFERRED = "event.when_published"

MON, TUE, FRI = "2021-03-08", "2021-03-09", "2021-03-05"

REPORTS: list[tuple[str, list[str]]] = [
    (
        "Rockets killed nine people in Mosul on Monday. On Tuesday a shell hit Basra. One man was killed.",
        [f"Mosul {MON} killed 9", f"Basra {TUE} killed 1"],
    ),
    (
        "Rockets hit Mosul on Monday, weeks after rebels raided Basra. Nine people were killed.",
        [f"Mosul {MON} killed 9", "Basra"],
    ),
    (
        "Rockets killed nine people in Mosul on Friday. Shells fell there once more on Monday, killing two.",
        [f"Mosul {FRI} killed 9", f"Mosul {MON} killed 2"],
    ),
    (
        "Rockets killed nine people in Mosul on Friday. In the second attack, on Monday, two people died.",
        [f"Mosul {FRI} killed 9", f"{MON} killed 2"],
    ),
    (
        "Three days after a bomb killed 14 people in Mosul, a drone fired a missile at a car on Monday. "
        "The strike was a mistake, the army said. Ten civilians died in the strike.",
        [f"Mosul {FRI} killed 14", f"{MON} killed 10"],
    ),
    (
        "Two days after gunmen shot dead a mayor in Tikrit, a helicopter bombed a mill in Kirkuk on Monday. "
        "At least 14 people died in the attack, a nurse said.",
        ["Tikrit 2021-03-06 killed 1", f"Kirkuk {MON} killed 14"],
    ),
    (
        "A bomb killed six people in Baghdad in February. On Sunday gunmen killed ten people in Mosul.",
        ["Baghdad 2021-02-01 killed 6", "Mosul 2021-03-07 killed 10"],
    ),
    (
        "Seven people were killed by a car bomb in Mosul on Friday. "
        "For the bomb of Monday, which left two dead, nobody was charged.",
        [f"Mosul {FRI} killed 7", f"{MON} killed 2"],
    ),
    (
        "A car bomb killed nine people in Mosul on Monday. "
        "In Basra, gunmen shot two teachers dead on Tuesday.",
        [f"Mosul {MON} killed 9", f"Basra {TUE} killed 2"],
    ),
    (
        "Rebels shelled Kirkuk on Monday, wounding five. "
        "Hours earlier, soldiers had shot a farmer near Tikrit.",
        [f"Kirkuk {MON} injured 5", "Tikrit casualties 1"],
    ),
    (
        "Gunmen killed a judge in Mosul on Sunday. "
        "The killing came a week after a bomb wounded four guards in Tikrit.",
        ["Mosul 2021-03-07 killed 1", "Tikrit 2021-02-22 injured 4"],
    ),
    (
        "A drone hit a bus in Basra on Monday, killing two. Rebels fired 52 drones on Mosul, the army said.",
        [f"Basra {MON} killed 2", "Mosul launched 52"],
    ),
    (
        "A drone attack killed two in Basra on Monday. The army said it shot down three of four drones.",
        [f"Basra {MON} killed 2 intercepted 3 launched 4"],
    ),
    (
        "A bomb killed two people in Mosul on Monday. On Friday, gunmen attacked a convoy in Basra. "
        "The attack killed eight.",
        [f"Mosul {MON} killed 2", f"Basra {FRI} killed 8"],
    ),
    (
        "An attack killed two men in Mosul on Monday. It follows an attack in Basra. The attack hurt nine.",
        [f"Mosul {MON} killed 2 injured 9", "Basra"],
    ),
    (
        "An attack killed two people in Mosul on Monday. A monitor counted four attacks in Basra last week. "
        "The attacks caused the death of eight.",
        [f"Mosul {MON} killed 2", "Basra killed 8"],
    ),
    (
        "A bomb killed two people in Mosul on Monday. Raids on Basra led to the death of eight.",
        [f"Mosul {MON} killed 2", "Basra killed 8"],
    ),
    ("A drone hit a depot in Basra. Separately, protesters marched in Baghdad.", ["Basra", "Baghdad"]),
    (
        "Rebels kidnapped two engineers in Kirkuk on Monday. On Tuesday the army shelled a camp near Mosul.",
        [f"Kirkuk {MON} captured 2", f"Mosul {TUE}"],
    ),
    (
        "In Mosul, a bomb killed two. In Tikrit, a bomb killed three. In Basra, a bomb killed four.",
        ["Mosul killed 2", "Tikrit killed 3", "Basra killed 4"],
    ),
    (
        "Soldiers retook Tikrit on Monday. Meanwhile, rebels attacked a checkpoint outside Kirkuk.",
        [f"Tikrit {MON}", "Kirkuk"],
    ),
    (
        "A suicide bomber killed eight people in Kabul on Friday, "
        "two days after gunmen killed three in Herat.",
        [f"Kabul {FRI} killed 8", "Herat 2021-03-03 killed 3"],
    ),
    (
        "A bomb killed nine people in Mosul on Friday. On Monday two people died in a raid in Mosul.",
        [f"Mosul {FRI} killed 9", f"Mosul {MON} killed 2"],
    ),
    (
        "A guard was killed in a gunfight in Mosul on Friday night, four days after gunmen raided a post.",
        [f"Mosul {FRI} killed 1", "2021-03-01"],
    ),
    (
        "Five days after the massacre at the port, Basra was struck again. "
        "A car bomb killed two men in Basra on Monday.",
        ["2021-03-03", f"Basra {MON} killed 2"],
    ),
    (
        "A guard was killed and another injured in a gunfight at a post in Mosul on Friday night, "
        "four days after armed men raided the post.",
        [f"Mosul {FRI} killed 1 injured 1", "2021-03-01"],
    ),
    (
        "A shell hit Mosul on Monday. In May 2020 eleven soldiers were killed and 50 guards went missing "
        "in a similar ambush in Basra.",
        [f"Mosul {MON}", "Basra 2020-05-01 killed 11 missing 50"],
    ),
    (
        "Police shot a protester in Baghdad on Monday. On Tuesday, crowds burned a station in Basra.",
        [f"Baghdad {MON} casualties 1", f"Basra {TUE}"],
    ),
    (
        "A mine killed a herder near Kirkuk. In another incident, a grenade wounded two boys in Mosul.",
        ["Kirkuk killed 1", "Mosul injured 2"],
    ),
    (
        "On Friday gunmen assaulted a prison in Mosul; on Monday, while mourners gathered, a convoy was "
        "ambushed near Tikrit. The ministry said that six soldiers died in the ambush and that it left nine "
        "wounded. A driver counted 20 dead.",
        [f"Mosul {FRI}", f"Tikrit {MON} killed 6 injured 9 killed 20"],
    ),
    (
        "A bomb killed nine people in Mosul on Monday. On Friday gunmen had stormed a school in Tikrit. "
        "Four pupils were killed in the assault.",
        [f"Mosul {MON} killed 9", f"Tikrit {FRI} killed 4"],
    ),
    (
        "Shells killed nine people in Mosul on Friday. The mayor spoke. Nobody slept. The shops were shut. "
        "It rained. Two days earlier, a guard had been killed.",
        [f"Mosul {FRI} killed 9", "killed 1"],
    ),
    (
        "Soldiers killed 40 villagers in Tal Zamar. On Friday two medics died when their car hit a mine "
        "near Kirkuk.",
        ["Tal Zamar killed 40", f"Kirkuk {FRI} killed 2"],
    ),
]

ONE: list[tuple[str, list[str]]] = [
    (
        "An airliner was shot down over Mosul on Friday, killing 98. It was shot down by a missile, he said.",
        [f"Mosul {FRI} killed 98"],
    ),
    (
        "Rebels carried out an attack on a school in Mosul on 5 March 2021 that killed eight and wounded 15.",
        [f"Mosul {FRI} killed 8 injured 15"],
    ),
    (
        "Two bodies were recovered on Friday from the ruins of a house in Mosul that gunmen had raided "
        "on Thursday.",
        [f"Mosul {FRI} 2021-03-04 killed 2"],
    ),
    (
        "A bomb killed nine people in Mosul on Friday. The toll of the bombing rose to 11 on Monday, "
        "when two of the wounded died.",
        [f"Mosul {FRI} killed 9 killed 11 killed 2"],
    ),
    (
        "A bomb killed nine people in Mosul on Friday. On Monday two bodies were recovered.",
        [f"Mosul {FRI} {MON} killed 9 killed 2"],
    ),
    (
        "Gunmen raided Kirkuk on 5 February, killing four people. "
        "The fifth, Omar Hadid, succumbed to his injuries on 2 March.",
        ["Kirkuk 2021-02-05 killed 4"],
    ),
    (
        "A bomb went off in Mosul on Friday. Twelve people were killed, not 11 as the police say: "
        "the body of a guard was found on Monday.",
        [f"Mosul {FRI} {MON} killed 12 killed 1"],
    ),
    (
        "A bomb exploded in Mosul on Monday. The blast killed four people and wounded nine.",
        [f"Mosul {MON} killed 4 injured 9"],
    ),
    (
        "Gunmen attacked a bus in Basra on Monday, killing two. "
        "The attack was the work of rebels, police said.",
        [f"Basra {MON} killed 2"],
    ),
    (
        "Nine people were killed when a rocket hit a market in Kirkuk on Tuesday. "
        "Officials condemned the attack.",
        [f"Kirkuk {TUE} killed 9"],
    ),
    (
        "Soldiers shot a farmer near Tikrit on Monday. The shooting was confirmed by the army.",
        [f"Tikrit {MON} casualties 1"],
    ),
    (
        "Troops killed 14 rebels and arrested 30 others in a raid on Kirkuk on Monday.",
        [f"Kirkuk {MON} killed 14 captured 30"],
    ),
    (
        "Gunmen stormed a bank in Mosul on Monday, killing three; a guard died on the way to hospital.",
        [f"Mosul {MON} killed 3 killed 1"],
    ),
    (
        "Three medics died in Mosul on Monday, "
        "the first aid workers killed there since the war in Sudan began.",
        [f"Mosul {MON} killed 3"],
    ),
    (
        "A bomb killed nine people in Mosul on Monday. It was the deadliest attack since the fall of Basra.",
        [f"Mosul {MON} killed 9"],
    ),
    (
        "The army conducted an operation in Kirkuk from 2 to 4 March 2021. Nine people were killed.",
        ["Kirkuk 2021-03-02 killed 9"],
    ),
]


def lines(claims: tuple[Claim, ...]) -> list[str]:
    """One line an event in text order: its places, days and counts."""
    events: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: c.spans.trigger or c.span):
        events.setdefault(claim.event, []).append(claim)
    found = []
    for members in events.values():
        words = [c.value.name for c in members if c.field == "place" and isinstance(c.value, Place)]
        days = (c.value.start for c in members if isinstance(c.value, When) and c.rule != INFERRED)
        words += [day.isoformat() for day in days if day]
        words += [f"{c.field} {c.value.low}" for c in members if isinstance(c.value, Number)]
        found.append(" ".join(dict.fromkeys(words)))
    return found


BY_PLACE = [
    # places that head the lines of a list, also those that the tagger takes for persons
    (
        "The governor of Kherson region gave a summary.\n\n\u2022 Bilozerka: a shell killed a woman.\n"
        "\u2022 Beryslav: a drone hit a bus and wounded six people.",
        ["Bilozerka killed 1", "Beryslav injured 6"],
    ),
    (
        "The ministry of Iraq gave a summary.\n\nMosul: two soldiers were killed by a bomb.\n"
        "Kirkuk: gunmen killed a guard.",
        ["Mosul killed 2", "Kirkuk killed 1"],
    ),
    # a speaker, or one name alone
    (
        "Rebels attacked in Iraq.\n\nReed: I saw that two soldiers were killed.\nSmith: We saw a dead guard.",
        ["Iraq killed 2 killed 1"],
    ),
]


@pytest.mark.parametrize(("text", "events"), BY_PLACE)
def test_places_head_the_lines_of_a_list(reader: Reader, text: str, events: list[str]) -> None:
    claims = read(reader, text).claims
    found = [line for line in lines(claims) if "killed" in line or "injured" in line]
    assert found == events
    assert all(c.source.publisher or "Reed" in text for c in claims)


@pytest.mark.parametrize(("text", "events"), REPORTS)
def test_each_event_has_its_own(reader: Reader, text: str, events: list[str]) -> None:
    assert lines(read(reader, text).claims) == events


@pytest.mark.parametrize(("text", "events"), ONE)
def test_one_event_told_on_is_one(reader: Reader, text: str, events: list[str]) -> None:
    assert lines(read(reader, text).claims) == events
