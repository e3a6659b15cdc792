"""A title index: many titles in little memory, searched by sound and by spelling. It proposes, the backend decides."""

from __future__ import annotations

import math
from array import array
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from intents.titles.forms import pieces
from intents.titles.ranking import Candidate, Known, rank
from intents.titles.series import numbered
from media import Kind, Title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from intents import AskFor
    from intents.spelling import Spelled, Spelling
    from intents.titles.ranking import Ranking

#: So many titles of each search (letters and sound, words) are looked at closely.
CLOSER_LOOK: Final = 24
#: Rows less like what was said than this (0 to 100) are no candidates.
LEAST: Final = 50
#: A word in more titles than this says nothing.
COMMON: Final = 600
_ALL_KNOWN: Final = Known(whole_series=True)
_KINDS: Final = (Kind.MOVIE, Kind.TV)


class Index:
    """Titles learned from the owner's own request manager; built once, then only read, by many threads."""

    def __init__(self, titles: Iterable[Title] = (), spelling: Spelling | None = None) -> None:
        """`titles` are taken in one by one; a fresh index takes the place of this one when more were learned."""
        self._names: list[str] = []
        self._originals: dict[int, str] = {}
        self._ids, self._votes, self._years = array("q"), array("i"), array("h")
        self._kinds = bytearray()
        self._rows: list[str] = []  # letters and sound; a title has one row or more
        self._title_of = array("I")  # row -> title
        self._with_word: dict[str, array[int]] = {}
        if spelling is not None:
            for title in titles:
                self._take_in(title, spelling)

    def __len__(self) -> int:
        return len(self._names)

    def propose(self, asked: AskFor, spelling: Spelling) -> Ranking:
        """The titles most like what was said, ranked as the backend's own will be. Availability is not known here."""
        said = spelling.spell(asked.title)
        if said.words == ():
            return rank(asked, (), spelling)
        return rank(asked, [self._title(at) for at in self._alike(said, spelling)], spelling, _ALL_KNOWN)

    def knows(self, word: str) -> bool:
        """Whether any title holds this word (as it is spelled)."""
        return word in self._with_word

    def rarity(self, word: str) -> float:
        """How much a word tells, more for rare ones; 0 for a word that no title holds."""
        holding = self._with_word.get(word)
        return math.log((1 + len(self)) / len(holding)) if holding else 0.0

    def _alike(self, said: Spelled, spelling: Spelling) -> Iterable[int]:
        found: dict[int, None] = {}
        hits = process.extract(said.both, self._rows, scorer=fuzz.ratio, limit=CLOSER_LOOK, score_cutoff=LEAST)
        found.update((self._title_of[row], None) for _, _, row in hits)
        found.update(dict.fromkeys(self._sharing_words(said)))
        if (asked := numbered(said, spelling)) is not None:
            found.update(dict.fromkeys(self._with_all(asked[0].words)))
        return found

    def _with_all(self, words: Sequence[str]) -> Sequence[int]:
        """The best known titles that hold all these words: a series."""
        holding = [set(self._with_word.get(word, ())) for word in words]
        common = set.intersection(*holding) if holding else set()
        return sorted(common, key=lambda at: -self._votes[at])[:CLOSER_LOOK]

    def _sharing_words(self, said: Spelled) -> Sequence[int]:
        """Titles that share words with what was said, those with the rarest first."""
        shared: dict[int, float] = {}
        for word in set(said.words):
            holding = self._with_word.get(word, ())
            if len(holding) <= COMMON:
                rarity = self.rarity(word)
                for at in holding:
                    shared[at] = shared.get(at, 0.0) + rarity
        return sorted(shared, key=lambda at: (-shared[at], -self._votes[at]))[:CLOSER_LOOK]

    def _title(self, at: int) -> Title:
        return Title(
            _KINDS[self._kinds[at]],
            self._ids[at],
            self._names[at],
            self._years[at] or None,
            original_name=self._originals.get(at),
            votes=self._votes[at],
        )

    def _take_in(self, title: Title, spelling: Spelling) -> None:
        at = len(self._names)
        self._names.append(title.name)
        if title.original_name:
            self._originals[at] = title.original_name
        self._ids.append(title.id)
        self._votes.append(min(title.votes, 2**31 - 1))
        self._years.append(title.year or 0)
        self._kinds.append(_KINDS.index(title.kind))
        for spelled in _rows(title, spelling):
            self._rows.append(spelled.both)
            self._title_of.append(at)
        for word in set(spelling.spell_once(title.name).words):
            self._with_word.setdefault(word, array("I")).append(at)


def _rows(title: Title, spelling: Spelling) -> Iterator[Spelled]:
    yield spelling.spell_once(title.name)
    for piece in pieces(title.name):
        spelled = spelling.spell_once(piece)
        if spelled.weight > 1:
            yield spelled
    if title.original_name:
        spelled = spelling.spell_once(title.original_name)
        if spelled.words:
            yield spelled


def clearly(ranking: Ranking, *, likeness: float, lead: float) -> bool:
    """True where the first is this like, and no other title is within this lead."""
    first, *others = ranking.candidates or (None,)
    if first is None or first.score.likeness < likeness:
        return False
    return all(first.score.total - other.score.total >= lead for other in _of_other_names(first, others))


def _of_other_names(first: Candidate, others: Iterable[Candidate | None]) -> Iterator[Candidate]:
    return (other for other in others if other is not None and other.title.name != first.title.name)
