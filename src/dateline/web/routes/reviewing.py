"""Judging, one case at a time; every judgement is kept at once and linked in the background."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import RedirectResponse, Response

from dateline.errors import DatelineError, InputError
from dateline.gazetteer import open_gazetteer
from dateline.keeping.correcting import corrected
from dateline.keeping.judging import claim_of, keep_pair, keep_undoing, keep_value
from dateline.web.desk import Desk
from dateline.web.forms import ClaimForm, PairForm, UndoForm
from dateline.web.pages.parts import report_href
from dateline.web.pages.review import Asked, review_page
from dateline.web.queue import Queue
from dateline.web.render import keep_session, page
from dateline.web.sessions import Session
from dateline.web.visitors import from_form, visitor

LogPage = Annotated[int, Query(ge=1, le=1_000_000)]

REASONS = {
    "accept": "its sentence says so",
    "reject": "its sentence does not say so",
    "correct": "its sentence says otherwise",
}


def reviewing_routes(desk: Desk) -> APIRouter:
    """A reviewer may judge."""
    routes = APIRouter(prefix="/review", include_in_schema=False)
    queue = Queue(desk.store, desk.codebook)

    def told(request: Request, session: Session, asked: Asked, notice: str = "") -> Response:
        model = review_page(desk, queue, asked, session.name, notice)
        return page(desk, request, session, "review.html", model)

    def signed(session: Session, by: str) -> Session:
        """The session under the name that judgements are kept with: the token's, or the one given."""
        if desk.serving.needs_token:
            return session
        if not by.strip():
            raise InputError("Say who judges: every judgement is kept with a name.")
        return desk.sessions.named(session, by.strip())

    def next_case(request: Request, session: Session, after: str, back: str = "") -> Response:
        """To ``back``, else to the case that follows ``after``."""
        desk.changed()
        query = f"?{urlencode({'after': after})}" if after else ""
        response = RedirectResponse(back or f"/review{query}", 303)
        keep_session(desk, request, response, session)
        return response

    @routes.get("")
    def look(request: Request, after: str = "", claim: str = "", log: LogPage = 1) -> Response:
        session = visitor(desk, request, "reviewer")
        if claim and desk.store.report_of_claim(claim) is None:
            raise HTTPException(404, "There is no such claim.")
        return told(request, session, Asked(after, claim, log))

    @routes.post("/claim")
    def claim(request: Request, form: Annotated[ClaimForm, Form()]) -> Response:
        session = from_form(desk, request, "reviewer", form.mark)
        try:
            session = signed(session, form.by)
            said = None
            if form.verdict == "correct":
                read = claim_of(desk.store, form.claim)
                said = corrected(read, form.value, desk.codebook, open_gazetteer(desk.codebook))
            reason = form.why.strip() or REASONS[form.verdict]
            kept = keep_value(desk.store, (form.verdict, said), form.claim, (session.name, reason))
        except DatelineError as error:
            asked = form.claim if form.asked and desk.store.report_of_claim(form.claim) else ""
            return told(request, session, Asked(form.before, asked), str(error))
        back = report_href(kept.claim.report, form.claim) if form.asked else ""
        return next_case(request, session, form.before, back)

    @routes.post("/pair")
    def pair(request: Request, form: Annotated[PairForm, Form()]) -> Response:
        session = from_form(desk, request, "reviewer", form.mark)
        try:
            session = signed(session, form.by)
            reason = form.why.strip() or f"read beside each other: {form.verdict}"
            keep_pair(desk.store, form.verdict, (form.one, form.other), (session.name, reason))
        except DatelineError as error:
            return told(request, session, Asked(form.before), str(error))
        return next_case(request, session, form.before)

    @routes.post("/undo")
    def undo(request: Request, form: Annotated[UndoForm, Form()]) -> Response:
        session = from_form(desk, request, "reviewer", form.mark)
        try:
            session = signed(session, form.by or session.name)
            keep_undoing(desk.store, form.judgement, (session.name, "undone on the page"))
        except DatelineError as error:
            return told(request, session, Asked(form.before), str(error))
        return next_case(request, session, form.before)

    return routes
