"""Templates -> pages. Whatever is printed is escaped, and its hidden characters are made visible."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline.web.desk import Desk
from dateline.web.isolating import isolated
from dateline.web.roles import may
from dateline.web.sessions import COOKIE, Session
from dateline.web.statics import Static
from dateline.wording.visible import visible
from dateline.wording.words import sentence_case


def make_environment(statics: Mapping[str, Static]) -> Environment:
    """Templates of the package; an undefined name is an error."""
    made = Environment(
        loader=PackageLoader("dateline.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters["bdi"] = isolated
    made.filters["capitalize_first"] = sentence_case
    made.globals["may"] = may
    made.globals["static"] = lambda name: f"/static/{statics[name].digest}/{name}"
    return made


def page(desk: Desk, request: Request, session: Session, name: str, model: object) -> HTMLResponse:
    """The page of a view model, and the session's cookie where the browser lacks it."""
    html = desk.templates.get_template(name).render(
        page=model,
        path=request.url.path,
        visitor=session,
        form_mark=desk.sessions.form_mark(session),
        guarded=desk.serving.needs_token,
        linked=desk.store.settled(),
    )
    response = HTMLResponse(html)
    keep_session(desk, request, response, session)
    return response


def keep_session(desk: Desk, request: Request, response: Response, session: Session) -> None:
    """Give the browser the session's cookie, unless it has it."""
    if desk.sessions.open(request.cookies.get(COOKIE)) != session:
        response.set_cookie(
            COOKIE,
            desk.sessions.seal(session),
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
