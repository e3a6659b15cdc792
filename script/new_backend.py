"""What script/new writes for a backend: its module, and its server for the contract."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

BACKEND = '''"""{Name}: whom it serves, and which version was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from backends import open_session
from media_backends import Ability, BackendType, MediaBackend, Unsupported

if TYPE_CHECKING:
    from collections.abc import Mapping

    from media import Details, Kind, Receipt, Title, Wish
    from media_backends import Account, Opening, Query
    from outbound import Session


class {Name}Backend(MediaBackend):
    """One {Name}."""

    backend_type: ClassVar[BackendType] = BackendType.{NAME}
    probes = ("/status",)  # a path that answers without a key

    def __init__(self, session: Session) -> None:
        self._session = session

    @classmethod
    def open(cls, opening: Opening) -> Self:
        return cls(open_session(opening, {{"X-Api-Key": opening.api_key.strip()}}))

    @classmethod
    def recognises(cls, answers: Mapping[str, object]) -> bool:
        return answers.get("/status") == "{name}"

    @property
    def abilities(self) -> frozenset[Ability]:
        return frozenset()

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        raise Unsupported("to be written")

    def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        raise Unsupported("to be written")

    def request(self, wish: Wish, *, user: str | None = None, timeout: float) -> Receipt:
        raise Unsupported("to be written")

    def account(self, *, timeout: float) -> Account:
        raise Unsupported("to be written")

    @property
    def rests(self) -> bool:
        breaker = self._session.breaker
        return breaker is not None and breaker.rests_for is not None

    def close(self) -> None:
        self._session.close()

    def __repr__(self) -> str:
        return f"<{Name}Backend {{self._session.host}}>"


BACKENDS = ({Name}Backend,)
'''

SCENE = '''"""A stand-in {Name} on 127.0.0.1, and the scenes that the contract sets on it."""

from __future__ import annotations

from typing import Self

from backends.{name} import {Name}Backend
from media import Availability
from media_backends import BackendType, MediaBackend, Opening
from tests.backends.contract import Asked, Circumstance, Staged
from tests.backends.door import Heard
from tests.backends.served import Answered, Served

KEY = "key-of-the-stand-in"


class {Name}StandIn(Served):
    """Answers as a real one was measured to."""

    def answer(self, heard: Heard) -> Answered:
        if heard.target == "/status":
            return 200, "{name}"
        return 404, {{"message": "to be written"}}


class {Name}Server:
    """See `tests.backends.contract.Server`."""

    backend_type = BackendType.{NAME}
    tells = frozenset({{Availability.MISSING, Availability.AVAILABLE}})
    can: frozenset[Circumstance] = frozenset()
    asks_for_a_key = True
    lists_own_requests = True

    def __init__(self) -> None:
        self.wire = {Name}StandIn()
        self._opened: list[MediaBackend] = []

    def __enter__(self) -> Self:
        self.wire.open()
        return self

    def __exit__(self, *_: object) -> None:
        for backend in self._opened:
            backend.close()
        self.wire.close()

    def open(self, *, key: str | None = None) -> MediaBackend:
        backend = {Name}Backend.open(Opening(self.wire.url, KEY if key is None else key))
        self._opened.append(backend)
        return backend

    def stage(self, *titles: Staged) -> None:
        """To be written."""

    def let(self, circumstance: Circumstance) -> None:
        raise NotImplementedError(circumstance)

    def add_user(self, name: str, *, may_request: bool = True, quota: int | None = None) -> str:
        raise NotImplementedError("to be written, where it has users")

    def asked(self) -> list[Asked]:
        return []

    def writes(self) -> int:
        return sum(heard.method != "GET" for heard in self.wire.heard)

    def reads(self) -> int:
        return len(self.wire.heard) - self.writes()

    def away(self) -> None:
        self.wire.close()
'''


def begin(name: str) -> list[str]:
    """Write the files and draw them in; returns their paths."""
    words = {"name": name, "Name": name.title(), "NAME": name.upper()}
    files = {f"backends/{name}.py": BACKEND, f"tests/backends/{name}_scene.py": SCENE}
    for path, text in files.items():
        (ROOT / path).write_text(text.format(**words), encoding="utf-8")
    _insert("media_backends.py", '    DEMO = "demo"\n', f'    {name.upper()} = "{name}"\n')
    _insert("tests/backends/servers.py", '    "demo": DemoServer,\n', f'    "{name}": {name.title()}Server,\n')
    line = f"from tests.backends.{name}_scene import {name.title()}Server\n"
    _insert("tests/backends/servers.py", "\nMISSING, PENDING,", line)
    return [*files, "media_backends.py", "tests/backends/servers.py"]


def _insert(path: str, before: str, text: str) -> None:
    """Put the text before this place in a file."""
    file = ROOT / path
    whole = file.read_text(encoding="utf-8")
    if before not in whole:
        sys.exit(f"script/new: {path} has changed: nowhere to put {text.strip()!r}")
    file.write_text(whole.replace(before, text + before, 1), encoding="utf-8")
