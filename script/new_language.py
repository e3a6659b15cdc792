"""What script/new writes for a language: every file and every key that English has, with nothing in them yet."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = ROOT / "speech" / "en"
#: Written anew, key by key; titles.toml is left out: a language needs none.
HEARING = ("hears.toml", "questions.toml", "following.toml", "names.toml", "linking.toml", "alexa.toml")
#: Tables whose keys are words: every language has its own.
OWN_KEYS = ("[numbers.sounds_like]", "[years.ago]")
SHOWN = 100  # characters of what English has, beside an empty place

EXAMPLES = """# What people say, and what we must make of it; speech/en/examples.toml explains the keys.
# At least 80, and every intent among them.

examples = [
]
"""
EXCEPTIONS = """# What the tests let pass for this language, see docs/languages.md.
without = []  # keys that it needs not, as the test names them
same = []     # words that it writes as English does
"""


def begin(code: str) -> list[str]:
    """Write the files; returns their paths."""
    files = {f"speech/{code}/{name}": _emptied((ENGLISH / name).read_text(encoding="utf-8"), code) for name in HEARING}
    files[f"speech/{code}/examples.toml"] = EXAMPLES
    # The regions of English are its own.
    facts = (ENGLISH / "language.toml").read_text(encoding="utf-8").partition("\n[regions.")[0]
    files[f"speech/{code}/language.toml"] = _emptied(facts, code)
    files[f"speech/{code}/says.ftl"] = _unsaid((ENGLISH / "says.ftl").read_text(encoding="utf-8"))
    files[f"tests/speech/exceptions/{code}.toml"] = EXCEPTIONS
    for path, text in files.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
    return list(files)


def _emptied(toml: str, code: str) -> str:
    """TOML with its comments and keys, and what English has there as a comment."""
    text = "".join(_entries(f"{toml.rstrip()}\n".splitlines(keepends=True)))
    return text.replace('language = ""', f'language = "{code}"')


def _entries(lines: list[str]) -> Iterator[str]:
    table, at = "", 0
    while at < len(lines):
        line, end = lines[at], at + 1
        if line.startswith("["):
            table = line.strip()
        if re.match(r'[\w"]', line):
            while (value := _read("".join(lines[at:end]))) is None:
                end += 1
            yield from _empty(value, "".join(lines[at:end]), is_own=table in OWN_KEYS)
        else:
            yield line
        at = end


def _read(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None  # it goes on in the next line


def _empty(entry: dict[str, Any], text: str, *, is_own: bool) -> Iterator[str]:
    (key, value), shown = *entry.items(), " ".join(text.split())
    yield f"# en: {shown[:SHOWN]}{' ...' if len(shown) > SHOWN else ''}\n"
    if not is_own:
        yield f"{key} = {[] if isinstance(value, list) else {} if isinstance(value, dict) else chr(34) * 2}\n"


def _unsaid(fluent: str) -> str:
    """Every message of a Fluent file without its text, which stands above it as a comment."""
    lines: list[str] = []
    key = ""
    for line in [*fluent.splitlines(), ""]:
        message = re.match(r"(-?[a-zA-Z][\w-]*) =", line)
        if key and not line.startswith((" ", "}")):
            lines.append(f"{key} =")
            key = ""
        lines.append(f"# {line}" if line and not line.startswith("#") else line)
        key = message[1] if message else key
    return "\n".join(lines)
