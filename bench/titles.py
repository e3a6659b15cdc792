"""script/bench titles: do titles as they are said find what was meant?

The cases are JSON lines (DIR/match_cases.jsonl), one title each: `id`, `level`, `spoken` (the title alone), `full`
(the whole of what is said), `hints` (year, mediaType, prefer, cast, country), `accept` ([kind, TMDB id] of those that
are right; [null, null] where no such title exists) and `ambiguous`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import requests

from bench.measuring import Spread
from errands.learning import Learning, Pace
from intents import AskFor, Prefer
from intents.titles import Verdict
from media import Kind
from media_backends import BackendFactory
from speech.hearing import grammar
from storage.database import open_database
from storage.migrating import bring_up_to_date
from storage.titles import Titles
from turns.deadline import Deadline
from turns.finding import SEARCHES, Means, find
from turns.learned import LearnedTitles
from turns.outside import REAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from media_backends import MediaBackend

OFFERED, ASKED, NOTHING = "offered", "asked", "nothing"
#: Nobody listens to more than this many choices.
CHOICES = 3

Key = tuple[str | None, int | None]


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of one case."""

    keys: tuple[Key, ...]  # best first
    decision: str
    calls: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and what came of it."""

    case: Mapping[str, Any]
    heard: Heard

    @property
    def place(self) -> int | None:
        """Where the right one stands, 0 is first; None where it was not found."""
        right = {tuple(key) for key in self.case["accept"]}
        return next((at for at, key in enumerate(self.heard.keys) if key in right), None)

    @property
    def is_wrongly_offered(self) -> bool:
        return self.heard.decision == OFFERED and self.place != 0

    @property
    def is_needlessly_asked(self) -> bool:
        return self.heard.decision == ASKED and self.place == 0 and not self.case["ambiguous"]

    @property
    def is_right_within_one_question(self) -> bool:
        place, decision = self.place, self.heard.decision
        return place is not None and (place == 0 if decision == OFFERED else decision == ASKED and place < CHOICES)


def main(arguments: Sequence[str]) -> None:
    """Measure and print Markdown."""
    parser = argparse.ArgumentParser(prog="script/bench titles", description=__doc__)
    parser.add_argument("--cases", type=Path, required=True, metavar="DIR", help="folder with match_cases.jsonl")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--app", metavar="URL", help="a running service: each case is said to its /voice")
    where.add_argument("--backend", metavar="URL", help="a request manager: ladder and ranking alone, in this process")
    parser.add_argument("--key", default="test", help="for /voice, or the request manager's API key (test)")
    parser.add_argument("--titles", type=int, default=20_000, help="with --backend: titles to learn first (20000)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N that were not right first")
    options = parser.parse_args(arguments)
    lines = (options.cases / "match_cases.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    hear = _service(options.app, options.key) if options.app else _process(options.backend, options.key, options.titles)
    outcomes = [Outcome(case, hear(case)) for case in cases]
    _print(outcomes)
    for outcome in [each for each in outcomes if each.place != 0][: options.errors]:
        heard = outcome.heard
        first = heard.keys[0] if heard.keys else None
        print(f"- {outcome.case['level']} {outcome.case['full']!r}: {heard.decision} {first}, right at {outcome.place}")


def _service(url: str, key: str) -> Callable[[Mapping[str, Any]], Heard]:
    session = requests.Session()
    session.trust_env = False

    def hear(case: Mapping[str, Any]) -> Heard:
        body = {"text": f"download {case['full']}", "session": f"bench-{case['id']}", "locale": "en-US"}
        began = time.perf_counter()
        answer = session.post(f"{url}/voice", json=body, headers={"Authorization": f"Bearer {key}"}, timeout=60)
        seconds = time.perf_counter() - began
        answer.raise_for_status()
        told = answer.json()
        items = [item for item in (told["offer"], *told["options"]) if item]
        keys = tuple((item["kind"], item["id"]) for item in items)
        return Heard(keys, OFFERED if told["offer"] else ASKED if keys else NOTHING, 0, seconds)

    return hear


def _process(url: str, key: str, titles: int) -> Callable[[Mapping[str, Any]], Heard]:
    backend = BackendFactory.create(base_url=url, api_key=key)
    backend.account(timeout=10)
    grammars = {"en": grammar("en")}
    learned = LearnedTitles(grammars.__getitem__)
    if titles:
        _learn(backend, titles, learned)
    pool = ThreadPoolExecutor(8)

    def hear(case: Mapping[str, Any]) -> Heard:
        means = Means(backend, pool, grammars["en"].spelling, learned.of("en"), "en", SEARCHES)
        began = time.perf_counter()
        found = find(_asked(case), means, Deadline.after(30, time.monotonic))
        seconds = time.perf_counter() - began
        keys = tuple((title.kind.value, title.id) for title in found.ranking.titles)
        return Heard(keys, _decision(found.ranking.verdict), found.calls, seconds)

    return hear


def _learn(backend: MediaBackend, titles: int, learned: LearnedTitles) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{folder}/titles.db")
        bring_up_to_date(engine)
        pace = Pace("bench", titles, seconds=0.0)
        Learning(lambda: backend, Titles(engine, "en"), learned, pace, REAL).run()
        engine.dispose()
    print(f"{len(learned.of('en'))} titles learned.\n")


def _asked(case: Mapping[str, Any]) -> AskFor:
    hints = case["hints"]
    years = hints.get("year")
    if isinstance(years, int):
        years = (years, years)
    country = hints.get("country")
    return AskFor(
        case["spoken"],
        kind=Kind(hints["mediaType"]) if hints.get("mediaType") else None,
        years=(int(years[0]), int(years[1])) if years else None,
        prefer=Prefer(hints["prefer"]) if hints.get("prefer") else None,
        people=(hints["cast"],) if hints.get("cast") else (),
        country={"uk": "GB"}.get(country, country.upper()) if country else None,
    )


def _decision(verdict: Verdict) -> str:
    return {Verdict.SURE: OFFERED, Verdict.OFFER: OFFERED, Verdict.ASK_WHICH: ASKED}.get(verdict, NOTHING)


def _print(outcomes: Sequence[Outcome]) -> None:
    levels: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        levels[outcome.case["level"]].append(outcome)
    levels["all that exist"] = [each for each in outcomes if each.case["accept"] and each.case["accept"][0][1]]
    print("| level | n | right first % | right among three % | wrong offered % | asked % | asked needlessly % ", end="")
    print("| nothing % | right within one question % | calls | ms p50 | ms p95 |")
    print("|---" * 12 + "|")
    for level, those in levels.items():
        spread = Spread.of([each.heard.seconds for each in those])
        shares = (
            _share(each.place == 0 for each in those),
            _share(each.place is not None and each.place < CHOICES for each in those),
            _share(each.is_wrongly_offered for each in those),
            _share(each.heard.decision == ASKED for each in those),
            _share(each.is_needlessly_asked for each in those),
            _share(each.heard.decision == NOTHING for each in those),
            _share(each.is_right_within_one_question for each in those),
        )
        calls = sum(each.heard.calls for each in those) / len(those)
        figures = " | ".join(f"{share:.1f}" for share in shares)
        print(f"| {level} | {len(those)} | {figures} | {calls:.1f} | {spread.p50:.1f} | {spread.p95:.1f} |")


def _share(those: Iterable[bool]) -> float:
    listed = list(those)
    return 100 * sum(listed) / len(listed) if listed else 0.0
