"""Coming in with a token, and going."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dateline.web.desk import Desk
from dateline.web.render import keep_session
from dateline.web.roles import holder
from dateline.web.sessions import COOKIE


def entering_routes(desk: Desk) -> APIRouter:
    """Where no token is needed, there is nothing to enter."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/login")
    def ask(request: Request) -> Response:
        if not desk.serving.needs_token:
            return RedirectResponse("/incidents", 303)
        return HTMLResponse(desk.templates.get_template("login.html").render(notice=""))

    @routes.post("/login")
    def enter(request: Request, token: Annotated[str, Form()] = "") -> Response:
        known = holder(token.strip(), desk.serving.tokens)
        if known is None:
            words = (
                "This token is not known here. Was all of it copied? Whoever runs the server makes new ones."
            )
            return HTMLResponse(desk.templates.get_template("login.html").render(notice=words), 403)
        response = RedirectResponse("/incidents", 303)
        keep_session(desk, request, response, desk.sessions.new(known.name, known.role))
        return response

    @routes.post("/logout")
    def leave() -> Response:
        response = RedirectResponse("/login", 303)
        response.delete_cookie(COOKIE)
        return response

    return routes
