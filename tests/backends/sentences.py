"""What a person hears in each situation, on each server: whole conversations with the real rooms over the stand-ins.

python -m tests.backends.sentences        writes the table in docs/backends.md anew
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app import House, create_app
from logs import Cleaner
from media import Availability
from media_backends import Ability, BackendType, MediaBackend, Opening, Settled
from settings import read_settings
from tests.backends.contract import Circumstance, Server, film, show
from tests.backends.servers import SERVERS
from turns.deadline import Deadline
from turns.outside import Outside
from turns.taking import Words
from turns.world import Speaker

PAGE = Path(__file__).parents[2] / "docs" / "backends.md"
BEGINS, ENDS = "<!-- sentences: made by tests/backends/sentences.py -->\n", "<!-- end of sentences -->"
AVAILABLE, PENDING, MISSING = Availability.AVAILABLE, Availability.PENDING, Availability.MISSING


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand at the server, and what is said to us then; None where this server cannot come to that."""

    name: str
    arrange: Callable[[Server], str | bool | None]  # False: not on this server; a text: in this user's name
    turns: Sequence[str] = ("download dune", "yes")


def _film(availability: Availability) -> Callable[[Server], bool]:
    def arrange(server: Server) -> bool:
        if availability not in server.tells:
            return False
        server.stage(film(availability))
        return True

    return arrange


def _show(*seasons: Availability) -> Callable[[Server], bool]:
    def arrange(server: Server) -> bool:
        server.stage(show(*seasons))
        return True

    return arrange


def _let(circumstance: Circumstance) -> Callable[[Server], bool]:
    def arrange(server: Server) -> bool:
        if circumstance not in server.can:
            return False
        server.stage(film())
        server.let(circumstance)
        return True

    return arrange


def _as(user: Callable[[Server], str]) -> Callable[[Server], str | bool]:
    def arrange(server: Server) -> str | bool:
        server.stage(film())
        return user(server) if Ability.AS_USER in server.open().abilities else False

    return arrange


SHOW = ("download breaking bad", "yes")
SITUATIONS = (
    Situation("a film nobody asked for", _film(MISSING)),
    Situation("a film that is there", _film(AVAILABLE)),
    Situation("a film on its way", _film(Availability.PROCESSING)),
    Situation("a film waiting for approval", _film(PENDING)),
    Situation("declined; asking again is possible", _film(Availability.DECLINED)),
    Situation("declined for good", _film(Availability.REFUSED)),
    Situation("could not be handed on", _film(Availability.FAILED)),
    Situation("on the blocklist", _film(Availability.BLOCKED)),
    Situation("requests wait for approval", _let(Circumstance.WAITS_FOR_APPROVAL)),
    Situation("a show nobody asked for", _show(MISSING, MISSING, MISSING), SHOW),
    Situation("season one there, two asked for, three not", _show(AVAILABLE, PENDING, MISSING), SHOW),
    Situation("… and season three is named", _show(AVAILABLE, PENDING, MISSING), ("season 3 of breaking bad", "yes")),
    Situation("… and season one is named", _show(AVAILABLE, PENDING, MISSING), ("season 1 of breaking bad", "yes")),
    Situation("a season that does not exist", _show(MISSING, MISSING), ("season 9 of breaking bad", "yes")),
    Situation("4K where there is none", _film(MISSING), ("download dune in 4k",)),
    Situation("no permission", _as(lambda server: server.add_user("Bea", may_request=False))),
    Situation("quota used up", _as(lambda server: server.add_user("Bea", quota=0))),
    Situation("linked to a user nobody knows", _as(lambda _: "77")),
    Situation("CSRF protection is on", _let(Circumstance.CSRF)),
    Situation("TMDB does not answer", _let(Circumstance.TMDB_DOWN), ("download dune",)),
)
#: For these the server is opened in another way.
WRONG_KEY, AWAY = "the key is wrong", "the server is away"


def hear(name: str, situation: Situation) -> str | None:
    """The last thing that is said in this situation on this server; None where it cannot come to that."""
    with SERVERS[name]() as server:
        arranged = situation.arrange(server)
        if arranged is False:
            return None
        user = arranged if isinstance(arranged, str) else ""
        return _talk(server.open(), situation.turns, user)


def hear_nothing_work(name: str) -> dict[str, str]:
    """What is said when the key is wrong, and when nobody answers."""
    with SERVERS[name]() as server:
        if not server.asks_for_a_key:
            return {}
        server.stage(film())
        wrong, right = server.open(key="wrong"), server.open()
        told = {WRONG_KEY: _talk(wrong, ("download dune",), "")}
        server.away()
        return told | {AWAY: _talk(right, ("download dune",), "")}


def _talk(backend: MediaBackend, turns: Sequence[str], user: str) -> str:
    with _house(backend, user) as house:
        front, said = house.front, ""
        for words in turns:
            speaker = Speaker("voice", "", "one", "en-US", "en", "en")
            taking = front.turns.take(Words(words), speaker, Deadline.after(8.0, front.clock))
            said = front.speech.say(taking.reply, "en-US").plain
        return said


@contextmanager
def _house(backend: MediaBackend, user: str) -> Iterator[House]:
    def settle(_opening: Opening, _type: BackendType | None = None) -> Settled:
        return Settled(backend, certain=True)

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/house.db"
        settings = read_settings(database_url=url, default_user=user, media_backend_url="http://stand-in", port=1)
        app = create_app(settings, Cleaner(()), Outside(looks_at_once=0), settle)
        house: House = app.extensions["overtalkerr"]
        house.watch.look()
        try:
            yield house
        finally:
            house.stop()


def table() -> str:
    """As it stands on the page."""
    heard: Mapping[str, dict[str, str]] = {one.name: {} for one in SITUATIONS} | {WRONG_KEY: {}, AWAY: {}}
    for name in SERVERS:
        for situation in SITUATIONS:
            sentence = hear(name, situation)
            if sentence:
                heard[situation.name][name] = sentence
        for situation_name, sentence in hear_nothing_work(name).items():
            heard[situation_name][name] = sentence
    lines = ["| situation | what is said | on |", "|---|---|---|"]
    for situation_name, by_server in heard.items():
        for sentence in dict.fromkeys(by_server.values()):
            servers = [BackendType(name).title() for name, said in by_server.items() if said == sentence]
            on = "all" if len(servers) == len(SERVERS) else ", ".join(servers)
            lines.append(f"| {situation_name} | {sentence} | {on} |")
    return "\n".join([*lines, ""])


def on_page(page: str) -> str:
    """The part of the page between the marks."""
    found = re.search(f"{re.escape(BEGINS)}(.*){re.escape(ENDS)}", page, re.DOTALL)
    return found.group(1) if found else ""


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(text.replace(BEGINS + on_page(text), BEGINS + table()), encoding="utf-8")
