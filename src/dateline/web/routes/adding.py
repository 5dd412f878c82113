"""Adding a report that is pasted or uploaded: it is read at once, and shown."""

from __future__ import annotations

import json
import threading
from io import BytesIO
from pathlib import PurePath, PureWindowsPath
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from dateline.errors import DatelineError, InputError
from dateline.limits import MAX_INPUT_BYTES
from dateline.web.desk import Desk
from dateline.web.forms import ReportForm
from dateline.web.pages.add import AddPage
from dateline.web.pages.parts import report_href
from dateline.web.render import page
from dateline.web.visitors import from_form, visitor

Upload = Annotated[UploadFile | None, File()]


def adding_routes(desk: Desk) -> APIRouter:
    """An owner may add."""
    routes = APIRouter(include_in_schema=False)
    one_at_a_time = threading.Lock()

    @routes.get("/add")
    def look(request: Request) -> Response:
        session = visitor(desk, request, "owner")
        return page(desk, request, session, "add.html", AddPage(ReportForm(), "", ()))

    @routes.post("/add")
    def add(
        request: Request,
        form: Annotated[ReportForm, Form()],
        file: Annotated[UploadFile | None, File()] = None,
    ) -> Response:
        session = from_form(desk, request, "owner", form.mark)
        try:
            with one_at_a_time:
                new, notices = _added(desk, _given(form, file), _name(file))
        except DatelineError as error:
            new, notices = (), (str(error),)
        if len(new) == 1 and not notices:
            return RedirectResponse(report_href(new[0]), 303)
        told = f"{len(new)} report{'' if len(new) == 1 else 's'} added." if new else ""
        return page(desk, request, session, "add.html", AddPage(form, told, notices))

    return routes


def _given(form: ReportForm, file: UploadFile | None) -> bytes:
    """The bytes of an upload, or a pasted text as a line of JSON with what was said of it.

    Raises:
        InputError: nothing was given, both, or too much.
    """
    name = _name(file)
    if not name and not form.text.strip():
        raise InputError("Nothing was given: paste a text, or choose a file.")
    if name and form.text.strip():
        raise InputError(f"A text was pasted and {name} chosen: give one, then the other.")
    if name and (form.publisher.strip() or form.published.strip() or form.title.strip()):
        raise InputError(
            f"Publisher, day and title go with a pasted text. {name} tells its own: leave them empty."
        )
    data = file.file.read(MAX_INPUT_BYTES + 1) if file and name else b""
    if len(data) > MAX_INPUT_BYTES:
        raise InputError(
            f"{name} is larger than {MAX_INPUT_BYTES:,} bytes: part it, or give it to `dateline add`."
        )
    if name:
        return data
    told = {"title": form.title, "publisher": form.publisher, "published": form.published, "text": form.text}
    return json.dumps({key: value.strip() for key, value in told.items() if value.strip()}).encode()


def _name(file: UploadFile | None) -> str:
    """An uploaded file's own name, which may tell the day, without the folders that some browsers send."""
    return PureWindowsPath(PurePath((file and file.filename) or "").name).name


def _added(desk: Desk, data: bytes, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the reports that came, and what is to be said of the rest."""
    from dateline import pipeline  # here, because the model takes seconds to import

    before = desk.store.versions().keys()
    added = pipeline.add(["-"], desk.store, desk.serving.settings, stdin=BytesIO(data), called=name)
    new = tuple(sorted(desk.store.versions().keys() - before))
    notices = [
        f"{f'{each.path} was not' if name else 'Not'} read: {each.reason}." for each in added.quarantined
    ]
    notices += [f"It was removed by {each.by} and stays out: {each.why}" for each in added.removed]
    if added.known and not new:
        notices.append("The ledger has this very text already.")
    return new, tuple(notices)
