"""Telling several titles apart by what really differs: name, kind, year, country, and last by who plays in them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.states import ChoosingTitle, Comparing
from dialogs.table import Answer, Fetch, Speak, on
from dialogs.wants import LookedUpAll, LookUpAll
from media import Phrase, Reply

if TYPE_CHECKING:
    from media import Gap, Title


def ask_which(state: ChoosingTitle) -> Answer:
    """Read out the next few; where nothing that is known tells them apart, who plays in them is read first."""
    unclear = [title for title in state.shown if _is_one_of_many(title, state) and title.key not in state.leads]
    if unclear and not _countries_differ(unclear):
        return Fetch(Comparing(state), LookUpAll(tuple(unclear)))
    return Speak(state, which_title(state))


def compare(state: Comparing, looked_up: LookedUpAll) -> Answer:
    """Now the leading actors are known, as far as they could be read."""
    choosing = state.choosing
    told = {details.title.key: details.cast[0] for details in looked_up.details if details.cast}
    known = replace(choosing, leads={**choosing.leads, **told})
    return Speak(known, which_title(known))


def which_title(state: ChoosingTitle) -> Reply:
    """ "Did you mean the movie Dune from 2021 or the one from 1984?" """
    choices = tuple(_choice(title, state) for title in state.shown)
    if not (state.asked.title or state.asked.people):  # read out of a list, and not searched for
        return Reply("which-listed", {"choices": choices}, listening=True)
    people = () if state.asked.title else state.asked.people
    return Reply("which-title", {"choices": choices, "count": len(choices), "people": people}, listening=True)


def is_called(title: Title, said: str) -> bool:
    """True where all that was said is in its name: enough to tell it from the others."""
    words = _words(said)
    return bool(words) and words <= _words(title.name)


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return set(re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def _choice(title: Title, state: ChoosingTitle) -> Phrase:
    """What is said of one of them: of the first its name and kind, of the others what they do not share."""
    shown = state.shown
    same_name = len({each.name for each in shown}) == 1 and title != shown[0]
    same_kind = same_name and len({each.kind for each in shown}) == 1
    same_year = len(shown) > 1 and len({each.year for each in shown}) == 1
    gaps: dict[str, Gap] = {
        "kind": title.kind,  # also where it is not told: "den von 1984" is a film, "die von 1984" a show
        "told_kind": None if same_kind else title.kind,
        "told_title": None if same_name else title.spoken,
        "told_year": None if same_year else title.year,
        "told_country": None,
        "told_actor": None,
    }
    if _is_one_of_many(title, state):
        alike = [each for each in shown if _looks(each) == _looks(title)]
        by_country = _countries_differ(alike)
        gaps["told_country"] = title.countries[0] if by_country else None
        gaps["told_actor"] = None if by_country else state.leads.get(title.key)
    return Phrase("choice", gaps)


def _is_one_of_many(title: Title, state: ChoosingTitle) -> bool:
    """True where another that is read out has the same name, kind and year."""
    return Counter(map(_looks, state.shown))[_looks(title)] > 1


def _looks(title: Title) -> tuple[object, ...]:
    return title.name, title.kind, title.year


def _countries_differ(titles: list[Title]) -> bool:
    named = [title.countries[0] for title in titles if title.countries]
    return len(set(named)) == len(titles)


ROWS = (on(Comparing, LookedUpAll, compare),)
