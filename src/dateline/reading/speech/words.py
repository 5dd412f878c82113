"""The codebook's words of speech turned round for lookup: from lemma to what it signals. Made once a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dateline.codebook.speech import Sense, SpeechCues, Takes
from dateline.reading.parse import Token

BASE = frozenset(("VB", "VBP", "NN", "JJ"))


class Use(NamedTuple):
    """What one word takes, and the sense that it has with each."""

    clause: Sense | None
    infinitive: Sense | None
    gerund: Sense | None
    object: Sense | None
    name: Sense | None
    preposition: Mapping[str, Sense]


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Lookups by lemma; ``closing`` are the verbs that close a sentence with its speaker."""

    verbs: Mapping[str, Use]
    nouns: Mapping[str, Use]
    adjectives: Mapping[str, Use]
    closing: frozenset[str]
    cues: SpeechCues


@lru_cache(maxsize=4)
def speech_words(cues: SpeechCues) -> SpeechWords:
    """Turn the cues round."""
    closing = frozenset(verb for takes in cues.verbs.values() for verb in takes.closing)
    return SpeechWords(_uses(cues.verbs), _uses(cues.nouns), _uses(cues.adjectives), closing, cues)


def lemma_of(token: Token) -> str:
    """The dictionary form; a base form is its own."""
    return token.lower if token.tag in BASE else token.lemma


def _uses(by_sense: Mapping[Sense, Takes]) -> Mapping[str, Use]:
    clause: dict[str, Sense] = {}
    infinitive: dict[str, Sense] = {}
    gerund: dict[str, Sense] = {}
    objects: dict[str, Sense] = {}
    names: dict[str, Sense] = {}
    prepositions: dict[str, dict[str, Sense]] = {}
    for sense, takes in by_sense.items():
        listed = (takes.with_clause, takes.infinitive, takes.gerund, takes.object, takes.name)
        for table, members in zip((clause, infinitive, gerund, objects, names), listed, strict=True):
            for word in members:
                table.setdefault(word, sense)
        for word, after in takes.preposition.items():
            for preposition in after:
                prepositions.setdefault(word, {}).setdefault(preposition, sense)
    words = sorted({*clause, *infinitive, *gerund, *objects, *names, *prepositions})
    return {
        w: Use(
            clause.get(w),
            infinitive.get(w),
            gerund.get(w),
            objects.get(w),
            names.get(w),
            prepositions.get(w, {}),
        )
        for w in words
    }
