"""The skill package: up to date, within Amazon's limits, and taken by Amazon's own models."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from channels.alexa.names import OPTION, REQUEST, SEASON_GROUPS, SEASONS
from channels.alexa.package import MODELS, ROOT, PackageError, differing, main, package

LOCALES = ["en-AU", "en-CA", "en-GB", "en-IN", "en-US"]
BUILT_IN_NEEDED = {"AMAZON.HelpIntent", "AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"}
BUILT_IN_HEARD = {f"AMAZON.{name}Intent" for name in ("Yes", "No", "Next", "Previous", "Repeat", "Fallback")}
PHRASE_SLOTS = {"AMAZON.SearchQuery"}
SLOT_TYPES = PHRASE_SLOTS | {"AMAZON.NUMBER", "AMAZON.Ordinal", "AMAZON.FOUR_DIGIT_NUMBER", "SEASONS"}
SLOT = re.compile(r"\{(\w+)\}")

Json = dict[str, Any]

FILES = package()
MANIFEST: Json = json.loads(FILES[Path("skill-package/skill.json")])["manifest"]
MODEL: Json = json.loads(FILES[MODELS / "en-US.json"])["interactionModel"]
INTENTS: list[Json] = MODEL["languageModel"]["intents"]


def samples() -> Iterator[tuple[Json, str]]:
    for intent in INTENTS:
        for sample in intent["samples"]:
            yield intent, sample


def kind_of(intent: Json, slot: str) -> object:
    return {each["name"]: each["type"] for each in intent["slots"]}[slot]


def test_the_files_are_what_speech_says() -> None:
    assert differing(FILES, ROOT) == [], "run script/skill-package"


def test_every_english_locale_has_the_same_model() -> None:
    assert sorted(path.stem for path in FILES if path.parent == MODELS) == LOCALES
    assert len({FILES[MODELS / f"{locale}.json"] for locale in LOCALES}) == 1
    assert sorted(MANIFEST["publishingInformation"]["locales"]) == LOCALES


def test_samples_are_of_allowed_characters() -> None:
    odd = [sample for _, sample in samples() if not re.fullmatch(r"[a-z' .{}_-]+", sample)]
    assert odd == []


def test_no_sample_stands_in_two_intents_or_twice_in_one() -> None:
    assert [sample for sample, count in Counter(sample for _, sample in samples()).items() if count > 1] == []


def test_every_sample_has_fixed_words() -> None:
    assert [sample for _, sample in samples() if not SLOT.sub("", sample).strip()] == []


def test_a_phrase_slot_stands_alone() -> None:
    crowded = [
        sample
        for intent, sample in samples()
        if len(SLOT.findall(sample)) > 1 and PHRASE_SLOTS & {kind_of(intent, slot) for slot in SLOT.findall(sample)}
    ]
    assert crowded == []


def test_samples_name_only_slots_that_there_are() -> None:
    for intent, sample in samples():
        assert set(SLOT.findall(sample)) <= {slot["name"] for slot in intent.get("slots", [])}, sample
    assert {slot["type"] for intent in INTENTS for slot in intent.get("slots", [])} == SLOT_TYPES


def test_bare_answers_are_samples_of_the_slot() -> None:
    intents = {intent["name"]: intent for intent in INTENTS}
    assert {"{title}", "the movie {title}"} <= set(intents[REQUEST]["slots"][0]["samples"])
    assert "{seasons}" in intents[SEASONS]["slots"][0]["samples"]


def test_what_is_elicited_is_in_the_dialog() -> None:
    dialogs = {intent["name"]: intent for intent in MODEL["dialog"]["intents"]}
    assert set(dialogs) == {REQUEST, SEASONS}
    prompts = {prompt["id"] for prompt in MODEL["prompts"]}
    for intent in dialogs.values():
        (slot,) = intent["slots"]
        assert slot["elicitationRequired"]
        assert slot["prompts"]["elicitation"] in prompts
        assert {slot["name"]: slot["type"]} == {
            each["name"]: each["type"] for each in next(i for i in INTENTS if i["name"] == intent["name"])["slots"]
        }


def test_the_built_in_intents_are_there() -> None:
    names = [intent["name"] for intent in INTENTS]
    assert set(names) >= BUILT_IN_NEEDED | BUILT_IN_HEARD | {REQUEST, SEASONS, OPTION, *SEASON_GROUPS}
    assert len(names) == len(set(names))


def test_values_of_a_slot_type_are_told_apart() -> None:
    (seasons,) = MODEL["languageModel"]["types"]
    said = [way for value in seasons["values"] for way in (value["name"]["value"], *value["name"]["synonyms"])]
    assert [way for way, count in Counter(said).items() if count > 1] == []
    assert len({value["id"] for value in seasons["values"]}) == len(seasons["values"])


def test_amazons_models_lose_nothing_of_the_files() -> None:
    pytest.importorskip("ask_smapi_model")
    from ask_sdk_core.serialize import DefaultSerializer
    from ask_smapi_model.v1.skill.interaction_model import InteractionModelData
    from ask_smapi_model.v1.skill.manifest import SkillManifestEnvelope

    models = DefaultSerializer()
    for path, kind in [
        (Path("skill-package/skill.json"), SkillManifestEnvelope),
        (MODELS / "en-US.json", InteractionModelData),
    ]:
        assert models.serialize(models.deserialize(FILES[path], kind)) == json.loads(FILES[path])


def test_the_listing_is_within_amazons_limits() -> None:
    for listing in MANIFEST["publishingInformation"]["locales"].values():
        assert 2 <= len(listing["name"]) <= 50
        assert len(listing["summary"]) <= 160
        assert len(listing["description"]) <= 4000
        assert 1 <= len(listing["examplePhrases"]) <= 3
        assert listing["examplePhrases"][0] == "Alexa, open movie night"


@pytest.mark.parametrize(
    ("given", "called"),
    [
        ("https://box.example.net", "https://box.example.net/alexa"),
        ("https://box.example.net/", "https://box.example.net/alexa"),
        ("https://box.example.net:443/movies/alexa", "https://box.example.net:443/movies/alexa"),
    ],
)
def test_the_owners_address_goes_into_the_manifest(given: str, called: str) -> None:
    manifest = json.loads(package(given)[Path("skill-package/skill.json")])["manifest"]
    assert manifest["apis"]["custom"]["endpoint"] == {"uri": called, "sslCertificateType": "Trusted"}


@pytest.mark.parametrize(
    "address",
    ["http://box.example.net", "https://box:8443/alexa", "box.example.net", "https://box:99999999/", "https:///alexa"],
)
def test_an_address_that_amazon_cannot_call_is_refused(address: str) -> None:
    with pytest.raises(PackageError, match="port 443"):
        package(address)


def test_another_invocation_name() -> None:
    files = package(invocation_name="film club")
    assert (
        json.loads(files[MODELS / "en-GB.json"])["interactionModel"]["languageModel"]["invocationName"] == "film club"
    )
    assert "open film club" in files[Path("skill-package/skill.json")]


@pytest.mark.parametrize(
    "name", ["movies", "Movie Night", "movie 2 night", "open movies", "alexa movies", "the movies", "movies for us", ""]
)
def test_an_invocation_name_that_amazon_refuses(name: str) -> None:
    with pytest.raises(PackageError, match="will not do"):
        package(invocation_name=name)


def test_drift_is_found(tmp_path: Path) -> None:
    assert main(["--to", str(tmp_path)]) is None
    assert main(["--to", str(tmp_path), "--check"]) is None
    (tmp_path / MODELS / "en-US.json").write_text("{}")
    (tmp_path / MODELS / "xx-XX.json").write_text("{}")
    told = main(["--to", str(tmp_path), "--check"]) or ""
    assert "en-US.json" in told
    assert "xx-XX.json" in told
    assert main(["--to", str(tmp_path), "--endpoint", "http://x"])


def test_the_command_tells_how_it_is_used() -> None:
    told = subprocess.run([ROOT / "script" / "skill-package", "--help"], capture_output=True, text=True, check=True)
    assert "--endpoint" in told.stdout
