"""The API: reports, claims, statements and incidents as the JSON contract has them; and the server."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, FastAPI, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from dateline.exchange.records import claim_json, incident_json, report_json, statement_json
from dateline.web.asked import AskedClaims, AskedIncidents, AskedReports, AskedStatements, Id
from dateline.web.contract import document, health, listed, single
from dateline.web.desk import Desk
from dateline.web.etags import answer
from dateline.web.records import claims_named, reports_named, statements_named
from dateline.web.visitors import program


def page(total: int, offset: int, items: list[dict[str, object]]) -> dict[str, object]:
    """A list as the API gives it."""
    return {"total": total, "offset": offset, "items": items}


def api_routes(desk: Desk) -> APIRouter:
    """Incidents and reports; a reader may look at everything."""
    routes = APIRouter(prefix="/api")

    @routes.get("/health", responses=health())
    def state(request: Request) -> Response:
        """Whether the ledger can be read, and whether all that it holds is linked."""
        program(desk, request, "reader")
        return JSONResponse({"ledger": "readable", "head": desk.store.head(), "linked": desk.store.settled()})

    @routes.get("/incidents", responses=listed("incident"))
    def incidents(request: Request, asked: Annotated[AskedIncidents, Query()]) -> Response:
        """Incidents, filtered and in the order asked for."""
        program(desk, request, "reader")

        def found() -> dict[str, object]:
            told = desk.store.find(asked.filter, asked.order, asked.limit, asked.offset)
            return page(told.total, asked.offset, [incident_json(each.incident) for each in told.found])

        return answer(desk, request, found)

    @routes.get("/incidents/{incident}", responses=single("incident"))
    def incident(request: Request, incident: Id) -> Response:
        """One incident."""
        program(desk, request, "reader")

        def found() -> dict[str, object]:
            for each in desk.store.incidents_with((incident,)):
                return incident_json(each)
            raise HTTPException(404, "There is no such incident.")

        return answer(desk, request, found)

    @routes.get("/reports", responses=listed("report"))
    def reports(request: Request, asked: Annotated[AskedReports, Query()]) -> Response:
        """Reports, the latest first."""
        program(desk, request, "reader")

        def found() -> dict[str, object]:
            named = desk.store.seek_reports(asked.sought, asked.page)
            items = [report_json(each) for each in reports_named(desk.store, named.ids)]
            return page(named.total, asked.offset, items)

        return answer(desk, request, found)

    @routes.get("/reports/{report}", responses=single("report"))
    def report(request: Request, report: Id) -> Response:
        """One report."""
        program(desk, request, "reader")

        def found() -> dict[str, object]:
            reading = desk.store.reading(report)
            if reading is None:
                raise HTTPException(404, "There is no such report.")
            return report_json(reading.report)

        return answer(desk, request, found)

    return routes


def reading_routes(desk: Desk) -> APIRouter:
    """What was read in reports: claims and statements."""
    routes = APIRouter(prefix="/api")

    @routes.get("/claims", responses=listed("claim"))
    def claims(request: Request, asked: Annotated[AskedClaims, Query()]) -> Response:
        """Claims as they were read, in order of report and text."""
        program(desk, request, "reader")

        def found() -> dict[str, object]:
            named = desk.store.seek_claims(asked.sought, asked.page)
            told = claims_named(desk.store, named.ids)
            return page(named.total, asked.offset, [claim_json(each, holder) for each, holder in told])

        return answer(desk, request, found)

    @routes.get("/claims/{claim}", responses=single("claim"))
    def claim(request: Request, claim: Id) -> Response:
        """One claim as it was read."""
        program(desk, request, "reader")

        def found() -> dict[str, object]:
            report = desk.store.report_of_claim(claim)
            for each, holder in claims_named(desk.store, ((report, claim),) if report else ()):
                return claim_json(each, holder)
            raise HTTPException(404, "There is no such claim.")

        return answer(desk, request, found)

    @routes.get("/statements", responses=listed("statement"))
    def statements(request: Request, asked: Annotated[AskedStatements, Query()]) -> Response:
        """Statements, contacts and positions, in order of report and text."""
        program(desk, request, "reader")

        def found() -> dict[str, object]:
            named = desk.store.seek_statements(asked.sought, asked.page)
            items = [statement_json(each) for each in statements_named(desk.store, named.ids)]
            return page(named.total, asked.offset, items)

        return answer(desk, request, found)

    @routes.get("/statements/{statement}", responses=single("statement"))
    def statement(request: Request, statement: Id) -> Response:
        """One statement, contact or position."""
        program(desk, request, "reader")

        def found() -> dict[str, object]:
            report = desk.store.report_of_statement(statement)
            for each in statements_named(desk.store, ((report, statement),) if report else ()):
                return statement_json(each)
            raise HTTPException(404, "There is no such statement.")

        return answer(desk, request, found)

    return routes


def document_routes(desk: Desk, app: FastAPI) -> APIRouter:
    """The OpenAPI document, and the same for people."""
    routes = APIRouter(prefix="/api", include_in_schema=False)

    @routes.get("/openapi.json")
    def openapi() -> dict[str, object]:
        return document(app)

    @routes.get("")
    def people() -> Response:
        told = document(app)["paths"]
        return HTMLResponse(desk.templates.get_template("api.html").render(paths=told))

    return routes
