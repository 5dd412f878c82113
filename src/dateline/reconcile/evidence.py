"""What policies look at: the last words on an incident's dead, and who is believed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.model import ACTUAL, Claim, Incident, Number, Reading
from dateline.reconcile.checks import site_parts
from dateline.reconcile.denials import denials
from dateline.reconcile.figures import Context, figures
from dateline.reconcile.owners import owner
from dateline.reconcile.speakers import in_order, speakers
from dateline.reconcile.standing import settle
from dateline.reconcile.voices import Voice, count_voices
from dateline.reconcile.wholes import wholes


@dataclass(frozen=True, slots=True)
class Evidence:
    """An incident's claims, and what is put forward of those it killed.

    ``counted`` are counts of all of them or of one party's, ``told`` these and counts of parts; ``said``
    is all that was ever said of the whole, ``killed`` the last words: one list for each party that is
    counted apart, empty where no number is given.
    """

    claims: tuple[Claim, ...]
    counted: tuple[Claim, ...]
    told: tuple[Claim, ...]
    said: tuple[Voice, ...]
    killed: tuple[tuple[Voice, ...], ...]
    context: Context

    def settled(self, claims: Sequence[Claim]) -> tuple[Voice, ...]:
        """The last words of some of the counts."""
        groups = self.context.codebook.groups
        voices = count_voices(claims, self.context.who, self.context.happened, groups)
        return settle(voices, groups).voices

    def believed(self, voices: Iterable[Voice]) -> tuple[Voice, ...]:
        """Those of no side, and those of a side on its own dead: how many foes died is not for it to say."""
        return tuple(v for v in voices if self.uninvolved(v) or self._own_dead(v))

    def trusted(self, voices: Sequence[Voice]) -> Sequence[Voice]:
        """Those believed; where there are none, all."""
        return self.believed(voices) or voices

    def uninvolved(self, voice: Voice) -> bool:
        """Whether a voice is of no side of the conflict."""
        known = self.context.codebook.policies.uninvolved
        return all(c.source.kind in known for c in voice.claims)

    def _own_dead(self, voice: Voice) -> bool:
        side = voice.speaker.side
        return side is not None and all(
            side == f"state {owner(c, self.context.codebook)}" for c in voice.claims
        )

    @staticmethod
    def ids(voices: Iterable[Voice]) -> tuple[str, ...]:
        """Ids of the claims that the voices make, in order."""
        return tuple(sorted({c.id for v in voices for c in v.claims}))


def evidence(incident: Incident, readings: Mapping[str, Reading], codebook: Codebook) -> Evidence:
    """Gather an incident's claims and the last words on its dead."""
    held = set(incident.claims)
    claims = in_order((c for r in incident.reports for c in readings[r].claims if c.id in held), readings)
    who = speakers(claims, readings, codebook)
    day = incident.when.end if incident.when else None
    context = Context(who, denials(claims, codebook), day, incident.type.name, codebook)
    sites = site_parts(claims, incident.checks)
    killed = [
        c
        for c in claims
        if c.field == "killed"
        and isinstance(c.value, Number)
        and c.modality in ACTUAL
        and c.id not in sites
        and c.rule not in codebook.groups.before_rules
    ]
    whole = wholes(killed, codebook.groups)
    if not killed:
        return Evidence(tuple(claims), (), (), (), (), context)
    parties, together = figures(whole or killed, (), context)
    last = tuple(found.standing.voices for found in parties or (together,))
    return Evidence(tuple(claims), tuple(whole), tuple(killed), together.voices, last, context)
