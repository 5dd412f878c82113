"""What people judged of claims, in words, beside what was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model import ValueJudgement, ValueVerdict
from dateline.wording.said import VERDICTS
from dateline.wording.words import Countries, short_day, value_words


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement in force: ``words`` are "corrected from 12 to 13", ``told`` who judged so, when and why."""

    verdict: ValueVerdict
    words: str
    told: str

    @property
    def rejected(self) -> bool:
        """Whether the claim does not count."""
        return self.verdict == "reject"


def verdicts(judged: Mapping[str, ValueJudgement], countries: Countries) -> Mapping[str, Verdict]:
    """Claim id, as it is now -> what is in force on it, in words."""
    return {claim: _verdict(made, countries) for claim, made in judged.items()}


def _verdict(made: ValueJudgement, countries: Countries) -> Verdict:
    words = VERDICTS[made.verdict]
    if made.value is not None:
        read = value_words(made.claim.value, countries)
        words = f"{words} from {read} to {value_words(made.value, countries)}"
    return Verdict(made.verdict, words, f"{made.by}, {short_day(made.at)}: {made.why}")
