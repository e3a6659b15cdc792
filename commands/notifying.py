"""script/people notify: where people are told what becomes of their requests, and whether that arrives."""

from __future__ import annotations

import shlex
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from commands.refusing import CommandError
from commands.tables import table
from media_notices import BY_DEFAULT, EVENTS
from notices import words
from notices.addresses import AddressRefused, allowed, shown
from notices.posting import MaySent, NotSent, Post, open_post
from notices.quiet import NoQuietHours, Quiet
from speech.saying import open_speech

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from media import Stage
    from media_notices import Address
    from settings import Settings
    from storage.addresses import Addresses

FROM_STDIN: Final = "-"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed."""

    channel: str
    person: str
    url: str
    events: str
    quiet: str
    remove: int | None
    test: bool


def add_notify(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """What can be typed."""
    notify = commands.add_parser("notify", help="where people are told what becomes of their requests; alone: a list")
    notify.add_argument("channel", nargs="?", default="", metavar="CHANNEL", help="as script/people list shows it")
    notify.add_argument("person", nargs="?", default="", metavar="PERSON", help="as script/people list shows it")
    notify.add_argument("url", nargs="?", default="", metavar="URL", help="an address, such as ntfys://…; - reads it")
    notify.add_argument("--events", default="", metavar="LIST", help=f"of {', '.join(sorted(EVENTS))}")
    notify.add_argument("--quiet", default="", metavar="HOURS", help="when nothing is to be told: 22:00-07:00")
    notify.add_argument("--remove", type=int, metavar="NUMBER", help="tell them there no more; as the list counts")
    notify.add_argument("--test", action="store_true", help="send a test, to everybody if nobody is named")


def notify(typed: argparse.Namespace, settings: Settings, addresses: Addresses) -> list[str]:
    """Carry it out; raises CommandError."""
    names = "channel", "person", "url", "events", "quiet", "remove", "test"
    asked = Asked(*(getattr(typed, name) for name in names))
    if asked.remove is not None:
        return _remove(asked, addresses)
    post = open_post(allowed(settings.notice_more_schemes))
    if asked.url:
        added = _add(asked, addresses, post)
        return [*added, *_tested(asked, settings, addresses, post)] if asked.test else added
    if asked.test:
        return _tested(asked, settings, addresses, post)
    return _listed(_of(asked, addresses))


def _add(asked: Asked, addresses: Addresses, post: Post) -> list[str]:
    if not asked.person.strip():
        raise CommandError("somebody without a name cannot be told; NOTICE_URLS is for the whole household.")
    url = sys.stdin.readline().strip() if asked.url == FROM_STDIN else asked.url
    try:
        post.check(url)
        Quiet.parse(asked.quiet)
    except (AddressRefused, NoQuietHours) as problem:
        raise CommandError(f"{problem}.") from None
    addresses.add(asked.channel, asked.person, url, _events(asked.events), asked.quiet)
    return [f"{shlex.quote(asked.person)} on {asked.channel} is told by {shown(url)} from now on."]


def _events(text: str) -> frozenset[Stage]:
    names = {name.strip() for name in text.split(",") if name.strip()}
    if strangers := names - EVENTS:
        raise CommandError(f"nobody is told of {', '.join(sorted(strangers))}; there is {', '.join(sorted(EVENTS))}.")
    return frozenset(stage for stage in EVENTS if stage in names) or BY_DEFAULT


def _remove(asked: Asked, addresses: Addresses) -> list[str]:
    known = next((one for one in addresses.everybodys() if one.row == asked.remove), None)
    if known is None or (asked.person and (known.channel, known.person) != (asked.channel, asked.person)):
        raise CommandError(f"there is no address {asked.remove} of theirs. script/people notify lists those there are.")
    addresses.remove(known.row)
    return [f"{shlex.quote(known.person)} on {known.channel} is no longer told by {shown(known.url)}."]


def _listed(some: Iterable[Address]) -> list[str]:
    rows = [
        (str(one.row), one.channel, shlex.quote(one.person), shown(one.url), _named(one.events), one.quiet or "never")
        for one in some
    ]
    head = ("NUMBER", "CHANNEL", "PERSON", "ADDRESS", "EVENTS", "QUIET")
    return table(head, rows) if rows else ["Nobody has an address of their own."]


def _named(events: frozenset[Stage]) -> str:
    return "usual" if events == BY_DEFAULT else ",".join(sorted(events))


def _of(asked: Asked, addresses: Addresses) -> tuple[Address, ...]:
    whose = asked.channel, asked.person
    return tuple(one for one in addresses.everybodys() if not asked.channel or (one.channel, one.person) == whose)


def _tested(asked: Asked, settings: Settings, addresses: Addresses, post: Post) -> list[str]:
    """A test goes to every address that was meant; raises CommandError where one of them did not take it."""
    message, failed, lines = words.trial(settings.locale, open_speech()), 0, []
    for whose, url in _meant(asked, settings, addresses):
        try:
            post.send(url, message)
            lines.append(f"{whose}: {shown(url)} took the test message.")
        except (AddressRefused, NotSent, MaySent) as problem:
            failed += 1
            lines.append(f"{whose}: {shown(url)} did NOT take it: {problem}.")
    if failed:
        raise CommandError("\n".join([f"{failed} of {len(lines)} did not take the test message.", *lines]))
    return lines or ["There is no address to test."]


def _meant(asked: Asked, settings: Settings, addresses: Addresses) -> Iterator[tuple[str, str]]:
    for one in _of(asked, addresses):
        yield f"{shlex.quote(one.person)} on {one.channel}", one.url
    if not asked.channel:
        yield from (("the household", url) for url in settings.household_addresses)
        yield from (("the owner", url) for url in settings.owner_addresses)
