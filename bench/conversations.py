"""What becomes of the simulated household (tests/household/): who reaches their goal, in how many turns."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from tests.household.living import Lived, homes
from tests.household.people import everybody

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def main(arguments: Sequence[str]) -> None:
    """Let everybody live, and print Markdown."""
    parser = argparse.ArgumentParser(prog="script/bench conversations", description=__doc__)
    parser.add_argument("--dialogs", action="store_true", help="print what was said, too")
    parser.add_argument("--only", default="", help="people whose name holds this")
    parser.add_argument("--language", default="", help="people who speak this one, such as de")
    options = parser.parse_args(arguments)
    asked = [one for one in everybody() if options.only in one.name and options.language in {"", one.language}]
    with tempfile.TemporaryDirectory() as folder, homes(Path(folder)) as live:
        lived = [live(person) for person in asked]
    _print_everybody(lived)
    _print_by_language(lived)
    for one in lived if options.dialogs else [one for one in lived if not one.reached]:
        why = f" ({one.person.fails})" if one.person.fails else ""
        print(f"\n**{one.person.locale}: {one.person.name}**{why}\n\n{one.dialog}")


def _print_everybody(lived: Iterable[Lived]) -> None:
    print("| who | locale | goal reached | turns | of at most | requested |")
    print("|---|---|---|---|---|---|")
    for one in lived:
        reached = "yes" if one.reached else "known failure" if one.person.fails else "**no**"
        requested = ", ".join(one.requested) or "nothing"
        person = one.person
        cells = (person.name, person.locale, reached, str(len(one.turns)), str(person.within), requested)
        print(f"| {' | '.join(cells)} |")


def _print_by_language(lived: Sequence[Lived]) -> None:
    print("\n| language | goals reached | wrong requests | doubled requests | turns for a film | turns for a show |")
    print("|---|---|---|---|---|---|")
    for language in sorted({one.person.language for one in lived}):
        _print_sum(language, [one for one in lived if one.person.language == language])
    _print_sum("all", lived)


def _print_sum(language: str, lived: Sequence[Lived]) -> None:
    reached = sum(one.reached for one in lived)
    share = 100 * reached / len(lived) if lived else 0.0
    cells = (
        language,
        f"{reached} of {len(lived)} ({share:.1f} %)",
        str(sum(len(one.wrong) for one in lived)),
        str(sum(len(one.doubled) for one in lived)),
        *(_turns([one for one in lived if one.person.plain == plain]) for plain in ("film", "show")),
    )
    print(f"| {' | '.join(cells)} |")


def _turns(lived: Sequence[Lived]) -> str:
    turns = [len(one.turns) for one in lived]
    return f"{mean(turns):.1f}, at most {max(turns)}" if turns else ""
