"""How well utterances are understood: cases with what would be right, scored slot by slot.

Cases are lines of JSON in DIR/utterances.jsonl:
    {"section": "…", "text": "…", "context": "none|offer|list|seasons", "intent": ["request"], "gold": {"title": ["…"]}}
`intent` lists the names that are right. `gold` holds the slots by the keys that `script/hear --jsonl` writes; title,
prefer, ask and cast list what is right, any of it. `year_soft` says that a span around the year will do.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.measuring import Spread
from intents.hearing import hear
from speech.hearing import grammar
from speech.listening import CONTEXTS, slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from intents.spelling import Spelling

#: Slots that are scored one by one; those of the core decide what is searched for and asked for.
CORE = ("seasons", "type", "year")
SLOTS = (*CORE, "fourk", "upcoming", "prefer", "cast", "country", "ordinal", "ask")
#: A wrong search would be run if one of these were heard where nobody said it.
RESTRICTING = ("year", "type", "seasons", "fourk", "upcoming")
WIDEST = 10  # years that a soft year may span


@dataclass(frozen=True, slots=True)
class Scored:
    """One case: what was right of it."""

    case: dict[str, Any]
    told: dict[str, Any]
    intent: bool
    title: bool
    slots: dict[str, bool]
    invented: tuple[str, ...]
    seconds: float

    @property
    def core(self) -> bool:
        """Intent, title, seasons, kind and year are right, and nothing was invented."""
        wrong = [name for name in CORE if not self.slots.get(name, True)]
        return self.intent and self.title and not wrong and not self.invented

    @property
    def whole(self) -> bool:
        """Every slot is right."""
        return self.core and all(self.slots.values())

    @property
    def harmful(self) -> bool:
        """A wrong search would be run."""
        is_request, should_be = self.told["intent"] == "request", "request" in self.case["intent"]
        return bool(self.invented) or (is_request and not (should_be and self.title))


def main(arguments: Sequence[str]) -> None:
    """Score and print Markdown."""
    parser = argparse.ArgumentParser(prog="script/bench utterances", description=__doc__)
    parser.add_argument("--cases", type=Path, required=True, help="folder with utterances.jsonl")
    parser.add_argument("--errors", type=int, default=0, help="how many wrong ones to show (0)")
    parser.add_argument("--year", type=int, default=2026, help='the year that "last year" counts from (2026)')
    options = parser.parse_args(arguments)
    lines = (options.cases / "utterances.jsonl").read_text(encoding="utf-8").splitlines()
    scored = list(_score_all([json.loads(line) for line in lines if line.strip()], options.year))
    _print_sections(scored)
    _print_slots(scored)
    for wrong in [each for each in scored if not each.core][: options.errors]:
        told = {key: value for key, value in wrong.told.items() if value}
        case = wrong.case
        print(f"- {case['text']!r} [{case['context']}] {case['intent']} {case['gold']} heard: {told}")


def _score_all(cases: Iterable[dict[str, Any]], this_year: int) -> Iterable[Scored]:
    english = grammar("en")
    for case in cases:
        context = CONTEXTS[case["context"]]
        hear(case["text"], english, context, this_year)  # patterns are compiled at their first use
        began = time.perf_counter()
        intent = hear(case["text"], english, context, this_year)
        seconds = time.perf_counter() - began
        yield score(case, slots(intent), english.spelling, seconds)


def score(case: dict[str, Any], told: dict[str, Any], spelling: Spelling, seconds: float = 0.0) -> Scored:
    """What is right of one case."""
    gold = case["gold"]
    title = told.get("title")
    if "title" in gold:
        right_title = _same(title or "", gold["title"], spelling)
    else:
        right_title = not title or told["intent"] != "request"
    right = {name: _right(name, told.get(name), gold, spelling) for name in SLOTS if name in gold}
    if "seasons" in gold and "type" in right and told.get("type") is None:
        right["type"] = True  # seasons say it
    invented = tuple(
        name for name in RESTRICTING if told.get(name) and name not in gold and not _implied(name, told, case)
    )
    return Scored(case, told, told["intent"] in case["intent"], right_title, right, invented, seconds)


def _implied(name: str, told: dict[str, Any], case: dict[str, Any]) -> bool:
    return name == "type" and told["type"] == "tv" and ("seasons" in case["gold"] or case["context"] == "seasons")


def _right(name: str, said: Any, gold: dict[str, Any], spelling: Spelling) -> bool:
    wanted = gold[name]
    match name:
        case "cast":
            return _same(said or "", wanted, spelling)
        case "prefer":
            return said in wanted or (said == "newest" and "remake" in wanted)
        case "ask":
            return said in wanted
        case "year" if gold.get("year_soft"):
            return bool(said) and said[0] <= wanted[0] <= wanted[1] <= said[1] <= said[0] + WIDEST
        case _:
            return bool((list(said) if isinstance(said, list | tuple) else said) == wanted)


def _same(said: str, wanted: Iterable[str], spelling: Spelling) -> bool:
    return spelling.spell(said).words in {spelling.spell(one).words for one in wanted}


def _print_sections(scored: Sequence[Scored]) -> None:
    sections: dict[str, list[Scored]] = defaultdict(list)
    for each in scored:
        sections[each.case["section"]].append(each)
    print("| section | cases | intent % | title % | core % | every slot % | wrong search % |")
    print("|---|---|---|---|---|---|---|")
    for name, members in [*sections.items(), ("**all**", list(scored))]:
        titled = [each for each in members if "title" in each.case["gold"]]
        shares = (
            _share(each.intent for each in members),
            _share(each.title for each in titled),
            _share(each.core for each in members),
            _share(each.whole for each in members),
            _share(each.harmful for each in members),
        )
        print(f"| {name} | {len(members)} | {' | '.join(shares)} |")


def _share(these: Iterable[bool]) -> str:
    values = list(these)
    return f"{100 * sum(values) / len(values):.1f}" if values else "-"


def _print_slots(scored: Sequence[Scored]) -> None:
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for each in scored:
        said.update(each.slots)
        right.update(name for name, is_right in each.slots.items() if is_right)
    print("\nSlots right where said:", ", ".join(f"{name} {right[name]}/{said[name]}" for name in SLOTS if said[name]))
    times = Spread.of([each.seconds for each in scored])
    print(f"Milliseconds: {times.p50:.2f} (p50), {times.p95:.2f} (p95), {times.p99:.2f} (p99)\n")
