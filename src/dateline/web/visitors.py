"""Who asks: a visitor of the pages by cookie, a program by bearer token; and whether they may."""

from __future__ import annotations

from fastapi import Request

from dateline.web.desk import Desk
from dateline.web.roles import Role, holder, may
from dateline.web.sessions import COOKIE, Session


class LoginNeededError(Exception):
    """A page is asked for without a session."""


class NotAllowedError(Exception):
    """A visitor's role is not enough, or a form does not come from a page of ours; says why."""


class TokenNeededError(Exception):
    """The API is asked without a token, or with one that is nobody's."""


def visitor(desk: Desk, request: Request, needed: Role) -> Session:
    """The session of a visitor of the pages; where no token is needed, everyone is the owner.

    Raises:
        LoginNeededError: a token is needed and there is no session.
        NotAllowedError: the role is not enough.
    """
    session = desk.sessions.open(request.cookies.get(COOKIE))
    if session is None:
        if desk.serving.needs_token:
            raise LoginNeededError
        session = desk.sessions.new("", "owner")
    if desk.serving.needs_token and session.name not in {each.name for each in desk.serving.tokens}:
        raise LoginNeededError
    if not may(session.role, needed):
        raise NotAllowedError(_too_little(needed, session.role))
    return session


def from_form(desk: Desk, request: Request, needed: Role, mark: str) -> Session:
    """The session of one who sends a form.

    Raises:
        LoginNeededError, NotAllowedError: as for ``visitor``; or the form's mark is not this session's.
    """
    session = visitor(desk, request, needed)
    if not desk.sessions.is_form_mark(session, mark):
        raise NotAllowedError("This form is out of date or not ours: load the page again.")
    return session


def program(desk: Desk, request: Request, needed: Role) -> str:
    """The name of one who uses the API, by bearer token; empty where no token is needed.

    Raises:
        TokenNeededError: no valid token.
        NotAllowedError: the role is not enough.
    """
    if not desk.serving.needs_token:
        return ""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    known = holder(token.strip(), desk.serving.tokens) if scheme.lower() == "bearer" else None
    if known is None:
        raise TokenNeededError
    if not may(known.role, needed):
        raise NotAllowedError(_too_little(needed, known.role))
    return known.name


def _too_little(needed: Role, role: Role) -> str:
    return f"This takes the role {needed}; yours is {role}. Whoever runs the server gives roles."
