"""Why this title and no other: the ladder that was climbed and the ranking, as plain data and as lines for people."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from speech.listening import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intents.titles import Candidate
    from turns.finding import Tried
    from turns.meaning import Searched

#: Nobody reads further down: titles that may have been meant, and titles that were ruled out.
MOST_MEANT, MOST_RULED_OUT = 8, 3
_NO_ANSWER: Final = "no answer"


def told(searched: Searched) -> dict[str, Any]:
    """One reading's search as plain data; the scores are in `docs/understanding.md`'s words."""
    ranking = searched.finding.ranking
    return {
        "reading": describe(searched.asked),
        "calls": searched.finding.calls,
        "tried": [_tried(each) for each in searched.finding.tried],
        "verdict": ranking.verdict.value,
        "ranking": [_ranked(each) for each in ranking.candidates[:MOST_MEANT]],
        "ruled_out": [_ranked(each) for each in ranking.refused[:MOST_RULED_OUT]],
    }


def lines(searches: Iterable[Searched]) -> Iterator[str]:
    """The same for a terminal, reading after reading."""
    return chain.from_iterable(_lines(told(searched)) for searched in searches)


def _tried(tried: Tried) -> dict[str, Any]:
    return {"step": tried.rung.step.value, "query": tried.rung.text, "hits": tried.hits}


def _ranked(candidate: Candidate) -> dict[str, Any]:
    title, score = candidate.title, candidate.score
    return {
        "key": title.key,
        "title": title.name,
        "year": title.year,
        "likeness": round(score.likeness, 2),
        "score": score.explain(),
    }


def _lines(search: dict[str, Any]) -> Iterator[str]:
    yield f"searched: {search['reading']} ({_counted(search['calls'], 'call')})"
    for tried in search["tried"]:
        hits = _NO_ANSWER if tried["hits"] is None else _counted(tried["hits"], "title")
        yield f"    {tried['step']:12} {tried['query']!r}: {hits}"
    yield f"verdict: {search['verdict']}"
    for place, ranked in enumerate(search["ranking"], start=1):
        yield f"{place:3}. {_titled(ranked)}"
    for ranked in search["ruled_out"]:
        yield f"  -  {_titled(ranked)}"


def _titled(ranked: dict[str, Any]) -> str:
    return f"{ranked['title']} ({ranked['year'] or 'no year'}, {ranked['key']})  {ranked['score']}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
