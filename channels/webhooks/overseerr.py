"""What Overseerr, Jellyseerr and Seerr send: one template for all three, as long as the owner leaves it as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from channels.webhooks.telling import mark_of, number_in, part_of, seasons_in, text_in
from errands.hints import Event, Hint
from media import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

EVENTS: Final = {
    "MEDIA_PENDING": Event.PENDING,
    "MEDIA_AUTO_REQUESTED": Event.PENDING,  # from somebody's watchlist
    "MEDIA_APPROVED": Event.APPROVED,
    "MEDIA_AUTO_APPROVED": Event.AUTO_APPROVED,
    "MEDIA_DECLINED": Event.DECLINED,
    "MEDIA_FAILED": Event.FAILED,
    "MEDIA_AVAILABLE": Event.AVAILABLE,
    "ISSUE_CREATED": Event.ISSUE,
    "ISSUE_COMMENT": Event.ISSUE,
    "ISSUE_RESOLVED": Event.ISSUE,
    "ISSUE_REOPENED": Event.ISSUE,
    "TEST_NOTIFICATION": Event.TEST,
}
KINDS: Final = {"movie": Kind.MOVIE, "tv": Kind.TV}
SEASONS: Final = "Requested Seasons"


def read(told: Mapping[str, Any]) -> Hint:
    """The hint in a delivery, whatever it holds."""
    media, request = part_of(told, "media"), part_of(told, "request")
    kind, number = KINDS.get(text_in(media, "media_type")), number_in(request, "request_id")
    written = text_in(told, "notification_type")
    return Hint(
        EVENTS.get(written, Event.OTHER),
        requests=((kind, str(number)),) if kind and number is not None else (),
        kind=kind,
        title=number_in(media, "tmdbId"),
        seasons=_seasons(told),
        mark=_mark(written, told),
    )


def _seasons(told: Mapping[str, Any]) -> tuple[int, ...]:
    extra = told.get("extra")
    rows = [row for row in extra if isinstance(row, dict)] if isinstance(extra, list) else []
    return next((seasons_in(text_in(row, "value")) for row in rows if row.get("name") == SEASONS), ())


def _mark(written: str, told: Mapping[str, Any]) -> str:
    """The title's state tells a second approval, after a failure, from the first; a comment tells one from the next."""
    media, issue, comment = (part_of(told, name) for name in ("media", "issue", "comment"))
    told_of_issue = (text_in(issue, "issue_id"), text_in(issue, "issue_status"), text_in(comment, "comment_message"))
    return mark_of(written, text_in(media, "status"), text_in(media, "status4k"), *told_of_issue)
