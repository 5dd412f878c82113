"""What programs send to the API, checked before anything is done."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from dateline.limits import MAX_FORM_TEXT
from dateline.model import ValueVerdict, Verdict


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


class SentValue(Signed):
    """A verdict on the value of a claim; ``value`` is what was said, of a correction alone."""

    kind: Literal["value"]
    claim: Text
    verdict: ValueVerdict
    value: Text | None = None

    @model_validator(mode="after")
    def _value_where_it_belongs(self) -> SentValue:
        if (self.verdict == "correct") != (self.value is not None):
            raise ValueError("a correction has a value, and nothing else does")
        return self


class SentPair(Signed):
    """A verdict on two events."""

    kind: Literal["pair"]
    events: Annotated[list[Text], Field(min_length=2, max_length=2)]
    verdict: Verdict


SentJudgement = Annotated[SentValue | SentPair, Field(discriminator="kind")]
