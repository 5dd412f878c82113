"""With what was it done? Invented sentences with every weapon that is to be read."""

from __future__ import annotations

import pytest

from dateline.reading import Reader
from tests.reading.helpers import said, table

CASES = """
A missile strike hit the depot. | weapon missile
Three missiles hit the depot. | weapon missile
Militants fired rockets at the airfield. | weapon rocket
The attack on the base with mortars killed two soldiers. | weapon mortar
A car bomb exploded outside the bank. | weapon car bomb
Police were killed when a roadside bomb exploded. | weapon bomb
Gunmen attacked a police station. | weapon gun
A sniper killed the guard. | weapon gun
A suicide bomber attacked the mosque. | weapon suicide bomb
Gangsters shot the mayor dead. | weapon gun
The shooting killed two men. | weapon gun
The mayor was gunned down in the street. | weapon gun
The thief stabbed the guard to death. | weapon blade
Rebels killed the driver with machetes. | weapon blade
Rebels dynamited the bridge. | weapon dynamite
An attack with dynamite destroyed the bridge. | weapon dynamite
The priest was murdered with a rifle. | weapon rifle
Soldiers attacked the farm with machine guns. | weapon machine gun
The teacher was killed by machinegun fire. | weapon machine gun
Rebels attacked the post with grenades. | weapon grenade
A hand grenade exploded in the bar. | weapon grenade
Warplanes bombed the bridge. | weapon aircraft
An army helicopter attacked the boat. | weapon aircraft
A drone attack killed the leader. | weapon drone
Insurgents armed with rifles attacked the farm. | weapon rifle
Molotov cocktails were thrown at the embassy in the attack. | weapon incendiary
Police attacked the protesters with water cannon. | weapon water cannon
Soldiers attacked the farm with a cannon. | weapon artillery
The attack on the embassy began at noon. |
The army attacked the village. |
The mayor was killed. |
Rebels kidnapped the engineer. |
The attack was condemned by the company. |
The bombing of the bridge was condemned. |
The explosion of a car bomb killed the driver. | weapon car bomb
The strike with cruise missiles killed ten soldiers. | weapon missile
The army shot down a drone. |
Soldiers executed the prisoners with pistols. | weapon gun
Rebels burned the farm. |
Hostages were beaten. |
Soldiers seized five rifles. |
Police defused a bomb near the bank. |
Two grenades exploded at the hotel. | weapon grenade
The mayor was shot down by rebels. | weapon gun
"""


@pytest.mark.parametrize(("text", "claims"), table(CASES))
def test_all_that_is_to_be_read_and_nothing_beside(reader: Reader, text: str, claims: list[str]) -> None:
    assert said(reader, text, "weapon") == claims
