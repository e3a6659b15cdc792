"""What an Alexa request says to us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from channels.alexa.names import (
    CODE_SLOT,
    FOLLOWING,
    LINK,
    MINE,
    MOVIE,
    OPTION,
    REQUEST,
    SEASON_GROUPS,
    SEASONS,
    SEASONS_SLOT,
    SHOW,
    SLOWER,
    TITLE_SLOT,
    TOUCHED,
    UNDO,
    WORDS_SLOT,
    opening_of,
)
from intents import (
    AskMine,
    AskRequests,
    Cancel,
    ChooseSeasons,
    Decide,
    Follow,
    GroupedSeasons,
    Help,
    Launch,
    LinkMe,
    Next,
    No,
    Previous,
    Repeat,
    Select,
    TryAgain,
    Unclear,
    Undo,
    Unfollow,
    Which,
    Yes,
)
from media import Kind
from turns.taking import SeasonWords, TitleWords, Understood, Words
from turns.touching import Touched

if TYPE_CHECKING:
    from channels.alexa.reading import AlexaRequest
    from intents import Intent
    from turns.taking import Said

#: Something was said, and Alexa does not tell what. (Where nothing is said, she does not ask us.)
UNTOLD: Final = "…"
DIGITS: Final = frozenset("0123456789")
_FOLLOWING: Final[dict[str, Intent]] = {
    **{which.value: AskRequests(which) for which in Which},
    "follow": Follow(),
    "unfollow": Unfollow(),
    "try_again": TryAgain(),
    "approve": Decide(approve=True),
    "decline": Decide(approve=False),
}
#: Intents that say it all by their name.
PLAIN: Final[dict[str, Intent]] = {
    "AMAZON.YesIntent": Yes(),
    "AMAZON.NoIntent": No(),
    "AMAZON.NextIntent": Next(),
    "AMAZON.PreviousIntent": Previous(),
    "AMAZON.RepeatIntent": Repeat(),
    "AMAZON.HelpIntent": Help(),
    "AMAZON.StopIntent": Cancel(),
    "AMAZON.CancelIntent": Cancel(),
    "AMAZON.NavigateHomeIntent": Cancel(),
    "AMAZON.FallbackIntent": Unclear(UNTOLD),
    "AMAZON.StartOverIntent": Launch(),
    MINE: AskMine(),
    SLOWER: Repeat(slowly=True),
    MOVIE: Select(kind=Kind.MOVIE),
    SHOW: Select(kind=Kind.TV),
    UNDO: Undo(),
    **{name: _FOLLOWING[listed] for name, listed in FOLLOWING.items()},
    **{name: ChooseSeasons(GroupedSeasons(group)) for name, group in SEASON_GROUPS.items()},
}


def hear(request: AlexaRequest) -> Said:
    """What was said with a LaunchRequest or an IntentRequest."""
    if request.type == "LaunchRequest":
        return Understood(Launch())
    match request.intent:
        case name if name in PLAIN:
            return Understood(PLAIN[name])
        case name if name == REQUEST and TITLE_SLOT in request.slots:
            return _hear_title(request)
        case name if name == SEASONS and SEASONS_SLOT in request.slots:
            return SeasonWords(request.slots[SEASONS_SLOT])
        case name if name == LINK:
            return Understood(LinkMe(_code(request.slots.get(CODE_SLOT, ""))))
        case name if name == OPTION and (year := _year(request)):
            return Understood(Select(years=(year, year)))
        case name if opening := opening_of(name):
            return Words(f"{opening} {request.slots.get(WORDS_SLOT, '')}".strip())
        case _:
            # A position too: after "which seasons?", "the second one" is a season.
            return Words(request.words or UNTOLD)


def feel(request: AlexaRequest) -> Touched:
    """What was touched with a UserEvent: of a document of ours, a name; of any other, nothing that there is."""
    match request.touched:
        case (name, what) if name == TOUCHED:
            return Touched(what, request.scene)
        case _:
            return Touched("", request.scene)


def _hear_title(request: AlexaRequest) -> Said:
    """A bare answer to "what would you like?" may be anything; behind "download …" only a title makes sense."""
    title = request.slots[TITLE_SLOT]
    return Words(title) if request.elicited and not request.is_new else TitleWords(title)


def _code(value: str) -> str:
    """Four digits; "" where Alexa caught none. She writes them as digits, however they were said."""
    digits = "".join(one for one in value if one in DIGITS)
    return digits if len(digits) == 4 else ""


def _year(request: AlexaRequest) -> int | None:
    """A year, whichever slot it was caught in: no position has four digits."""
    year = request.words
    return int(year) if len(year) == 4 and year.isascii() and year.isdigit() else None
