"""Becoming a user of the request manager by four digits that the owner's page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.courtesies import missed, say_again, say_goodbye
from dialogs.states import SPEAKING_STATES, AskingCode, Finished, Linking, Lost
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.wants import Link, Linked, NotLinked, Unlinkable
from intents import LinkMe, No
from media import Reply

if TYPE_CHECKING:
    from dialogs.states import State


def begin(_state: State, asked: LinkMe) -> Answer:
    """Look at the code, or ask for it. Whatever was open before is left: the code is on a screen for minutes only."""
    return Fetch(Linking(), Link(asked.code)) if asked.code else say_again(AskingCode(), asked)


def take_code(state: AskingCode, said: LinkMe) -> Answer:
    """Look at the code; digits that are not four are none."""
    if said.code:
        return begin(state, said)
    return missed(state, Reply("remind-code", {"heard": "something"}, listening=True))


def say_linked(_state: Linking, linked: Linked) -> Answer:
    """It is done."""
    return _finish(Reply("linked", {"name": linked.user}))


def say_not_linked(_state: Linking, failed: NotLinked) -> Answer:
    """Why not; a wrong code may have been misheard, so it is asked for again."""
    if failed.why is Unlinkable.WRONG:
        return Speak(AskingCode(), Reply("wrong-code", listening=True))
    return _finish(Reply("not-linked", {"why": failed.why}))


def _finish(reply: Reply) -> Answer:
    return Speak(Finished(reply), reply)


ROWS = (
    *(on(state, LinkMe, begin) for state in SPEAKING_STATES if state is not AskingCode),
    on(Lost, LinkMe, begin),
    on(AskingCode, LinkMe, take_code),
    on(AskingCode, No, say_goodbye),
    on(Linking, Linked, say_linked),
    on(Linking, NotLinked, say_not_linked),
)
