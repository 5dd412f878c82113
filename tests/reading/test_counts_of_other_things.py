"""Numbers beside violence that count no casualty. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.model import PEOPLE
from dateline.reading import Reader
from tests.reading.helpers import read

NUMBERS = """
Unit 731 attacked the village.
The 3rd Brigade shelled the town on 14 March.
Soldiers fired 40 rounds at the gate.
The attack lasted 45 minutes and closed 3 roads.
Gunmen rode in on 20 motorcycles and attacked the farm.
Rebels hold 14 villages in the district after the attack.
The village of 2,000 people was attacked at dawn.
The court heard 31 witnesses of the massacre.
The army sent 600 soldiers after the bombing.
The militia has 4,000 fighters and attacked the port.
Rebels demanded 2 million dollars for the attack to stop.
Police searched the town in 6 raids after the bombing.
The bomb weighed 50 kilograms.
The attack at 9 p.m. shook the town.
Highway 7 was closed after the ambush.
The bombing was the fourth in 10 days.
Thirty families were told of the attack by the mayor.
Nine parties condemned the killing.
The 12-year-old war has closed most of the schools.
About 70 per cent of the town was damaged in the shelling.
The shooting was recorded on 3 cameras.
The price of bread rose by 40 per cent after the siege.
Nearly 300 people watched the trial of the bomber.
The strike hit Building 22.
The Group of 77 condemned the attack.
The militia celebrated the attack with 21 shots.
Article 5 was invoked after the attack.
The ambush took place 200 metres from the school.
Some 500 mourners attended the burial of the guard.
Two hundred buses were searched after the bombing.
The army lost 3 positions in the fighting.
The attack was claimed by 2 groups.
Four ministers visited the scene of the bombing.
The convoy of 30 lorries was attacked.
The raid began at 0400 and ended at 0630.
The bomb exploded on the 8th floor of the hotel.
In 1998 the town was bombed.
The rebels attacked with 4 tanks and 60 men.
The governor, 58, condemned the attack 12 km from Orlow.
The shelling was heard in 5 districts.
"""

SINGLES = [
    ("The general, 58, was killed at his post 12 km from Orlow.", ["killed 1"]),
    ("A guard was shot dead with a .45 pistol.", ["killed 1"]),
]


@pytest.mark.parametrize("text", NUMBERS.strip().splitlines())
def test_no_casualty_is_counted(reader: Reader, text: str) -> None:
    assert [c for c in read(reader, text).claims if c.field in PEOPLE] == []


@pytest.mark.parametrize(("text", "counts"), SINGLES)
def test_only_the_person_is_counted(reader: Reader, text: str, counts: list[str]) -> None:
    told = {
        f"{c.field} {getattr(c.value, 'low', None)}" for c in read(reader, text).claims if c.field in PEOPLE
    }
    assert sorted(told) == counts
