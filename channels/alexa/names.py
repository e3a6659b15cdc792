"""Names that the service and the interaction model in `skill-package/` must share."""

from __future__ import annotations

from typing import Final

from intents import SeasonGroup

REQUEST: Final = "RequestIntent"
SEASONS: Final = "SeasonsIntent"
OPTION: Final = "OptionIntent"
MOVIE: Final = "MovieIntent"
SHOW: Final = "ShowIntent"
UNDO: Final = "UndoIntent"
MINE: Final = "MyRequestsIntent"
SLOWER: Final = "SlowerIntent"
SEASON_GROUPS: Final = {
    "AllSeasonsIntent": SeasonGroup.ALL,
    "FirstSeasonIntent": SeasonGroup.FIRST,
    "LatestSeasonIntent": SeasonGroup.LATEST,
    "MissingSeasonsIntent": SeasonGroup.MISSING,
}

TITLE_SLOT: Final = "title"  # of REQUEST
SEASONS_SLOT: Final = "seasons"  # of SEASONS
YEAR_SLOT: Final = "year"  # of OPTION, as are the next two
ORDINAL_SLOT: Final = "ordinal"
NUMBER_SLOT: Final = "number"
