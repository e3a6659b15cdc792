"""From words to an intent: pure, total over any text, about a millisecond.

What was asked last decides: "two" is the second of two offers, season two, or the title "Two". Each context tries its
readings in a fixed order, the surest first; a title asked for is the last, for anything may be a title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intents import AskFor, ChooseSeasons, Context, Unclear
from intents.answers import phrase, selection
from intents.asking import ask, is_explicit, is_expression, without_carrier
from intents.heard import listen, shed_after, shed_before
from intents.seasons import answered, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intents import Intent, Seasons
    from intents.grammar import Grammar
    from intents.heard import Heard


#: Questions that nobody answers with a bare title: "all but the first" is no film here.
_NARROW = frozenset({Context.SEASONS, Context.RETRY})


def hear(words: str, grammar: Grammar, context: Context, this_year: int) -> Intent:
    """What was meant. Any string gets an intent; silence and noise are Unclear."""
    return next(readings(words, grammar, context, this_year))


def hear_title(words: str, grammar: Grammar, this_year: int) -> AskFor | Unclear:
    """For channels that know that a title is being said: no word in it is taken for a command."""
    heard = listen(words, grammar)
    return ask(heard, grammar, this_year, is_requested=True) if heard else Unclear(words.strip())


def hear_seasons(words: str, grammar: Grammar) -> Seasons | None:
    """For channels that know that seasons are being said; None when they are not."""
    heard = listen(words, grammar)
    return _seasons_in(heard, grammar, Context.SEASONS) if heard else None


def readings(words: str, grammar: Grammar, context: Context, this_year: int) -> Iterator[Intent]:
    """All that the words may mean, the surest first; never empty."""
    heard = listen(words, grammar)
    if heard is None:
        yield Unclear(words.strip())
        return
    if meant := phrase(heard, grammar, context):
        yield meant
    if seasons := _seasons_in(heard, grammar, context):
        yield ChooseSeasons(seasons)
    if context is Context.OFFER and (select := selection(heard, grammar, this_year)):
        yield select
    asked = ask(heard, grammar, this_year)
    if context in _NARROW and not is_explicit(heard, asked, grammar):
        yield Unclear(heard.said)
    yield asked
    if asked.title != heard.said:
        yield AskFor(title=heard.said)


def _seasons_in(heard: Heard, grammar: Grammar, context: Context) -> Seasons | None:
    read = answered if context is Context.SEASONS else named
    behind = shed_after(heard, grammar.polite.after)
    barer = [behind]
    if not is_expression(heard, grammar):
        request = without_carrier(behind, grammar)
        barer += [request] if request else []
    barer.append(shed_before(behind, grammar.polite.prelude))
    return next((seasons for each in barer if (seasons := read(each, grammar))), None)
