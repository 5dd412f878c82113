"""Does a word tell of violence here, or of mishap, disease and nature?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reading.events.lexicon import Lexicon
from dateline.reading.events.trigger import Trigger
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, is_passive

PUBLIC = frozenset(("protest", "territory", "agreement", "weapons"))
"""Families that are news of conflict without any violence."""


def is_vague(parse: Parse, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether a trigger tells of mishap as often as of violence: not so "the bridge was blown up"."""
    words, token = _words(parse, trigger), parse.tokens[trigger.i]
    if words not in lexicon.ambiguous or words not in lexicon.bursting or not is_passive(parse, token.i):
        return words in lexicon.ambiguous
    sentence = parse.sentences[token.sentence]
    beside = (is_cause(parse, t, lexicon) for t in parse.tokens[sentence.first : sentence.end])
    return any(children(parse, token.i, "agent")) or any(beside)


def _words(parse: Parse, trigger: Trigger) -> str:
    words = (parse.tokens[i] for i in range(*parse.token_range(trigger.span)))
    return " ".join(t.lower if is_gerund(parse, t) else t.lemma for t in words)


def is_gerund(parse: Parse, token: Token) -> bool:
    """Whether a participle is as good as a noun: "wounded in shelling on the town"."""
    return token.tag == "VBG" and token.dep == "pcomp" and not any(children(parse, token.i, "dobj"))


@dataclass(frozen=True, slots=True)
class Calm:
    """Sentences with a peaceful cause of harm, and those with an act; ``throughout`` where no act is told."""

    caused: frozenset[int]
    violent: frozenset[int]
    throughout: bool

    @classmethod
    def of(cls, parse: Parse, lexicon: Lexicon, acts: Sequence[Trigger], strong: Sequence[Trigger]) -> Calm:
        """What a report with these acts tells of peaceful causes."""
        caused = frozenset(t.sentence for t in parse.tokens if is_cause(parse, t, lexicon))
        public = any(t.type.family in PUBLIC for t in strong)
        return cls(
            caused,
            frozenset(parse.tokens[a.i].sentence for a in acts),
            bool(caused) and not acts and not public,
        )

    def explains(self, parse: Parse, trigger: Trigger, lexicon: Lexicon) -> bool:
        """Whether the trigger is accounted for by a peaceful cause."""
        token = parse.tokens[trigger.i]
        if self.throughout:
            return True
        if not trigger.type.casualty and _words(parse, trigger) not in lexicon.ambiguous:
            return False
        return token.sentence in self.caused and token.sentence not in self.violent


def is_cause(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is of a cause of mishaps, and not what was blown up: "a pipeline was blown up"."""
    if token.lemma not in lexicon.causes and token.lower not in lexicon.causes:
        return False
    verb = parse.tokens[token.head]
    done = any(f"{verb.lemma} {p.lower}" in lexicon.bursting for p in children(parse, verb.i, "prt"))
    by = any(children(parse, verb.i, "agent"))
    return not (done and not by and token.dep in ("nsubjpass", "dobj"))
