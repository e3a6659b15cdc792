"""The files of the Alexa skill: written by `script/skill-package`, never by hand."""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from channels.alexa.model import interaction_model

ROOT: Final = Path(__file__).parents[2]
STORE: Final = Path(__file__).with_name("store.toml")
#: Stands in the files until an owner gives an address.
NO_ENDPOINT: Final = "https://overtalkerr.example.com/alexa"
MODELS: Final = Path("skill-package/interactionModels/custom")
_NAME: Final = re.compile(r"[a-z][a-z'.]*( [a-z][a-z'.]*)+")

Files = Mapping[Path, str]


class PackageError(Exception):
    """What was asked for cannot be packaged. The text is for whoever typed it."""


def package(endpoint: str = NO_ENDPOINT, invocation_name: str | None = None) -> Files:
    """Every file, by its path under the root. Raises PackageError for an address or name that Amazon refuses."""
    store: Mapping[str, Any] = tomllib.loads(STORE.read_text(encoding="utf-8"))
    uri = checked_endpoint(endpoint)
    names = {code: checked_name(invocation_name, texts["invocation"]) for code, texts in store.items()}
    profile = {"skillMetadata": {"src": "./skill-package"}}
    files = {
        Path("ask-resources.json"): {"askcliResourcesVersion": "2020-03-31", "profiles": {"default": profile}},
        Path("skill-package/skill.json"): manifest(store, uri, names),
    }
    for code, texts in store.items():
        model = interaction_model(code, names[code])
        files |= {MODELS / f"{locale}.json": model for locale in texts["locales"]}
    return {path: json.dumps(content, indent=2, ensure_ascii=False) + "\n" for path, content in files.items()}


def manifest(store: Mapping[str, Any], endpoint: str, names: Mapping[str, str]) -> dict[str, Any]:
    """skill.json: https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html"""
    locales = {locale: _listing(texts, names[code]) for code, texts in store.items() for locale in texts["locales"]}
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": {
                "locales": locales,
                "isAvailableWorldwide": True,
                "distributionCountries": [],
                "category": "MOVIE_INFO_AND_REVIEWS",
                "testingInstructions": store["en"]["testing"],
            },
            "apis": {"custom": {"endpoint": {"uri": endpoint, "sslCertificateType": "Trusted"}, "interfaces": []}},
            "permissions": [],
            "privacyAndCompliance": {
                "allowsPurchases": False,
                "usesPersonalInfo": False,
                "isChildDirected": False,
                "isExportCompliant": True,
                "containsAds": False,
            },
        }
    }


def _listing(texts: Mapping[str, Any], invocation_name: str) -> dict[str, Any]:
    return {
        "name": texts["name"],
        "summary": texts["summary"],
        "description": texts["description"].strip(),
        "examplePhrases": [example.format(invocation=invocation_name) for example in texts["examples"]],
        "keywords": texts["keywords"],
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


def checked_name(name: str | None, rules: Mapping[str, Any]) -> str:
    """An invocation name that Amazon accepts. Raises PackageError, which says what is wrong with it.

    The rules: https://developer.amazon.com/en-US/docs/alexa/custom-skills/choose-the-invocation-name-for-a-custom-skill.html
    """
    chosen: str = rules["default"] if name is None else " ".join(name.split())
    words = chosen.split()
    if not _NAME.fullmatch(chosen):
        raise PackageError(f"{chosen!r} will not do: two or more words of small letters, numbers spelled out.")
    taken = {*rules["launch"], *rules["wake"], *rules["connecting"]} & set(words)
    if len(words) == 2:
        taken |= set(rules["articles"]) & set(words)
    if taken:
        raise PackageError(f"{chosen!r} will not do: {', '.join(sorted(taken))} may not be in an invocation name.")
    return chosen


def differing(files: Files, root: Path) -> list[Path]:
    """Which files under `root` are missing, changed, or not ours."""
    wrong = [path for path, text in files.items() if _read(root / path) != text]
    there = {path.relative_to(root) for path in (root / MODELS).glob("*.json")}
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
    try:
        files = package(asked.endpoint, asked.invocation_name)
    except PackageError as problem:
        return str(problem)
    if not asked.check:
        write(files, asked.to)
        sys.stdout.write(
            f"Wrote {len(files)} files to {asked.to / 'skill-package'}, and ask-resources.json beside it.\n"
        )
        return None
    wrong = differing(files, asked.to)
    if wrong:
        return f"Not what speech/ says: {', '.join(map(str, wrong))}. Run script/skill-package."
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
        "--invocation-name", metavar="WORDS", help='what the skill is opened with (default: "movie night")'
    )
    parser.add_argument(
        "--to", type=Path, default=ROOT, metavar="FOLDER", help="where to write (default: this repository)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
