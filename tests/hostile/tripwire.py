"""Two things that a careless parser would touch: a file, and a server. Each tells whether it was."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SECRET = "SECRET-THAT-NO-REPORT-MAY-SHOW"


@dataclass
class Tripwire:
    """``file`` is a named pipe, so that even an open below Python is noticed; ``url`` is on loopback."""

    file: Path
    url: str
    touched: list[str] = field(default_factory=list)


@contextmanager
def tripwire(folder: Path) -> Iterator[Tripwire]:
    """Watch a file and a server until the end of the block; a parser that opens the file reads a secret."""
    pipe = folder / "secret.txt"
    os.mkfifo(pipe)
    server = socket.create_server(("127.0.0.1", 0))
    wire = Tripwire(pipe, f"http://127.0.0.1:{server.getsockname()[1]}/evil")
    ending = threading.Event()

    def guard_file() -> None:
        # Opening a pipe for writing waits until someone opens it for reading.
        with pipe.open("w") as end:
            if not ending.is_set():
                wire.touched.append("file")
                end.write(SECRET)

    def guard_server() -> None:
        while not ending.is_set():
            connection, _ = server.accept()
            with connection:
                if not ending.is_set():
                    wire.touched.append("server")
                    connection.recv(4096)
                connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n" + SECRET.encode())

    guards = [threading.Thread(target=guard, daemon=True) for guard in (guard_file, guard_server)]
    for guard in guards:
        guard.start()
    try:
        yield wire
    finally:
        ending.set()
        os.close(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK))
        socket.create_connection(server.getsockname()).close()
        for guard in guards:
            guard.join(timeout=5)
        server.close()
