"""Which season numbers somebody means, given the show."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
