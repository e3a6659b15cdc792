"""Every sentence of a language with ordinary titles in its gaps, to be read: `python -m tests.speech.page de-DE`."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from channels.web.requested import FILTERS
from channels.web.wording import PARTS
from dialogs import Button
from intents import Context
from media import Availability, Gap, Kind, Reply, Stage
from speech.saying import Speech, open_speech
from tests.samples import everything_spoken

TITLES = {Kind.MOVIE: "Dune", Kind.TV: "Severance"}
#: What may happen to a film, to one season, and to several.
MESSAGES: Final[tuple[Mapping[str, Gap], ...]] = tuple(
    {"stage": stage, "kind": kind, "title": TITLES[kind], "seasons": seasons, **why}
    for stage in Stage
    for kind, seasons in ((Kind.MOVIE, ()), (Kind.TV, ()), (Kind.TV, (1,)), (Kind.TV, (1, 2)))
    for why in ({}, {"reason": "said", "said": "too long"}, {"reason": "known", "why": "request-quota"})
)
OUTAGES: Final[tuple[Mapping[str, Gap], ...]] = tuple(
    {"state": state, "minutes": minutes, "reason": reason}
    for state in ("began", "ended")
    for minutes, reason in ((1, "none"), (12, "no connection (refused)"))
)
#: Labels that are no replies, each with every word that it may have.
LABELS: Mapping[str, tuple[Mapping[str, Gap], ...]] = {
    "reprompt": tuple({"context": context} for context in (*Context, "collection")),
    **{f"button-{button}": ({},) for button in Button},
    "button-season": ({"number": 2},),
    "kind-label": tuple({"kind": kind} for kind in (*Kind, "collection")),
    "availability-label": tuple({"availability": state} for state in (*Availability, "queued")),
    "stage-label": tuple({"stage": stage} for stage in Stage),
    "source-label": tuple({"source": source} for source in ("outbox", "webhook", "look")),
    "requests-page": tuple({"part": part} for part in PARTS),
    "requests-filter": tuple({"which": which} for which in ("all", *FILTERS)),
    "requests-seasons": ({"seasons": (1, 2)},),
    "requests-asked": ({"who": "Ann (alexa)"},),
    "option-year": ({"year": 1984},),
    "option-number": ({"number": 2},),
    **{f"example-{name}": ({},) for name in ("film", "several", "season", "there", "missing")},
    "trouble": ({},),
    "too-often": ({},),
    "one-moment": ({},),
    "notice-title": tuple(gaps for gaps in MESSAGES if "reason" not in gaps),
    "notice-body": MESSAGES,
    "outage-title": OUTAGES[::2],
    "outage-body": OUTAGES,
    **{key: ({},) for key in ("trial-title", "trial-body", "notice-library")},
}


#: The first of the seasons that each list of them gets: no season is both there and on its way.
SEASONS = {"there": 1, "missing": 4, "partly": 7, "coming": 8, "waiting": 10, "failed": 12, "refused": 14}


def ordinary(reply: Reply) -> Reply:
    """The same with an ordinary title, year, number of seasons and reason in its gaps."""
    kind = reply.gaps.get("kind", Kind.MOVIE)
    gaps: dict[str, Gap] = {}
    for name, value in reply.gaps.items():
        match value:
            case tuple() if value and isinstance(value[0], int) and value != (0,):
                gaps[name] = tuple(range(SEASONS.get(name, 1), SEASONS.get(name, 1) + min(len(value), 3)))
            case str() if name.startswith("title"):
                gaps[name] = TITLES[Kind(str(reply.gaps.get(name.replace("title", "kind"), kind)))]
            case int() if name.startswith("year"):
                gaps[name] = 2021
            case str() if name == "why" and reply.key != "cannot-ask":
                gaps[name] = "backend-too-slow"
            case _:
                gaps[name] = value
    return Reply(reply.key, gaps, reply.listening)


@functools.cache
def replies() -> tuple[Reply, ...]:
    """Each different reply there is, with ordinary gaps, by the names of the keys."""
    different = {repr(reply): reply for reply in (ordinary(spoken.reply) for spoken in everything_spoken())}
    return tuple(sorted(different.values(), key=lambda reply: reply.key))


def sentences(speech: Speech, locale: str) -> Iterator[tuple[str, str]]:
    """Each key with each different text that it may have."""
    said = [(reply.key, speech.say(reply, locale).plain) for reply in replies()]
    said += [(key, speech.word(key, locale, **gaps)) for key, each in LABELS.items() for gaps in each]
    yield from dict.fromkeys(said)


def page(speech: Speech, locale: str) -> str:
    """All of them, under their keys."""
    by_key = groupby(sentences(speech, locale), key=lambda sentence: sentence[0])
    return "\n".join("\n".join([key, *(f"  {text}" for _, text in those), ""]) for key, those in by_key)


if __name__ == "__main__":
    sys.stdout.write(page(open_speech(), sys.argv[1] if len(sys.argv) > 1 else "en-US"))
