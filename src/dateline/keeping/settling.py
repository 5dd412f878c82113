"""Linking a ledger: its events compared by kept views, and only the incidents made anew that may differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.codebook import Codebook, load_codebook
from dateline.doctor import require_sound
from dateline.errors import LedgerError
from dateline.intake import group_copies
from dateline.keeping.linking import Link, linker
from dateline.ledger import Change, KeptViews, Linked, Store
from dateline.limits import LEDGER_PAGE, LINK_TRIES
from dateline.model import Incident, Ledger, Maker, Reading, Term, raw_hash
from dateline.reconcile import (
    Standing,
    ValueStanding,
    changes_of,
    judged,
    rulings_of,
    standings,
    value_standings,
)
from dateline.reconcile.cluster import Group
from dateline.reconcile.gather import views_of
from dateline.reconcile.incidents import incidents_of, make_incidents
from dateline.reconcile.rarity import Rarity
from dateline.reconcile.recall import Footprint, Recalled, cluster_again
from dateline.reconcile.rulings import Rulings
from dateline.reconcile.stored import read_footprints, read_views, write_footprints, write_views
from dateline.reconcile.views import EventView
from dateline.running.maker import maker_of
from dateline.settings import Settings


@dataclass(frozen=True, slots=True)
class Settled:
    """What linking did to the incidents, and how the judgements by people stood in it."""

    incidents: Change
    judgements: tuple[Standing, ...]
    values: tuple[ValueStanding, ...]


BLOCK, COMPONENT, COPIES = "block", "component", "copies"
"""Kinds of what is recalled of an earlier linking."""


class _OvertakenError(Exception):
    """While the ledger was linked, something was taken away or read again, or others linked more of it."""


def settle(store: Store, settings: Settings) -> Settled:
    """Make the incidents of a ledger from all that it holds now, unless they are made.

    Others may add and judge meanwhile, and have that linked themselves. Where they take something away, it
    is begun again; where they do so every time, they are made to wait for it.

    Incidents are made, too, where another version or codebook made those that are there. What is made is what
    linking all readings from scratch makes; readings are taken only of new reports and of incidents that
    may differ from those kept.

    Raises:
        LedgerError: the ledger holds events of a type that the codebook lacks.
        InvariantError: what was reconciled contradicts itself, a fault of Dateline.
    """
    codebook, maker = load_codebook(settings.codebook), maker_of(settings)
    for _ in range(LINK_TRIES):
        if store.settled() and store.settled_by() == maker:
            return Settled(Change(0, 0, 0), (), ())
        try:
            return _Linking(store, codebook, maker, linker(settings)).settle()
        except _OvertakenError:
            continue
    with store.alone() as alone:
        return _Linking(alone, codebook, maker, linker(settings)).settle()


class _Linking:
    """One go at linking: everything belongs to the state of the ledger at its beginning."""

    def __init__(self, store: Store, codebook: Codebook, maker: Maker, link: Link | None) -> None:
        self._store, self._codebook, self._maker, self._link = store, codebook, maker, link
        self._head = store.head()
        self._versions = versions = store.versions()
        self._reports = _digest(maker.version, maker.codebook, *sorted(map(" ".join, versions.items())))
        self._copies = self._grouped()
        self._values = values_standing(store)
        self._changes = changes_of(self._values)
        self._origins = {
            report: _digest(
                *(reading, self._copies.get(report, ""), maker.version, maker.codebook),
                *(f"{each.claim.claim} {each.id}" for each in self._changes.get(report, ())),
            )
            for report, reading in versions.items()
        }

    def _grouped(self) -> Mapping[str, str]:
        """Report id -> id of its copy group; as they are where no report came, went or was read again."""
        if self._reports in self._store.recalled(COPIES):
            return self._store.copy_groups()
        here = ((report, text) for report, text in self._store.texts() if report in self._versions)
        return group_copies(here, self._text)

    def _text(self, report: str) -> str:
        text = self._store.text(report)
        if text is None:
            raise _OvertakenError
        return text

    def settle(self) -> Settled:
        """Link, and put what differs.

        Raises:
            _OvertakenError: what is made would not fit the ledger as it is now.
        """
        stood = self._standings()
        groups = self._groups(rulings_of(stood))
        incident_of = incidents_of(groups)
        made_from = _origins(groups, incident_of, self._origins)
        kept = self._store.origins()
        stay = frozenset(id_ for id_, origin in made_from.items() if kept.get(id_) == origin)
        fresh = [group for group in groups if incident_of[group[0].id] not in stay]
        made = [each for page in _pages(fresh) for each in self._made(page, incident_of)]
        linked = Linked(made, stay, made_from)
        change = self._store.put_incidents(linked, self._copies, self._head, self._maker)
        if change is None:
            raise _OvertakenError
        self._recall(COPIES, self._store.recalled(COPIES), {self._reports: b""})
        return Settled(change, stood, self._values)

    def _groups(self, rulings: Rulings) -> tuple[Group, ...]:
        """The events that are one occurrence each; only what changed since the last time is compared."""
        self._draw()
        if self._link:
            return self._link(self._views(), self._codebook.linking, rulings)
        before = Recalled(self._store.recalled(BLOCK), self._store.recalled(COMPONENT))
        groups, now = cluster_again(
            self._footprints(), self._views_of, self._codebook.linking, rulings, before
        )
        self._recall(BLOCK, before.blocks, now.blocks)
        self._recall(COMPONENT, before.components, now.components)
        return groups

    def _recall(self, kind: str, before: Mapping[str, bytes], now: Mapping[str, bytes]) -> None:
        new = {digest: now[digest] for digest in now.keys() - before.keys()}
        stale = before.keys() - now.keys()
        if new or stale:
            self._store.put_recalled(kind, new, stale)

    def _draw(self) -> None:
        """Make and keep the views of the events whose report was read, or is judged, otherwise since."""
        kept, rarity, drawn = self._store.view_origins(), Rarity(self._codebook.linking), list[KeptViews]()
        stale = {report: origin for report, origin in self._origins.items() if kept.get(report) != origin}
        for reading in self._readings(stale):
            require_sound(Ledger((reading,), (), ()))
            _require_types(reading, self._codebook)
            found, report = tuple(views_of(reading, self._codebook, rarity)), reading.report.id
            told = (write_views(found), write_footprints(found))
            drawn.append(KeptViews(report, stale[report], *told))
            if len(drawn) == LEDGER_PAGE:
                self._keep(drawn)
                drawn = []
        self._keep(drawn)

    def _footprints(self) -> Iterator[Footprint]:
        for report, text in self._store.footprints():
            if report in self._origins:
                yield from read_footprints(report, self._origins[report], text)

    def _views(self) -> Iterator[EventView]:
        for kept in self._store.views():
            if kept.report in self._origins:
                yield from read_views(kept.record)

    def _views_of(self, reports: frozenset[str]) -> Iterator[EventView]:
        for kept in self._store.views_of(reports):
            if kept.origin != self._origins.get(kept.report):
                raise _OvertakenError
            yield from read_views(kept.record)

    def _keep(self, drawn: Sequence[KeptViews]) -> None:
        if drawn and not self._store.put_views(drawn, self._head):
            raise _OvertakenError

    def _standings(self) -> tuple[Standing, ...]:
        judgements = self._store.judgements()
        reports = {anchor.report for judgement in judgements for anchor in judgement.events}
        return standings(judgements, {r.report.id: r for r in self._store.readings_of(reports)})

    def _made(self, groups: Sequence[Group], incident_of: Mapping[str, str]) -> tuple[Incident, ...]:
        """The incidents of some groups, checked beside their readings."""
        reports = {v.report for group in groups for v in group}
        readings = {reading.report.id: reading for reading in self._readings(reports)}
        if readings.keys() != reports:
            raise _OvertakenError
        made = make_incidents(groups, readings, incident_of, self._codebook)
        here = {incident.id for incident in made}
        inside = (replace(i, relations=tuple(r for r in i.relations if r.incident in here)) for i in made)
        require_sound(Ledger(tuple(readings[report] for report in sorted(readings)), tuple(inside), ()))
        return made

    def _readings(self, reports: Iterable[str]) -> Iterator[Reading]:
        """Readings as they count, with the copy groups as they are now."""
        for reading in self._store.readings_of(frozenset(reports)):
            group = self._copies.get(reading.report.id)
            if group is None:
                raise _OvertakenError
            grouped = replace(reading, report=replace(reading.report, copy_group=group))
            yield judged(grouped, self._changes.get(reading.report.id, ()))


def values_standing(store: Store, of: frozenset[str] | None = None) -> tuple[ValueStanding, ...]:
    """How the judgements on values stand now; ``of`` these reports alone, or of all."""
    judgements = store.value_judgements() if of is None else store.value_judgements_on(of)
    reports = {each.claim.report for each in judgements}
    return value_standings(judgements, {each.report.id: each for each in store.readings_of(reports)})


def _origins(
    groups: Sequence[Group],
    incident_of: Mapping[str, str],
    origins: Mapping[str, str],
) -> dict[str, str]:
    """Incident id -> all that it is made from: its events, and its reports with the incidents that they tell.

    An incident names others that its reports tell, so that it is made again where those are others now.
    """
    told: dict[str, list[str]] = {}
    for event in (event for group in groups for event in group):
        told.setdefault(event.report, []).append(f"{event.id} {incident_of[event.id]}")
    of_report = {report: _digest(origins[report], *sorted(events)) for report, events in told.items()}
    return {
        incident_of[group[0].id]: _digest(*(f"{v.id} {of_report[v.report]}" for v in group))
        for group in groups
    }


def _pages(groups: Sequence[Group]) -> Iterator[list[Group]]:
    """Groups with about as many reports as are held in memory at a time."""
    page, reports = list[Group](), 0
    for group in groups:
        page.append(group)
        reports += len(group)
        if reports >= LEDGER_PAGE:
            yield page
            page, reports = [], 0
    if page:
        yield page


def _require_types(reading: Reading, codebook: Codebook) -> None:
    """Events can only be linked by a codebook that has their types."""
    known = {each.name for each in codebook.event_types.type}
    for claim in reading.claims:
        if isinstance(claim.value, Term) and claim.field == "type" and claim.value.name not in known:
            raise LedgerError(
                f"{reading.report.id} tells a {claim.value.name}, a type that this codebook lacks: give "
                "--codebook with the one that it was read with, or read it again by `dateline reread`"
            )


def _digest(*parts: str) -> str:
    return raw_hash("\n".join(parts).encode())
