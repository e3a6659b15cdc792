"""From words to an intent: pure, total over any text, well under a millisecond.

What was asked last decides: "two" is the second of two offers, season two, or the title "Two". Each context tries its
readings in a fixed order, the surest first; a title asked for is the last, for anything may be a title.

A caller that can search takes `readings` rather than `hear`. Where the first reading is no AskFor, it is the one to
follow (the others are what else the words may be, should the dialog find that the first makes no sense where it
stands). Where the first is an AskFor, every AskFor among the readings is worth a search, in their order: "the new pope"
may be the newest "Pope" or a show of that name, and what exists decides. A reading that finds its title almost to the
letter wins over an earlier one that does not; of two that do, the earlier one wins.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from intents import AskFor, ChooseSeasons, Context, GroupedSeasons, SearchFor, Unclear, Unfollow
from intents.answers import correction, names_nothing, phrase, phrases, pointed, selection, speaks_of_it
from intents.asking import ask, is_explicit, is_expression, requests, without_carrier
from intents.codes import linking
from intents.following import followings
from intents.heard import listen, shed_after, shed_before
from intents.questions import questions
from intents.restarts import without_slip
from intents.seasons import agreed, answered, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intents import Intent, Seasons
    from intents.grammar import Grammar
    from intents.heard import Heard


Meant = TypeVar("Meant", bound="Intent")

MOST_READINGS = 4

#: Questions that nobody answers with a bare title: "all but the first" is no film here.
_NARROW = frozenset({Context.SEASONS, Context.RETRY, Context.CODE})
_ON_OFFER = frozenset({Context.OFFER, Context.LIST})


def hear(words: str, grammar: Grammar, context: Context, this_year: int) -> Intent:
    """What was meant. Any string gets an intent; silence and noise are Unclear."""
    return next(readings(words, grammar, context, this_year))


def hear_title(words: str, grammar: Grammar, this_year: int) -> AskFor | SearchFor | ChooseSeasons | Unclear:
    """For channels that know that a title is being said: no word in it is taken for a command."""
    return next(title_readings(words, grammar, this_year))


def title_readings(
    words: str, grammar: Grammar, this_year: int
) -> Iterator[AskFor | SearchFor | ChooseSeasons | Unclear]:
    """What a title slot may mean, the surest first; never empty, at most four, none twice."""
    heard = listen(words, grammar)
    if heard is None:
        return iter([Unclear(words.strip())])
    asked = requests(without_slip(heard, grammar), grammar, this_year, is_requested=True)
    return islice(_distinct(chain(asked, [AskFor(heard.said)])), MOST_READINGS)


def hear_seasons(words: str, grammar: Grammar) -> Seasons | None:
    """For channels that know that seasons are being said; None when they are not."""
    heard = listen(words, grammar)
    return _seasons_in(heard, grammar, Context.SEASONS) if heard else None


def readings(words: str, grammar: Grammar, context: Context, this_year: int) -> Iterator[Intent]:
    """What the words may mean, the surest first; never empty, at most four, none twice."""
    heard = listen(words, grammar)
    if heard is None:
        return iter([Unclear(words.strip())])
    return islice(_distinct(_any_readings(without_slip(heard, grammar), grammar, context, this_year)), MOST_READINGS)


def _distinct(intents: Iterable[Meant]) -> Iterator[Meant]:
    seen: set[Meant] = set()
    for intent in intents:
        if intent not in seen:
            seen.add(intent)
            yield intent


def _any_readings(heard: Heard, grammar: Grammar, context: Context, this_year: int) -> Iterator[Intent]:
    if asked := linking(heard, grammar, context):
        yield asked
    yield from _readings(heard, grammar, context, this_year)


def _readings(heard: Heard, grammar: Grammar, context: Context, this_year: int) -> Iterator[Intent]:
    if _is_unwanted(heard, grammar, context, this_year):
        yield Unclear(heard.said)
    seasons = _seasons_in(heard, grammar, context)
    if isinstance(seasons, GroupedSeasons) and _points_elsewhere(heard, grammar):
        seasons = None
    if seasons and context is Context.SEASONS:
        yield ChooseSeasons(seasons)
    if meant := phrase(heard, grammar, context):
        yield meant
    if seasons:
        yield ChooseSeasons(seasons)
    yield from _about_offer(heard, grammar, context, this_year)
    if is_expression(heard, grammar):
        yield ask(heard, grammar, this_year)
    yield from questions(heard, grammar, context, this_year)
    if meant := phrases(heard, grammar, context):
        yield meant
    if context in _ON_OFFER:
        yield from _of_offer(heard, grammar, this_year)
    if context in _NARROW and not is_explicit(heard, ask(heard, grammar, this_year), grammar):
        yield Unclear(heard.said)
    yield from requests(heard, grammar, this_year)
    yield AskFor(title=heard.said)


def _is_unwanted(heard: Heard, grammar: Grammar, context: Context, this_year: int) -> bool:
    """True where something is named only to say that it is not wanted; nothing may be requested for that."""
    if phrase(heard, grammar, context) or is_expression(heard, grammar):
        return False
    if any(isinstance(meant, Unfollow) for meant in followings(heard, grammar, context, this_year)):
        return False  # "I don't want any more notifications"
    polite = grammar.polite
    fronts = (polite.unwanting,) if context is Context.NOTHING else (polite.unwanting, polite.owning)
    return any(behind != heard and behind.words for behind in (shed_before(heard, front) for front in fronts))


def _about_offer(heard: Heard, grammar: Grammar, context: Context, this_year: int) -> Iterator[Intent]:
    """Which of those on offer, or what is wrong with it; while seasons are asked for, only behind a refusal."""
    is_on_offer = context in _ON_OFFER
    if is_on_offer and (select := selection(heard, grammar, context, this_year)):
        yield select
    is_corrected = is_on_offer or (context is Context.SEASONS and _is_refused(heard, grammar))
    if is_corrected and (corrected := correction(heard, grammar, this_year)):
        yield corrected


def _is_refused(heard: Heard, grammar: Grammar) -> bool:
    return shed_before(heard, grammar.polite.refusing) != heard


def _of_offer(heard: Heard, grammar: Grammar, this_year: int) -> Iterator[Intent]:
    if answer := pointed(heard, grammar):
        yield answer
    yield from _instead(heard, grammar, this_year)
    # An answer that was not understood, rather than a title.
    if names_nothing(heard, grammar) or (speaks_of_it(heard, grammar) and without_carrier(heard, grammar) is None):
        yield Unclear(heard.said)


def _instead(heard: Heard, grammar: Grammar, this_year: int) -> Iterator[AskFor | SearchFor | ChooseSeasons]:
    """Another title after a refusal: "no, jurassic park"."""
    behind = shed_before(heard, grammar.polite.refusing)
    if behind != heard and not (is_expression(heard, grammar) or names_nothing(behind, grammar)):
        yield from requests(behind, grammar, this_year)


def _seasons_in(heard: Heard, grammar: Grammar, context: Context) -> Seasons | None:
    read = answered if context is Context.SEASONS else named
    behind = shed_after(shed_after(heard, grammar.polite.after), grammar.polite.after_seasons)
    if not is_expression(heard, grammar):
        request = without_carrier(behind, grammar)
        if request and (seasons := read(request, grammar)):
            return seasons
    if context is Context.OFFER and (agreeing := shed_before(behind, grammar.polite.agreeing)) != behind:
        return agreed(without_carrier(agreeing, grammar) or agreeing, grammar)
    bare = shed_before(behind, grammar.polite.prelude)
    if context is Context.OFFER:
        read = agreed
    return read(behind, grammar) or read(bare, grammar)


def _points_elsewhere(heard: Heard, grammar: Grammar) -> bool:
    """Behind a refusal, "the other one" is another title and not a season."""
    return _is_refused(heard, grammar) and shed_after(heard, grammar.polite.pointing) != heard
