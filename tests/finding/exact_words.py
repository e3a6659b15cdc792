"""A request manager that finds like the real ones: every word must stand in the title, the last one may be begun."""

from __future__ import annotations

from backends.demo import DemoBackend
from backends.demo.shelf import MemoryShelf
from intents.words import fold, split
from media import Details, Kind, Title
from media_backends import Ability, Query


class ExactWords(DemoBackend):
    """The demo's titles, without its forgiving search."""

    def __init__(self, *more: Title) -> None:
        super().__init__(MemoryShelf(), lambda: 0.0, 0.0)
        self.asked: list[str] = []
        self._all = [*(work.details.title for work in self._works.values()), *more]

    @property
    def abilities(self) -> frozenset[Ability]:
        return super().abilities - {Ability.COLLECTIONS}

    @property
    def all_titles(self) -> list[Title]:
        return self._all

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        del timeout
        self.asked.append(query.text)
        words = tuple(_words(query.text))
        found = [title for title in self._all if query.kind in {None, title.kind} and _holds(title, words)]
        if query.year is not None:
            found = [title for title in found if title.year == query.year] or found
        return tuple(sorted(found, key=lambda title: -title.votes)[:20])

    def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        self.asked.append(f"{kind}:{title_id}")
        return super().details(kind, title_id, language=language, timeout=timeout)


def _words(text: str) -> list[str]:
    return [word.folded for word in split(fold(text).replace("&", " and "))]


def _holds(title: Title, words: tuple[str, ...]) -> bool:
    *whole, last = words or ("",)
    return any(
        all(word in held for word in whole) and any(word.startswith(last) for word in held)
        for held in (_words(name) for name in (title.name, title.original_name) if name)
    )
