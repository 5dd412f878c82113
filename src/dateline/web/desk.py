"""What every route works with: the open ledger, the codebook, the templates, and the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from dateline.codebook import Codebook
from dateline.ledger import Store
from dateline.web.serving import Serving
from dateline.web.sessions import Sessions
from dateline.web.statics import Static
from dateline.wording.words import Countries


@dataclass(frozen=True, slots=True)
class Desk:
    """One server's things; ``today`` gives the day, and ``changed`` asks for the ledger to be linked anew."""

    store: Store
    serving: Serving
    codebook: Codebook
    countries: Countries
    sessions: Sessions
    statics: Mapping[str, Static]
    templates: Environment
    today: Callable[[], date]
    changed: Callable[[], None]
