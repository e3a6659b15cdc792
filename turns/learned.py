"""How each language is heard, and the titles learned so far: what turns share, read by many threads."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from intents.titles.index import Index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from intents.grammar import Grammar
    from media import Title

#: Where nothing was learned.
NO_INDEX: Final = Index()


class Grammars:
    """The grammar of each language, built when it is first needed (a tenth of a second), and kept."""

    def __init__(self, build: Callable[[str], Grammar], languages: Iterable[str], otherwise: str = "en") -> None:
        """`languages`: those that can be heard; any other is heard as `otherwise`, so no more than these are kept.

        `otherwise` is built at once: the first turn has no time to spare for it.
        """
        self._build, self._languages, self._otherwise = build, frozenset(languages), otherwise
        self._built = {otherwise: build(otherwise)}
        self._building = threading.Lock()

    def of(self, language: str) -> Grammar:
        """How this language is heard and spelled."""
        heard = language if language in self._languages else self._otherwise
        grammar = self._built.get(heard)
        if grammar is None:
            with self._building:
                grammar = self._built.get(heard) or self._build(heard)
                self._built[heard] = grammar
        return grammar


class LearnedTitles:
    """An index for each language; replaced as a whole when more titles are known."""

    def __init__(self, grammar: Callable[[str], Grammar], at_home: str = "en") -> None:
        """`grammar`: how a language is heard and spelled, asked for when it is first needed.

        `at_home`: the language that counts as spoken from the start.
        """
        self.grammar: Final = grammar
        self._indexes: dict[str, Index] = {}
        self._spoken = {at_home}

    def is_spoken(self, language: str) -> bool:
        """Whether it is spoken at home, or anybody has asked for a title in it since the start."""
        return language in self._spoken

    def of(self, language: str) -> Index:
        """The index of this language as it stands; whoever wants it speaks the language."""
        self._spoken.add(language)
        return self._indexes.get(language, NO_INDEX)

    def take(self, language: str, titles: Iterable[Title]) -> None:
        """Make a new index of all titles, then put it in place of the old one at once."""
        self._indexes[language] = Index(titles, self.grammar(language).spelling)
