"""A stand-in request manager in a process of its own that fails by a seed: `python -m tests.killing.backend PLAN`.

Some calls meet 500, 503 or a reset before they are looked at; some are carried out, and then the connection is cut
without a word. It tells its address, and on every line that it reads how often each wish was requested so far.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable

from media import Kind, Title, Wish
from tests.backends.catalogue import Entry
from tests.backends.door import Fault, Trouble
from tests.backends.stand_in import Made, StandIn
from tests.killing.plan import Plan

#: What a tenth of the calls meets, in equal shares.
FAILURES = (
    Trouble(Fault.STATUS, status=500),
    Trouble(Fault.STATUS, status=503, headers={"Retry-After": "2"}),
    Trouble(Fault.RESET_BEFORE),
)
WITHOUT_A_WORD = Trouble(Fault.RESET_AFTER)


class Unreliable(StandIn):
    """Knows every title that is wished for."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(
            titles=[_entry(title) for title in {wish.title.key: wish.title for wish in wishes(plan)}.values()]
        )
        self.met: Counter[str] = Counter()
        self._plan, self._chance = plan, random.Random(plan.seed)

    def trouble_for(self, method: str, target: str) -> Trouble | None:
        """By chance, for whatever has to do with a title."""
        if not any(part in target for part in ("/movie/", "/tv/", "/request")):
            return None
        with self.lock:
            rolled = self._chance.random()
            if rolled < self._plan.fails:
                trouble = self._chance.choice(FAILURES)
            elif rolled < self._plan.fails + self._plan.silent:
                trouble = WITHOUT_A_WORD
            else:
                return None
            self.met[
                f"{method} {trouble.fault.name} {trouble.status if trouble.fault is Fault.STATUS else ''}".strip()
            ] += 1
        return trouble

    def told(self) -> dict[str, object]:
        """What came of it so far."""
        with self.lock:
            return {"made": Counter(_key(made) for made in self.requests), "calls": self.calls, "met": self.met}


def wishes(plan: Plan) -> Iterable[Wish]:
    """Films, and of every eighth title two seasons of a show, each wished for by itself."""
    made = 0
    for number in range(1, plan.wishes + 1):
        if made >= plan.wishes:
            return
        if number % 8 or plan.wishes - made < 2:
            yield Wish(Title(Kind.MOVIE, 700_000 + number, f"Film {number}", 2001))
            made += 1
        else:
            show = Title(Kind.TV, 800_000 + number, f"Show {number}", 2002)
            yield from (Wish(show, (season,)) for season in (1, 2))
            made += 2


def _entry(title: Title) -> Entry:
    seasons = (1, 2) if title.kind is Kind.TV else ()
    return Entry(title.kind.value, title.id, title.name, f"{title.year}-01-01", seasons=seasons)


def _key(made: Made) -> str:
    """As `Wish.key` has it."""
    return Wish(Title(Kind(made.kind), made.tmdb_id, ""), made.seasons).key


def main(plan: Plan) -> None:
    with Unreliable(plan) as server:
        print(server.url, flush=True)
        for _ in sys.stdin:
            print(json.dumps(server.told()), flush=True)


if __name__ == "__main__":
    main(Plan(**json.loads(sys.argv[1])))
