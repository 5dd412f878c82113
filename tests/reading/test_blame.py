"""Whose deed is it said to be? Invented sentences with every actor and responsibility that is to be read."""

from __future__ import annotations

import pytest

from dateline.model import Responsibility
from dateline.reading import Reader
from tests.reading.helpers import read, said, table

CASES = """
Hezbollah claimed responsibility for the bombing in Brindle. | responsibility Hezbollah (claimed)
A bomb killed four people in Brindle. Hezbollah denied involvement in the bombing. | \\
    responsibility Hezbollah (denied)
Police blamed Hezbollah for the bombing in Brindle. | responsibility Hezbollah (alleged)
Residents hold the army responsible for the massacre of ten farmers. | responsibility army (alleged)
The mayor held Hezbollah responsible for the bombing of the port. | responsibility Hezbollah (alleged)
The mayor met the rebels responsible for the bombing of the port. |
The mayor held the men of Hezbollah responsible for the bombing of the port. | \
    responsibility Hezbollah (alleged); responsibility men of Hezbollah (alleged)
A bomb exploded in the port. Police say that Hezbollah planted the bomb. | actor Hezbollah; \
    responsibility Hezbollah (alleged)
A bomb exploded in the port. Police say that Hezbollah planted a bomb in May, too. | actor Hezbollah
A bomb exploded in the port. Police say that Hezbollah did not plant the bomb. | actor Hezbollah (negated)
A bomb exploded in the port. Hezbollah planted the bomb. | actor Hezbollah
Suspected members of Hezbollah attacked a convoy. | actor Hezbollah (hedged); \\
    actor members of Hezbollah (hedged); responsibility Hezbollah (alleged); \\
    responsibility members of Hezbollah (alleged)
The bombing killed two. All the evidence points to the army. | responsibility army (alleged)
The bombing killed two. The evidence does not point to the army. |
The bombing killed two. The evidence points to a gas leak. |
The bombing killed two. The findings point to Russia as a supplier of the bomb. |
Norway rejected the charges levelled against it by Russia over the attack. |
Hezbollah took credit for the attack on the convoy. | responsibility Hezbollah (claimed)
Responsibility for the attack was claimed by Hezbollah. | responsibility Hezbollah (claimed)
The bombing was claimed by Hezbollah. | responsibility Hezbollah (claimed)
The bombing, claimed by Hezbollah, killed four guards. | responsibility Hezbollah (claimed)
Hezbollah claimed the bombing of the embassy. | responsibility Hezbollah (claimed)
No group claimed responsibility for the bombing. |
Nobody has claimed responsibility for the attack. |
Hezbollah has not claimed responsibility for the attack. |
Hezbollah said it had bombed the embassy. | actor Hezbollah; responsibility Hezbollah (claimed)
Hezbollah said it bombed the embassy and the port. | actor Hezbollah; responsibility Hezbollah (claimed)
Hezbollah said it would bomb the embassy. | actor Hezbollah (planned)
Hezbollah said it had not bombed the embassy. | actor Hezbollah (negated); responsibility Hezbollah (denied)
Hezbollah denied that it had bombed the embassy. | actor Hezbollah (denied); \\
    responsibility Hezbollah (denied)
Hezbollah denied bombing the embassy. | actor Hezbollah (denied); responsibility Hezbollah (denied)
Russia denied that Russian troops bombed the port. | actor Russian troops (denied); \\
    responsibility Russia (denied)
Our forces carried out no strike on the port, the Russian army said. | actor forces (negated); \\
    responsibility Russian army (denied)
Our forces carried out a strike on the port, the Russian army said. | actor forces; \\
    responsibility Russian army (claimed)
The attack on the port bore the footprints of Hezbollah, police said. | \\
    responsibility Hezbollah (alleged)
The attack on the port left the footprints of horses, police said. |
Russia denied that Danish troops bombed the port. | actor Danish troops (denied)
Russia denied that its troops were involved in the bombing of the port. | \\
    responsibility Russia (denied)
Russia said that Danish troops were involved in the bombing of the port. | \\
    responsibility Danish troops (alleged)
Hezbollah disputed that it had bombed the embassy. | actor Hezbollah (denied); \\
    responsibility Hezbollah (denied)
The bombing in Brindle, which Hezbollah claimed, killed four guards. | responsibility Hezbollah (claimed)
The bombing in Brindle, which Hezbollah condemned, killed four guards. |
Hezbollah said that one of its members had bombed the embassy. | actor Hezbollah; actor members; \\
    responsibility Hezbollah (claimed)
Hezbollah said that one of its guests had bombed the embassy. |
Hezbollah denied that any of its men were involved in the bombing of the port. | \\
    responsibility Hezbollah (denied)
Hezbollah, which residents blame for the bombing of the port, left. | responsibility Hezbollah (alleged)
Hezbollah, which residents joined for the bombing of the port, left. |
Hezbollah had no hand in the bombing of the port. | responsibility Hezbollah (denied)
Hezbollah has not said whether it was behind the bombing of the embassy. |
Hezbollah said it was behind the bombing of the embassy. | responsibility Hezbollah (claimed)
Hezbollah's radio said the group was behind the bombing of the embassy. | responsibility Hezbollah (claimed)
Hamas's news agency said the group carried out the bombing. | actor Hamas; responsibility Hamas (claimed)
A bomb killed four people in Brindle. Claimed by Hezbollah. | responsibility Hezbollah (claimed)
A bomb killed four people in Brindle. Claimed by Hezbollah on Telegram: "All are safe". | \\
    responsibility Hezbollah (claimed)
A bomb killed four people in Brindle. Not claimed by Hezbollah. |
Hezbollah has not said that it bombed the embassy. | actor Hezbollah (hedged)
Hezbollah said that Hamas had bombed the embassy. | actor Hamas
"We bombed the embassy," Hezbollah said. | responsibility Hezbollah (claimed)
The officer admitted killing the priest. | actor officer; responsibility officer (admitted)
The officer confessed to the murder of the priest. | responsibility officer (admitted)
The army admitted responsibility for the killing of the farmers. | responsibility army (admitted)
The army rejected responsibility for the killing of the farmers. | responsibility army (denied)
The army was accused of killing two priests. | responsibility army (alleged)
The government accused Hezbollah of bombing the embassy. | responsibility Hezbollah (alleged)
The government accused Hezbollah of lying. |
Three officers were charged with the murder of the bishop. | responsibility officers (alleged)
The court charged three officers with the murder of the bishop. | responsibility officers (alleged)
Police suspect Hezbollah of the bombing. | responsibility Hezbollah (alleged)
The attack was attributed to Hezbollah. | responsibility Hezbollah (alleged)
The ministry attributed the attack to Hezbollah fighters. | responsibility Hezbollah (alleged); \\
    responsibility Hezbollah fighters (alleged)
The ministry blamed the attack on Hezbollah. | responsibility Hezbollah (alleged)
The ministry blamed the weather for the delay. A bomb exploded in Brindle. |
Police did not blame Hezbollah for the bombing. |
Hezbollah was responsible for the attack, police said. | responsibility Hezbollah (alleged)
Hezbollah was not responsible for the attack, its leader said. | responsibility Hezbollah (denied)
Police believe Hezbollah was behind the bombing. | responsibility Hezbollah (alleged) (hedged)
The bombing was the work of Hezbollah. | responsibility Hezbollah (alleged)
The bombing bore the hallmarks of Hezbollah. | responsibility Hezbollah (alleged)
Three soldiers were implicated in the murder of the bishop. | responsibility soldiers (alleged)
A gang, apparently Hezbollah members, kidnapped the mayor. | actor gang; \\
    responsibility Hezbollah (alleged); responsibility Hezbollah members (alleged)
Iran denied involvement in the attack on the refinery. | responsibility Iran (denied)
Saudi Arabia blamed Iran for the attack on the refinery. | responsibility Iran (alleged)
The minister blamed Hezbollah and Hamas for the attack. | responsibility Hamas (alleged); \\
    responsibility Hezbollah (alleged)
The minister condemned the attack. |
The army said it was attacked at dawn. |
Alleged Hezbollah fighters killed a guard. | actor Hezbollah fighters (hedged); \\
    actor Hezbollah (hedged); responsibility Hezbollah fighters (alleged); \\
    responsibility Hezbollah (alleged)
Hezbollah dismissed allegations that it had bombed the embassy. | \\
    actor Hezbollah (denied); responsibility Hezbollah (denied)
Israel rejected accusations that its forces had bombed the mosque. | \\
    actor forces (denied); responsibility Israel (denied)
The army denied that its forces had shelled the hospital. | \\
    actor forces (denied); responsibility army (denied)
Hezbollah said its fighters had bombed the embassy. | \\
    actor Hezbollah; actor fighters; responsibility Hezbollah (claimed)
A spokesman for Hezbollah claimed responsibility for the bombing. | responsibility Hezbollah (claimed)
Colonel Avi Dan, a spokesman for the Israeli army, denied that the army bombed the hospital. | \\
    actor Israeli army (denied); responsibility Israeli army (denied)
Israel rejected the killing of the teacher. |
The parties rejected the murder of the judge. |
Russia denied bombing the theatre and blamed Ukraine. | \\
    actor Russia (denied); responsibility Russia (denied); responsibility Ukraine (alleged)
A shell killed ten people. The army accuses Hezbollah fighters. Hezbollah rejects the accusation. | \\
    responsibility Hezbollah (alleged); responsibility Hezbollah fighters (alleged); \\
    responsibility Hezbollah (denied)
A shell killed ten people. The army accuses Hezbollah fighters. Hamas rejects the accusation. | \\
    responsibility Hezbollah (alleged); responsibility Hezbollah fighters (alleged)
Hamas accused Israel of bombing a mosque. Israel denied it. | \\
    responsibility Israel (alleged); responsibility Israel (denied)
Hamas accused Israel of bombing a mosque. Egypt denied it. | responsibility Israel (alleged)
India and Pakistan blamed each other for the shelling. | \\
    responsibility India (alleged); responsibility Pakistan (alleged)
India and Pakistan traded blame for the shelling. | \\
    responsibility India (alleged); responsibility Pakistan (alleged)
India and Pakistan traded goods. A bomb killed four people. |
The statement put the blame on Hezbollah for the bombing. | responsibility Hezbollah (alleged)
The ministry laid responsibility for the bombing on Hezbollah. |
The driver put the goods on the truck. A bomb killed four people. |
The rebels blamed the government and the army for the murder of 10 farmers. | \\
    responsibility army (alleged); responsibility government (alleged)
Amnesty International accused both the rebels and the army of killing civilians. | \\
    responsibility army (alleged); responsibility rebels (alleged)
France accused the Assad government of the chemical attack. | responsibility Assad government (alleged)
The guerrillas are being held responsible for the bombing. | responsibility guerrillas (alleged)
A bomb went off in the bank, for which the guerrillas were held responsible. | \\
    responsibility guerrillas (alleged)
Two men were arrested over the bombing of a mosque. | responsibility men (alleged)
Police arrested three soldiers in connection with the murder of the judge. | \\
    actor Police; responsibility soldiers (alleged)
Police arrested two men in the raid on the camp. | actor Police
Two men were arrested for driving without lights. A bomb killed four people. |
Rockets fired from areas held by Hezbollah hit a school. | responsibility Hezbollah (alleged)
Shells hit a market. Police say that the shells came from Hezbollah positions. | \\
    responsibility Hezbollah (alleged)
Shells hit a market. Police say that aid came from Hezbollah positions. |
The shelling originated from positions of the Syrian army. | responsibility Syrian Army (alleged)
Rockets fired from Lebanon hit a school. |
The clash was started by Danish troops. | responsibility Danish troops (alleged)
The trial was started by Danish troops. A bomb killed four people. |
A girl, identified as Layla Hadad, was killed in a rocket attack. |
Two brothers, apparently Hezbollah members, were killed in the bombing. |
The bus was attacked by men thought to be Hezbollah fighters. | \\
    actor men; responsibility Hezbollah (alleged); responsibility Hezbollah fighters (alleged)
Warplanes, which we believe to be Russian, bombed the depot. | responsibility Russia (alleged)
The gunman, identified as John Smith, shot four people. | \\
    actor gunman; responsibility John Smith (alleged)
Sources linked the driver to Hezbollah or said he was killed in the bombing. |
The mayor is responsible for the initiative to build a hall where he was killed. |
The minister denounced the leadership of the army. A bomb killed four people. |
Romero is accused of leading the money-laundering operations of a bank. A bomb killed two people. |
It is not known who was behind the attack. |
Both sides blamed each other for the shelling. |
Hezbollah vowed revenge for the strike on its commander. |
Washington blamed it on Hezbollah after rockets killed a driver. | responsibility Hezbollah (alleged)
Hezbollah said it was behind the attack that killed six. | responsibility Hezbollah (claimed)
Hezbollah said it was not behind the attack that killed six. | responsibility Hezbollah (denied)
Hezbollah denied that it was behind the attack that killed six. | responsibility Hezbollah (denied)
Hezbollah said Hamas was behind the attack that killed six. | responsibility Hamas (alleged)
A bomb killed nine people in Brindle. The mayor blamed Hezbollah. | responsibility Hezbollah (alleged)
A bomb killed nine people in Brindle. The mayor blamed Hezbollah on Friday. | \\
    responsibility Hezbollah (alleged)
A bomb killed nine people in Brindle. The governor accused bandits. | responsibility bandits (alleged)
Prices rose in Brindle. The mayor blamed Hezbollah. |
A bomb killed nine people in Brindle. The mayor blamed Hezbollah for the drought. |
A bomb killed nine people in Brindle. Police blamed a faulty lock and the weather. |
A bomb killed nine people in Brindle. Police blamed nobody. |
A bomb killed nine people. Investigators blamed wrong information from the Danish military. |
A bomb killed nine people. Rain fell. Snow fell. Mist fell. Ice fell. The mayor blamed Hezbollah. |
Rockets hit a depot. Officials pointed the finger at Hezbollah. | responsibility Hezbollah (alleged)
Baghdad accused Ankara of bombing a resort. Ankara denied it and blamed Hezbollah. | \\
    responsibility Turkey (alleged); responsibility Turkey (denied); responsibility Hezbollah (alleged)
A strike killed four people. Hamas blamed the Israeli army. Israel denied it. | \\
    responsibility Israeli army (alleged); responsibility Israel (denied)
A strike killed four people. Hamas blamed the Israeli army. Syria denied it. | \\
    responsibility Israeli army (alleged)
A shell killed a nun. Kyiv accused Moscow. Moscow said it was not responsible. | \\
    responsibility Russia (alleged); responsibility Russia (denied)
A bomb killed three people. Police blamed Hezbollah, which denied involvement. | \\
    responsibility Hezbollah (alleged); responsibility Hezbollah (denied)
A bomb killed three people. A source in the Danish army denied that it had carried out the attack. | \\
    actor Danish army (denied); responsibility Danish army (denied)
The Danish army admitted that one of its aircraft had bombed a wedding. | \\
    actor Danish army; responsibility Danish army (admitted)
The Danish army acknowledged that its strike killed ten farmers. | responsibility Danish army (admitted)
The Danish army acknowledged that a strike killed ten farmers. |
Hezbollah's local branch, Red Dawn, claimed responsibility for the attack on its news channel. | \\
    responsibility Red Dawn (claimed)
"""


def test_a_ministry_answers_for_its_state(reader: Reader) -> None:
    text = "Rockets hit a school. Denmark's defence ministry denied that its forces had fired the rockets."
    (value,) = (c.value for c in read(reader, text).claims if c.field == "responsibility")
    assert isinstance(value, Responsibility)
    assert (value.name, value.kind, value.country, value.how) == ("Denmark", "state", "DK", "denied")


@pytest.mark.parametrize(("text", "claims"), table(CASES))
def test_all_that_is_to_be_read_and_nothing_beside(reader: Reader, text: str, claims: list[str]) -> None:
    assert said(reader, text, "actor", "responsibility") == claims


SPEAKERS = """
Hezbollah claimed responsibility for the bombing in Brindle. | Hezbollah
Police blamed Hezbollah for the bombing in Brindle. | police
Hezbollah was responsible for the attack, residents said. | residents
Iran denied involvement in the attack on the refinery. | Iran
"""


@pytest.mark.parametrize(("text", "speakers"), table(SPEAKERS))
def test_who_says_whose_deed_it_is(reader: Reader, text: str, speakers: list[str]) -> None:
    claims = [c for c in read(reader, text).claims if c.field == "responsibility"]
    assert [c.source.name for c in claims] == speakers
