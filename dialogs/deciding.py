"""What waits for approval; and yes or no to it, by whoever may."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import reporting
from dialogs.apart import is_called
from dialogs.asking import at_position, start_search
from dialogs.courtesies import missed, say_goodbye
from dialogs.followed import Allow, Allowed, AskWaiting, NotTheirs, Waiting
from dialogs.states import SPEAKING_STATES, Consulting, Deciding, Finished, Judging
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.tracing import offering_of
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
    return _choose(state, wanted)


def tell_waiting(state: Consulting, told: Waiting) -> Answer:
    """Read out what waits, or decide on the one that was meant."""
    if state.decide is not None and not told.may_decide:
        return _finish(Reply("not-theirs"))
    wanted = state.decide or Decide(approve=True)
    # By its place, only what was read out is decided: "the second one" may be the first by now.
    is_told = state.decide is not None and (wanted.position is None or len(told.requests) == 1)
    if is_told and (answer := _decide(told.requests, wanted, told.today)):
        return answer
    reply = reporting.waiting(told.requests, may_decide=told.may_decide, approve=wanted.approve)
    if not reply.listening:
        return _finish(reply)
    listed, to_do = told.requests[: reporting.AT_ONCE], Decide(wanted.approve, reason=wanted.reason)
    return Speak(Deciding(listed, len(told.requests), told.today, to_do), reply)


def agree(state: Deciding, _yes: Yes) -> Answer:
    """ "Yes" settles it where one alone waits."""
    return _choose(state, state.wanted)


def choose(state: Deciding, chosen: Select) -> Answer:
    """Whoever says which one says that it is to be done."""
    position = None if chosen.every else chosen.position or 0
    return _choose(state, replace(state.wanted, position=position, every=chosen.every))


def choose_by_name(state: Deciding, asked: AskFor) -> Answer:
    """The name of one of them is a choice; any other is a wish."""
    wanted = replace(state.wanted, title=asked.title)
    return _decide(state.waiting, wanted, state.today) or start_search(state, asked)


def _choose(state: Deciding, wanted: Decide) -> Answer:
    asked = replace(state, wanted=Decide(wanted.approve, reason=wanted.reason))
    if wanted.every and len(state.waiting) > 1:
        asking = reporting.which(len(state.waiting), approve=wanted.approve)
        return Speak(asked, Reply("one-at-a-time", {"asking": asking}, listening=True))
    return _decide(state.waiting, wanted, state.today) or missed(asked, _again(asked))


def say_allowed(state: Judging, allowed: Allowed) -> Answer:
    """It is decided."""
    reply = reporting.allowed(allowed)
    return Speak(Finished(reply, state.about), reply)


def say_not_theirs(_state: Judging, _not: NotTheirs) -> Answer:
    """It is not for them to decide."""
    return _finish(Reply("not-theirs"))


def cannot_decide(_state: Consulting | Judging, failed: Unanswered | Refused) -> Answer:
    """It stays undecided, as far as anybody knows."""
    return _finish(Reply("cannot-ask", {"why": failed.speech_key}))


def _decide(waiting: tuple[Pending, ...], wanted: Decide, today: str) -> Answer | None:
    """None where it is not told which one of them."""
    meant = _meant(waiting, wanted)
    if len(meant) != 1:
        return None
    return _judge(Allow(meant[0], wanted.approve, wanted.reason), today)


def _judge(allow: Allow, today: str) -> Answer:
    return Fetch(Judging(offering_of(allow.request.wish, today)), allow)


def _meant(waiting: tuple[Pending, ...], wanted: Decide) -> list[Pending]:
    if wanted.position is not None:
        places = at_position([*range(len(waiting[: reporting.AT_ONCE]))], wanted.position) if wanted.position else []
        return [waiting[place] for place in places]
    if wanted.title is not None:
        return [one for one in waiting if is_called(one.wish.title, wanted.title)]
    return [*waiting] if len(waiting) == 1 else []


def _again(state: Deciding) -> Reply:
    return reporting.waiting(state.waiting, may_decide=True, approve=state.wanted.approve)


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
