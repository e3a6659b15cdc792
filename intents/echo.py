"""Our own voice, heard back by an open microphone."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.fuzz import partial_ratio, ratio

from intents.words import clean, split

#: Of 100: how alike two texts must be. A recogniser gets a word or two wrong.
_ALIKE: Final = 90.0
#: Fewer words than these may well be an answer that takes up words of the question: "the one from 1984".
_FEWEST: Final = 4
#: A part of what we said counts from this share of its last sentence, or of the whole.
_SHARE: Final = 0.7

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def is_echo(words: str, last_spoken: str) -> bool:
    """True where the words are what we said last, or the question that it ended with: nobody answered.

    A few words out of the middle are no echo: a title that we read out may be the answer.
    """
    heard, said = _plain(words), _plain(last_spoken)
    if len(heard.split()) < _FEWEST or not said:
        return False
    question = _plain(_SENTENCE.split(last_spoken.strip())[-1])
    if ratio(heard, said) >= _ALIKE or _ends_with(heard, question) or _ends_with(said, heard, _SHARE * len(question)):
        return True
    return len(heard) >= _SHARE * len(said) and partial_ratio(heard, said) >= _ALIKE


def _ends_with(text: str, end: str, shortest: float = 1.0) -> bool:
    is_long_enough = len(end) >= shortest and len(end.split()) >= _FEWEST
    return is_long_enough and ratio(text[-len(end) :], end) >= _ALIKE


def _plain(text: str) -> str:
    return " ".join(word.folded for word in split(clean(text)))
