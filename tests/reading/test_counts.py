"""Which number counts which harm. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.model import COUNTS
from dateline.reading.counts.reader import RULES, Count, read_counts
from dateline.reading.counts.rules import DEFINITE, NAMED
from dateline.reading.parse import Parse, Parser
from dateline.reading.rules import Rule

BOOK = load_codebook()
SINGLES = frozenset((NAMED.id, DEFINITE.id))

# sentence | field value [group] (* marks a part), several after ";"; persons told by name are left out
HARM = """
The mission confirmed at least 70 killings in Orlow. | killed 70+
The mission documented 12 abductions in Orlow. | captured 12
The city reported 70 killings in a year. |
The raid killed 12 women and children. | killed 12 [women and children]
The raid killed 12 women and five children. | killed 12 [women]; killed 5 [children]
The raid killed 94 people, fewer than the 115 counted by the council. | killed 94; killed 115
The raid killed 94 people, more than the 80 whom the council counted. | killed 94; killed 80
The raid killed 94 people, more than the 80 guests who slept there. | killed 94
The raid killed 94 people, more than the 80 who slept there. | killed 94
The hospital admitted 54 people with burns, of whom 12 did not survive. | injured 54; killed 12
A guard, about 40, was shot dead. | killed 1 [guard]
In the north about 40, among them two guards, were killed. | killed 40; killed 2* [guards]
The raid killed nine people, six of them older than 60. | killed 9; killed 6* [of them]
A sergeant laid down his life. | killed 1 [sergeant]
Two guards gave their lives at the port. | killed 2 [guards]
Seven guards paid with their lives. | killed 7 [guards]
Two monks gave their lives to the poor. |
Two guards laid down their arms. |
Losses amounted to seven soldiers and five volunteers. | killed 7 [soldiers]; killed 5 [volunteers]
Losses stood at 40. | casualties 40
Losses amounted to 30 trucks. |
Losses amounted to 30 million dollars. |
No loss of life was reported among the clerks. | killed 0 [clerks]
There was no loss of life on our side. | killed 0 [side]
No casualties were reported among the clerks. | casualties 0 [clerks]
The gang killed four clerks and said that it held seven others. | killed 4 [clerks]; captured 7
The raid killed nine soldiers and the rebels are holding five soldiers. | \
killed 9 [soldiers]; captured 5 [soldiers]
The prison holds 300 inmates. |
The rebels held two talks. |
The hospital admitted 46 people. | injured 46
The hospital received 20 of the wounded. | injured 20 [wounded]
The hospital received two trucks. |
Nurses bandaged 29 patients. | injured 29 [patients]
Nine fighters were rendered ineffective. | killed 9 [fighters]
Eighteen fighters were put out of action. | killed 18 [fighters]
Two tanks were put out of action. |
Two soldiers fell martyr. | killed 2 [soldiers]
Seven people were picked up for questioning. | captured 7
Two youths were taken to the camp for interrogation. | captured 2 [youths]
Two youths were taken to the camp for lunch. |
Four of the girls were recovered alive. | rescued 4 [girls]
Two of its own fighters fell. | killed 2 [own fighters]
Five bodies were left outside the school. | killed 5
Volunteers have buried 35 people. | killed 35
A landslide buried 35 people. |
The blast buried 35 people under rubble. |
A clerk was buried on Thursday. |
Rescuers are digging for four people. | missing 4
The raid killed 12 of 15 soldiers on the truck. | killed 12 [soldiers]
Nine of 14 guards were wounded. | injured 9 [guards]
The army said it had shot down 38 of 52 drones launched by rebels. | intercepted 38 drones; launched 52 drone
The army said it shot down three of four drones. | intercepted 3 drones; launched 4 drones
Rebels fired 52 rockets. 38 were shot down. | launched 52 rockets; intercepted 38 rocket
Thirty-eight were shot down. |
The raid killed nine men and two women were abducted. | killed 9 [men]; captured 2 [women]
The raid killed nine men and two women who had come. | killed 9 [men]; killed 2 [women]
Gunmen killed nine men and led two women into the forest. | killed 9 [men]; captured 2 [women]
Guides led two women into the forest. |
The number of casualties rose to nine: two dead and seven injured. | casualties 9; killed 2; injured 7
The blast killed nine men. Twelve are being treated. | killed 9 [men]; injured 12
The blast killed nine men. Doctors are treating 12 others. | killed 9 [men]; injured 12
The blast killed nine men. Twelve received treatment. | killed 9 [men]; injured 12
The blast killed nine men. Twelve guards were treated badly. | killed 9 [men]
The blast killed nine men. Twelve people are being treated for cholera. | killed 9 [men]
Doctors are treating 12 people. |
- Friendly side: 4 dead. | killed 4 [Friendly side]
Toll on the friendly side: 4 dead, 13 wounded. | killed 4 [friendly side]; injured 13 [friendly side]
The army lost a post. On its side, 4 dead and 13 wounded. | killed 4 [its side]; injured 13 [its side]
Two guards embraced martyrdom. | killed 2 [guards]
Two guards embraced change. |
The blast hit a car, leaving a clerk with burns. | injured 1 [clerk]
The blast hit a car, leaving a clerk with questions. |
Nine escaped, leaving 163 in captivity. | captured 163
Nine escaped, leaving 163 in tears. |
A passer-by was injured. | injured 1 [passer-by]
Gunmen killed a family of four. | killed 4
Gunmen killed a man of 40. | killed 1 [man]
The raid killed three Russian and 12 Syrian fighters. | killed 3 [Russian]; killed 12 [Syrian fighters]
Two Syrian, three Iraqi and five Lebanese clerks were wounded. | \
injured 2 [Syrian]; injured 3 [Iraqi]; injured 5 [Lebanese clerks]
Two injured and five other clerks were killed. | killed 2; killed 5 [clerks]
The raid killed two and five Syrian clerks fled. | killed 2
The raid killed nine people, police said. The number is 110 for the year. | killed 9
Gunmen shot 12 clerks and killed five of them. | casualties 12 [clerks]; killed 5 [of them]
The bomb killed 61 people. At least 19 were women and 11 were children. | \
killed 61; killed 19+* [women]; killed 11* [children]
The bomb killed 61 people. At least 19 were women and 11 were late. | killed 61; killed 19+* [women]
A bomb killed 19 people, among them a boy of nine and three clerks. | \
killed 19; killed 1* [boy]; killed 3* [clerks]
The raid left 28 dead, including five women and three children, and 42 others injured. | \
killed 28; killed 5* [women]; killed 3* [children]; injured 42
The raid left two women, a guard and three children injured. | \
injured 2 [women]; injured 1 [guard]; injured 3 [children]
A bomb killed 19 people, among them a boy of nine. Three clerks fled. | killed 19; killed 1* [boy]
At the prison, which holds 300 men, two guards were killed. | killed 2 [guards]
A man and a woman injured in raid | injured 1 [man]; injured 1 [woman]
In May 80 people were killed, down from 112 in April. | killed 80
In May 80 people were killed, up from 72 a day earlier. | killed 80; killed 72
The mayor put the number of dead in the market bombing at 53. | killed 53
The mayor put the number of dead in the market bombing at 53 sites. |
The raid killed nine people, police said. A nurse put the number at 20. | killed 9; killed 20
The raid killed nine people, police said. A nurse put the number of tents at 20. | killed 9
Eleven of the escaped prisoners were recaptured. | captured 11 [escaped prisoners]
Soldiers recaptured 11 villages. |
The toll of the raid has risen to 40 martyrs and 93 injuries. | killed 40; injured 93
Northern Hospital: three martyrs and 14 wounded after the raid. | killed 3; injured 14
The mayor counted nine dead and 11 guards with burns. | killed 9; injured 11 [guards]
A bomb hit a bus. Killed: 23; injured: 52. | killed 23; injured 52
A bomb hit a bus. Civilians killed - 23. Injured: 7 (of whom three badly). | \
killed 23 [Civilians]; injured 7; injured 3*
The abduction and murder of six guards shocked Orlow. | captured 6 [guards]; killed 6 [guards]
The burning of a school and murder of six guards shocked Orlow. | killed 6 [guards]
A bomb hit a bus. Dead: two guards. Detained - 3. Missing: none. | killed 2 [guards]; captured 3; missing 0
A bomb hit a bus. Total martyrs so far: 31, including 6 children. | killed 31; killed 6* [children]
A bomb hit a bus. The Killing: 12 episodes. Parts injured: 3. |
Rebels set two trucks on fire. | damaged 2 trucks
Rebels set fire to 12 houses. | damaged 12 houses
Twelve houses were set ablaze. | damaged 12 houses
Rebels set two trucks on the road. |
Five people were listed as missing. | missing 5
Five people were listed as guests. |
Gunmen abducted 12 men. Six boys held since May were freed. | captured 12 [men]; rescued 6 [boys]
On our side, two comrades fell. | killed 2 [comrades]
Six men with burns were brought in. | injured 6 [men]
Medics found six men suffering from burns. | injured 6 [men]
Medics found a guard suffering from burns. |
Police put the number of wounded at 87 and of dead at 53. | injured 87; killed 53
Two died. The office told of 34 injuries, then put the number at 51. | killed 2; injured 34; injured 51
Two clerks were killed. The raid was on Monday. A nurse put the number at 20. | killed 2 [clerks]; killed 20
Police put the number of wounded at 87 and of cars at 53. | injured 87
Medics found six men suffering from hunger. |
Seven corpses with burns were found. | killed 7
Nine guards did not survive the blast. | killed 9 [guards]
The blast hit a bus. Three clerks did not make it. | killed 3 [clerks]
Three clerks did not make it to the town. |
A bomb killed 20 people, with six boys among the dead. | killed 20; killed 6* [boys]
The army reported the death in combat of eight rebels. | killed 8 [rebels]
On 3 May two clerks were abducted by gunmen. | captured 2 [clerks]
In January three clerks were abducted by gunmen. | captured 3 [clerks]
Rescuers recovered nine corpses. | killed 9
Seven bodies were shifted to Orlow. | killed 7
The ministry put the number of farmers killed at 12. | killed 12 [farmers]
The ministry counted the number of farmers killed at 12 sites. |
Twenty-seven bodies had been brought in by nightfall. | killed 27
Videos show at least 38 bodies. | killed 38+
The blast blew 20 people to bits. | killed 20
The wind blew 20 tents to bits. |
We lost nobody in the raid. | killed 0
We lost nothing in the raid. |
Not a single guard was hurt in the raid. | injured 0 [guard]
A single guard was hurt in the raid. | injured 1 [guard]
Nine people died in the raid, and four of the dead are nurses. | killed 9; killed 4* [nurses]
Seventeen farmers were killed, two of them deacons. | killed 17 [farmers]; killed 2* [deacons]
The raid killed 90 people in Brindle, 60 men and 30 women. | killed 90; killed 60* [men]; killed 30* [women]
Ninety people were killed in Brindle, 50 miles from Orlow and 40 miles from the coast. | killed 90
The ministry lowered the death toll of the raid from 41 to 36. | killed 41; killed 36
Eighteen people were hit by bullets. | casualties 18
Eighteen people were hit by the cuts. |
Three soldiers fell in the ambush, and four guards fell ill. |
Two guards were beaten to death. | killed 2 [guards]
The raids drove 4,000 people from their homes. | displaced 4000
Soldiers rounded up 12 men in Orlow. | captured 12 [men]
The bank rounded up 12 prices in Orlow. |
Gunmen carried off 40 farmers near Orlow. | captured 40 [farmers]
Thieves carried off 40 goats near Orlow. |
The flood carried away 12 people. |
Gunmen mowed down 12 clerks. | killed 12 [clerks]
Gunmen kidnapped 12 clerks, and troops freed six hostages. | captured 12 [clerks]; rescued 6
The court freed 12 clerks. |
Twelve displaced people were killed in the raid. | killed 12
Twelve displaced people arrived in Orlow. | displaced 12
Thirty shoppers shot and killed in Brindle raid | killed 30 [shoppers]
The number of labourers beheaded in the raid on Velmar rose to 58. | killed 58 [labourers]
The dog drove 40 people to the river. |
Soldiers killed 23 people in Brindle and 40 in Orlow. | killed 23; killed 40
Soldiers killed 23 people in Brindle and 40 fled. | killed 23
The number of guards found to have wounds has risen to 41. | injured 41 [guards]
The ministry put its wounded at 47. | injured 47
The blast killed 30 guards, up from 23 a day earlier. | killed 30 [guards]; killed 23 [guards]
Twelve people were killed and 30 wounded. | killed 12; injured 30
The blast killed 12, wounding 64 others. | killed 12; injured 64
A bomb killed at least 12 people. | killed 12+
Nine villagers died in the raid. | killed 9 [villagers]
The nine who died were buried on Monday. | killed 9
Police named the two men whom the rebels killed. | killed 2 [men]
Rebels killed four guards and a driver. | killed 4 [guards]; killed 1 [driver]
The shelling left 14 people dead. | killed 14
The shelling left 12 dead and 20 injured. | killed 12; injured 20
Police found all four deceased. | killed 4
Three people were found dead at the farm. | killed 3
The ministry confirmed 17 deaths. | killed 17
The raid led to the death of six farmers. | killed 6 [farmers]
The bodies of five women were found. | killed 5 [women]
The fire claimed 19 lives. | killed 19
The strike claimed the lives of three nurses. | killed 3 [nurses]
Two others lost their lives. | killed 2
A woman was killed in the market. | killed 1 [woman]
A 15-year-old was killed and two boys hurt. | killed 1 [15-year-old]; injured 2 [boys]
A farmer and his four sons were killed. | killed 1 [farmer]; killed 4 [sons]
It killed a farmer, his wife Rim, and their three sons, Al, Bo and Cy. | killed 1 [farmer]; killed 3 [sons]
Adam was killed alongside his son, Paul Smith (3), and his two sisters, Rim and Joe. | killed 2 [sisters]
The raid killed a farmer and his two sons,12-year old Adam and Paul. | killed 1 [farmer]; killed 2 [sons]
The blast killed a farmer, his two sons were unharmed. | killed 1 [farmer]
Adam Smith, who has two sons, was killed in the strike. |
It killed a nurse, her husband's mother, and their six children. | killed 1 [nurse]; killed 6 [children]
The blast killed a farmer in his home, their two sons said. | killed 1 [farmer]
The blast killed a guard who leaves his wife and their three children. | killed 1 [guard]
The blast killed -5 people. |
The blast killed −5 people and hurt two guards. | injured 2 [guards]
Some people were killed: -5 people. | killed 2+
A man was shot and killed and two others were injured. | killed 1 [man]; injured 2
Five people were shot in the square. | casualties 5
The charity raised the number of people known to have died to at least 14 from 9. | killed 14+; killed 9
The ministry revised the number of dead down to 41 from 58. | killed 41; killed 58
A bomb killed 20 people. The ministry's count stood at 31. | killed 20; killed 31
A bomb killed 20 people. The figure now stands at 24. | killed 20; killed 24
A bomb killed 20 people. The figure stands at 24 houses. | killed 20
A bomb killed 20 people. Police gave a figure of 28. | killed 20; killed 28
A bomb fell on Monday. Police gave a figure of 28. |
A bomb killed 20 people. A total of 28 were injured. | killed 20; injured 28
The army cut its estimate of rebels killed to 15 from 40. | killed 15 [rebels]; killed 40 [rebels]
The rebels killed or wounded 60 soldiers. | casualties 60 [soldiers]
The rebels killed a guard and wounded 60 soldiers. | killed 1 [guard]; injured 60 [soldiers]
The bomb wounded 15 other soldiers. | injured 15 [soldiers]
Forty of the wounded underwent surgery. |
The town has many people. The count stood at 31. |
A bomb killed 20 people. A count of the votes stood at 31. | killed 20
Thirty people died. Six were nurses. | killed 30; killed 6* [nurses]
Thirty people died. Six were asleep. | killed 30
The town has 300 people. Six are soldiers. |
Of the 30 people killed, 18 were civilians. | killed 30; killed 18* [civilians]
Thirty people were killed, of whom 18 were civilians. | killed 30; killed 18* [civilians]
Three people died, one of them a 9-year-old boy. | killed 3; killed 1* [9-year-old boy]
Seven of the dead were women. | killed 7* [women]
There were no dead. | killed 0
None of the dead were soldiers. |
The two guards are expected to survive. | injured 2 [guards]
Doctors expect all four victims to recover. | injured 4
Two guards were shot dead. | killed 2 [guards]
Gunmen fatally shot two guards. | killed 2 [guards]
The fatal shooting of a nurse shocked the town. | killed 1 [nurse]
Eight miners were killed and wounded. | casualties 8 [miners]
Eight militiamen killed and wounded near the airport | casualties 8 [militiamen]
Five killed and wounded by drone attack on a house near Brindle | casualties 5
Eight soldiers killed and 30 wounded near the airport | killed 8 [soldiers]; injured 30
Five men were shot, three of them fatally. | casualties 5 [men]; killed 3 [of them]
Three guards suffered burns. | injured 3 [guards]
A clinic received 11 farmers with machete wounds. | injured 11 [farmers]
Officers found two drivers with bullet wounds near a car. | casualties 2 [drivers]
Four people were treated for minor injuries. | injured 4
Two others were in critical condition. | injured 2
Dozens of people are missing. | missing 24+
The flood left 40 villagers missing. | missing 40 [villagers]
The gunmen took four engineers hostage. | captured 4 [engineers]
Two nurses were kidnapped on Monday. | captured 2 [nurses]
Three men were taken into custody. | captured 3 [men]
About 200 families were displaced. | displaced 200 [families]
Thousands of people fled the town. | displaced 2000+
Divers rescued nine sailors. | rescued 9 [sailors]
Two dead, five hurt in blast | killed 2; injured 5
Five men were shot in Brindle, two of them fatally. | casualties 5 [men]; killed 2 [of them]
Forty people were killed or seriously injured. | casualties 40
The council lost 20 soldiers in the raid. | killed 20 [soldiers]
The death toll passed 230. | killed 231+
The army raised to 20 from six the number of its guards killed. | killed 20 [guards]; killed 6 [guards]
The number of guards diagnosed with brain injuries has reached 109. | injured 109 [guards]
Three of the men are stable. | injured 3 [men]
Police found two bodies in the house. | killed 2
Medics took three people to a hospital. | injured 3
Nobody was hurt badly. |
Both Adam Smith and his son died. |
Three ministers were critical of the plan. |
Seven people wounded in market bombing | injured 7
Raid kills 3, wounds 12 | killed 3; injured 12
The death toll rose to 30 from 23. | killed 30; killed 23
The strike raised the death toll to 41. | killed 41
The number of wounded reached 60. | injured 60
The blast killed nine people, along with two guards. | killed 9
The driver was killed along with two guards. | killed 2 [guards]
The driver was killed, as were three guards. | killed 3 [guards]
The driver died alongside two of his sons. | killed 2 [sons]
On Monday, at 5 p.m., 12 people, most of them miners, were hurt. | injured 12
"""

PARTS = """
A bomb killed four and hurt nine, among them three clerks, a guard and a medic said on Tuesday. | \\
    killed 4; injured 9; injured 3* [clerks]
A bomb killed four people, among them a guard and a medic, police said. | \\
    killed 4; killed 1* [guard]; killed 1* [medic]
The raid killed 12 people. Among the victims were seven members of one family. | \\
    killed 12; killed 7* [members of one family]
The raid hurt 12 people. Among the victims were seven clerks. | injured 12; casualties 7* [clerks]
The dead comprised 40 guards and nine clerks. | killed 40* [guards]; killed 9* [clerks]
Among the dead were a nurse and a family of four. | killed 1* [nurse]; killed 4*
Two workers, both nationals, are among those killed. | killed 2* [workers]
Both women were killed. | killed 2 [women]
The blast killed 12 people, including four children. | killed 12; killed 4* [children]
Fire left 44 dead, among them nine clerks, and 17 injured. | killed 44; killed 9* [clerks]; injured 17
Ten soldiers died, among them two officers. | killed 10 [soldiers]; killed 2* [officers]
Ten people, six of them children, were killed. | killed 10; killed 6* [children]
The raid killed eight: five guards and three nurses. | killed 8; killed 5* [guards]; killed 3* [nurses]
Two nurses were among four people killed. | killed 2* [nurses]; killed 4
Among those killed were two nurses. | killed 2* [nurses]
Nine of the dead were children. | killed 9* [children]
At least one member of the family, a child, was killed. | killed 1+ [member of the family]; killed 1* [child]
Six people, four boys and two girls, were killed. | killed 6; killed 4* [boys]; killed 2* [girls]
The blast killed four guards and wounded six nurses. | killed 4 [guards]; injured 6 [nurses]
"""

NONE = """
Nine men died. No guard was among the dead. | killed 9 [men]; killed 0* [guard]
Government forces suffered no casualties. | casualties 0 [Government forces]
The town suffered no casualties. | casualties 0
There were no losses among the guards. | casualties 0 [guards]
There was no loss on the friendly side. | casualties 0 [friendly side]
No one was killed. | killed 0
Nobody was hurt. | injured 0
None of the guards were injured. | injured 0 [guards]
There were no casualties. | casualties 0
No injuries were reported. | injured 0
No civilians were hurt. | injured 0 [civilians]
The army did not suffer any casualties. | casualties 0 [army]
Neither the army nor the rebels had recorded losses. | casualties 0
The raid ended without casualties. | casualties 0
There were no reports of casualties. | casualties 0
No one else was hurt. | injured 0 [else]
No serious injuries were reported. |
No injuries were life-threatening. |
There were no immediate reports of casualties. |
"""

THINGS = """
The airport was struck by five missiles. | hit 5 missiles
The post was hit by two shells. | hit 2 shells
Some 20 rockets crossed from Marland; most were shot down. | launched 20 rockets
Some 20 rockets crossed from Marland and 12 were shot down. | launched 20 rockets; intercepted 12 rocket
The army shot down five Falcon guided bombs and three Owl rockets. | \\
    intercepted 5 Falcon guided bombs; intercepted 3 Owl rockets
The rebels hit the port with Falcon 105 rockets. |
The rebels hit the port with 105 Falcon rockets. | launched 105 Falcon rockets
The rebels attacked the port with six rockets and two drones. | launched 6 rockets; launched 2 drones
The envoy visited the port with six rockets. |
Twelve rockets were fired at the port. Five fell on a school. | launched 12 rockets; hit 5 rocket
The army fired 12 rockets. Two of those came down without exploding. | launched 12 rockets; failed 2 rocket
Air defence destroyed 37 missiles. | intercepted 37 missiles
The raid destroyed 37 missiles. | destroyed 37 missiles
About 40 huts burned down. | destroyed 40 huts
Twelve motorcycles and two pick-up trucks destroyed. | destroyed 12 motorcycles; destroyed 2 pick-up trucks
The army fired 22 missiles. | launched 22 missiles
Of the 22 missiles, most struck the desert. | launched 22 missiles
The 22 missile bombing ended at dawn. | launched 22 missile
Of the 17 rockets aimed at it, two fell short and did not explode. | launched 17 rockets; failed 2 rocket
Of the nine rockets, two fell near the river, but did not explode. | launched 9 rockets; failed 2 rocket
Four shells landed in the yard but failed to explode. | failed 4 shells
Four shells landed in the yard and a fifth did not explode. | hit 4 shells
Five of the missiles hit the headquarters. | hit 5 missiles
Four shells landed near the school. | hit 4 shells
The army intercepted 30 drones. | intercepted 30 drones
Guards shot down eight drones. | intercepted 8 drones
Rebels shot down two helicopters. | destroyed 2 helicopters
Two of the rockets failed to explode. | failed 2 rockets
The strike destroyed 12 houses. | destroyed 12 houses
Three vehicles were damaged. | damaged 3 vehicles
Three drone strikes hit the town. |
It fired 22 missiles. Seventeen of them were aimed at the port. | launched 22 missiles; launched 17 missile
It fired 22 missiles. The other five were fired at the base. | launched 22 missiles; launched 5 missile
The army fired 22 missiles. Two of those killed were guards. | launched 22 missiles; killed 2* [guards]
The army fired 22 missiles. Seventeen of them spoke. | launched 22 missiles
The army bought 40 missiles. |
The army fired for 12 hours. |
"""

SILENT = """
The two guards are not expected to win.
Three farmers survived the flood.
Two shots were fired.
Two suspects fled on foot.
The gunmen killed time for two hours.
The base houses 5,000 troops.
The man, aged 45, lives with two sons.
The council passed 12 bills.
The army sent 300 soldiers to the north.
A strike killed hopes of a deal.
Police arrested a man on Monday.
Two dogs were killed.
The 12th Brigade killed the plan.
The shooting took place on 12 May.
The officer was not injured.
He destroyed the door.
Twelve people attended the meeting.
"""


def said(count: Count) -> str:
    value = count.value
    number = (
        f"{value.low}+" if value.high is None else f"-{value.high}" if value.low is None else str(value.low)
    )
    part = "*" if count.part else ""
    about = f" [{count.group}]" if count.group else ""
    what = f" {value.what}" if value.what else ""
    return f"{count.field} {number}{part}{about}{what}"


def parsed(parser: Parser, text: str) -> Parse:
    return next(iter(parser.parse([text])))


def rows(*tables: str) -> list[tuple[str, str]]:
    lines = [line for table in tables for line in table.replace("\\\n    ", "").strip().splitlines()]
    return [(a.strip(), b.strip()) for a, b in (line.split("|") for line in lines)]


@pytest.mark.parametrize(("text", "expected"), rows(HARM, PARTS, NONE, THINGS))
def test_counts(parser: Parser, text: str, expected: str) -> None:
    parse = parsed(parser, text)
    counts = [c for c in read_counts(parse, BOOK) if c.rule not in SINGLES]
    assert "; ".join(map(said, counts)) == expected


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_no_count(parser: Parser, text: str) -> None:
    assert [said(c) for c in read_counts(parsed(parser, text), BOOK)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adam Smith was killed in the raid.", "killed 1 Adam Smith count.named"),
        ("The strike that killed him was condemned.", "killed 1 him count.named"),
        ("They mourned the murder of General Adam Smith.", "killed 1 Adam Smith count.named"),
        ("Adam Smith and Paul Jones were killed.", "killed 2 Adam Smith and Paul Jones count.named"),
        ("The raid killed the group's leader, Adam Smith.", "killed 1 Adam Smith count.named"),
        (
            "Lena Ward, 19, her boyfriend Kofi Mensah, 21, and doorman Paul Riggs, 44, died.",
            "killed 3 Lena Ward, 19, her boyfriend Kofi Mensah, 21, and doorman Paul Riggs count.named",
        ),
        ("The driver died at the scene.", "killed 1 driver count.definite"),
        ("Her son was wounded.", "injured 1 son count.definite"),
    ],
)
def test_singles(parser: Parser, text: str, expected: str) -> None:
    (count,) = read_counts(parsed(parser, text), BOOK)
    assert f"{count.field} {count.value.low} {count.value.text} {count.rule}" == expected


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Since the start of the war 4,000 people have been killed.", True),
        ("So far this year 12 judges have been murdered.", True),
        ("Some 700 people have been killed since 2011.", True),
        ("The deaths bring the city's homicide total to 106 for the year.", True),
        ("The deaths bring the year's toll to 106.", True),
        ("The deaths bring the city's toll to 106.", False),
        ("The raid brings the number of dead in Orlow to 40 in less than a week.", True),
        ("The raid raised to 61 the number of people killed in Orlow over the past two weeks.", True),
        ("The number of dead rose to 40, a week after the raid.", False),
        ("In 2024 the group recorded 312 attacks on schools, in which 118 pupils were killed.", True),
        ("Between January and June we saw 214 incidents, with 731 fatalities.", True),
        ("On 4 March the army carried out 60 strikes, killing 40 people.", False),
        ("A wave of 12 bombings killed 40 people in Orlow on Friday.", False),
        ("Twelve people were killed on Monday.", False),
        ("Nine people were killed, the first since the war began.", True),
        ("Nine people were killed in the deadliest raid since the war began.", False),
        ("Three medics died, the first aid workers killed since the conflict started.", False),
    ],
)
def test_totals(parser: Parser, text: str, total: bool) -> None:
    assert [c.total for c in read_counts(parsed(parser, text), BOOK)] == [total]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_rule_examples(parser: Parser, rule: Rule) -> None:
    counts = read_counts(parsed(parser, rule.example), BOOK)
    assert rule.reads.removesuffix("+") in [f"{c.field} {c.value.low}" for c in counts if c.rule == rule.id]


@pytest.mark.parametrize(("text", "_"), rows(HARM, PARTS, NONE, THINGS))
def test_spans(parser: Parser, text: str, _: str) -> None:
    parse = parsed(parser, text)
    for count in read_counts(parse, BOOK):
        assert count.field in COUNTS
        assert count.span.of(text) == count.value.text
        assert 0 <= count.head < len(parse.tokens)
        assert 0 <= count.trigger < len(parse.tokens)


def test_the_mark_of_the_next_line_is_no_hyphen(parser: Parser) -> None:
    parse = parsed(parser, "A bomb hit a bus.\n\n- Deceased: 3\n\n- Wounded: 17\n\n- Homes affected: 46")
    assert [said(c) for c in read_counts(parse, BOOK)] == ["killed 3", "injured 17"]
