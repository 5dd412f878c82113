"""Runs the server until it is told to end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime

import uvicorn

from dateline.codebook import load_codebook
from dateline.ledger import Store
from dateline.web.app import make_app
from dateline.web.linker import Linker
from dateline.web.serving import Serving

TURN = 0.0005
"""Seconds that a thread may keep the interpreter while others wait: a page asks the database row by row, and
with Python's 5 ms each row would wait that long for a thread that links."""


def run(
    store: Store,
    serving: Serving,
    address: tuple[str, int],
    clock: Callable[[], datetime],
    nonce: Callable[[], str],
    tell: Callable[[str], None],
) -> None:
    """Serve an open ledger at an address; the linker runs beside it. Arguments as for ``make_app``."""
    linker = Linker(store, serving.settings, tell)
    codebook = load_codebook(serving.settings.codebook)
    app = make_app(store, codebook, serving, clock, nonce, linker.ask)
    host, port = address
    # Our own pages say what went wrong; a log of addresses would tell what was looked at.
    config = uvicorn.Config(
        app, host=host, port=port, access_log=False, log_level="warning", server_header=False, lifespan="off"
    )
    sys.setswitchinterval(TURN)
    linker.start()
    try:
        uvicorn.Server(config).run()
    finally:
        linker.stop()
