"""Words that tie parties, weapons and things to an occurrence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The records of ``roles.toml``."""

    version: int
    doing_verbs: frozenset[str]
    launching_verbs: frozenset[str]
    at_triggers: frozenset[str]
    disarming_words: frozenset[str]
    to_triggers: frozenset[str]
    mutual_triggers: frozenset[str]
    quantity_nouns: frozenset[str]
    vague_nouns: frozenset[str]
    abstract_endings: tuple[str, ...]
    concrete_nouns: frozenset[str]
    unknown_adjectives: frozenset[str]
    leader_roles: frozenset[str]
    loading_words: frozenset[str]
    suffered_nouns: frozenset[str]
    suffering_verbs: frozenset[str]
    target_prepositions: frozenset[str]
    weapon_prepositions: frozenset[str]
    responsibility_nouns: frozenset[str]
    claim_verbs: frozenset[str]
    admit_verbs: frozenset[str]
    deny_verbs: frozenset[str]
    involvement_nouns: frozenset[str]
    telling_verbs: frozenset[str]
    deed_nouns: frozenset[str]
    blame_verbs: frozenset[str]
    accuse_verbs: frozenset[str]
    involving_verbs: frozenset[str]
    holding_verbs: frozenset[str]
    responsible_adjectives: frozenset[str]
    authorship_nouns: frozenset[str]
    hallmark_nouns: frozenset[str]
    supposing_verbs: frozenset[str]
    supposing_adverbs: frozenset[str]
    suspected_adjectives: frozenset[str]
    motive_phrases: tuple[str, ...]
    assessment_nouns: frozenset[str]
    assessment_open: frozenset[str]
    assessment_closed: frozenset[str]
    damage_verbs: frozenset[str]
    destroy_verbs: frozenset[str]
    damage_nouns: frozenset[str]
    destroy_nouns: frozenset[str]
