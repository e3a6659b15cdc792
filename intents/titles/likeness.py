"""How like what was said is to one form of a title: in its letters, in its sound, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from intents.titles.score import Score, score

if TYPE_CHECKING:
    from intents.spelling import Spelled

_SAME_WORD: Final = 0.7  # words less alike than this are two words
_LETTERS, _SOUND = 0.75, 0.75  # what is lost where no letter, no sound agrees
_UNLIKE: Final = 1.3
_MISSING: Final = 0.55
_BEGUN, _MISSING_END = 0.08, 0.2
_EXTRA: Final = 1.0
_NUMBER: Final = 0.4  # a number that was said and is another, or is not there: another part of the series
_SOUNDS_SO: Final = 80  # 0 to 100
_OTHER: Final = score(extra=-1.0)


def compare(said: Spelled, form: Spelled) -> Score:
    """The kinder of two ways to compare: as a whole (words cut apart otherwise, misheard), or word by word."""
    if not said.words or not form.words:
        return _OTHER
    if said.words == form.words:
        return Score()
    whole = _as_a_whole(said, form)
    if said.telling.isdisjoint(form.telling):  # no word is the same: then only the whole can be alike
        return whole
    by_words = _by_words(said, form, whole.likeness)
    return by_words if by_words is not None and by_words.likeness > whole.likeness else whole


def _as_a_whole(said: Spelled, form: Spelled) -> Score:
    letters = 1 - fuzz.ratio(said.letters, form.letters) / 100
    sound = 1 - fuzz.ratio(said.sound, form.sound) / 100
    return score(spelling=-_LETTERS * letters, sound=-_SOUND * sound, number=_wrong_number(said, form))


def _by_words(said: Spelled, form: Spelled, to_beat: float) -> Score | None:
    """Word by word, whatever their order; None where that is less alike than `to_beat` already."""
    left = list(range(len(form.words)))
    spelling = extra = 0.0
    most_lost = 1 - to_beat
    for at, (word, weight) in enumerate(zip(said.words, said.weights, strict=True)):
        best, likeness = _likest(said, at, word, form, left)
        if best is None:
            extra += weight
        else:
            left.remove(best)
            spelling += weight * (1 - likeness)
        if (_UNLIKE * spelling + _EXTRA * extra) / said.weight >= most_lost:
            return None
    missing = sum(form.weights[at] for at in left)
    return score(
        spelling=-_UNLIKE * spelling / said.weight,
        missing=-_missing_cost(said, form, missing),
        extra=-_EXTRA * extra / said.weight,
        number=_wrong_number(said, form),
    )


def _likest(said: Spelled, at: int, word: str, form: Spelled, left: list[int]) -> tuple[int | None, float]:
    """The word of the form that is likest to a word said, and how like; None where all are other words."""
    best, highest = None, _SAME_WORD
    for place in left:
        other = form.words[place]
        if word == other:
            return place, 1.0
        if word.isdigit() and other.isdigit():
            continue
        likeness = fuzz.ratio(said.sounds[at], form.sounds[place]) / 100
        if not word.isdigit() and not other.isdigit():
            likeness = (likeness + fuzz.ratio(word, other) / 100) / 2
        if likeness >= highest:
            best, highest = place, likeness
    return best, highest


def _missing_cost(said: Spelled, form: Spelled, missing: float) -> float:
    if not missing:
        return 0.0
    # People begin a title and leave its end out far more often than they leave out its beginning.
    begun = len(said.words) <= len(form.words) and all(
        word == begins or fuzz.ratio(word, begins) >= 100 * _SAME_WORD
        for word, begins in zip(said.words, form.words, strict=False)
    )
    share = missing / form.weight
    return _BEGUN + _MISSING_END * share if begun else _MISSING * share


def _wrong_number(said: Spelled, form: Spelled) -> float:
    """A penalty for another number: "Rocky 3" is not "Rocky 4", however alike they look.

    A number that nothing but its sound put there ("obi one kenobi", "the royal ten volumes") is none.
    """
    for at, word in enumerate(said.words):
        if not word.isdigit() or said.weights[at] < 1 or word in form.words:
            continue
        if fuzz.partial_ratio(said.sounds[at], form.sound) >= _SOUNDS_SO:
            continue
        if said.telling & form.telling:
            return -_NUMBER
    return 0.0
