"""A ledger in a format that others read: the incidents' figures by policies, then the format's writer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO, get_args

from dateline.codebook import Codebook
from dateline.errors import InputError
from dateline.exchange.contents import Contents, Kept, LeftOut
from dateline.exchange.countries import export_countries
from dateline.exchange.formats import BY_NAME, Format, Wanted
from dateline.exchange.source import InMemory, Source, Told
from dateline.keeping.settling import values_standing
from dateline.keeping.stored import Changes, Stored
from dateline.ledger import Store
from dateline.model import Ledger, Making, Policy, PolicyFigures, Report
from dateline.reconcile import as_counted, changes_of, judged, judged_readings, value_standings
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
    """Write a ledger in memory to a stream of bytes, which stays open.

    Returns:
        The incidents that the format cannot hold, each with the reason.

    Raises:
        InputError: there is no such format, or it has no figures of the policies asked for.
    """
    by_report = {each.claim.report for each in ledger.value_judgements}
    judged_on = {r.report.id: r for r in ledger.readings if r.report.id in by_report}
    changes = changes_of(value_standings(ledger.value_judgements, judged_on))

    def source(counted: bool) -> Source:
        return InMemory(as_counted(ledger) if counted else ledger)

    return _write(source, changes, asked, codebook, out)


def export_kept(store: Store, asked: Asked, codebook: Codebook, out: BinaryIO) -> tuple[LeftOut, ...]:
    """Write a ledger that is kept, as it is now, with its raw copies; as ``export``, in bounded memory.

    Raises:
        InputError: as for ``export``.
        LedgerError: the ledger is not linked.
    """
    with store.still() as still:
        changes = changes_of(values_standing(still))
        asked = replace(asked, kept=partial(_raw_copy, still))
        return _write(
            lambda counted: Stored(still, changes if counted else {}), changes, asked, codebook, out
        )


def _raw_copy(store: Store, report: Report) -> tuple[bytes, Making] | None:
    found = store.kept(report.id)
    return (store.raw(found.raw), found.making) if found else None


def _write(
    source: Callable[[bool], Source], changes: Changes, asked: Asked, codebook: Codebook, out: BinaryIO
) -> tuple[LeftOut, ...]:
    """``source`` gives the ledger as it was read, or as it counts."""
    chosen = format_named(asked.format)
    policies = _policies(chosen, asked.policy)
    counted = bool(policies) and not chosen.whole
    figures = partial(_figures, policies, changes, codebook) if policies else None
    countries = export_countries(codebook.countries)
    return chosen.write(Contents(source(counted), figures, countries, asked.mentions, asked.kept), out)


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


def _figures(
    policies: tuple[Policy, ...], changes: Changes, codebook: Codebook, told: Told
) -> tuple[PolicyFigures, ...]:
    """The dead of an incident by the readings as they count."""
    incident = told.incident
    readings = {id_: judged(told.readings[id_], changes.get(id_, ())) for id_ in incident.reports}
    return tuple(policy_figures(each, incident, readings, codebook) for each in policies)


def figures_of(ledger: Ledger, policy: Policy, codebook: Codebook) -> dict[str, PolicyFigures]:
    """The dead of every incident under a policy, by incident id."""
    readings = judged_readings(ledger.readings, ledger.value_judgements)
    return {each.id: policy_figures(policy, each, readings, codebook) for each in ledger.incidents}
