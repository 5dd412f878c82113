"""What does it answer, and is its assessment open? Invented sentences with all that is to be read."""

from __future__ import annotations

import pytest

from dateline.reading import Reader
from tests.reading.helpers import said, table

CASES = """
Marland shelled the port in retaliation for the killing of two envoys. | motive the killing of two envoys
The bombing came in response to a strike on a school. | motive a strike on a school
Rebels attacked the camp in revenge for the raid. | motive the raid
The attack was carried out to avenge the death of a leader. | motive the death of a leader
The army bombed the town in reprisal for an ambush. | motive an ambush
The group bombed the market in retribution for the executions. | motive the executions
The bombing may have been revenge for the raid. | motive the raid (hedged)
The strike was a response to an attack on the port. | motive an attack on the port
The strike was not a response to an attack on the port. |
The strike was a surprise to the army. |
Rebels attacked the camp on Monday. |
The army responded to the attack. |
The killing was in revenge for the death of his brother. | motive the death of his brother
Hezbollah fired rockets in response to the strike on its office. | motive the strike on its office
The strike was in retaliation for a drone attack. | motive a drone attack
The army attacked the village as punishment for the ambush. | motive the ambush
The bombing was described as revenge for the arrests. | motive the arrests
The militia shelled the town as a response to the raid. | motive the raid
The attack killed two people in the market. |
In response to the killing of a priest, rebels attacked the barracks. | motive the killing of a priest
In retaliation for the raid, the army bombed the camp. | motive the raid
The mayor answered a question in Brindle. A bomb exploded. |
Rebels attacked a convoy in retaliation for air raids. | motive air raids
A bomb exploded in Brindle. Damage assessments were continuing on Monday. | assessment open
A bomb exploded in Brindle. An investigation is underway. | assessment open
A bomb exploded in Brindle. The investigation is ongoing. | assessment open
A bomb exploded in Brindle. The investigation was completed in May. | assessment closed
A bomb exploded in Brindle. The inquiry has ended. | assessment closed
A bomb exploded in Brindle. The search for survivors continues. | assessment open
A bomb exploded in Brindle. The search was concluded on Friday. | assessment closed
A bomb exploded in Brindle. The probe has closed. | assessment closed
A bomb exploded in Brindle. The probe is still open. | assessment open
A bomb exploded in Brindle. A count of the dead is still pending. | assessment open
A bomb exploded in Brindle. The investigation found nothing. |
A bomb exploded in Brindle. Police opened the road. |
A bomb exploded in Brindle. The investigation is complete. | assessment closed
A bomb exploded in Brindle. The assessment was finished. | assessment closed
A bomb exploded in Brindle. The meeting is ongoing. |
A bomb exploded in Brindle. An inquiry was launched on Tuesday. | assessment open
A bomb exploded in Brindle. An investigation has begun. | assessment open
A bomb exploded in Brindle. The investigation was criticised. |
A bomb exploded in Brindle. The market is open. |
A bomb exploded in Brindle. The search ended on Friday. | assessment closed
Hezbollah bombed the port to avenge the killing of a priest. | motive the killing of a priest
The militia attacked the base in retaliation for a strike on its camp. | motive a strike on its camp
"""


@pytest.mark.parametrize(("text", "claims"), table(CASES))
def test_all_that_is_to_be_read_and_nothing_beside(reader: Reader, text: str, claims: list[str]) -> None:
    assert said(reader, text, "motive", "assessment") == claims
