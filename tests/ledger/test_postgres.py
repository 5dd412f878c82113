"""The server that tests use ends with them, however they end."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.ledger.postgres import binaries, server

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys, time
from pathlib import Path
from tests.ledger.postgres import server
with server(Path(sys.argv[1])) as address:
    print(address, flush=True)
    time.sleep(600)
"""

pytestmark = pytest.mark.slow


@pytest.fixture
def programs() -> Path:
    found = binaries()
    if found is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    return found


def answers(address: str) -> bool:
    port = urlsplit(address).port
    try:
        socket.create_connection(("127.0.0.1", port or 0)).close()
    except ConnectionRefusedError:
        return False
    return True


def test_a_server_is_gone_after_its_tests(programs: Path) -> None:
    with server(programs) as address:
        assert answers(address)
    assert not answers(address)


def test_a_server_is_gone_after_tests_that_were_killed(programs: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, programs], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as tests:
        assert tests.stdout is not None
        address = tests.stdout.readline().strip()
        assert answers(address)
        tests.send_signal(signal.SIGKILL)
    patience = time.monotonic() + 60
    while answers(address):
        assert time.monotonic() < patience
        time.sleep(0.1)
