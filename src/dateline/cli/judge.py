"""`dateline judge`: whether two events are one occurrence, as a person decides it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from rich.console import RenderableType
from rich.text import Text

from dateline.cli.ledger import decision_options, ledger_option, opened, tell_decided
from dateline.cli.reading import codebook_option
from dateline.cli.screen import show
from dateline.cli.view.changes import state_words
from dateline.model import Judgement, Verdict
from dateline.settings import Settings
from dateline.wording.words import clean, short_day

if TYPE_CHECKING:
    from dateline.reconcile import Standing

F = TypeVar("F", bound=Callable[..., Any])


@click.group()
def judge() -> None:
    """Judge whether two events are one occurrence; this outranks every rule.

    An event is one report's telling: `claim_view` in the ledger and `dateline export` name its id. Nothing
    is overwritten: of several judgements on a pair the latest holds, and each can be undone.
    """


def _on_a_pair(command: F) -> F:
    """Give a command EVENT EVENT and its options."""
    pair = click.argument("events", nargs=2, metavar="EVENT EVENT")
    return pair(decision_options(ledger_option(codebook_option(command))))


@judge.command()
@_on_a_pair
def same(events: tuple[str, str], by: str, why: str, ledger: str, codebook: Path | None) -> None:
    """Judge two events to be one occurrence: they are one incident, whatever the rules say."""
    _judge("same", events, (by, why), ledger, codebook)


@judge.command()
@_on_a_pair
def different(events: tuple[str, str], by: str, why: str, ledger: str, codebook: Path | None) -> None:
    """Judge two events to be two occurrences: they are never one incident."""
    _judge("different", events, (by, why), ledger, codebook)


@judge.command()
@_on_a_pair
def unsure(events: tuple[str, str], by: str, why: str, ledger: str, codebook: Path | None) -> None:
    """Leave two events to the rules, and note that a person could not tell."""
    _judge("unsure", events, (by, why), ledger, codebook)


@judge.command()
@click.argument("judgement")
@decision_options
@ledger_option
@codebook_option
def undo(judgement: str, by: str, why: str, ledger: str, codebook: Path | None) -> None:
    """Take a judgement back. What was judged on the pair before it holds again."""
    from dateline import judging  # here, because the pipeline takes its time to import

    with opened(ledger, create=False) as store:
        tell_decided(judging.undo(store, Settings(codebook=codebook), judgement, (by, why)))


@judge.command("list")
@ledger_option
def list_(ledger: str) -> None:
    """List every judgement, who made it and why, and how it stands now."""
    from dateline import judging  # here, because the pipeline takes its time to import

    with opened(ledger, create=False) as store:
        stood = judging.stand(store)
        entries = {entry.id: entry for entry in store.judgements()}
    show(_listed(stood, entries))


def _judge(
    verdict: Verdict, events: tuple[str, str], by_and_why: tuple[str, str], ledger: str, codebook: Path | None
) -> None:
    from dateline import judging  # here, because the pipeline takes its time to import

    with opened(ledger, create=False) as store:
        tell_decided(judging.judge(store, Settings(codebook=codebook), verdict, events, by_and_why))


def _listed(stood: tuple[Standing, ...], entries: dict[str, Judgement]) -> Iterator[RenderableType]:
    for each in stood:
        judgement = each.judgement
        yield Text.assemble((judgement.id, "bold"), f" {judgement.verdict}")
        yield Text(f"  {_said(judgement)}")
        for event, anchor in zip(each.events, judgement.events, strict=True):
            yield Text(f"  {event or anchor.event} in {anchor.report}")
        yield Text(f"  {state_words(each)}")
        for undoing in (entries[id_] for id_ in each.because if each.state == "undone"):
            yield Text(f"    {_said(undoing)}")


def _said(entry: Judgement) -> str:
    return clean(f"{entry.by}, {short_day(entry.at)}: {entry.why}")
