"""The day of publication where a page states it on a line of its own above the story."""

from __future__ import annotations

import re
from datetime import date

from dateline.intake.dates import MONTH, read_date

HEAD_LINES, HEAD_CHARACTERS = 12, 1500
"""It may follow a headline, a byline and captions."""

WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? )?"
LABEL = r"(?:(?:published|posted|updated|last updated|date|as of|as at)(?: on| at)?:? )?"
NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
DAY = rf"(?:{NUMBER} {MONTH}[,،]? \d{{4}}|{MONTH} {NUMBER},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
CLOCK = r"(?:,?(?: at| [-–|·])? ?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?:,? ?\(?[a-z]{2,4}\)?)?)?"
STAMP = re.compile(rf"(?i:{LABEL}{WEEKDAY}(?P<day>{DAY}){CLOCK})")
NAME = r"(?:of |the |and |de |du )?[A-Z][\w.'’-]*"
BYLINE = re.compile(rf"(?:[Bb]y )?{NAME}(?: {NAME}){{0,4}} ?[,–—-] ")
"""Who writes, before the day: "Orlow Courier, 3 March 2033"."""


def find_stamp(text: str) -> date | None:
    """The day, unless the lines above the story name several: then nobody knows which is the report's.

    >>> find_stamp("Mill burns\\n\\nBy Ann Orrin\\n\\nFriday 21 January 2033 16:42, UK\\n\\nThe mill burned.")
    datetime.date(2033, 1, 21)
    """
    lines = [" ".join(line.split()) for line in text[:HEAD_CHARACTERS].split("\n") if line.strip()]
    # The first line may be a headline, which ends with the day of what it tells.
    bare = (BYLINE.sub("", line, count=1) if n else line for n, line in enumerate(lines[:HEAD_LINES]))
    stamps = (STAMP.fullmatch(piece) for line in bare for piece in line.split(" | "))
    days = {read_date(stamp["day"].replace("،", ",")) for stamp in stamps if stamp}
    return days.pop() if len(days) == 1 else None
