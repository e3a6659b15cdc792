"""A word while a turn takes long: "One moment, please.", sent to Alexa beside the answer, which never waits for it.

https://developer.amazon.com/en-US/docs/alexa/custom-skills/progressive-response-api-reference.html
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from html import escape
from threading import BoundedSemaphore, Event, Thread
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from outbound import BadAddress, OutboundError, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from channels.alexa.reading import AlexaRequest

log = logging.getLogger(__name__)

#: Seconds after which a turn takes long.
LONG: Final = 1.5
#: Seconds for the whole call.
TIMEOUT: Final = 2.0
#: Turns that may be waited for at once; the others go without.
MOST: Final = 8
#: What Alexa lets us speak during.
SPOKEN_DURING: Final = frozenset({"LaunchRequest", "IntentRequest"})


def at_amazon(endpoint: str) -> str:
    """The address of one of Amazon's API hosts, as it is called. Raises BadAddress for any other."""
    try:
        parts = urlsplit(endpoint)
        ours = parts.scheme == "https" and parts.port in {None, 443} and "@" not in parts.netloc
    except ValueError:
        raise BadAddress("the API endpoint is malformed") from None
    host = parts.hostname or ""
    if not (ours and host.endswith(".amazonalexa.com") and parts.path in {"", "/"} and not parts.query):
        raise BadAddress("the API endpoint is not one of Amazon's")
    return f"https://{host}"


class Moments:
    """One for the life of a service; safe for many threads.

    A word is sent once a turn at most, and none is begun once the turn is over. Whatever becomes of it, the turn does
    not notice.
    """

    def __init__(
        self,
        long: float = LONG,
        most: int = MOST,
        address: Callable[[str], str] = at_amazon,
        connect: Callable[[str], Session] = Session,
    ) -> None:
        """`long` in seconds; `address` turns a request's API endpoint into one that may be called, or raises."""
        self._long, self._address, self._connect = long, address, connect
        self._room = BoundedSemaphore(most)

    @contextmanager
    def during(self, request: AlexaRequest, words: Callable[[], str]) -> Iterator[None]:
        """A turn that is being taken; `words` are asked for only once it takes long."""
        over = Event()
        if self._may_speak(request) and self._room.acquire(blocking=False):
            Thread(target=self._wait, args=(request, words, over), name="moment", daemon=True).start()
        try:
            yield
        finally:
            over.set()

    @staticmethod
    def _may_speak(request: AlexaRequest) -> bool:
        return request.type in SPOKEN_DURING and bool(request.api_endpoint and request.api_token and request.delivery)

    def _wait(self, request: AlexaRequest, words: Callable[[], str], over: Event) -> None:
        try:
            if not over.wait(self._long):
                self._send(request, words(), over)
        except OutboundError as problem:
            log.info("No word could be sent while a turn took long: %s", problem)
        finally:
            self._room.release()

    def _send(self, request: AlexaRequest, words: str, over: Event) -> None:
        spoken = {"type": "VoicePlayer.Speak", "speech": f"<speak>{escape(words)}</speak>"}
        payload = {"header": {"requestId": request.delivery}, "directive": spoken}
        bearer = {"Authorization": f"Bearer {request.api_token}"}
        with self._connect(self._address(request.api_endpoint)) as amazon:
            if over.is_set():
                return
            answer = amazon.send("POST", "/v1/directives", payload, timeout=TIMEOUT, headers=bearer)
        if answer.status >= 300:
            log.info("Alexa did not take a word while a turn took long: status %s", answer.status)
