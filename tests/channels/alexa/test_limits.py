"""Every model within what Amazon's documentation allows, as far as that can be told without an account.

https://developer.amazon.com/en-US/docs/alexa/custom-skills/create-intents-utterances-and-slots.html
https://developer.amazon.com/en-US/docs/alexa/smapi/interaction-model-schema.html
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from channels.alexa.matching import Samples
from channels.alexa.model import PHRASE, SEASONS_TYPE
from channels.alexa.names import LINK, OPTION, REQUEST, SEASON_GROUPS, SEASONS, WORDS_SLOT, opening_of
from channels.alexa.package import MODELS
from channels.alexa.phrases import pattern_of
from tests.channels.alexa.models import (
    LANGUAGES,
    LISTINGS,
    LOCALES,
    Json,
    files,
    grammar,
    model,
    model_of,
    said_seasons,
    samples,
    words,
)

BUILT_IN_NEEDED = {"AMAZON.HelpIntent", "AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"}
BUILT_IN_HEARD = {
    f"AMAZON.{name}Intent" for name in ("Yes", "No", "Next", "Previous", "Repeat", "StartOver", "Fallback")
}
#: Slot types of Amazon's that every locale of ours has:
#: https://developer.amazon.com/en-US/docs/alexa/custom-skills/slot-type-reference.html
AMAZONS_TYPES = {PHRASE, "AMAZON.NUMBER", "AMAZON.Ordinal", "AMAZON.FOUR_DIGIT_NUMBER"}
#: Letters beyond a to z that a sentence of the language may be made of; another one is a slip.
LETTERS = {
    "de": "äöüß",
    "es": "áéíóúüñ",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "it": "àèéìíîòóùú",
    "nl": "áéèëïíóöüúç",
    "pt": "áâãàçéêíóôõúü",
}
SLOT = re.compile(r"\{(\w+)\}")
LONGEST_SAMPLE, LONGEST_VALUE, LONGEST_NAME = 200, 140, 50
MOST_INTENTS, MOST_SAMPLES, MOST_VALUES, MOST_BYTES = 250, 5_000, 50_000, 1_500_000


def kinds(intent: Json) -> dict[str, str]:
    return {slot["name"]: slot["type"] for slot in intent.get("slots", [])}


def bare(intent: Json) -> list[str]:
    return [sample for slot in intent.get("slots", []) for sample in slot.get("samples", [])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_are_of_allowed_characters(language: str) -> None:
    allowed = re.compile(rf"(?:[a-z{LETTERS.get(language, '')} '.-]|\{{[a-z]+\}})+")
    said = [sample for _, sample in samples(language)] + [
        sample for intent in model_of(language)["intents"] for sample in bare(intent)
    ]
    assert [sample for sample in said if not allowed.fullmatch(sample) or len(sample) > LONGEST_SAMPLE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_is_not_too_large(language: str) -> None:
    intents = model_of(language)["intents"]
    said = said_seasons(language)
    assert len(intents) <= MOST_INTENTS
    assert sum(len(intent["samples"]) for intent in intents) <= MOST_SAMPLES
    assert len(said) <= MOST_VALUES
    assert max(map(len, said)) <= LONGEST_VALUE


@pytest.mark.parametrize("locale", LOCALES)
def test_a_file_is_not_too_large(locale: str) -> None:
    assert len(files()[MODELS / f"{locale}.json"].encode()) <= MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_of_letters_and_none_is_given_twice(language: str) -> None:
    intents = model_of(language)["intents"]
    names = [intent["name"] for intent in intents]
    slots = {name for intent in intents for name in kinds(intent)}
    assert [name for name in names if not re.fullmatch(r"AMAZON\.[A-Za-z]+|[A-Za-z_]+", name)] == []
    assert [name for name in slots if not re.fullmatch(r"[a-z_]+", name)] == []
    assert max(map(len, names)) <= LONGEST_NAME
    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_amazons_names_are_used_for_amazons_own_alone(language: str) -> None:
    own = {REQUEST, SEASONS, OPTION, *SEASON_GROUPS}
    names = {intent["name"] for intent in model_of(language)["intents"]}
    assert names >= BUILT_IN_NEEDED | BUILT_IN_HEARD | own
    assert {name for name in names if name.startswith("AMAZON.")} == BUILT_IN_NEEDED | BUILT_IN_HEARD
    assert {kind["name"] for kind in model_of(language)["types"]} == {SEASONS_TYPE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sample_stands_in_two_intents_or_twice_in_one(language: str) -> None:
    counted = Counter(pattern_of(intent, sample) for intent, sample in samples(language))
    assert [sample for sample, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sample_has_words_around_its_slots(language: str) -> None:
    assert [sample for _, sample in samples(language) if not SLOT.sub("", sample).strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_slot_stands_alone(language: str) -> None:
    for intent, sample in samples(language):
        slots = SLOT.findall(sample)
        assert len(slots) == 1 or PHRASE not in {kinds(intent)[slot] for slot in slots}, sample
        assert len(slots) == len(set(slots)), sample


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slot_stands_between_spaces(language: str) -> None:
    said = [sample for _, sample in samples(language)]
    assert [sample for sample in said if re.search(r"[^ ]\{|\}[^ ]", sample)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_name_only_slots_that_there_are(language: str) -> None:
    intents = model_of(language)["intents"]
    for intent in intents:
        for sample in [*intent["samples"], *bare(intent)]:
            assert set(SLOT.findall(sample)) <= set(kinds(intent)), sample
    assert {kind for intent in intents for kind in kinds(intent).values()} == AMAZONS_TYPES | {SEASONS_TYPE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_of_our_own_is_taught(language: str) -> None:
    untaught = [each["name"] for each in model_of(language)["intents"] if not each["samples"]]
    known = {f"AMAZON.{name}Intent" for name in ("Stop", "NavigateHome", "StartOver", "Fallback")}  # by Amazon
    assert set(untaught) <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_bare_answers_are_samples_of_the_slot(language: str) -> None:
    intents = {intent["name"]: intent for intent in model_of(language)["intents"]}
    assert "{title}" in intents[REQUEST]["slots"][0]["samples"]
    assert "{seasons}" in intents[SEASONS]["slots"][0]["samples"]
    assert len(bare(intents[REQUEST])) >= 4
    assert any(sample.startswith("{seasons} ") for sample in intents[SEASONS]["samples"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_openings_have_an_intent_each(language: str) -> None:
    opened = [intent for intent in model_of(language)["intents"] if WORDS_SLOT in kinds(intent)]
    assert len(opened) >= 10
    assert all(opening_of(intent["name"]) for intent in opened)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_elicited_is_in_the_dialog(locale: str) -> None:
    whole = model(locale)
    dialogs = {intent["name"]: intent for intent in whole["dialog"]["intents"]}
    assert set(dialogs) == {REQUEST, SEASONS, LINK}
    prompts = {prompt["id"]: prompt["variations"] for prompt in whole["prompts"]}
    for intent in dialogs.values():
        (slot,) = intent["slots"]
        assert slot["elicitationRequired"]
        assert all(said["value"] for said in prompts[slot["prompts"]["elicitation"]])
        named = next(each for each in whole["languageModel"]["intents"] if each["name"] == intent["name"])
        assert {slot["name"]: slot["type"]} == kinds(named)


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_of_a_slot_type_are_told_apart(language: str) -> None:
    (seasons,) = model_of(language)["types"]
    assert [way for way, count in Counter(said_seasons(language)).items() if count > 1] == []
    assert len({value["id"] for value in seasons["values"]}) == len(seasons["values"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_listing_says_one_may_say_fits_the_model(language: str) -> None:
    shown = LISTINGS[language]
    known = Samples(model_of(language), grammar(language))
    for phrase in shown.examples[1:]:
        request = phrase.split(shown.invocation_name, 1)[1].strip(" ,")
        sent = {each.intent for each in known.requests(request)}
        assert sent == {REQUEST} or all(map(opening_of, sent)), phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_invocation_name_is_shed_where_it_is_heard(language: str) -> None:
    assert LISTINGS[language].invocation_name in words(language).plain(["<app>"])
