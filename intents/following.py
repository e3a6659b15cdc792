"""What is said of requests on their way: which there are, who wants to be told, once more, yes and no to others'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intents import AskRequests, AskStatus, Context, Decide, Follow, TryAgain, Unfollow, Which
from intents.answers import selection
from intents.peeling import Peeled, Peeling

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from intents import Intent, Select
    from intents.grammar import Grammar
    from intents.heard import Heard

_OF_A_TITLE: dict[str, type[Follow | Unfollow | TryAgain]] = {
    "follow": Follow,
    "unfollow": Unfollow,
    "try_again": TryAgain,
}


def followings(heard: Heard, grammar: Grammar, context: Context, this_year: int) -> Iterator[Intent]:
    """Everything of that kind that the whole of it may be."""
    for rule in grammar.following:
        # "How long does it take" is asked of the film itself while that is on offer.
        if (rule.name != "awaited" or context is Context.NOTHING) and (match := rule.match(heard)):
            yield _meant(rule.name, match, heard, grammar, this_year)


def _meant(name: str, match: re.Match[str], heard: Heard, grammar: Grammar, this_year: int) -> Intent:
    named = heard.within(match) if match.groupdict().get("title") else None
    if name in {"where", "awaited"}:
        if named and (place := place_of(named, grammar, this_year)):
            return AskStatus(position=place.position)
        title = titled(named, grammar, this_year) if named else None
        return AskStatus(title.title.said, title.kind, title.seasons, title.years) if title else AskStatus()
    if name not in {*_OF_A_TITLE, "approve", "decline"}:
        return AskRequests(Which(name))
    if name in {"follow", "unfollow"} and named and (place := place_of(named, grammar, this_year)):
        return (Follow if name == "follow" else Unfollow)(position=place.position)
    if name in _OF_A_TITLE:
        title = titled(named, grammar, this_year) if named else None
        meant = _OF_A_TITLE[name]
        return meant(title.title.said, title.kind, title.years) if title else meant()
    reason = heard.within(match, "reason").said if match.groupdict().get("reason") else ""
    place = selection(named, grammar, Context.LIST, this_year) if named else None
    if place is not None and (place.position or place.every):
        return Decide(name == "approve", position=place.position, every=place.every, reason=reason)
    title = titled(named, grammar, this_year) if named else None
    return Decide(name == "approve", _bare(title.title, grammar) if title else None, reason=reason)


def _bare(title: Heard, grammar: Grammar) -> str:
    """Without an article, which the name need not have: "aprova o Dune"."""
    words = title.words
    return title.without_first(1).said if len(words) > 1 and words[0].folded in grammar.titles.articles else title.said


def place_of(named: Heard, grammar: Grammar, this_year: int) -> Select | None:
    """One of those read out, or all of them. A bare number may be a title: "tell me when Seven is ready"."""
    place = selection(named, grammar, Context.LIST, this_year)
    is_told = place is not None and (place.every or (place.position and len(named.words) > 1))
    return place if is_told else None


def titled(words: Heard, grammar: Grammar, this_year: int) -> Peeled | None:
    """The title that is spoken of; None for "it" and "my movie"."""
    if words.line in grammar.questions.this or words.line in grammar.questions.mine:
        return None
    return Peeling(grammar, this_year, grammar.kinds).peel(Peeled(words))
