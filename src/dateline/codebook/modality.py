"""Words that say how firmly something is put."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModalityCues:
    """The records of ``modality.toml``."""

    version: int
    hedge_adverbs: frozenset[str]
    hedge_adjectives: frozenset[str]
    hedge_modals: frozenset[str]
    able_modals: frozenset[str]
    hedge_verbs: frozenset[str]
    hedge_passives: frozenset[str]
    hedge_nouns: frozenset[str]
    content_nouns: frozenset[str]
    tally_nouns: frozenset[str]
    false_words: frozenset[str]
    true_words: frozenset[str]
    accuse_verbs: frozenset[str]
    proven: frozenset[str]
    verify_verbs: frozenset[str]
    verify_nouns: frozenset[str]
    deny_verbs: frozenset[str]
    deny_nouns: frozenset[str]
    prevent_verbs: frozenset[str]
    plan_verbs: frozenset[str]
    wish_verbs: frozenset[str]
    arrange_verbs: frozenset[str]
    ready_words: frozenset[str]
    unable_words: frozenset[str]
    plan_nouns: frozenset[str]
    aim_nouns: frozenset[str]
    plan_adjectives: frozenset[str]
    threat_verbs: frozenset[str]
    threat_nouns: frozenset[str]
    unreal_nouns: frozenset[str]
    version_nouns: frozenset[str]
    version_adjectives: frozenset[str]
    unreal_verbs: frozenset[str]
    drill_nouns: frozenset[str]
    fiction_nouns: frozenset[str]
    light_verbs: frozenset[str]
    happen_verbs: frozenset[str]
    carrying_verbs: frozenset[str]
    befalling_verbs: frozenset[str]
    phase_verbs: frozenset[str]
