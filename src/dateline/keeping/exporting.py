"""A ledger in a format that others read: the incidents' figures by policies, then the format's writer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO, get_args

from dateline.codebook import Codebook
from dateline.errors import InputError
from dateline.exchange.contents import Contents, Figures, Kept, LeftOut
from dateline.exchange.countries import export_countries
from dateline.exchange.formats import BY_NAME, Format, Wanted
from dateline.model import Ledger, Making, Policy, PolicyFigures, Report
from dateline.reconcile import as_counted, judged_readings
from dateline.reconcile.policies import policy_figures


def nothing_kept(_report: Report) -> tuple[bytes, Making] | None:
    """The raw copies of a ledger in memory: it has none."""
    return None


@dataclass(frozen=True, slots=True)
class Asked:
    """How to export: a format by name, the policies whose figures it has (null for the format's own).

    ``mentions`` asks for every time, place, actor and count read; ``kept`` gives raw copies.
    """

    format: str
    policy: Wanted | None = None
    mentions: bool = False
    kept: Kept = nothing_kept


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        InputError: there is none.
    """
    if name not in BY_NAME:
        raise InputError(f"there is no format {name!r}. Known are {', '.join(BY_NAME)}.")
    return BY_NAME[name]


def export(ledger: Ledger, asked: Asked, codebook: Codebook, out: BinaryIO) -> tuple[LeftOut, ...]:
    """Write a ledger to a stream of bytes, which stays open.

    Returns:
        The incidents that the format cannot hold, each with the reason.

    Raises:
        InputError: there is no such format, or it has no figures of the policies asked for.
    """
    chosen = format_named(asked.format)
    policies = _policies(chosen, asked.policy)
    figures = _figures(ledger, policies, codebook) if policies else None
    countries = export_countries(codebook.countries)
    if policies and not chosen.whole:  # it holds what counts, not what was read and judged
        ledger = as_counted(ledger)
    return chosen.write(Contents(ledger, figures, countries, asked.mentions, asked.kept), out)


def _policies(chosen: Format, asked: Wanted | None) -> tuple[Policy, ...]:
    """Whose figures a format is to have; none where it has none of its own and nobody asks."""
    if asked and chosen.figures == "none":
        fit = ", ".join(each.name for each in BY_NAME.values() if each.figures != "none")
        raise InputError(f"{chosen.name} has every claim and no policy's figures; these have: {fit}.")
    if asked == "all" and chosen.figures == "one":
        fit = ", ".join(each.name for each in BY_NAME.values() if each.figures == "all")
        raise InputError(
            f"{chosen.name} has room for the figures of one policy: name it; these have all: {fit}."
        )
    wanted = asked or chosen.policy
    return tuple(each for each in get_args(Policy) if wanted in (each, "all"))


def _figures(ledger: Ledger, policies: tuple[Policy, ...], codebook: Codebook) -> Figures:
    readings = judged_readings(ledger.readings, ledger.value_judgements)
    return lambda incident: tuple(policy_figures(each, incident, readings, codebook) for each in policies)


def figures_of(ledger: Ledger, policy: Policy, codebook: Codebook) -> dict[str, PolicyFigures]:
    """The dead of every incident under a policy, by incident id."""
    readings = judged_readings(ledger.readings, ledger.value_judgements)
    return {each.id: policy_figures(policy, each, readings, codebook) for each in ledger.incidents}
