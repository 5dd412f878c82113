"""Dateline: news reports of armed conflict in, a ledger of who claims what out.

>>> import dateline
>>> ledger = dateline.read(["report.txt"])  # doctest: +SKIP
>>> ledger.incidents[0].type.name  # doctest: +SKIP
'missile strike'
"""

from importlib.metadata import version
from typing import TYPE_CHECKING

from dateline.errors import DatelineError
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.library import Ledger, read

__version__ = version("dateline")

__all__ = ["DatelineError", "Ledger", "Settings", "__version__", "read"]


def __getattr__(name: str) -> object:
    """The library, imported when it is first asked for: the command line starts without it."""
    if name not in ("Ledger", "read"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dateline import library

    return getattr(library, name)
