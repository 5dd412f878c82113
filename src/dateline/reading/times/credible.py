"""Which words that look like a time are one: "May" may be a verb, "2,000" a count, "August" a person."""

from __future__ import annotations

from dateline.codebook.times import Times
from dateline.model import Span
from dateline.reading.parse import Parse
from dateline.reading.times.grammar import Expression
from dateline.reading.times.words import SEASON, SHIFT, Pieces

YEAR_BEFORE = frozenset("ifbe>[{r(Btj-/zX")
"""Letters before a bare year that show it to be one: "in", "of", "since", "(", "until"."""

MONTH_BEFORE = frozenset("ifbe>[{rAzX(-/|")
"""Letters before a bare month that show it to be one."""

YEARS = range(1700, 2100)
"""Bare numbers outside these are counts."""

CLAUSE_ENDS = frozenset(",:;|)b")
"""Letters after "the day before" that end what it is part of."""

FINITE = frozenset(("VBD", "VBZ", "MD"))
PLACING = frozenset(("in", "at", "near"))

NAMES = frozenset(("PERSON", "PRODUCT"))


def credible(expression: Expression, pieces: Pieces, parse: Parse, times: Times) -> bool:
    """Whether an expression is a time in its sentence."""
    kind = expression.kind
    if kind in ("year", "years"):
        return _is_year(expression, pieces, parse, times.never_after_year)
    if kind == "month" and expression.codes in ("M", "tM"):
        return _is_month(expression, pieces, parse)
    if kind == "decade":
        return expression.name("D") == "full" or _before(pieces, expression) == "t"
    if SHIFT in expression.codes:
        at = expression.first + expression.codes.index(SHIFT)
        if parse.tokens[_token(at, pieces, parse)].tag.startswith("VB"):
            return False
    if kind == "beside" and expression.codes[-1] in "er":
        return _ends_phrase(expression, pieces, parse)
    if kind == "stretch":
        return expression.number("L") != 0 or "p" in expression.codes
    if kind == "part of day":
        inside = any(c in expression.codes for c in "er")
        return inside or _before(pieces, expression) in "AjiferWTMydo>{["
    if kind == "season of the year":
        token = parse.tokens[_token(expression.end - 1, pieces, parse)]
        town = expression.codes == SEASON and token.text[0].isupper()
        return token.tag.startswith("NN") and _after(pieces, expression) != "f" and not town
    return True


def _ends_phrase(expression: Expression, pieces: Pieces, parse: Parse) -> bool:
    """Whether nothing follows that "the day before" is before: "the blast the day before was an accident"."""
    if _after(pieces, expression) in CLAUSE_ENDS:
        return True
    token = parse.tokens[_token(expression.end, pieces, parse)]
    return token.tag in FINITE or token.lower in PLACING


def without_conjunction(expression: Expression, pieces: Pieces, parse: Parse) -> Expression:
    """The expression without the "that" of "said that last week"."""
    if not expression.codes.startswith(SHIFT * 2):
        return expression
    if parse.tokens[_token(expression.first, pieces, parse)].tag != "IN":
        return expression
    return expression._replace(
        first=expression.first + 1, codes=expression.codes[1:], words=expression.words[1:]
    )


def _is_year(expression: Expression, pieces: Pieces, parse: Parse, never_before: tuple[str, ...]) -> bool:
    number = expression.number("y")
    if number is None or number not in YEARS:
        return False
    if len(expression.codes) > 1:
        return True
    token = parse.tokens[_token(expression.first, pieces, parse)]
    head = parse.tokens[token.head]
    following = parse.tokens[token.i + 1].lower if token.i + 1 < len(parse.tokens) else ""
    if following in never_before:
        return False
    counts = token.dep == "nummod" and head.i > token.i and head.tag in ("NNS", "NNPS")
    if counts and head.i == token.i + 1:
        return False
    return _before(pieces, expression) in YEAR_BEFORE or token.ent == "DATE"


def _is_month(expression: Expression, pieces: Pieces, parse: Parse) -> bool:
    token = parse.tokens[_token(expression.end - 1, pieces, parse)]
    whole_name = token.lower == expression.name("M") or token.text.endswith(".")
    if not whole_name or not token.tag.startswith("NN") or token.ent in NAMES:
        return False
    if expression.codes == "tM":
        return token.dep == "compound" or token.ent == "DATE"
    if _before(pieces, expression) in MONTH_BEFORE:
        return True
    named = token.dep == "compound" and parse.tokens[token.head].tag.startswith("NNP")
    return token.ent == "DATE" and not named


def _token(piece: int, pieces: Pieces, parse: Parse) -> int:
    return min(parse.token_range(Span(pieces.starts[piece], pieces.ends[piece]))[0], len(parse.tokens) - 1)


def _before(pieces: Pieces, expression: Expression) -> str:
    return pieces.codes[expression.first - 1] if expression.first else "|"


def _after(pieces: Pieces, expression: Expression) -> str:
    return pieces.codes[expression.end] if expression.end < len(pieces.codes) else "|"
