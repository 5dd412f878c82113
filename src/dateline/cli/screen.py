"""Where output goes: data to standard output, progress and messages to standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dateline.running.tally import OnTally, Tally
from dateline.wording.words import clean

OnProgress = Callable[[int, int | None], None]


def console(*, stderr: bool = False) -> Console:
    """A console on which report text is only text: no markup, emoji codes or highlighting."""
    stream = sys.stderr if stderr else sys.stdout
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows "?" instead
    return Console(file=stream, highlight=False, markup=False, emoji=False)


def show(parts: Iterable[RenderableType]) -> None:
    """Print to standard output, part by part, without the blanks that tables leave at line ends."""
    out = console()
    for part in parts:
        with out.capture() as printed:
            out.print(part)
        out.file.writelines(f"{line.rstrip()}\n" for line in printed.get().splitlines())
    out.file.flush()


def tell(message: str) -> None:
    """One message to the person, on standard error."""
    console(stderr=True).print(clean(message), soft_wrap=True)


@contextmanager
def progress_bar(label: str) -> Iterator[OnProgress | None]:
    """A function to report progress to; none where standard error is no terminal."""
    err = console(stderr=True)
    if not err.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(label, total=None)

        def advance(done: int, total: int | None) -> None:
            bar.update(task, completed=done, total=total)

        yield advance


@contextmanager
def tally_bar(label: str) -> Iterator[OnTally]:
    """A function to report a run's tally to; it shows on a terminal alone."""
    err = console(stderr=True)
    if not err.is_terminal:
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[counts]}"))
    with Progress(*columns, TimeRemainingColumn(), console=err, transient=True) as bar:
        task = bar.add_task(label, total=None, counts="")
        began = time.monotonic()

        def advance(tally: Tally) -> None:
            rate = tally.done / max(1e-9, time.monotonic() - began)
            done = tally.bytes if tally.size else tally.done
            counts = f"{tally_words(tally)} · {rate:,.0f} a second"
            bar.update(task, completed=done, total=tally.size, counts=counts)

        yield advance


def tally_words(tally: Tally) -> str:
    """The counts of a run that are not nought."""
    counts = (
        (tally.read, "read"),
        (tally.copies, "of them copies"),
        (tally.known, "known"),
        (tally.screened, "screened out"),
        (tally.quarantined, "not read"),
    )
    return ", ".join(f"{count:,} {word}" for count, word in counts if count) or "nothing yet"
