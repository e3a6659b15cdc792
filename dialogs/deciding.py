"""What waits for approval; and yes or no to it, by whoever may."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from dialogs import reporting
from dialogs.asking import at_position, start_search
from dialogs.courtesies import missed, say_goodbye
from dialogs.followed import Allow, Allowed, AskWaiting, NotTheirs, Waiting
from dialogs.states import SPEAKING_STATES, Consulting, Deciding, Finished, Judging
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.wants import Refused, Unanswered
from intents import AskFor, Decide, No, Select, Yes
from media import Reply

if TYPE_CHECKING:
    from dialogs.followed import Pending
    from dialogs.states import State


def decide(_state: State, wanted: Decide) -> Answer:
    """See first what waits, and whether it is theirs to decide."""
    return Fetch(Consulting(wanted), AskWaiting())


def decide_listed(state: Deciding, wanted: Decide) -> Answer:
    """One of those that were read out."""
    return _decide(state.waiting, wanted) or missed(state, _again(state))


def tell_waiting(state: Consulting, told: Waiting) -> Answer:
    """Read out what waits, or decide on the one that was meant."""
    if state.decide is not None and not told.may_decide:
        return _finish(Reply("not-theirs"))
    if state.decide is not None and (answer := _decide(told.requests, state.decide)):
        return answer
    reply = reporting.waiting(told.requests, may_decide=told.may_decide)
    if not reply.listening:
        return _finish(reply)
    return Speak(Deciding(told.requests[: reporting.AT_ONCE], len(told.requests)), reply)


def agree(state: Deciding, _yes: Yes) -> Answer:
    """ "Yes" settles it where one alone waits."""
    if len(state.waiting) > 1:
        return missed(state, _again(state))
    return Fetch(Judging(), Allow(state.waiting[0], approve=True))


def choose(state: Deciding, chosen: Select) -> Answer:
    """Whoever says which one approves it."""
    position = chosen.position or 0
    return _decide(state.waiting, Decide(approve=True, position=position)) or missed(state, _again(state))


def choose_by_name(state: Deciding, asked: AskFor) -> Answer:
    """The name of one of them approves it; any other is a wish."""
    return _decide(state.waiting, Decide(approve=True, title=asked.title)) or start_search(state, asked)


def say_allowed(_state: Judging, allowed: Allowed) -> Answer:
    """It is decided."""
    return _finish(reporting.allowed(allowed))


def say_not_theirs(_state: Judging, _not: NotTheirs) -> Answer:
    """It is not for them to decide."""
    return _finish(Reply("not-theirs"))


def cannot_decide(_state: Consulting | Judging, failed: Unanswered | Refused) -> Answer:
    """It stays undecided, as far as anybody knows."""
    return _finish(Reply("cannot-ask", {"why": failed.speech_key}))


def _decide(waiting: tuple[Pending, ...], wanted: Decide) -> Answer | None:
    """None where it is not told which one of them."""
    meant = _meant(waiting, wanted)
    if len(meant) != 1:
        return None
    return Fetch(Judging(), Allow(meant[0], wanted.approve, wanted.reason))


def _meant(waiting: tuple[Pending, ...], wanted: Decide) -> list[Pending]:
    if wanted.position is not None:
        places = at_position([*range(len(waiting[: reporting.AT_ONCE]))], wanted.position) if wanted.position else []
        return [waiting[place] for place in places]
    if wanted.title is not None:
        said = _words(wanted.title)
        return [one for one in waiting if said and said <= _words(one.wish.title.name)]
    return [*waiting] if len(waiting) == 1 else []


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return set(re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def _again(state: Deciding) -> Reply:
    return reporting.waiting(state.waiting, may_decide=True)


def _finish(reply: Reply) -> Answer:
    return Speak(Finished(reply), reply)


ROWS = (
    *(on(state, Decide, decide) for state in SPEAKING_STATES if state is not Deciding),
    on(Deciding, Decide, decide_listed),
    on(Deciding, Yes, agree),
    on(Deciding, No, say_goodbye),
    on(Deciding, Select, choose),
    on(Deciding, AskFor, choose_by_name),
    on(Consulting, Waiting, tell_waiting),
    on(Consulting, Unanswered, cannot_decide),
    on(Consulting, Refused, cannot_decide),
    on(Judging, Allowed, say_allowed),
    on(Judging, NotTheirs, say_not_theirs),
    on(Judging, Unanswered, cannot_decide),
    on(Judging, Refused, cannot_decide),
)
