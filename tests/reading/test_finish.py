"""Who denies and who asserts what is denied. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.reading import Reader
from tests.reading.helpers import read

# sentence | "source modality" of each claim about those killed, sorted
DENIED = """
The mayor rejected the rebels' claim that they had killed 30 men in a raid. | mayor denied; rebels asserted
The ministry rejected a claim by the rebels that they had killed 20 men. | ministry denied; rebels asserted
The army dismissed accusations by villagers that it had killed 12 men. | army denied; villagers asserted
The army dismissed the rebel claim that 30 soldiers were killed in a raid. | army denied; rebel asserted
The army dismissed reports that 12 soldiers were killed in an ambush. | Harbour Post hedged; army denied
The army denied rumours that 12 soldiers were killed in an ambush. | Harbour Post hedged; army denied
"""

PLAIN = """
The army denied that it had killed 12 men in the raid. | army denied
The army denied killing 12 men in the raid. | army denied
The rebels said the army had denied killing 12 men in the raid. | army denied
No one denied that 12 men were killed in the raid. | Harbour Post hedged
The rebels claimed that they had killed 30 men in a raid. | rebels asserted
The army rejected the offer. The rebels said they had killed 30 men. | rebels asserted
The army dismissed the claim, saying that five men were killed in the raid. | army asserted
"""

ASIDE = """
The army denied that it had shelled the school, killing nine pupils. | army denied
The army may have shelled the school, killing nine pupils. | Harbour Post hedged
The army shelled the school, killing nine pupils. | Harbour Post asserted
"""


def cases(table: str) -> list[tuple[str, str]]:
    """Sentence and expectation of each line."""
    rows = (line.split("|") for line in table.strip().splitlines())
    return [(text.strip(), wanted.strip()) for text, wanted in rows]


@pytest.mark.parametrize(("text", "wanted"), [*cases(DENIED), *cases(PLAIN), *cases(ASIDE)])
def test_who_says_it_how(reader: Reader, text: str, wanted: str) -> None:
    found = sorted(f"{c.source.name} {c.modality}" for c in read(reader, text).claims if c.field == "killed")
    assert "; ".join(found) == wanted
