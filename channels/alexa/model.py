"""The interaction model of one language: which sentences Alexa listens for, made out of `speech/xx/`.

Its shape: https://developer.amazon.com/en-US/docs/alexa/smapi/interaction-model-schema.html
Titles are AMAZON.SearchQuery, which takes any words: one such slot a sentence, no other slot beside it, and fixed
words around it. Bare titles and bare seasons are samples of the slot; they count after Dialog.ElicitSlot.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from channels.alexa.hearing import PLAIN
from channels.alexa.names import (
    MINE,
    MOVIE,
    NUMBER_SLOT,
    OPTION,
    ORDINAL_SLOT,
    REQUEST,
    SEASON_GROUPS,
    SEASONS,
    SEASONS_SLOT,
    SHOW,
    SLOWER,
    TITLE_SLOT,
    UNDO,
    YEAR_SLOT,
)
from channels.alexa.phrases import Phrases, fixed_words, slots_of
from intents import Context
from intents.grammar import Grammar
from intents.hearing import hear
from speech.hearing import data
from speech.saying import HERE, open_speech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Json = dict[str, Any]

SEASONS_TYPE: Final = "SEASONS"
#: Seasons that are spelled out as values of the slot; it takes others too, but hears these better.
MOST_SEASONS: Final = 20
MOST_COMBINED: Final = 6
THIS_YEAR: Final = 2026  # any year will do: no sentence here names one
#: The built-in intents, and where the sentences stand that each is taught on top of what Amazon knows.
BUILT_IN: Final = {
    "AMAZON.YesIntent": ("agree", "confirm"),
    "AMAZON.NoIntent": ("refuse", "wrong"),
    "AMAZON.NextIntent": "next",
    "AMAZON.PreviousIntent": "previous",
    "AMAZON.RepeatIntent": "repeat",
    "AMAZON.HelpIntent": "help",
    "AMAZON.CancelIntent": "cancel",
    "AMAZON.StopIntent": (),
    "AMAZON.NavigateHomeIntent": (),
    "AMAZON.StartOverIntent": (),
    "AMAZON.FallbackIntent": (),
}
OPTION_SLOTS: Final = {
    ORDINAL_SLOT: "AMAZON.Ordinal",
    NUMBER_SLOT: "AMAZON.NUMBER",
    YEAR_SLOT: "AMAZON.FOUR_DIGIT_NUMBER",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What a language folder holds, as far as Alexa is concerned."""

    language: str
    hears: Mapping[str, Any]
    numbers: tuple[str, ...]  # "zero", "one" ...
    grammar: Grammar

    @classmethod
    def of(cls, language: str) -> Words:
        """Read them from `speech/`."""
        hears = data(language)
        facts = tomllib.loads((HERE / language / "language.toml").read_text(encoding="utf-8"))
        return cls(language, hears, tuple(facts["numbers"]), Grammar.from_mapping(hears))

    @property
    def phrases(self) -> Phrases:
        """Spells out this language's templates."""
        return Phrases(self.hears["lists"])


def interaction_model(language: str, invocation_name: str) -> Json:
    """The whole model, as the console's JSON editor and `ask deploy` take it."""
    words = Words.of(language)
    prompts = {REQUEST: _prompt(REQUEST, TITLE_SLOT, words, Context.NOTHING)}
    prompts[SEASONS] = _prompt(SEASONS, SEASONS_SLOT, words, Context.SEASONS)
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": invocation_name,
                "intents": _without_repeats([*_built_in(words), *_our_own(words)]),
                "types": [{"name": SEASONS_TYPE, "values": list(_season_values(words))}],
            },
            "dialog": {
                "delegationStrategy": "SKILL_RESPONSE",
                "intents": [
                    _dialog(REQUEST, TITLE_SLOT, "AMAZON.SearchQuery", prompts[REQUEST]["id"]),
                    _dialog(SEASONS, SEASONS_SLOT, SEASONS_TYPE, prompts[SEASONS]["id"]),
                ],
            },
            "prompts": list(prompts.values()),
        }
    }


def _built_in(words: Words) -> Iterator[Json]:
    for name, source in BUILT_IN.items():
        lists = words.hears["phrases"], words.hears["lists"]
        templates = lists[0][source] if isinstance(source, str) else [one for name in source for one in lists[1][name]]
        yield {"name": name, "samples": _understood(words, name, templates)}


def _our_own(words: Words) -> Iterator[Json]:
    samples, select = words.hears["samples"], words.hears["select"]
    yield _intent(REQUEST, _request_samples(words), [(TITLE_SLOT, "AMAZON.SearchQuery", samples["title"])])
    yield _intent(SEASONS, _season_samples(words), [(SEASONS_SLOT, SEASONS_TYPE, samples["seasons"])])
    options = [
        sentence
        for sentence in words.phrases.spell([*select["position"], *select["years"]])
        if len(slots_of(sentence)) == 1 and slots_of(sentence)[0] in OPTION_SLOTS and fixed_words(sentence)
    ]
    yield _intent(OPTION, options, [(name, kind, []) for name, kind in OPTION_SLOTS.items()])
    for name, group in SEASON_GROUPS.items():
        yield _intent(name, _understood(words, name, words.hears["seasons"]["named"][group]), [])
    yield _intent(MOVIE, _understood(words, MOVIE, select["movie"]), [])
    yield _intent(SHOW, _understood(words, SHOW, select["tv"]), [])
    yield _intent(UNDO, _understood(words, UNDO, words.hears["phrases"]["undo"]), [])
    yield _intent(MINE, _understood(words, MINE, words.hears["questions"]["status"]), [])
    yield _intent(SLOWER, _understood(words, SLOWER, words.hears["phrases"].get("slower", [])), [])


def _intent(name: str, samples: Iterable[str], slots: list[tuple[str, str, list[str]]]) -> Json:
    listed = [{"name": slot, "type": kind, **({"samples": bare} if bare else {})} for slot, kind, bare in slots]
    return {"name": name, "slots": listed, "samples": list(samples)}


def _request_samples(words: Words) -> list[str]:
    """Those composed for Alexa, one by one and as templates; she takes "ask movie night to" off by herself."""
    spelled = words.phrases.spell(words.hears["samples"]["carriers"])
    known = words.hears["samples"]["request"]
    return [*known, *(one for one in spelled if slots_of(one) == (TITLE_SLOT,) and one not in known)]


def _season_samples(words: Words) -> list[str]:
    """Those that name the word: "just …" alone may begin a title. And "the second season", "the last two seasons"."""
    named = words.hears["lists"]["seasons"]
    before = [one for one in words.hears["samples"]["seasons"] if set(named) & set(fixed_words(one))]
    return before + [f"{{{SEASONS_SLOT}}} {word}" for word in named]


def _without_repeats(intents: list[Json]) -> list[Json]:
    """The first intent that has a sentence keeps it."""
    seen: set[str] = set()
    for intent in intents:
        intent["samples"] = [sample for sample in intent["samples"] if sample not in seen]
        seen.update(intent["samples"])
    return intents


def _season_values(words: Words) -> Iterator[Json]:
    """What may be said for seasons; each way of saying it under one value."""
    seen: set[str] = set()
    for value, ways in _seasons_said(words):
        fresh = [way for way in dict.fromkeys(ways) if way not in seen]
        if fresh:
            seen.update(fresh)
            yield {"id": value, "name": {"value": fresh[0], "synonyms": fresh[1:]}}


def _seasons_said(words: Words) -> Iterator[tuple[str, list[str]]]:
    said = words.hears["seasons"]["answers"]
    for group in ("all", "first", "latest", "missing", "specials"):
        yield group, _plain(words, said[group])
    ordinals = words.hears["numbers"]["small_ordinals"]
    for number in range(1, min(MOST_SEASONS, len(ordinals))):
        gaps = {"numbers": words.numbers[number], "ordinal": ordinals[number]}
        yield str(number), _filled(words, said["numbers"], gaps)
    yield from _combined(words)
    for name in ("first_few", "last_few", "onward", "after"):
        for number in range(2, MOST_COMBINED + 1):
            yield f"{name}-{number}", _filled(words, said[name], {"number": words.numbers[number]})


def _combined(words: Words) -> Iterator[tuple[str, list[str]]]:
    conjunction, through = words.hears["lists"]["and"][0], words.hears["lists"]["through"][:2]
    for low, high in combinations(range(1, MOST_COMBINED + 1), 2):
        one, other = words.numbers[low], words.numbers[high]
        yield f"{low} {high}", [f"{one} {conjunction} {other}"]
        yield f"{low}-{high}", [f"{one} {to} {other}" for to in through]


def _plain(words: Words, templates: Iterable[str]) -> list[str]:
    """Spelled out; sentences with slots are left out."""
    return [one for one in words.phrases.spell(templates) if not slots_of(one)]


def _understood(words: Words, intent: str, templates: Iterable[str]) -> list[str]:
    """Spelled out; what our own hearing takes for something else is left out ("series one" is a season)."""
    context = Context.SEASONS if intent in SEASON_GROUPS else Context.OFFER
    return [one for one in _plain(words, templates) if hear(one, words.grammar, context, THIS_YEAR) == PLAIN[intent]]


def _filled(words: Words, templates: Iterable[str], gaps: Mapping[str, str]) -> list[str]:
    """Spelled out, with the gaps filled; sentences with other slots are left out."""
    sentences = [one for one in words.phrases.spell(templates) if slots_of(one) and set(slots_of(one)) <= set(gaps)]
    return [one.format(**gaps) for one in sentences]


def _dialog(intent: str, slot: str, kind: str, prompt: str) -> Json:
    elicited = {
        "name": slot,
        "type": kind,
        "confirmationRequired": False,
        "elicitationRequired": True,  # without it the samples of the slot do not count
        "prompts": {"elicitation": prompt},
    }
    return {
        "name": intent,
        "delegationStrategy": "SKILL_RESPONSE",
        "confirmationRequired": False,
        "prompts": {},
        "slots": [elicited],
    }


def _prompt(intent: str, slot: str, words: Words, context: Context) -> Json:
    """What Alexa would ask by herself. She never does, since we ask; but a slot must have it."""
    text = open_speech().word("reprompt", words.language, context=context.value)
    variations = [{"type": "PlainText", "value": text}]
    return {"id": f"Elicit.Slot.{intent}.{slot}", "variations": variations}
