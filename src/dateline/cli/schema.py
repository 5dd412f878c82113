"""`dateline schema`: the JSON Schema of the contract."""

from __future__ import annotations

import click

from dateline.exchange.schema import schema_text


@click.command()
def schema() -> None:
    """Print the JSON Schema that `dateline read --json` keeps to."""
    click.echo(schema_text(), nl=False)
