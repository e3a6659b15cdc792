"""The names a title goes by: its full name, a part of it, its name at home."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intents.spelling import Spelled, Spelling
    from media import Title

_CUT = re.compile(r"\s*[:;]\s+|\s+[-–—]\s+|\s*[:–—]\s*")
_NUMBER = re.compile(r"\d{1,2}")
MAIN, SUBTITLE, ORIGINAL, SHORT = -0.06, -0.05, -0.01, -0.02


@dataclass(frozen=True, slots=True)
class Form:
    """One name of a title, and what using it costs."""

    spelled: Spelled
    cost: float = 0.0


def forms(title: Title, spelling: Spelling) -> Iterator[Form]:
    """Every form that people use for a title; the full name comes first."""
    full = spelling.spell(title.name)
    yield Form(full)
    if title.original_name:
        yield Form(spelling.spell(title.original_name), ORIGINAL)
    if title.year and str(title.year) not in full.words:
        yield Form(full.and_word(str(title.year), spelling), SHORT)
    if short := _without_parts(full, spelling):
        yield Form(short, SHORT)
    yield from _pieces(title.name, spelling)


def pieces(name: str) -> list[str]:
    """The pieces of "Star Wars: Episode V - The Empire Strikes Back"; none where a name is of one piece."""
    found = [piece for piece in _CUT.split(name) if piece]
    return found if len(found) > 1 else []


def _pieces(name: str, spelling: Spelling) -> Iterator[Form]:
    """The first piece, each other, and the first with the number of another."""
    first, *others = pieces(name) or [""]
    if not others:
        return
    main, rest = spelling.spell(first), [spelling.spell(piece) for piece in others]
    if main.words:
        yield Form(main, MAIN)
    for piece in rest:
        if piece.weight > 1:
            yield Form(piece, SUBTITLE)
    for number in (word for piece in rest for word in piece.words if _NUMBER.fullmatch(word)):
        yield Form(main.and_word(number, spelling), SHORT)


def _without_parts(full: Spelled, spelling: Spelling) -> Spelled | None:
    """Turn "Dune Part 2" into "Dune 2": the word before the number is often left out."""
    kept = [
        at
        for at, word in enumerate(full.words)
        if not (word in spelling.parts and _NUMBER.fullmatch(full.words[at + 1] if at + 1 < len(full.words) else ""))
    ]
    if len(kept) in {0, len(full.words)}:
        return None
    return full.only(kept)
