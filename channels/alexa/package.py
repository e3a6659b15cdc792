"""The files of the Alexa skill: written by `script/skill-package`, never by hand."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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
#: Where we listen to Alexa.
PATH: Final = "/alexa"
#: A host that can have a certificate of a public authority, and names that are looked up at home alone.
_PUBLIC: Final = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+")
_HOME: Final = (".local", ".lan", ".home", ".internal", ".localhost", ".home.arpa")
#: The oldest date that a zip can hold.
OLDEST: Final = (1980, 1, 1, 0, 0, 0)
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
            "apis": {
                "custom": {
                    "endpoint": {"uri": endpoint, "sslCertificateType": "Trusted"},
                    "interfaces": [{"type": "ALEXA_PRESENTATION_APL"}],
                }
            },
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
    """The address that Amazon calls; a bare host gets our path. Raises PackageError, which says what is wrong."""
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        raise _refusal(endpoint, "it cannot be read as an address") from None
    if parts.scheme != "https" or not parts.hostname or port not in {None, 443}:
        raise _refusal(endpoint, "Amazon calls https:// addresses on port 443 only")
    if not _PUBLIC.fullmatch(parts.hostname) or parts.hostname.endswith(_HOME):
        raise _refusal(endpoint, "Amazon has to find the host by a public name, such as box.example.net")
    if parts.query or parts.fragment or "@" in parts.netloc:
        raise _refusal(endpoint, "it must be plain, without a login and without ? or #")
    path = parts.path.rstrip("/") or PATH
    if not path.endswith(PATH):
        raise _refusal(endpoint, f"it must end in {PATH}, where Overtalkerr listens to Alexa")
    return f"https://{parts.netloc}{path}"


def _refusal(endpoint: str, reason: str) -> PackageError:
    return PackageError(f"{endpoint!r} will not do: {reason}.")


def zipped(files: Files) -> bytes:
    """What `ask deploy` takes, in a zip to be unpacked anywhere. The same files make the same bytes."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in sorted(path for path in files if FREE_TEXT not in path.parents):
            entry = ZipInfo(path.as_posix(), OLDEST)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, files[path])
    return packed.getvalue()


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
    if asked.zip and asked.endpoint == NO_ENDPOINT:
        return "--zip needs --endpoint https://YOUR-ADDRESS as well: it stands in the manifest that Amazon reads."
    try:
        names = dict(map(_named, asked.invocation_name))
        files = package(asked.endpoint, names, notifies=asked.notifications)
    except PackageError as problem:
        return str(problem)
    if asked.zip:
        asked.zip.write_bytes(zipped(files))
        sys.stdout.write(f"Wrote {asked.zip}, for {checked_endpoint(asked.endpoint)}.\n")
        return None
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
        "--zip",
        nargs="?",
        type=Path,
        const=Path("alexa-skill.zip"),
        metavar="FILE",
        help="write a zip for `ask deploy` and nothing else (default: alexa-skill.zip)",
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
