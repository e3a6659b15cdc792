"""Which season numbers somebody means, given the show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.airing import Airing
from intents import (
    AllSeasonsBut,
    GroupedSeasons,
    LastSeasons,
    NumberedSeasons,
    SeasonGroup,
    Seasons,
    SeasonsOnward,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from media import Details


def numbers_meant(seasons: Seasons, details: Details, missing: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers, sorted; those that were said outright are not checked against the show, so may not exist."""
    regular = tuple(season.number for season in details.regular_seasons)  # never empty where seasons are asked for
    match seasons:
        case NumberedSeasons(numbers):
            return numbers
        case SeasonsOnward(first):
            return tuple(number for number in regular if number >= first) or (first,)
        case LastSeasons(count):
            return regular[-count:]
        case AllSeasonsBut(numbers):
            left_out = {*numbers, *(regular[-1:] if -1 in numbers else ())}
            return tuple(number for number in regular if number not in left_out)
        case GroupedSeasons(group):
            return _numbers_of(group, regular, missing)


def airing(details: Details, numbers: Sequence[int], today: str) -> Airing:
    """What is still to come of these seasons, as far as is known. `today` is an ISO date."""
    last = next((season for season in reversed(details.regular_seasons) if season.number in numbers), None)
    if last is None:
        return Airing.NOT
    if last.aired and last.aired > today:
        return Airing.STARTS
    later = [season for season in details.regular_seasons if season.number > last.number and season.aired]
    is_its_own = not any(season.aired and season.aired <= (details.next_airs or "") for season in later)
    return Airing.RUNS if details.next_airs and is_its_own else Airing.NOT


def _numbers_of(group: SeasonGroup, regular: tuple[int, ...], missing: tuple[int, ...]) -> tuple[int, ...]:
    match group:
        case SeasonGroup.FIRST:
            return regular[:1]
        case SeasonGroup.LATEST:
            return regular[-1:]
        case SeasonGroup.MISSING:
            # Where nothing is missing, "the missing ones" are all of them, and all of them are there.
            return missing or regular
        case SeasonGroup.ALL:
            return regular
        case SeasonGroup.NEXT:
            return _next(regular, missing)


def _next(regular: tuple[int, ...], missing: tuple[int, ...]) -> tuple[int, ...]:
    """The season after the last that is there or asked for; where none is, the first; where all are, the last."""
    begun = [number for number in regular if number not in missing]
    return tuple(number for number in regular if not begun or number > begun[-1])[:1] or regular[-1:]
