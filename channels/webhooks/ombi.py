"""What Ombi sends: one flat object, every value a text or null."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from channels.webhooks.telling import mark_of, number_in, seasons_in, text_in
from errands.hints import Event, Hint
from media import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

EVENTS: Final = {
    "NewRequest": Event.PENDING,
    "RequestApproved": Event.APPROVED,
    "RequestDeclined": Event.DECLINED,
    "RequestAvailable": Event.AVAILABLE,
    "PartiallyAvailable": Event.PARTIAL,
    "RequestDeleted": Event.DELETED,
    "ItemAddedToFaultQueue": Event.TROUBLE,
    "Issue": Event.ISSUE,
    "IssueComment": Event.ISSUE,
    "IssueResolved": Event.ISSUE,
    "IssueInProgress": Event.ISSUE,
    "IssueDeleted": Event.ISSUE,
    "Test": Event.TEST,
}
#: Only a show has any of these.
OF_SHOWS: Final = ("seasonsList", "episodesList", "partiallyAvailableSeasonNumber", "partiallyAvailableEpisodeNumbers")
#: What tells one delivery from another of the same request; dates are written anew each time.
MARKS: Final = ("notificationType", "requestStatus", *OF_SHOWS, "issueSubject", "issueStatus", "newIssueComment")


def read(told: Mapping[str, Any]) -> Hint:
    """The hint in a delivery, whatever it holds."""
    number, provider = number_in(told, "requestId"), number_in(told, "providerId")
    event = EVENTS.get(text_in(told, "notificationType"), Event.OTHER)
    if provider is None and text_in(told, "providerId"):  # of music it is no number
        event = Event.OTHER
    kinds = _kinds(told)
    return Hint(
        event,
        requests=() if number is None else tuple(one for kind in kinds for one in _ids(kind, number)),
        kind=kinds[0] if len(kinds) == 1 else None,
        title=provider,
        seasons=seasons_in(text_in(told, "seasonsList")),
        name=text_in(told, "title") if number is None else "",  # all that is told of one that was deleted
        reason=text_in(told, "denyReason"),
        mark=mark_of(*(text_in(told, name) for name in MARKS)),
    )


def _kinds(told: Mapping[str, Any]) -> tuple[Kind, ...]:
    """What it may be about: the type is written in the language that Ombi is set to."""
    if any(text_in(told, name) for name in OF_SHOWS):
        return (Kind.TV,)
    known = {"movie": (Kind.MOVIE,), "tv show": (Kind.TV,)}
    return known.get(text_in(told, "type").casefold(), (Kind.MOVIE, Kind.TV))


def _ids(kind: Kind, number: int) -> tuple[tuple[Kind, str], ...]:
    """As backends/ombi writes them. A film's number is that of its request in 4K too."""
    if kind is Kind.TV:
        return ((kind, f"child:{number}"),)
    return (kind, str(number)), (kind, f"{number}:4k")
