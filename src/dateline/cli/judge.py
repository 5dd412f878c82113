"""`dateline judge`: what a person decides on pairs of events, and on the values of claims."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack, get_args

import click
from rich.console import RenderableType
from rich.text import Text

from dateline.cli.ledger import decision_options, ledger_option, opened, tell_decided
from dateline.cli.output import utf8_stdout
from dateline.cli.reading import codebook_option
from dateline.cli.screen import show
from dateline.cli.view.changes import state_words, value_state_words
from dateline.codebook import load_codebook
from dateline.model import Judgement, ValueJudgement, ValueVerdict, Verdict
from dateline.settings import Settings
from dateline.wording.words import clean, short_day, value_words

if TYPE_CHECKING:
    from dateline.reconcile import Standing, ValueStanding

F = TypeVar("F", bound=Callable[..., Any])
Entries = dict[str, Judgement | ValueJudgement]


class Where(TypedDict):
    """The ledger, and with which codebook it is linked."""

    ledger: str
    codebook: Path | None


@click.group()
def judge() -> None:
    """Judge whether two events are one occurrence, or the value of a claim; this outranks every rule.

    An event is one report's telling: `claim_view` in the ledger and `dateline export` name its id. Nothing
    is overwritten: of several judgements on a pair the latest holds, and each can be undone. So it is with
    judgements on the values of claims.
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
@click.argument("claim")
@click.argument("verdict", type=click.Choice(get_args(ValueVerdict)))
@click.option("--value", metavar="TEXT", help="With correct: what was said, such as 12, 2020-01 or a name.")
@decision_options
@ledger_option
@codebook_option
def value(
    claim: str, verdict: ValueVerdict, value: str | None, by: str, why: str, **where: Unpack[Where]
) -> None:
    """Judge the value of a claim: it is read rightly, it does not count, or another value was said.

    A rejected claim counts in no incident, a corrected one counts with the value that is given; what was
    read is kept. Of several judgements on a claim the latest holds, and each can be undone.
    """
    if (verdict == "correct") != (value is not None):
        raise click.UsageError("correct and --value go together.")
    from dateline.gazetteer import open_gazetteer
    from dateline.keeping import judging  # here, because the pipeline takes its time to import
    from dateline.keeping.correcting import corrected

    settings = Settings(codebook=where["codebook"])
    with opened(where["ledger"], create=False) as store:
        said = None
        if value is not None:
            book = load_codebook(settings.codebook)
            said = corrected(judging.claim_of(store, claim), value, book, open_gazetteer(book))
        tell_decided(judging.judge_value(store, settings, (verdict, said), claim, (by, why)))


@judge.command()
@click.argument("judgement")
@decision_options
@ledger_option
@codebook_option
def undo(judgement: str, by: str, why: str, ledger: str, codebook: Path | None) -> None:
    """Take a judgement back. What was judged on the pair before it holds again."""
    from dateline.keeping import judging  # here, because the pipeline takes its time to import

    with opened(ledger, create=False) as store:
        tell_decided(judging.undo(store, Settings(codebook=codebook), judgement, (by, why)))


@judge.command()
@ledger_option
def log(ledger: str) -> None:
    """Print every judgement as JSON Lines, with what was read, so that it can be scored against."""
    from dateline.keeping import judging  # here, because the pipeline takes its time to import

    with opened(ledger, create=False) as store, utf8_stdout() as out:
        for record in judging.log(store):
            out.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")


@judge.command("list")
@ledger_option
def list_(ledger: str) -> None:
    """List every judgement, who made it and why, and how it stands now."""
    from dateline.keeping import judging  # here, because the pipeline takes its time to import

    with opened(ledger, create=False) as store:
        stood = judging.stand(store)
        values = judging.stand_values(store)
        entries: Entries = {entry.id: entry for entry in store.judgements()}
        entries |= {entry.id: entry for entry in store.value_judgements()}
    show((*_listed(stood, entries), *_values(values, entries)))


def _judge(
    verdict: Verdict, events: tuple[str, str], by_and_why: tuple[str, str], ledger: str, codebook: Path | None
) -> None:
    from dateline.keeping import judging  # here, because the pipeline takes its time to import

    with opened(ledger, create=False) as store:
        tell_decided(judging.judge(store, Settings(codebook=codebook), verdict, events, by_and_why))


def _listed(stood: tuple[Standing, ...], entries: Entries) -> Iterator[RenderableType]:
    for each in stood:
        judgement = each.judgement
        yield Text.assemble((judgement.id, "bold"), f" {judgement.verdict}")
        yield Text(f"  {_said(judgement)}")
        for event, anchor in zip(each.events, judgement.events, strict=True):
            yield Text(f"  {event or anchor.event} in {anchor.report}")
        yield Text(f"  {state_words(each)}")
        for undoing in (entries[id_] for id_ in each.because if each.state == "undone"):
            yield Text(f"    {_said(undoing)}")


def _values(stood: tuple[ValueStanding, ...], entries: Entries) -> Iterator[RenderableType]:
    for each in stood:
        judgement = each.judgement
        about = judgement.claim
        yield Text.assemble((judgement.id, "bold"), f" {judgement.verdict}")
        yield Text(f"  {_said(judgement)}")
        read = f"{about.field} {value_words(about.value, {})}"
        now = f", corrected to {value_words(judgement.value, {})}" if judgement.value else ""
        yield Text(clean(f"  {read}{now}"))
        yield Text(f"  {each.claim or about.claim} in {about.report}")
        yield Text(f"  {value_state_words(each)}")
        for undoing in (entries[id_] for id_ in (each.because,) if id_ and each.state == "undone"):
            yield Text(f"    {_said(undoing)}")


def _said(entry: Judgement | ValueJudgement) -> str:
    return clean(f"{entry.by}, {short_day(entry.at)}: {entry.why}")
