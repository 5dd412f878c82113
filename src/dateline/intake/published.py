"""When was it published, and who says so."""

from __future__ import annotations

from datetime import date

from dateline.intake.draft import Draft
from dateline.model import Origin


def publication(draft: Draft, filed: date | None, stamped: date | None) -> tuple[date | None, Origin | None]:
    """The day of publication: given or stated, else the dateline's (``filed``), else on a line of its own
    (``stamped``), else in the file's name.

    Unknown stays unknown: never the day of reading.
    """
    if draft.published:
        return draft.published, draft.published_from
    if filed or stamped:
        return filed or stamped, "text"
    return (draft.named, "file name") if draft.named else (None, None)
