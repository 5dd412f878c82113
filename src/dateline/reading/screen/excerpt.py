"""Which lines of a report may tell something, by their words alone?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.reading.events.triggers import OTHER_TOPIC
from dateline.reading.reference.pronouns import REACH
from dateline.reading.screen.lines import RUN, stretches
from dateline.reading.screen.parties import Party
from dateline.reading.screen.words import ScreenWords, Sort, Sorts

Form = tuple[Sorts, frozenset[str]]
"""What a word may be, and its possible lemmas."""
ABOUT = (Sort.TOPIC, Sort.CAUSE, Sort.TOPIC | Sort.CAUSE)
"""What a word must be, and nothing else, to show that a report is about something else."""


class Kept(NamedTuple):
    """A line that may tell something, its words for parties, and those that a pronoun in it may stand for."""

    text: str
    parties: Mapping[str, Party]
    meant: Party


class Excerpt(NamedTuple):
    """The lines of a report that may tell something.

    ``suspects`` are words of names that may be armed parties'. ``about`` are words, of lines left out, that
    may show that the report is about something else. ``harms`` tells whether a line may count people harmed.
    """

    lines: tuple[Kept, ...]
    suspects: frozenset[str]
    about: tuple[str, ...]
    harms: bool

    @property
    def text(self) -> str:
        """The lines, and those other words each as a line, as one text."""
        return "\n".join((*(line.text for line in self.lines), *self.about))


NOTHING = Excerpt((), frozenset(), (), False)
TELLING = Sort.STRONG | Sort.WEAK | Sort.HARM | Sort.COMPANY
"""What a word of a line is without which the line tells nothing."""
ABOUT_HARM = Sort.HARM | Sort.TALLY


@dataclass(frozen=True, slots=True)
class _Line:
    """``words`` are in lower case; ``large`` those that begin with a capital, as they are written."""

    text: str
    words: tuple[str, ...]
    forms: tuple[Form, ...]
    large: frozenset[str]
    sorts: Sorts
    lemmas: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Parties:
    """What a line's words may stand for; ``named`` are its words with a capital, in lower case."""

    by_word: Mapping[str, Party]
    named: frozenset[str]

    def own(self) -> Party:
        """The sorts of parties that the line tells of itself."""
        found = Party.NONE
        for party in self.by_word.values():
            found |= party
        return found


def excerpt(text: str, words: ScreenWords, form: Callable[[str], Form]) -> Excerpt:
    """What of a text may tell something; ``form`` gives what a word in lower case may be."""
    lines = [_line(each, form) for each in stretches(text)]
    if not any(line.sorts & TELLING for line in lines) or _is_other_topic(lines, words):
        return NOTHING
    parties = [_parties(line, words) for line in lines]
    suspects = _suspects(lines, parties, form)
    harmed = any(line.sorts & Sort.HARM for line in lines)
    kept, about, harms = list[Kept](), list[str](), False
    for line, told, meant in zip(lines, parties, _meant(lines, parties, suspects), strict=True):
        if _may_tell(line, meant, harmed, words):
            kept.append(Kept(line.text, told.by_word, meant))
            harms = harms or bool(line.sorts & ABOUT_HARM) or not line.lemmas.isdisjoint(words.harming)
        else:
            about += (word for word in line.words if form(word)[0] in ABOUT)
    return Excerpt(tuple(kept), suspects, tuple(about), harms) if kept else NOTHING


def _line(text: str, form: Callable[[str], Form]) -> _Line:
    found = RUN.findall(text)
    low = tuple(word.lower() for word in found)
    forms = tuple(map(form, low))
    sorts = Sort.NONE
    for sort, _ in forms:
        sorts |= sort
    large = frozenset(w for w in found if w[0].isupper())
    return _Line(text, low, forms, large, sorts, frozenset().union(*(each for _, each in forms)))


def _parties(line: _Line, words: ScreenWords) -> _Parties:
    by_word = words.parties.told(frozenset(line.words), line.lemmas, line.large)
    return _Parties(by_word, frozenset(map(str.lower, line.large)))


def _suspects(
    lines: Sequence[_Line], parties: Sequence[_Parties], form: Callable[[str], Form]
) -> frozenset[str]:
    """Words of names that stand in a line with an armed party, and may be its name.

    A word that the report writes small, too, is large at the beginning of a sentence; a day is no name.
    """
    beside = frozenset(w for told in parties if told.own() & Party.ARMED for w in told.named)
    small = frozenset(word for line in lines for word in line.text.split() if word.islower())
    return frozenset(w for w in beside - small if not form(w)[0] & Sort.DAY)


def _meant(lines: Sequence[_Line], parties: Sequence[_Parties], suspects: frozenset[str]) -> Iterator[Party]:
    """For each line the sorts of parties told in it, or that its pronouns may reach back to."""
    before = [Party.NONE] * REACH
    for line, told in zip(lines, parties, strict=True):
        own = told.own()
        if not suspects.isdisjoint(told.named):
            own |= Party.ARMED
        if line.sorts & Sort.BACK:
            for reached in before:
                own |= reached
        if line.text.strip():
            before = [*before[1:], own]
        yield own


def _may_tell(line: _Line, parties: Party, harmed: bool, words: ScreenWords) -> bool:
    """Whether the line has a word of harm or an event, with what that word needs beside it."""
    if line.sorts & (Sort.STRONG | Sort.HARM) or (harmed and line.sorts & Sort.TALLY):
        return True
    if line.sorts & Sort.WEAK and (parties or line.sorts & Sort.WEAPON):
        return True
    if not line.sorts & Sort.COMPANY:
        return False
    return any(_in_company(lemma, line, words) for lemma in line.lemmas & words.company.keys())


def _in_company(lemma: str, line: _Line, words: ScreenWords) -> bool:
    return any(each.is_in(line.lemmas) for each in words.company[lemma])


def _is_other_topic(lines: Sequence[_Line], words: ScreenWords) -> bool:
    """Whether the report is on another topic however its words are parsed."""
    topics = [lemmas for line in lines for sort, lemmas in line.forms if sort & Sort.TOPIC]
    if len(set(topics)) < OTHER_TOPIC:
        return False
    most = (len(topics) - 1) // 2
    heads = 0
    for line in lines:
        told = {lemma for lemma in line.lemmas & words.company.keys() if _in_company(lemma, line, words)}
        heads += sum(bool(sort & Sort.STRONG) or not told.isdisjoint(lemmas) for sort, lemmas in line.forms)
        if heads > most:
            return False
    return True
