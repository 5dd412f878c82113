"""What a visitor sees when something is not there, not allowed, or goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.datastructures import URL
from starlette.exceptions import HTTPException as StarletteHTTPException

from dateline.errors import DatelineError, InputError, LedgerAwayError, LedgerError
from dateline.web.desk import Desk
from dateline.web.security import TOO_LARGE, TooLargeError
from dateline.web.visitors import LoginNeededError, NotAllowedError, TokenNeededError
from dateline.wording.words import sentence_case

NAMES: Mapping[int, str] = {
    403: "Not allowed",
    404: "Nothing is here",
    413: "Too large",
    422: "Not understood",
    500: "A fault",
    503: "The ledger is away",
}
"""What a page is headed by; other failures are called as in HTTP."""

AWAY = "What was sent was not kept. Try again; if it lasts, see whether the database runs."


def told(desk: Desk, address: URL, status: int, words: str) -> Response:
    """A failure in words: a page to a browser, JSON to a program."""
    if address.path.startswith("/api"):
        return JSONResponse({"detail": words}, status)
    name = NAMES.get(status, HTTPStatus(status).phrase)
    again = f"{address.path}?{address.query}" if status == 503 else ""
    template = desk.templates.get_template("failure.html")
    return HTMLResponse(
        template.render(status=status, name=name, words=sentence_case(words), again=again), status
    )


def add_failures(app: FastAPI, desk: Desk) -> None:
    """Answer each kind of failure."""

    def answer(request: Request, status: int, words: str) -> Response:
        return told(desk, request.url, status, words)

    @app.exception_handler(LoginNeededError)
    def login(request: Request, _error: LoginNeededError) -> Response:
        return RedirectResponse("/login", 303)

    @app.exception_handler(TokenNeededError)
    def token(request: Request, _error: TokenNeededError) -> Response:
        words = {"detail": "Give a token: Authorization: Bearer TOKEN."}
        return JSONResponse(words, 401, headers={"WWW-Authenticate": "Bearer"})

    @app.exception_handler(NotAllowedError)
    def forbidden(request: Request, error: NotAllowedError) -> Response:
        return answer(request, 403, str(error))

    @app.exception_handler(TooLargeError)
    def large(request: Request, _error: TooLargeError) -> Response:
        return answer(request, 413, TOO_LARGE)

    @app.exception_handler(StarletteHTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        words = str(error.detail)
        if error.status_code == 404 and words == HTTPStatus.NOT_FOUND.phrase:
            words = f"No page is called {request.url.path}."
        response = answer(request, error.status_code, words)
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        wrong = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        return answer(request, 422, wrong)

    @app.exception_handler(InputError)
    def asked_wrongly(request: Request, error: InputError) -> Response:
        return answer(request, 422, str(error))

    @app.exception_handler(LedgerAwayError)
    def away(request: Request, error: LedgerAwayError) -> Response:
        return answer(request, 503, f"{error}. {AWAY}")

    @app.exception_handler(LedgerError)
    def ledger(request: Request, error: LedgerError) -> Response:
        return answer(request, 409 if request.method == "POST" else 503, str(error))

    @app.exception_handler(DatelineError)
    def ours(request: Request, error: DatelineError) -> Response:
        return answer(request, 500, f"This is a fault of Dateline: {error}")

    @app.exception_handler(Exception)
    def unforeseen(request: Request, _error: Exception) -> Response:
        words = "This is a fault of Dateline; what happened is told where the server was started."
        return answer(request, 500, words)
