"""Who may come in: anybody in the demo; otherwise whoever shows the key, or sits at this very machine."""

from __future__ import annotations

import hmac
import logging
from base64 import b64decode
from hashlib import sha256
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from doors.refusals import CODES, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Request

    from doors.identity import Identity
    from logs import Cleaner
    from settings import Settings
    from storage.tokens import Tokens

log = logging.getLogger(__name__)

COOKIE: Final = "overtalkerr_key"
#: A request that carries one of these came through a proxy, so its address says nothing about where it began.
PROXY_HEADERS: Final = (
    "Forwarded",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Real-Ip",
    "Cf-Connecting-Ip",
    "True-Client-Ip",
    "X-Original-Forwarded-For",
)
LOOPBACK_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})
OR_BASIC: Final = "Or send it as the password of 'Authorization: Basic …'."
OR_GOOGLE: Final = (
    "Or let Google send an identity token of the account in GOOGLE_SERVICE_AGENT, made out to GOOGLE_AUDIENCE."
)


def _no_other(_channel: str, _digest: str) -> bool:
    """No channel has a key of its own."""
    return False


class Guard:
    """Holds the digest of the one key that opens all, never the key itself."""

    def __init__(
        self,
        key_digest: str | None,
        opens: Callable[[str, str], bool] = _no_other,
        google: Identity | None = None,
    ) -> None:
        """`key_digest` is the SHA-256 of the key in hex; None leaves the door open (the demo).

        `opens` tells whether a channel has a key of its own with this digest; asked anew each time. `google` is the
        account of Google's that some doors take for a caller.
        """
        self._digest, self._opens, self._google = key_digest, opens, google

    @property
    def is_open(self) -> bool:
        """True where no key is needed at all."""
        return self._digest is None

    def admit(
        self,
        request: Request,
        channel: str = "",
        *,
        basic: bool = False,
        google: bool = False,
        challenges: bool = True,
    ) -> None:
        """Let the caller in, or raise Refused with 401; `challenges` adds the header that HTTP has for it.

        A key of this channel's own will do as well; without `channel`, only the one that opens all. `basic` takes a key
        as the password of Basic too, under any name: for platforms that offer no more. Browsers are never asked for
        one: they would send it along from any page. `google` takes an identity token of Google's, where the owner has
        named whose; looking its key up may take some seconds.
        """
        if self.is_open or is_local(request) or self._shows_key(request, channel):
            return
        if basic and self._shows_password(request, channel):
            return
        by_identity = google and self._google is not None
        if by_identity and self._shows_identity(request):
            return
        headers = {"WWW-Authenticate": 'Bearer realm="overtalkerr"'} if challenges else None
        raise Refused(401, _how_to_come_in(channel, basic=basic, google=by_identity), headers=headers)

    def accepts(self, key: str) -> bool:
        """True for the right key."""
        return self._digest is None or hmac.compare_digest(_digest(key), self._digest)

    def cookie_value(self) -> str:
        """What a browser keeps in place of the key: it opens the same doors, and the key cannot be told from it."""
        return hmac.new((self._digest or "").encode(), b"browser", sha256).hexdigest()

    def _shows_key(self, request: Request, channel: str) -> bool:
        scheme, _, key = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer" and (self.accepts(key.strip()) or self._is_of(channel, key.strip())):
            return True
        cookie = request.cookies.get(COOKIE, "")
        return hmac.compare_digest(cookie.encode(), self.cookie_value().encode()) and is_same_site(request)

    def _shows_password(self, request: Request, channel: str) -> bool:
        # Not werkzeug's own reading, which fails over letters beyond ASCII.
        scheme, _, shown = request.headers.get("Authorization", "").partition(" ")
        try:
            decoded = b64decode(shown.strip().encode(), validate=True).decode()
        except ValueError:  # bad base64, bad UTF-8
            return False
        _, colon, password = decoded.partition(":")
        return scheme.lower() == "basic" and bool(colon) and (self.accepts(password) or self._is_of(channel, password))

    def _shows_identity(self, request: Request) -> bool:
        from doors.identity import NotFromGoogle  # cryptography: most have no Google

        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if self._google is None or scheme.lower() != "bearer":
            return False
        try:
            self._google.check(token.strip())
        except NotFromGoogle as refusal:
            log.warning("Refused an identity token at %s: %s", request.path, refusal)
            return False
        return True

    def _is_of(self, channel: str, key: str) -> bool:
        return bool(channel and key) and self._opens(channel, _digest(key))


def open_guard(settings: Settings, tokens: Tokens, cleaner: Cleaner, now: Callable[[], float]) -> Guard:
    """The demo is open; a real backend wants the key, which is made and shown once when none was set."""
    if settings.is_demo:
        return Guard(None)
    given = settings.voice_token.get_secret_value()
    if given:
        return Guard(_digest(given), tokens.opens, _google(settings, now))
    made = tokens.make_once("voice")
    if made:
        log.warning("Key for every way in but Alexa, shown this once (set VOICE_TOKEN to choose your own): %s", made)
        cleaner.learn(made)
    return Guard(tokens.digest_of("voice"), tokens.opens, _google(settings, now))


def _google(settings: Settings, now: Callable[[], float]) -> Identity | None:
    if not settings.google_audience or not settings.google_service_agent:
        if settings.google_audience or settings.google_service_agent:
            log.warning("GOOGLE_AUDIENCE and GOOGLE_SERVICE_AGENT belong together: one alone opens nothing.")
        return None
    from doors.google_keys import GoogleKeys, google_fetch
    from doors.identity import Identity

    keys = GoogleKeys(google_fetch(), now)
    return Identity(settings.google_audience, settings.google_service_agent, keys, now)


def is_local(request: Request) -> bool:
    """True where the caller sits at this machine: from loopback, through no proxy, and under a loopback name.

    The name matters: a page anywhere may point its own name at 127.0.0.1 and have a browser here call us.
    """
    address = request.environ.get("werkzeug.proxy_fix.orig", {}).get("REMOTE_ADDR") or request.remote_addr
    # nginx, unless told otherwise, adds no header and calls us by a loopback name: its HTTP/1.0 is all that tells.
    is_old = request.environ.get("SERVER_PROTOCOL") == "HTTP/1.0"
    through_proxy = is_old or any(header in request.headers for header in PROXY_HEADERS)
    named = _host_name(request.headers.get("Host", ""))
    return _is_loopback(address) and not through_proxy and named in LOOPBACK_NAMES and is_same_site(request)


def is_same_site(request: Request) -> bool:
    """False where a browser says that a page of another site sent this."""
    origin = request.headers.get("Origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("Host")


def _how_to_come_in(channel: str, *, basic: bool, google: bool) -> str:
    told = CODES[401][1]
    if channel:
        told = f"{told[:-1]}, or what 'script/token make {channel} NAME' showed."
    return " ".join([told, *[OR_BASIC] * basic, *[OR_GOOGLE] * google])


def _is_loopback(address: str | None) -> bool:
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None)
    return (mapped or parsed).is_loopback


def _host_name(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
