"""`dateline codebook`: look at the packaged coding rules, and check one's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from dateline.cli.screen import tell
from dateline.codebook import load_codebook
from dateline.codebook.book import PACKAGED
from dateline.errors import CodebookError, InputError


@click.group()
def codebook() -> None:
    """The coding rules: show the packaged files, check your own."""


@codebook.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path), metavar="FILE_OR_DIR")
def check(path: Path) -> None:
    """Check a codebook file, or a folder of them, as `--codebook` would load it."""
    files = sorted(path.glob("*")) if path.is_dir() else [path]
    if not files:
        raise InputError(f"{path} has no codebook files. {_names()}")
    if faults := sorted(_faults(files), key=lambda fault: fault.file):
        raise InputError("\n".join(map(str, faults)))
    tell(f"{path}: {len(files)} {'file' if len(files) == 1 else 'files'}, no fault")


@codebook.command("show")
@click.argument("name", required=False)
def show_file(name: str | None) -> None:
    """Print the packaged file NAME, to copy and change; without NAME, list the files."""
    known = {file.stem: file for file in sorted(PACKAGED.glob("*.toml"))}
    if name is None:
        click.echo("\n".join(known))
        return
    stem = name.removesuffix(".toml")
    if stem not in known:
        raise InputError(f"there is no codebook file {name!r}. {_names()}")
    click.echo(known[stem].read_text(encoding="utf-8"), nl=False)


def _faults(files: Sequence[Path]) -> Iterator[CodebookError]:
    """The first fault of each file, loaded with the others that have none."""
    known = {file.name for file in PACKAGED.glob("*.toml")}
    with TemporaryDirectory() as folder:
        for file in files:
            if file.name in known:
                shutil.copy(file, folder)
            else:
                yield CodebookError(file.name, None, "file", f"no codebook file has this name. {_names()}")
        while fault := _fault_in(Path(folder)):
            yield fault
            (Path(folder) / fault.file).unlink()


def _fault_in(folder: Path) -> CodebookError | None:
    try:
        load_codebook(folder)
    except CodebookError as fault:
        return fault
    return None


def _names() -> str:
    return "Known are " + ", ".join(sorted(file.name for file in PACKAGED.glob("*.toml"))) + "."
