"""The second, the third ... of a series, by release, where its name holds no number: "Puss in Boots two"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from media import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intents.spelling import Spelled, Spelling
    from media import Title

_MOST: Final = 12
#: A film of a series is known at least this well, as a share of its best known one; shorts and fan films are not.
_SHARE: Final = 0.05


def numbered(said: Spelled, spelling: Spelling) -> tuple[Spelled, int] | None:
    """The series and the number in "Puss in Boots 2"; None where no number stands at the end."""
    if len(said.words) < 2 or not said.words[-1].isdigit():
        return None
    number = int(said.words[-1])
    stem = list(range(len(said.words) - 1))
    if said.words[stem[-1]] in spelling.parts:
        stem.pop()
    return (said.only(stem), number) if stem and 2 <= number <= _MOST else None


def of_number(said: Spelled, titles: Sequence[Title], spelling: Spelling) -> Title | None:
    """The film that is the n-th of the series by release, where n was said and enough of the series was found."""
    asked = numbered(said, spelling)
    if asked is None:
        return None
    series, number = asked
    films = in_series(series, titles, spelling)
    return films[number - 1] if number <= len(films) else None


def in_series(series: Spelled, titles: Sequence[Title], spelling: Spelling) -> tuple[Title, ...]:
    """The films whose names begin with the series' name, in the order of their release."""
    size = len(series.words)
    films = [
        title
        for title in titles
        if title.kind is Kind.MOVIE and title.released and spelling.spell(title.name).words[:size] == series.words
    ]
    least = _SHARE * max((film.votes for film in films), default=0)
    known = (film for film in films if film.votes >= least)
    return tuple(sorted(known, key=lambda film: film.released or ""))
