"""Whoever watches sees each thing that happens, once and in order, however slow they or others are."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, event

from doors.live import GRACE, MOST, RECENT, Live, Pace, Watcher
from media import Stage
from models import RequestEvent
from storage.database import open_database
from storage.listing import Listing
from storage.timeline import Timeline
from tests.house import Clock
from tests.requests_told import Told

QUICK = Pace(look=0.01, heartbeat=5.0, lasts=30.0)


@dataclass(slots=True)
class Room:
    """Where one process watches a database; what happens may be written by another."""

    engine: Engine
    told: Told
    clock: Clock
    opened: list[Live] = field(default_factory=list)

    def live(self, seats: int = 5, pace: Pace = QUICK) -> Live:
        timeline = Timeline(self.engine)
        self.opened.append(
            Live(Listing(self.engine, timeline), timeline.last, self.clock.now, self.clock.monotonic, seats, pace)
        )
        return self.opened[-1]

    @property
    def ids(self) -> list[int]:
        return [one.id for one in Timeline(self.engine).since(0, 10_000)]


@pytest.fixture
def room(engine: Engine, tmp_path: Path, clock: Clock) -> Iterator[Room]:
    elsewhere = open_database(str(engine.url))  # all that happens is written by somebody else
    room = Room(engine, Told(elsewhere, clock.now), clock)
    yield room
    for live in room.opened:
        live.stop()
    elsewhere.dispose()


def seat(live: Live, place: int | None) -> Watcher:
    watcher = live.watch(place)
    assert watcher is not None
    return watcher


def seen(watcher: Watcher, until: int) -> list[int]:
    """The ids that they see, up to that one."""
    ids: list[int] = []
    for batch in watcher:
        ids += [one.happening.id for one in batch.told]
        if batch.last >= until:
            break
    return ids


def test_whoever_watches_sees_what_another_process_writes(room: Room):
    row = room.told.request()
    with ThreadPoolExecutor(1) as pool:
        watcher = seat(room.live(), None)
        watching = pool.submit(next, watcher)
        room.told.happens(row, Stage.APPROVED)
        batch = watching.result(5)
    ((told,), last) = batch.told, batch.last
    assert (told.happening.stage, told.request.wish.title.name, told.request.row) == (Stage.APPROVED, "Dune", row)
    assert (last, watcher.place) == (told.happening.id, told.happening.id)


def test_what_happened_before_is_not_told_and_what_was_missed_is(room: Room):
    row = room.told.request()
    room.told.goes_on(row, 6)
    live = room.live()
    assert live.place() == room.ids[-1]
    assert seen(seat(live, room.ids[2]), room.ids[-1]) == room.ids[3:]


@pytest.mark.parametrize("behind", [0, MOST + 7])
def test_nothing_is_lost_or_doubled_while_more_and_more_happens(room: Room, behind: int):
    row = room.told.request()
    room.told.goes_on(row, behind)
    begin, end = room.ids[0], room.ids[-1] + 150
    live = room.live()
    with ThreadPoolExecutor(3) as pool:
        watching = [pool.submit(seen, seat(live, begin), end) for _ in range(2)]
        pool.submit(room.told.goes_on, row, 150).result(20)
        ids = [one.result(20) for one in watching]
    assert ids == [room.ids[1:]] * 2


def test_much_at_once_is_seen_at_one_look(room: Room):
    row, pace = room.told.request(), Pace(look=3600.0, heartbeat=90_000.0, lasts=90_000.0)
    with ThreadPoolExecutor(1) as pool:
        watching = pool.submit(seen, seat(room.live(pace=pace), None), room.ids[-1] + 3 * MOST)
        room.told.goes_on(row, 3 * MOST)
        room.clock.turn(3600.0)
        try:
            assert watching.result(10) == room.ids[1:]
        finally:
            room.clock.turn(90_000.0)


def test_who_comes_back_goes_on_where_they_were(room: Room):
    row, live = room.told.request(), room.live()
    ids, place = [], live.place()
    for _ in range(5):
        room.told.goes_on(row, 4)
        watcher = seat(live, place)
        ids += seen(watcher, room.ids[-1])
        watcher.close()
        place = watcher.place
    assert ids == room.ids[1:]


def test_one_who_is_slow_holds_nobody_up_and_misses_nothing(room: Room):
    row = room.told.request()
    live = room.live()
    slow, quick = seat(live, None), seat(live, None)
    begin, much = room.ids[-1], RECENT + 50
    room.told.goes_on(row, much)
    assert seen(quick, begin + much) == room.ids[1:]
    assert len(live._recent) <= RECENT
    assert seen(slow, begin + much) == room.ids[1:]


def test_there_are_so_many_seats_and_each_is_given_back_once(room: Room):
    live = room.live(seats=2)
    first, second = seat(live, None), seat(live, None)
    assert live.watch(None) is None
    first.close()
    first.close()
    third = seat(live, None)
    assert live.watch(None) is None
    for watcher in (second, third):
        watcher.close()
    assert live.watch(None) is not None


def test_without_seats_nobody_watches(room: Room):
    assert room.live(seats=0).watch(None) is None


def test_when_the_service_stops_all_are_sent_away_at_once(room: Room):
    live = room.live()
    with ThreadPoolExecutor(3) as pool:
        watching = [pool.submit(list, seat(live, None)) for _ in range(3)]
        began = time.monotonic()
        live.stop()
        assert [one.result(5) for one in watching] == [[], [], []]
    assert time.monotonic() - began < 1
    assert live.watch(None) is None


def test_when_the_server_is_about_to_end_all_go_by_themselves(room: Room):
    live, ends = room.live(), threading.Event()
    live.start(lambda: not ends.is_set())
    with ThreadPoolExecutor(1) as pool:
        watching = pool.submit(list, seat(live, None))
        ends.set()
        assert watching.result(1) == []
    assert live.watch(None) is None


def test_who_left_without_a_word_gives_the_seat_back(room: Room):
    live, left = room.live(seats=1), threading.Event()
    watcher = live.watch(None, lambda: not left.is_set())
    assert watcher is not None
    with ThreadPoolExecutor(1) as pool:
        watching = pool.submit(list, watcher)
        left.set()
        assert watching.result(1) == []


def test_silence_is_broken_now_and_then_and_nobody_stays_for_ever(room: Room):
    watcher = seat(room.live(pace=Pace(look=0.05, heartbeat=0.1, lasts=0.45)), None)
    batches = list(watcher)
    assert 3 <= len(batches) <= 5
    assert {(batch.told, batch.last) for batch in batches} == {((), 0)}


def test_nothing_is_looked_at_while_nobody_watches(room: Room):
    room.told.request()
    live = room.live()
    watcher = seat(live, None)
    looking = live._looking
    assert looking is not None
    watcher.close()
    looking.join(5)
    asked: list[str] = []
    event.listen(room.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert (live._looking, looking.is_alive(), asked) == (None, False, [])


def test_many_watch_and_the_database_is_looked_at_once(room: Room):
    row, live = room.told.request(), room.live(seats=40)
    watchers = [seat(live, None) for _ in range(40)]
    asked: list[str] = []
    event.listen(room.engine, "before_cursor_execute", lambda *told: asked.append(threading.current_thread().name))
    with ThreadPoolExecutor(40) as pool:
        watching = [pool.submit(next, watcher) for watcher in watchers]
        room.told.happens(row, Stage.APPROVED)
        assert {len(one.result(5).told) for one in watching} == {1}
    assert set(asked) == {"live"}


def test_an_id_that_is_missing_may_be_about_to_come(room: Room):
    row = room.told.request()
    room.told.goes_on(row, 3)
    first, missing, *_ = room.ids[1:]
    with room.engine.begin() as connection:
        connection.execute(delete(RequestEvent).where(RequestEvent.id == missing))
    live = room.live()
    assert live.after(first - 1).last == first
    room.clock.turn(GRACE + 1)
    assert live.after(first - 1).last == room.ids[-1]


def test_who_has_seen_more_than_there_is_goes_on_with_what_comes(room: Room):
    row, live = room.told.request(), room.live()
    watcher = seat(live, 10**6)
    room.told.happens(row, Stage.READY)
    assert seen(watcher, room.ids[-1]) == room.ids[1:]
    assert live.after(10**6).last == room.ids[-1]
