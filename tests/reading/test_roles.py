"""Who did it, to whom or what, and with what? Invented sentences with every part that is to be read."""

from __future__ import annotations

import pytest

from dateline.model import Entity
from dateline.reading import Reader
from tests.reading.helpers import read, said, table

CASES = """
Rebels attacked the town of Brindle on Monday. | actor Rebels; target town of Brindle
The convoy was ambushed by insurgents near the river. | actor insurgents; target convoy
Gunmen attacked a police station on Tuesday. | actor Gunmen; target police station; weapon gun
The army's attack lasted two hours. | actor army
The attack on the embassy began at noon. | target embassy
Insurgents carried out an attack on a convoy. | actor Insurgents; target convoy
A missile strike hit the depot. | target depot; weapon missile
FARC guerrillas attacked the town of Brindle. | actor FARC guerrillas; \\
    actor Revolutionary Armed Forces of Colombia; target town of Brindle
Members of Hezbollah ambushed a patrol. | actor Hezbollah; actor Members of Hezbollah; target patrol
Gangsters shot the mayor dead in Brindle. | actor Gangsters; target mayor; weapon gun
The army clashed with rebels near Brindle. | actor army; actor rebels
The soldiers fought with stones and clubs in the clash. | actor soldiers
The mayor was killed by unidentified men. | actor unidentified men; target mayor
Suspected Hamas militants attacked a checkpoint. | actor Hamas (hedged); actor Hamas militants (hedged); \\
    target checkpoint
Twelve farmers were killed in the market. | target farmers
A bomb exploded in the market. | weapon bomb
A house was destroyed in the shelling. | target house
Rebels launched nine missiles and four drones at Denmark. | actor Rebels; target Denmark; \\
    weapon drone; weapon missile
Rebels fired nine missiles and a rocket at dawn. | actor Rebels; weapon missile; weapon rocket
Paris bombed the depot on Monday. | actor France; target depot
Soldiers shot at a bus with machineguns. | actor Soldiers; target bus; weapon machine gun
Rebels set fire to two buses. | actor Rebels; target buses
Guerrillas who attacked the bus fled. | actor Guerrillas; target bus
The bus that guerrillas attacked burned out. | actor guerrillas; target bus
The attack happened on Saturday. |
Mayor Ann Reed: rebels shelled Brindle, killing two | actor rebels; target Brindle
Governor: Danish army killed 12 people in Brindle | actor Danish army; target people
Mayor: army killed 12 people in Brindle | actor army; target people
The bombing of 8 January killed two teachers. | target teachers
Rebels killed a number of soldiers. | actor Rebels; target soldiers
Gunmen opened fire at a distance of two metres. | actor Gunmen; weapon gun
Protesters threw stones at the embassy. | actor Protesters; target embassy
Militants fired rockets at the airfield. | actor Militants; target airfield; weapon rocket
The attack at dawn killed a nurse. | target nurse
The police station was bombed at night. | target police station
A suicide bomber attacked the mosque. | actor suicide bomber; target mosque; weapon suicide bomb
A sniper killed the guard. | actor sniper; target guard; weapon gun
The explosion of a car bomb killed the driver. | target driver; weapon car bomb
Rebels kidnapped two engineers and a priest. | actor Rebels; target engineers; target priest
Planes bombed the bridge and the port. | target bridge; target port; weapon aircraft
The killing of the bishop shocked the town. | target bishop
The bishop's murder shocked the town. | target bishop
Nobody was killed in the bombing. |
The bombing, claimed by Hamas, killed four guards. | target guards
Soldiers killed one of the raiders. | actor Soldiers; target raiders
The shelling of the hospital by the army killed six nurses. | actor army; target hospital; target nurses
The group carried out the killing with machetes. | actor group; weapon blade
Rebels killed three of the soldiers in the raid. | actor Rebels; target soldiers
Insurgents armed with rifles attacked the farm. | actor Insurgents; target farm; weapon rifle
Danish troops attacked the camp. | actor Danish troops; target camp
Gunmen shot and wounded a teacher. | actor Gunmen; target teacher; weapon gun
Four people were wounded in the attack by the militia. | actor militia; target people
The militia's rockets hit a school. | actor militia; target school; weapon rocket
Two bombs were planted at the bank by rebels and exploded. | actor rebels; target bank; weapon bomb
Turkish-backed fighters attacked the village. | actor Turkish-backed fighters; target village
Police killed a protester at the rally. | actor Police; target protester
Fighters of the Islamic State attacked the checkpoint. | actor Fighters of the Islamic State; \\
    actor Islamic State; target checkpoint
The ministry blamed the attack on Hezbollah. |
The attack was aimed at the ministry. | target ministry
The attack killed people at the station. | target people
The group attacked the economy. | actor group
Gunmen attacked the area at night. | actor Gunmen; weapon gun
Danish jets bombed the depot on Monday. | actor Denmark; target depot; weapon aircraft
Israeli warplanes bombed a bakery in Idlib. | actor Israel; target bakery; weapon aircraft
The army's helicopters strafed a village. | actor army; target village; weapon aircraft
Russian warplanes carried out an air raid on the depot. | actor Russia; target depot; weapon aircraft
A farmer was killed by a mine laid by Hezbollah. | actor Hezbollah; target farmer; weapon landmine
The mine, which was laid by rebels, killed a farmer. | actor rebels; target farmer; weapon landmine
Three soldiers were killed by fire from Israeli tanks. | target soldiers
Suspected Russian missiles hit a hotel in Kharkiv. | actor Russia (hedged); target hotel; weapon missile
A bomb planted by rebels killed a judge. | actor rebels; target judge; weapon bomb
A roadside bomb killed three soldiers. | target soldiers; weapon bomb
An Israeli tank exploded near the fence, killing two soldiers. | target soldiers
A US-made rocket hit the school, killing four pupils. | target pupils; target school; weapon rocket
Rebels destroyed a Russian tank. | actor Rebels
An attack on the embassy by Hezbollah fighters killed two guards. | \\
    actor Hezbollah; actor Hezbollah fighters; target embassy; target guards
The minister was informed of the attack by his aides. |
Rebels belonging to Hezbollah attacked a convoy. | actor Hezbollah; actor Rebels; target convoy
A group of rebels from Hezbollah attacked a convoy. | \\
    actor Hezbollah; actor group of rebels; target convoy
A group calling itself Hezbollah bombed the station. | actor Hezbollah; actor group; target station
A group linked to Hezbollah bombed the station. | actor group; target station
The judge was found shot in the river. | target judge; weapon gun
Three members of the family were reported killed in a strike. | target members of the family (hedged)
Six rebels killed near the prison. | target rebels
Mayor fatally shot in Brindle. | target Mayor; weapon gun
Two policemen killed, five injured in bombing | target policemen
The bombing left two men wounded. | target men
The teacher lost his life in the bombing. | target teacher
The boy sustained wounds in the shelling. | target boy
The army lost ten soldiers in the ambush. | target army; target soldiers
Moscow struck the port on Friday. | actor Russia; target port
Residents said Ukrainian shelling killed a woman. | actor Ukraine; target woman
The ambulance service said it carried 27 casualties to a clinic. |
Doctors are treating 40 wounded. |
Settlers attacked a farm on Monday. | actor Settlers; target farm
Two children killed in bombing | target children
Oslo attacked by protesters. | actor protesters; target Oslo
A truck bomb exploded in front of the ministry. | target ministry; weapon car bomb
A bomb planted under his car killed the judge. | target car; target judge; weapon bomb
A car bomb exploded outside the bank. | target bank; weapon car bomb
A bomb exploded under cover of darkness, killing two guards. | target guards; weapon bomb
Mortars were fired inside Syria. | weapon mortar
A man was shot in front of his children. | target man; weapon gun
At least nine nurses of Relief Corps were killed in a raid. | target nurses of Relief Corps
The blast killed two more guards and at least one clerk. | target guards; target clerk
Dozens of armed men attacked a convoy. | actor armed men; target convoy
Hezbollah's local branch, Red Dawn, attacked a convoy. | actor Red Dawn; target convoy
The army, Hezbollah and others attacked a convoy. | actor Hezbollah; actor army; target convoy
Gunmen attacked a television channel. | actor Gunmen; target television channel; weapon gun
Hezbollah claimed the attack on a depot on its radio channel. | target depot
Strikes on a hall in the Danish capital killed two cooks. | target hall; target cooks
Bombs fell on a hillside. A crow died. | weapon bomb
A strike killed 42 people. The Danish army's count stood at 31. | target people
Five Danish deaths were confirmed after the bombing. |
The ambush of a convoy that killed two guards took an hour. | target guards
The attack on rebels who killed two guards took an hour. | actor rebels; target rebels; target guards
HILLTON, Marland - A missile hit a bus. | target bus; weapon missile
HILLTON — Rebels attacked a convoy. | actor Rebels; target convoy
US - led forces attacked a base. | actor US - led forces; target base
A suspected Hezbollah rocket hit a house. | actor Hezbollah (hedged); target house; weapon rocket
"""


@pytest.mark.parametrize(("text", "claims"), table(CASES))
def test_all_that_is_to_be_read_and_nothing_beside(reader: Reader, text: str, claims: list[str]) -> None:
    assert said(reader, text, "actor", "target", "weapon") == claims


def test_unknown_doers_are_of_unknown_kind_and_a_capital_stands_for_its_state(reader: Reader) -> None:
    kinds = {}
    for text in ("The mayor was killed by unidentified men.", "Paris bombed the depot on Monday."):
        for claim in read(reader, text).claims:
            if claim.field == "actor" and isinstance(claim.value, Entity):
                kinds[claim.value.name] = claim.value.kind
    assert kinds == {"unidentified men": "unknown", "France": "state"}
