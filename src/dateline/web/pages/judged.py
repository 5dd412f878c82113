"""What people judged of claims, in words, beside what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dateline.model import Reading, Value, ValueJudgement, ValueVerdict
from dateline.reconcile import ValueStanding
from dateline.wording.words import Countries, short_day, value_words


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement in force: ``words`` are "corrected from 12 to 13", ``told`` who judged so, when and why.

    ``value`` is what was said, of a correction alone.
    """

    verdict: ValueVerdict
    value: Value | None
    words: str
    told: str

    @property
    def rejected(self) -> bool:
        """Whether the claim does not count."""
        return self.verdict == "reject"


def verdicts(stood: Iterable[ValueStanding], countries: Countries) -> Mapping[str, Verdict]:
    """Claim id, as it is now -> what is in force on it."""
    return {
        each.claim: _verdict(each.judgement, countries)
        for each in stood
        if each.state == "in force" and each.claim
    }


def corrected(reading: Reading, said_of: Mapping[str, Verdict]) -> Reading:
    """The reading with corrected values; what is rejected stays until the ledger is linked without it."""

    def value(claim: str, read: Value) -> Value:
        verdict = said_of.get(claim)
        return read if verdict is None or verdict.value is None else verdict.value

    return replace(reading, claims=tuple(replace(c, value=value(c.id, c.value)) for c in reading.claims))


def _verdict(made: ValueJudgement, countries: Countries) -> Verdict:
    words = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}[made.verdict]
    if made.value is not None:
        read = value_words(made.claim.value, countries)
        words = f"{words} from {read} to {value_words(made.value, countries)}"
    return Verdict(made.verdict, made.value, words, f"{made.by}, {short_day(made.at)}: {made.why}")
