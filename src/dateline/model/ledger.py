"""What reading gives back: every report with its claims, brought together into incidents."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.incident import Incident
from dateline.model.judgement import Judgement, ValueJudgement
from dateline.model.reading import Reading
from dateline.model.report import Quarantined


@dataclass(frozen=True, slots=True)
class Ledger:
    """The readings, the incidents they tell, and the inputs that could not be read.

    Readings are in order of report id, incidents in order of id, so that the same reports give the
    same ledger whatever their order. Judgements, which only a ledger that is kept has, are in the order
    in which they were made.
    """

    readings: tuple[Reading, ...]
    incidents: tuple[Incident, ...]
    quarantined: tuple[Quarantined, ...]
    judgements: tuple[Judgement, ...] = ()
    value_judgements: tuple[ValueJudgement, ...] = ()
