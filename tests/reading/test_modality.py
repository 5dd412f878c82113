"""How firmly is it put? Invented sentences; the judged word stands between brackets."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.model import Modality
from dateline.reading.modality import read_modality
from dateline.reading.parse import Parser

ASSERTED = """
The column rejected the draft of the 12 men [killed] in the war.
The column denied that it was behind the [attack] on the mill.
The column denied that its chief was there and said nine villagers [died].
The column denied that its men were hit and added that ten soldiers were [killed].
The gang threatened and [killed] the miller.
The raid could have led to war and [killed] a miller.
Rebels [attacked] the town of Brindle on Monday.
Twelve people were [killed] in the market.
Police said that gunmen [killed] two guards.
The [attack] left a bridge in ruins.
The army [shelled] the port after the talks failed.
The strike that [killed] him may lead to reprisals.
A bomb [exploded] near the school, witnesses said.
The militia has [bombed] the airfield twice.
"They [attacked] us at night," said a farmer.
Officials warned that the group [killed] hostages last week.
The group carried out the [attack] at dawn.
Soldiers who [shot] the driver were questioned.
There were no casualties in the [attack].
No guard was among the 12 [dead].
He was found guilty of ordering the [massacre] of the farmers.
The mayor called the [attack] a crime.
Police found no motive for the [attack].
Two men are wanted in connection with the [attack].
It is not clear who [attacked] the convoy.
The [attack] could lead to war.
The rebels will be tried for the [bombing] of the station.
The minister denied that the man [killed] by soldiers was a farmer.
It was the first attack since the [bombing], officials believe.
His troops had called in the [strike], he said.
Guards did not prevent the [bombing] of the station.
Rebels denied any role in the [attack] on the convoy.
Police did not find a gun inside the home, but say nine of the ten guards were [shot].
The guards failed to prevent the [attack].
The police failed to stop the [bombing] of the market.
A search could have prevented the [bombing] of the station.
The guards should have stopped the [attack].
The army was unable to prevent the [attack] on the port.
The guards should have refrained from [shooting] the boy.
We can confirm that rebels [attacked] the town.
It should be noted that rebels [attacked] the town.
The [strike] can be seen in a video.
Soldiers can be seen [shooting] a man.
The army [killed] nine guards in a bid to seize the port.
The rebels resumed the [shelling] of the port.
"""
HEDGED = """
There was no independent confirmation that guards were [killed].
Twelve people were reportedly [killed] in the market.
The [strike] reportedly hit a school, but it is said to be an alleged [attack].
The militia may have [bombed] the airfield.
Residents fear that dozens were [killed].
The army is believed to have [shelled] the port.
An alleged [airstrike] hit the farm.
Police suspect that rebels [attacked] the convoy.
If the rebels [attacked] the convoy, they left no trace.
The guards were apparently [killed] at night.
Two guards might have been [wounded].
The pilot is thought to have been [killed].
A suspected [bombing] closed the road.
It is unclear whether the rebels [attacked] the convoy.
The guards were probably [shot] by the raiders.
According to unconfirmed reports, rebels [attacked] the mill.
There were reports that rebels [attacked] the mill.
Rumours spread that soldiers had [killed] the farmer.
It was rumoured that the army had [shelled] the port.
Rebels were said to have [attacked] the mill.
The claim that the army [shelled] the port could not be independently verified.
The man is accused of [killing] the guard.
He is charged with [murdering] the guard.
The army did not confirm that it [shelled] the port.
The army did not deny that it [shelled] the port.
Residents fear the army [shelled] the camp.
The wall will prevent [attacks] on the town.
The truce may prevent an [attack] on the town.
Troops tried to prevent the [attack].
Troops may have prevented an [attack] on the town.
The truce may help prevent an [attack] on the town.
The rebels can [attack] the town at any time.
The missiles can strike the capital and [kill] thousands.
The army should [attack] the rebels.
The prospect of an [attack] worried the town.
The rebels would resume [attacks] on the port.
The army refused to say that it [shelled] the port.
The hospital was unable to confirm that nine villagers were [killed].
"""
NEGATED = """
The army did not [attack] the village.
No [attack] took place in Brindle.
Nobody said the rebels had not [attacked].
Guards prevented the [bombing] of the station.
The police foiled an [attack] on the embassy.
The men never [shot] at the crowd.
The rebels failed to [bomb] the depot.
No one was [killed] in the attack.
Nobody was [injured] in the bombing.
Neither side [attacked] the village.
The [attack] was averted.
The rebels called off the [attack] on the town.
The army has yet to [attack] the town.
Without [attacking] the town, the army left.
The rebels cannot [attack] the town.
The guards should not have [shot] the boy.
The rebels were unable to [bomb] the depot.
The rebels did not resume the [shelling] of the port.
The army did not plan to [attack] the town.
If the guard had not run, the rebels would have [killed] him.
"""
DENIED = """
The ministry rejected the figure of 80 [killed] as invented.
The column denied that it was [attacked] and that its men fled.
The column denied that it attacked the mill and [burned] the barn.
The army denied [shelling] the port.
The ministry denied that troops [killed] the farmers.
The group rejected claims that it [attacked] the convoy.
The general denied the [attack].
The ministry dismissed reports that its troops had [killed] farmers.
Reports that troops [shelled] the port are false, he said.
All statements about an [attack] by the army are a lie, he said.
"""
PLANNED = """
The rebels ordered the [massacre] of the farmers.
The group planned to [attack] the embassy.
The army will [attack] the town next week.
The rebels intend to [bomb] the bridge.
They prepared an [attack] on the port.
The plot to [kill] the mayor was found out.
The rebels were about to [attack] the camp when the rain came.
Soldiers are set to [withdraw] from the valley in May.
The army is poised to [attack] the town.
The general said that the army would [attack] the town.
An [attack] on the town was planned.
A planned [attack] was to close the port.
The army killed nine guards in a bid to [seize] the port.
The rebels launched an effort to [bomb] the port.
The rebels had an opportunity to [attack] the camp.
"""
THREATENED = """
The group threatened to [kill] the hostages.
The commander vowed to [attack] the capital.
The militia threatened an [attack] on the refinery.
The threat of an [attack] closed the school.
The minister warned that the army would [attack] the valley.
"""


def cases() -> list[tuple[str, Modality]]:
    tables: dict[Modality, str] = {
        "asserted": ASSERTED,
        "hedged": HEDGED,
        "negated": NEGATED,
        "denied": DENIED,
        "planned": PLANNED,
        "threatened": THREATENED,
    }
    return [(line, name) for name, table in tables.items() for line in table.strip().splitlines()]


@pytest.mark.parametrize(("line", "expected"), cases())
def test_modality(parser: Parser, line: str, expected: Modality) -> None:
    before = line.rindex("[")
    text = line.replace("[", "").replace("]", "")
    start = before - line[:before].count("[") - line[:before].count("]")
    (parse,) = parser.parse([text])
    i = next(t.i for t in parse.tokens if t.start == start)
    assert read_modality(parse, i, load_codebook().modality).modality == expected
