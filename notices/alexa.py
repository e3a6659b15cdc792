"""A notification on the devices of an Alexa account: "Dune is available", with a chime and a light.

Amazon's Proactive Events API, schema AMAZON.MediaContent.Available:
https://developer.amazon.com/en-US/docs/alexa/smapi/proactive-events-api.html
The wording is Amazon's; what we give is the name, where it is, and in which language that is.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from media import Kind
from notices.addresses import AddressRefused
from notices.posting import NotSent
from outbound.errors import OutboundError
from outbound.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outbound.session import Answer

LOGIN: Final = "https://api.amazon.com"
HOSTS: Final = {
    "na": "https://api.amazonalexa.com",
    "eu": "https://api.eu.amazonalexa.com",
    "fe": "https://api.fe.amazonalexa.com",
}
PATHS: Final = {"live": "/v1/proactiveEvents/", "development": "/v1/proactiveEvents/stages/development"}
SCOPE: Final = "alexa::proactive_events"
#: Seconds for each call.
TIMEOUT: Final = 10.0
#: A notification that could not be delivered for so long is dropped by Amazon, which allows a day at most.
EXPIRES: Final = timedelta(hours=23)
#: A token that ends within so many seconds is not used any more.
MARGIN: Final = 60.0
#: Those that a skill of ours is made for; devices of one account may each have another.
LOCALES: Final = (
    *("de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US"),
    *("fr-CA", "fr-FR", "it-IT", "nl-NL", "pt-BR"),
)
CONTENT: Final = {Kind.MOVIE: "MOVIE", Kind.TV: "EPISODE"}


@dataclass(frozen=True, slots=True)
class Available:
    """What can be watched now."""

    reference: str  # one notification is told once under the same reference
    kind: Kind
    name: str
    where: Mapping[str, str]  # as people call it, "your library", by locale: a device is told in its own
    at: float  # since when, in Unix seconds


class NotTaken(NotSent):
    """Amazon did not take it; `retry_after` is what it asked for, in seconds."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class ProactiveEvents:
    """Sends notifications. Safe for many threads."""

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        clock: Callable[[], float],
        *,
        host: str = HOSTS["na"],
        stage: str = "live",
        login: str = LOGIN,
    ) -> None:
        """`clock` gives Unix seconds. Id and secret stand on the skill's page "Permissions" (Alexa Skill Messaging)."""
        self._secret, self._clock, self._path = (client_id, client_secret), clock, PATHS[stage]
        self._login, self._events = Session(login), Session(host)
        self._lock = threading.Lock()
        self._token, self._ends = "", 0.0

    def send(self, account: str, available: Available) -> None:
        """Notify this account's devices. Raises NotTaken where it may be tried again, AddressRefused where not.

        It may be called again for the same reference: Amazon tells it once.
        """
        answer = self._post(account, available)
        if answer.status == 403:  # the token may have been taken back before its time
            self._token = ""
        if answer.status in {403, 429} or answer.status >= 500:
            raise NotTaken(f"Amazon answered {answer.status}", answer.retry_after)
        if not 200 <= answer.status < 300:
            raise AddressRefused(f"Amazon answered {answer.status}: it does not take this notification")

    def close(self) -> None:
        """Let go of connections."""
        self._login.close()
        self._events.close()

    def _post(self, account: str, available: Available) -> Answer:
        headers = {"Authorization": f"Bearer {self._bearer()}"}
        try:
            return self._events.send(
                "POST", self._path, self._event(account, available), timeout=TIMEOUT, headers=headers
            )
        except OutboundError as problem:
            raise NotTaken(str(problem)) from None

    def _bearer(self) -> str:
        with self._lock:
            if not self._token or self._ends - MARGIN <= self._clock():
                self._token, self._ends = self._log_in()
            return self._token

    def _log_in(self) -> tuple[str, float]:
        client, secret = self._secret
        asked = {"grant_type": "client_credentials", "client_id": client, "client_secret": secret, "scope": SCOPE}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        try:
            answer = self._login.send(
                "POST", "/auth/o2/token", urlencode(asked).encode(), timeout=TIMEOUT, headers=headers
            )
            told = answer.json()
        except OutboundError as problem:
            raise NotTaken(str(problem)) from None
        token = told.get("access_token") if isinstance(told, dict) and answer.status == 200 else None
        if not isinstance(told, dict) or not isinstance(token, str) or not token.isascii():
            raise NotTaken(f"Amazon did not log us in ({answer.status}): check ALEXA_CLIENT_ID and ALEXA_CLIENT_SECRET")
        seconds = told.get("expires_in")
        return token, self._clock() + (seconds if isinstance(seconds, int) else 0)

    def _event(self, account: str, available: Available) -> dict[str, Any]:
        now = datetime.fromtimestamp(self._clock(), UTC)
        payload = {
            "availability": {
                "startTime": _iso(datetime.fromtimestamp(available.at, UTC)),
                "provider": {"name": "localizedattribute:providerName"},
                "method": "STREAM",
            },
            "content": {"name": "localizedattribute:contentName", "contentType": CONTENT[available.kind]},
        }
        words = [
            {"locale": locale, "providerName": where, "contentName": available.name}
            for locale, where in available.where.items()
        ]
        return {
            "timestamp": _iso(now),
            "referenceId": sha256(f"{account} {available.reference}".encode()).hexdigest()[:40],
            "expiryTime": _iso(now + EXPIRES),
            "event": {"name": "AMAZON.MediaContent.Available", "payload": payload},
            "localizedAttributes": words,
            "relevantAudience": {"type": "Unicast", "payload": {"user": account}},
        }


def _iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
