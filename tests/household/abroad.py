"""A request manager that tells titles and plots in the language that it is asked in, as the real ones do."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from media import Availability, Details, Kind, Title
from media_backends import Ability, Query
from tests.fake_backend import FakeBackend, film, show

SHELF: Final = Path(__file__).with_name("abroad.toml")


@dataclass(frozen=True, slots=True)
class Local:
    """What a title is called and about, by language (`es`) or locale (`es-MX`)."""

    names: Mapping[str, str]
    plots: Mapping[str, str]

    def name_in(self, language: str) -> str | None:
        return self.names.get(language) or self.names.get(language[:2])

    def plot_in(self, language: str) -> str:
        return self.plots.get(language[:2], "")


class Abroad(FakeBackend):
    """The fake one with a library of many languages; it has 4K."""

    def __init__(self) -> None:
        read = dict(_shelf())
        super().__init__(details for details, _ in read.values())
        self.can |= {Ability.FOUR_K_MOVIES}
        self._local = {key: local for key, (_, local) in read.items()}

    def search(self, query: Query, *, timeout: float) -> tuple[Title, ...]:
        """Whatever shares a word with the name in that language, or with the English one."""
        words = set(_words(query.text))
        told = [self._told(details, query.language).title for details in self._library.values()]
        found = [title for title in told if words & set(_words(f"{title.name} {title.original_name}"))]
        return tuple(title for title in found if query.kind in {None, title.kind} and query.year in {None, title.year})

    def details(self, kind: Kind, title_id: int, *, language: str = "en", timeout: float) -> Details:
        return self._told(super().details(kind, title_id, language=language, timeout=timeout), language)

    def _told(self, details: Details, language: str) -> Details:
        local, title = self._local[details.title.key], details.title
        name = local.name_in(language) or title.name
        return replace(details, title=replace(title, name=name, overview=local.plot_in(language)))


def names_and_plots() -> Iterator[str]:
    """All that this one says by itself."""
    for details, local in dict(_shelf()).values():
        yield from (details.title.name, *local.names.values(), *local.plots.values())


def _words(text: str) -> list[str]:
    return text.casefold().replace("'", " ").replace(",", " ").split()


def _shelf() -> Iterator[tuple[str, tuple[Details, Local]]]:
    for told in tomllib.loads(SHELF.read_text(encoding="utf-8"))["title"]:
        details = _details(told)
        yield details.title.key, (details, Local(told["names"], told.get("plots", {})))


def _details(told: Mapping[str, Any]) -> Details:
    name, number, year = told["name"], told["id"], told["year"]
    seasons = [Availability(one) for one in told.get("seasons", ())]
    details = show(name, number, year, seasons) if seasons else film(name, number, year)
    title = replace(details.title, original_name=name, original_language="en")
    return replace(details, title=title, cast=tuple(told.get("cast", ())), runtime=told.get("runtime"))
