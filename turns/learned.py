"""The titles learned so far, as turns search them: replaced as a whole when more are known, read by many threads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from intents.titles.index import Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from intents.grammar import Grammar
    from media import Title

#: Where nothing was learned.
NO_INDEX: Final = Index()


class LearnedTitles:
    """An index for each language."""

    def __init__(self, grammars: Mapping[str, Grammar]) -> None:
        self._grammars = grammars
        self._indexes: dict[str, Index] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that are spoken here."""
        return tuple(self._grammars)

    def of(self, language: str) -> Index:
        """The index of this language as it stands."""
        return self._indexes.get(language, NO_INDEX)

    def take(self, language: str, titles: Iterable[Title]) -> None:
        """Make a new index of all titles, then put it in place of the old one at once."""
        self._indexes[language] = Index(titles, self._grammars[language].spelling)
