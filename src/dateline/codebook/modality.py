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
    hedge_verbs: frozenset[str]
    deny_verbs: frozenset[str]
    deny_nouns: frozenset[str]
    prevent_verbs: frozenset[str]
    plan_verbs: frozenset[str]
    plan_nouns: frozenset[str]
    plan_adjectives: frozenset[str]
    threat_verbs: frozenset[str]
    threat_nouns: frozenset[str]
    unreal_nouns: frozenset[str]
    drill_nouns: frozenset[str]
    light_verbs: frozenset[str]
