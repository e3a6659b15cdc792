"""Words that may be read in more than one way: the readings are searched for in turn, until one is clearly meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from intents.titles import Verdict
from intents.titles.score import Part
from turns.finding import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intents import AskFor
    from intents.titles import Ranking
    from turns.deadline import Deadline
    from turns.finding import Finding, Means

#: Verdicts on which no other reading needs to be tried.
CLEAR: Final = frozenset({Verdict.SURE, Verdict.OFFER})
#: So many searches are kept back for each other reading: a literal query, and one more.
CALLS_FOR_ANOTHER: Final = 2


@dataclass(frozen=True, slots=True)
class Searched:
    """One reading, and what its search found."""

    asked: AskFor
    finding: Finding


@dataclass(frozen=True, slots=True)
class Meaning:
    """The readings that were searched for, in their order, and which of them is believed."""

    searched: tuple[Searched, ...]
    believed: Searched

    @property
    def asked(self) -> AskFor:
        """The reading that is believed."""
        return self.believed.asked

    @property
    def ranking(self) -> Ranking:
        """What was found for it."""
        return self.believed.finding.ranking

    @property
    def contradicts(self) -> bool:
        """True where the best is known to be otherwise than was said."""
        score = next((each.score for each in self.ranking.candidates), None)
        return score is not None and (min(score[Part.PEOPLE], score[Part.COUNTRY]) < 0 or score[Part.YEAR] <= -1)


def find_meaning(readings: Sequence[AskFor], means: Means, deadline: Deadline) -> Meaning:
    """What the first reading finds; where that is not clear and another one is, what that one finds.

    All of them share `means.most_calls`. Raises as `find` does.
    """
    kept_back = min(means.most_calls // 2, CALLS_FOR_ANOTHER * (len(readings) - 1))
    believed = _search(readings[0], replace(means, most_calls=means.most_calls - kept_back), deadline)
    searched = [believed]
    for other in readings[1:]:
        left = means.most_calls - sum(each.finding.calls for each in searched)
        if _is_settled(believed.finding.ranking) or left <= 0 or not deadline.left:
            break
        another = _search(other, replace(means, most_calls=left), deadline)
        searched.append(another)
        ranking = another.finding.ranking
        if ranking.verdict in CLEAR or (ranking.titles and not believed.finding.ranking.titles):
            believed = another
    return Meaning(tuple(searched), believed)


def _search(asked: AskFor, means: Means, deadline: Deadline) -> Searched:
    # In this thread: it is the single searches that the pool carries out, side by side.
    return Searched(asked, find(asked, means, deadline))


def _is_settled(ranking: Ranking) -> bool:
    """True where the first is clearly meant, and every word that was said is in its own name."""
    if ranking.verdict not in CLEAR:
        return False
    score = ranking.candidates[0].score
    return score[Part.EXTRA] == score[Part.ALIAS] == 0
