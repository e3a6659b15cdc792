"""What is being downloaded for a title: `downloadStatus` and `downloadStatus4k` of its `mediaInfo`.

The servers copy these rows from the queues of Radarr and Sonarr, about once a minute. A pack of a whole season stands
there once an episode, each time with the size of all of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from media import Download
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Row = Mapping[str, object]

#: Why a download does not move, by its status there (in small letters).
TROUBLES: Final = {
    "failed": "download-failed",
    "warning": "download-stalled",
    "stalled": "download-stalled",
    "paused": "download-paused",
    "downloadclientunavailable": "download-client-gone",
}
#: "00:12:34", "1.02:03:04": days, hours, minutes, seconds.
_LEFT: Final = re.compile(r"(?:(\d+)\.)?(\d+):(\d{2}):(\d{2})")


def read_downloads(info: Row) -> Iterator[Download]:
    """Each download once, in the order in which they are told."""
    for name, four_k in (("downloadStatus", False), ("downloadStatus4k", True)):
        rows = {_identity(row, at): row for at, row in enumerate(fields.rows(info, name))}
        for row in rows.values():
            yield _download(row, four_k=four_k)


def _identity(row: Row, at: int) -> str:
    return fields.text(row, "downloadId", "title") or str(at)


def _download(row: Row, *, four_k: bool) -> Download:
    size, left = fields.decimal(row, "size"), fields.decimal(row, "sizeLeft")
    percent = None if not size or left is None else max(0, min(100, int(100 * (size - left) / size)))
    return Download(
        percent=percent,
        minutes=_minutes(fields.text(row, "timeLeft") or ""),
        trouble=TROUBLES.get((fields.text(row, "status") or "").lower()),
        season=fields.number(fields.row(row, "episode"), "seasonNumber"),
        four_k=four_k,
    )


def _minutes(text: str) -> int | None:
    """Rounded up; None where no time is told."""
    found = _LEFT.match(text)
    if found is None:
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return (days * 24 + hours) * 60 + minutes + (seconds > 0)
