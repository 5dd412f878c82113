"""The page of adding: the form as it was filled in, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.web.forms import ReportForm


@dataclass(frozen=True, slots=True)
class AddPage:
    """``told`` says what was added, ``notices`` what was not and why."""

    form: ReportForm
    told: str
    notices: tuple[str, ...]
