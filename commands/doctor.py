"""script/doctor: look at everything and say in a line each how it is."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from commands.findings import State, failing
from commands.looking_in import left_open, look_in
from commands.looking_out import SLOW, LookOut
from logs import Cleaner
from settings import SettingsError, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from commands.findings import Finding
    from settings import Settings

MARKS: Final = {State.GOOD: "good ", State.NOTE: "note ", State.FAILING: "FAILS"}


def main(arguments: Sequence[str] | None = None, settings: Settings | None = None, slow: float = SLOW) -> int:
    """Look, and print; 1 where something fails. `settings` otherwise come from the environment."""
    as_json: bool = _parser().parse_args(arguments).json
    tell = _tell_json if as_json else _tell_lines
    try:
        known = settings or read_settings()
    except SettingsError as problem:
        return tell([failing("settings", problem, "docs/configuration.md explains each setting.")], Cleaner(()))
    return tell(examine(known, slow), Cleaner(known.secrets))


def examine(settings: Settings, slow: float = SLOW) -> Iterator[Finding]:
    """Every finding, as it is found; an answer that takes longer than `slow` seconds counts as failing."""
    insight = look_in(settings)
    yield from LookOut(settings, insight.linked, slow).findings()
    yield from insight.findings
    yield from left_open(settings)


def _tell_lines(findings: Iterable[Finding], cleaner: Cleaner) -> int:
    """Each as soon as it is found: some take seconds."""
    worst = 0
    for found in findings:
        line = f"{MARKS[found.state]}  {found.what:9}  {found.says}{f' -> {found.do}' if found.do else ''}"
        sys.stdout.write(f"{_one_line(cleaner.clean(line))}\n")
        sys.stdout.flush()
        worst = max(worst, int(found.state is State.FAILING))
    return worst


def _tell_json(findings: Iterable[Finding], cleaner: Cleaner) -> int:
    found = [{name: cleaner.clean(text) for name, text in asdict(one).items()} for one in findings]
    is_failing = any(one["state"] == State.FAILING for one in found)
    sys.stdout.write(f"{json.dumps({'good': not is_failing, 'findings': found}, indent=2)}\n")
    return int(is_failing)


def _one_line(text: str) -> str:
    """Without what a stranger's answer could do to a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="script/doctor",
        description="Look at everything: one line each, and what to do where something fails. Nothing is changed.",
    )
    parser.add_argument("--json", action="store_true", help="the same for machines")
    return parser


if __name__ == "__main__":
    logging.disable()  # what is worth saying stands in a line of its own
    sys.exit(main())
