"""What does a denial deny: the occurrence, a number, or that somebody did it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.model import COUNTS, Claim, Field, Number, Place, Responsibility, Span, When
from dateline.reconcile.heads import harm_alone

OF_THE_DEED: frozenset[Field] = frozenset(("type", "target", "weapon"))
"""Fields that tell what was done, not by whom or to how many."""

Under = tuple[str, Span | None]
"""A trigger, by its report."""


@dataclass(frozen=True, slots=True)
class Denials:
    """Where denials are of less than the occurrence.

    ``own`` are an event and the name of who denies having done it; ``numbers`` are triggers of harm under
    which a number is denied.
    """

    own: frozenset[tuple[str, str]]
    numbers: frozenset[Under]

    def of_less(self, denial: Claim) -> bool:
        """Whether what was done is not what is denied.

        "The army denied carrying out the strike" leaves it open who did; "the army rejected the claim that
        80 had died" denies the number, and no strike.
        """
        if denial.field not in OF_THE_DEED:
            return False
        return (denial.event, denial.source.name) in self.own or _under(denial) in self.numbers

    def matters(self, denial: Claim, put: Iterable[Claim]) -> bool:
        """Whether a denial touches what is put forward: who denies a strike on a town denies no town.

        Actors, targets and weapons are denied by name; a place or a time is where or when, and never denied.
        """
        if isinstance(denial.value, Place | When) or self.of_less(denial):
            return False
        put = list(put)
        if not put or denial.field == "type":
            return True
        return any(_name(c) == _name(denial) for c in put)


def denials(claims: Iterable[Claim], codebook: Codebook) -> Denials:
    """Of the claims of one incident."""
    told = list(claims)
    denied = [c for c in told if c.modality == "denied"]
    harm = harm_alone(told, codebook)
    return Denials(
        frozenset(
            (c.event, c.source.name)
            for c in told
            if isinstance(c.value, Responsibility) and (c.value.how == "denied" or c.modality == "denied")
        ),
        frozenset(
            _under(c)
            for c in denied
            if c.field in COUNTS and isinstance(c.value, Number) and c.value.high != 0 and _under(c) in harm
        ),
    )


def _under(claim: Claim) -> Under:
    return claim.report, claim.spans.trigger


def _name(claim: Claim) -> str:
    return str(getattr(claim.value, "name", claim.value.text)).casefold()
