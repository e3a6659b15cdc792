"""What may be said for seasons: the values of the slot that they are caught in. It takes others too, but hears these
better.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, Any, Final

from channels.alexa.phrases import slots_of
from intents.hearing import hear_seasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from channels.alexa.words import Words

MOST_SEASONS: Final = 19
MOST_COMBINED: Final = 6
#: Ways to say "to" in "one to three".
MOST_THROUGH: Final = 2


def season_values(words: Words) -> Iterator[dict[str, Any]]:
    """Each way of saying it under one value, and under one alone; none that our own hearing would not understand."""
    seen: set[str] = set()
    for value, ways in _said(words):
        fresh = [way for way in dict.fromkeys(ways) if way not in seen and hear_seasons(way, words.grammar)]
        if fresh:
            seen.update(fresh)
            yield {"id": value, "name": {"value": fresh[0], "synonyms": fresh[1:]}}


def _said(words: Words) -> Iterator[tuple[str, list[str]]]:
    answers = words.hears["seasons"]["answers"]
    for group in ("all", "first", "latest", "missing", "specials"):
        yield group, words.plain(answers[group])
    for number in range(1, MOST_SEASONS + 1):
        gaps = {"numbers": words.number(number), "ordinal": words.ordinal(number)}
        yield str(number), _filled(words, answers["numbers"], gaps)
    yield from _combined(words)
    for name in ("first_few", "last_few", "onward", "after"):
        for number in range(2, MOST_COMBINED + 1):
            yield f"{name}-{number}", _filled(words, answers[name], {"number": words.number(number)})


def _combined(words: Words) -> Iterator[tuple[str, list[str]]]:
    conjunction = words.plain(words.hears["lists"]["and"])[0]
    through = words.plain(words.hears["lists"]["through"])[:MOST_THROUGH]
    for low, high in combinations(range(1, MOST_COMBINED + 1), 2):
        one, other = words.numbers[low], words.numbers[high]
        yield f"{low} {high}", [f"{one} {conjunction} {other}"]
        yield f"{low}-{high}", [f"{one} {to} {other}" for to in through]


def _filled(words: Words, templates: Iterable[str], gaps: Mapping[str, list[str]]) -> list[str]:
    """Spelled out, with the gaps filled in every way; sentences with other slots are left out."""
    return [
        sentence.format(**dict(zip(gaps, chosen, strict=True)))
        for sentence in words.spell(templates)
        if slots_of(sentence) and set(slots_of(sentence)) <= set(gaps)
        for chosen in product(*(gaps[name] if name in slots_of(sentence) else [""] for name in gaps))
    ]
