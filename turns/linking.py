"""Linking people to users of the request manager: by a code that they say, and what the owner's page does about it."""

from __future__ import annotations

import logging
from concurrent.futures import wait
from typing import TYPE_CHECKING, Final, Protocol

from dialogs.wants import Linked, NotLinked, Unlinkable
from media_backends import Ability, BackendError, BackendTooSlow, Unsupported

if TYPE_CHECKING:
    from collections.abc import Sequence

    from media import User
    from turns.deadline import Deadline
    from turns.world import Speaker, World

log = logging.getLogger(__name__)

#: Seconds in which the request manager has to list its users for the page.
PATIENCE: Final = 8.0


class UsersUnread(Exception):
    """The request manager does not tell who its users are; the text says why, for the owner."""


class Code(Protocol):
    """Four digits to be shown."""

    @property
    def code(self) -> str: ...
    @property
    def expires(self) -> float: ...  # Unix seconds


class Codes(Protocol):
    """Where codes are kept (storage does)."""

    def make(self, user: User) -> Code: ...
    def look(self, code: str, channel: str, person: str) -> User | Unlinkable: ...
    def use(self, code: str, channel: str, person: str) -> bool: ...


class Known(Protocol):
    """Somebody who spoke to us."""

    @property
    def channel(self) -> str: ...
    @property
    def person(self) -> str: ...
    @property
    def user(self) -> str | None: ...  # User.id
    @property
    def seen(self) -> float: ...  # Unix seconds


def link(code: str, world: World, speaker: Speaker, deadline: Deadline) -> Linked | NotLinked:
    """Make who speaks the user whom this code is for: their voice where it is known, else the device, else the account.

    Whoever cannot be linked anyway learns nothing of the code.
    """
    if not speaker.person:
        return NotLinked(Unlinkable.NOBODY)
    if Ability.AS_USER not in world.backend().abilities:
        return NotLinked(Unlinkable.NO_USERS)
    meant = world.codes.look(code, speaker.channel, speaker.person)
    if isinstance(meant, Unlinkable):
        return NotLinked(meant)
    try:
        users = {user.id: user for user in _users_in_time(world, deadline)}
    except Unsupported:
        users = {meant.id: meant}  # nobody can tell, so it is as it was when the code was made
    except BackendError as problem:
        log.warning("nobody was linked, since the users cannot be read: %s", problem)
        return NotLinked(Unlinkable.UNASKED)
    if meant.id not in users:
        return NotLinked(Unlinkable.GONE)
    world.people.meet(speaker.channel, speaker.person, speaker.locale, speaker.zone)
    if not world.codes.use(code, speaker.channel, speaker.person):
        return NotLinked(Unlinkable.USED)
    log.info("channel=%s who=%s is user %s from now on, by a code", speaker.channel, speaker.digest, meant.id)
    return Linked(users[meant.id].name)


def _users_in_time(world: World, deadline: Deadline) -> tuple[User, ...]:
    left = deadline.left
    asking = world.pool.submit(lambda: world.backend().users(timeout=left))
    if not wait((asking,), left).done:
        asking.cancel()
        raise BackendTooSlow("the turn's time was over")
    return asking.result()


class Linking:
    """What the owner does about people. Keeps nothing; safe for many threads."""

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def has_users(self) -> bool:
        """True where the request manager can act for its users."""
        return Ability.AS_USER in self._world.backend().abilities

    def everybody(self) -> Sequence[Known]:
        """Everybody who asked for something or was linked, the last seen first."""
        return self._world.people.everybody()

    def users(self) -> tuple[User, ...]:
        """Everybody the request manager knows. Raises UsersUnread."""
        try:
            return self._world.backend().users(timeout=PATIENCE)
        except BackendError as problem:
            raise UsersUnread(str(problem)) from problem

    def new_code(self, user: str) -> tuple[User, Code] | None:
        """A code for this user (User.id); None where there is none such. Raises UsersUnread."""
        known = next((one for one in self.users() if one.id == user), None)
        return (known, self._world.codes.make(known)) if known else None

    def unlink(self, channel: str, person: str) -> bool:
        """Let this person ask as everybody else does; False for whoever is not linked."""
        is_linked = any(
            (one.channel, one.person) == (channel, person) and one.user for one in self._world.people.everybody()
        )
        if is_linked:
            self._world.people.link(channel, person, None)
        return is_linked
