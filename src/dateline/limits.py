"""Every cap, in one table."""

from __future__ import annotations

MAX_INPUT_BYTES = 20_000_000
"""Largest single report (file or JSONL line) that is read; a larger one is quarantined."""

MAX_TEXT_CHARACTERS = 900_000
"""Longest canonical text; spaCy's own bound is 1,000,000."""

MAX_DRAFT_CHARACTERS = 3_000_000
"""Longest text that is cleaned at all: what is longer before cleaning is no report."""

MAX_ATTRIBUTES = 256
"""Most attributes of one tag; a page with more would keep its parser busy for hours, and is quarantined."""

MIN_TEXT_LETTERS = 10
"""Fewer letters than this is not a report."""

PARSE_BATCH = 32
"""Reports handed to the parser at a time."""

EXCERPT_BATCH = 256
"""Excerpts of reports, some sentences each, handed to the parser at a time."""

MAX_CODEBOOK_BYTES = 5_000_000
"""Largest file of a codebook."""

BATCH_ITEMS = 64
"""Most reports handed to a worker process at a time."""

BATCH_BYTES = 400_000
"""Reports handed to a worker at a time are about as large as this together, or are one."""

BATCH_SECONDS = 300
"""Time that a worker has for a batch; if it takes longer, its reports are tried one by one."""

REPORT_SECONDS = 120
"""Time that a worker has for a single report; one that takes longer is quarantined."""

WORKER_BYTES = 4 * 1024**3
"""Memory that a worker may take; a report that makes it ask for more is quarantined."""

PARALLEL_FROM = 200
"""Fewer reports than this are read in one process: starting workers costs more than it saves."""

BOOKMARK_EVERY = 100
"""Reports after which an adding notes how far it is: so many are looked at again after an interrupt."""

LEDGER_PAGE = 200
"""Records fetched from a ledger at a time."""

LEDGER_WAIT = 60
"""Seconds that one who writes to a SQLite ledger waits for another."""

MAX_MEMBERS = 65_000
"""Most members of a tar or zip archive that are taken; a folder may hold any number of files."""

MAX_HEADER_BYTES = 65_536
"""Longest header of a WARC or HTTP record."""

TABLE_ROWS = 64
"""Rows of a table unpacked at a time."""

MAX_GOLD_BYTES = 100_000_000
"""Largest file of marked reports that `dateline evaluate` reads."""

PARTITION_BYTES = 64_000_000
"""Readings and raw copies that make one partition of `dateline read --partitions`, before they are packed."""

LINK_TRIES = 3
"""Times that linking begins again because others removed or reread meanwhile, until they have to wait."""

LINK_APART = 20_000
"""Events from which those of a ledger are linked on the cluster, where reading has one."""

LINK_PARTS = 4
"""Parts that linking is dealt out in, for each worker."""

MAX_MANIFEST_BYTES = 1_000_000_000
"""Largest manifest that `dateline verify` reads."""

PARQUET_ROWS = 5_000
"""Rows of a Parquet table written at a time."""

MAX_REQUEST_BYTES = 25_000_000
"""Largest request that a server takes: one report and its form."""

MAX_TOKEN_FILE = 1_000_000
"""Largest file of tokens."""

SESSION_SECONDS = 12 * 60 * 60
"""How long a session of the pages lasts."""

API_PAGE = 200
"""Most records of one answer of the API."""

TABLE_PAGE = 50
"""Incidents on one page of the table."""

MAP_INCIDENTS = 5_000
"""Most incidents on the map and the timeline, the first in the order asked for."""

MAX_DOCUMENT_BYTES = 2_000_000_000
"""Largest file that is taken as a ledger by `dateline import` or in place of one."""

MAX_CELL_CHARACTERS = 20_000_000
"""Longest cell of a CSV file."""

MAX_FORM_TEXT = 5_000
"""Longest text of a field of a form, but for a report that is pasted."""

REVIEW_EVENTS = 5_000
"""Events of a ledger up to which pairs are looked for that are near the threshold."""

REVIEW_PAIRS = 200
"""Most pairs put before a reviewer."""
