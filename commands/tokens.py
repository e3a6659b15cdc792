"""script/token: keys that each open one channel, made, listed and revoked."""

from __future__ import annotations

import argparse
import logging
import re
import sys
from typing import TYPE_CHECKING, Final

from commands.opening import open_memory
from commands.refusing import CommandError
from commands.tables import table, when
from settings import SettingsError, read_settings
from storage.database import DatabaseUnusable
from storage.tokens import CHANNELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from settings import Settings
    from storage.tokens import Tokens

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,23}")


def main(arguments: Sequence[str] | None = None, settings: Settings | None = None) -> str | None:
    """Run the command; returns what went wrong, if anything did. `settings` otherwise come from the environment."""
    asked = _parser().parse_args(arguments)
    try:
        with open_memory(settings or read_settings()) as storage:
            lines = _carry_out(asked, storage.tokens)
    except (CommandError, SettingsError, DatabaseUnusable) as problem:
        return f"token: {problem}"
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return None


def _carry_out(asked: argparse.Namespace, tokens: Tokens) -> list[str]:
    match asked.what:
        case "make":
            return _make(asked.channel, asked.name, tokens)
        case "revoke":
            return _revoke(asked.channel, asked.name, tokens)
        case _:
            return _listed(tokens)


def _make(channel: str, name: str, tokens: Tokens) -> list[str]:
    if not _NAME.fullmatch(name):
        raise CommandError("a name has up to 24 letters, digits, dots, dashes and underscores.")
    made = tokens.make(channel, name)
    if made is None:
        raise CommandError(f"{channel} has a key named {name} already; revoke that one first, or choose another name.")
    return [made, f"It opens /{channel} at once, is shown this once, and is kept as a digest only."]


def _revoke(channel: str, name: str, tokens: Tokens) -> list[str]:
    if not tokens.revoke(channel, name):
        raise CommandError(f"{channel} has no key named {name}. script/token list shows those there are.")
    return [f"The key {name} opens /{channel} no more."]


def _listed(tokens: Tokens) -> list[str]:
    keys = tokens.of_channels()
    if not keys:
        return ["No channel has a key of its own."]
    return table(("CHANNEL", "NAME", "MADE"), ((key.channel, key.name, when(key.created)) for key in keys))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="script/token", description="Keys that each open one channel of Overtalkerr.")
    commands = parser.add_subparsers(dest="what", metavar="COMMAND")
    commands.add_parser("list", help="the keys there are (the default)")
    make = commands.add_parser("make", help="make a key and show it, this once")
    revoke = commands.add_parser("revoke", help="let a key open nothing any more")
    for one in (make, revoke):
        one.add_argument("channel", metavar="CHANNEL", choices=CHANNELS, help=" or ".join(CHANNELS))
        one.add_argument("name", metavar="NAME", help="what you call it, such as the device that it is for")
    return parser


if __name__ == "__main__":
    logging.disable()  # what is worth saying is said here
    sys.exit(main())
