"""Who was hurt and then died is dead. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.reading.counts.reader import read_counts
from dateline.reading.parse import Parse, Parser

BOOK = load_codebook()

# sentences | field value, several after ";"
TOLD = """
A girl of nine was wounded by a shell on Monday. The girl died in hospital on Tuesday. | killed 1
A girl of nine was wounded by a shell on Monday. The boy died in hospital on Tuesday. | injured 1; killed 1
A nurse was shot on Monday and is in critical condition. She died on Friday, the mayor said. | killed 1
A nurse was shot on Monday and is in critical condition. Her son died on Friday. | injured 1; killed 1
A farmer was taken to the clinic in serious condition, and he later died. | killed 1
Adam Smith was critically wounded in Monday's raid. He died on Wednesday. | killed 1
Two clerks were wounded on Monday, and both died. | killed 2
Five clerks were wounded on Monday, and both guards died. | injured 5; killed 2
Three clerks were wounded in a raid. All three died in hospital. | killed 3
Three clerks were wounded in a raid. All four guards died in hospital. | injured 3; killed 4
Three clerks were wounded in a raid, one of whom died. | injured 3; killed 1
A clerk was wounded and a guard was shot dead on Monday. He died at once. | injured 1; killed 1; killed 1
A guard was wounded by a gunman. The gunman died when police fired back. | injured 1; killed 1
A guard was wounded by a gunman before he was killed by police. | injured 1; killed 1
"""


def parsed(parser: Parser, text: str) -> Parse:
    return next(iter(parser.parse([text])))


@pytest.mark.parametrize("line", [line for line in TOLD.strip().splitlines() if line])
def test_who_died_is_not_injured(parser: Parser, line: str) -> None:
    text, _, told = line.partition(" | ")
    found = sorted(f"{each.field} {each.value.low}" for each in read_counts(parsed(parser, text), BOOK))
    assert found == sorted(told.split("; "))
