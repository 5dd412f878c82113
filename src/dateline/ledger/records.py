"""Records <-> the JSON text that is kept of them, without loss: what goes in comes out equal."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from dateline.errors import LedgerError
from dateline.model import Incident, Judgement, Quarantined, Reading, Removal, ValueJudgement

T = TypeVar("T")


class Form(Generic[T]):
    """The JSON form of one kind of record: its keys in the record's own order, no blanks."""

    def __init__(self, kind: type[T]) -> None:
        self._adapter: TypeAdapter[T] = TypeAdapter(kind)

    def write(self, record: T) -> str:
        """The record as JSON text; the same record is the same text everywhere."""
        return self._adapter.dump_json(record).decode()

    def read(self, text: str) -> T:
        """The record that was written.

        Raises:
            LedgerError: the text was not written by ``write``, or breaks what is true of such a record.
        """
        try:
            return self._adapter.validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise LedgerError(f"a record cannot be read: {where}: {first['msg']}") from error


READING = Form(Reading)
INCIDENT = Form(Incident)
QUARANTINED = Form(Quarantined)
JUDGEMENT = Form(Judgement)
VALUE_JUDGEMENT = Form(ValueJudgement)
REMOVAL = Form(Removal)
