"""What a visitor sees when something is not there, not allowed, or goes wrong."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException as StarletteHTTPException

from dateline.errors import DatelineError, InputError, LedgerAwayError, LedgerError
from dateline.limits import MAX_REQUEST_BYTES
from dateline.web.desk import Desk
from dateline.web.security import TooLargeError
from dateline.web.visitors import LoginNeededError, NotAllowedError, TokenNeededError


def add_failures(app: FastAPI, desk: Desk) -> None:
    """Answer each kind of failure in words: a page to a browser, JSON to a program."""

    def answer(request: Request, status: int, words: str) -> Response:
        if request.url.path.startswith("/api"):
            return JSONResponse({"detail": words}, status)
        template = desk.templates.get_template("failure.html")
        name = HTTPStatus(status).phrase
        return HTMLResponse(template.render(status=status, name=name, words=words), status)

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
        return answer(request, 413, f"A request may have {MAX_REQUEST_BYTES:,} bytes.")

    @app.exception_handler(StarletteHTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        response = answer(request, error.status_code, str(error.detail))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        told = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        return answer(request, 422, told)

    @app.exception_handler(InputError)
    def asked_wrongly(request: Request, error: InputError) -> Response:
        return answer(request, 422, str(error))

    @app.exception_handler(LedgerAwayError)
    def away(request: Request, error: LedgerAwayError) -> Response:
        return answer(request, 503, str(error))

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
