"""Noting in a ledger how far an adding went through its files, so that the next one goes on there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from dateline.ledger import Store
from dateline.limits import BOOKMARK_EVERY
from dateline.model import Bookmark, raw_hash
from dateline.running.maker import maker_of
from dateline.settings import Settings


def run_of(settings: Settings) -> str:
    """What a run's bookmarks are kept under: another version, codebook or screen goes through all anew."""
    maker = maker_of(settings)
    return raw_hash("\n".join((maker.version, maker.codebook, settings.screen)).encode())


class Place:
    """The last report that was dealt with in each file of many."""

    def __init__(self, store: Store, run: str) -> None:
        self._store, self._run = store, run
        self._last: Bookmark | None = None
        self._pending: dict[str, Bookmark] = {}
        self._since = 0

    def passed(self, mark: Bookmark | None) -> None:
        """A report was dealt with; null is one that no file of many holds."""
        if self._last and mark and mark.file != self._last.file:
            self._pending[self._last.file] = replace(self._last, finished=True)
        if mark:
            self._pending[mark.file] = self._last = mark
        self._since += 1
        if self._since >= BOOKMARK_EVERY:
            self.keep()

    def keep(self) -> None:
        """Write down what was not yet."""
        if self._pending:
            self._store.put_bookmarks(self._run, tuple(self._pending.values()))
        self._pending, self._since = {}, 0


@contextmanager
def keeping_place(store: Store, run: str) -> Iterator[Place]:
    """A place that is written down in the end, whatever ends it."""
    place = Place(store, run)
    try:
        yield place
    finally:
        place.keep()
