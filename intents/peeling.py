"""Taking the qualifiers off a title, the outermost first: season, year, kind, 4K, people, country and the like."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from intents import Prefer, seasons, years
from intents.heard import listen, shed_after
from media import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping

    from intents import Seasons
    from intents.grammar import Grammar, Rule
    from intents.heard import Heard

_DEEPEST = 8  # qualifiers around one title
_LONGEST_NAME = 4  # words
#: What the rules of [qualities] say, by their names; "nothing" is shed and says nothing.
_QUALITIES: Mapping[str, Mapping[str, Any]] = {
    "four_k": {"four_k": True},
    "upcoming": {"upcoming": True},
    "newest": {"prefer": Prefer.NEWEST},
    "oldest": {"prefer": Prefer.OLDEST},
    "remake": {"prefer": Prefer.REMAKE},
    "collection": {"collection": True},
    "first_movie": {"prefer": Prefer.OLDEST, "kind": Kind.MOVIE},
    "last_movie": {"prefer": Prefer.NEWEST, "kind": Kind.MOVIE},
    "ordinal": {},
    "pointer": {},
    "nothing": {},
}
#: Rules that take off what may as well be part of the title, by their names.
_DOUBTFUL = {*_QUALITIES, "bare", "perhaps", "rarely", "pointed", "country", "movie", "tv", "either"} - {
    "four_k",
    "upcoming",
}
_KINDS = frozenset(kind.value for kind in Kind)


@dataclass(frozen=True, slots=True)
class Peeled:
    """What is left of a request after some of its qualifiers were read."""

    title: Heard
    kind: Kind | None = None
    years: tuple[int, int] | None = None
    seasons: Seasons | None = None
    four_k: bool = False
    upcoming: bool = False
    prefer: Prefer | None = None
    people: tuple[str, ...] = ()
    country: str | None = None
    collection: bool = False
    ordinal: int | None = None

    @property
    def is_qualified(self) -> bool:
        """True where anything but the title was said."""
        return self != Peeled(self.title)


@dataclass(frozen=True, slots=True)
class Peeling:
    """How qualifiers are taken off."""

    grammar: Grammar
    this_year: int
    kinds: tuple[Rule, ...]  # how film and show may be said: more of them behind a request verb
    spares_known: bool = True  # titles known as a whole are left alone
    takes_doubtful: bool = True  # also what may as well be part of the title: "the new …", "… 1984"
    is_requested: bool = False  # a request verb was said, the rest of which may be left: "lad Dune runter von 1984"

    def rules(self, rules: Iterable[Rule]) -> Iterator[Rule]:
        """Those of the rules that count."""
        return (rule for rule in rules if self.takes_doubtful or rule.name not in _DOUBTFUL)

    def peel(self, peeled: Peeled) -> Peeled:
        """Take qualifiers off until nothing but the title is left."""
        for _ in range(_DEEPEST):
            if self.spares_known and is_known(peeled.title, self.grammar):
                break
            outer = next(filter(None, (off(peeled, self) for off in _OFF)), None)
            if outer is None:
                break
            peeled = outer
        return peeled


def is_known(title: Heard, grammar: Grammar) -> bool:
    """True for a title that sounds like a command or a qualifier, or its sequel: "Get Out", "Open Season 2"."""
    words = [word.folded for word in title.words]
    if len(words) > 1 and words[0] in grammar.titles.articles:
        del words[0]
    if tuple(words) in grammar.titles.known:
        return True
    return len(words) > 2 and words[-1][0] == "#" and tuple(words[:-1]) in grammar.titles.known


def stands_for_title(title: Heard, grammar: Grammar) -> bool:
    """True for words that only point at something: "the one", "a movie"."""
    return title.line in grammar.titles.stand_ins


def kind_told(peeled: Peeled, grammar: Grammar) -> Kind | None:
    """The kind, be it that a word which stands for the title tells it: "a movie with Tom Hanks"."""
    told = grammar.titles.stand_ins.get(peeled.title.line, "either")
    return peeled.kind or (None if told == "either" else Kind(told))


def _may_be_title(title: Heard, grammar: Grammar) -> bool:
    """False for half a title: "interview with the"."""
    rules, words = grammar.titles, title.words
    if len(words) == 1:
        return words[0].folded not in rules.articles or stands_for_title(title, grammar)  # "den" is both in German
    is_whole = words[0].folded not in rules.never_first and words[-1].folded not in rules.never_last
    return is_whole or is_known(title, grammar) or stands_for_title(title, grammar)


def _off_head(peeled: Peeled, by: Peeling) -> Peeled | None:
    """What stands before "called", where it only tells what sort of thing is: "a movie from last year called Marty"."""
    for rule in by.grammar.titles.called:
        if match := rule.match(peeled.title):
            head = by.peel(replace(peeled, title=peeled.title.within(match, "head")))
            if stands_for_title(head.title, by.grammar):
                return replace(head, kind=kind_told(head, by.grammar), title=peeled.title.within(match))
    return None


def _off_seasons(peeled: Peeled, by: Peeling) -> Peeled | None:
    if peeled.seasons:
        return None
    found = next(seasons.around_title(peeled.title, by.grammar), None)
    return replace(peeled, seasons=found[0], title=found[1]) if found else None


def _off_years(peeled: Peeled, by: Peeling) -> Peeled | None:
    if peeled.years:
        return None
    for meant, title in years.around_title(peeled.title, by.rules(by.grammar.years), by.this_year):
        if _may_be_title(title, by.grammar):
            return replace(peeled, years=meant, title=title)
    return None


def _off_kind(peeled: Peeled, by: Peeling) -> Peeled | None:
    if peeled.kind:
        return None
    # Where something was said before it the article goes as it does after a verb: "the 2021 film dune".
    is_behind = peeled.years or peeled.seasons or peeled.upcoming or peeled.prefer
    rules = [*by.kinds, *by.grammar.kinds_after_verb] if is_behind else by.kinds
    for rule in by.rules(rules):
        if match := rule.match(peeled.title):
            title = peeled.title.within(match)
            first = title.words[0].folded
            is_numbered = first.startswith("#") and rule in by.grammar.kinds_after_verb  # "Movie 43"
            if first not in by.grammar.never_after_kind and not is_numbered and _may_be_title(title, by.grammar):
                return replace(peeled, kind=None if rule.name == "either" else Kind(rule.name), title=title)
    return None


def _off_quality(peeled: Peeled, by: Peeling) -> Peeled | None:
    for rule in by.rules(by.grammar.qualities):
        if (match := rule.match(peeled.title)) and (rule.name != "pointer" or peeled.is_qualified):
            title = peeled.title.within(match)
            if _may_be_title(title, by.grammar):
                return replace(peeled, title=title, **_told(rule.name, match, peeled))
    return None


def _off_bare_quality(peeled: Peeled, by: Peeling) -> Peeled | None:
    """ "The new one with Glen Powell" where no "one" is said: "den neuen mit ..."; the article stands for it."""
    article = peeled.title.first(1)
    if not peeled.people or peeled.prefer or not stands_for_title(article, by.grammar):
        return None
    pointed = listen(f"{by.grammar.titles.pronoun} {peeled.title.said}", by.grammar)
    told = _off_quality(replace(peeled, title=pointed), by) if pointed else None
    is_bare = told and told.prefer and stands_for_title(told.title, by.grammar)
    return replace(peeled, prefer=told.prefer, title=article) if told and is_bare else None


def _told(name: str, match: re.Match[str], peeled: Peeled) -> Mapping[str, Any]:
    if name == "ordinal":
        return {"ordinal": int(match["ordinal"])}
    told = _QUALITIES[name]
    return {key: value for key, value in told.items() if key != "kind" or not peeled.seasons}


def _off_people(peeled: Peeled, by: Peeling) -> Peeled | None:
    if peeled.people:
        return None
    for rule in by.rules(by.grammar.people.around):
        if match := rule.match(peeled.title):
            title, people = peeled.title.within(match), tuple(_names(peeled.title.within(match, "people"), by.grammar))
            if rule.name == "pointed" and not _may_name_people(title, people, by.grammar):
                continue
            is_sure = rule.name == "surely" or (rule.name == "perhaps" and stands_for_title(title, by.grammar))
            is_part = rule.name != "surely" and by.grammar.people.never_behind.ends(title.words, leaving=0)
            if (
                people
                and not is_part
                and _may_be_title(title, by.grammar)
                and all(_is_name(each, by.grammar, is_sure) for each in people)
                and not (rule.name == "rarely" and f"{people[-1].words[-1].folded} " in by.grammar.countries)
            ):
                return replace(peeled, title=title, people=tuple(each.said for each in people))
    return None


def _off_star(peeled: Peeled, by: Peeling) -> Peeled | None:
    """ "The movie with Nicole Kidman Babygirl": where the name ends, the title begins."""
    if peeled.people or not by.takes_doubtful:
        return None
    for rule in by.grammar.people.titled:
        if match := rule.match(peeled.title):
            behind = peeled.title.within(match)
            name = behind.first(_name_length(behind, by.grammar))
            title = behind.without_first(len(name.words))
            is_name = _is_alone if rule.name == "alone" else _may_be_name
            if title.words and is_name(name, by.grammar) and _is_behind_name(title, by.grammar):
                kind = Kind(rule.name) if rule.name in _KINDS else peeled.kind
                return replace(peeled, title=title, kind=kind, people=(name.said,))
    return None


def _name_length(behind: Heard, grammar: Grammar) -> int:
    """How many of the first words are a name, if they are one."""
    words, people = [word.folded for word in behind.words], grammar.people
    known = (size for size in range(_LONGEST_NAME, 0, -1) if tuple(words[:size]) in people.alone)
    is_long = len(words) > 2 and (words[1] in people.within or words[2] in people.third)
    return next(known, 3 if is_long else 2)


def _is_behind_name(title: Heard, grammar: Grammar) -> bool:
    """False for what tells more of somebody: "in it", "from 1984", "and Meg Ryan"."""
    first = title.words[0].folded
    says_more = first[0] in "@~" or first in grammar.people.never - grammar.titles.articles
    return not says_more and _may_be_title(title, grammar)


def _names(people: Heard, grammar: Grammar) -> Iterator[Heard]:
    """One after the other of "Tom Hanks and Meg Ryan"."""
    start = 0
    for at, word in enumerate((*people.words, None)):
        if word is None or word.folded in grammar.people.joins:
            yield replace(people, words=people.words[start:at])
            start = at + 1


def _may_be_name(name: Heard, grammar: Grammar) -> bool:
    return _is_name(name, grammar, is_sure=False)


def _is_alone(name: Heard, grammar: Grammar) -> bool:
    """True for a name that is known by itself."""
    return tuple(word.folded for word in name.words) in grammar.people.alone


def _is_name(name: Heard, grammar: Grammar, is_sure: bool) -> bool:  # noqa: FBT001 - told by the rule
    if _is_alone(name, grammar):
        return True
    fewest = 1 if is_sure else 2
    return fewest <= len(name.words) <= _LONGEST_NAME and not any(
        word.folded[0] in "#@~" or word.folded in grammar.people.never for word in name.words
    )


def _may_name_people(title: Heard, people: Iterable[Heard], grammar: Grammar) -> bool:
    """Whether "of" may stand for "by": behind a pointer ("a film of"), or where the names are known by themselves."""
    names = [tuple(word.folded for word in each.words) for each in people]
    return title.line in grammar.people.pointers or all(name in grammar.people.alone for name in names)


def _off_country(peeled: Peeled, by: Peeling) -> Peeled | None:
    if peeled.country:
        return None
    for rule in by.rules(by.grammar.countries_around):
        if match := rule.match(peeled.title):
            title = peeled.title.within(match)
            # "This Is Us", "When They See Us"; but "The Office US".
            is_last = match.end("country") == len(match.string)
            is_pronoun = is_last and title.words[-1].folded in by.grammar.never_before_country
            if _may_be_title(title, by.grammar) and not is_pronoun:
                kind = Kind(rule.name) if rule.name in _KINDS else peeled.kind
                return replace(peeled, title=title, kind=kind, country=by.grammar.countries[match["country"]])
    return None


def _off_polite(peeled: Peeled, by: Peeling) -> Peeled | None:
    polite = by.grammar.polite
    shed = shed_after(peeled.title, polite.after_request if by.is_requested else polite.after)
    return replace(peeled, title=shed) if shed != peeled.title else None


#: In this order: what is said last stands outermost.
_OFF = (
    *(_off_head, _off_seasons, _off_star, _off_people, _off_years, _off_country),
    *(_off_quality, _off_bare_quality, _off_kind, _off_polite),
)
