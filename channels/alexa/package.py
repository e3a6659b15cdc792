"""The files of the Alexa skill: written by `script/skill-package`, never by hand."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from channels.alexa.model import interaction_model, language_model
from channels.alexa.store import Listing, PackageError, listed, listing
from channels.alexa.unmatched import unmatched
from channels.alexa.words import Words
from speech.hearing import languages
from speech.saying import open_speech

ROOT: Final = Path(__file__).parents[2]
#: Stands in the files until an owner gives an address.
NO_ENDPOINT: Final = "https://overtalkerr.example.com/alexa"
MODELS: Final = Path("skill-package/interactionModels/custom")
#: What no sample fits, a file a language.
FREE_TEXT: Final = Path("docs/alexa-free-text")
FOLDERS: Final = {MODELS: "*.json", FREE_TEXT: "*.txt"}  # where a file that is not ours is drift
#: The language whose texts Amazon's own testers read.
TESTED_IN: Final = "en"

Files = Mapping[Path, str]


def packaged() -> tuple[str, ...]:
    """The languages that are heard, said, and described to Amazon."""
    return tuple(sorted({*languages()}.intersection(open_speech().languages, listed())))


def package(endpoint: str = NO_ENDPOINT, names: Mapping[str, str] | None = None, *, notifies: bool = False) -> Files:
    """Every file, by its path under the root. Raises PackageError for an address or name that Amazon refuses.

    `names` are invocation names by language; that of "" is for all that are not named. One that `notifies` asks for
    the permission to.
    """
    uri, speech, listings = checked_endpoint(endpoint), open_speech(), open_listings(names or {})
    profile = {"skillMetadata": {"src": "./skill-package"}}
    files = {
        Path("ask-resources.json"): _json({"askcliResourcesVersion": "2020-03-31", "profiles": {"default": profile}}),
        Path("skill-package/skill.json"): _json(manifest(listings, uri, notifies=notifies)),
    }
    for code, shown in listings.items():
        words = Words.of(code)
        model = language_model(words, shown.invocation_name)
        files |= {MODELS / f"{at}.json": _json(interaction_model(model, speech, at)) for at in shown.locales}
        files[FREE_TEXT / f"{code}.txt"] = unmatched(words, model)
    return files


def open_listings(names: Mapping[str, str]) -> dict[str, Listing]:
    """How the skill is listed in each language that is packaged. Raises PackageError for a name, or one for nobody."""
    codes = packaged()
    if strangers := set(names) - {"", *codes}:
        raise PackageError(f"No skill in {', '.join(sorted(strangers))} is packaged; there are {', '.join(codes)}.")
    return {code: listing(code, names.get(code, names.get(""))) for code in codes}


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def manifest(listings: Mapping[str, Listing], endpoint: str, *, notifies: bool = False) -> dict[str, Any]:
    """skill.json: https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html"""
    events = {"events": {"publications": [{"eventName": "AMAZON.MediaContent.Available"}]}} if notifies else {}
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": {
                "locales": {locale: shown.shown for shown in listings.values() for locale in shown.locales},
                "isAvailableWorldwide": True,
                "distributionCountries": [],
                "category": "MOVIE_INFO_AND_REVIEWS",
                "testingInstructions": listings[TESTED_IN].texts["testing"],
            },
            "apis": {"custom": {"endpoint": {"uri": endpoint, "sslCertificateType": "Trusted"}, "interfaces": []}},
            "permissions": [{"name": "alexa::devices:all:notifications:write"}] if notifies else [],
            **events,
            "privacyAndCompliance": {
                "allowsPurchases": False,
                "usesPersonalInfo": False,
                "isChildDirected": False,
                "isExportCompliant": True,
                "containsAds": False,
            },
        }
    }


def checked_endpoint(endpoint: str) -> str:
    """The address that Amazon calls; a bare host gets our path. Raises PackageError."""
    refused = PackageError(f"{endpoint!r} will not do: Amazon calls https:// addresses on port 443 only.")
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        raise refused from None
    if parts.scheme != "https" or not parts.hostname or port not in {None, 443} or parts.query:
        raise refused
    return endpoint if parts.path.rstrip("/") else f"https://{parts.netloc}/alexa"


def differing(files: Files, root: Path) -> list[Path]:
    """Which files under `root` are missing, changed, or not ours."""
    wrong = [path for path, text in files.items() if _read(root / path) != text]
    there = {path.relative_to(root) for folder, names in FOLDERS.items() for path in (root / folder).glob(names)}
    return wrong + sorted(there - files.keys())


def write(files: Files, root: Path) -> None:
    """Write them all."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main(arguments: list[str] | None = None) -> str | None:
    """What `script/skill-package` does; a text when it failed."""
    asked = _parser().parse_args(arguments)
    if asked.unmatched:
        return _show(asked.unmatched)
    try:
        names = dict(map(_named, asked.invocation_name))
        files = package(asked.endpoint, names, notifies=asked.notifications)
    except PackageError as problem:
        return str(problem)
    if not asked.check:
        write(files, asked.to)
        sys.stdout.write(
            f"Wrote {len(files)} files to {asked.to / 'skill-package'} and {FREE_TEXT}; ask-resources.json beside.\n"
        )
        return None
    wrong = differing(files, asked.to)
    if wrong:
        return f"Not what speech/ says: {', '.join(map(str, wrong))}. Run script/skill-package."
    return None


def _named(given: str) -> tuple[str, str]:
    """ "de=filmclub" is for German, "film club" for all."""
    language, _, name = given.rpartition("=")
    return language, name


def _show(locale: str) -> str | None:
    """Print what fits no sample; a text where the locale is not ours."""
    code = locale.split("-", maxsplit=1)[0].lower()
    if code not in packaged():
        return f"No skill in {locale!r} is packaged; there are {', '.join(packaged())}."
    words = Words.of(code)
    sys.stdout.write(unmatched(words, language_model(words, "")))
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="script/skill-package",
        description="Write the Alexa skill (skill-package/, ask-resources.json) from speech/.",
    )
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the files differ")
    parser.add_argument(
        "--endpoint",
        default=NO_ENDPOINT,
        metavar="URL",
        help="the https address of your /alexa (default: a placeholder)",
    )
    parser.add_argument(
        "--invocation-name",
        action="append",
        default=[],
        metavar="[LANGUAGE=]WORDS",
        help='what the skill is opened with, in all languages or in one (default: "movie night" and its like)',
    )
    parser.add_argument(
        "--notifications", action="store_true", help="ask for the permission to notify; see docs/notices.md"
    )
    parser.add_argument("--unmatched", metavar="LOCALE", help="write nothing; print which examples fit no sample")
    parser.add_argument(
        "--to", type=Path, default=ROOT, metavar="FOLDER", help="where to write (default: this repository)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
