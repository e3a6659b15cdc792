"""On PostgreSQL an event may be seen before one with a lower id is committed: nobody misses that one."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from doors.live import Live, Pace
from media import News, Stage
from storage import following
from storage.listing import Listing
from storage.timeline import Timeline
from tests.postgres import Postgres
from tests.requests_told import Told


def test_what_is_committed_late_is_told_in_its_place(postgres: Postgres):
    engine = postgres.ready("late")
    told, timeline = Told(engine, time.time), Timeline(engine)
    live = Live(Listing(engine, timeline), timeline.last, time.time, time.monotonic, 1, Pace(look=0.02))
    dune, heat = told.request("Dune"), told.request("Heat")
    begin, enough = timeline.last(), threading.Event()
    seen: list[int] = []
    watcher = live.watch(begin)
    assert watcher is not None

    def watch() -> None:
        for batch in watcher:
            seen.extend(one.happening.request for one in batch.told)
            if len(seen) == 2:
                enough.set()

    with ThreadPoolExecutor(1) as pool:
        watching = pool.submit(watch)
        with engine.begin() as slow:
            assert following.note(slow, dune, News(Stage.READY, "webhook"), time.time(), told=False)
            told.happens(heat, Stage.READY)
            assert [one.request for one in timeline.since(begin, 10)] == [heat]
            assert live.after(begin).told == ()
            assert live.place() == begin
        assert enough.wait(5)
        live.stop()
        watching.result(5)
    engine.dispose()
    assert seen == [dune, heat]
