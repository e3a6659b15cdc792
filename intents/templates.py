"""Templates: how a language's data says what to listen for, compiled into patterns over marked words.

    "[the] <season> {numbers} of {title}"

`[a]` may be missing, `(a|b)` is a choice, `<name>` one of a named list, `{slot}` something to keep. A line to match
ends every word with a space, so that patterns can be put together without counting spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from intents.words import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from intents.numbers import Numerals

_PIECE = re.compile(
    r"(?P<open>[\[(])|(?P<close>[\])])|(?P<bar>\|)"
    r"|<(?P<list>[a-z_]+)>|\{(?P<slot>[a-z_]+)\}|(?P<text>[^\[\]()|<>{}]+)"
)
_SLOTS = {
    # As few words as will do: "dune released in 1984" is Dune, not "Dune Released".
    "title": r"(?P<title>\S.*? )",
    "number": r"#(?P<number>\d{1,3}) ",
    "short": r"s0?(?P<number>\d{1,2}) ",
    "ordinal": r"#(?P<ordinal>\d{1,3})th ",
    "other": r"#\d{1,3}th ",  # an ordinal that is not meant
    "year": r"@(?P<year>\d{4}) ",
    "bracketed": r"\( @(?P<year>\d{4}) \) ",
    "decade": r"~(?P<decade>\d{4}) ",
    "ago": r"@(?P<ago>[+-]\d) ",
}


class TemplateError(ValueError):
    """A language's data says something that cannot be understood."""


@dataclass(frozen=True, slots=True)
class Templates:
    """Compiles the templates of one language."""

    lists: Mapping[str, Sequence[str]]
    numerals: Numerals
    _done: dict[str, str] = field(default_factory=dict, repr=False, compare=False)  # list name -> its pattern

    def compile(self, template: str) -> re.Pattern[str]:
        """The pattern that a whole line must match."""
        try:
            return re.compile(self.source(template))
        except re.error as error:
            raise TemplateError(f"{template!r}: {error}") from error

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
        return "".join(re.escape(word.folded) + " " for word in self.numerals.mark(split(text)))

    def _list(self, name: str) -> str:
        if name not in self._done:
            if name not in self.lists:
                raise TemplateError(f"<{name}> is no list of this language")
            self._done[name] = self.any_of(self.lists[name])
        return self._done[name]

    def _slot(self, slot: str, template: str) -> str:
        if slot == "numbers":
            join = f"(?:{self._list('and')}|{self._list('through')}|- )?{self._list('seasons')}?"
            return rf"(?P<numbers>#\d{{1,3}} (?:{join}#\d{{1,3}} )*)"
        if slot == "ordinals":
            return rf"(?P<ordinals>#\d{{1,3}}th (?:{self._list('and')}?{self._list('article')}?#\d{{1,3}}th )+)"
        if slot in _SLOTS:
            return _SLOTS[slot]
        raise TemplateError(f"{template!r}: {{{slot}}} is no slot")
