"""Two dozen ways to ask as somebody else: none changes the ledger or is shown what it may not see.

Each is asked of the whole application; the parts are tested one by one in tests/web/test_security.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from dateline.ledger import Store
from dateline.web.roles import Token, digest
from dateline.web.sessions import COOKIE, Session, Sessions
from tests.builders import market_bombing
from tests.ledger.stores import NOON
from tests.web.conftest import HERE, Make, filled, make, store

__all__ = ["filled", "make", "store"]

CLAIM = next(c for r in market_bombing().readings for c in r.claims if c.field == "killed").id
TOKENS = (
    Token("Ana", "owner", digest("ana")),
    Token("Cleo", "reviewer", digest("cleo")),
    Token("Ben", "reader", digest("ben")),
)
SECRET = b"s" * 32


def sealing(secret: bytes = SECRET, hours: int = 0) -> Sessions:
    return Sessions(secret, lambda: NOON + timedelta(hours=hours), lambda: "guessed")


@dataclass(frozen=True)
class Asked:
    """A request, by whom, and the answer that refuses it; ``cookie`` is put in by hand."""

    path: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = None
    token: str = ""
    cookie: str = ""
    own_mark: bool = False


def judging(status: int, **more: object) -> Asked:
    """A judgement that is to be refused."""
    form = {"claim": CLAIM, "verdict": "reject", "by": "Mallory", "mark": "0" * 64}
    return Asked("/review/claim", status, form=form, **more)  # type: ignore[arg-type]


def forged(role: str, secret: bytes = b"x" * 32) -> str:
    return sealing(secret).seal(Session("Ana", role, int(NOON.timestamp()), "n"))  # type: ignore[arg-type]


def old() -> str:
    return sealing(hours=-13).seal(sealing(hours=-13).new("Ana", "owner"))


def raised() -> str:
    """A reader's own cookie with another role written into its body."""
    body, mark = sealing().seal(Session("Ben", "reader", int(NOON.timestamp()), "n")).split(".")
    owner = sealing().seal(Session("Ben", "owner", int(NOON.timestamp()), "n")).split(".")[0]
    assert body != owner
    return f"{owner}.{mark}"


HOSTS: dict[str, Asked] = {
    "rebound name": Asked("/incidents", 421, {"Host": "evil.example"}),
    "rebound name with our port": Asked("/incidents", 421, {"Host": "evil.example:8765"}),
    "our name as a part of theirs": Asked("/incidents", 421, {"Host": "127.0.0.1.evil.example:8765"}),
    "our name after theirs": Asked("/incidents", 421, {"Host": "evil.example@127.0.0.1:8765"}),
    "another port": Asked("/api/incidents", 421, {"Host": "127.0.0.1:9999"}),
    "a dot behind": Asked("/incidents", 421, {"Host": "localhost.:8765"}),
    "a name passed on": Asked("/incidents", 303, {"X-Forwarded-Host": "127.0.0.1:8765"}),
}
FORGERIES: dict[str, Asked] = {
    "a form of another site": judging(403, headers={"Origin": "http://evil.example"}, token="ana"),
    "a form of a sandboxed frame": judging(403, headers={"Origin": "null"}, token="ana"),
    "another port of this machine": judging(403, headers={"Origin": "http://127.0.0.1:9999"}, token="ana"),
    "our origin with their host": judging(421, headers={"Host": "evil.example"}, token="ana"),
    "sent across sites": judging(403, headers={"Sec-Fetch-Site": "cross-site"}, token="ana"),
    "sent from a sister site": judging(403, headers={"Sec-Fetch-Site": "same-site"}, token="ana"),
    "the mark of nobody": judging(403, token="ana"),
    "the mark of another session": judging(403, token="ana", own_mark=True),
    "judging by a link": Asked(f"/review/claim?claim={CLAIM}&verdict=reject", 405, token="ana"),
}
STRANGERS: dict[str, Asked] = {
    "no session": Asked("/incidents", 303),
    "no token for the API": Asked("/api/incidents", 401),
    "another's secret": Asked("/incidents", 303, cookie=forged("owner")),
    "a role written in": Asked("/review", 303, cookie=raised()),
    "a session of yesterday": Asked("/incidents", 303, cookie=old()),
    "a reader who judges": Asked("/review", 403, token="ben"),
    "a reviewer who adds": Asked("/add", 403, token="cleo"),
    "a cookie for the API": Asked("/api/incidents", 401, token="ana"),
}
ALL = HOSTS | FORGERIES | STRANGERS


@pytest.mark.parametrize("name", ALL)
def test_is_refused_and_changes_nothing(name: str, make: Make, store: Store) -> None:
    asked, before = ALL[name], store.head()
    client = TestClient(make(*TOKENS), base_url=HERE, follow_redirects=False)
    if asked.token:
        assert client.post("/login", data={"token": asked.token}).status_code == 303
    if asked.cookie:
        client.cookies.set(COOKIE, asked.cookie)
    form = dict(asked.form) if asked.form else None
    if form and asked.own_mark:
        form["mark"] = sealing().form_mark(sealing().new("Ana", "owner"))
    answer = (
        client.get(asked.path, headers=dict(asked.headers))
        if form is None
        else client.post(asked.path, data=form, headers=dict(asked.headers))
    )
    assert answer.status_code == asked.status, answer.text
    assert "market" not in answer.text
    assert store.head() == before
    assert store.value_judgements() == ()


def test_there_are_more_than_twenty() -> None:
    assert len(ALL) == 24


def test_the_very_same_is_heard_where_it_is_ones_own(make: Make, store: Store) -> None:
    client = TestClient(make(*TOKENS), base_url=HERE, follow_redirects=False)
    client.post("/login", data={"token": "cleo"})
    session = sealing().open(client.cookies[COOKIE].strip('"'))
    assert session
    form = {"claim": CLAIM, "verdict": "reject", "mark": sealing().form_mark(session)}
    sent = client.post("/review/claim", data=form, headers={"Origin": HERE, "Sec-Fetch-Site": "same-origin"})
    assert sent.status_code == 303
    assert [each.by for each in store.value_judgements()] == ["Cleo"]
