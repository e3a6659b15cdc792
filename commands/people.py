"""script/people: who spoke to us, and whom the request manager knows them as."""

from __future__ import annotations

import argparse
import logging
import shlex
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Final

from commands.notifying import add_notify, notify
from commands.opening import open_backend, open_memory
from commands.refusing import CommandError
from commands.tables import table, when
from media_backends import BackendError, Unsupported
from settings import SettingsError, read_settings
from storage.database import DatabaseUnusable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from media import User
    from settings import Settings
    from storage.opening import Storage
    from storage.people import Known

#: Seconds in which the request manager has to list its users.
PATIENCE: Final = 20.0
UNLINKED: Final = "-"


def main(arguments: Sequence[str] | None = None, settings: Settings | None = None) -> str | None:
    """Run the command; returns what went wrong, if anything did. `settings` otherwise come from the environment."""
    asked = _parser().parse_args(arguments)
    try:
        known = settings or read_settings()
        with open_memory(known) as storage:
            lines = _carry_out(asked, known, storage)
    except (CommandError, SettingsError, DatabaseUnusable) as problem:
        return f"people: {problem}"
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return None


def _carry_out(asked: argparse.Namespace, settings: Settings, storage: Storage) -> list[str]:
    match asked.what:
        case "link":
            return _link(asked, settings, storage)
        case "unlink":
            return _unlink(asked.channel, asked.person, storage)
        case "code":
            return _code(asked.user, settings, storage)
        case "notify":
            return notify(asked, settings, storage.addresses)
        case "users":
            return table(("USER", "NAME"), ((user.id, _printable(user.name)) for user in _users(settings)))
        case _:
            return _listed(settings, storage)


def _listed(settings: Settings, storage: Storage) -> list[str]:
    everybody = storage.people.everybody()
    if not everybody:
        return ["Nobody who gave a name has asked for anything yet."]
    rows = ((one.channel, _quoted(one.person), one.user or UNLINKED, when(one.seen)) for one in everybody)
    default = f"user {settings.default_user}" if settings.default_user else "the user whose API key is set"
    return [*table(("CHANNEL", "PERSON", "USER", "LAST SEEN"), rows), f"Whoever has no user asks as {default}."]


def _link(asked: argparse.Namespace, settings: Settings, storage: Storage) -> list[str]:
    if not asked.person.strip():
        raise CommandError("somebody without a name cannot be linked; DEFAULT_USER is for those.")
    user = asked.user if asked.unchecked else _known_user(asked.user, settings)
    spoke = _find(asked.channel, asked.person, storage) is not None
    storage.people.link(asked.channel, asked.person, user)
    done = f"{_quoted(asked.person)} on {asked.channel} asks as user {user} from now on."
    return (
        [done] if spoke else [done, "Nobody of that name has asked for anything there yet: check it if that surprises."]
    )


def _code(user: str, settings: Settings, storage: Storage) -> list[str]:
    known = next((one for one in _users(settings) if one.id == user), None)
    if known is None:
        raise CommandError(_unknown(user))
    made = storage.codes.make(known)
    return [made.code, f"Whoever says it until {when(made.expires)} is {_printable(known.name)} from then on: once."]


def _unknown(user: str) -> str:
    return f"the request manager has no user {user!r}. script/people users lists them."


def _known_user(user: str, settings: Settings) -> str:
    """The user's id, as the request manager has it. A wrong one would be refused with every request."""
    try:
        users = _users(settings)
    except CommandError as problem:
        raise CommandError(
            f"{problem} So user {user} was not checked, and nothing was changed (--unchecked)."
        ) from None
    if user in {one.id for one in users}:
        return user
    raise CommandError(_unknown(user))


def _unlink(channel: str, person: str, storage: Storage) -> list[str]:
    known = _find(channel, person, storage)
    if known is None or known.user is None:
        raise CommandError(f"{_quoted(person)} on {channel} is not linked. script/people list shows who is.")
    storage.people.link(channel, person, None)
    return [f"{_quoted(person)} on {channel} is no longer user {known.user}."]


def _find(channel: str, person: str, storage: Storage) -> Known | None:
    return next((one for one in storage.people.everybody() if (one.channel, one.person) == (channel, person)), None)


def _users(settings: Settings) -> tuple[User, ...]:
    try:
        with closing(open_backend(settings)) as backend:
            return backend.users(timeout=PATIENCE)
    except Unsupported:
        raise CommandError("this request manager does not list its users.") from None
    except BackendError as problem:
        raise CommandError(f"the users cannot be read: {problem}.") from None


def _quoted(person: str) -> str:
    """As it can be copied into the next command; a name comes from outside and may hold anything."""
    return shlex.quote(_printable(person))


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="script/people", description="See who spoke to Overtalkerr, and link them to users of the request manager."
    )
    commands = parser.add_subparsers(dest="what", metavar="COMMAND")
    commands.add_parser("list", help="who asked for something, the last first, and as which user (the default)")
    link = commands.add_parser("link", help="let somebody ask in a user's name, with that user's rights and quota")
    unlink = commands.add_parser("unlink", help="let them ask as everybody else does")
    for one in (link, unlink):
        one.add_argument("channel", metavar="CHANNEL", help="as the list shows it, such as voice or alexa")
        one.add_argument("person", metavar="PERSON", help="as the list shows it")
    code = commands.add_parser("code", help="four digits; whoever says them to Overtalkerr is that user from then on")
    for one in (link, code):
        one.add_argument("user", metavar="USER", help="the user's id at the request manager")
    link.add_argument(
        "--unchecked", action="store_true", help="do not ask the request manager whether it has that user"
    )
    commands.add_parser("users", help="the users of the request manager")
    add_notify(commands)
    return parser


if __name__ == "__main__":
    logging.disable()  # what is worth saying is said here
    sys.exit(main())
