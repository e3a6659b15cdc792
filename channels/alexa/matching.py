"""What Alexa hands us for an utterance, as far as the samples of a model tell.

She takes more than fits a sample word for word; so this is the least that arrives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from channels.alexa.phrases import fixed_words, slots_of
from channels.alexa.reading import AlexaRequest
from intents.heard import listen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from intents.grammar import Grammar

#: What a slot of a built-in type holds, numbers marked; any words where it is not listed.
_HOLDS: Final = {"AMAZON.NUMBER": r"#\d+", "AMAZON.Ordinal": r"#\d+th"}
_FOUR_DIGITS: Final = "AMAZON.FOUR_DIGIT_NUMBER"
_PHRASE: Final = "AMAZON.SearchQuery"
_SILENT: Final = re.compile(r"[^\w' &-]")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A sample with slots."""

    intent: str
    words: re.Pattern[str]
    kinds: Mapping[str, str]  # of its slots, by their names
    closeness: int  # how many words of it are no slots
    elicited: bool = False  # counts only where its slot was asked for


class Samples:
    """The samples of one model."""

    def __init__(self, language_model: Mapping[str, Any], grammar: Grammar) -> None:
        self._grammar = grammar
        self._plain: dict[str, str] = {}
        self._patterns: list[_Pattern] = []
        for intent in language_model["intents"]:
            self._patterns += _patterns(intent)
            self._plain |= {sample: intent["name"] for sample in intent["samples"] if not slots_of(sample)}
        self._values = {kind["name"]: frozenset(map(self._line, _said(kind))) for kind in language_model["types"]}

    def requests(self, said: str, elicited: str = "") -> tuple[AlexaRequest, ...]:
        """What may be sent for it: a sentence that is a sample word for word is that intent's alone, else the closest.

        `elicited` names the intent whose slot was asked for.
        """
        words = _SILENT.sub("", said.lower().replace("\u2019", "'")).strip()
        if intent := self._plain.get(words):
            return (_request(intent, {}),)
        caught = list(self._caught(words, elicited))
        closest = max((pattern.closeness for pattern, _ in caught), default=0)
        return tuple(_request(each.intent, slots) for each, slots in caught if each.closeness == closest)

    def _caught(self, words: str, elicited: str) -> Iterator[tuple[_Pattern, dict[str, str]]]:
        for pattern in self._patterns:
            match = None if pattern.elicited and pattern.intent != elicited else pattern.words.fullmatch(words)
            found = match.groupdict() if match else {}
            slots = {name: self._written(pattern.kinds[name], value) for name, value in found.items()}
            if slots and all(self._holds(pattern.kinds[name], value) for name, value in slots.items()):
                yield pattern, slots

    def _written(self, kind: str, value: str) -> str:
        """As she writes it: a number of four digits in figures, however it is said."""
        return self._grammar.codes.digits(value) or value if kind == _FOUR_DIGITS else value

    def _holds(self, kind: str, value: str) -> bool:
        if kind == _PHRASE:
            return True
        if kind == _FOUR_DIGITS:
            return len(value) == 4 and value.isdigit()
        line = self._line(value)
        return line in self._values[kind] if kind in self._values else bool(re.fullmatch(_HOLDS[kind], line))

    def _line(self, text: str) -> str:
        heard = listen(text, self._grammar)
        return " ".join(word.folded for word in heard.words) if heard else ""


def _request(intent: str, slots: Mapping[str, str]) -> AlexaRequest:
    return AlexaRequest("IntentRequest", "", "", "", is_new=False, intent=intent, slots=slots)


def _patterns(intent: Mapping[str, Any]) -> Iterator[_Pattern]:
    kinds = {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
    bare = [(sample, True) for slot in intent.get("slots", ()) for sample in slot.get("samples", ())]
    for sample, elicited in [*((sample, False) for sample in intent["samples"]), *bare]:
        if slots_of(sample):
            yield _Pattern(intent["name"], _compiled(sample), kinds, len(fixed_words(sample)), elicited)


def _compiled(sample: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", sample)
    text = (re.escape(part) if at % 2 == 0 else f"(?P<{part}>\\S.*)" for at, part in enumerate(parts))
    return re.compile("".join(text))


def _said(kind: Mapping[str, Any]) -> Iterable[str]:
    """The values of a slot type with their synonyms."""
    return [way for value in kind["values"] for way in (value["name"]["value"], *value["name"]["synonyms"])]
