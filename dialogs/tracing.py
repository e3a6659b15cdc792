"""Where is it? "Is Severance ready", "where is Dune": among the requests that are followed, else by a search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import reporting, telling
from dialogs.asking import at_position
from dialogs.courtesies import missed, say_again
from dialogs.followed import NotFollowed, Place, Trace, Traced
from dialogs.states import (
    SPEAKING_STATES,
    ChoosingTitle,
    Deciding,
    Finished,
    Idle,
    Offering,
    Recalling,
    Searching,
    Tracing,
)
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.wants import Recall, Refused, Search, Unanswered
from intents import AskFor, AskStatus, GroupedSeasons, NumberedSeasons, SeasonGroup
from media import Reply, Wish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.states import State


def ask_how_far(state: State, asked: AskStatus) -> Answer:
    """Of the title that is named, or else of the one that is spoken of, or of all that they asked for."""
    if asked.title is not None:
        named = AskFor(asked.title, asked.kind, asked.years, asked.seasons)
        return Fetch(Tracing(named), Trace(named))
    if asked.position and (listed := read_out(state)):
        return _of_listed(listed, asked.position)
    about = spoken_of(state)
    if about is None:
        return Fetch(Recalling(state), Recall()) if isinstance(state, Idle | Finished) else say_again(state, asked)
    if isinstance(state, Offering) and about.title.availability_in(four_k=about.four_k).is_open:
        return Speak(state, telling.offer(state, only_asks=True))
    return Fetch(Tracing(about.asked, about), Trace(about.title, about.four_k))


def _of_listed(listed: ChoosingTitle, position: int) -> Answer:
    if meant := at_position(listed.shown, position):
        one = offering_of(Wish(meant[0]), listed.today)
        return Fetch(Tracing(one.asked, one), Trace(meant[0]))
    return missed(replace(listed, only_asks=True), Reply("no-such-choice", listening=True))


def spoken_of(state: State) -> Offering | None:
    """The title that "it" means, if any."""
    match state:
        case Offering():
            return state
        case Finished():
            return state.about
        case Deciding(waiting=(alone,)):
            return offering_of(alone.wish, state.today)
        case _:
            return None


def read_out(state: State) -> ChoosingTitle | None:
    """Those of which "it" may mean any, if there are such."""
    match state:
        case ChoosingTitle():
            return state
        case Finished():
            return state.listed
        case Deciding():
            return listed_of([one.wish for one in state.waiting], state.today)
        case _:
            return None


def offering_of(wish: Wish, today: str) -> Offering:
    """What was wished for, to be spoken of."""
    title, seasons = wish.title, NumberedSeasons(wish.seasons) if wish.seasons else None
    asked = AskFor(title.name, title.kind, seasons=seasons, four_k=wish.four_k)
    return Offering(asked, (title,), today, four_k_kinds=(title.kind,) if wish.four_k else ())


def listed_of(wishes: Sequence[Wish], today: str) -> ChoosingTitle | None:
    """These, should one of them be meant; None where there are not several titles."""
    titles = tuple({wish.title.key: wish.title for wish in wishes}.values())
    return ChoosingTitle(AskFor(""), titles, today) if len(titles) > 1 else None


def after_list(reply: Reply, wishes: Sequence[Wish], today: str) -> Finished:
    """The end of a turn that read these out: of one alone, "it" is that one."""
    titles = {wish.title.key for wish in wishes}
    about = offering_of(wishes[0], today) if len(titles) == 1 else None
    return Finished(reply, about, listed_of(wishes, today))


def tell_where(state: Tracing, traced: Traced) -> Answer:
    """How far it is; what can be requested of it is offered."""
    one, details = traced.standing, traced.details
    title = details.title if details else one.wish.title
    offer = state.about or Offering(state.asked, (title,), traced.today)
    offer = replace(offer, candidates=(title,), at=0)
    if one.stands is Place.OPEN:
        return Speak(offer, telling.offer(offer, only_asks=True))
    is_ours = one.stands is Place.OWED  # it will be requested anyway
    if details and title.availability_in(four_k=one.wish.four_k).is_open and not is_ours:
        return Speak(offer, reporting.where(one, "request"))
    has_rest = details and details.open_seasons(four_k=one.wish.four_k) and not one.wish.seasons
    if has_rest and one.stands is not Place.BLOCKED and not is_ours:
        rest = replace(offer, asked=replace(offer.asked, seasons=GroupedSeasons(SeasonGroup.MISSING)))
        return Speak(rest, reporting.where(one, "rest"))
    reply = reporting.where(one, "nothing")
    return Speak(Finished(reply, offer), reply)


def search_for_it(state: Tracing, _nothing: NotFollowed) -> Answer:
    """Nobody asked for it here: see what there is."""
    return Fetch(Searching(state.asked, only_asks=True), Search(state.asked))


def cannot_trace(state: Tracing, failed: Unanswered | Refused) -> Answer:
    """Nobody can tell."""
    reply = Reply("cannot-ask", {"why": failed.speech_key})
    return Speak(Finished(reply, state.about), reply)


ROWS = (
    *(on(state, AskStatus, ask_how_far) for state in SPEAKING_STATES),
    on(Tracing, Traced, tell_where),
    on(Tracing, NotFollowed, search_for_it),
    on(Tracing, Unanswered, cannot_trace),
    on(Tracing, Refused, cannot_trace),
)
