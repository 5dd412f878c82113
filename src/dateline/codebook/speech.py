"""Words that say who says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.model import SourceKind

Sense = Literal["say", "ask", "show", "think", "want", "oppose", "back", "seek"]
"""How a speaker stands to the content: says it, asks it, shows it (documents), thinks it, means to do
it, or is against it, for it, after it."""


@dataclass(frozen=True, slots=True)
class Takes:
    """Words (lemmas) by what follows them: a clause, "to" and a verb, a verb in -ing, an object, an object
    and what it is called, a preposition. Those of ``closing`` take a clause, and close a sentence too.
    """

    closing: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    infinitive: frozenset[str] = frozenset()
    gerund: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    name: frozenset[str] = frozenset()
    preposition: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def with_clause(self) -> frozenset[str]:
        """All that take a clause."""
        return self.closing | self.clause


@dataclass(frozen=True, slots=True)
class ContactWords:
    """Verbs of getting in touch, by what stands before the other side; what it is about; their nouns."""

    object: frozenset[str]
    preposition: Mapping[str, frozenset[str]]
    about: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class TallyWords:
    """Words that state a count ("put the toll at 30"), and nouns of counts that someone issues."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    issued: frozenset[str]
    counted: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class SpeechCues:
    """The records of ``speech.toml``."""

    version: int
    verbs: Mapping[Sense, Takes]
    nouns: Mapping[Sense, Takes]
    adjectives: Mapping[Sense, Takes]
    hedge_adverbs: frozenset[str]
    raising: frozenset[str]
    nominal_verbs: frozenset[str]
    citing: frozenset[str]
    adding: frozenset[str]
    contrast: frozenset[str]
    per: frozenset[str]
    credits: frozenset[str]
    papers: frozenset[str]
    own_text: frozenset[str]
    owned: frozenset[str]
    unsaid: Mapping[str, frozenset[str]]
    tally: TallyWords
    contact: ContactWords
    media: Mapping[str, str]
    source_kinds: Mapping[SourceKind, frozenset[str]]
    source_names: Mapping[SourceKind, frozenset[str]]
