"""Names that the service and the interaction model in `skill-package/` must share."""

from __future__ import annotations

from typing import Final

REQUEST: Final = "RequestIntent"
SEASONS: Final = "SeasonsIntent"
OPTION: Final = "OptionIntent"
MOVIE: Final = "MovieIntent"
SHOW: Final = "ShowIntent"

TITLE_SLOT: Final = "title"  # of REQUEST
SEASONS_SLOT: Final = "seasons"  # of SEASONS
YEAR_SLOT: Final = "year"  # of OPTION, as are the next two
ORDINAL_SLOT: Final = "ordinal"
NUMBER_SLOT: Final = "number"
