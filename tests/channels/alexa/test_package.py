"""The skill package: up to date, and taken by Amazon's own models."""

from __future__ import annotations

import json
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from channels.alexa.package import (
    FREE_TEXT,
    MODELS,
    NO_ENDPOINT,
    ROOT,
    checked_endpoint,
    differing,
    main,
    manifest,
    open_listings,
    packaged,
    write,
    zipped,
)
from channels.alexa.store import PackageError, listed, listing
from speech.hearing import languages
from speech.saying import open_speech
from tests.channels.alexa.models import LANGUAGES, LISTINGS, LOCALES, files, model

MANIFEST: dict[str, Any] = manifest(LISTINGS, "https://box.example.net/alexa")["manifest"]


def test_the_files_are_what_speech_says() -> None:
    assert differing(files(), ROOT) == [], "run script/skill-package"


def test_whatever_is_heard_and_said_is_packaged() -> None:
    assert packaged() == LANGUAGES == tuple(sorted({*languages()} & {*open_speech().languages}))


def test_every_locale_has_a_model_and_a_listing() -> None:
    assert tuple(sorted(path.stem for path in files() if path.parent == MODELS)) == LOCALES
    assert tuple(sorted(MANIFEST["publishingInformation"]["locales"])) == LOCALES


def test_the_locales_that_amazon_has_for_each_language() -> None:
    english = ("en-US", "en-GB", "en-AU", "en-CA", "en-IN")
    assert {code: listing(code).locales for code in listed()} == {
        "de": ("de-DE",),
        "en": english,
        "es": ("es-ES", "es-MX", "es-US"),
        "fr": ("fr-FR", "fr-CA"),
        "it": ("it-IT",),
        "nl": ("nl-NL",),
        "pt": ("pt-BR",),
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_amazons_models_lose_nothing_of_a_model(locale: str) -> None:
    pytest.importorskip("ask_smapi_model")
    from ask_sdk_core.serialize import DefaultSerializer
    from ask_smapi_model.v1.skill.interaction_model import InteractionModelData

    models, text = DefaultSerializer(), files()[MODELS / f"{locale}.json"]
    assert models.serialize(models.deserialize(text, InteractionModelData)) == json.loads(text)


def test_amazons_models_lose_nothing_of_the_manifest() -> None:
    pytest.importorskip("ask_smapi_model")
    from ask_sdk_core.serialize import DefaultSerializer
    from ask_smapi_model.v1.skill.manifest import SkillManifestEnvelope

    models, text = DefaultSerializer(), files()[Path("skill-package/skill.json")]
    assert models.serialize(models.deserialize(text, SkillManifestEnvelope)) == json.loads(text)


def test_only_a_skill_that_is_to_notify_asks_for_the_permission() -> None:
    pytest.importorskip("ask_smapi_model")
    from ask_sdk_core.serialize import DefaultSerializer
    from ask_smapi_model.v1.skill.manifest import SkillManifestEnvelope

    asks, asks_not = (manifest(open_listings({}), NO_ENDPOINT, notifies=notifies) for notifies in (True, False))
    assert asks["manifest"]["permissions"] == [{"name": "alexa::devices:all:notifications:write"}]
    assert asks["manifest"]["events"] == {"publications": [{"eventName": "AMAZON.MediaContent.Available"}]}
    models = DefaultSerializer()
    assert models.serialize(models.deserialize(json.dumps(asks), SkillManifestEnvelope)) == asks
    assert asks_not["manifest"]["permissions"] == []
    assert "events" not in asks_not["manifest"]


@pytest.mark.parametrize("language", listed())
def test_a_listing_is_within_amazons_limits(language: str) -> None:
    shown = listing(language).shown
    assert 2 <= len(shown["name"]) <= 50
    assert len(shown["summary"]) <= 160
    assert len(shown["description"]) <= 4000
    assert len(shown["examplePhrases"]) == 3
    assert all(len(phrase) <= 200 for phrase in shown["examplePhrases"])
    assert len(shown["keywords"]) <= 30
    assert sum(map(len, shown["keywords"])) <= 150


@pytest.mark.parametrize(
    ("given", "called"),
    [
        ("https://box.example.net", "https://box.example.net/alexa"),
        ("https://box.example.net/", "https://box.example.net/alexa"),
        ("https://box.example.net:443/movies/alexa", "https://box.example.net:443/movies/alexa"),
        ("https://box.example.net/alexa/", "https://box.example.net/alexa"),
        ("https://kino.müller.example", "https://kino.müller.example/alexa"),
    ],
)
def test_the_owners_address_goes_into_the_manifest(given: str, called: str) -> None:
    told = manifest(LISTINGS, checked_endpoint(given))["manifest"]
    assert told["apis"]["custom"]["endpoint"] == {"uri": called, "sslCertificateType": "Trusted"}


@pytest.mark.parametrize(
    "address",
    ["http://box.example.net", "https://box:8443/alexa", "box.example.net", "https:///alexa", ""],
)
def test_an_address_that_amazon_cannot_call_is_refused(address: str) -> None:
    with pytest.raises(PackageError, match="port 443"):
        checked_endpoint(address)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://box:99999999/", "cannot be read"),
        ("https://[box/", "cannot be read"),
        ("https://box.example.net/voice", "must end in /alexa"),
        ("https://box.example.net/alexas", "must end in /alexa"),
        ("https://box.example.net/Alexa", "must end in /alexa"),
        ("https://box.example.net/alexa?key=1", "without a login"),
        ("https://box.example.net/alexa#here", "without a login"),
        ("https://ann:secret@box.example.net/alexa", "without a login"),
        ("https://box/alexa", "public name"),
        ("https://192.168.1.10/alexa", "public name"),
        ("https://[::1]/alexa", "public name"),
        ("https://nas.local/alexa", "public name"),
    ],
)
def test_an_address_that_would_not_lead_to_us_is_refused(address: str, told: str) -> None:
    with pytest.raises(PackageError, match=told):
        checked_endpoint(address)


def test_the_zip_holds_the_skill_as_amazons_models_read_it() -> None:
    pytest.importorskip("ask_smapi_model")
    from ask_sdk_core.serialize import DefaultSerializer
    from ask_smapi_model.v1.skill.interaction_model import InteractionModelData
    from ask_smapi_model.v1.skill.manifest import SkillManifestEnvelope

    with ZipFile(BytesIO(zipped(files()))) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert json.loads(texts.pop("ask-resources.json"))["profiles"]["default"]["skillMetadata"]["src"]
    shown = DefaultSerializer().deserialize(texts.pop("skill-package/skill.json"), SkillManifestEnvelope)
    assert tuple(sorted(shown.manifest.publishing_information.locales)) == LOCALES
    assert sorted(texts) == [f"{MODELS.as_posix()}/{locale}.json" for locale in LOCALES]
    english = DefaultSerializer().deserialize(texts[f"{MODELS.as_posix()}/en-US.json"], InteractionModelData)
    assert english.interaction_model.language_model.invocation_name == "movie night"


def test_the_same_skill_makes_the_same_zip() -> None:
    assert zipped(files()) == zipped(files())


def test_a_zip_without_an_address_is_of_no_use(tmp_path: Path) -> None:
    assert "--endpoint" in (main(["--zip", str(tmp_path / "skill.zip")]) or "")
    assert not (tmp_path / "skill.zip").exists()


def test_the_skill_may_draw_on_screens() -> None:
    assert MANIFEST["apis"]["custom"]["interfaces"] == [{"type": "ALEXA_PRESENTATION_APL"}]


@pytest.mark.parametrize("language", listed())
def test_the_default_names_keep_the_rules(language: str) -> None:
    shown = listing(language)
    assert shown.invocation_name == " ".join(shown.texts["invocation"]["default"].split())
    assert all(shown.invocation_name in phrase for phrase in shown.examples)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_model_is_opened_by_the_name_that_the_listing_tells(locale: str) -> None:
    opened = MANIFEST["publishingInformation"]["locales"][locale]["examplePhrases"][0]
    assert opened.endswith(model(locale)["languageModel"]["invocationName"])


def test_another_invocation_name() -> None:
    assert open_listings({"": "film club"})["en"].examples[0] == "Alexa, open film club"
    assert open_listings({"en": "film club"})["en"].invocation_name == "film club"


@pytest.mark.parametrize(
    ("language", "name"),
    [
        *(("en", name) for name in ("movies", "Movie Night", "movie 2 night", "open movies", "alexa movies", "")),
        *(("en", name) for name in ("the movies", "my movies", "movies for us", "movies, movies")),
        *(("de", name) for name in ("Filmabend", "öffne filme", "mein filmabend", "filme und serien")),
        *(("fr", name) for name in ("cinéma", "le cinéma", "soirée de cinéma", "demande cinéma")),
        *(("es", name) for name in ("cine", "noche de cine", "mi cine", "abre cine")),
        *(("it", name) for name in ("cinema", "il cinema", "serata di cinema", "apri cinema")),
        *(("nl", name) for name in ("filmavond", "de film", "avondje met film", "vraag film")),
        *(("pt", name) for name in ("cinema", "o cinema", "noite de cinema", "abrir cinema")),
    ],
)
def test_an_invocation_name_that_amazon_refuses(language: str, name: str) -> None:
    with pytest.raises(PackageError, match="will not do"):
        listing(language, name)


@pytest.mark.parametrize(
    ("language", "name"), [("de", "filmabend"), ("en", "sam's movies"), ("fr", "ciné club"), ("pt", "sessão pipoca")]
)
def test_a_name_that_amazon_takes(language: str, name: str) -> None:
    assert listing(language, name).invocation_name == name


def test_a_name_for_a_language_that_is_not_packaged() -> None:
    with pytest.raises(PackageError, match="No skill in xx"):
        open_listings({"xx": "film club"})


def test_drift_is_found(tmp_path: Path) -> None:
    write(files(), tmp_path)
    assert differing(files(), tmp_path) == []
    (tmp_path / MODELS / "en-US.json").write_text("{}")
    (tmp_path / MODELS / "xx-XX.json").write_text("{}")
    (tmp_path / FREE_TEXT / "xx.txt").write_text("")
    assert sorted(path.name for path in differing(files(), tmp_path)) == ["en-US.json", "xx-XX.json", "xx.txt"]


def test_the_command_says_what_will_not_do(tmp_path: Path) -> None:
    assert "port 443" in (main(["--to", str(tmp_path), "--endpoint", "http://x"]) or "")
    assert "open may not" in (main(["--to", str(tmp_path), "--invocation-name", "en=open movies"]) or "")
    assert "No skill in 'xx-XX'" in (main(["--unmatched", "xx-XX"]) or "")


def test_the_command_prints_what_fits_no_sample(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--unmatched", "en-GB"]) is None
    assert capsys.readouterr().out == files()[FREE_TEXT / "en.txt"]


def test_the_command_tells_how_it_is_used() -> None:
    told = subprocess.run([ROOT / "script" / "skill-package", "--help"], capture_output=True, text=True, check=True)
    assert "--endpoint" in told.stdout
