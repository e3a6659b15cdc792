"""Which sentence fits a title or its seasons: replies made of facts, so that every topic says the same thing alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from media import Availability, Kind, Reply, RequestStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.states import ChoosingSeasons, Offering, Requesting
    from dialogs.wants import Taken
    from media import Details, Gap, Season, Title

THERE = Availability.AVAILABLE
PARTLY = Availability.PARTIAL
COMING = Availability.PROCESSING
WAITING = Availability.PENDING


def offer(state: Offering) -> Reply:
    """ "I found the movie Dune, released in 2021. Is that the one you want?" """
    title = state.title
    gaps = _name(title) | {
        "year": title.year,
        "availability": title.availability,
        "due": _due(title, state.today),
    }
    return Reply("offer" if state.at == 0 else "offer-next", gaps, listening=True)


def which_seasons(state: ChoosingSeasons) -> Reply:
    """Ask for the missing seasons, after saying what is there or on its way."""
    details = state.details
    missing = details.open_seasons()
    gaps = _name(details.title) | _seasons_by_state(details.regular_seasons) | {"missing": missing}
    if len(missing) == len(details.regular_seasons):
        return Reply("which-seasons-of-all", gaps | {"count": len(missing)}, listening=True)
    return Reply("which-of-the-missing", gaps, listening=True)


def no_such_season(state: ChoosingSeasons, unknown: tuple[int, ...]) -> Reply:
    """ "Severance has only two seasons. Which would you like?" """
    count = len(state.details.regular_seasons)
    gaps = _name(state.details.title) | {"seasons": unknown, "count": count}
    return Reply("no-such-season", gaps, listening=True)


def only_seasons(details: Details) -> Reply:
    """ "Severance has two seasons, and all of them are already there or asked for." """
    return Reply("only-seasons", _name(details.title) | {"count": len(details.regular_seasons)})


def already(details: Details) -> Reply:
    """Say why there is nothing to request for a whole film or show."""
    title = details.title
    if title.kind is Kind.MOVIE or not details.regular_seasons:
        return Reply("already", _name(title) | {"availability": title.availability})
    return _already(title, details.regular_seasons, whole=True)


def seasons_already(details: Details, numbers: Sequence[int]) -> Reply:
    """Say why there is nothing to request among these seasons."""
    chosen = tuple(season for season in details.seasons if season.number in numbers)
    return _already(details.title, chosen, whole=False) if chosen else already(details)


def requested(state: Requesting, taken: Taken) -> Reply:
    """ "Okay, I've requested seasons one and two of The Bear." """
    title = state.wish.title
    gaps = _name(title) | {
        "seasons": taken.receipt.seasons or state.wish.seasons,
        "left_out": state.left_out,
        "waiting": "yes" if taken.receipt.status is RequestStatus.PENDING else "no",
        "due": _due(title, state.today),
    }
    return Reply("requested", gaps)


def owed(state: Requesting, why: str) -> Reply:
    """It could not be sent now, but is written down and will be."""
    return Reply("owed", _name(state.wish.title) | {"seasons": state.wish.seasons, "why": why})


def refused(title: Title, why: str) -> Reply:
    """The request manager will not; nothing was requested."""
    return Reply("refused", _name(title) | {"why": why})


def _already(title: Title, seasons: Sequence[Season], *, whole: bool) -> Reply:
    states = {season.availability for season in seasons}
    gaps = _name(title) | {"seasons": () if whole else tuple(season.number for season in seasons)}
    if len(states) == 1:
        return Reply("already", gaps | {"availability": states.pop()})
    return Reply("already-mixed", gaps | _seasons_by_state(seasons))


def _seasons_by_state(seasons: Sequence[Season]) -> dict[str, Gap]:
    def those(availability: Availability) -> tuple[int, ...]:
        return tuple(season.number for season in seasons if season.availability is availability)

    return {
        "there": those(THERE),
        "partly": those(PARTLY),
        "coming": those(COMING),
        "waiting": those(WAITING),
        "refused": those(Availability.REFUSED),
        "failed": those(Availability.FAILED),
    }


def _name(title: Title) -> dict[str, Gap]:
    return {"kind": title.kind, "title": title.name}


def _due(title: Title, today: str) -> str | None:
    """The date on which it comes out, while that lies ahead."""
    return title.released if title.released and title.released > today else None
