"""The part of a store that linking goes through."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from dateline.ledger import audit, linking, paging
from dateline.ledger.answering import Answers
from dateline.ledger.incidents import replace_copy_groups, replace_incidents
from dateline.ledger.linkable import Change, KeptViews, Linked
from dateline.model import (
    Maker,
)


class Links(Answers):
    """What linking takes, keeps for the next time, and puts."""

    def settled(self) -> bool:
        """Compare the head with that of the readings which the incidents were made from."""
        with self._session.reading() as connection:
            return linking.settled(connection)

    def settled_by(self) -> Maker | None:
        """Kept beside the head."""
        with self._session.reading() as connection:
            put = linking.put_from(connection)
        return put[1] if put else None

    def texts(self) -> Iterator[tuple[str, str]]:
        """Page by page."""
        return paging.texts(self._session)

    def text(self, report: str) -> str | None:
        """By its key."""
        return paging.text(self._session, report)

    def versions(self) -> Mapping[str, str]:
        """By the index of current readings."""
        with self._session.reading() as connection:
            return linking.versions(connection)

    def views(self) -> Iterator[KeptViews]:
        """Page by page."""
        return linking.kept_views(self._session)

    def views_of(self, reports: Collection[str]) -> Iterator[KeptViews]:
        """In pages of as many ids as a statement takes."""
        return linking.kept_views_of(self._session, sorted(reports))

    def view_origins(self) -> Mapping[str, str]:
        """Without what they are of."""
        with self._session.reading() as connection:
            return linking.view_origins(connection)

    def footprints(self) -> Iterator[tuple[str, str]]:
        """Page by page."""
        return linking.footprints(self._session)

    def recalled(self, kind: str) -> Mapping[str, bytes]:
        """All of the kind."""
        with self._session.reading() as connection:
            return linking.recalled(connection, kind)

    def put_recalled(self, kind: str, new: Mapping[str, bytes], stale: Collection[str]) -> None:
        """In one transaction."""
        with self._session.writing() as connection:
            linking.put_recalled(connection, kind, new, stale)

    def copy_groups(self) -> Mapping[str, str]:
        """From the drawn column."""
        with self._session.reading() as connection:
            return linking.copy_groups(connection)

    def put_views(self, views: Sequence[KeptViews], head: str) -> bool:
        """In one transaction."""
        with self._session.writing() as connection:
            if not audit.only_added(connection, head):
                return False
            linking.put_views(connection, views)
        return True

    def origins(self) -> Mapping[str, str]:
        """Kept beside the incidents."""
        with self._session.reading() as connection:
            return linking.origins(connection)

    def put_incidents(
        self, linked: Linked, copy_groups: Mapping[str, str], head: str, maker: Maker
    ) -> Change | None:
        """Write only what differs."""
        with self._session.writing() as connection:
            if not linking.may_put(connection, head):
                return None
            replace_copy_groups(connection, copy_groups)
            change = replace_incidents(connection, linked)
            linking.put_settled(connection, head, maker)
        return change
