"""What a ledger held at one moment, by hashes alone, as JSON: for others to hold the ledger against later."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal, TextIO

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, ValidationError

from dateline.errors import InputError
from dateline.limits import MAX_MANIFEST_BYTES

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256, as 64 hexadecimal digits."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Chain(_Part):
    """The audit chain: how many entries it had, and the hash of the last, which seals them all."""

    entries: NonNegativeInt
    head: Digest


class ManifestReport(_Part):
    """A report that was current: its raw copy, and the SHA-256 of its canonical text in UTF-8."""

    id: str
    raw: Digest
    text: Digest


class Manifest(_Part):
    """A ledger by its hashes.

    ``raw_copies`` are all that it keeps, in order, those of removed reports and refused inputs too.
    ``export`` is the SHA-256 of what `dateline export` printed; ``version`` and ``codebook`` made it.
    """

    manifest: Literal[1]
    version: str
    codebook: str
    chain: Chain
    export: Digest
    counts: dict[str, NonNegativeInt]
    reports: tuple[ManifestReport, ...]
    raw_copies: tuple[Digest, ...]


def write_manifest(manifest: Manifest, out: TextIO) -> None:
    """One document, a report or raw copy a line; the same manifest is the same bytes."""
    told = manifest.model_dump(mode="json")
    lists = {name: told.pop(name) for name in ("reports", "raw_copies")}
    out.write("{" + ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in told.items()))
    for name, rows in lists.items():
        out.write(f",\n{json.dumps(name)}: [")
        out.write(",".join(f"\n{json.dumps(row)}" for row in rows))
        out.write("]")
    out.write("}\n")


def read_manifest(file: Path) -> Manifest:
    """What a file says that a ledger held.

    Raises:
        InputError: it cannot be read, or is no manifest.
    """
    try:
        if file.stat().st_size > MAX_MANIFEST_BYTES:
            raise InputError(f"{file} is larger than {MAX_MANIFEST_BYTES:,} bytes.")
        return Manifest.model_validate_json(file.read_bytes())
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{file} is no manifest of a ledger: {where}: {first['msg']}") from error
