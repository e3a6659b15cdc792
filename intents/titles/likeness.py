"""How like what was said is to one form of a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from intents.titles.score import Score, score

if TYPE_CHECKING:
    from intents.spelling import Spelled

_SAME_WORD = 0.7  # words less alike than this are two words
_SPELLING, _LETTERS = 1.3, 1.5
_MISSING = 0.55
_BEGUN, _MISSING_END = 0.08, 0.2
_EXTRA = 1.0
_NUMBER = 0.4  # a number that was said and is another, or is not there: another part of the series


def compare(said: Spelled, form: Spelled) -> Score:
    """The kinder of two ways to compare: letter by letter (words cut apart otherwise), or word by word."""
    if said.words == form.words and said.words:
        return Score()
    if not said.words or not form.words:
        return score(extra=-1.0)
    return max(_by_letters(said, form), _by_words(said, form), key=lambda each: each.likeness)


def _by_letters(said: Spelled, form: Spelled) -> Score:
    unlike = 1 - fuzz.ratio(said.letters, form.letters) / 100
    return score(spelling=-_LETTERS * unlike, number=_wrong_number(said, form))


def _by_words(said: Spelled, form: Spelled) -> Score:
    left = list(range(len(form.words)))
    unlike = extra = 0.0
    for word, weight in zip(said.words, said.weights, strict=True):
        best = max(left, key=lambda at: _alike(word, form.words[at]), default=None)
        likeness = _alike(word, form.words[best]) if best is not None else 0.0
        if best is None or likeness < _SAME_WORD:
            extra += weight
            continue
        left.remove(best)
        unlike += weight * (1 - likeness)
    missing = sum(form.weights[at] for at in left)
    return score(
        spelling=-_SPELLING * unlike / said.weight,
        missing=-_missing_cost(said, form, missing),
        extra=-_EXTRA * extra / said.weight,
        number=_wrong_number(said, form),
    )


def _missing_cost(said: Spelled, form: Spelled, missing: float) -> float:
    # People begin a title and leave its end out far more often than they leave out its beginning.
    begun = len(said.words) <= len(form.words) and all(
        _alike(word, begins) >= _SAME_WORD for word, begins in zip(said.words, form.words, strict=False)
    )
    share = missing / form.weight
    return _BEGUN + _MISSING_END * share if begun and missing else _MISSING * share


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one.isdigit() or other.isdigit():
        return 0.0
    return fuzz.ratio(one, other) / 100


def _wrong_number(said: Spelled, form: Spelled) -> float:
    """A penalty for another number: "Rocky 3" is not "Rocky 4", however alike they look."""
    numbers = {word for word, weight in zip(said.words, said.weights, strict=True) if weight >= 1 and word.isdigit()}
    return -_NUMBER if numbers and numbers.isdisjoint(form.words) else 0.0
