"""Templates: how a language's data says what to listen for, compiled into patterns over marked words.

    "[the] <season> {numbers} of {title}"

`[a]` may be missing, `(a|b)` is a choice, `<name>` one of a named list, `{slot}` something to keep. A line to match
ends every word with a space, so that patterns can be put together without counting spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from intents.heard import Heard
    from intents.numbers import Numerals
    from intents.words import Word

_PIECE = re.compile(
    r"(?P<open>[\[(])|(?P<close>[\])])|(?P<bar>\|)"
    r"|<(?P<list>[a-z_0-9]+)>|\{(?P<slot>[a-z_]+)\}|(?P<text>[^\[\]()|<>{}]+)"
)
# As few words as will do: "dune released in 1984" is Dune, not "Dune Released".
_TITLE = r"(?P<title>\S.*? )"
_SLOTS = {
    "title": _TITLE,
    "longest": r"(?P<title>\S.* )",  # as many as will do: "Gone with the Wind with Clark Gable"
    "people": r"(?P<people>\S.*? )",
    "number": r"#(?P<number>\d{1,3}) ",
    "short": r"s0?(?P<number>\d{1,2}) ",
    "ordinal": r"#(?P<ordinal>\d{1,3})th ",
    "other": r"#\d{1,3}th ",  # an ordinal that is not meant
    "year": r"@(?P<year>\d{4}) ",
    "head": r"(?P<head>\S.*? )",
    "before": r"\S.* ",  # any words, not kept
    "reason": r"(?P<reason>\S.* )",
    "other_number": r"#\d{1,3} ",  # a number that is not meant
    "until": r"@(?P<until>\d{4}) ",
    "short_year": r"#(?P<short_year>[3-9]\d) ",  # "from '84"
    "bracketed": r"\( @(?P<year>\d{4}) \) ",
    "ago": r"@(?P<ago>[+-]\d+[+-]\d+) ",
}
_COUNTRIES = {"country": "countries", "nation": "nations", "code": "codes"}  # slot -> list
#: Which sorts of marks (see `Word.mark`) a slot cannot do without; any words will do for those not listed.
_MARKS = {
    **dict.fromkeys(["number", "numbers", "other_number", "short_year"], "#"),
    **dict.fromkeys(["ordinal", "ordinals", "ordinal_range", "other"], "#th"),
    **dict.fromkeys(["year", "until", "bracketed"], "@"),
    "short": "s#",
    "decade": "~",
    "ago": "@+",
}


class TemplateError(ValueError):
    """A language's data says something that cannot be understood."""


@dataclass(frozen=True)
class Rule:
    """If a whole line matches the pattern, it means what the name says."""

    name: str
    source: str  # of the pattern
    needs: frozenset[str] = frozenset()  # one of these words or marks is in every line that matches; empty: unknown

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first needed: most rules never are, and all of them take most of a second."""
        try:
            return re.compile(self.source)
        except re.error as error:
            raise TemplateError(f"{self.source!r}: {error}") from error

    def match(self, heard: Heard) -> re.Match[str] | None:
        """The match on the whole of it."""
        if self.needs and self.needs.isdisjoint(heard.vocabulary):
            return None
        return self.pattern.fullmatch(heard.line)


@dataclass(frozen=True, slots=True)
class Sequences:
    """Rows of words that may stand at one end of an utterance."""

    rows: frozenset[tuple[str, ...]]
    longest: int

    def starts(self, words: tuple[Word, ...], leaving: int = 1) -> int:
        """How many words at the front are one of them, leaving so many at least; 0 for none."""
        for size in range(min(self.longest, len(words) - leaving), 0, -1):
            if tuple([word.folded for word in words[:size]]) in self.rows:
                return size
        return 0

    def ends(self, words: tuple[Word, ...], leaving: int = 1) -> int:
        """How many words at the end are one of them, leaving so many at least; 0 for none."""
        for size in range(min(self.longest, len(words) - leaving), 0, -1):
            if tuple([word.folded for word in words[-size:]]) in self.rows:
                return size
        return 0


@dataclass(frozen=True, slots=True)
class Templates:
    """Compiles the templates of one language."""

    lists: Mapping[str, Sequence[str]]
    numerals: Numerals
    common: frozenset[str] = frozenset()  # words that are in so many lines that looking for them saves nothing
    _done: dict[str, str] = field(default_factory=dict, repr=False, compare=False)  # list name -> its pattern
    _spelled: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)
    _needed: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def rule(self, name: str, template: str) -> Rule:
        """What a template listens for, under a name: a whole line must match."""
        source = self.source(template)
        if source.endswith(_TITLE):
            # What stands last takes all that is left; trying word by word would find the same, slowly.
            source = source.removesuffix(_TITLE) + _SLOTS["longest"]
        return Rule(name, source, self.needs(template))

    def any_of(self, templates: Iterable[str]) -> str:
        """A pattern for one of them, the longest first: a shorter one must not hide it."""
        return "(?:" + "|".join(map(self.source, sorted(templates, key=len, reverse=True))) + ")"

    def source(self, template: str) -> str:
        """The pattern of a template as text."""
        opened: list[str] = []
        pattern = "".join([self._piece(piece, opened, template) for piece in _PIECE.finditer(template)])
        if opened:
            raise TemplateError(f"{template!r}: {opened[-1]} is never closed")
        return pattern

    def needs(self, template: str) -> frozenset[str]:
        """Words or marks, one of which is in every line that the template matches; empty where there are none such."""
        return self._needs(_PIECE.finditer(template))

    def sequences(self, templates: Iterable[str]) -> Sequences:
        """All rows of words that templates without slots stand for."""
        rows = frozenset(tuple(row.split()) for template in templates for row in self._rows(template)) - {()}
        return Sequences(rows, max(map(len, rows), default=0))

    def _rows(self, template: str) -> Iterator[str]:
        return self._choices(_PIECE.finditer(template))

    def _choices(self, pieces: Iterator[re.Match[str]]) -> Iterator[str]:
        alternatives: list[list[list[str]]] = [[]]
        for piece in pieces:
            if piece["close"]:
                break
            if piece["bar"]:
                alternatives.append([])
            elif piece["open"]:
                alternatives[-1].append([*self._choices(pieces), *([""] if piece["open"] == "[" else [])])
            elif piece["list"]:
                alternatives[-1].append([row for one in self.lists[piece["list"]] for row in self._rows(one)])
            else:
                alternatives[-1].append([" ".join(self._marked(piece["text"])) + " "])
        for parts in alternatives:
            yield from map("".join, product(*parts))

    def _needs(self, pieces: Iterator[re.Match[str]]) -> frozenset[str]:
        alternatives: list[list[frozenset[str]]] = [[]]
        for piece in pieces:
            if piece["close"]:
                break
            if piece["bar"]:
                alternatives.append([])
            elif piece["open"]:
                inner = self._needs(pieces)
                alternatives[-1] += [inner] if piece["open"] == "(" else []
            else:
                alternatives[-1] += self._needs_of(piece)
        best = [self._rarest(sets) for sets in alternatives]
        return frozenset().union(*best) if all(best) else frozenset()

    def _needs_of(self, piece: re.Match[str]) -> list[frozenset[str]]:
        if name := piece["list"]:
            if name not in self._needed:
                each = [self.needs(template) for template in self.lists[name]]
                self._needed[name] = frozenset().union(*each) if all(each) else frozenset()
            return [self._needed[name]]
        if slot := piece["slot"]:
            return [frozenset({_MARKS[slot]})] if slot in _MARKS else []
        return [frozenset({word}) for word in self._marked(piece["text"])]

    def _rarest(self, sets: list[frozenset[str]]) -> frozenset[str]:
        return min(
            filter(None, sets), key=lambda each: (not each.isdisjoint(self.common), len(each)), default=frozenset()
        )

    def _piece(self, piece: re.Match[str], opened: list[str], template: str) -> str:
        if piece["open"]:
            opened.append(piece["open"])
            return "(?:"
        if piece["close"]:
            if not opened or opened[-1] + piece["close"] not in {"[]", "()"}:
                raise TemplateError(f"{template!r}: {piece['close']} closes nothing")
            return ")?" if opened.pop() == "[" else ")"
        if piece["bar"]:
            return "|"
        if piece["list"]:
            return self._list(piece["list"])
        if piece["slot"]:
            return self._slot(piece["slot"], template)
        return self._words(piece["text"])

    def _words(self, text: str) -> str:
        return "".join(re.escape(word) + " " for word in self._marked(text))

    def _marked(self, text: str) -> list[str]:
        if text not in self._spelled:
            self._spelled[text] = [word.folded for word in self.numerals.mark(self.numerals.words(text))]
        return self._spelled[text]

    def _list(self, name: str) -> str:
        if name not in self._done:
            if name not in self.lists:
                raise TemplateError(f"<{name}> is no list of this language")
            self._done[name] = self.any_of(self.lists[name])
        return self._done[name]

    def _slot(self, slot: str, template: str) -> str:
        if slot == "numbers":
            join = (
                f"(?:{self._list('and')}|{self._list('through')}|- )?{self._list('article')}?{self._list('seasons')}?"
            )
            join += f"{self._list('numbered')}?"
            return rf"(?P<numbers>#\d{{1,3}} (?:{join}#\d{{1,3}} )*)"
        if slot == "ordinals":
            return rf"(?P<ordinals>#\d{{1,3}}th (?:{self._list('and')}?{self._list('article')}?#\d{{1,3}}th )+)"
        if slot == "ordinal_range":
            return rf"(?P<ordinals>#\d{{1,3}}th {self._list('through')}{self._list('article')}?#\d{{1,3}}th )"
        if slot == "decade":
            parts = "|".join(f"(?P<{part}>{self._list(part)})" for part in ("early", "mid", "late"))
            return rf"(?:{parts})?~(?P<decade>\d{{4}}) "
        if slot in _COUNTRIES:
            return f"(?P<country>{self._list(_COUNTRIES[slot])})"
        if slot in _SLOTS:
            return _SLOTS[slot]
        raise TemplateError(f"{template!r}: {{{slot}}} is no slot")
