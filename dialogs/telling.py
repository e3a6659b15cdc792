"""Which sentence fits a title or its seasons: replies made of facts, so that every topic says the same thing alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dialogs import reporting
from intents import Topic
from media import Availability, Kind, Phrase, Reply, RequestStatus, Stage
from media_notices import Tiding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.states import (
        ChoosingSeasons,
        Offering,
        OfferingCollection,
        Requesting,
        RequestingCollection,
    )
    from dialogs.wants import Met, Recalled, Refused, SettledAll, Taken, Undone
    from intents import AskFor
    from media import Details, Gap, Name, Season, Title


#: Of what a title is about, so much is read out: sentences, and letters where there is more than one.
MOST_SENTENCES: Final = 2
MOST_LETTERS: Final = 160
#: Not behind "Mr.", "Mrs.", "J.".
_SENTENCE_END: Final = re.compile(r"(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?<=[.!?…])\s+")


def offer(state: Offering, *, only_asks: bool = False) -> Reply:
    """ "I found the movie Dune, released in 2021. Is that the one you want?"

    `only_asks`: nobody has said yet that they want it, so they are asked that.
    """
    title = state.title
    gaps = _name(title) | {
        "year": title.year,
        "availability": title.availability_in(four_k=state.four_k),
        "due": _due(title, state.today),
        "quality": _quality(four_k=state.four_k),
        "lacking": "uhd" if state.asked.four_k and not state.four_k else None,
    }
    if question_of(state, only_asks=only_asks) == "request":
        return Reply("offer-request", gaps, listening=True)
    return Reply("offer" if state.at == 0 else "offer-next", gaps, listening=True)


def question_of(state: Offering, *, only_asks: bool) -> str:
    """How an offer ends: "offer" asks whether it is the one, "request" whether to request it."""
    is_open = state.title.availability_in(four_k=state.four_k).is_open
    return "request" if only_asks and is_open else "offer"


def no_more(asked: AskFor) -> Reply:
    """ "That was everything I found for Dune." """
    return Reply("no-more", {"title": asked.title or asked.people}, listening=True)


def describe(details: Details, topic: Topic, asking: str) -> Reply:
    """Answer a question about a title and put our own ("offer", "seasons", "request", "rest") once more.

    "nothing": there is nothing to ask, since all of it is there or on its way; that is said instead.
    """
    title = details.title
    gaps = _name(title) | {"asking": asking, "availability": title.availability, "topic": topic}
    match topic:
        case Topic.PLOT if title.overview:
            gaps["plot"] = _first_sentences(title.overview)
        case Topic.CAST if details.cast:
            gaps |= {"cast": details.cast[:3], "directors": details.directors[:2]}
        case Topic.YEAR if title.year:
            gaps["year"] = title.year
        case Topic.LENGTH if details.runtime:
            gaps["minutes"] = details.runtime
        case Topic.RATING if details.rating:
            gaps["rating"] = f"{details.rating:.1f}"
        case Topic.SEASONS if details.regular_seasons:
            gaps["count"] = len(details.regular_seasons)
        case _:
            return Reply("info-unknown", gaps, listening=asking != "nothing")
    return Reply(f"info-{topic}", gaps, listening=asking != "nothing")


def _first_sentences(text: str) -> str:
    """Enough to know what it is about, and no more than a voice should read."""
    first, *others = _SENTENCE_END.split(text.strip())
    together = " ".join([first, *others[: MOST_SENTENCES - 1]])
    return together if len(together) <= MOST_LETTERS else first


def which_seasons(state: ChoosingSeasons) -> Reply:
    """Ask for the missing seasons, after saying what is there or on its way."""
    details, missing = state.details, state.open_seasons
    gaps = _name(details.title, four_k=state.four_k) | _seasons_by_state(details.regular_seasons, four_k=state.four_k)
    gaps |= {"missing": missing}
    if len(missing) == len(details.regular_seasons):
        return Reply("which-seasons-of-all", gaps | {"count": len(missing)}, listening=True)
    return Reply("which-of-the-missing", gaps, listening=True)


def no_such_season(state: ChoosingSeasons, unknown: tuple[int, ...]) -> Reply:
    """ "Severance has only two seasons. Which would you like?" """
    count = len(state.details.regular_seasons)
    gaps = _name(state.details.title) | {"seasons": unknown, "count": count, "missing": state.open_seasons}
    return Reply("no-such-season", gaps, listening=True)


def only_seasons(details: Details) -> Reply:
    """ "Severance has two seasons, and all of them are already there or asked for." """
    return Reply("only-seasons", _name(details.title) | {"count": len(details.regular_seasons)})


def already(details: Details, *, four_k: bool = False) -> Reply:
    """Say why there is nothing to request for a whole film or show."""
    title = details.title
    if title.kind is Kind.MOVIE or not details.regular_seasons:
        return Reply("already", _name(title, four_k=four_k) | {"availability": title.availability_in(four_k=four_k)})
    return _already(title, details.regular_seasons, whole=True, four_k=four_k)


def seasons_already(details: Details, numbers: Sequence[int], *, four_k: bool = False) -> Reply:
    """Say why there is nothing to request among these seasons."""
    chosen = tuple(season for season in details.seasons if season.number in numbers)
    return _already(details.title, chosen, whole=False, four_k=four_k) if chosen else already(details, four_k=four_k)


def requested(state: Requesting, taken: Taken) -> Reply:
    """ "Okay, I've requested seasons one and two of The Bear." """
    title = state.wish.title
    gaps = _name(title, four_k=state.wish.four_k) | {
        "seasons": taken.receipt.seasons or state.wish.seasons,
        "left_out": state.left_out,
        "unlinked": "yes" if taken.unlinked else "no",
        "waiting": "yes" if taken.receipt.status is RequestStatus.PENDING else "no",
        "due": _due(title, state.today),
        "airing": state.airing,
    }
    return Reply("requested", gaps)


def requests(recalled: Recalled, asking: str | None, offered: str | Name | None = None) -> Reply:
    """ "You asked for the movie Dune, which is waiting for approval, and two more." Then the open question, if any."""
    if not recalled.latest:
        return Reply("no-requests", {"asking": asking or "nothing"}, listening=True)
    listed = tuple(reporting.standing(one) for one in recalled.latest)
    gaps: dict[str, Gap] = {
        "listed": listed,
        "more": recalled.count - len(listed),
        "asking": asking,
        "offered": offered,
    }
    return Reply("requests", gaps, listening=asking is not None)


def news(met: Met) -> Reply:
    """ "Dune has been in your library since yesterday. And there is news of two more." And a question."""
    first, *others = (_piece(tiding) for tiding in met.news)
    gaps: dict[str, Gap] = {"first": (first,), "second": tuple(others[:1]) or None, "more": met.more}
    return Reply("welcome-news", gaps, listening=True)


def _piece(tiding: Tiding) -> Phrase:
    wish, day = tiding.wish, {0: "today", 1: "yesterday"}.get(tiding.days, "before")
    gaps = _name(wish.title, four_k=wish.four_k) | {"seasons": wish.seasons, "stage": tiding.stage}
    match tiding:
        case Tiding(stage=Stage.REFUSED | Stage.GIVEN_UP, reason=str(key)):  # one of ours, see storage/endings.py
            gaps |= {"reason": "then", "then": key}
        case Tiding(stage=Stage.DECLINED, reason=str(words)):
            gaps |= {"reason": "said", "said": words.strip().rstrip(".")}
        case _:
            pass
    return Phrase("news", gaps | {"day": day, "days": max(tiding.days, 0)})


def owed(state: Requesting, why: str) -> Reply:
    """It could not be sent now, but is written down and will be."""
    return Reply(
        "owed", _name(state.wish.title, four_k=state.wish.four_k) | {"seasons": state.wish.seasons, "why": why}
    )


def refused(title: Title, refusal: Refused, *, four_k: bool = False) -> Reply:
    """The request manager will not; nothing was requested."""
    return Reply("refused", _name(title, four_k=four_k) | {"why": refusal.speech_key, "frees": refusal.frees})


def collection(state: OfferingCollection, *, lacking: bool = False) -> Reply:
    """ "The Matrix Collection has four movies, and three are missing. Shall I request them?"

    `lacking` says that they were wanted in 4K, which cannot be had.
    """
    missing = [wish.title.spoken for wish in state.wishes]
    gaps: dict[str, Gap] = {
        "title": state.collection.name.name,
        "count": len(state.collection.parts),
        "missing": len(missing),
        "names": tuple(missing),
        "quality": _quality(four_k=state.four_k),
        "lacking": "uhd" if lacking else None,
    }
    if not missing:
        return Reply("collection-complete", gaps)
    return Reply("collection", gaps, listening=True)


def collection_requested(state: RequestingCollection, settled: SettledAll) -> Reply:
    """What came of the wishes for a whole collection."""
    four_k = any(wish.four_k for wish in state.wishes)
    gaps: dict[str, Gap] = {
        "title": state.collection.name.name,
        "taken": settled.taken,
        "owed": settled.owed,
        "refused": settled.refused,
        "waiting": settled.waiting,
        "quality": _quality(four_k=four_k),
        "why": settled.speech_key or "backend-broken",
    }
    return Reply("collection-requested", gaps)


def undone(undone: Undone) -> Reply:
    """What was taken back, and why something was not."""
    first = (*undone.left, *undone.gone)[:1]
    about = _name(first[0].title, four_k=first[0].four_k) | {"seasons": first[0].seasons} if first else {}
    gaps = about | {"count": len(undone.gone), "total": len(undone.gone) + len(undone.left), "kept": undone.why}
    if not undone.gone:
        return Reply("not-undone", gaps)
    if undone.left:
        return Reply("partly-undone", gaps)
    return Reply("undone" if undone.was_sent else "crossed-off", gaps)


def _already(title: Title, seasons: Sequence[Season], *, whole: bool, four_k: bool) -> Reply:
    states = {season.availability_in(four_k=four_k) for season in seasons}
    gaps = _name(title, four_k=four_k) | {"seasons": () if whole else tuple(season.number for season in seasons)}
    if len(states) == 1:
        return Reply("already", gaps | {"availability": states.pop()})
    return Reply("already-mixed", gaps | _seasons_by_state(seasons, four_k=four_k))


def _seasons_by_state(seasons: Sequence[Season], *, four_k: bool) -> dict[str, Gap]:
    def those(availability: Availability) -> tuple[int, ...]:
        return tuple(season.number for season in seasons if season.availability_in(four_k=four_k) is availability)

    return {
        "there": those(Availability.AVAILABLE),
        "partly": those(Availability.PARTIAL),
        "coming": those(Availability.PROCESSING),
        "waiting": those(Availability.PENDING),
        "failed": those(Availability.FAILED),
        "refused": those(Availability.REFUSED),
    }


def _name(title: Title, *, four_k: bool = False) -> dict[str, Gap]:
    return {"kind": title.kind, "title": title.spoken, "quality": _quality(four_k=four_k)}


def _quality(*, four_k: bool) -> str:
    return "uhd" if four_k else "hd"


def _due(title: Title, today: str) -> str | None:
    """The date on which it comes out, while that lies ahead."""
    return title.released if title.released and title.released > today else None
