"""An incident's type in other schemes' words, over type, parties and weapons."""

from __future__ import annotations

import pytest

from dateline.codebook import Codebook
from dateline.model import Entity, EntityKind, Term
from dateline.reconcile.crosswalk import crosswalk


def party(kind: EntityKind, name: str = "someone") -> Entity:
    return Entity(name, kind, None, None, name)


ARMY, REBELS = party("military", "army"), party("armed group", "rebels")
POLICE, PEOPLE = party("police", "police"), party("civilians", "villagers")
POST, SCHOOL = party("facility", "army checkpoint"), party("facility", "school")
PORTAL, NOBODY = party("facility", "base of the brigade"), party("unknown", "men")

Parties = tuple[Entity, ...]

ACLED: list[tuple[str, Parties, Parties, tuple[str, ...], str]] = [
    # Attack: on armed people and their posts a clash, on others an attack.
    ("attack", (REBELS,), (ARMY,), (), "Armed clash"),
    ("attack", (REBELS,), (POLICE,), (), "Armed clash"),
    ("attack", (ARMY,), (REBELS,), (), "Armed clash"),
    ("attack", (REBELS,), (POST,), (), "Armed clash"),
    ("attack", (REBELS,), (PORTAL,), (), "Armed clash"),
    ("attack", (REBELS,), (SCHOOL,), (), "Attack"),
    ("attack", (REBELS,), (PEOPLE,), (), "Attack"),
    ("attack", (REBELS,), (PEOPLE, ARMY), (), "Attack"),
    ("attack", (), (), (), "Attack"),
    ("shooting", (NOBODY,), (PEOPLE,), (), "Attack"),
    ("shooting", (NOBODY,), (ARMY,), ("rifle",), "Armed clash"),
    ("killing", (ARMY,), (REBELS,), (), "Armed clash"),
    ("murder", (), (PEOPLE,), (), "Attack"),
    ("assassination", (), (party("person", "Ann Doe"),), (), "Attack"),
    # What was used.
    ("attack", (ARMY,), (PEOPLE,), ("chemical weapon",), "Chemical weapon"),
    ("shelling", (ARMY,), (PEOPLE,), ("artillery", "chemical weapon"), "Chemical weapon"),
    ("killing", (), (PEOPLE,), ("suicide bomb",), "Suicide bomb"),
    ("bombing", (), (PEOPLE,), ("suicide bomb", "car bomb"), "Suicide bomb"),
    ("bombing", (), (PEOPLE,), ("bomb",), "Remote explosive/landmine/IED"),
    ("bombing", (), (PEOPLE,), ("bomb", "aircraft"), "Remote explosive/landmine/IED"),
    ("missile strike", (ARMY,), (PEOPLE,), ("aircraft", "missile"), "Air/drone strike"),
    ("missile strike", (ARMY,), (PEOPLE,), ("missile",), "Shelling/artillery/missile attack"),
    ("missile strike", (ARMY,), (ARMY,), ("missile",), "Shelling/artillery/missile attack"),
    ("missile strike", (ARMY,), (PEOPLE,), ("missile", "drone"), "Shelling/artillery/missile attack"),
    ("missile strike", (ARMY,), (ARMY,), ("missile", "aircraft"), "Shelling/artillery/missile attack"),
    ("drone strike", (ARMY,), (PEOPLE,), ("drone",), "Air/drone strike"),
    ("grenade attack", (), (PEOPLE,), ("grenade",), "Grenade"),
    ("air strike", (ARMY,), (REBELS,), ("aircraft",), "Air/drone strike"),
    ("kidnapping", (REBELS,), (PEOPLE,), ("drone",), "Abduction/forced disappearance"),
    # Ground by who won it.
    ("capture of territory", (REBELS,), (), (), "Non-state actor overtakes territory"),
    ("capture of territory", (ARMY,), (), (), "Government regains territory"),
    ("recapture of territory", (ARMY,), (), (), "Government regains territory"),
    ("recapture of territory", (REBELS,), (ARMY,), (), "Non-state actor overtakes territory"),
    ("recapture of territory", (ARMY, REBELS), (), (), "Government regains territory"),
    ("capture of territory", (ARMY, REBELS), (), (), "Non-state actor overtakes territory"),
    ("recapture of territory", (), (), (), "Government regains territory"),
    ("withdrawal", (REBELS,), (), (), "Non-violent transfer of territory"),
    ("withdrawal", (ARMY,), (), (), "Non-violent transfer of territory"),
    # Crowds and the rest keep the type's own.
    ("attack on protesters", (POLICE,), (PEOPLE,), (), "Excessive force against protesters"),
    ("protest with intervention", (POLICE,), (PEOPLE,), (), "Protest with intervention"),
    ("violent demonstration", (PEOPLE,), (POLICE,), (), "Violent demonstration"),
    ("protest", (PEOPLE,), (), (), "Peaceful protest"),
    ("mob violence", (PEOPLE,), (POLICE,), (), "Mob violence"),
    ("arrest", (POLICE,), (REBELS,), (), "Arrests"),
    ("agreement", (ARMY, REBELS), (), (), "Agreement"),
    ("disrupted weapons use", (POLICE,), (), ("bomb",), "Disrupted weapons use"),
    ("base established", (ARMY,), (), (), "Headquarters or base established"),
    ("troop movement", (ARMY,), (), (), "Change to group/activity"),
    ("sexual violence", (ARMY,), (PEOPLE,), (), "Sexual violence"),
    ("property destruction", (), (), (), "Looting/property destruction"),
    ("hijacking", (), (), (), "Other"),
]


@pytest.mark.parametrize(("kind", "actors", "targets", "weapons", "expected"), ACLED)
def test_acled(
    codebook: Codebook, kind: str, actors: Parties, targets: Parties, weapons: tuple[str, ...], expected: str
) -> None:
    used = [Term(name, name) for name in weapons]
    made = crosswalk(codebook.event_types.named(kind), actors, targets, used, codebook)
    assert made.acled is not None
    assert made.acled.sub_event_type == expected
    assert made.acled.event_type == codebook.event_types.acled_event_type[expected]


@pytest.mark.parametrize(
    ("kind", "actors", "targets", "expected"),
    [
        ("attack", (REBELS,), (PEOPLE,), "one-sided violence"),
        ("attack", (ARMY,), (REBELS,), "state-based conflict"),
        ("attack", (REBELS,), (POLICE,), "state-based conflict"),
        ("armed clash", (REBELS,), (party("armed group", "militia"),), "non-state conflict"),
        ("attack", (), (PEOPLE,), None),
        ("attack", (NOBODY,), (SCHOOL,), None),
        ("arrest", (POLICE,), (REBELS,), None),
    ],
)
def test_ucdp(codebook: Codebook, kind: str, actors: Parties, targets: Parties, expected: str | None) -> None:
    assert crosswalk(codebook.event_types.named(kind), actors, targets, (), codebook).ucdp == expected
