"""Every table, and what keeps it from growing for ever. A new table must be named here; the tests see to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

#: The turned day: so many seconds between two rounds of talk, and so many conversations in each.
STEP = 1200.0
TALKS = 3
#: For how long the turned service remembers conversations, in hours.
REMEMBERS = 6.0
#: Speakers there are: two households of four.
SPEAKERS = 8


@dataclass(frozen=True, slots=True)
class Bound:
    """How many rows there may be after so many steps of talk, and after more than a year of silence."""

    why: str
    most: Callable[[int], float]
    silent: Callable[[int], float] = lambda _: 0


BOUNDS = {
    "conversations": Bound("SESSION_TTL_HOURS", lambda steps: TALKS * min(steps, REMEMBERS * 3600 / STEP + 2)),
    "owed_requests": Bound("30 days after they are settled; given up before", lambda steps: TALKS * steps),
    "askings": Bound("go with their owed request", lambda steps: 3 * TALKS * steps),
    "jobs": Bound(
        "gone when done, 30 days when dead; of periodic work, one row each", lambda _: 60, silent=lambda _: 60
    ),
    "followed_requests": Bound(
        "30 days after they are closed; open ones stand at the request manager too",
        lambda steps: TALKS * steps,
        silent=lambda steps: TALKS * steps,
    ),
    "request_events": Bound(
        "go with their request; a row for each change of its stage",
        lambda steps: 6 * TALKS * steps,
        silent=lambda steps: 6 * TALKS * steps,
    ),
    "followers": Bound(
        "go with their request; one row for each person",
        lambda steps: 2 * TALKS * steps,
        silent=lambda steps: 2 * TALKS * steps,
    ),
    "notices": Bound("60 days", lambda steps: 4 * TALKS * steps),
    "addresses": Bound("given by people and the owner, one by one", lambda _: 0),
    "deliveries": Bound("7 days", lambda steps: TALKS * steps),
    "tokens": Bound("made by the owner, one by one; one of our own at the first start", lambda _: 1, lambda _: 1),
    "people": Bound("a year after they were heard last, but for those that are linked", lambda _: SPEAKERS + 1),
    "link_codes": Bound("a day after they expired", lambda _: 20),
    "link_tries": Bound("ten minutes", lambda _: 20),
    "demo_requests": Bound("the demo's catalogue: nothing is requested twice", lambda _: 0),
    "learned_titles": Bound(
        "LEARNED_TITLES in each language, at the end of each round", lambda _: 2000, lambda _: 2000
    ),
    "learning": Bound("one row a language", lambda _: 7, lambda _: 7),
}
