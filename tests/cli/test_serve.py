"""`dateline serve` and `dateline token`: who is let in, and what is refused before anything listens."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from dateline.web.roles import digest, load_tokens
from tests.cli.conftest import Run


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example"])
def test_no_other_machine_is_let_in_without_tokens(run: Run, ledger: str, host: str) -> None:
    done = run("serve", "--ledger", ledger, "--host", host)
    assert done.exit_code == 2
    assert "give --tokens FILE" in done.output


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--tiles", "file:///etc"), "begins with http:// or https://"),
        (("--tokens", "nowhere.toml"), "does not exist"),
        (("--port", "0"), "is not in the range"),
    ],
)
def test_what_cannot_be_served_is_told(run: Run, ledger: str, words: tuple[str, str], problem: str) -> None:
    done = run("serve", "--ledger", ledger, *words)
    assert done.exit_code == 2
    assert problem in done.output


def test_a_wrong_file_of_tokens_is_told(run: Run, ledger: str, tmp_path: Path) -> None:
    file = tmp_path / "tokens.toml"
    file.write_text("[[token]]\nname = 'A'\n", encoding="utf-8")
    done = run("serve", "--ledger", ledger, "--host", "0.0.0.0", "--tokens", str(file))
    assert done.exit_code != 0
    assert "needs name, role and sha256" in done.output


def test_a_token_is_printed_once_and_kept_as_its_digest(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "tokens.toml"
    made = [
        run("token", name, role, "--file", str(file)) for name, role in (("Ana", "owner"), ("Ben", "reader"))
    ]
    assert [each.exit_code for each in made] == [0, 0]
    ana, ben = (each.stdout.strip() for each in made)
    assert [(t.name, t.role, t.sha256) for t in load_tokens(file)] == [
        ("Ana", "owner", digest(ana)),
        ("Ben", "reader", digest(ben)),
    ]
    assert file.stat().st_mode & 0o077 == 0
    assert ana not in file.read_text("utf-8")


@pytest.mark.parametrize(("name", "role"), [("Ana", "king"), (" ", "reader")])
def test_a_token_needs_a_name_and_a_role(run: Run, tmp_path: Path, name: str, role: str) -> None:
    done = run("token", name, role, "--file", str(tmp_path / "tokens.toml"))
    assert done.exit_code == 2
    assert not (tmp_path / "tokens.toml").exists()


@pytest.mark.slow
def test_it_serves_until_it_is_interrupted(run: Run, ledger: str, tmp_path: Path) -> None:
    file = str(tmp_path / "tokens.toml")
    token = run("token", "Ben", "reader", "--file", file).stdout.strip()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ("serve", "--ledger", ledger, "--host", "0.0.0.0", "--port", str(port), "--tokens", file)
    server = subprocess.Popen([sys.executable, "-m", "dateline", *words], stderr=subprocess.PIPE, text=True)
    try:
        address = f"http://127.0.0.1:{port}/api/health"
        assert _status(address, "") == 401
        assert _status(address, "guess") == 401
        assert _status(address, token) == 200
        server.send_signal(signal.SIGINT)
        _, told = server.communicate(timeout=60)
        assert f":{port}/ shows {ledger}; Ctrl+C ends it" in told
        assert "Traceback" not in told
    finally:
        server.kill()


def _status(address: str, token: str) -> int:
    """The status of an answer, as soon as there is one."""
    asked = Request(address, headers={"Authorization": f"Bearer {token}"} if token else {})
    for _ in range(600):
        try:
            with urlopen(asked, timeout=10) as answer:
                assert json.load(answer)["ledger"] == "readable"
                return int(answer.status)
        except HTTPError as error:
            return error.code
        except URLError:
            time.sleep(0.1)
    pytest.fail("nothing listens")
