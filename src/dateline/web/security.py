"""The one place of the pages' defence: who may ask, what a page may load, and how large a request may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

from starlette.datastructures import URL, Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.limits import MAX_REQUEST_BYTES

SAFE = frozenset(("GET", "HEAD", "OPTIONS"))

HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


TOO_LARGE = (
    f"What was sent is larger than the {MAX_REQUEST_BYTES:,} bytes that a request may have: part it, "
    "or give the file to `dateline add` where the ledger lies."
)


class TooLargeError(Exception):
    """A request is larger than any may be."""


def content_policy(tiles: str | None) -> str:
    """What a page may load and do: nothing inline, nothing from elsewhere but an own server's tiles."""
    pictures = f"'self' data: {_origin(tiles)}" if tiles else "'self' data:"
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            f"img-src {pictures}",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


class Guard:
    """Stands before the application: refuses what does not come from its own pages, adds its headers.

    A name that is not ours in Host is a rebound address; a foreign Origin is another site's form.
    """

    def __init__(
        self, app: ASGIApp, hosts: frozenset[str], policy: str, told: Callable[[URL, int, str], Response]
    ) -> None:
        self._app, self._told = app, told
        self._hosts = hosts
        self._policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refused(scope["method"], headers)
        taken = 0

        async def measured() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > MAX_REQUEST_BYTES:
                raise TooLargeError
            return message

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add_headers(MutableHeaders(scope=message))
            await send(message)

        if refused:
            status, words = refused
            await self._told(URL(scope=scope), status, words)(scope, receive, guarded)
            return
        await self._app(scope, measured, guarded)

    def _refused(self, method: str, headers: Headers) -> tuple[int, str] | None:
        if headers.getlist("host") != [host for host in headers.getlist("host")[:1] if self._ours(host)]:
            return 421, "This server is not called so: --host and --allow-host name it."
        if _length(headers) > MAX_REQUEST_BYTES:
            return 413, TOO_LARGE
        if method not in SAFE and not self._from_here(headers):
            return 403, "This did not come from a page of this server."
        return None

    def _ours(self, host: str) -> bool:
        return host.lower() in self._hosts

    def _from_here(self, headers: Headers) -> bool:
        origins = headers.getlist("origin")
        if origins:
            return len(origins) == 1 and self._ours(urlsplit(origins[0]).netloc)
        return headers.get("sec-fetch-site", "none") in ("none", "same-origin")

    def _add_headers(self, headers: MutableHeaders) -> None:
        for name, value in HEADERS.items():
            headers[name] = value
        headers["Content-Security-Policy"] = self._policy
        headers.setdefault("Cache-Control", "no-store")


def host_names(names: Iterable[str], port: int) -> frozenset[str]:
    """What Host may be for these names at a port; the port may be left out where it is that of HTTP."""
    told = {f"[{name}]" if ":" in name else name.lower() for name in names}
    return frozenset({f"{name}:{port}" for name in told} | (told if port in (80, 443) else set()))


def _length(headers: Headers) -> int:
    told = headers.get("content-length", "0")
    return int(told) if told.isascii() and told.isdigit() else MAX_REQUEST_BYTES + 1


def _origin(address: str) -> str:
    """Scheme and host of a tile server; ``{s}`` stands for any subdomain."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"
