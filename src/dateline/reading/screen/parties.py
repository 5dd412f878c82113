"""Which words of a line may stand for an armed party or a state?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntFlag

from dateline.codebook import Codebook
from dateline.codebook.actors import fold
from dateline.reading.events.triggers import ARMED
from dateline.reading.screen.lines import RUN

Words = frozenset[str]


class Party(IntFlag):
    """What a word may stand for, as far as supporting a weak trigger goes."""

    NONE = 0
    ARMED = 1
    STATE = 2


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun or name of several words; ``last`` carries its grammar."""

    words: Words
    last: str
    party: Party


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Nouns by lemma, names by their words in lower case, phrases by one of their words.

    ``heads`` are nouns for any party, which a word in ``modifiers`` makes an armed one. ``written`` are names
    of one word as they must be written: "ANA" is an army, "Ana" is not.
    """

    nouns: Words
    modifiers: Words
    heads: Words
    names: Mapping[str, Party]
    written: Mapping[str, Party]
    phrases: Mapping[str, tuple[Phrase, ...]]

    def told(self, words: Words, lemmas: Words, names: Words) -> Mapping[str, Party]:
        """The words and lemmas of a line that may stand for a party.

        Args:
            words: those of the line, in lower case.
            lemmas: all that they may have.
            names: those with a capital, as they are written.
        """
        capitals = frozenset(map(str.lower, names))
        found: dict[str, Party] = {}
        for noun in self.nouns & lemmas:
            found[noun] = Party.ARMED
        if not self.modifiers.isdisjoint(lemmas):
            for head in self.heads & lemmas:
                found[head] = Party.ARMED
        for name in self.names.keys() & capitals:
            found[name] = found.get(name, Party.NONE) | self.names[name]
        for name in self.written.keys() & names:
            found[name.lower()] = found.get(name.lower(), Party.NONE) | self.written[name]
        for key in self.phrases.keys() & words:
            for phrase in self.phrases[key]:
                if phrase.words <= words | lemmas:
                    for word in (phrase.last, *(phrase.words & capitals)):
                        found[word] = found.get(word, Party.NONE) | phrase.party
        return found


def party_words(codebook: Codebook) -> PartyWords:
    """Everything that the codebook knows as an armed party or a state."""
    actors = codebook.actors
    nouns = {**actors.weak_heads, **actors.heads}
    armed = [phrase for phrase, kind in nouns.items() if kind in ARMED]
    single, several = dict[str, Party](), list[Phrase]()
    written = dict(_written(codebook))
    spelled = set(map(fold, written))
    others = (each for each in _parties(codebook) if each[0] not in spelled)
    for name, party in (*others, *_countries(codebook)):
        words = _runs(name)
        if len(words) == 1:
            single[words[0]] = single.get(words[0], Party.NONE) | party
        elif words:
            several.append(Phrase(frozenset(words), words[-1], party))
    for head, kind in actors.name_heads.items():
        if kind in ARMED:
            word = head.split()[-1]
            single[word] = single.get(word, Party.NONE) | Party.ARMED
    several += [
        Phrase(frozenset(words), words[-1], Party.ARMED) for words in map(_runs, armed) if len(words) > 1
    ]
    return PartyWords(
        nouns=frozenset(noun for noun in armed if len(_runs(noun)) == 1),
        modifiers=frozenset(word for word, kind in actors.modifiers.items() if kind in ARMED)
        | _single(armed),
        heads=_single(nouns),
        names=single,
        written=written,
        phrases=_by_word(several),
    )


def _single(nouns: Iterable[str]) -> Words:
    return frozenset(noun for noun in nouns if len(_runs(noun)) == 1)


def _parties(codebook: Codebook) -> Iterable[tuple[str, Party]]:
    for runs in codebook.actors.parties.by_first.values():
        for run, party in runs:
            if party.kind in ARMED or party.kind == "state":
                yield " ".join(run), Party.ARMED if party.kind in ARMED else Party.STATE


def _written(codebook: Codebook) -> Iterable[tuple[str, Party]]:
    """Names of one word, all letters, in each way that they are written."""
    parties = dict(_parties(codebook))
    ways = (way for way in codebook.actors.exact if way.isalpha() and fold(way) in parties)
    return ((way, parties[fold(way)]) for way in ways)


def _countries(codebook: Codebook) -> Iterable[tuple[str, Party]]:
    return ((words, Party.STATE) for words in codebook.countries.by_word)


def _runs(words: str) -> tuple[str, ...]:
    """The letters in a row of a name, in lower case and without accents, as they are sought in a line."""
    return tuple(RUN.findall(fold(words)))


def _by_word(phrases: Iterable[Phrase]) -> Mapping[str, tuple[Phrase, ...]]:
    """Each phrase under its longest word, which few lines have."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        found.setdefault(max(sorted(phrase.words), key=len), []).append(phrase)
    return {word: tuple(each) for word, each in found.items()}
