"""The forms of the pages, checked before anything is done; ``mark`` tells that a page of ours sent it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from dateline.limits import MAX_FORM_TEXT, MAX_TEXT_CHARACTERS
from dateline.model import ValueVerdict, Verdict

Text = Annotated[str, Field(max_length=MAX_FORM_TEXT)]


class Signed(BaseModel):
    """What every form of judging has: who judges, why, and the case that came before."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    mark: Text = ""
    by: Text = ""
    why: Text = ""
    before: Text = ""


class ClaimForm(Signed):
    """A verdict on a claim, and of a correction what was said; ``asked`` where the queue did not."""

    claim: Text
    asked: bool = False
    verdict: ValueVerdict
    value: Text = ""


class PairForm(Signed):
    """A verdict on two events."""

    one: Text
    other: Text
    verdict: Verdict


class UndoForm(Signed):
    """A judgement to take back."""

    judgement: Text


class ReportForm(BaseModel):
    """A pasted report, and what is known of it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    mark: Text = ""
    title: Text = ""
    publisher: Text = ""
    published: Text = ""
    text: Annotated[str, Field(max_length=MAX_TEXT_CHARACTERS)] = ""
