"""Who may do what: tokens in a file, and the roles that they give."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from dateline.errors import InputError
from dateline.limits import MAX_TOKEN_FILE

Role = Literal["reader", "reviewer", "owner"]
"""Each may do what those before it may: look; judge; add reports."""

RANK: dict[Role, int] = {role: n for n, role in enumerate(get_args(Role))}

DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Token:
    """A person's token as its SHA-256: the file tells nobody the token itself."""

    name: str
    role: Role
    sha256: str


def may(role: Role, needed: Role) -> bool:
    """Whether one role may do what another is needed for."""
    return RANK[role] >= RANK[needed]


def known_role(given: str) -> Role:
    """The role of that name.

    Raises:
        InputError: there is none.
    """
    for each in get_args(Role):
        if each == given:
            return cast(Role, each)
    raise InputError(f"there is no role {given!r}; known are {', '.join(get_args(Role))}")


def load_tokens(file: Path) -> tuple[Token, ...]:
    """The tokens of a file.

    Raises:
        InputError: it cannot be read, or an entry is wrong.
    """
    try:
        data = file.read_bytes()
        if len(data) > MAX_TOKEN_FILE:
            raise InputError(f"{file}: larger than {MAX_TOKEN_FILE:,} bytes")
        told = tomllib.loads(data.decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"{file}: {error}") from error
    entries = told.get("token")
    if set(told) - {"token"} or not isinstance(entries, list) or not entries:
        raise InputError(f"{file}: give [[token]] entries, each with name, role and sha256")
    return tuple(_token(file, n, entry) for n, entry in enumerate(entries, 1))


def entry(name: str, role: Role, token: str) -> str:
    """The lines of a token file for a new token."""
    quoted = json.dumps(name, ensure_ascii=False)
    return f'[[token]]\nname = {quoted}\nrole = "{role}"\nsha256 = "{digest(token)}"\n'


def digest(token: str) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def holder(token: str, tokens: Sequence[Token]) -> Token | None:
    """Whose token it is; every entry is compared, in time that tells nothing."""
    given, found = digest(token), None
    for each in tokens:
        if hmac.compare_digest(each.sha256, given):
            found = each
    return found


def _token(file: Path, number: int, entry: object) -> Token:
    where = f"{file}: token {number}"
    if not isinstance(entry, dict) or set(entry) != {"name", "role", "sha256"}:
        raise InputError(f"{where}: needs name, role and sha256, and nothing else")
    name, role, sha256 = (str(entry[key]) for key in ("name", "role", "sha256"))
    if not name.strip():
        raise InputError(f"{where}: say whose it is under name")
    if role not in RANK:
        raise InputError(f"{where}: there is no role {role!r}; known are {', '.join(get_args(Role))}")
    if not DIGEST.fullmatch(sha256):
        raise InputError(f"{where}: sha256 is 64 digits 0-9 a-f; `dateline token` makes an entry")
    return Token(name.strip(), known_role(role), sha256)
