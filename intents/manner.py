"""How somebody speaks, apart from what they want: their own word for a film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intents.words import clean, split

if TYPE_CHECKING:
    from intents.grammar import Grammar


def film_said(words: str, title: str, grammar: Grammar) -> str | None:
    """What they call a film; None where they said no such word, or only as a part of the title."""
    if not grammar.films:
        return None
    of_the_title = [word.folded for word in split(clean(title))]
    said = [word.folded for word in split(clean(words)) if word.folded in grammar.films]
    for word in of_the_title:
        if word in said:
            said.remove(word)
    return grammar.films[said[0]] if said else None
