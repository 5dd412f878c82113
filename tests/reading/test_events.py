"""Which tellings of a report are about the same occurrence."""

from __future__ import annotations

import pytest

from dateline.model import Reading
from dateline.reading import Reader
from tests.reading.helpers import read


def told_together(reading: Reading) -> list[set[str]]:
    """The event words of each event, in text order."""
    events: dict[str, set[str]] = {}
    for claim in sorted(reading.claims, key=lambda c: c.spans.trigger or c.span):
        if claim.field == "type":
            events.setdefault(claim.event, set()).add(claim.value.text)
    return list(events.values())


ONE = [
    "A bomb killed two men in Mosul.",
    "Gunmen killed two men when they attacked a convoy in Mosul.",
    "Two men were killed in clashes in Mosul.",
    "Two men were shot during a robbery in Mosul.",
    "An air strike destroyed a house in Mosul.",
    "A bomb exploded in Mosul. The explosion killed two men.",
    "A bomb exploded in Mosul. The attack was the work of the Northern Front.",
    "Gunmen attacked a convoy in Mosul on Monday. Two guards were killed.",
    "Gunmen attacked a convoy in Mosul on Monday. Monday's attack killed two guards.",
    "Gunmen attacked a convoy in Mosul on Monday. On Monday the attackers killed two guards.",
    "The strike that killed the general was in Baghdad.",
    "Rebels shelled Fallujah, killing 12 people and wounding 30.",
    "Rebels shelled Fallujah. The shelling wounded 30 people in Fallujah.",
    "The country has seen attacks. Gunmen killed two men in Mosul.",
    "Gunmen killed two men in Mosul. Killings are common.",
    "Aircraft bombed Fallujah on Monday. Seven people died in the bombing.",
    "Three guards were killed in an ambush near Kirkuk.",
    "A car bomb exploded in Basra, wounding nine.",
    "Nine people were wounded in Basra when a car bomb exploded.",
    "Gunmen shot and killed a teacher in Basra.",
    "Rebels fired 12 rockets at a base in Mosul. Two of the rockets fell on Basra.",
]

TWO = [
    # another day
    "Gunmen attacked a convoy on Monday. Gunmen killed a guard on Thursday.",
    "A bomb killed two men in Mosul on Monday. In October 2020 a bomb killed nine men in Mosul.",
    "Rebels shelled Fallujah on Monday. Last year rebels shelled Fallujah.",
    # another place
    "A bomb exploded in Mosul. A bomb exploded in Basra.",
    "Gunmen attacked a convoy in Mosul. Rebels killed a guard in Basra.",
    "Rebels destroyed a bridge in Kirkuk. Rebels bombed a school in Basra.",
    "A bomb killed two men in Mosul. The attack in Basra killed nine.",
    # said to be another
    "A bomb exploded in Mosul. Another explosion killed two men.",
    "A bomb exploded in Mosul. A second explosion killed two men.",
    "A bomb exploded in Mosul. An earlier attack killed two men.",
    # another kind
    "Gunmen attacked a convoy in Mosul. Police arrested two men.",
    "A bomb exploded in Mosul. Hundreds protested in Baghdad.",
    "Gunmen attacked two farms in Mosul before abducting 40 people.",
    # by another
    "Iraq bombed a convoy. Turkey bombed a convoy.",
    # of another who suffered
    "Gunmen kidnapped Adam Orlow in Mosul. Gunmen kidnapped Peter Brindle in Mosul.",
    # told as what it answers
    "Rebels shelled Fallujah in response to the killing of their leader.",
    # old news and new
    "A bomb killed two men. In May 2019 gunmen attacked a convoy.",
    # after one another
    "Gunmen attacked a convoy after rebels bombed a bridge on Thursday in Basra.",
]

NONE = [
    "The country has seen attacks.",
    "Killings are common.",
    "Attacks must end.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_event(reader: Reader, text: str) -> None:
    assert len(told_together(read(reader, text))) == 1


@pytest.mark.parametrize("text", TWO)
def test_two_events(reader: Reader, text: str) -> None:
    assert len(told_together(read(reader, text))) == 2


@pytest.mark.parametrize("text", NONE)
def test_bare_plural_is_no_event(reader: Reader, text: str) -> None:
    assert told_together(read(reader, text)) == []


SPLIT = [
    "A bomb exploded in Mosul. Another bomb exploded at a school.",
    "A bomb exploded in Mosul. A second bomb exploded at a school.",
    "Rebels attacked a post in Mosul. Meanwhile, gunmen attacked a bank.",
    "Rebels attacked a post in Mosul. In addition, a bomb exploded at a school.",
    "Rockets hit Mosul. Elsewhere, shelling killed five civilians and injured five more.",
    "A bomb killed two men early this morning. A mayor was killed on 27 February.",
]

KEPT = [
    "A bomb exploded in Mosul. Meanwhile, the bombing was condemned.",
    "A bomb exploded in Mosul. The bomb exploded at a school.",
    "Rebels shelled Fallujah, killing five civilians and injuring seven.",
    "Gunmen attacked two farms in Mosul, abducting 40 people.",
    "Six people have been killed since dawn in strikes on Mosul.",
    "In clashes last July nine people were killed and 300 fled.",
    "In Mosul, two dead, nine injured over the past day.",
    "Jihadists ambushed a convoy near Mosul. Hezbollah said its fighters killed 15 soldiers.",
    "Shelling killed five civilians and injured seven in Fallujah.",
]


@pytest.mark.parametrize("text", SPLIT)
def test_a_round_up_goes_on_to_its_next_event(reader: Reader, text: str) -> None:
    assert len(told_together(read(reader, text))) == 2


@pytest.mark.parametrize("text", KEPT)
def test_one_event_is_told_on(reader: Reader, text: str) -> None:
    assert len(told_together(read(reader, text))) == 1
