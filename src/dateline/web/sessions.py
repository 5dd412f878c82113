"""Sessions of the pages: a sealed cookie that says who a visitor is, and the mark that forms must carry."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args

from dateline.limits import SESSION_SECONDS
from dateline.web.roles import Role

COOKIE = "dateline_session"


@dataclass(frozen=True, slots=True)
class Session:
    """A visitor: the name that judgements are kept under (empty until given), role, start, and a nonce."""

    name: str
    role: Role
    since: int
    nonce: str


class Sessions:
    """Seals and opens sessions.

    Args:
        secret: nobody else has it; another secret ends all sessions.
        clock: gives the time.
        nonce: gives a text that was never given before and cannot be guessed.
    """

    def __init__(self, secret: bytes, clock: Callable[[], datetime], nonce: Callable[[], str]) -> None:
        self._secret = secret
        self._clock = clock
        self._nonce = nonce

    def new(self, name: str, role: Role) -> Session:
        """A session that begins now."""
        return Session(name, role, int(self._clock().timestamp()), self._nonce())

    def named(self, session: Session, name: str) -> Session:
        """The same session under a name."""
        return replace(session, name=name)

    def seal(self, session: Session) -> str:
        """The cookie."""
        fields = [session.name, session.role, session.since, session.nonce]
        body = base64.urlsafe_b64encode(json.dumps(fields).encode()).decode()
        return f"{body}.{self._mark('session', body)}"

    def open(self, cookie: str | None) -> Session | None:
        """The session of a cookie that was sealed here and is not too old."""
        body, _, mark = (cookie or "").partition(".")
        if not hmac.compare_digest(mark.encode("utf-8", "replace"), self._mark("session", body).encode()):
            return None
        try:
            name, role, since, nonce = json.loads(base64.urlsafe_b64decode(body))
        except (ValueError, binascii.Error):
            return None
        known = next((each for each in get_args(Role) if each == role), None)
        age = self._clock().timestamp() - int(since)
        if known is None or not -60 <= age <= SESSION_SECONDS:
            return None
        return Session(str(name), known, int(since), str(nonce))

    def form_mark(self, session: Session) -> str:
        """What a form of this session must carry, so that no other site can send it."""
        return self._mark("form", session.nonce)

    def is_form_mark(self, session: Session, given: str) -> bool:
        """Whether a form carries it."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.form_mark(session).encode())

    def _mark(self, use: str, text: str) -> str:
        return hmac.new(
            self._secret, f"{use}\x1f{text}".encode("utf-8", "replace"), hashlib.sha256
        ).hexdigest()
