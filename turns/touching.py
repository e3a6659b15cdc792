"""What somebody touched on a screen, as the move that they would have made by speaking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from dialogs import Button, buttons, options
from dialogs.states import AT_ONCE, ChoosingSeasons, ChoosingTitle, Offering, OfferingCollection, Stalled
from intents import (
    Cancel,
    ChooseSeasons,
    GroupedSeasons,
    Help,
    Next,
    No,
    NumberedSeasons,
    Repeat,
    SeasonGroup,
    Select,
    Yes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.states import State
    from intents import Intent
    from media import Title

_PRESSED: Final[dict[str, Intent]] = {
    Button.YES: Yes(),
    Button.NO: No(),
    Button.NEXT: Next(),
    Button.ALL_SEASONS: ChooseSeasons(GroupedSeasons(SeasonGroup.ALL)),
    Button.CANCEL: Cancel(),
    Button.HELP: Help(),
}
_SEASON: Final = re.compile(r"season:(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Touched:
    """Something that was shown."""

    what: str  # as `named` calls it
    scene: str  # what was shown, by `scene`


def named(one: Title | Button | int) -> str:
    """What may be touched, by name: "title:movie:841", "yes"; a number is a season: "season:2"."""
    match one:
        case Button():
            return one.value
        case int():
            return f"season:{one}"
        case _:
            return f"title:{one.key}"


def scene(state: State) -> str:
    """Names what is put to a person: another question, or the same about another title, has another name."""
    return sha256("\n".join((state.name, *_put(state))).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _put(state: State) -> Iterator[str]:
    match state:
        case Offering():
            yield from (str(state.four_k), repr(state.asked.seasons), str(state.at))
            yield from (title.key for title in state.candidates)
        case ChoosingTitle():
            yield from (title.key for title in state.shown)
        case ChoosingSeasons():
            yield from (state.details.title.key, str(state.four_k), repr(state.open_seasons))
        case OfferingCollection():
            yield from (wish.key for wish in state.wishes)
        case Stalled():
            yield repr(state.asked)


def choices(state: State) -> tuple[Title, ...]:
    """The titles that may be touched: those that were read out, or what else may be meant than the one on offer."""
    return state.shown if isinstance(state, ChoosingTitle) else options(state)[:AT_ONCE]


def meant(touched: Touched, state: State) -> Intent:
    """The move. What is no longer open, or never could be touched, gets the open question once more."""
    if touched.scene != scene(state):
        return Repeat()
    if touched.what in map(named, choices(state)):
        counted = state.candidates if isinstance(state, Offering) else choices(state)
        return Select(position=[*map(named, counted)].index(touched.what) + 1)
    if touched.what not in {named(button) for button in buttons(state)}:
        return Repeat()
    season = _SEASON.fullmatch(touched.what)
    return ChooseSeasons(NumberedSeasons((int(season[1]),))) if season else _PRESSED[touched.what]
