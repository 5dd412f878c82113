"""Which words tell of an occurrence, and of what type? Invented sentences; those of SILENT tell of none."""

from __future__ import annotations

import pytest

from dateline.model import Entity, Term
from dateline.reading import Reader
from tests.reading.helpers import read

FIELDS = ("actor", "target")

TOLD = {
    "bombing": """
A bomb exploded in the market of Brindle on Monday.
Insurgents blew up a bridge near Orlow.
A car full of dynamite exploded outside the court.
Two boats carrying explosives rammed a frigate off Orlow.
Their lorry drove over an explosive device near Brindle.
A pipeline was blown up by separatists near Orlow.
A railway bridge was blown up near Brindle on Thursday night.
The gas pipeline was blown up near Orlow.
Saboteurs blew up a refinery and shot two guards in Brindle.
The bus was blown apart by a bomb near Orlow.
""",
    "attack": """
The minister survived an assassination attempt on Sunday.
Looters raided the party headquarters.
A raid on Orlow on 1 March left 31 people dead.
On Tuesday an apartment block was hit in Orlow. Nine people died.
A school was struck on Tuesday, leaving two dead.
Nine villagers were hurt in the raid on Orlow.
The bomber rammed a car into an army convoy.
A driver rammed his truck into a crowd.
The attacker drove into people on a bridge.
The president was attacked by rebels.
Rebels attacked a candidate outside his home.
The government blamed rebels for the attack on the market.
The ministry dismissed reports of an attack.
""",
    "landmine explosion": """
A minibus ran over a mine on the road to Orlow.
A herder stepped on a landmine near Brindle.
A minibus was blown to pieces by a mine near Orlow.
An unexploded shell blew up in a field, killing two brothers.
""",
    "car bombing": """
A car bomb killed nine people outside the town hall.
""",
    "suicide bombing": """
A suicide bomber blew himself up at the gate of the mosque.
Two militants detonated explosives, killing themselves near the capital.
""",
    "grenade attack": """
Attackers threw a grenade into a shop in Brindle.
A grenade was lobbed at a police post in Brindle.
""",
    "missile strike": """
The army launched a missile at the village.
The missile destroyed a warship off the coast.
""",
    "rocket attack": """
A rocket-propelled grenade hit the envoy's car on Tuesday.
""",
    "air strike": """
Warplanes bombed the depot overnight.
The jets released their payload over the hills.
""",
    "shelling": """
A child died of wounds sustained in shelling on Brindle.
Tanks opened fire on the village.
The rebels shelled the port for two hours.
Mortar fire hit the school on Sunday.
The army denied shelling the hospital.
""",
    "execution": """
One of the pilots was executed after the landing.
The rebels executed five prisoners.
""",
    "shooting": """
Agents fired on worshippers in Brindle.
Rebels fired on a convoy near Orlow.
Seven pilgrims were shot dead in a suburb of Orlow.
Guards shot at them with sniper fire.
Police spoke of a shooting incident near Orlow.
Gunmen opened fire on a bus near Orlow.
A teacher was shot outside her house.
Unknown gunmen killed the judge.
A professor of law was shot dead in Brindle.
""",
    "armed clash": """
Soldiers and insurgents exchanged fire near the border.
Heavy fighting broke out between the militia and the army.
Troops clashed with rebels in the hills.
The rebels fought for control of the town and for the right bank of the river.
""",
    "kidnapping": """
Rebels seized two engineers near the dam.
Militants abducted a priest in Brindle.
Doe was captured in a hotel by the militia.
The envoy's driver, Amir Tollan, was captured last month in Marland.
""",
    "capture": """
Soldiers captured three fighters.
Marland shot down a fighter and captured its pilot.
""",
    "aircraft downed": """
The militia shot down a helicopter near Orlow.
""",
    "drone strike": """
A drone dropped two grenades on a post near Brindle.
Drones struck the refinery.
A drone crashed into an oil depot in Brindle.
""",
    "sexual violence": """
Two women were raped by soldiers in the village.
Militiamen abused girls in the camp.
""",
    "arrest": """
Police arrested twelve members of the banned party.
The journalist was detained at his home by soldiers.
Several activists were detained before the rally.
""",
    "capture of territory": """
Rebels captured the town of Orlow on Monday.
The militants seized a village near the border.
Insurgents took full control of the district.
The militia took over three villages.
In April 1949 the communists captured the capital of Marland.
""",
    "recapture of territory": """
The army regained control of the hill.
Government troops freed several villages from the rebels.
The army retook the town of Brindle.
""",
    "withdrawal": """
The troops withdrew from the city.
Rebel forces pulled out of the valley.
""",
    "disrupted weapons use": """
Police seized twelve rifles and ammunition in a house.
Soldiers found a cache of firearms near the river.
Eight pistols were recovered from the van.
Sappers defused a bomb near the school.
Special forces destroyed dozens of rifles and mines in the province.
Soldiers discovered a large amount of ammunition.
Police found a large amount of ammunition believed to belong to the militia.
Soldiers discovered a depot full of rockets in the hills.
The navy intercepted two drones over the gulf.
The army shot down two drones over the gulf.
""",
    "base established": """
Soldiers have set up two new bases in the north.
The army established a military base near Orlow.
""",
    "troop movement": """
The army continued its advance around the town.
The ministry deployed troops along the border.
Soldiers patrolled the streets of Brindle.
Warplanes have been patrolling the north of the country.
Security forces marched towards the rebel stronghold.
""",
    "change to group": """
A company of militia fighters surrendered on Monday.
""",
    "agreement": """
The two sides agreed a ceasefire on Friday.
The cease-fire agreement with the rebels takes effect on Friday.
The army and the rebels exchanged prisoners at the bridge.
""",
    "protest": """
There have been protests by residents of Orlow.
Thousands of people marched through Brindle against the tax.
Students demonstrated outside the ministry.
They marched with banners and chanted slogans.
Students staged a sit-in at the gate.
Protesters poured into the streets of the capital.
""",
    "protest with intervention": """
Security forces dispersed a sit-in in Orlow with tear gas.
Police dispersed the protesters with water cannon.
Police arrested forty demonstrators in the square.
Four students were detained in Orlow while trying to hold a demonstration.
""",
    "violent demonstration": """
Protesters clashed with police in the square.
Demonstrators hurled stones at the guards.
Protesters blocked the highway with burning tyres.
""",
    "attack on protesters": """
Soldiers opened fire on protesters in the capital.
Riot police beat demonstrators outside the court.
""",
    "mob violence": """
A thief was lynched in the market.
""",
    "arson": """
Raiders set fire to the mill.
Herdsmen burned houses in Orlow.
Residents set police vehicles ablaze in Orlow.
""",
    "property destruction": """
Rioting soldiers looted shops in Orlow.
""",
    "murder": """
The mayor was murdered at his farm.
""",
    "chemical attack": """
The air force dropped a chlorine bomb on the town.
Villagers were attacked on Tuesday with poisonous gas.
The group used chlorine gas against soldiers in the hills.
""",
}
SILENT = """
The scouts dropped leaflets on Brindle.
Fire broke out on board the ship in Orlow.
The names were matched with the ministry's list of fatalities released on Monday.
The group keeps a record of deaths in custody.
The delegates sat in the hall.
Critics attacked the president.
The envoy feared that it could set off another cycle of retaliation.
The ministry levelled accusations at its neighbour.
A school was hit by a storm.
Shops were hit hard on Friday.
A school was hit on Friday.
Soldiers marched in the parade on Friday.
The band marched with banners.
Company officials entered talks.
A tank at the plant exploded on Thursday.
The team attacked in the second half.
Democrats captured Ohio in the election.
The bowler captured three wickets.
The ministry said that it found a fault in its books.
The senator attacked the bill on Monday.
Critics shot down the idea at once.
The two teams battle for the title on Sunday.
Prices hit a record on Friday.
She had a heart attack in the market.
Firefighters gained ground in their battle with the wildfire.
Seven people were killed when a bus plunged off a bridge.
Twelve people died and dozens were injured in the earthquake.
Forty people were hurt when a train derailed near Orlow.
An explosion at a refinery killed two workers after a gas leak.
A tram overturned and five people are dead.
The wind blew over a mine near Orlow.
A bus crashed into a crowd in Orlow.
A ship rammed a pier in Orlow.
Farmers burned fields of straw near Orlow.
The band set the hall on fire with its songs.
The driver was arrested after the crash.
Eight people died of cholera in the district.
The company launched a rocket into orbit, and the satellite reached space.
Four people were injured in the accident.
The film tells of a bombing in the war.
The army held an attack drill at the port.
Missiles were launched during a drill.
The anniversary of the massacre was marked with silence.
The keepers shot the gorilla.
A shark attacked a swimmer.
Police believed the driver and found his car.
The coach was fired after the season.
The quarterback hurt his knee in the final and the coach left the league.
Shares rallied after the report.
The meeting is planned for March.
He beat the champion in the final of the tournament; the coach praised his player.
The party won the election in Orlow.
The minister came under fire for his remarks.
A pipeline was blown up near Orlow by its own pressure.
A house was blown up after a gas leak in Brindle.
A pipeline blew up near Orlow, and nobody was hurt.
The minister travelled to Brindle for talks on trade.
The company launched a campaign for its product.
They set off for the coast on Friday.
The photographer took a stunning shot of the lake.
Workers went back to the mill.
The law targets the price of bread.
Engineers opened a new station.
The group recovered its losses.
He established a company in the town.
She demonstrated the machine to the class.
The choir gathered in the hall.
The firm seized the chance.
Firefighters fought the blaze near Orlow.
The army's former chief said he would fight for every vote in the border area.
The soldiers' widows battled for their pensions and benefits.
The firm executed its plan.
The firm continued its advance in the market.
The company ran an advertising campaign in Orlow.
She continued her studies in Orlow.
The festival took place in Orlow.
The strategy proved dead wrong.
A drone crashed in a field near Orlow after its battery failed.
A lorry crashed into a bus near Orlow, killing twelve.
Gas leaked from a tanker and exploded in Brindle, killing four.
He drove over the bridge and worked in a mine.
"""


def types(reader: Reader, text: str) -> set[str]:
    claims = read(reader, text).claims
    return {c.value.name for c in claims if c.field == "type" and isinstance(c.value, Term)}


@pytest.mark.parametrize(
    ("expected", "text"),
    [(name, line) for name, table in TOLD.items() for line in table.strip().splitlines()],
)
def test_type_told(reader: Reader, expected: str, text: str) -> None:
    assert expected in types(reader, text)


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_nothing_told(reader: Reader, text: str) -> None:
    assert not types(reader, text)


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("Gunmen attacked a bus in Brindle. Five people died.", True),
        ("A bus crashed in Brindle. Five people died.", False),
        ("A bomb went off in Brindle. In another district a bus crashed. Five people died.", True),
        ("The flood reached Brindle. Three people were hurt.", False),
        ("Rebels attacked Brindle as the flood reached it. Three people were hurt.", True),
    ],
)
def test_harm_needs_violence_somewhere(reader: Reader, text: str, harm: bool) -> None:
    claims = read(reader, text).claims
    assert any(c.field in ("killed", "injured") for c in claims) is harm


def test_topic_of_sport_silences_a_report(reader: Reader) -> None:
    game = "The coach said the quarterback attacked well. The league praised the player after the playoff."
    war = " Rebels attacked a convoy. A bomb exploded. Soldiers were ambushed and two guards were murdered."
    assert not types(reader, game)
    assert types(reader, game + war)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Insurgents blew up a bridge near Orlow.", "blew up"),
        ("The army launched a missile at the village.", "launched"),
        ("Militants took two farmers hostage.", "took"),
    ],
)
def test_trigger_words(reader: Reader, text: str, words: str) -> None:
    triggers = {c.value.text for c in read(reader, text).claims if isinstance(c.value, Term)}
    assert words in triggers or any(t.startswith(words) for t in triggers)


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("Soldiers drove over an explosive device near Brindle.", [], ["Soldiers"]),
        ("A herder stepped on a landmine near Brindle.", [], ["herder"]),
        ("The convoy came under fire near Brindle on Monday.", [], ["convoy"]),
        ("Soldiers detonated an explosive device in Brindle.", ["Soldiers"], []),
    ],
)
def test_who_comes_upon_a_mine_laid_none(
    reader: Reader, text: str, actors: list[str], targets: list[str]
) -> None:
    claims = read(reader, text).claims
    found = {
        f: [c.value.name for c in claims if c.field == f and isinstance(c.value, Entity)] for f in FIELDS
    }
    assert found == {"actor": actors, "target": targets}
