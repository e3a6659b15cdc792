"""Making a request: what is sent, and what the answer says was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backends.ombi.asked import Number
from backends.ombi.refusals import why_refused
from media import Availability, Kind, Receipt, RequestStatus
from media_backends import AlreadyRequested, BackendBroken, RequestRefused, Unsupported
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backends.ombi.people import Person
    from backends.ombi.shows import Episodes
    from media import Wish

FILM: Final = "/api/v1/Request/movie"
SHOW: Final = "/api/v2/Requests/tv"
AVAILABLE: Final = Availability.AVAILABLE
LANGUAGE: Final = "en"  # of the name that Ombi gives the request in its own list


def film_body(wish: Wish) -> Mapping[str, object]:
    """What asks for a film. Overrides and the like are left out: for most users their mere presence is an error."""
    body: dict[str, object] = {"theMovieDbId": wish.title.id, "languageCode": LANGUAGE}
    return {**body, "is4kRequest": True} if wish.four_k else body


def show_body(wish: Wish, episodes: Episodes) -> Mapping[str, object]:
    """What asks for seasons, each by its episodes: a bare season asks for nothing, and Ombi would say "done".

    Episodes that are there are left out, for each counts against the quota. Raises RequestRefused when there are no
    such seasons, and AlreadyRequested when they are all there.
    """
    wanted = _wanted(wish, episodes)
    if not wanted:
        raise _nothing_to_ask_for(wish)
    left = {number: [one for one in wanted[number] if one.availability is not AVAILABLE] for number in wanted}
    seasons = [
        {"seasonNumber": number, "episodes": [{"episodeNumber": one.number} for one in missing]}
        for number, missing in left.items()
        if missing
    ]
    if not seasons:  # of what Jellyfin or Emby has, Ombi would make a request all the same
        raise AlreadyRequested(f"all of {wish.key} is there")
    by_name = {"requestAll": False, "latestSeason": False, "firstSeason": False}
    return {"theMovieDbId": wish.title.id, "languageCode": LANGUAGE, **by_name, "seasons": seasons}


def seasons_taken(wish: Wish, episodes: Episodes) -> tuple[int, ...]:
    """Those of the wish of which something was left to ask for. Ombi drops the others without a word."""
    wanted = _wanted(wish, episodes)
    missing = [n for n in wanted if any(one.availability is Availability.MISSING for one in wanted[n])]
    return tuple(missing or wanted)


def read_receipt(answer: object, wish: Wish, seasons: tuple[int, ...], *, person: Person | None, host: str) -> Receipt:
    """What was made. Raises the reason when nothing was, and BackendBroken when the answer does not say."""
    result = fields.as_row(answer)
    if "result" not in result:
        raise BackendBroken(f"{host} does not say what became of {wish.key}")
    refused = why_refused(result, host)
    if refused is not None:
        raise refused
    number = fields.number(result, "requestId")
    request_id = Number(number, wish.four_k).text(wish.title.kind) if number else ""
    if not fields.flag(result, "result"):  # kept, but Sonarr did not take it; Ombi will try again
        return Receipt(request_id, RequestStatus.FAILED, seasons)
    return Receipt(request_id, _status(wish, person), seasons)


def _wanted(wish: Wish, episodes: Episodes) -> Episodes:
    """The regular seasons of the wish of which Ombi lists episodes."""
    return {number: episodes[number] for number in sorted(set(wish.seasons)) if number > 0 and episodes.get(number)}


def _status(wish: Wish, person: Person | None) -> RequestStatus:
    """Ombi does not say whether it waits for approval, only who needs none: the key itself, and certain roles."""
    if person is None:
        return RequestStatus.APPROVED
    role = "AutoApproveTv" if wish.title.kind is Kind.TV else "AutoApproveMovie"
    role = "AutoApprove4KMovie" if wish.four_k else role
    return RequestStatus.APPROVED if person.roles & {"Admin", role} else RequestStatus.PENDING


def _nothing_to_ask_for(wish: Wish) -> RequestRefused:
    if set(wish.seasons) == {0}:
        return Unsupported("Ombi takes no requests for specials")
    return RequestRefused(f"{wish.key} names no season of which Ombi lists episodes")
