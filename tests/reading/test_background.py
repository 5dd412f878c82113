"""What a report tells beside its news: other occurrences keep their own dead and days.

A line holds a text of 10 March 2021 and the events with deaths or wounded that it tells, ";" between them:
counts ("k12" killed, "i30" wounded) and a day on which they begin.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from dateline.model import Number, When
from dateline.reading import Reader
from tests.reading.helpers import read

COUNTED = {"killed": "k", "injured": "i"}

TOLD = r"""
Gunmen attacked a market in Brindle on Monday, killing 12 people. About two hours later, a car bomb in the \
city's Hale district killed two civilians. | k12 d2021-03-08 ; k2 d2021-03-08
A truck bomb exploded at a junction in Baghdad on Monday, killing at least 20 people, police said. About \
two hours later, a car bomb in the city's Karrada district killed two civilians, a police major said. | \
k20 d2021-03-08 ; k2
A truck bomb killed 230 people in Baghdad on Sunday. The toll is higher than that of the attack on a \
university in Garissa, Kenya, in April 2015, when rebels killed 148 people. | k230 d2021-03-07 ; k148 \
d2015-04-01
A truck bomb killed 230 people in Baghdad on Sunday. Hospital officials put the death toll at 231. | \
k230,k231 d2021-03-07
A truck bomb killed 230 people in Baghdad on 14 February. The group did claim an assault on the Palm hotel \
in Baghdad two weeks later, on 28 February, in which at least 23 people were killed. | k230 d2021-02-14 ; \
k23 d2021-02-28
Missiles hit an air base in Iraq on 3 March, killing four soldiers. A week before that, on 24 February, a \
rocket attack on a base near Kirkuk killed a contractor. | k4 d2021-03-03 ; k1 d2021-02-24
Soldiers of the two armies clashed on Monday and 20 soldiers were killed. It was the first deadly clash \
since October 1975, when four soldiers died in an ambush at Tulung. | k20 d2021-03-08 ; k4 d1975-10-01
Soldiers clashed at the border on Friday. Twenty soldiers were killed in the clash, the army said on \
Tuesday. | k20 d2021-03-05
Soldiers clashed at the border on Friday, and 20 were killed. The ministry on Tuesday denied that 40 were \
killed in last week's clash. | k20,k40 d2021-03-05
A bomb exploded in Baghdad on 3 March, killing 189 people. We suffered no casualties, a spokesman said. \
Hospital officials said 190 people had died. | k189,k190 d2021-03-03
A man was shot in Baghdad on Monday. He died later in hospital. | k1 d2021-03-08
Two of those wounded when a drone hit a mill near Mosul last month have died. \
The number of dead is now 23. | k2,k23 d2021-02-01
Nine were wounded as the army shelled Mosul on Monday. Rebels killed two soldiers in Basra on Friday. | \
i9 d2021-03-08 ; k2 d2021-03-05
A man was shot in Baghdad on Saturday. He died on Monday in hospital. | k1
A bomb exploded at a market in Baghdad on Monday, killing 14 people. The attack was the deadliest in the \
city since 2016, when 300 people were killed in a bombing. | k14 d2021-03-08 ; k300 d2016-01-01
A bomb exploded at a market in Baghdad on Monday, killing 14 people. It was the largest attack on the city \
since the end of the rebels as a ruling power in March 2019. | k14 d2021-03-08
A bomb exploded at a market in Baghdad on Monday, killing 14 people. The bombing, which wounded 30, was \
claimed by the rebels. | k14,i30 d2021-03-08
A bomb exploded at a market in Baghdad on Monday, killing 14 people. Another attack in Basra killed three \
people. | k14 d2021-03-08 ; k3
A bomb exploded at a market in Baghdad on Monday, killing 14 people. A similar attack in 2015 killed 60 \
people. | k14 d2021-03-08 ; k60 d2015-01-01
A bomb exploded at a market in Baghdad on Monday, killing 14 people. In January, gunmen killed nine people \
at a school in Basra. | k14 d2021-03-08 ; k9 d2021-01-01
A bomb exploded at a market in Baghdad on Monday, killing 14 people. Days earlier, a suicide bomber killed \
eight soldiers at a checkpoint. | k14 d2021-03-08 ; k8
A bomb exploded at a market in Baghdad on Monday, killing 14 people. The attack came days after a suicide \
bomber killed eight soldiers at a checkpoint. | k14 d2021-03-08 ; k8
A bomb exploded at a market in Baghdad on Monday, killing 14 people. The blast came two days after a \
mortar attack killed eight soldiers in Mosul. | k14 d2021-03-08 ; k8 d2021-03-06
A bomb exploded at a market in Baghdad on Monday. The blast killed 14 people and wounded 30. Police said \
the bomb was hidden in a car. | k14,i30 d2021-03-08
An air strike hit a house in Mosul on Saturday, killing ten people. The strike killed six children, a \
doctor said on Sunday. | k10,k6 d2021-03-06
A suicide bomber killed 30 people at a mosque in Kabul on Friday. Last year, a bombing at a mosque in \
Herat killed 70 people. | k30 d2021-03-05 ; k70 d2020-01-01
A suicide bomber killed 30 people at a mosque in Kabul on Friday. At least 30 people were killed in \
Friday's attack. | k30 d2021-03-05
Gunmen killed 11 herders in Kaduna on Thursday. The attack follows the killing of 6 farmers by herders in \
the same area last week. | k11 d2021-03-04 ; k6 d2021-03-01
Gunmen killed 11 herders in Kaduna on Thursday. More than 200 people have been killed in the state this \
year. | k11 d2021-03-04 ; k201
Two soldiers were killed in an ambush in Kunar on Monday. Five insurgents were killed in the clash, the \
army said. | k2,k5 d2021-03-08
Two soldiers were killed in an ambush in Kunar on Monday. Five insurgents were killed in a clash in \
Helmand on the same day. | k2 d2021-03-08 ; k5
Two soldiers were killed in an ambush in Kunar on Monday. In a separate incident in Helmand, a roadside \
bomb killed three policemen. | k2 d2021-03-08 ; k3
A rocket hit a base in Erbil on 15 February, killing a contractor. An inquiry in March found that the \
attack was carried out by a militia. The contractor was killed when a rocket hit his room. | k1 \
d2021-02-15
A truck bomb killed 20 people in Baghdad on 14 February. The committee said on 2 March that 50 people were \
killed. In its report in March, the committee said 80 people were wounded in the bombing. | k20,k50,i80 \
d2021-02-14
A gunman killed 50 people at a mosque in Christchurch in March 2019. On Monday, a man was shot dead near \
Auckland. | k50 d2019-03-01 ; k1 d2021-03-08
Rebels attacked a village in Ituri on Monday, killing 15 people. The group has carried out dozens of \
attacks in the region since 2014. In December, it killed 22 villagers in Beni. | k15 d2021-03-08 ; k22 \
d2020-12-01
A car bomb killed three people in Aden on Monday. On Tuesday, gunmen shot dead a police officer in the \
city. | k3 d2021-03-08 ; k1 d2021-03-09
A car bomb killed three people in Aden on Monday. The day before, gunmen shot dead a police officer in the \
city. | k3 d2021-03-08 ; k1 d2021-03-07
It was the deadliest attack in the city since a car bomb killed 40 people in July 2018. Monday's blast \
killed 9 people. | k40 d2018-07-01 ; k9 d2021-03-08
An explosion at a school in Kabul on Monday killed 9 pupils. No group claimed the attack, but the rebels \
killed 24 pupils at another school in October. | k9 d2021-03-08 ; k24 d2020-10-01
Police said 9 pupils were killed in Monday's explosion at a school in Kabul. It came a day after a bomb \
killed two soldiers in Ghazni. | k9 d2021-03-08 ; k2 d2021-03-07
Two mortar shells landed in Taiz on Sunday, killing a girl. A mortar attack on the same street killed two \
boys in January. | k1 d2021-03-07 ; k2 d2021-01-01
Five people were killed when a drone struck a wedding in Bayda on Sunday. A 2013 strike on a wedding in \
the province killed 12 people. | k5 d2021-03-07 ; k12 d2013-01-01
Five people were killed when a drone struck a wedding in Bayda on Sunday. The drone strike was the third \
this year. Residents said six people were killed. | k5,k6 d2021-03-07
Protesters were fired on in Yangon on Wednesday, and 38 people were killed. On Sunday, the deadliest day \
until then, 18 people were killed by police. | k38 d2021-03-10 ; k18 d2021-03-07
Marland blamed Orlow for the raid of 4 March, in which 17 soldiers were killed. It said 17 of its soldiers \
were killed in the fighting that day. | k17 d2021-03-04
"""

ROWS = [line.rsplit("|", 1) for line in TOLD.replace("\\\n", "").strip().splitlines()]


def told(reader: Reader, text: str) -> list[tuple[set[str], set[str]]]:
    """Counts and first days of each event with counts."""
    counts, days = defaultdict(set), defaultdict(set)
    for claim in read(reader, text).claims:
        if isinstance(claim.value, Number) and claim.field in COUNTED:
            counts[claim.event].add(f"{COUNTED[claim.field]}{claim.value.low}")
        elif isinstance(claim.value, When):
            days[claim.event].add(f"d{claim.value.start}")
    return [(found, days[event]) for event, found in counts.items()]


@pytest.mark.parametrize(("text", "events"), ROWS)
def test_each_occurrence_has_its_own_counts_and_day(reader: Reader, text: str, events: str) -> None:
    found = told(reader, text.strip())
    wanted = [event.split() for event in events.split(";")]
    assert len(found) == len(wanted), found
    for counts, *days in wanted:
        assert any(set(counts.split(",")) == had and set(days) <= on for had, on in found), found
