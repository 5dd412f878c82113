"""Who is let in: names, origins, forms, tokens, roles, sessions; and what a page may load."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.errors import InputError
from dateline.limits import MAX_REQUEST_BYTES, MAX_TOKEN_FILE
from dateline.web.roles import Token, digest, entry, holder, load_tokens, may
from dateline.web.security import content_policy, host_names
from dateline.web.sessions import COOKIE, Session, Sessions
from tests.ledger.stores import NOON, clock
from tests.web.conftest import HERE, Make

ANA = Token("Ana", "owner", digest("ana-token"))
BEN = Token("Ben", "reader", digest("ben-token"))


def sessions() -> Sessions:
    return Sessions(b"k" * 32, clock, lambda: "nonce")


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1:80", "127.0.0.1.evil.example:8765", "", "[::1]:8765"]
)
def test_another_name_is_refused(looker: TestClient, host: str) -> None:
    assert looker.get("/incidents", headers={"Host": host}).status_code == 421


def test_two_names_are_refused(looker: TestClient) -> None:
    headers = [("Host", "127.0.0.1:8765"), ("Host", "evil.example")]
    assert looker.get("/incidents", headers=headers).status_code == 421


def test_the_name_may_be_in_any_case(looker: TestClient) -> None:
    assert looker.get("/incidents", headers={"Host": "LOCALHOST:8765"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_refused(looker: TestClient, headers: dict[str, str]) -> None:
    assert looker.post("/login", headers=headers).status_code == 403


def test_a_form_of_this_site_is_heard(make: Make) -> None:
    client = TestClient(make(ANA), base_url=HERE, follow_redirects=False)
    assert client.post("/login", data={"token": "ana-token"}, headers={"Origin": HERE}).status_code == 303


def test_a_large_request_is_refused_before_it_is_read(looker: TestClient) -> None:
    headers = {"Content-Length": str(MAX_REQUEST_BYTES + 1)}
    answer = looker.post("/login", headers=headers)
    assert (answer.status_code, "<h1>Too large</h1>" in answer.text) == (413, True)
    assert "part it" in looker.post("/api/judgements", headers=headers).json()["detail"]


def test_a_large_request_that_does_not_say_so_is_cut_off(looker: TestClient) -> None:
    pieces = (b"x" * 1_000_000 for _ in range(MAX_REQUEST_BYTES // 1_000_000 + 2))
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert looker.post("/login", content=pieces, headers=headers).status_code in (400, 413)


def test_every_answer_has_the_policy(looker: TestClient) -> None:
    for path in ("/incidents", "/nothing", "/points.json", "/login"):
        headers = looker.get(path).headers
        assert headers["content-security-policy"] == content_policy(None)
        assert headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in content_policy("https://{s}.tiles.example/{z}/{x}/{y}.png")


def test_the_policy_lets_an_own_tile_server_in_and_nobody_else() -> None:
    policy = content_policy("https://{s}.tiles.example/{z}/{x}/{y}.png")
    assert "img-src 'self' data: https://*.tiles.example;" in policy
    assert "http" not in content_policy(None)


def test_names_are_with_their_port() -> None:
    assert host_names(("Desk", "::1"), 8765) == {"desk:8765", "[::1]:8765"}
    assert host_names(("desk",), 80) == {"desk:80", "desk"}


def test_where_tokens_are_needed_a_stranger_is_shown_the_door(make: Make) -> None:
    client = TestClient(make(ANA), base_url=HERE, follow_redirects=False)
    for path in ("/incidents", "/reports", "/points.json", "/incidents/x"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert client.post("/login", data={"token": "guess"}).status_code == 403
    assert client.get("/incidents").status_code == 303


def test_a_token_opens_the_pages_and_leaving_closes_them(make: Make) -> None:
    client = TestClient(make(ANA), base_url=HERE, follow_redirects=False)
    entered = client.post("/login", data={"token": " ana-token "})
    cookie = entered.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=strict"))
    assert client.get("/incidents").status_code == 200
    client.post("/logout")
    assert client.get("/incidents").status_code == 303


def test_a_session_ends_with_its_token(make: Make) -> None:
    held = sessions().new("Cleo", "owner")
    client = TestClient(make(ANA), base_url=HERE, follow_redirects=False)
    client.cookies.set(COOKIE, Sessions(b"s" * 32, clock, lambda: "n").seal(held))
    assert client.get("/incidents").status_code == 303


def test_a_session_is_opened_only_as_it_was_sealed() -> None:
    sealed = sessions().seal(Session("Ana", "reader", int(NOON.timestamp()), "n"))
    assert sessions().open(sealed) == Session("Ana", "reader", int(NOON.timestamp()), "n")
    body, mark = sealed.split(".")
    for wrong in (
        None,
        "",
        ".",
        body,
        f"{body}.{mark[:-1]}0",
        f"{body[:-4]}AAAA.{mark}",
        "\ud800.x",
        f"{body}.é",
    ):
        assert sessions().open(wrong) is None
    assert Sessions(b"other" * 8, clock, lambda: "n").open(sealed) is None


def test_a_session_grows_old() -> None:
    sealed = sessions().seal(sessions().new("Ana", "reader"))
    later = Sessions(b"k" * 32, lambda: NOON + timedelta(hours=13), lambda: "n")
    assert later.open(sealed) is None


def test_the_mark_of_a_form_is_of_its_session() -> None:
    one, other = Session("Ana", "owner", 0, "a"), Session("Ana", "owner", 0, "b")
    held = sessions()
    assert held.is_form_mark(one, held.form_mark(one))
    assert not held.is_form_mark(one, held.form_mark(other))
    assert not held.is_form_mark(one, "\ud800")


def test_each_role_may_what_those_before_it_may() -> None:
    assert may("owner", "reader")
    assert may("reviewer", "reviewer")
    assert not may("reader", "reviewer")
    assert not may("reviewer", "owner")


def test_a_token_is_known_by_its_digest() -> None:
    assert holder("ben-token", (ANA, BEN)) == BEN
    assert holder("", (ANA, BEN)) is None
    assert holder("\ud800", (ANA, BEN)) is None


def test_what_is_written_to_a_token_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "tokens.toml"
    file.write_text(entry('Zo\u00eb "Z" \\', "reviewer", "z") + entry("Ben", "reader", "b"), encoding="utf-8")
    assert load_tokens(file) == (
        Token('Zo\u00eb "Z" \\', "reviewer", digest("z")),
        Token("Ben", "reader", digest("b")),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "give [[token]] entries"),
        ("token = 1", "give [[token]] entries"),
        ("[[token]]\nname = 'A'", "needs name, role and sha256"),
        ("[[token]]\nname = ' '\nrole = 'reader'\nsha256 = 'x'", "say whose it is"),
        ("[[token]]\nname = 'A'\nrole = 'king'\nsha256 = 'x'", "there is no role 'king'"),
        ("[[token]]\nname = 'A'\nrole = 'reader'\nsha256 = 'x'", "64 digits"),
        ("a = [" + "[" * 5000, "tokens.toml"),
        ("#" * (MAX_TOKEN_FILE + 1), "larger than 1,000,000 bytes"),
    ],
)
def test_a_wrong_token_file_is_told(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "tokens.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=problem.replace("[", r"\[")):
        load_tokens(file)
