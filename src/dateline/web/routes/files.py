"""Files: styles, scripts, and the outlines of countries."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dateline.web.desk import Desk
from dateline.web.outlines import ensure_outlines

FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}


def file_routes(desk: Desk) -> APIRouter:
    """Files hold nothing of the ledger, and are given to everyone."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/static/{digest}/{name}")
    def static(digest: str, name: str) -> Response:
        found = desk.statics.get(name)
        if found is None or found.digest != digest:
            raise HTTPException(404)
        return Response(found.data, media_type=found.media_type, headers=FOR_GOOD)

    @routes.get("/outlines.json")
    async def outlines() -> Response:
        path = await run_in_threadpool(ensure_outlines, desk.serving.cache)
        headers = {"Content-Encoding": "gzip", "Cache-Control": "private, max-age=86400"}
        return Response(path.read_bytes(), media_type="application/geo+json", headers=headers)

    return routes
