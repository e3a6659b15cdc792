"""The interaction model of one language: which sentences Alexa listens for, made out of `speech/xx/`.

Its shape: https://developer.amazon.com/en-US/docs/alexa/smapi/interaction-model-schema.html
Titles are AMAZON.SearchQuery, which takes any words: one such slot a sentence, no other slot beside it, and fixed
words around it. Bare titles and bare seasons are samples of the slot; they count after Dialog.ElicitSlot.
Where the fixed words may belong to the title ("get out") or to an answer ("the one from 1984"), the sentence has an
intent of its own, an opening: its name says what it began with, so that the whole of it can be heard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from channels.alexa.hearing import PLAIN
from channels.alexa.names import (
    CODE_SLOT,
    FOLLOWING,
    LINK,
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
    WORDS_SLOT,
    YEAR_SLOT,
    opening_intent,
)
from channels.alexa.phrases import fixed_words, pattern_of, slots_of
from channels.alexa.seasons import season_values
from intents import Cancel, Context
from intents.hearing import hear

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from channels.alexa.words import Words
    from intents import Intent
    from speech.saying import Speech

Json = dict[str, Any]

PHRASE: Final = "AMAZON.SearchQuery"
FOUR_DIGITS: Final = "AMAZON.FOUR_DIGIT_NUMBER"
SEASONS_TYPE: Final = "SEASONS"
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
#: What else an intent may be: Alexa ends the session with a request, so "cancel that" is no more than "cancel" to her.
_ALSO: Final[dict[str, tuple[Intent, ...]]] = {"AMAZON.CancelIntent": (Cancel(it=True),)}
OPTION_SLOTS: Final = {
    ORDINAL_SLOT: "AMAZON.Ordinal",
    NUMBER_SLOT: "AMAZON.NUMBER",
    YEAR_SLOT: FOUR_DIGITS,
}
#: What is asked for, by the intent that has it, and after what question.
ELICITED: Final = {
    REQUEST: (TITLE_SLOT, PHRASE, Context.NOTHING),
    SEASONS: (SEASONS_SLOT, SEASONS_TYPE, Context.SEASONS),
    LINK: (CODE_SLOT, FOUR_DIGITS, Context.CODE),
}


def language_model(words: Words, invocation_name: str) -> Json:
    """What all locales of a language have in common."""
    return {
        "invocationName": invocation_name,
        "intents": _without_repeats([*_built_in(words), *_openings(words), *_our_own(words)]),
        "types": [{"name": SEASONS_TYPE, "values": list(season_values(words))}],
    }


def interaction_model(language: Json, speech: Speech, locale: str) -> Json:
    """The whole model of a locale, as the console's JSON editor and `ask deploy` take it."""
    prompts = {name: _prompt(name, slot, speech, locale, asked) for name, (slot, _, asked) in ELICITED.items()}
    intents = [_dialog(name, slot, kind, prompts[name]["id"]) for name, (slot, kind, _) in ELICITED.items()]
    return {
        "interactionModel": {
            "languageModel": language,
            "dialog": {"delegationStrategy": "SKILL_RESPONSE", "intents": intents},
            "prompts": list(prompts.values()),
        }
    }


def _built_in(words: Words) -> Iterator[Json]:
    for name, source in BUILT_IN.items():
        lists = words.hears["phrases"], words.hears["lists"]
        templates = lists[0][source] if isinstance(source, str) else [one for name in source for one in lists[1][name]]
        yield {"name": name, "samples": _understood(words, name, templates)}


def _openings(words: Words) -> Iterator[Json]:
    samples: dict[str, list[str]] = {}
    for opening in words.samples("openings"):  # "si" and "sí" have one intent
        samples.setdefault(opening_intent(opening), []).append(f"{opening} {{{WORDS_SLOT}}}")
    for name, listed in samples.items():
        yield _intent(name, listed, [(WORDS_SLOT, PHRASE, [])])


def _our_own(words: Words) -> Iterator[Json]:
    select = words.hears["select"]
    yield _intent(REQUEST, _request_samples(words), [(TITLE_SLOT, PHRASE, words.samples("title"))])
    yield _intent(SEASONS, _season_samples(words), [(SEASONS_SLOT, SEASONS_TYPE, words.samples("seasons"))])
    yield _intent(LINK, _link_samples(words), [(CODE_SLOT, FOUR_DIGITS, words.samples("code"))])
    options = [
        sentence
        for sentence in words.spell([*select["position"], *select["years"]])
        if len(slots_of(sentence)) == 1 and slots_of(sentence)[0] in OPTION_SLOTS and fixed_words(sentence)
    ]
    yield _intent(OPTION, options, [(name, kind, []) for name, kind in OPTION_SLOTS.items()])
    for name, group in SEASON_GROUPS.items():
        yield _intent(name, _understood(words, name, words.hears["seasons"]["named"][group]), [])
    yield _intent(MOVIE, _understood(words, MOVIE, select["movie"]), [])
    yield _intent(SHOW, _understood(words, SHOW, select["tv"]), [])
    yield _intent(UNDO, _understood(words, UNDO, words.hears["phrases"]["undo"]), [])
    yield _intent(MINE, _understood(words, MINE, words.hears["questions"]["status"]), [])
    for name, listed in FOLLOWING.items():
        yield _intent(name, _understood(words, name, words.hears["following"][listed]), [])
    yield _intent(SLOWER, _understood(words, SLOWER, words.hears["phrases"].get("slower", [])), [])


def _intent(name: str, samples: Iterable[str], slots: list[tuple[str, str, list[str]]]) -> Json:
    listed = [{"name": slot, "type": kind, **({"samples": bare} if bare else {})} for slot, kind, bare in slots]
    return {"name": name, "slots": listed, "samples": list(samples)}


def _request_samples(words: Words) -> list[str]:
    """Those composed for Alexa, one by one and as templates; she takes "ask movie night to" off by herself."""
    spelled = [one for one in words.samples("carriers") if slots_of(one) == (TITLE_SLOT,)]
    return list(dict.fromkeys([*words.samples("request"), *spelled]))


def _season_samples(words: Words) -> list[str]:
    """Those that name the word: "just …" alone may begin a title. And "the second season", "the last two seasons"."""
    named = set(words.hears["lists"]["seasons"])
    bare = [one for one in words.samples("seasons") if named & set(fixed_words(one))]
    return list(dict.fromkeys([*bare, *words.samples("named_seasons")]))


def _link_samples(words: Words) -> list[str]:
    """Asking to be linked, and saying the code; without other words around it, a code is a title."""
    linking = words.hears["linking"]
    told = [one.replace("{title}", f"{{{CODE_SLOT}}}") for one in words.spell(linking["tells"])]
    return [*words.plain(linking["asks"]), *told]


def _without_repeats(intents: list[Json]) -> list[Json]:
    """The first intent that has a sentence keeps it, whatever its slot is called."""
    seen: set[str] = set()
    for intent in intents:
        intent["samples"] = [sample for sample in intent["samples"] if pattern_of(intent, sample) not in seen]
        seen.update(pattern_of(intent, sample) for sample in intent["samples"])
    return intents


def _understood(words: Words, intent: str, templates: Iterable[str]) -> list[str]:
    """Spelled out; what our own hearing takes for something else is left out ("series one" is a season)."""
    context = Context.SEASONS if intent in SEASON_GROUPS else Context.OFFER
    meant = {PLAIN[intent], *_ALSO.get(intent, ())}
    return [one for one in words.plain(templates) if hear(one, words.grammar, context, THIS_YEAR) in meant]


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


def _prompt(intent: str, slot: str, speech: Speech, locale: str, context: Context) -> Json:
    """What Alexa would ask by herself. She never does, since we ask; but a slot must have it."""
    variations = [{"type": "PlainText", "value": speech.word("reprompt", locale, context=context.value)}]
    return {"id": f"Elicit.Slot.{intent}.{slot}", "variations": variations}
