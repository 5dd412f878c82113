"""Dateline: news reports of armed conflict in, a ledger of who claims what out.

>>> import dateline
>>> ledger = dateline.read(["report.txt"])  # doctest: +SKIP
>>> ledger.incidents[0].type.name  # doctest: +SKIP
'missile strike'
"""

from importlib.metadata import version

from dateline.errors import DatelineError
from dateline.library import Ledger, read
from dateline.settings import Settings

__version__ = version("dateline")

__all__ = ["DatelineError", "Ledger", "Settings", "__version__", "read"]
