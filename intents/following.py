"""What is said of requests on their way: which there are, who wants to be told, once more, yes and no to others'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intents import AskRequests, Context, Decide, Follow, TryAgain, Unfollow, Which
from intents.answers import selection
from intents.peeling import Peeled, Peeling

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from intents import Intent
    from intents.grammar import Grammar
    from intents.heard import Heard

_OF_A_TITLE: dict[str, type[Follow | Unfollow | TryAgain]] = {
    "follow": Follow,
    "unfollow": Unfollow,
    "try_again": TryAgain,
}


def followings(heard: Heard, grammar: Grammar, this_year: int) -> Iterator[Intent]:
    """Everything of that kind that the whole of it may be."""
    for rule in grammar.following:
        if match := rule.match(heard):
            yield _meant(rule.name, match, heard, grammar, this_year)


def _meant(name: str, match: re.Match[str], heard: Heard, grammar: Grammar, this_year: int) -> Intent:
    if name not in {*_OF_A_TITLE, "approve", "decline"}:
        return AskRequests(Which(name))
    named = heard.within(match) if match.groupdict().get("title") else None
    if name == "follow" and named and (listed := _of_those(named, grammar, this_year)):
        return listed
    if name in _OF_A_TITLE:
        title = titled(named, grammar, this_year) if named else None
        meant = _OF_A_TITLE[name]
        return meant(title.title.said, title.kind, title.years) if title else meant()
    reason = heard.within(match, "reason").said if match.groupdict().get("reason") else ""
    place = selection(named, grammar, Context.LIST, this_year) if named else None
    if place is not None and place.position:
        return Decide(name == "approve", position=place.position, reason=reason)
    title = titled(named, grammar, this_year) if named else None
    return Decide(name == "approve", title.title.said if title else None, reason=reason)


def _of_those(named: Heard, grammar: Grammar, this_year: int) -> Follow | None:
    """One of those read out, or all of them. A bare number may be a title: "tell me when Seven is ready"."""
    place = selection(named, grammar, Context.LIST, this_year) if len(named.words) > 1 else None
    return Follow(position=place.position) if place and (place.position or place.every) else None


def titled(words: Heard, grammar: Grammar, this_year: int) -> Peeled | None:
    """The title that is spoken of; None for "it" and "my movie"."""
    if words.line in grammar.questions.this or words.line in grammar.questions.mine:
        return None
    return Peeling(grammar, this_year, grammar.kinds).peel(Peeled(words))
