"""What was asked for beside the name: year, seasons, newest or oldest, people, country."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from intents import LastSeasons, NumberedSeasons, Prefer, SeasonsOnward
from intents.titles.score import Score, score
from intents.words import fold
from media import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from intents import AskFor, Seasons
    from media import Details, Title

_KNOWN, _EVERYBODY = 0.2, 40_000  # the bonus of a title that this many people rated
_YEAR_BESIDE, _YEAR_UNKNOWN, _YEAR_RUNNING, _YEAR_WRONG = -0.1, -0.2, -0.3, -1.0
_LONG_RUN: Final = 12  # years that people still count a show to
_PREFERRED: Final = 0.3
_HARDLY_KNOWN, _SHARE = 30, 0.01
_OF_THEM, _NOT_OF_THEM = 0.3, -0.3
_FROM_THERE, _NOT_FROM_THERE = 0.3, -0.15
_TOO_FEW_SEASONS: Final = -0.3
_SAME_NAME: Final = 85  # a name heard and a name printed, 0 to 100


def known(title: Title) -> float:
    """A bonus for being well known: of two of one name the better known is meant."""
    return _KNOWN * min(1.0, math.log1p(max(0, title.votes)) / math.log1p(_EVERYBODY))


def year(asked: AskFor, title: Title) -> float:
    """A penalty for another year than the one asked for."""
    if asked.years is None:
        return 0.0
    if title.year is None:
        return _YEAR_UNKNOWN
    first, last = asked.years
    if first <= title.year <= last:
        return 0.0
    # A film may reach the festivals a year before the cinemas, and people remember either.
    if first == last and abs(title.year - first) == 1:
        return _YEAR_BESIDE
    is_running = title.kind is Kind.TV and 0 < first - title.year <= _LONG_RUN
    return _YEAR_RUNNING if is_running else _YEAR_WRONG


def preferred(prefer: Prefer | None, tied: Sequence[Title]) -> dict[str, float]:
    """A bonus, by key, for the newest, oldest or remade one among titles of one name."""
    # What hardly anybody knows bears the name too, and is not what "the original" means.
    least = max(_HARDLY_KNOWN, _SHARE * max((title.votes for title in tied), default=0))
    famous = [title for title in tied if title.votes >= least] or tied
    dated = sorted((title for title in famous if title.year), key=lambda title: title.released or str(title.year))
    if prefer is None or not dated:
        return {}
    chosen = {Prefer.OLDEST: dated[:1], Prefer.NEWEST: dated[-1:], Prefer.REMAKE: dated[1:]}[prefer]
    return {title.key: _PREFERRED for title in chosen}


def from_details(asked: AskFor, title: Title, details: Mapping[str, Details]) -> Score:
    """What the details, where they were fetched, say about people and seasons."""
    known_details = details.get(title.key)
    if known_details is None:
        return Score()
    return score(people=_people(asked, known_details), seasons=_seasons(asked.seasons, known_details))


def country(asked: AskFor, title: Title) -> float:
    """A bonus for a title from the country asked for, a penalty for one from elsewhere."""
    if asked.country is None or not title.countries:
        return 0.0
    return _FROM_THERE if asked.country in title.countries else _NOT_FROM_THERE


def _people(asked: AskFor, details: Details) -> float:
    names = [fold(name) for name in details.cast + details.directors]
    if not asked.people or not names:
        return 0.0
    there = all(any(_is_same(fold(said), name) for name in names) for said in asked.people)
    return _OF_THEM if there else _NOT_OF_THEM


def _is_same(said: str, name: str) -> bool:
    """Whole names, or the last name alone."""
    return fuzz.ratio(said, name) >= _SAME_NAME or fuzz.ratio(said, name.rpartition(" ")[2]) >= _SAME_NAME


def _seasons(seasons: Seasons | None, details: Details) -> float:
    count = len(details.regular_seasons)
    match seasons:
        case NumberedSeasons(numbers):
            most = max(numbers)
        case SeasonsOnward(first):
            most = first
        case LastSeasons(last):
            most = last
        case _:
            return 0.0
    return _TOO_FEW_SEASONS if 0 < count < most else 0.0
