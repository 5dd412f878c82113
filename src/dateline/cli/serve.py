"""`dateline serve`: the pages and the API over a ledger, in a browser."""

from __future__ import annotations

import ipaddress
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click

from dateline.cli.ledger import ledger_option, opened
from dateline.cli.reading import codebook_option
from dateline.cli.screen import tell
from dateline.gazetteer.build import cache_folder
from dateline.settings import Settings

PORT = 8765
HERE = ("127.0.0.1", "localhost", "::1")


class Listening(TypedDict):
    """Where the server listens and what it is called."""

    host: str
    port: int
    allow_host: tuple[str, ...]


@click.command()
@ledger_option
@codebook_option
@click.option("--host", default=HERE[0], show_default=True, help="Address to listen at.")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="Port to listen at."
)
@click.option(
    "--allow-host", multiple=True, metavar="NAME", help="A name that it is called by, beside its address."
)
@click.option(
    "--tokens",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File of tokens, which everyone needs then; `dateline token` makes its entries.",
)
@click.option(
    "--tiles",
    metavar="URL",
    help="A tile server of your own, such as http://127.0.0.1:8080/{z}/{x}/{y}.png, for the map.",
)
def serve(
    ledger: str,
    codebook: Path | None,
    tokens: Path | None,
    tiles: str | None,
    **listening: Unpack[Listening],
) -> None:
    """Show a ledger in a browser, and answer programs under /api.

    It listens at this machine alone, and nothing that it shows is fetched from elsewhere. It listens at
    another address only with --tokens.
    """
    host, port = listening["host"], listening["port"]
    if tokens is None and not _is_loopback(host):
        raise click.UsageError(f"--host {host} can be reached from other machines: give --tokens FILE.")
    if tiles and not tiles.startswith(("http://", "https://")):
        raise click.UsageError("--tiles is an address that begins with http:// or https://.")
    from dateline.web.roles import load_tokens  # here, because the server takes its time to import
    from dateline.web.running import run
    from dateline.web.security import host_names
    from dateline.web.serving import Serving

    called = host_names((host, *HERE, *listening["allow_host"]), port)
    known = load_tokens(tokens) if tokens else ()
    serving = Serving(Settings(codebook), called, known, tiles, secrets.token_bytes(32), cache_folder())
    with opened(ledger, create=True) as store:
        tell(f"http://{f'[{host}]' if ':' in host else host}:{port}/ shows {ledger}; Ctrl+C ends it")
        run(store, serving, (host, port), lambda: datetime.now(UTC), lambda: secrets.token_urlsafe(16), tell)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
