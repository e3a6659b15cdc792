"""Candidates in order, and whether the first may be put to the person."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from intents.titles.forms import forms
from intents.titles.likeness import compare
from intents.titles.score import Score, score
from media import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intents import AskFor
    from intents.spelling import Spelled, Spelling
    from media import Title

#: Below this it is something else: a wrong title is worse than a question.
FLOOR = 0.6
#: From here on, with a clear lead over the next, there is nothing to ask.
SURE = 0.9
LEAD = 0.12

_KNOWN, _EVERYBODY = 0.12, 40_000  # the bonus of a title that this many people rated
_YEAR_BESIDE, _YEAR_UNKNOWN, _YEAR_RUNNING, _YEAR_WRONG = -0.1, -0.2, -0.3, -1.0
_LONG_RUN = 12  # years that people still count a show to


class Verdict(StrEnum):
    """What the ranking allows."""

    SURE = "sure"  # the first, and no other is near
    OFFER = "offer"  # put the first to the person, the others after it
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


def rank(asked: AskFor, titles: Sequence[Title], spelling: Spelling) -> Ranking:
    """Titles, in the backend's order, put in the order of what was most likely meant.

    A title of another kind than the one asked for is left out altogether, and so is one below `FLOOR`.
    """
    wanted = Kind.TV if asked.seasons else asked.kind
    fitting = [title for title in titles if wanted is None or title.kind is wanted]
    said = spelling.spell(asked.title)
    scored = [Candidate(title, _score(asked, said, title, spelling)) for title in fitting]
    ordered = sorted(scored, key=lambda candidate: (-candidate.score.total, -candidate.title.votes))
    good = tuple(each for each in ordered if each.score.likeness >= FLOOR)
    return Ranking(_verdict(good, ordered), good, tuple(each for each in ordered if each.score.likeness < FLOOR))


def _score(asked: AskFor, said: Spelled, title: Title, spelling: Spelling) -> Score:
    best = max(
        (compare(said, form.spelled) + score(form=form.cost) for form in forms(title, spelling)),
        key=lambda each: each.likeness,
    )
    return best + score(year=_year(asked, title), known=_known(title))


def _known(title: Title) -> float:
    return _KNOWN * min(1.0, math.log1p(max(0, title.votes)) / math.log1p(_EVERYBODY))


def _year(asked: AskFor, title: Title) -> float:
    if asked.years is None:
        return 0.0
    if title.year is None:
        return _YEAR_UNKNOWN
    first, last = asked.years
    if first <= title.year <= last:
        return 0.0
    # A film may reach the festivals a year before the cinemas, and people remember either.
    if first == last and abs(title.year - first) == 1:
        return _YEAR_BESIDE
    is_running = title.kind is Kind.TV and 0 < first - title.year <= _LONG_RUN
    return _YEAR_RUNNING if is_running else _YEAR_WRONG


def _verdict(good: Sequence[Candidate], found: Sequence[Candidate]) -> Verdict:
    if not good:
        return Verdict.ASK_AGAIN if found else Verdict.NOTHING
    lead = good[0].score.total - good[1].score.total if len(good) > 1 else 1.0
    return Verdict.SURE if good[0].score.likeness >= SURE and lead >= LEAD else Verdict.OFFER
