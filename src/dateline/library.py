"""The library: read reports, and write a ledger down as JSON."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline import model
from dateline.exchange.json import ledger_to_json
from dateline.settings import Settings

Path = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Ledger(model.Ledger):
    """What reading gives back.

    ``readings`` hold each report with its claims, statements, actors and mentions, in order of
    report id; ``incidents`` bring the claims together; ``quarantined`` names every input that could
    not be read, and why. All records are frozen and described in ``docs/data-model.md``.
    """

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
    return Ledger(ledger.readings, ledger.incidents, ledger.quarantined)
