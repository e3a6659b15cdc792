"""Calls to one server of the family: in whose name, past its CSRF protection, and each "no" as an error of the port."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from backends import outbound_errors_told
from backends.seerr.refusals import is_csrf, row_of, why_not_read
from media_backends import UserUnknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from outbound import Answer, Session

STATUS: Final = "/api/v1/status"
SECRET: Final = "_csrf"  # noqa: S105 - the name of a cookie
TOKEN: Final = "XSRF-TOKEN"  # noqa: S105 - the name of a cookie
LARGEST_ID: Final = 2**31 - 1


class Calls:
    """Reads and writes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._token: Mapping[str, str] = {}  # headers that let a write through, once one was refused without

    @property
    def host(self) -> str:
        """Host and port, fit to be shown."""
        return self._session.host

    @property
    def rests(self) -> bool:
        """True while the server is left alone for a moment."""
        return self._session.rests

    def read(self, path: str, timeout: float) -> Mapping[str, object]:
        """The JSON object at this path."""
        with outbound_errors_told():
            answer = self._session.get(path, timeout=timeout)
        if answer.status != 200:
            raise why_not_read(answer, self.host)
        return row_of(answer, self.host)

    def write(
        self, method: str, path: str, payload: object = None, *, user: str | None = None, timeout: float
    ) -> Answer:
        """Send it once, as `user`. Only where it was refused for want of a CSRF token, again with one."""
        ends_at = time.monotonic() + timeout
        name = as_user(user)
        answer = self._send(method, path, payload, name, timeout)
        if is_csrf(answer) and self._learn_token(ends_at - time.monotonic()):
            answer = self._send(method, path, payload, name, ends_at - time.monotonic())
        return answer

    def close(self) -> None:
        self._session.close()

    def _send(self, method: str, path: str, payload: object, name: Mapping[str, str], timeout: float) -> Answer:
        with outbound_errors_told():
            return self._session.send(method, path, payload, timeout=timeout, headers={**name, **self._token})

    def _learn_token(self, timeout: float) -> bool:
        with outbound_errors_told():
            given = self._session.get(STATUS, timeout=timeout).cookies
        if not {SECRET, TOKEN} <= given.keys():
            return False
        self._token = {
            "Cookie": f"{SECRET}={given[SECRET]}; {TOKEN}={given[TOKEN]}",
            "X-XSRF-TOKEN": given[TOKEN],
        }
        return True


def as_user(user: str | None) -> Mapping[str, str]:
    """The header that names a user. Raises UserUnknown: an id that is no number crashes those servers."""
    if user is None:
        return {}
    if not (user.isascii() and user.isdigit() and 0 < int(user[:12]) <= LARGEST_ID and not user.startswith("0")):
        message = f"{user[:40]!r} is no user's number"
        raise UserUnknown(message)
    return {"X-Api-User": user}
