"""Words that tie parties, weapons and things to an occurrence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The records of ``roles.toml``."""

    version: int
    doing_verbs: frozenset[str]
    suffered_nouns: frozenset[str]
    suffering_verbs: frozenset[str]
    target_prepositions: frozenset[str]
    weapon_prepositions: frozenset[str]
    responsibility_nouns: frozenset[str]
    claim_verbs: frozenset[str]
    admit_verbs: frozenset[str]
    deny_verbs: frozenset[str]
    involvement_nouns: frozenset[str]
    blame_verbs: frozenset[str]
    accuse_verbs: frozenset[str]
    suspected_adjectives: frozenset[str]
    motive_phrases: tuple[str, ...]
    assessment_nouns: frozenset[str]
    assessment_open: frozenset[str]
    assessment_closed: frozenset[str]
    damage_verbs: frozenset[str]
    destroy_verbs: frozenset[str]
    damage_nouns: frozenset[str]
    destroy_nouns: frozenset[str]
