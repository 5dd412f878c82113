"""Links the ledger in the background, so that whoever judges or adds does not wait for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from dateline.errors import DatelineError
from dateline.keeping.settling import settle
from dateline.ledger import Store
from dateline.settings import Settings
from dateline.web.resting import rest

TRY_AGAIN = 30.0
"""Seconds until linking is tried again after it failed, as when the database was away."""


class Linker:
    """One thread that links whenever it is asked to; what is asked for meanwhile is one more time.

    Args:
        store: open for as long as this runs.
        settings: who links.
        tell: is told in words when linking fails.
    """

    def __init__(self, store: Store, settings: Settings, tell: Callable[[str], None]) -> None:
        self._store = store
        self._settings = settings
        self._tell = tell
        self._asked = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="linker", daemon=True)

    def start(self) -> None:
        """Begin, and link what is not linked yet."""
        self._asked.set()
        self._thread.start()

    def ask(self) -> None:
        """Have the ledger linked soon."""
        self._asked.set()

    def stop(self) -> None:
        """End after what is being linked."""
        self._ended.set()
        self._asked.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._asked.wait()
            self._asked.clear()
            if self._ended.is_set():
                return
            start = time.monotonic()
            try:
                settle(self._store, self._settings)
                self._ended.wait(rest(time.monotonic() - start))
            except DatelineError as error:
                self._tell(f"linking failed and is tried again in {TRY_AGAIN:.0f} s: {error}")
                self._ended.wait(TRY_AGAIN)
                self._asked.set()
