"""All codebook files together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.codebook.actors import Actors, load_actors
from dateline.codebook.boilerplate import Boilerplate
from dateline.codebook.casing import Casing
from dateline.codebook.countries import Countries, load_countries
from dateline.codebook.counts import Counts
from dateline.codebook.event_types import EventTypes
from dateline.codebook.groups import Groups
from dateline.codebook.linking import Linking
from dateline.codebook.modality import ModalityCues
from dateline.codebook.place_words import PlaceWords, load_place_words
from dateline.codebook.places import Places
from dateline.codebook.policies import Policies
from dateline.codebook.roles import RoleWords
from dateline.codebook.speech import SpeechCues
from dateline.codebook.tellings import TellingWords
from dateline.codebook.times import Times
from dateline.codebook.toml import load_toml
from dateline.codebook.weapons import Weapons

PACKAGED = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Codebook:
    """Every coding rule that reading and reconciling use; one field a file."""

    actors: Actors
    boilerplate: Boilerplate
    event_types: EventTypes
    countries: Countries
    counts: Counts
    weapons: Weapons
    modality: ModalityCues
    groups: Groups
    linking: Linking
    speech: SpeechCues
    roles: RoleWords
    places: Places
    place_words: PlaceWords
    times: Times
    tellings: TellingWords
    policies: Policies
    casing: Casing


def load_codebook(folder: Path | None = None) -> Codebook:
    """Load the packaged codebook, or the user's files from ``folder`` where it has them.

    The packaged one is loaded once a process: its files do not change, and a server settles often.

    Raises:
        CodebookError: naming file, line and key of the first fault.
    """
    return _loaded(folder) if folder else _packaged()


@cache
def _packaged() -> Codebook:
    return _loaded(PACKAGED)


def _loaded(folder: Path) -> Codebook:
    def file(name: str) -> Path:
        own = folder / name
        return own if own.exists() else PACKAGED / name

    return Codebook(
        actors=load_actors(file("actors.toml"), file("parties.toml")),
        boilerplate=load_toml(file("boilerplate.toml"), Boilerplate),
        event_types=load_toml(file("event_types.toml"), EventTypes),
        countries=load_countries(file("countries.toml")),
        counts=load_toml(file("counts.toml"), Counts),
        weapons=load_toml(file("weapons.toml"), Weapons),
        modality=load_toml(file("modality.toml"), ModalityCues),
        groups=load_toml(file("groups.toml"), Groups),
        linking=load_toml(file("linking.toml"), Linking),
        speech=load_toml(file("speech.toml"), SpeechCues),
        roles=load_toml(file("roles.toml"), RoleWords),
        places=load_toml(file("places.toml"), Places),
        place_words=load_place_words(file("place_words.toml")),
        times=load_toml(file("times.toml"), Times),
        tellings=load_toml(file("tellings.toml"), TellingWords),
        policies=load_toml(file("policies.toml"), Policies),
        casing=load_toml(file("casing.toml"), Casing),
    )
