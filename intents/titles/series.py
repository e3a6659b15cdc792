"""The second, the third ... of a series, by release, where its name holds no number: "Puss in Boots two"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from media import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    if number > len(films):
        return None
    # Where a name says another number than its place, films are missing, or it is no one series.
    numbers = (_number_after(series, film, spelling) for film in films)
    is_counted = all(said in {None, place} for place, said in enumerate(numbers, start=1))
    return films[number - 1] if is_counted else None


def _number_after(series: Spelled, film: Title, spelling: Spelling) -> int | None:
    """The number behind the series' name, "Rocky 3", from two on."""
    rest = spelling.spell(film.name).words[len(series.words) :]
    if len(rest) > 1 and rest[0] in spelling.parts:
        rest = rest[1:]
    return int(rest[0]) if rest and rest[0].isdigit() and 2 <= int(rest[0]) <= _MOST else None


def in_series(series: Spelled, titles: Sequence[Title], spelling: Spelling) -> tuple[Title, ...]:
    """The films whose names begin with the series' name, in the order of their release."""
    size = len(series.words)
    films = [
        title
        for title in titles
        if title.kind is Kind.MOVIE
        and (title.released or title.year)
        and spelling.spell(title.name).words[:size] == series.words
    ]
    least = _SHARE * max((film.votes for film in films), default=0)
    return by_release(film for film in films if film.votes >= least)


def by_release(films: Iterable[Title]) -> tuple[Title, ...]:
    """Those that have a date, in its order."""
    return tuple(sorted((film for film in films if film.released or film.year), key=_when))


def _when(film: Title) -> str:
    return film.released or f"{film.year}-12-31"
