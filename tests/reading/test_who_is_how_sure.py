"""How firmly each source puts it: one may assert what another denies. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.reading import Reader
from tests.reading.helpers import read, table

TOLD = """
The governor said nine people died; witnesses said that at least 20 were killed. | \\
    governor: violence; witnesses: killing
Residents said that soldiers burned the mill. The army denied burning the mill. | \\
    residents: arson; army: arson (denied)
The militia claimed that it had killed 40 soldiers. | militia: killing
According to unconfirmed reports, rebels killed six guards in Orlow. | unconfirmed reports: killing (hedged)
The ministry said that the rebels may have shelled the port. | ministry: shelling (hedged)
The minister warned that the army would attack the valley. | minister: attack (threatened)
Police said that the gang planned to bomb the station. | police: bombing (planned)
The army accused the rebels of killing two nurses. | army: killing
The rebels rejected the accusation that they killed two nurses. | \\
    publisher: killing (hedged); rebels: killing (denied)
The general threatened to bomb the capital, the radio reported. | general: bombing (threatened)
The spokesman said that no attack took place in Orlow. | spokesman: attack (negated)
The village elder said that drones had struck the market, while the army said that no strike took place. | \\
    village elder: drone strike; army: strike (negated)
The ministry confirmed that three soldiers were killed. | ministry: killing
The ministry did not confirm that three soldiers were killed. | ministry: killing (hedged)
The guards were reportedly shot by raiders, a doctor said. | doctor: shooting (hedged)
"They shelled us all night," a farmer said, but the army denied shelling the village. | \\
    farmer: shelling; army: shelling (denied)
The army says it bombed a depot; residents say that the bombs hit a school. | \\
    army: bombing; residents: bombing
The rebels vowed to attack the airport, state radio reported on Monday. | rebels: attack (threatened)
If the talks fail, the rebels will attack the town, the mediator said. | mediator: attack (planned)
The army believes that rebels killed the judge. | army: killing (hedged)
The group said it had planned the attack but called it off. | group: attack (planned)
A senior official said that the army will withdraw from the valley in May. | \\
    senior official: withdrawal (planned)
Police said that they foiled an attack on the embassy. | police: attack (negated)
Officials denied that a bomb exploded in Orlow. | officials: bombing (denied)
The army denied that it attacked the camp, which residents said was bombed. | \\
    army: attack (denied); residents: bombing
The ministry rejected the claim that soldiers killed the nurse. | ministry: killing (denied)
The charity said that 14 people were killed. The ministry said that only nine died. | \\
    charity: killing; ministry: violence
The rebels attacked the camp, the police said. | police: attack
The rebels attacked the camp. | publisher: attack
The rebels allegedly attacked the camp. | publisher: attack (hedged)
"""

DENIED_AFTERWARDS = """
The army said that its troops killed 12 rebels, but the rebels denied it. | \\
    army: killing; rebels: killing (denied)
Rebels said they had shot down a helicopter. The ministry denied the claim. | \\
    rebels: aircraft downed; ministry: aircraft downed (denied)
Local media reported that a rocket had hit the airport; officials denied this. | \\
    local media: rocket attack; officials: rocket attack (denied)
A doctor said that the strike hit a school; the army denied the report. | \\
    doctor: strike; doctor: attack; army: strike (denied)
Rebels shot down a jet, state television said; the air force denied it. | \\
    state television: aircraft downed; air force: aircraft downed (denied)
Rebels shelled the port. Its director denied the report. | publisher: shelling; director: shelling (denied)
The army said it had shelled the port. The ministry did not deny the report. | army: shelling
The front said it bombed the bridge; nobody denied it. | front: bombing
Rebels shelled the port. The mayor left. The director denied the report. | publisher: shelling
The director denied the report. |
Rebels shelled the port. The director denied reports of a strike. | \\
    publisher: shelling; director: strike (denied); publisher: strike (hedged)
"""


def heard(reader: Reader, text: str) -> list[str]:
    """Who tells of which type: "army: shelling (denied)"."""
    found = set()
    for c in read(reader, text).claims:
        if c.field == "type":
            who = "publisher" if c.source.publisher else c.source.name.removeprefix("the ")
            how = "" if c.modality == "asserted" else f" ({c.modality})"
            found.add(f"{who[0].lower()}{who[1:]}: {getattr(c.value, 'name', '')}{how}")
    return sorted(found)


@pytest.mark.parametrize(("text", "claims"), table(TOLD) + table(DENIED_AFTERWARDS))
def test_each_source_is_heard(reader: Reader, text: str, claims: list[str]) -> None:
    assert heard(reader, text) == claims
