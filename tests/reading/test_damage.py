"""What was damaged or destroyed? Invented sentences with all that is to be read."""

from __future__ import annotations

import pytest

from dateline.reading import Reader
from tests.reading.helpers import said, table

CASES = """
The shelling destroyed the bridge at Brindle. | destroyed bridge
The missile strike caused damage to the runway. | damaged runway
The bombing damaged the school and the clinic. | damaged clinic; damaged school
The school was damaged in the bombing. | damaged school
The bridge was destroyed by the shelling. | destroyed bridge
Shells damaged the peace process. |
The attack destroyed all hope. |
The bombing damaged the image of the party. |
The attack damaged relations with the neighbours. |
The bombing destroyed three houses. | destroyed three
The blast levelled a warehouse. | destroyed warehouse
The bombing razed the barracks. | destroyed barracks
The bombing caused the destruction of a mosque. | destroyed mosque
The attack did not damage the bridge. | damaged bridge (negated)
The bombing may have damaged the pipeline. | damaged pipeline (hedged)
The bombing flattened the clinic. | destroyed clinic
The airstrike demolished a number of houses. | destroyed houses
The attack did damage to the church. | damaged church
The bombing shattered windows and wrecked a shop. | damaged windows; destroyed shop
The blast damaged nearby businesses. | damaged nearby businesses
The blast damaged cars and shops. | damaged cars; damaged shops
Windows were damaged by the blast. | damaged Windows
The bombing damaged the trust of voters. |
The bombing damaged the house of the mayor. | damaged house of the mayor
The attack obliterated the village. | destroyed village
The bombing was condemned by the mayor. |
The army destroyed a rocket launcher. | destroyed rocket launcher
The strike destroyed the ministry building. | destroyed ministry building
The attack caused no damage to the port. | damaged port (negated)
The army denied that the strike damaged the hospital. | damaged hospital (denied)
Police said the blast damaged the station. | damaged station
The bombing destroyed the library, which was old. | destroyed library
The strike, which damaged the dam, came at night. | damaged dam
A strike damaged the roof of the hospital. | damaged roof of the hospital
The bombing damaged freedom of speech. |
The strike destroyed the reputation of the general. |
A drone strike damaged the power plant. | damaged power plant
The bombing damaged the airport and the radar. | damaged airport; damaged radar
The bombing left the bridge destroyed. | destroyed bridge
A mortar shell damaged a mosque. | damaged mosque
The attack damaged confidence in the talks. |
The strike damaged an ambulance. | damaged ambulance
"""


@pytest.mark.parametrize(("text", "claims"), table(CASES))
def test_all_that_is_to_be_read_and_nothing_beside(reader: Reader, text: str, claims: list[str]) -> None:
    assert said(reader, text, "damaged", "destroyed") == claims
