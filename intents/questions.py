"""What is asked of a title rather than for it: what it is about, how far it is, whether there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intents import AskFor, AskInfo, AskMine, AskStatus, SearchFor, Topic, Unclear
from intents.asking import asked_for, searched_for, without_carrier
from intents.following import followings, place_of, titled
from intents.heard import shed_after, shed_before
from intents.peeling import Peeled, Peeling, stands_for_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intents import Context, Intent
    from intents.grammar import Grammar
    from intents.heard import Heard


def questions(heard: Heard, grammar: Grammar, context: Context, this_year: int) -> Iterator[Intent]:
    """Every question that the whole of it may be."""
    behind = shed_after(heard, grammar.polite.after)
    bare = shed_before(behind, grammar.polite.before_answer)
    # "Could you" is no part of a title where all that is behind it is understood.
    if (begged := shed_before(bare, grammar.polite.begging)) != bare:
        yield from followings(begged, grammar, context, this_year)
    for line in dict.fromkeys((behind, bare)):
        yield from followings(line, grammar, context, this_year)
        yield from _infos(line, grammar, this_year)
        yield from _statuses(line, grammar, this_year)
        if any(rule.match(line) for rule in grammar.questions.elsewhere):
            yield Unclear(line.said)
        if without_carrier(line, grammar) is None:
            yield from _searches(line, grammar, this_year)


def _infos(heard: Heard, grammar: Grammar, this_year: int) -> Iterator[AskInfo]:
    for rule in grammar.questions.info:
        if match := rule.match(heard):
            title = titled(heard.within(match), grammar, this_year) if match.groupdict().get("title") else None
            topic = Topic(rule.name)
            yield AskInfo(topic, title.title.said, title.kind, title.years) if title else AskInfo(topic)


def _statuses(heard: Heard, grammar: Grammar, this_year: int) -> Iterator[AskStatus | AskMine]:
    for rule in grammar.questions.status:
        if match := rule.match(heard):
            if rule.name == "of it":
                yield AskStatus()
            elif not match.groupdict().get("title") or heard.within(match).line in grammar.questions.mine:
                yield AskMine()
            elif place := place_of(heard.within(match), grammar, this_year):
                yield AskStatus(position=place.position)
            elif title := titled(heard.within(match), grammar, this_year):
                yield AskStatus(title.title.said, title.kind, title.seasons, title.years)
            else:
                yield AskStatus()


def _searches(heard: Heard, grammar: Grammar, this_year: int) -> Iterator[AskFor | SearchFor]:
    for rule in grammar.questions.search:
        if match := rule.match(heard):
            if match.groupdict().get("people"):
                yield SearchFor(people=(heard.within(match, "people").said,))
                continue
            if not match.groupdict().get("title"):
                yield SearchFor()
                continue
            peeled = Peeling(grammar, this_year, grammar.kinds).peel(Peeled(heard.within(match)))
            is_named = not stands_for_title(peeled.title, grammar)
            # Whether there is such a title is told when it is offered, so to ask for one is to request it.
            yield asked_for(peeled) if is_named else searched_for(peeled, grammar)
