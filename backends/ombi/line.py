"""Asking Ombi: JSON out, JSON in, and each answer that is none of what was asked for as an error of the port."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, TypeVar

from backends import NOBODY_BEHIND, outbound_errors_told
from backends.ombi.refusals import why_not_answered
from media_backends import BackendBlind, BackendBroken
from outbound import Broken, Redirected, TooLarge, fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from outbound import Answer, Session

OK: Final = 200
NOTHING: Final = 204  # Ombi's word for null
MOST_AT_ONCE: Final = 4  # questions side by side; more only make each of them slower

T = TypeVar("T")
U = TypeVar("U")


class Countdown:
    """The time one call of the port has, shared by all that it asks."""

    def __init__(self, seconds: float) -> None:
        self._ends_at = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds."""
        return self._ends_at - time.monotonic()


class Line:
    """One Ombi, to be asked from as many threads as you like."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def host(self) -> str:
        """Host and port, fit to be shown."""
        return self._session.host

    @property
    def rests(self) -> bool:
        """True while the server is left alone for a moment."""
        return self._session.rests

    def read(self, path: str, countdown: Countdown, *, user: str | None = None) -> object:
        """The JSON behind a GET, None where Ombi has nothing to say; with `user`, what that user may see."""
        with outbound_errors_told():
            answer = self._session.send("GET", path, timeout=countdown.left, headers=as_user(user))
        return self._told(answer, user=user)

    def look_up(self, path: str, countdown: Countdown, question: object = None) -> object:
        """What Ombi asks TMDB for; with a `question`, by POST, which is a read there and tried twice like one.

        Raises BackendBlind where Ombi gets no answer itself.
        """
        with outbound_errors_told():
            if question is None:
                answer = self._session.get(path, timeout=countdown.left)
            else:
                answer = self._asked_twice(path, question, countdown)
        return self._told(answer, looking_up=True)

    def look_up_list(
        self, path: str, countdown: Countdown, question: object = None
    ) -> tuple[Mapping[str, object], ...]:
        """The objects of a list that is looked up. Raises BackendBroken where anything else stands in it."""
        found = self.look_up(path, countdown, question)
        if found is None:  # not even an empty one: TMDB gave it nothing
            raise BackendBlind(f"{self.host} has no answer to {path}")
        if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
            raise BackendBroken(f"{self.host} answered {path} with something else than a list of titles")
        return tuple(fields.as_row(row) for row in found)

    def write(
        self, method: str, path: str, countdown: Countdown, body: object = None, *, user: str | None = None
    ) -> object:
        """The JSON answer to something that changes Ombi; sent once."""
        with outbound_errors_told():
            answer = self._session.send(method, path, body, timeout=countdown.left, headers=as_user(user))
        return self._told(answer, user=user)

    def _asked_twice(self, path: str, question: object, countdown: Countdown) -> Answer:
        try:
            answer = self._session.post(path, question, timeout=countdown.left)
        except (Redirected, TooLarge):
            raise
        except Broken:
            return self._session.post(path, question, timeout=countdown.left)
        if answer.status in NOBODY_BEHIND and not answer.retry_after:
            return self._session.post(path, question, timeout=countdown.left)
        return answer

    def _told(self, answer: Answer, *, user: str | None = None, looking_up: bool = False) -> object:
        if answer.status == NOTHING or (answer.status == OK and not answer.body):
            return None
        if answer.status != OK:
            raise why_not_answered(answer, self.host, user=user, looking_up=looking_up)
        if "html" in answer.content_type.lower():  # the web page, which stands in for every route it does not know
            message = f"{self.host} answered with its web page: it knows no such route. Check the base path"
            raise BackendBroken(message)
        with outbound_errors_told():
            return answer.json()

    def close(self) -> None:
        """Close the connections that wait."""
        self._session.close()


def as_user(name: str | None) -> Mapping[str, str]:
    """The header that makes a call somebody's; never an empty one, over which Ombi falls."""
    return {"UserName": name} if name else {}


def side_by_side(calls: Sequence[Callable[[], T]]) -> list[T]:
    """What the calls bring, in their order; the first error among them is raised when all are done."""
    if len(calls) < 2:
        return [call() for call in calls]
    with ThreadPoolExecutor(min(len(calls), MOST_AT_ONCE), thread_name_prefix="ombi") as pool:
        running = [pool.submit(call) for call in calls]
        return [one.result() for one in running]


def both(first: Callable[[], T], second: Callable[[], U]) -> tuple[T, U]:
    """What the two bring, asked side by side."""
    with ThreadPoolExecutor(1, thread_name_prefix="ombi") as pool:
        running = pool.submit(second)
        return first(), running.result()
