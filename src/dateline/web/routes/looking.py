"""Pages to look at: incidents, one incident, reports, one report."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from dateline.errors import InputError
from dateline.ledger.finding import Filter, Order
from dateline.limits import MAP_INCIDENTS
from dateline.web.desk import Desk
from dateline.web.pages.incident import incident_page
from dateline.web.pages.incidents import incidents_page
from dateline.web.pages.points import points
from dateline.web.pages.question import filter_of, question_of
from dateline.web.pages.report import report_page
from dateline.web.pages.reports import reports_page
from dateline.web.render import page
from dateline.web.visitors import visitor


def looking_routes(desk: Desk) -> APIRouter:
    """A reader may look at everything."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/")
    def home() -> Response:
        return RedirectResponse("/incidents", 307)

    @routes.get("/incidents")
    def incidents(request: Request) -> Response:
        session = visitor(desk, request, "reader")
        model = incidents_page(desk, question_of(request.query_params))
        return page(desk, request, session, "incidents.html", model)

    @routes.get("/points.json")
    def map_points(request: Request) -> dict[str, object]:
        visitor(desk, request, "reader")
        try:
            wanted, order = filter_of(question_of(request.query_params), desk.codebook)
        except InputError:
            wanted, order = Filter(), Order()
        return points(desk.store.sketch(wanted, order, MAP_INCIDENTS))

    @routes.get("/incidents/{incident}")
    def incident(request: Request, incident: str) -> Response:
        session = visitor(desk, request, "reader")
        model = incident_page(desk, incident)
        if model is None:
            raise HTTPException(404, "There is no such incident: it may have been merged with another.")
        return page(desk, request, session, "incident.html", model)

    @routes.get("/incidents/{incident}/point.json")
    def point(request: Request, incident: str) -> dict[str, object]:
        visitor(desk, request, "reader")
        return points(desk.store.sketch_of((incident,)))

    @routes.get("/reports")
    def reports(request: Request) -> Response:
        session = visitor(desk, request, "reader")
        return page(desk, request, session, "reports.html", reports_page(desk, request.query_params))

    @routes.get("/reports/{report}")
    def report(request: Request, report: str) -> Response:
        session = visitor(desk, request, "reader")
        model = report_page(desk, report)
        if model is None:
            raise HTTPException(404, "There is no such report: it may have been removed.")
        return page(desk, request, session, "report.html", model)

    return routes
