"""Which counts are parts of others, and which wholes are added up. Invented reports."""

from __future__ import annotations

import pytest

from dateline.model import ACTUAL, Number
from dateline.reading import Reader
from tests.reading.helpers import read

FATE = {"killed": "K", "injured": "I"}

# report | "field number [group]" of those Kand injured, in text order
WHOLE = """
Seven people were shot in Mosul. Two of them died. | I5; K2 [of them]
Seven people were shot in Mosul. One person died. | I6; K1
Five men were shot in Mosul, two of them fatally. | I3; K2 [of them]
Four women were shot in Mosul. One woman died. | I3; K1 [woman]
Two men died at the scene of the shooting, and a third died at the hospital. | K2 [men]; K3; K1 [of them]
A man was killed in the attack, and another man died in the hospital. | K1 [man]; K2; K1 [man]
A man and his daughter were killed in the shelling. | K1 [man]; K2
A woman, her husband and their son were killed in the shelling. | K1 [woman]; K3
The gunman killed four people before turning the gun on himself. | K4 [of them]; K5
A gunman shot and killed his wife and two guards before killing himself. | K4; K2 [guards]
A gunman killed two people and then himself. | K2 [of them]; K3
A gunman killed two people before taking his own life. | K2 [of them]; K3
A gunman killed two people and committed suicide. | K2 [of them]; K3
A gunman killed his wife, 39-year-old Rim Smith, then himself in Mosul. | K2
Three of Smith's sons were killed in the raid, along with his niece. | K3 [Smith's sons]; K4
The bomber killed himself and 12 soldiers. | K13; K12 [soldiers]
Six people were shot in Mosul. Two of them died before the gunman killed himself. | I4; K2 [of them]
A third person has died after the shooting in Mosul. | K1 [of them]; K3
Gunmen killed four people in Mosul. A fifth victim died on Tuesday. | K4 [of them]; K5; K1 [of them]
The bombing wounded two guards and four other people. | I2 [guards]; I6; I4 [of them]
"""

PART = """
Two more bodies were recovered on Sunday from the market in Mosul that was bombed. | K2 [of them]
Two more people have died of injuries suffered in the bombing in Mosul. | K2 [of them]
Two more people were killed in a drone strike on Mosul. | K2
Gunmen killed two guards and three more people in Mosul. | K2 [guards]; K5; K3 [of them]
Five people were shot in Mosul. Four of the victims were taken to a hospital. | I4 [of them]
Gunmen wounded five people in Mosul. Adam Smith says his son was one of the people injured. | I5; I1 [of them]
Four people were shot in Mosul and two were seriously injured. | I2 [of them]
Five people were shot in Mosul. Two were taken to a hospital. | I2 [of them]
Two boys were shot in Mosul. Nobody inside the school was injured. | I0 [the rest]
Four men were shot in Mosul. Adam Smith was injured. | I1 [Adam Smith]
Three of the victims of the bombing were taken to a hospital. | I3 [of them]
Six were taken to a hospital, where two are stable and another is critical. | I6; I2 [of them]; I1 [of them]
Three people died in the shooting. One died at the scene. | K3; K1 [of them]
Three people died in the shooting. Two died at the scene. | K3; K2 [of them]
Five people were wounded in the bombing. Two were in critical condition. | I5; I2 [of them]
Five people were wounded in the bombing. One was taken to a hospital. | I5; I1 [of them]
Five people were wounded in the bombing. No one else was hurt. | I5; I0 [else]
Fifty people are now known to have died in the bombing; two more victims died later. | K50; K2 [victims]
The death toll of the bombing rose to 23 after four more died, the mayor said. | K23; K4 [of them]
The bomb killed 12 people. Two of the victims were killed at once. | K12; K2 [of them]
"""

APART = """
Twelve people were killed in the bombing. | K12
A woman was killed in the bombing. | K1 [woman]
Seven people were shot in Mosul. |
Seven people were shot in Mosul. Seven were injured. | I7
One person was killed in the bombing and five were wounded. | K1; I5
The bombing killed at least 12 people. The ministry said ten people were killed. | K12+; K10
Police first said two people were killed in the bombing. Police said three people were killed. | K2; K3
Twelve people were killed in the bombing, up from nine. | K12; K9
Rebels said three soldiers died in the attack. The army said one person died. | K3 [soldiers]; K1
Nobody was hurt in the bombing. | I0
The bombing killed 4 people and wounded 7, bringing the number of victims to 15. | K4; I7
Two boys were shot in Mosul. Both boys died. Nobody was injured. | K2 [boys]; I0
A doctor said nobody was killed in the bombing. The rebels said 12 people were killed. | K0; K12
The bombing killed 12 people. The army's tally is 9. | K12; K9
A boy was shot in Mosul. The boy was taken to a hospital in critical condition, where the boy died. | K1
The bombing left one dead and one wounded. | K1; I1
Five people were shot in Mosul. Two died and three were wounded. | K2; I3
Gunmen killed one guard and injured others. A farmer died in the attack. | K1 [guard]; I2+; K1 [farmer]
A man was killed in the shooting. His wife was taken to a hospital in critical condition. | K1 [man]; I1
The bombing killed two guards, leading dozens of officers to search the town. | K2 [guards]
It takes courage to take the life of another, the army said after the bombing. |
The guard was nearly killed in the bombing. |
Five people were killed in the bombing. The guard shot himself. | K5
Two guards, Adam Orlow and Paul Brand, were killed in the bombing. | K2 [guards]
"""

PLURAL = """
A farmer was killed in the bombing and others were injured. | K1 [farmer]; I2+
A number of people were wounded in the bombing. | I2+
An unknown number of civilians were killed in the bombing. | K2+ [civilians]
The bombing caused injuries. | I2+
The bombing led to deaths and injuries. | K2+; I2+
Injuries were reported after the bombing. | I2+
The bombing killed soldiers. | K2+ [soldiers]
Many people were injured in the bombing. | I2+
The bombing injured three people. Others were injured by glass. | I3
People were injured in the bombing. Three people were injured by glass. | I3
The bombing killed civilians. Civilians were killed in the bombing. | K2+ [civilians]
"""

NO_PLURAL = """
The guard suffered injuries in the bombing. | I1
The guard died of injuries after the bombing. | K1
The bombing did not kill civilians. |
Gunmen attacked a convoy in Mosul. |
The number of people killed in the bombing is unknown. |
Rebels threatened to kill soldiers in an attack. |
"""

TAKEN = """
Three people were taken to a hospital after the bombing. | I3
Medics rushed four men to the hospital after the bombing. | I4 [men]
Two guards are fighting for their lives after the bombing. | I2 [guards]
Three people were taken to a hospital after the bombing, where they died. |
Three bodies were taken to a hospital after the bombing. |
Three men were not taken to a hospital after the bombing. |
Police took two suspects to the station after the bombing. |
"""


def rows(table: str) -> list[tuple[str, str]]:
    """Reports with what is read in them."""
    pairs = (line.split("|") for line in table.splitlines() if line.strip())
    return [(a.strip(), b.strip()) for a, b in pairs]


def told(reader: Reader, text: str) -> str:
    """Counts of killed and injured, by where their words begin and end."""
    claims = [c for c in read(reader, text).claims if c.field in FATE and c.modality in ACTUAL]
    shown = []
    for c in sorted(claims, key=lambda c: c.spans.value or c.span):
        assert isinstance(c.value, Number)
        low, high = c.value.low, c.value.high
        number = f"{low}+" if high is None else str(high)
        shown.append(f"{FATE[c.field]}{number}" + (f" [{c.group}]" if c.group else ""))
    return "; ".join(shown)


@pytest.mark.parametrize(("text", "expected"), rows(WHOLE + PART + APART + PLURAL + NO_PLURAL + TAKEN))
def test_tally(reader: Reader, text: str, expected: str) -> None:
    assert told(reader, text) == expected


@pytest.mark.parametrize(("text", "_"), rows(WHOLE))
def test_wholes_quote_all_their_words(reader: Reader, text: str, _: str) -> None:
    reading = read(reader, text)
    made = [c for c in reading.claims if c.rule in ("count.sum", "count.rest")]
    assert made
    for claim in made:
        assert claim.spans.value is not None
        assert isinstance(claim.value, Number)
        assert claim.spans.value.of(reading.report.text) == claim.value.text
        assert claim.span.of(reading.report.text) == claim.quote
        assert claim.span.contains(claim.spans.value)
