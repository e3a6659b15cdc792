"""Who is in what, as the stand-in server tells it: made of the casts and makers of its titles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from zlib import crc32

from tests.backends.catalogue import Entry


def person_id(name: str) -> int:
    """Stays the same whatever else the server gets to know."""
    return crc32(name.encode())


def everybody(titles: Iterable[Entry]) -> tuple[str, ...]:
    """All who are named, each once."""
    return tuple(dict.fromkeys(name for one in titles for name in (*one.cast, *one.directors)))


def found_people(titles: Iterable[Entry], words: str) -> list[object]:
    """The rows of a search: those who bear each of the words, the less popular first."""
    asked = words.lower().split()
    fitting = [name for name in everybody(titles) if asked and all(word in name.lower().split() for word in asked)]
    return [
        {"id": person_id(name), "mediaType": "person", "name": name, "popularity": at + 0.5}
        for at, name in enumerate(reversed(fitting))
    ]


def parts_of(name: str, titles: Iterable[Entry], row: Callable[[Entry], dict[str, object]]) -> dict[str, object]:
    """The cast and the crew of combined credits: a film's first director edited it too."""
    known = list(titles)
    cast = [{**row(one), "character": "Somebody", "episodeCount": one.episodes} for one in known if name in one.cast]
    crew = [
        {**row(one), "job": job, "department": "Directing"}
        for one in known
        if name in one.directors
        for job in (("Editor", "Director") if one.kind == "movie" else ("Creator",))
    ]
    return {"cast": cast, "crew": crew}
