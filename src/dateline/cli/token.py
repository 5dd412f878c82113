"""`dateline token`: a token for a person, and its entry in the file of tokens."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from dateline.cli.screen import tell

BYTES = 32


@click.command()
@click.argument("name")
@click.argument("role", type=click.Choice(("reader", "reviewer", "owner")))
@click.option(
    "--file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("tokens.toml"),
    show_default=True,
    help="The file of tokens that the entry is added to.",
)
def token(name: str, role: str, file: Path) -> None:
    """Make a token for NAME, and print it this once; the file keeps only its SHA-256.

    A reader looks, a reviewer judges as well, an owner adds reports as well. Take an entry out of the file,
    and restart the server, to shut its holder out.
    """
    from dateline.web.roles import entry, known_role  # here, because the server takes its time to import

    if not name.strip():
        raise click.UsageError("NAME: say whose it is.")
    made = secrets.token_urlsafe(BYTES)
    file.touch(mode=0o600)
    with file.open("a", encoding="utf-8") as out:
        out.write(entry(name.strip(), known_role(role), made))
    click.echo(made)
    tell(f"{name.strip()} is a {role} of every ledger that is served with --tokens {file}")
