"""Ombi's users: in whose name a request can be made, and what each may still ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from backends.ombi.films import date
from backends.ombi.recent import Recent
from media import Quota, QuotaUnit, User
from media_backends import BackendBroken, NotAllowed, UserUnknown
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from backends.ombi.line import Countdown, Line

USERS: Final = "/api/v1/Identity/Users"
REMAINING: Final = {
    QuotaUnit.MOVIES: "/api/v1/Request/movie/remaining",
    QuotaUnit.EPISODES: "/api/v1/Request/tv/remaining",
}


@dataclass(frozen=True, slots=True)
class Person:
    """One user with the roles that are switched on."""

    login: str
    name: str
    roles: frozenset[str]


class People:
    """Whom this Ombi knows; remembered for five minutes, for listing them takes Ombi long."""

    def __init__(self, line: Line, clock: Callable[[], float]) -> None:
        self._line = line
        self._seen: Recent[str, Person] = Recent(clock)

    def users(self, countdown: Countdown) -> tuple[User, ...]:
        """Everybody. Their ids are the login names, which alone Ombi takes in its header."""
        return tuple(User(person.login, person.name) for person in self._read(countdown).values())

    def find(self, login: str, countdown: Countdown) -> Person:
        """The user of that login name, so that no other name is ever sent: over one it does not know, Ombi falls.

        Raises UserUnknown, and NotAllowed for one who was switched off, which Ombi itself would not look at.
        """
        if not (login and login.isascii() and login.isprintable() and login == login.strip()):
            raise UserUnknown(f"{login!r} is no name that can be sent to {self._line.host} in a header")
        key = login.upper()  # as Ombi compares them
        person = self._seen.get(key) or self._read(countdown).get(key)
        if person is None:
            raise UserUnknown(f"{self._line.host} knows no user {login!r}")
        if "Disabled" in person.roles:
            raise NotAllowed(f"the user {login!r} is switched off at {self._line.host}")
        return person

    def forget(self, login: str) -> None:
        """Ask for this one anew."""
        self._seen.forget(login.upper())

    def quotas(self, user: str | None, countdown: Countdown) -> tuple[Quota, ...]:
        """What `user`, or the key itself, may still ask for."""
        login = self.find(user, countdown).login if user is not None else None
        return tuple(self.quota(unit, login, countdown) for unit in REMAINING)

    def quota(self, unit: QuotaUnit, login: str | None, countdown: Countdown) -> Quota:
        """One of them. `remaining` means nothing where there is no limit."""
        told = fields.as_row(self._line.read(REMAINING[unit], countdown, user=login))
        if "hasLimit" not in told:
            raise BackendBroken(f"{self._line.host} tells a quota in another shape")
        if not fields.flag(told, "hasLimit"):
            return Quota(unit, None, None)
        frees = date(told, "nextRequest")
        return Quota(unit, fields.number(told, "limit"), fields.number(told, "remaining"), frees=frees)

    def _read(self, countdown: Countdown) -> dict[str, Person]:
        listed = self._line.read(USERS, countdown)
        if not isinstance(listed, list):
            raise BackendBroken(f"{self._line.host} lists its users in another shape")
        people = [person for row in listed if (person := _person(fields.as_row(row))) is not None]
        return {person.login.upper(): self._seen.keep(person.login.upper(), person) for person in people}


def _person(row: Mapping[str, object]) -> Person | None:
    login = fields.text(row, "userName")
    if login is None:
        return None
    roles = (fields.text(claim, "value") for claim in fields.rows(row, "claims") if fields.flag(claim, "enabled"))
    return Person(login, fields.text(row, "alias") or login, frozenset(role for role in roles if role))
