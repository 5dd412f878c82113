"""The rules that give a count its field."""

from __future__ import annotations

from dateline.reading.rules import Rule

OBJECT = Rule(
    "count.object",
    "The object of a verb of harm, or the subject of its passive, is what was harmed.",
    "A blast killed 12 people in the market.",
    "killed 12",
)
PERSONS = Rule(
    "count.persons",
    "Some verbs tell of harm where they are said of people, some of these only with another word.",
    "Soldiers raided the farms and rounded up 12 men.",
    "captured 12",
)
SUBJECT = Rule(
    "count.subject",
    "The subject of dying, fleeing or landing is what died, fled or landed.",
    "Nine villagers died in the raid.",
    "killed 9",
)
BARE_PASSIVE = Rule(
    "count.bare_passive",
    "A verb of harm without object or auxiliary, as in headlines, is passive.",
    "Three people killed, 12 wounded in blast",
    "killed 3",
)
STATE = Rule(
    "count.state",
    "An adjective of harm says what happened to those it is said of.",
    "The shelling left 14 people dead.",
    "killed 14",
)
NOUN = Rule(
    "count.noun",
    "A noun of harm is counted itself.",
    "The ministry confirmed 17 deaths.",
    "killed 17",
)
OF = Rule(
    "count.of",
    'What stands after the "of" of a noun of harm was harmed.',
    "The raid led to the death of six farmers.",
    "killed 6",
)
LIVES = Rule(
    "count.lives",
    "Those who lose their lives, or whose lives are claimed, are killed.",
    "The fire claimed 19 lives.",
    "killed 19",
)
SUFFERS = Rule(
    "count.suffers",
    "Those who suffer wounds, or are treated for them, are injured.",
    "Three guards suffered burns.",
    "injured 3",
)
TO_DEATH = Rule(
    "count.to_death",
    "Those who are burned, beaten or trampled to death are killed.",
    "Gunmen attacked the post. Two guards were beaten to death.",
    "killed 2",
)
GAPPED = Rule(
    "count.gapped",
    "A bare number with a place of its own, behind one with the same, counts the same.",
    "Soldiers killed 23 people in Brindle and 40 in Orlow.",
    "killed 40",
)
SHARED = Rule(
    "count.shared",
    "Two numbers that each have a word of their own may share the noun behind the second.",
    "The raid killed two junior and five senior officers.",
    "killed 2",
)
DRIVEN = Rule(
    "count.driven",
    "Those who are driven from their homes are displaced.",
    "The raids have driven 4,000 people from their homes.",
    "displaced 4000",
)
STRUCK = Rule(
    "count.struck",
    "Those who are hit by bullets or shrapnel are killed or injured.",
    "Soldiers fired at a crowd. Eighteen people were hit by bullets.",
    "casualties 18",
)
FALLEN = Rule(
    "count.fallen",
    "Soldiers who fell, and not from or into something, were killed.",
    "Rebels attacked the post. Three soldiers fell.",
    "killed 3",
)
ALIGHT = Rule(
    "count.alight",
    "Things that are set on fire are damaged.",
    "Rebels attacked the depot and set two trucks on fire.",
    "damaged 2",
)
WITH = Rule(
    "count.with",
    "Weapons with which something is attacked are launched.",
    "The rebels attacked the port with six rockets.",
    "launched 6",
)
TAKEN = Rule(
    "count.taken",
    "Those who are taken to a hospital, and are not told to have died, are injured.",
    "Gunmen fired at a bus on Monday. Three people were taken to a hospital.",
    "injured 3",
)
TREATED = Rule(
    "count.treated",
    "Those who are being treated, or treated at the scene, after harm that the report tells of, are injured.",
    "Gunmen fired at a bus on Monday and killed a guard. Three people are being treated.",
    "injured 3",
)
SURVIVES = Rule(
    "count.survives",
    "Those who are expected to survive are injured.",
    "The two guards are expected to survive.",
    "injured 2",
)
NOT_SURVIVED = Rule(
    "count.not_survived",
    "Those who did not survive, or did not make it, are killed.",
    "Rebels shelled the camp. Three patients did not make it.",
    "killed 3",
)
HELD = Rule(
    "count.held",
    "Those taken hostage or into custody are captured.",
    "The gunmen took four engineers hostage.",
    "captured 4",
)
RELEASED = Rule(
    "count.released",
    "Those kidnapped who are freed are rescued.",
    "Troops stormed a farm and freed six hostages.",
    "rescued 6",
)
SOUGHT = Rule(
    "count.sought",
    "Those who are searched for are missing.",
    "A bomb hit the market. Rescuers are searching for 16 people.",
    "missing 16",
)
LABELLED = Rule(
    "count.labelled",
    "A number behind a label of harm counts those whom the label names.",
    "A bomb hit the market. Killed so far: 12; injured: 30.",
    "killed 12",
)
LISTED = Rule(
    "count.listed",
    "The numbers that head the lines after a colon are of the verb before it.",
    "Rebels fired at a town. The army shot down:\n- 12 missiles\n- 30 drones",
    "intercepted 12",
)
AGAIN = Rule(
    "count.again",
    "A bare number that somebody says counts again what was counted before.",
    "The strike killed 40 people, the mayor said. The ministry spoke of 55.",
    "killed 55",
)
SHOT_DOWN = Rule(
    "count.shot_down",
    "Missiles and drones shot down are intercepted, aircraft destroyed.",
    "The army shot down eight drones.",
    "intercepted 8",
)
FAILED = Rule(
    "count.failed",
    "Weapons that did not, or failed to, explode or arrive failed.",
    "Rebels attacked the port with rockets. Two of the rockets did not explode.",
    "failed 2",
)
WEAPONS_OF = Rule(
    "count.weapons_of",
    'The whole in "of the 22 missiles" is what was launched.',
    "Of the 22 missiles, most struck the desert.",
    "launched 22",
)
WEAPONS_ATTACK = Rule(
    "count.weapons_attack",
    "A number before a weapon and an attack counts the weapons.",
    "The 15-rocket attack lasted an hour.",
    "launched 15",
)
TOLL = Rule(
    "count.toll",
    "A tally of harm that stands at, or moves to, a number.",
    "The death toll rose to 30.",
    "killed 30",
)
TOLL_BEFORE = Rule(
    "count.toll_before",
    "The number from which a tally moved.",
    "The death toll rose to 30 from 23.",
    "killed 23",
)
UP_FROM = Rule(
    "count.up_from",
    "The number that a count is up or down from is an earlier one of the same people.",
    "The blast killed 30 people, up from 23 a day earlier.",
    "killed 23",
)
NONE = Rule(
    "count.none",
    "Losses that are denied or not recorded are a count of zero.",
    "Rebels shelled the depot. The army did not suffer any casualties.",
    "casualties 0",
)
PART = Rule(
    "count.part",
    "What is said to be among, included in or made up of others is a part of their count.",
    "The blast killed 12 people, including four children.",
    "killed 4",
)
BESIDE = Rule(
    "count.beside",
    "A number right beside a word of harm counts its harm where the grammar is broken.",
    "Two dead, five hurt in blast",
    "injured 5",
)
BURIED = Rule(
    "count.buried",
    "Those whom people bury by number are dead.",
    "Volunteers buried 35 people after the raid.",
    "killed 35",
)
LOSSES = Rule(
    "count.losses",
    "People whom losses amount to are killed.",
    "Losses in the ambush amounted to seven soldiers.",
    "killed 7",
)
NAMED = Rule(
    "count.named",
    "Named persons, or a pronoun for one, are as many as are named.",
    "Adam Smith was killed in the raid.",
    "killed 1",
)
DEFINITE = Rule(
    "count.definite",
    "A person told by kinship or as known is one.",
    "The driver died at the scene.",
    "killed 1",
)
PLURAL = Rule(
    "count.plural",
    "People told in the plural without a number are at least two, where nobody numbers them.",
    "The blast killed a farmer, and others were injured.",
    "injured 2+",
)

RULES = (
    OBJECT,
    PERSONS,
    SUBJECT,
    BARE_PASSIVE,
    STATE,
    NOUN,
    OF,
    LIVES,
    SUFFERS,
    TO_DEATH,
    GAPPED,
    SHARED,
    DRIVEN,
    STRUCK,
    FALLEN,
    ALIGHT,
    WITH,
    TAKEN,
    TREATED,
    SURVIVES,
    NOT_SURVIVED,
    HELD,
    RELEASED,
    SOUGHT,
    LISTED,
    LABELLED,
    AGAIN,
    SHOT_DOWN,
    FAILED,
    WEAPONS_OF,
    WEAPONS_ATTACK,
    TOLL,
    TOLL_BEFORE,
    UP_FROM,
    NONE,
    PART,
    BESIDE,
    BURIED,
    LOSSES,
    NAMED,
    DEFINITE,
    PLURAL,
)
