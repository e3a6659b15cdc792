"""Which of a language's examples arrive by the samples of its model, and which do not.

What fits no sample is heard where Alexa hands over whatever was said: after "what would you like?" and "which
seasons?", and by her own guess; and on every channel of free text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from channels.alexa.hearing import hear as hear_request
from channels.alexa.matching import Samples
from channels.alexa.names import LINK, SEASONS
from intents import Context
from intents.hearing import hear
from intents.words import fold
from speech.hearing import examples
from turns.taking import understand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from channels.alexa.words import Words
    from intents import Intent

#: The intents whose slots are asked for.
ELICITED: Final = {Context.SEASONS: SEASONS, Context.CODE: LINK}
#: The year that is "this year" to the examples.
THIS_YEAR: Final = 2026


#: She tells neither the words, nor whether "cancel that" was more than "cancel".
_NOT_ALEXAS: Final = {"words", "it"}


class Fate(StrEnum):
    """What becomes of an utterance that is spoken to Alexa."""

    MATCHED = "matched by a sample, and understood as it is meant"
    OTHERWISE = "matched by a sample, but taken for something else"
    FREE_TEXT = "matched by no sample, heard by free text alone"


@dataclass(frozen=True, slots=True)
class Told:
    """One example and its fate."""

    say: str
    context: Context
    fate: Fate


def tell_fates(words: Words, model: Mapping[str, Any]) -> Iterator[Told]:
    """Every example of the language, but for known failures of the hearing itself and what is no words at all."""
    samples = Samples(model, words.grammar)
    for example in examples(words.language):
        if "fails" in example or not example["say"].strip():
            continue
        context = Context(example.get("context", "nothing"))
        yield Told(example["say"], context, _fate(example["say"], context, samples, words))


def _fate(say: str, context: Context, samples: Samples, words: Words) -> Fate:
    # A bare title is free text, whatever it is; bare seasons are those that the model lists.
    requests = samples.requests(say, ELICITED.get(context, ""))
    if not requests:
        return Fate.FREE_TEXT
    meant = _meaning(hear(say, words.grammar, context, THIS_YEAR))
    heard = [understand(hear_request(each), words.grammar, context, THIS_YEAR)[0] for each in requests]
    return Fate.MATCHED if all(_meaning(intent) == meant for intent in heard) else Fate.OTHERWISE


def _meaning(intent: Intent) -> tuple[object, ...]:
    """What of an intent counts: not the words it was said in, nor how titles and names are written."""
    return type(intent), *(
        _plain(getattr(intent, field.name)) for field in fields(intent) if field.name not in _NOT_ALEXAS
    )


def _plain(value: object) -> object:
    match value:
        case str():
            return re.sub(r"\W", "", fold(value))
        case tuple():
            return tuple(map(_plain, value))
        case _:
            return value


def unmatched(words: Words, model: Mapping[str, Any]) -> str:
    """The list for people: how many are matched, then those that are not, by the question that was asked last."""
    told = list(tell_fates(words, model))
    lines = ["Written by script/skill-package, never by hand; docs/alexa.md explains it.", ""]
    for fate in Fate:
        lines += [f"{sum(each.fate is fate for each in told):4} {fate}"]
    for fate in (Fate.OTHERWISE, Fate.FREE_TEXT):
        for context in Context:
            said = [each.say for each in told if (each.fate, each.context) == (fate, context)]
            if said:
                lines += ["", f"[{fate}; asked last: {context}]", *said]
    return "\n".join(lines) + "\n"
