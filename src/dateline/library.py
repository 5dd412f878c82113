"""The library: read reports, and write a ledger down as JSON."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline import model
from dateline.codebook import load_codebook
from dateline.errors import DatelineError
from dateline.exchange.contents import LeftOut
from dateline.exchange.formats import Wanted
from dateline.exchange.json import ledger_to_json
from dateline.keeping import exporting
from dateline.notebook import Claims, IncidentCard, Incidents, ReportPage
from dateline.settings import Settings

Path = str | os.PathLike[str]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ledger(model.Ledger):
    """What reading gives back.

    ``readings`` hold each report with its claims, statements, actors and mentions, in order of
    report id; ``incidents`` bring the claims together; ``quarantined`` names every input that could
    not be read, and why. All records are frozen and described in ``docs/data-model.md``.
    """

    incidents: Incidents

    def export(self, form: str, file: Path, *, policy: Wanted | None = None) -> tuple[LeftOut, ...]:
        """Write the ledger to a file in one of the formats of ``docs/formats``.

        Args:
            form: the format's name, such as "geojson".
            file: where to; what is there is replaced.
            policy: whose figures of the dead, or "all", for formats that have them.

        Returns:
            The incidents that the format cannot hold, each with the reason.

        Raises:
            DatelineError: there is no such format, or it has no figures of that policy.
        """
        exporting.format_named(form)
        with open(file, "wb") as out:
            return exporting.export(self, exporting.Asked(form, policy), load_codebook(), out)

    @property
    def claims(self) -> Claims:
        """Every claim, in the order of the readings; ``claims.to_pandas()`` is a table of them."""
        held = {claim: incident.id for incident in self.incidents for claim in incident.claims}
        return Claims(self.readings, held)

    def report(self, name: str) -> ReportPage:
        """A report to be shown in a notebook, the words of its claims marked.

        Args:
            name: its key or its id, or as much of the beginning of either as no other has.

        Raises:
            DatelineError: no report is named so, or several are.
        """
        found = {r.report.id: r for r in self.readings if name in (r.report.key, r.report.id)} or {
            r.report.id: r
            for r in self.readings
            if r.report.key.startswith(name) or r.report.id.startswith(name)
        }
        return ReportPage(_only(list(found.values()), "report", name))

    def incident(self, name: str) -> IncidentCard:
        """An incident to be shown in a notebook: its figures, who gives them, and in what words.

        Args:
            name: its id, or as much of its beginning as no other has, with or without ``incident-``.

        Raises:
            DatelineError: no incident is named so, or several are.
        """
        start = f"incident-{name.removeprefix('incident-')}"
        chosen = _only([each for each in self.incidents if each.id.startswith(start)], "incident", name)
        claims = {claim.id: claim for claim in self.claims}
        reports = {reading.report.id: reading.report for reading in self.readings}
        known = load_codebook().countries.by_code
        return IncidentCard(chosen, claims, reports, {code: each.name for code, each in known.items()})

    def to_json(self, *, mentions: bool = False) -> dict[str, object]:
        """The JSON contract as plain dicts and lists, ready for ``json.dumps``.

        Args:
            mentions: list every time, place, actor and count read as well.
        """
        return ledger_to_json(self, mentions=mentions)


def read(
    paths: Path | Sequence[Path],
    settings: Settings | None = None,
    *,
    progress: Callable[[int, int | None], None] | None = None,
) -> Ledger:
    """Read reports into one ledger; their claims are linked and reconciled together.

    Args:
        paths: files of any format that ``dateline read`` takes, or folders of them.
        settings: the choices of this run; the packaged codebook and all cores where none are given.
        progress: called after each report with reports done and reports in all, null while that is unknown.

    Returns:
        The ledger. An input that cannot be read is in ``quarantined``; it raises nothing.

    Raises:
        CodebookError: a file of ``settings.codebook`` is wrong; names file, line and key.
    """
    from dateline import pipeline  # here, because the model takes seconds to import

    several = [paths] if isinstance(paths, str | os.PathLike) else paths
    told = None if progress is None else lambda tally: progress(tally.done, None)
    ledger = pipeline.read([os.fspath(path) for path in several], settings or Settings(), progress=told)
    return Ledger(ledger.readings, Incidents(ledger.incidents), ledger.quarantined)


def _only(found: Sequence[T], kind: str, name: str) -> T:
    if len(found) != 1:
        raise DatelineError(f"{len(found)} {kind}s of this ledger are named {name!r}.")
    return found[0]
