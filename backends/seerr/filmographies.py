"""Their JSON about people as our words: who was found, and what they play in or made.

Their credits tell no place in the cast, so a small part is told by what they do tell: a character without a credit,
a show in which somebody was seen, or which they directed or wrote, in an episode or two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from backends.seerr.reading import read_title
from media import Credit, Kind, PersonName
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Row = Mapping[str, object]

    from media import Availability

#: Jobs of those whose title it is said to be: "a movie by Christopher Nolan", "something by Stephen King".
MAKERS: Final = frozenset(
    {"Director", "Co-Director", "Creator", "Writer", "Screenplay", "Novel", "Author", "Book", "Short Story"}
)
#: TMDB's genres of news and talk shows, in which everybody is a guest.
NEWS_AND_TALK: Final = frozenset({10763, 10767})
#: Up to so many episodes somebody is a guest.
GUEST_EPISODES: Final = 3
#: Characters as TMDB has them, whatever the language: "Self - Guest", "Himself (archive footage)", "Man (uncredited)".
_AS_ONESELF: Final = re.compile(r"\b(?:self|himself|herself|themsel(?:f|ves)|archive footage)\b", re.IGNORECASE)
_WITHOUT_CREDIT: Final = re.compile(r"\buncredited\b", re.IGNORECASE)


def read_people(rows: tuple[Row, ...]) -> tuple[PersonName, ...]:
    """The people among the rows of a search, the most popular first."""
    found = [row for row in rows if fields.text(row, "mediaType") == "person"]
    found.sort(key=lambda row: -(fields.decimal(row, "popularity") or 0.0))
    named = ((fields.number(row, "id"), fields.text(row, "name")) for row in found)
    return tuple(PersonName(number, name) for number, name in named if number is not None and name)


def read_filmography(found: Row, statuses: Mapping[int, Availability]) -> tuple[Credit, ...]:
    """The answer of /person/{id}/combined_credits: each title once, as the greatest of somebody's parts in it."""
    known: dict[str, Credit] = {}
    for row in _parts(found):
        title = read_title(row, statuses)
        if title is None:
            continue
        other = known.get(title.key)
        is_small = _is_small(row, title.kind) and (other is None or other.is_small)
        known[title.key] = Credit(title, is_small)
    return tuple(known.values())


def _parts(found: Row) -> Iterator[Row]:
    for row in fields.rows(found, "cast"):
        if not _AS_ONESELF.search(fields.text(row, "character") or "") and not _is_talk(row):
            yield row
    for row in fields.rows(found, "crew"):
        if fields.text(row, "job") in MAKERS and not _is_talk(row):
            yield row


def _is_talk(row: Row) -> bool:
    genres = row.get("genreIds")
    return isinstance(genres, list) and any(one in NEWS_AND_TALK for one in genres if isinstance(one, int))


def _is_small(row: Row, kind: Kind) -> bool:
    episodes = fields.number(row, "episodeCount")
    is_guest = kind is Kind.TV and episodes is not None and 0 < episodes <= GUEST_EPISODES
    return is_guest or _WITHOUT_CREDIT.search(fields.text(row, "character") or "") is not None
