"""Event words with the verbs that carry them."""

from __future__ import annotations

import pytest

from dateline.reading import Reader
from tests.reading.helpers import read, said

TRIGGERS = [
    # done
    ("The rebels launched an attack on Mosul.", "launched an attack"),
    ("The army carried out three attacks near Mosul.", "carried out three attacks"),
    ("Three attacks were carried out near Mosul by the army.", "attacks were carried out"),
    ("The army conducted air strikes on Mosul.", "conducted air strikes"),
    # happening
    ("The bombing occurred near a market in Mosul.", "bombing occurred"),
    ("Fighting erupted in Mosul on Monday.", "Fighting erupted"),
    ("Clashes broke out in Mosul on Monday.", "Clashes broke out"),
    ("The attack took place in Mosul.", "attack took"),
    # begun and going on
    ("The rebels began their assault on Mosul.", "began their assault"),
    ("The army continued its offensive in Mosul.", "continued its offensive"),
    ("Gunmen started shelling the camp.", "started shelling"),
    ("The army resumed bombing the town.", "resumed bombing"),
    # with what it came to
    ("Two men were shot dead in Mosul.", "shot dead"),
    ("A guard was stabbed to death in Mosul.", "stabbed to death"),
    ("Gunmen shot two men in Mosul.", "shot"),
    # carried by no verb
    ("The bombing killed five soldiers.", "bombing"),
    ("Police condemned the attack.", "attack"),
    ("Gunmen attacked the camp.", "attacked"),
    ("Residents fled the fighting in Mosul.", "fighting"),
    ("The army wants to attack the camp.", "attack"),
    ("The governor began a tour after the attack.", "attack"),
]

CLAIMS = [
    ("The rebels began their long-planned assault on the base.", ["actor rebels", "type attack"]),
    ("The army continued its offensive near the camp.", ["actor army", "type attack"]),
    ("The rebels planned an assault on the base.", ["actor rebels (planned)", "type attack (planned)"]),
]


@pytest.mark.parametrize(("text", "words"), TRIGGERS)
def test_words_of_the_event(reader: Reader, text: str, words: str) -> None:
    told = {
        c.spans.trigger.of(text) for c in read(reader, text).claims if c.field == "type" and c.spans.trigger
    }
    assert words in told


@pytest.mark.parametrize(("text", "claims"), CLAIMS)
def test_what_is_begun_is_done(reader: Reader, text: str, claims: list[str]) -> None:
    assert said(reader, text, "type", "actor") == claims


def test_blame_is_for_the_event(reader: Reader) -> None:
    text = "The army blamed the rebels for the bombing of a bridge."
    (blame,) = (c for c in read(reader, text).claims if c.field == "responsibility")
    words = [s.of(text) for s in (blame.spans.trigger, blame.spans.cue) if s]
    assert words == ["bombing", "blamed"]
