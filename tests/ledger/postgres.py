"""A PostgreSQL server of the tests' own: in a temporary folder, on loopback, on a free port."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

USER = "dateline"


def binaries() -> Path | None:
    """The folder of the server's programs: Debian's newest, or that of the one on the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@dataclass(frozen=True, slots=True)
class Running:
    """A server: its address up to the database's name, and what takes it away and brings it back."""

    address: str
    stop: Callable[[], None]
    start: Callable[[], None]


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """The address of a running server, up to the database's name; gone in the end."""
    with running(programs) as made:
        yield made.address


@contextmanager
def running(programs: Path) -> Iterator[Running]:
    """A running server that can be stopped and started again on its port; gone in the end."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgres-"))
    data, log, port = folder / "data", folder / "log", _free_port()
    as_user = _unprivileged(folder)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"

    watch = _watch(as_user, programs, folder)

    def run(program: str, *words: str | Path) -> None:
        done = subprocess.run(
            [*as_user, programs / program, "-D", data, *words],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # a server keeps its starter's pipes open for good
            stderr=subprocess.DEVNULL,
            check=False,
        )
        assert done.returncode == 0, log.read_text() if log.exists() else f"{program} failed"

    def start() -> None:
        run("pg_ctl", "-w", "-l", log, "-o", options, "start")

    def stop() -> None:
        run("pg_ctl", "-w", "-m", "immediate", "stop")

    try:
        run("initdb", "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        start()
        yield Running(f"postgresql://{USER}@127.0.0.1:{port}", stop, start)
    finally:
        watch.communicate()
    assert not folder.exists()


END = 'cat; test -e "$1/data/postmaster.pid" && "$0" -w -m immediate -D "$1/data" stop; rm -rf "$1"'


def _watch(as_user: list[str], programs: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Takes server and folder away once nobody holds its input: after tests that were killed, too."""
    return subprocess.Popen(
        [*as_user, "sh", "-c", END, programs / "pg_ctl", folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        start_new_session=True,
    )


def _unprivileged(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: words that run a program as another user, who owns the folder."""
    if os.geteuid() != 0:
        return []
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    runuser = shutil.which("runuser", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    assert runuser, "runuser is missing: install util-linux, or run the tests as another user than root"
    return [runuser, "-u", user.pw_name, "--"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
