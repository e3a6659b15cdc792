"""How the skill stands in Amazon's console and in the Alexa app: one file a language in `store/`, found by itself.

`locales` of Amazon's that the language is spoken in; `name`, `summary`, `description`, `examples` (the first opens the
skill) and `keywords` are shown to people, `testing` to Amazon (English alone); `{invocation}` stands for the invocation
name. [invocation]: the `default` name, and words that Amazon allows in no name (`launch`, `connecting`) or in none of
two words (`small`: articles, pronouns, other prepositions). The rules:
https://developer.amazon.com/en-US/docs/alexa/custom-skills/choose-the-invocation-name-for-a-custom-skill.html
https://developer.amazon.com/en-US/docs/alexa/custom-skills/understanding-how-users-invoke-custom-skills.html
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

STORE: Final = Path(__file__).with_name("store")
#: What wakes an Echo, in all languages alike, and what Amazon calls a skill.
WAKE: Final = frozenset({"alexa", "amazon", "echo", "computer", "ziggy", "skill", "app"})
#: Small letters of any alphabet, with the dots of abbreviations and apostrophes.
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['.])*")


class PackageError(Exception):
    """What was asked for cannot be packaged. The text is for whoever typed it."""


@dataclass(frozen=True, slots=True)
class NameRules:
    """What an invocation name may not be in one language."""

    default: str
    banned: frozenset[str]
    small: frozenset[str]
    one_word: bool

    @classmethod
    def of(cls, rules: Mapping[str, Any]) -> NameRules:
        """From the section [invocation]."""
        banned = WAKE.union(rules["launch"], rules["connecting"])
        return cls(rules["default"], banned, frozenset(rules["small"]), rules.get("one_word", False))

    def checked(self, name: str) -> str:
        """The name, if Amazon accepts it. Raises PackageError, which says what is wrong with it."""
        words = name.split()
        least = 1 if self.one_word else 2
        if len(words) < least or not all(_WORD.fullmatch(word) and word == word.lower() for word in words):
            least_said = "a word or more" if self.one_word else "two or more words"
            raise PackageError(f"{name!r} will not do: {least_said} of small letters, numbers spelled out.")
        taken = (self.banned | self.small if len(words) == 2 else self.banned).intersection(words)
        if taken:
            raise PackageError(f"{name!r} will not do: {', '.join(sorted(taken))} may not be in an invocation name.")
        return " ".join(words)


@dataclass(frozen=True, slots=True)
class Listing:
    """The skill in one language, opened by a name that Amazon accepts."""

    texts: Mapping[str, Any]
    invocation_name: str

    @property
    def locales(self) -> tuple[str, ...]:
        """Amazon's locales of this language."""
        return tuple(self.texts["locales"])

    @property
    def examples(self) -> list[str]:
        """What people may say; the first opens the skill."""
        return [example.format(invocation=self.invocation_name) for example in self.texts["examples"]]

    @property
    def shown(self) -> dict[str, Any]:
        """As a manifest has it."""
        return {
            "name": self.texts["name"],
            "summary": self.texts["summary"],
            "description": self.texts["description"].strip(),
            "examplePhrases": self.examples,
            "keywords": self.texts["keywords"],
        }


def listed() -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(sorted(path.stem for path in STORE.glob("*.toml")))


def listing(language: str, invocation_name: str | None = None) -> Listing:
    """The skill in a language. Raises PackageError for an invocation name that Amazon refuses."""
    texts = tomllib.loads((STORE / f"{language}.toml").read_text(encoding="utf-8"))
    rules = NameRules.of(texts["invocation"])
    return Listing(texts, rules.checked(rules.default if invocation_name is None else invocation_name))
