"""How firmly is it put? Invented sentences; the judged word stands between brackets."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.model import Modality
from dateline.reading.modality import is_unreal, read_modality
from dateline.reading.parse import Parser

ASSERTED = """
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
"""
HEDGED = """
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
"""
NEGATED = """
The army did not [attack] the village.
No [attack] took place in Brindle.
Nobody said the rebels had not [attacked].
Guards prevented the [bombing] of the station.
The police foiled an [attack] on the embassy.
The men never [shot] at the crowd.
The rebels failed to [bomb] the depot.
"""
DENIED = """
The army denied [shelling] the port.
The ministry denied that troops [killed] the farmers.
The group rejected claims that it [attacked] the convoy.
The general denied the [attack].
"""
PLANNED = """
The group planned to [attack] the embassy.
The army will [attack] the town next week.
The rebels intend to [bomb] the bridge.
They prepared an [attack] on the port.
The plot to [kill] the mayor was found out.
A planned [attack] was called off.
"""
THREATENED = """
The group threatened to [kill] the hostages.
The commander vowed to [attack] the capital.
The militia threatened an [attack] on the refinery.
The threat of an [attack] closed the school.
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


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Marland held an attack drill at the port.", "attack", True),
        ("The film about the bombing won a prize.", "bombing", True),
        ("A minute of silence marked the anniversary of the bombing.", "bombing", True),
        ("The bombing of the port was filmed.", "bombing", False),
        ("The film shows a bombing in the old war.", "bombing", True),
        ("The novel tells of an attack on a mill.", "attack", True),
        ("The report tells of an attack on a mill.", "attack", False),
        ("Missiles were launched during a drill.", "launched", True),
        ("Missiles were launched during the night.", "launched", False),
        ("The drill ended when rebels attacked the camp.", "attacked", False),
        ("A mock attack was staged at the port.", "attack", True),
        ("A second attack was staged at the port.", "attack", False),
        ("Soldiers on the way to an exercise were attacked.", "attacked", False),
    ],
)
def test_unreal(parser: Parser, text: str, word: str, expected: bool) -> None:
    (parse,) = parser.parse([text])
    i = next(t.i for t in parse.tokens if t.text == word)
    assert is_unreal(parse, i, load_codebook().modality) is expected
