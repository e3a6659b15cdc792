"""Whether somebody was answered in English: by words that English alone has, names and plots left out."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from backends.demo import CATALOGUE
from tests.household.abroad import names_and_plots

#: Words of no other language here; without one of them we say hardly anything in English.
ENGLISH: Final = frozenset(
    (
        *(
            "the",
            "you",
            "your",
            "i've",
            "i'll",
            "i'm",
            "it's",
            "let's",
            "what",
            "which",
            "that",
            "this",
            "want",
            "would",
        ),
        *("like", "shall", "found", "movie", "show", "requested", "could", "couldn't", "can't", "already", "goodbye"),
        *("everything", "anything", "nothing", "haven't", "isn't", "title", "season", "seasons"),
    )
)


def english_in(speech: str, said: str) -> frozenset[str]:
    """The words of a reply that give it away as English; `said` may be quoted in it."""
    text = speech.casefold()
    for name in filter(None, (said.casefold(), *_names())):
        text = text.replace(name, " ")
    return ENGLISH & frozenset(re.findall(r"[\w']+", text))


@functools.cache
def _names() -> tuple[str, ...]:
    """The longest first, for some stand in others."""
    return tuple(sorted({name.casefold() for name in _told() if name}, key=len, reverse=True))


def _told() -> Iterator[str]:
    yield from names_and_plots()
    for line in CATALOGUE.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        yield from (row["title"], row["plot"], row.get("collection", {}).get("name", ""))
