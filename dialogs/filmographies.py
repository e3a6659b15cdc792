"""A person leads to their titles: somebody is named, and no title. What they have a part in is offered or read out."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from dialogs.states import SPEAKING_STATES, Idle, Searching
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.wants import KnowsNoPeople, NobodyCalled, Search
from intents import AskFor, Refine, SearchFor
from media import Reply

if TYPE_CHECKING:
    from dialogs.states import State


def lead_to_titles(_state: State, wanted: SearchFor) -> Answer:
    """Look up what they play in or made; with nobody named there is nothing to look for."""
    if not wanted.people:
        return Speak(Idle(), Reply("need-a-title", listening=True))
    asked = without_title(wanted)
    return Fetch(Searching(asked), Search(asked))


def without_title(wanted: SearchFor | Refine) -> AskFor:
    """The same as a wish for what the people are in."""
    return AskFor("", **{field.name: getattr(wanted, field.name) for field in fields(SearchFor)})


def say_nobody(_state: Searching, nobody: NobodyCalled) -> Answer:
    """The request manager knows nobody of that name."""
    return Speak(Idle(), Reply("nobody-called", {"name": nobody.name}, listening=True))


def say_no_people(_state: Searching, _knows: KnowsNoPeople) -> Answer:
    """Only a title can be looked for here."""
    return Speak(Idle(), Reply("knows-no-people", listening=True))


ROWS = (
    *(on(state, SearchFor, lead_to_titles) for state in SPEAKING_STATES),
    on(Searching, NobodyCalled, say_nobody),
    on(Searching, KnowsNoPeople, say_no_people),
)
