"""Which time and which place belong to which event word."""

from __future__ import annotations

import pytest

from dateline.model import Place, Reading, When
from dateline.reading import Reader
from dateline.reading.claims.drafts import WHEN
from tests.reading.helpers import read

MONDAY, TUESDAY, THURSDAY, FRIDAY = "2021-03-08", "2021-03-09", "2021-03-04", "2021-03-05"


def told(reading: Reading, word: str) -> tuple[list[str], list[str]]:
    """Places and days that the sentence puts at the event word."""
    text = reading.report.text
    claims = [c for c in reading.claims if c.spans.trigger and word in c.spans.trigger.of(text).split()]
    places = [c.value.name for c in claims if c.field == "place" and isinstance(c.value, Place)]
    days = [str(c.value.start) for c in claims if c.rule == WHEN.id and isinstance(c.value, When)]
    return places, days


PLACES = [
    # nearest in the grammar
    ("Gunmen attacked a convoy in Mosul.", "attacked", ["Mosul"]),
    ("A bomb exploded in a market in Basra.", "exploded", ["Basra"]),
    ("Gunmen attacked a convoy in Mosul and a bomb exploded in Basra.", "attacked", ["Mosul"]),
    ("Gunmen attacked a convoy in Mosul and a bomb exploded in Basra.", "exploded", ["Basra"]),
    ("Three soldiers were killed near Kirkuk when rebels ambushed them.", "killed", ["Kirkuk"]),
    ("An explosion in Tikrit killed two men.", "explosion", ["Tikrit"]),
    ("Two farmers were shot dead in the village of Hawija.", "shot", ["Hawija"]),
    ("The shelling of Fallujah went on.", "shelling", ["Fallujah"]),
    # fronted, for the whole sentence
    ("In Mosul, police said a bomb exploded.", "exploded", ["Mosul"]),
    ("In Mosul, gunmen killed a teacher.", "killed", ["Mosul"]),
    # reporting has its own place
    ("The mayor said in Baghdad that gunmen killed a teacher.", "killed", []),
    ("Gunmen killed a teacher, the ministry said in Baghdad.", "killed", []),
    ("The ministry announced in Baghdad that rebels had bombed a bridge.", "bombed", []),
    # embedded under another verb
    ("The president spoke in Baghdad of the men who killed a teacher.", "killed", []),
    ("He was charged in Baghdad with killing a teacher.", "killing", []),
    ("A suspect was convicted in Tikrit of bombing a bridge.", "bombing", []),
    # someone's home or way
    ("A clerk based in Basra was killed.", "killed", []),
    ("A teacher who lived in Basra was killed.", "killed", []),
    ("Gunmen killed a teacher and fled to Basra.", "killed", []),
    ("A teacher was killed after he fled to Basra.", "killed", []),
    ("A teacher was shot as he walked through Basra.", "shot", ["Basra"]),
    # where the hurt are brought, or people flee to
    ("Nine wounded were evacuated to Basra.", "wounded", []),
    ("Nine wounded were evacuated from Basra.", "wounded", ["Basra"]),
    ("A guard died on the way to Basra.", "died", []),
    ("A guard died on the road to Basra.", "died", ["Basra"]),
    ("Some 300 families fled to Basra.", "fled", []),
    ("Some 300 families fled Basra.", "fled", ["Basra"]),
    ("The shelling moved to Basra.", "shelling", ["Basra"]),
    # of two event words as near, the one above the place
    ("Crowds protested on a square of Basra against the air raids.", "protested", ["Basra"]),
    ("Crowds protested on a square of Basra against the air raids.", "raids", []),
    # a participle and a clause of time tell of the same
    ("Men ran through the market in Mosul, killing 12 people.", "killing", ["Mosul"]),
    ("Men gathered in Mosul when a bomb exploded.", "exploded", ["Mosul"]),
    ("A woman was killed when she opened the door at her house in Mosul.", "killed", ["Mosul"]),
]

TIMES = [
    ("Gunmen attacked a convoy on Monday.", "attacked", [MONDAY]),
    ("On Monday, gunmen attacked a convoy.", "attacked", [MONDAY]),
    ("Gunmen on Monday attacked a convoy.", "attacked", [MONDAY]),
    ("Monday's bombing killed two men.", "bombing", [MONDAY]),
    ("A bomb exploded on Monday and gunmen killed a guard on Tuesday.", "exploded", [MONDAY]),
    ("A bomb exploded on Monday and gunmen killed a guard on Tuesday.", "killed", [TUESDAY]),
    ("A shooting was reported on Monday.", "shooting", [MONDAY]),
    ("The shelling began on Monday.", "shelling", [MONDAY]),
    # reporting has its own day
    ("The army said on Tuesday that rebels had killed a guard.", "killed", []),
    ("The army said on Tuesday that rebels had killed a guard on Monday.", "killed", [MONDAY]),
    ("Rebels killed a guard, the army said on Tuesday.", "killed", []),
    ("Rebels killed a guard on Monday, the army said on Tuesday.", "killed", [MONDAY]),
    ("The attack, which the army announced on Tuesday, killed two men.", "attack", []),
    # what comes after has its own day
    ("He was charged on Tuesday with killing a guard.", "killing", []),
    ("A man was sentenced on Friday for the murder of a guard.", "murder", []),
    ("Mourners gathered on Tuesday following the bombing.", "bombing", []),
    ("The governor on Tuesday condemned the attack.", "attack", []),
    ("The governor on Tuesday condemned Monday's attack.", "attack", [MONDAY]),
    # a second day is that of the event word right before it
    (
        "Marland fired rockets at a port on Monday in reply to the bombing of a school on Friday.",
        "fired",
        [MONDAY],
    ),
    (
        "Marland fired rockets at a port on Monday in reply to the bombing of a school on Friday.",
        "bombing",
        [FRIDAY],
    ),
    # the day of the claiming
    ("The rebels claimed the bombing on Monday.", "bombing", []),
    ("The rebels claimed Monday's bombing.", "bombing", [MONDAY]),
    # what was so at the time of writing
    ("Though his motive remained unknown on Friday, his attack shook the town.", "attack", []),
    ("Although two men were killed on Friday, the town was calm.", "killed", [FRIDAY]),
    # the same time
    ("People fled on Monday as rebels shelled the town.", "shelled", [MONDAY]),
    ("Men ran through the market on Monday, killing 12 people.", "killing", [MONDAY]),
    ("The market was closed on Monday when a bomb exploded.", "exploded", [MONDAY]),
]


@pytest.mark.parametrize(("text", "word", "places"), PLACES)
def test_place_belongs_to(reader: Reader, text: str, word: str, places: list[str]) -> None:
    assert told(read(reader, text), word)[0] == places


@pytest.mark.parametrize(("text", "word", "days"), TIMES)
def test_time_belongs_to(reader: Reader, text: str, word: str, days: list[str]) -> None:
    assert told(read(reader, text), word)[1] == days
