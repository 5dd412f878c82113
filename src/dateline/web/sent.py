"""What programs send to the API, checked before anything is done."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from dateline.limits import MAX_FORM_TEXT
from dateline.model import Verdict


def _encodable(text: str) -> str:
    """A text that any ledger and any answer can hold.

    Raises:
        ValueError: it has half of a surrogate pair.
    """
    text.encode()  # UnicodeEncodeError is a ValueError
    return text


Text = Annotated[
    str,
    Field(min_length=1, max_length=MAX_FORM_TEXT, pattern=r"^[^\x00]*[^\s\x00][^\x00]*$"),
    AfterValidator(_encodable),
]


class Signed(BaseModel):
    """Who judges, and why; where there are tokens, the name is the token's, whatever ``by`` says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: Text | None = None
    why: Text


class SentVerdict(Signed):
    """A verdict on the value of a claim that stays as it was read, or does not count."""

    kind: Literal["value"]
    claim: Text
    verdict: Literal["accept", "reject"]


class SentCorrection(Signed):
    """What was said in place of the value of a claim, written as on the page of reviewing."""

    kind: Literal["value"]
    claim: Text
    verdict: Literal["correct"]
    value: Text


class SentPair(Signed):
    """A verdict on two events."""

    kind: Literal["pair"]
    events: Annotated[list[Text], Field(min_length=2, max_length=2)]
    verdict: Verdict


SentJudgement = SentVerdict | SentCorrection | SentPair
