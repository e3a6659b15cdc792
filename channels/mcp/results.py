"""What the tools answer: the shapes that are promised, and how an outcome is put into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field

from media import Availability, Kind
from turns.outright import Came

if TYPE_CHECKING:
    from dialogs.followed import Standing
    from media import Season, Title, Wish
    from turns.outright import Outcome

#: Of what a title is about, so many letters.
MOST_OF_THE_PLOT = 300

Speech = Annotated[str, Field(description="A sentence for the user, in the home's language.")]
OutcomeName = Annotated[Came, Field(description="What the call came to.")]


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True)


class Item(_Shape):
    """One film or show."""

    kind: Kind
    id: int
    title: str
    year: int | None
    availability: Availability
    overview: str
    poster: str | None


class SeasonItem(_Shape):
    """One season."""

    number: int
    availability: Availability


class RequestItem(_Shape):
    """One request."""

    kind: Kind
    id: int
    title: str
    year: int | None
    seasons: list[int]
    four_k: bool
    status: str


class Result(_Shape):
    """What every tool answers."""

    outcome: OutcomeName
    speech: Speech


class Listing(Result):
    """The answer of search_media."""

    verdict: Annotated[
        str,
        Field(
            description="sure: the first is meant; offer: the first is likely; ask-which: let the user choose; "
            "ask-again: none is like what was said; nothing"
        ),
    ]
    titles: list[Item]


class Requested(Result):
    """The answer of request_media."""

    title: Annotated[Item | None, Field(description="What it is about, where nothing is requested.")]
    request: Annotated[RequestItem | None, Field(description="What was requested, or would be.")]
    open_seasons: Annotated[list[int], Field(description="The seasons among which to choose.")]


class Status(Result):
    """The answer of request_status."""

    title: Item
    seasons: list[SeasonItem]


class Requests(Result):
    """The answer of list_requests."""

    count: Annotated[int, Field(description="How many there are in all.")]
    requests: list[RequestItem]


class Revoked(Result):
    """The answer of cancel_request."""

    cancelled: list[RequestItem]


def shape(outcome: Outcome, speech: str, most: int) -> Result:
    """What an outcome is told as: at most `most` titles. Only for those that are no error."""
    came = outcome.came
    if outcome.recalled is not None:
        latest = [_standing(one) for one in outcome.recalled.latest]
        return Requests(outcome=came, speech=speech, count=outcome.recalled.count, requests=latest)
    if outcome.undone is not None:
        gone = [_request(wish, "cancelled") for wish in outcome.undone.gone]
        return Revoked(outcome=came, speech=speech, cancelled=gone)
    if outcome.found is not None:
        titles = [_item(title) for title in outcome.found.titles[:most]]
        return Listing(outcome=came, speech=speech, verdict=outcome.found.verdict, titles=titles)
    if came is Came.TOLD and outcome.details is not None:
        seasons = [_season(season) for season in outcome.details.seasons]
        return Status(outcome=came, speech=speech, title=_item(outcome.details.title), seasons=seasons)
    return _requested(outcome, speech)


def _requested(outcome: Outcome, speech: str) -> Requested:
    status = outcome.status.value if outcome.status else "not requested"
    return Requested(
        outcome=outcome.came,
        speech=speech,
        title=_item(outcome.details.title) if outcome.details and not outcome.wish else None,
        request=_request(outcome.wish, status) if outcome.wish else None,
        open_seasons=list(outcome.open_seasons),
    )


def _item(title: Title) -> Item:
    plot = title.overview[:MOST_OF_THE_PLOT]
    return Item(
        kind=title.kind,
        id=title.id,
        title=title.name,
        year=title.year,
        availability=title.availability,
        overview=plot,
        poster=title.poster,
    )


def _season(season: Season) -> SeasonItem:
    return SeasonItem(number=season.number, availability=season.availability)


def _standing(one: Standing) -> RequestItem:
    return _request(one.wish, one.stands.value)


def _request(wish: Wish, status: str) -> RequestItem:
    title = wish.title
    return RequestItem(
        kind=title.kind,
        id=title.id,
        title=title.name,
        year=title.year,
        seasons=list(wish.seasons),
        four_k=wish.four_k,
        status=status,
    )
