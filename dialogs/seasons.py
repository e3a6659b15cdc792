"""Which season numbers somebody means, given the show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intents import GroupedSeasons, LastSeasons, NumberedSeasons, SeasonGroup, Seasons, SeasonsOnward

if TYPE_CHECKING:
    from media import Details


def numbers_meant(seasons: Seasons, details: Details) -> tuple[int, ...]:
    """The numbers, sorted; those that were said outright are not checked against the show, so may not exist."""
    regular = tuple(season.number for season in details.regular_seasons)  # never empty where seasons are asked for
    match seasons:
        case NumberedSeasons(numbers):
            return numbers
        case SeasonsOnward(first):
            return tuple(number for number in regular if number >= first) or (first,)
        case LastSeasons(count):
            return regular[-count:]
        case GroupedSeasons(group):
            return _numbers_of(group, regular, details.open_seasons())


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
