"""The application: an open ledger and its settings -> pages and API."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib.metadata import version

from fastapi import FastAPI

from dateline.codebook import Codebook
from dateline.ledger import Store
from dateline.web.desk import Desk
from dateline.web.failures import add_failures, told
from dateline.web.render import make_environment
from dateline.web.routes.adding import adding_routes
from dateline.web.routes.api import api_routes, document_routes, reading_routes
from dateline.web.routes.entering import entering_routes
from dateline.web.routes.files import file_routes
from dateline.web.routes.judging import judging_routes
from dateline.web.routes.looking import looking_routes
from dateline.web.routes.reviewing import reviewing_routes
from dateline.web.security import Guard, content_policy
from dateline.web.serving import Serving
from dateline.web.sessions import Sessions
from dateline.web.statics import load_statics


def make_app(
    store: Store,
    codebook: Codebook,
    serving: Serving,
    clock: Callable[[], datetime],
    nonce: Callable[[], str],
    changed: Callable[[], None],
) -> FastAPI:
    """The application over an open ledger.

    Args:
        store: open; the caller closes it.
        codebook: that of the settings.
        serving: the choices of this server.
        clock: gives the time, with its zone.
        nonce: gives a text that cannot be guessed, another one each time.
        changed: called after something was decided or added, to have the ledger linked.
    """
    statics = load_statics()
    desk = Desk(
        store,
        serving,
        codebook,
        {code: country.name for code, country in codebook.countries.by_code.items()},
        Sessions(serving.secret, clock, nonce),
        statics,
        make_environment(statics),
        lambda: clock().date(),
        changed,
    )
    app = FastAPI(
        title="Dateline", version=version("dateline"), openapi_url=None, docs_url=None, redoc_url=None
    )
    pages = (file_routes, entering_routes, looking_routes, reviewing_routes, adding_routes)
    for routes in (*pages, api_routes, reading_routes, judging_routes):
        app.include_router(routes(desk))
    app.include_router(document_routes(desk, app))
    add_failures(app, desk)
    app.add_middleware(
        Guard, hosts=serving.hosts, policy=content_policy(serving.tiles), told=partial(told, desk)
    )
    return app
