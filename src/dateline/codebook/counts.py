"""Words of numbers, and the words that say what a number is a number of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model import Field

Bound = Literal["least", "above", "most", "below", "about", "exact"]
Words = frozenset[str]
Fields = dict[str, Field]


@dataclass(frozen=True, slots=True)
class NotCounts:
    """Surroundings in which a number is a date, an age, a length, a sum of money or a name."""

    units: Words
    money: Words
    named_by: Words
    months: Words


@dataclass(frozen=True, slots=True)
class Nones:
    """What makes a count of zero, and what keeps "no" from making one."""

    nouns: Words
    pronouns: Words
    single: Words
    leave_open: Words
    others: Words
    reports: Words


@dataclass(frozen=True, slots=True)
class Toll:
    """Nouns of tallies, the field they tell alone (``alone``) or by a word beside them (``fields``)."""

    alone: Words
    with_harm: Words
    field: Field
    verbs: Words
    movers: Words
    above: Words
    again: Words
    moved: Words
    periods: Words
    spans: Words
    summed: Words
    fields: Fields


@dataclass(frozen=True, slots=True)
class Frames:
    """Verbs whose object or subject is counted only together with another word."""

    lose: Words
    take_life: Words
    suffer: Words
    injuries: Words
    treat: Words
    undergo: Words
    care: Words
    now: Words
    survive: Words
    expect: Words
    outlive: Words
    outlived: Words
    make_it: Words
    never: Words
    abduct: Words
    take_away: Words
    taken_from: Words
    seek: Words
    say: Words
    verify: Words
    speak: Words
    condition: Words
    hold: Words
    held: Words
    release: Words
    shoot_down: Words
    deadly: Words
    not_deadly: Words
    fail: Words
    work: Words
    lie: Words
    hospitals: Words
    no_patient: Words
    sides: Words
    include: Words
    leave: Words
    attain: Words
    martyrdom: Words
    forces: Words
    march: Words
    wild: Words
    lost: Words
    fall: Words
    tear: Words
    fate: Words
    pieces: Words
    flee: Words
    drive: Words
    homes: Words
    assail: Words
    defences: Words
    struck: Words
    shots: Words
    fight: Words
    guns: Words
    turn: Words
    hardly: Words
    kindle: Words
    flames: Words
    standing: Words
    come_upon: frozenset[str]
    find: Words
    give_life: Words
    martyrs: Words
    put_out: Words
    action: Words
    question: Words
    questioning: Words
    admit: Words
    wards: Words
    bury: Words
    keep: Words
    captors: Words
    amount: Words
    losses: Words


@dataclass(frozen=True, slots=True)
class Plurals:
    """People told in the plural without a number, and the verbs that tell of them."""

    many: Words
    quantities: Words
    nouns: Words
    verbs: Words


@dataclass(frozen=True, slots=True)
class Counted:
    """What can be counted: nouns by lemma, and endings of nouns for persons."""

    groups: Words
    civilians: Words
    at_large: Words
    weapons: Words
    flying: Words
    weapon_verbs: Words
    collectives: Words
    attacks: Words
    objects: Words
    never: Words
    persons: Words
    kin: Words
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What tells parts of a toll from the whole: kinds of source that speak as one, and words."""

    voices: Words
    followed: Words
    early: Words
    condition: Words
    degree: Words
    others: Words
    late: Words
    added: Words
    within: Words
    totals: Words
    crowd: Words
    self: Words
    anyone: Words
    victims: Words
    ordinals: dict[str, int]


@dataclass(frozen=True, slots=True)
class Counts:
    """The records of ``counts.toml``; ``object`` to ``of`` give the field by lemma and grammar."""

    version: int
    words: dict[str, int]
    multiples: dict[str, int]
    vague: dict[str, int]
    after_article: dict[str, int]
    vague_after_article: dict[str, int]
    before: dict[str, Bound]
    after: dict[str, Bound]
    not_counts: NotCounts
    object: Fields
    object_people: Fields
    object_with: Fields
    subject: Fields
    state: Fields
    noun: Fields
    deeds: Fields
    of: Fields
    frames: Frames
    nones: Nones
    toll: Toll
    totals: Words
    totals_since: Words
    parts: Words
    labels: Words
    plurals: Plurals
    counted: Counted
    tally: Tally
