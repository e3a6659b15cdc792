"""Candidates in order, and whether the first may be put to the person."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from intents.titles import wishes
from intents.titles.forms import forms
from intents.titles.likeness import compare
from intents.titles.score import Part, Score, score
from intents.titles.series import numbered, of_number
from media import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from intents import AskFor
    from intents.spelling import Spelled, Spelling
    from media import Details, Title

#: Below this it is something else.
FLOOR: Final = 0.48
#: The name was heard as it is written; nearly so; well enough. Below that, or without a lead, the person is asked.
EXACT: Final = 0.97
CLEAR: Final = 0.85
FAIR: Final = 0.75
#: From here on, with the full lead, there is nothing to ask.
SURE: Final = 0.9
LEAD: Final = 0.12
#: Misheard beyond that, but nothing else comes near it.
WEAK, FAR_LEAD = 0.65, 0.25
#: Who says a word that the title does not have may mean another title.
MOST_EXTRA: Final = -0.1
CLEAR_LEAD: Final = 0.05
#: Two of one name are told apart by how well known they are: about twice as many people make this lead.
NAMESAKE_LEAD: Final = 0.013
#: So many people have rated what may be taken for meant at once.
KNOWN_ENOUGH: Final = 50
#: Titles whose likeness is this close are of one name, as far as the name tells.
TIED: Final = 0.05

_ALIAS: Final = -0.2
_SERIES: Final = -0.12


class Verdict(StrEnum):
    """What the ranking allows."""

    SURE = "sure"  # the first, and no other is near
    OFFER = "offer"  # put the first to the person, the others after it
    ASK_WHICH = "ask-which"  # read out the first few and let the person choose
    ASK_AGAIN = "ask-again"  # there were titles, none of them like what was said
    NOTHING = "nothing"  # nothing was found


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title and why it stands where it stands."""

    title: Title
    score: Score


@dataclass(frozen=True, slots=True)
class Ranking:
    """Best first. What was clearly not meant is in `refused`, for explaining only."""

    verdict: Verdict
    candidates: tuple[Candidate, ...] = ()
    refused: tuple[Candidate, ...] = ()

    @property
    def titles(self) -> tuple[Title, ...]:
        """What may be offered, best first."""
        return tuple(candidate.title for candidate in self.candidates)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the titles themselves."""

    alias: str | None = None  # key of a title that the request manager knows by the name said
    whole_series: bool = False  # the series was searched for by its own name: the second of those found is the second
    parts: tuple[Title, ...] = ()  # of the collection that bears the series' name, by release
    details: Mapping[str, Details] = field(default_factory=dict)  # by key, as far as they were fetched


_NOTHING_MORE: Final = Known()


def rank(asked: AskFor, titles: Sequence[Title], spelling: Spelling, more: Known = _NOTHING_MORE) -> Ranking:
    """Titles, in the backend's order, put in the order of what was most likely meant.

    A title of another kind than the one asked for is left out altogether, and so is one below `FLOOR`.
    """
    ranker = Ranker(asked, spelling)
    ranker.add(titles)
    return ranker.ranking(more)


class Ranker:
    """Ranks what one search brings in bit by bit: each title's name is compared once."""

    def __init__(self, asked: AskFor, spelling: Spelling) -> None:
        self._asked, self._spelling = asked, spelling
        self._said = spelling.spell(asked.title)
        self._wanted = Kind.TV if asked.seasons else asked.kind
        self._titles: dict[str, Title] = {}
        self._named: dict[str, Score] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._titles

    def add(self, titles: Iterable[Title]) -> None:
        """Take in more titles; one that is there already stays as it was."""
        for title in titles:
            if title.key not in self._titles and self._wanted in {None, title.kind}:
                self._titles[title.key] = title
                self._named[title.key] = named(self._said, title, self._spelling)

    def ranking(self, more: Known = _NOTHING_MORE) -> Ranking:
        """All of them in order."""
        nth = self._nth(more)
        scored = [self._candidate(title, more, nth) for title in self._titles.values()]
        ordered = sorted(_with_preference(self._asked, scored), key=_order)
        good = tuple(each for each in ordered if each.score.likeness >= FLOOR)
        return Ranking(verdict(good, ordered), good, tuple(each for each in ordered if each.score.likeness < FLOOR))

    def _nth(self, more: Known) -> Title | None:
        """The second of its series, where two was said and the series is known."""
        if more.parts and (asked := numbered(self._said, self._spelling)) is not None:
            number = asked[1]
            return more.parts[number - 1] if number <= len(more.parts) else None
        return of_number(self._said, tuple(self._titles.values()), self._spelling) if more.whole_series else None

    def _candidate(self, title: Title, more: Known, nth: Title | None) -> Candidate:
        name = self._named[title.key]
        if more.alias == title.key and name.likeness < 1 + _ALIAS:
            name = score(alias=_ALIAS)
        if nth is not None and nth.key == title.key and name.likeness < 1 + _SERIES:
            name = score(series=_SERIES)
        beside = score(
            year=wishes.year(self._asked, title),
            country=wishes.country(self._asked, _described(title, more)),
            known=wishes.known(title),
        )
        return Candidate(title, name + beside + wishes.from_details(self._asked, title, more.details))


def _described(title: Title, more: Known) -> Title:
    """The title as its details tell it, where they were fetched."""
    details = more.details.get(title.key)
    return details.title if details else title


def _order(candidate: Candidate) -> tuple[float, int]:
    return -candidate.score.total, -candidate.title.votes


def named(said: Spelled, title: Title, spelling: Spelling) -> Score:
    """How well the name fits, in its best form."""
    best = None
    for form in forms(title, spelling):
        likeness = compare(said, form.spelled)
        if best is None or likeness.likeness + form.cost > best.likeness:
            best = likeness + score(form=form.cost)
            if best.likeness >= 1:
                break
    return best or Score()


def _with_preference(asked: AskFor, scored: Sequence[Candidate]) -> Sequence[Candidate]:
    """Newest and oldest are told among those of one name."""
    if asked.prefer is None or not scored:
        return scored
    highest = max(each.score.likeness for each in scored)
    tied = [each.title for each in scored if each.score.likeness >= highest - TIED]
    bonus = wishes.preferred(asked.prefer, tied)
    return [Candidate(each.title, each.score + score(prefer=bonus.get(each.title.key, 0.0))) for each in scored]


def verdict(good: Sequence[Candidate], found: Sequence[Candidate]) -> Verdict:
    """From how like the first is, how well known, and from its lead over the next.

    The less like it is, the further ahead it must be to be put to the person as the answer.
    """
    if not good:
        return Verdict.ASK_AGAIN if found else Verdict.NOTHING
    first, likeness = good[0], good[0].score.likeness
    name = first.title.name.casefold()
    namesakes = min((_lead(first, each) for each in good[1:] if each.title.name.casefold() == name), default=1.0)
    others = min((_lead(first, each) for each in good[1:] if each.title.name.casefold() != name), default=1.0)
    is_known = first.title.votes >= KNOWN_ENOUGH
    if likeness >= EXACT:
        is_clear = is_known or others >= LEAD
    elif likeness >= CLEAR:
        is_clear = is_known and others >= CLEAR_LEAD
    else:
        needed = LEAD if likeness >= FAIR else FAR_LEAD
        is_all_of_it = first.score[Part.EXTRA] >= MOST_EXTRA
        is_clear = is_known and is_all_of_it and likeness >= WEAK and others >= needed
    if not is_clear or namesakes < NAMESAKE_LEAD:
        return Verdict.ASK_WHICH
    return Verdict.SURE if likeness >= SURE and min(others, namesakes) >= LEAD else Verdict.OFFER


def _lead(first: Candidate, other: Candidate) -> float:
    return first.score.total - other.score.total
