"""Names that the service and the interaction model in `skill-package/` must share."""

from __future__ import annotations

import re
from typing import Final

from intents import SeasonGroup
from intents.words import fold

REQUEST: Final = "RequestIntent"
SEASONS: Final = "SeasonsIntent"
OPTION: Final = "OptionIntent"
MOVIE: Final = "MovieIntent"
SHOW: Final = "ShowIntent"
UNDO: Final = "UndoIntent"
MINE: Final = "MyRequestsIntent"
SLOWER: Final = "SlowerIntent"
LINK: Final = "LinkIntent"
#: Of requests on their way, by the templates that say it without a title.
FOLLOWING: Final = {
    "EverybodysRequestsIntent": "everybodys",
    "DownloadingIntent": "downloading",
    "NewsIntent": "new",
    "WaitingIntent": "waiting",
    "FollowIntent": "follow",
    "UnfollowIntent": "unfollow",
    "TryAgainIntent": "try_again",
    "ApproveIntent": "approve",
    "DeclineIntent": "decline",
}
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
CODE_SLOT: Final = "code"  # of LINK
WORDS_SLOT: Final = "words"  # of an opening's intent

#: What our documents send in front of what was touched.
TOUCHED: Final = "touched"

#: What the intents of openings are called: "Say_show_me" has the words behind "show me" in its slot.
_OPENING: Final = "Say_"


def opening_intent(opening: str) -> str:
    """The intent for sentences that begin like this: "what's" -> "Say_what__s". Amazon allows letters and "_" alone."""
    return _OPENING + "__".join(re.sub(r"[ -]+", "_", fold(part)) for part in opening.split("'"))


def opening_of(intent: str) -> str | None:
    """How a sentence began, by its intent; without accents, which hearing does not mind. None for other intents."""
    name = intent.removeprefix(_OPENING)
    if name == intent or not re.fullmatch(r"[a-z_]+", name):
        return None
    return name.replace("__", "'").replace("_", " ")
