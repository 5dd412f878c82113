"""What an answer of the API rests on: as long as that is the same, so is the answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib.metadata import version

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from dateline.web.desk import Desk


def answer(desk: Desk, request: Request, make: Callable[[], object]) -> Response:
    """The answer, or where the asker has it already nothing but its tag."""
    tag = _tag(desk, request)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Authorization"}
    known = [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
    if tag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return JSONResponse(make(), headers=headers)


def _tag(desk: Desk, request: Request) -> str:
    store = desk.store
    parts = (version("dateline"), store.head(), str(store.settled()), request.url.path, request.url.query)
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
    return f'"{digest[:32]}"'
