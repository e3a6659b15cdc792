"""What becomes of the simulated household (tests/household/): who reaches their goal, in how many turns."""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tests.household.living import Lived, homes
from tests.household.people import everybody

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> None:
    """Let everybody live, and print Markdown."""
    parser = argparse.ArgumentParser(prog="script/bench conversations", description=__doc__)
    parser.add_argument("--dialogs", action="store_true", help="print what was said, too")
    parser.add_argument("--only", default="", help="people whose name holds this")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, homes(Path(folder)) as live:
        lived = [live(person) for person in everybody() if options.only in person.name]
    _print_table(lived)
    _print_sum(lived)
    for one in lived if options.dialogs else [one for one in lived if not one.reached]:
        print(f"\n**{one.person.name}**{f' ({one.person.fails})' if one.person.fails else ''}\n\n{one.dialog}")


def _print_table(lived: Sequence[Lived]) -> None:
    print("| who | language | goal reached | turns | of at most | requested |")
    print("|---|---|---|---|---|---|")
    for one in lived:
        reached = "yes" if one.reached else "known failure" if one.person.fails else "**no**"
        requested = ", ".join(one.requested) or "nothing"
        person = one.person
        cells = (person.name, person.language, reached, str(len(one.turns)), str(person.within), requested)
        print(f"| {' | '.join(cells)} |")


def _print_sum(lived: Sequence[Lived]) -> None:
    reached = sum(one.reached for one in lived)
    wrong = sum(bool(Counter(one.requested) - Counter(one.person.wants)) for one in lived)
    share = 100 * reached / len(lived) if lived else 0.0
    print(f"\nGoals reached: {reached} of {len(lived)} ({share:.1f} %). Wrong or doubled requests: {wrong}.")
