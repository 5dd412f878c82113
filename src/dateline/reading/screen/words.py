"""The codebook's words as a screen looks for them: by what a form may stand for, its grammar unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dateline.codebook import Codebook
from dateline.codebook.actors import Actors
from dateline.codebook.counts import Counts
from dateline.codebook.event_types import EventTypes, Frame
from dateline.model import PEOPLE
from dateline.reading.events.lexicon import INNER_HYPHEN, Lexicon
from dateline.reading.events.triggers import ARMED
from dateline.reading.reference.pronouns import PRONOUNS
from dateline.reading.screen.parties import PartyWords, party_words

Words = frozenset[str]
Sorts = int
"""Bits of :class:`Sort`."""

LIFE = "life"


class Sort:
    """What a word may be in a report, as far as its form tells: plain bits, as each word is asked."""

    NONE = 0
    STRONG = 1
    WEAK = 2
    HARM = 4
    TALLY = 8
    WEAPON = 16
    TOPIC = 32
    BACK = 64
    """A word that may stand for a party told of before: "they", "the group"."""
    CAUSE = 128
    """A peaceful cause of harm, for sure."""
    COMPANY = 256
    """A word that tells something in the company of others."""
    DAY = 512
    """A weekday or month, written large and no name."""


class Company(NamedTuple):
    """Words of which each set must have one in the line for a word to tell anything."""

    needed: tuple[Words, ...]

    def is_in(self, lemmas: Words) -> bool:
        """Whether they may all stand in a line of these lemmas."""
        return all(not each.isdisjoint(lemmas) for each in self.needed)


@dataclass(frozen=True, slots=True)
class ScreenWords:
    """Lemmas by what they may tell; ``company`` says which others a lemma needs, in one of several ways.

    ``harming`` are those of them by which people may be harmed; ``days`` are forms and not lemmas.
    """

    strong: Words
    weak: Words
    harm: Words
    tallies: Words
    weapons: Words
    topics: Words
    causes: Words
    back: Words
    company: Mapping[str, tuple[Company, ...]]
    harming: Words
    days: Words
    parties: PartyWords

    def sort(self, form: str, lemmas: Words) -> Sorts:
        """What a form with these possible lemmas may be; a topic only if it is surely one, in one form."""
        found = Sort.NONE
        for words, sort in (
            (self.strong, Sort.STRONG),
            (self.weak, Sort.WEAK),
            (self.harm, Sort.HARM),
            (self.tallies, Sort.TALLY),
            (self.weapons, Sort.WEAPON),
            (self.back, Sort.BACK),
            (self.company.keys(), Sort.COMPANY),
        ):
            if not lemmas.isdisjoint(words):
                found |= sort
        if form in self.causes:
            found |= Sort.CAUSE
        if form in self.days:
            found |= Sort.DAY
        return found | Sort.TOPIC if lemmas == {form} and form in self.topics else found


def screen_words(codebook: Codebook, lexicon: Lexicon) -> ScreenWords:
    """Everything that a claim can come from, for want of grammar always the wider reading."""
    types, counts = codebook.event_types, codebook.counts
    strong = frozenset((*lexicon.verbs, *lexicon.nouns))
    harmful = _harmful_pairs(counts)
    company = _phrases(lexicon) + _frames(types, lexicon) + harmful
    by_word: dict[str, list[Company]] = {}
    for word, each in company:
        by_word.setdefault(word, []).append(each)
    return ScreenWords(
        strong=frozenset(w for w in strong if not INNER_HYPHEN.search(w)),
        weak=frozenset((*lexicon.weak_verbs, *lexicon.weak_nouns)),
        harm=_harm(counts),
        tallies=counts.toll.again,
        weapons=frozenset(_weapons(lexicon)),
        topics=lexicon.topics,
        causes=lexicon.causes,
        back=PRONOUNS | frozenset(_taken_up(codebook.actors)),
        company={word: tuple(each) for word, each in by_word.items()},
        harming=frozenset(word for word, _ in harmful),
        days=frozenset(w for each in (*codebook.times.months, *codebook.times.weekdays) for w in each.words),
        parties=party_words(codebook),
    )


def _phrases(lexicon: Lexicon) -> list[tuple[str, Company]]:
    """A phrase needs its other words."""
    found = []
    for entries in lexicon.phrases.by_first.values():
        for lemmas, _ in entries:
            words = tuple(w for w in lemmas if w != "-")
            found.append((words[0], Company(tuple(frozenset((w,)) for w in words[1:]))))
    return found


def _frames(types: EventTypes, lexicon: Lexicon) -> list[tuple[str, Company]]:
    """A word that tells only in company needs a word of each of its classes, where words alone tell them."""
    found = []
    for frame in types.frame:
        if frame.type is None:
            continue
        needed = tuple(_needed(frame, types, lexicon))
        for word in (*frame.verbs, *frame.nouns):
            key, _, particle = word.partition(" ")
            found.append((key, Company((frozenset((particle,)), *needed) if particle else needed)))
    return found


def _needed(frame: Frame, types: EventTypes, lexicon: Lexicon) -> Iterable[Words]:
    any_of = ([frame.object], [frame.subject], [frame.aim], [(name,) for name in frame.near])
    for names in (group for groups in any_of for group in groups if group):
        classes = [types.classes[name] for name in names]
        if not any(c.labels or c.kinds or c.proper for c in classes):
            words = frozenset(w for c in classes for w in c.words)
            yield words | frozenset(_weapons(lexicon)) if any(c.weapons for c in classes) else words


def _weapons(lexicon: Lexicon) -> Iterable[str]:
    """The word of each weapon that carries its grammar."""
    return (lemmas[-1] for entries in lexicon.weapons.by_first.values() for lemmas, _ in entries)


def _harm(counts: Counts) -> Words:
    """Words that alone give a number of people harmed."""
    verbs = (counts.object, counts.object_people, counts.subject)
    tables = (*verbs, counts.state, counts.noun, counts.of)
    words = {word for table in tables for word, field in table.items() if field in PEOPLE}
    frames = counts.frames
    return frozenset((*words, *counts.toll.alone, *frames.deadly, *frames.not_deadly, *frames.held))


def _harmful_pairs(counts: Counts) -> list[tuple[str, Company]]:
    """Words that give a number of people harmed with another one beside them."""
    frames, life = counts.frames, frozenset((LIFE,))
    pairs = (
        (frames.lose, life | frames.lost),
        (frames.take_life, life),
        (frames.suffer, frames.injuries),
        (frames.treat, frames.injuries | frames.hospitals),
        (frames.survive, frames.expect),
        (frames.fight, life),
        (frames.drive, frames.homes | {"flee"}),
        (frames.struck, frames.shots),
        (frames.fall, frames.lost),
        (frames.march, frames.wild | {"off", "away"}),
        (frozenset(("turn",)), frames.guns),
        (frozenset(("condition",)), frames.condition),
        (counts.toll.with_harm, frozenset(counts.toll.fields)),
        (frames.flee, frames.homes),
        (frames.release, frames.taken_from),
        (frames.give_life, life),
        (frames.fall, frames.martyrs),
        (frames.put_out, frames.action),
        (frames.question, frames.questioning),
        (frames.admit, frames.wards),
        (frames.bury, counts.counted.civilians | counts.counted.at_large),
        (frames.amount, frames.losses),
        *((frozenset((verb,)), frozenset((word,))) for verb, word in map(str.split, counts.object_with)),
    )
    return [(word, Company((others,))) for words, others in pairs for word in words]


def _taken_up(actors: Actors) -> Iterable[str]:
    """Nouns by which an armed party or a state is taken up."""
    return (noun for noun, kinds in actors.stands_for.items() if kinds & (ARMED | {"state"}))
