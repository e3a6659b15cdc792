"""A title asked for: the words around it are shed, and kind, years, seasons and the rest read out of it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from intents import AskFor, ChooseSeasons, SearchFor
from intents.heard import shed_after, shed_before
from intents.peeling import Peeled, Peeling, is_known, kind_told, stands_for_title
from intents.restarts import begun_anew
from media import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intents.grammar import Grammar
    from intents.heard import Heard


def without_carrier(heard: Heard, grammar: Grammar) -> Heard | None:
    """The words behind one request verb and the politeness around it; None where nobody said such a verb."""
    carried = _carried(heard, grammar)
    return _unpolite(carried, grammar) if carried else None


def _carried(heard: Heard, grammar: Grammar, *, spares_known: bool = True) -> Heard | None:
    if spares_known and is_expression(heard, grammar):
        return None
    carried = _opened(heard, grammar, spares_known=spares_known)
    return begun_anew(carried or heard, grammar) or carried


def _opened(heard: Heard, grammar: Grammar, *, spares_known: bool) -> Heard | None:
    polite = shed_before(heard, grammar.polite.before_verb)
    barer = [shed_after(polite, ends) for ends in (grammar.polite.after, grammar.polite.after_request)]
    for start in {start.line: start for start in (heard, polite, *barer)}.values():
        if spares_known and is_expression(start, grammar):
            return None
        for rule in grammar.carriers:
            if match := rule.match(start):
                return start.within(match)
    for start in dict.fromkeys((polite, *barer)) if grammar.lead.final.rows else (polite,):
        if led := _led(start, grammar):
            return led
    asked = (rule.match(heard) for rule in grammar.asking)
    return next((heard.within(match) for match in asked if match), None)


#: One word in so many may be a strange one in front of a request verb: "do me a solid and grab Nosferatu".
STRANGE_ONE_IN: Final = 3


def _led(heard: Heard, grammar: Grammar) -> Heard | None:
    """What stands behind a request verb that small words lead up to: "I'd be interested in seeing Moonlight".

    Or between them and a verb at the end, in languages that put it there.
    """
    lead, has_person, strange = grammar.lead, False, 0
    framed: Heard | None = None
    final = lead.final.ends(heard.words)
    for at, word in enumerate(heard.words):
        verbs = lead.sure if strange else lead.verbs
        is_led = has_person and (not strange or (at >= STRANGE_ONE_IN and strange <= (at + 1) // STRANGE_ONE_IN))
        if is_led and (size := verbs.starts(heard.words[at:])):
            return heard.without_first(at + size)
        if word.folded not in lead.words:
            if framed is None and not strange and has_person and 0 < final < len(heard.words) - at:
                framed = heard.without_first(at).first(len(heard.words) - at - final)
            strange += 1
        has_person = has_person or word.folded in lead.people
    return framed


def _unpolite(title: Heard, grammar: Grammar) -> Heard:
    while not is_known(title, grammar):
        if size := grammar.polite.after_verb.starts(title.words):
            title = title.without_first(size)
        elif size := grammar.polite.after_request.ends(title.words):
            title = title.first(len(title.words) - size)
        else:
            break
    return title


def is_explicit(heard: Heard, asked: AskFor, grammar: Grammar) -> bool:
    """True where the words can hardly be anything but a request: a verb, a kind, years or seasons were said."""
    is_qualified = asked != AskFor(asked.title)
    return is_qualified or without_carrier(heard, grammar) is not None or is_known(heard, grammar)


def is_expression(heard: Heard, grammar: Grammar) -> bool:
    """True for a title that begins like a request and is none, "get out"."""
    bare = shed_after(shed_before(heard, grammar.polite.before_title), grammar.polite.after)
    return is_known(bare, grammar)


#: Words of a name in front of a title.
LONGEST_NAME: Final = 2


def requests(
    heard: Heard, grammar: Grammar, this_year: int, *, is_requested: bool = False
) -> Iterator[AskFor | SearchFor | ChooseSeasons]:
    """What somebody asks for, with a request verb in front or without; the surest first.

    `is_requested` where the channel has taken the verb off already.
    """
    heard = _corrected(heard, grammar)
    bare = shed_before(heard, grammar.polite.before_title)
    spares_known = True
    if _begins_known(bare, grammar):
        whole = Peeling(grammar, this_year, grammar.kinds).peel(Peeled(bare))
        if is_known(whole.title, grammar):
            yield asked_for(whole)
            spares_known = False
    carried = _carried(heard, grammar, spares_known=spares_known)
    if carried or is_requested:  # what stood between the verb and the title may still be there
        request, is_requested = _unpolite(carried or bare, grammar), True
    else:
        request = shed_after(bare, grammar.polite.after)
    kinds = grammar.kinds + grammar.kinds_after_verb if is_requested else grammar.kinds
    for doubtful in (True, False):
        peeling = Peeling(grammar, this_year, kinds, spares_known, doubtful, is_requested)
        peeled = peeling.peel(Peeled(request))
        yield _wanted(peeled, grammar)
    yield AskFor(title=request.said)
    if carried:
        yield AskFor(title=carried.said)
    yield from _named_by_a_star(request.said, grammar)


def _named_by_a_star(said: str, grammar: Grammar) -> Iterator[AskFor]:
    """ "The Grace Kelly High Society": two words that may be a name in front of a title. Only the cast can tell."""
    article, *words = said.split()
    if article.casefold() in grammar.spelling.articles and len(words) > LONGEST_NAME:
        name, title = words[:LONGEST_NAME], words[LONGEST_NAME:]
        yield AskFor(title=" ".join(title), people=(" ".join(name),))


def ask(heard: Heard, grammar: Grammar, this_year: int, *, is_requested: bool = False) -> AskFor:
    """The surest of the requests for a title."""
    asked = requests(heard, grammar, this_year, is_requested=is_requested)
    return next(each for each in asked if isinstance(each, AskFor))


def asked_for(peeled: Peeled) -> AskFor:
    """A title with what was said of it."""
    # Films have no seasons: whoever names one means the show, even if both are called the same.
    kind = Kind.TV if peeled.seasons else peeled.kind
    rest = {field.name: getattr(peeled, field.name) for field in fields(peeled)} | {"title": peeled.title.said}
    return AskFor(**rest | {"kind": kind})


def _wanted(peeled: Peeled, grammar: Grammar) -> AskFor | SearchFor | ChooseSeasons:
    """A title; or, where only a word stands for one, what was said of it: "something with Tom Hanks", "all of them".

    "It" is a film, too, and so may be all of which nothing else is said.
    """
    is_pointing = stands_for_title(peeled.title, grammar)
    if peeled.seasons and peeled.title.line in grammar.questions.this:
        return ChooseSeasons(peeled.seasons)
    if (
        is_pointing
        and peeled.is_qualified
        and not peeled.seasons
        and peeled.title.line.strip() != grammar.titles.pronoun
    ):
        return searched_for(peeled, grammar)
    return asked_for(peeled)


def searched_for(peeled: Peeled, grammar: Grammar) -> SearchFor:
    """What was said of something that has no title."""
    shared = {field.name: getattr(peeled, field.name) for field in fields(SearchFor)}
    return SearchFor(**shared | {"kind": kind_told(peeled, grammar)})


def _corrected(heard: Heard, grammar: Grammar) -> Heard:
    """What stands behind the last correction of oneself: "get dune, no wait, get arrival"."""
    for rule in grammar.corrections:
        if match := rule.match(heard):
            meant = heard.within(match)
            return heard if meant.words[0].folded in grammar.titles.never_first else meant
    return heard


def _begins_known(heard: Heard, grammar: Grammar) -> bool:
    """True where the first words are a title that must not be taken apart, with more behind them or without."""
    words = heard.words
    if len(words) > 1 and words[0].folded in grammar.titles.articles:
        words = words[1:]
    lengths = grammar.titles.known_starts.get(words[0].folded, ())
    starts = (tuple([word.folded for word in words[:length]]) for length in lengths)
    return any(start in grammar.titles.known for start in starts)
