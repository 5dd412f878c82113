"""The part of the door that linking goes through: what it takes, keeps for the next time, and puts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dateline.model import Incident, Maker


@dataclass(frozen=True, slots=True)
class Change:
    """How many incidents came, went, or stayed with another record."""

    new: int
    changed: int
    gone: int


@dataclass(frozen=True, slots=True)
class KeptViews:
    """What linking compares of a report's events, as JSON; ``origin`` tells what it was made from.

    ``footprints`` tell of the same events what decides with which they are compared.
    """

    report: str
    origin: str
    record: str
    footprints: str


@dataclass(frozen=True, slots=True)
class Linked:
    """The incidents of a ledger: those made now, and the ids of those that stay as they are.

    ``origins`` tell, by id, from what those made now were made; one that is not told is made again the
    next time.
    """

    made: Sequence[Incident]
    stay: frozenset[str] = frozenset()
    origins: Mapping[str, str] = field(default_factory=dict)


class Linkable(Protocol):
    """A ledger as linking sees it."""

    def settled(self) -> bool:
        """Whether the incidents were made from all that the ledger holds."""

    def settled_by(self) -> Maker | None:
        """Who made the incidents; null where there are none yet."""

    def texts(self) -> Iterator[tuple[str, str]]:
        """The id and the text of every report that has a current reading, in order of id."""

    def text(self, report: str) -> str | None:
        """The text of a report that has a current reading."""

    def versions(self) -> Mapping[str, str]:
        """Report id -> id of its current reading."""

    def views(self) -> Iterator[KeptViews]:
        """What was put by ``put_views`` of reports whose reading was not superseded since, in order of id."""

    def views_of(self, reports: Collection[str]) -> Iterator[KeptViews]:
        """Those of some reports."""

    def view_origins(self) -> Mapping[str, str]:
        """Report id -> the origin of what was put of it."""

    def footprints(self) -> Iterator[tuple[str, str]]:
        """Report id and footprints of what was put, in order of id."""

    def recalled(self, kind: str) -> Mapping[str, bytes]:
        """What an earlier linking kept of some kind, by digest."""

    def put_recalled(self, kind: str, new: Mapping[str, bytes], stale: Collection[str]) -> None:
        """Keep more of a kind, and let what has the stale digests go; no fact, so that nothing is sealed."""

    def copy_groups(self) -> Mapping[str, str]:
        """Report id -> id of its copy group, as last put."""

    def put_views(self, views: Sequence[KeptViews], head: str) -> bool:
        """Keep what linking compares of reports that stand as at ``head``.

        False, and nothing is kept, where since then something was taken away or read again.
        """

    def origins(self) -> Mapping[str, str]:
        """Incident id -> its origin as last put; of incidents that hold claims taken away since, none."""

    def put_incidents(
        self, linked: Linked, copy_groups: Mapping[str, str], head: str, maker: Maker
    ) -> Change | None:
        """Replace the incidents, and the copy groups of the reports.

        Args:
            linked: all of them.
            copy_groups: report id -> id of its copy group, for every report.
            head: the head of the chain from before the readings were taken. What was added since is left
                for the next time, and the ledger is not settled; where something was taken away or read
                again since, or incidents of a later head were put, nothing is put and the answer is null.
            maker: who made them.
        """
