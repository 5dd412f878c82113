"""The parameters of the API, checked before anything is looked up."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from fastapi import Path
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from dateline.ledger.finding import Filter, Order, Page, Sought
from dateline.limits import API_PAGE
from dateline.model import Field as FieldName
from dateline.model import Modality, Status
from dateline.wording.asking import order_of

Words = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]+$")]


Id = Annotated[str, Path(min_length=1, max_length=100, pattern=r"^[^\x00/]+$")]


def _written_out(day: object) -> object:
    """A day as it came, if it is written as one: a number of seconds would be taken for a day, too.

    Raises:
        ValueError: if it is not.
    """
    if isinstance(day, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", day, re.A):
        raise ValueError("write a day as 2020-01-08")
    return day


Day = Annotated[date, BeforeValidator(_written_out)]
Country = Annotated[str, Field(pattern="^[A-Z]{2}$")]
JudgementState = Literal["in force", "undone", "undoing", "overruled", "set aside", "unresolved"]
Sort = Literal["date", "-date", "killed", "-killed", "reports", "-reports", "place", "-place"]


class Paged(BaseModel):
    """Which of all that fits."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    offset: int = Field(0, ge=0, le=1_000_000_000, description="how many are passed over")
    limit: int = Field(100, ge=1, le=API_PAGE, description="how many are given at most")

    @property
    def page(self) -> Page:
        """As the ledger takes it."""
        return Page(self.offset, self.limit)


class Published(Paged):
    """Days are of publication, inclusive; a part of the publisher's name will do."""

    incident: Words | None = Field(None, description="the id of an incident that they tell of")
    publisher: Words | None = Field(None, description="a part of the publisher's name")
    since: Day | None = Field(None, description="the first day of publication, as 2020-01-08")
    until: Day | None = Field(None, description="the last day of publication")


class AskedReports(Published):
    """``copies_of`` is a report: it and all that carry its text are asked for."""

    copies_of: Words | None = Field(None, description="a report's id: it, and all that carry its text")

    @property
    def sought(self) -> Sought:
        """As the ledger takes it."""
        return Sought(
            incident=self.incident,
            publisher=self.publisher,
            since=self.since,
            until=self.until,
            copies_of=self.copies_of,
        )


class AskedJudgements(Paged):
    """Those of one kind and state, by a person (the whole name), on a report, claim or event by its id."""

    kind: Literal["pair", "value"] | None = Field(None, description="of two events, or of a claim's value")
    state: JudgementState | None = Field(None, description="how it stands now")
    by: Words | None = Field(None, description="who judged, the whole name")
    on: Words | None = Field(None, description="the id of a report, claim or event")


class AskedStatements(Published):
    """A part of the name of the speaker or addressee will do for ``source``."""

    report: Words | None = Field(None, description="the id of the report they stand in")
    source: Words | None = Field(None, description="a part of the name of who says it")

    @property
    def sought(self) -> Sought:
        """As the ledger takes it."""
        return Sought(
            self.report, self.incident, self.since, self.until, publisher=self.publisher, source=self.source
        )


class AskedClaims(AskedStatements):
    """A part of the name of the source, or of the chain it came through, will do for ``source``."""

    field: FieldName | None = Field(None, description="what they are about")
    modality: Modality | None = Field(None, description="how the source puts it")

    @property
    def sought(self) -> Sought:
        """As the ledger takes it."""
        return Sought(
            self.report,
            self.incident,
            self.since,
            self.until,
            publisher=self.publisher,
            source=self.source,
            field=self.field,
            modality=self.modality,
        )


class AskedIncidents(Paged):
    """As the options of ``dateline incidents``; of several values of one parameter one is enough."""

    since: Day | None = Field(None, description="the first day it may have been, as 2020-01-08")
    until: Day | None = Field(None, description="the last day it may have been")
    undated: bool = Field(False, description="those of unknown date, too")
    country: list[Country] = Field([], max_length=300, description="two letters, such as IQ")
    type: list[Words] = Field([], max_length=100, description="such as missile strike, in full")
    status: list[Status] = Field([], max_length=10, description="of the field asked for, or of any")
    field: FieldName | None = Field(None, description="one that somebody makes a claim about")
    text: Words | None = Field(None, description="words that stand in it or in its reports, all of them")
    source: Words | None = Field(None, description="a part of the name of who says or published it")
    sort: Sort = Field("-date", description="a - in front turns it round")

    @property
    def filter(self) -> Filter:
        """As the ledger takes it."""
        return Filter(
            self.since,
            self.until,
            undated=self.undated,
            countries=frozenset(self.country),
            types=frozenset(self.type),
            statuses=frozenset(self.status),
            field=self.field,
            words=tuple((self.text or "").split()),
            source=self.source,
        )

    @property
    def order(self) -> Order:
        """As the ledger takes it."""
        return order_of(self.sort)
