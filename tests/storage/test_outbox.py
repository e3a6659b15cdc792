"""Owed requests: written once, leased by one, settled once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from sqlalchemy import Engine, select, update

from dialogs.wants import AlreadyThere, GaveUp, Refused, Taken, Withdrawn
from media import Owing, Receipt, RequestStatus, Stage, Title, Wish
from models import OwedRequest
from storage.following import TELL, Following
from storage.jobs import Jobs
from storage.outbox import KEEP_SETTLED, SAME_TURN, Outbox
from storage.patience import Patience
from storage.timeline import Timeline
from tests.fake_backend import DUNE, SEVERANCE
from tests.house import Clock

FILM = Wish(DUNE.title)
SEASON_ONE, SEASON_TWO = Wish(SEVERANCE.title, (1,)), Wish(SEVERANCE.title, (2,))
TAKEN = Taken(Receipt("7", RequestStatus.APPROVED))


@pytest.fixture
def outbox(engine: Engine, clock: Clock) -> Outbox:
    return Outbox(engine, clock.now)


def write(outbox: Outbox, wish: Wish = FILM, speaker: str = "ann") -> int:
    return outbox.write(wish, channel="voice", speaker=speaker)


def leased(outbox: Outbox, row: int, seconds: float = 60) -> Owing:
    owing = outbox.lease(row, seconds)
    assert owing is not None
    return owing


def test_two_who_want_the_same_owe_it_once(outbox: Outbox):
    assert write(outbox) == write(outbox, speaker="bob")
    assert outbox.depth() == 1


def test_the_same_title_under_another_name_is_the_same_wish(outbox: Outbox):
    assert write(outbox) == write(outbox, Wish(replace(DUNE.title, name="Dune: Part One", availability="pending")))  # type: ignore[arg-type]


def test_other_seasons_are_another_wish(outbox: Outbox):
    assert write(outbox, SEASON_ONE) != write(outbox, SEASON_TWO)


def test_what_was_settled_may_be_wished_for_again(outbox: Outbox):
    row = write(outbox)
    outbox.settle(leased(outbox, row), TAKEN)
    assert outbox.depth() == 0
    assert write(outbox) != row


def test_a_leased_row_comes_with_its_wish(outbox: Outbox):
    owing = leased(outbox, write(outbox, SEASON_TWO))
    assert (owing.wish, owing.attempts) == (SEASON_TWO, 1)


def test_nobody_else_gets_a_leased_row(outbox: Outbox):
    row = write(outbox)
    leased(outbox, row)
    assert outbox.lease(row, 60) is None
    assert outbox.lease_due(60) is None


def test_nor_another_row_of_the_same_title(outbox: Outbox):
    first, second, other = write(outbox, SEASON_ONE), write(outbox, SEASON_TWO), write(outbox)
    held = leased(outbox, first)
    assert outbox.lease(second, 60) is None
    assert leased(outbox, other).wish == FILM
    outbox.settle(held, TAKEN)
    assert leased(outbox, second).wish == SEASON_TWO


def test_a_lease_runs_out(outbox: Outbox, clock: Clock):
    row = write(outbox)
    first = leased(outbox, row, 60)
    clock.turn(59)
    assert outbox.lease(row, 60) is None
    clock.turn(1)
    second = leased(outbox, row)
    assert (second.attempts, second.lease == first.lease) == (2, False)


def test_who_lost_the_lease_cannot_settle(outbox: Outbox, clock: Clock):
    row = write(outbox)
    first = leased(outbox, row, 60)
    clock.turn(60)
    second = leased(outbox, row)
    assert outbox.settle(first, Refused("request-quota")) is False
    assert outbox.postpone(first, 5, "late") is False
    assert outbox.outcome(row) is None
    assert outbox.settle(second, TAKEN) is True
    assert outbox.outcome(row) == TAKEN


def test_a_row_is_settled_once(outbox: Outbox):
    owing = leased(outbox, write(outbox))
    assert outbox.settle(owing, TAKEN) is True
    assert outbox.settle(owing, Refused("request-quota")) is False
    assert outbox.outcome(owing.row) == TAKEN


@pytest.mark.parametrize("outcome", [TAKEN, AlreadyThere(SEVERANCE), Refused("request-quota")])
def test_what_came_of_it_is_kept(outbox: Outbox, outcome: Taken | AlreadyThere | Refused):
    row = write(outbox)
    assert outbox.outcome(row) is None
    outbox.settle(leased(outbox, row), outcome)
    assert outbox.outcome(row) == outcome


def test_a_postponed_row_is_not_due_before_its_time(outbox: Outbox, clock: Clock):
    row = write(outbox)
    assert outbox.postpone(leased(outbox, row), 15, "nobody answers") is True
    assert outbox.lease_due(60) is None
    clock.turn(15)
    owing = outbox.lease_due(60)
    assert owing is not None
    assert (owing.row, owing.attempts) == (row, 2)


def test_who_asks_in_person_need_not_wait_for_the_time(outbox: Outbox):
    row = write(outbox)
    outbox.postpone(leased(outbox, row), 900, "nobody answers")
    assert leased(outbox, row).attempts == 2


def test_what_has_been_due_longest_comes_first(outbox: Outbox, clock: Clock):
    late = write(outbox, FILM)
    outbox.postpone(leased(outbox, late), 10, "busy")
    clock.turn(1)
    early = write(outbox, SEASON_ONE)
    clock.turn(20)
    rows = [owing.row for owing in (outbox.lease_due(60), outbox.lease_due(60)) if owing]
    assert rows == [early, late]


def test_a_crash_is_a_lease_that_runs_out(outbox: Outbox, engine: Engine, clock: Clock):
    row = write(outbox)
    leased(outbox, row, 60)
    after = Outbox(engine, clock.now)
    assert after.lease_due(60) is None
    clock.turn(60)
    owing = after.lease_due(60)
    assert owing is not None
    assert (owing.row, owing.attempts) == (row, 2)


def test_one_that_always_crashes_does_not_hold_up_the_others(outbox: Outbox, clock: Clock):
    poison = write(outbox, FILM)
    clock.turn(1)
    other = write(outbox, SEASON_ONE)
    first = outbox.lease_due(60)
    clock.turn(61)
    second = outbox.lease_due(60)
    assert first is not None
    assert second is not None
    assert (first.row, second.row) == (poison, other)


def test_settled_rows_go_after_a_month(outbox: Outbox, clock: Clock):
    row = write(outbox, FILM)
    outbox.settle(leased(outbox, row), TAKEN)
    write(outbox, SEASON_ONE)
    clock.turn(KEEP_SETTLED)
    assert outbox.forget_old() == 0
    clock.turn(1)
    assert outbox.forget_old() == 1
    assert outbox.depth() == 1


@pytest.mark.parametrize("speaker", ["", "\ud800", "x" * 10_000, "\x00", "\U0001f600" * 400])
def test_any_speaker_will_do(outbox: Outbox, speaker: str):
    assert leased(outbox, write(outbox, speaker=speaker)).wish == FILM


def test_whatever_a_server_says_of_a_difficulty_will_do(outbox: Outbox):
    owing = leased(outbox, write(outbox))
    assert outbox.put_off(owing, "BackendBroken: \0 \ud83d " + 100_000 * "x", "backend-broken") is not None
    assert (outbox.last_problem() or "").startswith("BackendBroken:  ? x")
    owing = leased(outbox, owing.row)
    assert outbox.settle(owing, GaveUp("backend-broken"), "\0 \ud83d")


def test_any_title_will_do(outbox: Outbox):
    strange = Wish(Title(DUNE.title.kind, 1, "\ud800\x00" + "x" * 5000))
    assert leased(outbox, write(outbox, strange)).wish == strange


def test_a_show_with_a_hundred_seasons_can_be_owed(outbox: Outbox):
    long = Wish(SEVERANCE.title, tuple(range(1, 101)))
    assert leased(outbox, write(outbox, long)).wish == long


def test_many_who_want_it_at_once_owe_it_once_and_one_of_them_sends_it(outbox: Outbox):
    barrier = Barrier(8)

    def want(_: int) -> tuple[int, Owing | None]:
        barrier.wait(10)
        row = write(outbox)
        return row, outbox.lease(row, 60)

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(want, range(8)))
    assert len({row for row, _ in results}) == 1
    assert len([owing for _, owing in results if owing]) == 1


def test_many_write_at_once_and_none_is_locked_out(outbox: Outbox):
    def work(thread: int) -> int:
        done = 0
        for number in range(6):
            row = write(outbox, Wish(replace(DUNE.title, id=thread * 100 + number)))
            done += outbox.settle(leased(outbox, row), TAKEN)
        return done

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))) == [6] * 8
    assert outbox.depth() == 0


# --- when it goes on for too long


def test_what_was_tried_for_too_long_is_given_up_and_everyone_who_wants_it_is_told(engine: Engine, clock: Clock):
    outbox = Outbox(engine, clock.now, Patience(lambda: 1.0, gives_up=100.0))
    row = write(outbox)
    write(outbox, speaker="bob")
    clock.turn(98)
    assert outbox.put_off(leased(outbox, row), "BackendUnreachable: refused", "backend-unreachable") == 2
    clock.turn(2)
    assert outbox.put_off(leased(outbox, row), "BackendUnreachable: refused", "backend-unreachable") is None
    assert outbox.outcome(row) == GaveUp("backend-unreachable")
    assert outbox.given_up(5) == (("Dune", "BackendUnreachable: refused"),)
    (followed,) = Following(engine, clock.now).of_title(DUNE.title.key)
    assert (followed.stage, followed.reason) == (Stage.GIVEN_UP, "backend-unreachable")
    listeners = Timeline(engine).listeners(followed.row)
    assert [one.person for one in listeners] == ["ann", "bob"]
    assert Jobs(engine, clock.now).waiting() == {TELL: 1}
    assert write(outbox) != row


def test_a_lease_can_be_renewed_by_whoever_holds_it(outbox: Outbox, clock: Clock):
    row = write(outbox)
    held = leased(outbox, row, 60)
    clock.turn(59)
    assert outbox.renew(held, 60)
    clock.turn(59)
    assert outbox.lease(row, 60) is None
    clock.turn(1)
    leased(outbox, row, 60)
    assert not outbox.renew(held, 60)


def test_eight_at_once_never_hold_two_rows_of_one_title(outbox: Outbox):
    for season in range(1, 31):
        write(outbox, Wish(SEVERANCE.title, (season,)))
    barrier, held = Barrier(8), list[int]()

    def work(_: int) -> int:
        done = 0
        for _ in range(12):
            barrier.wait(10)
            owing = outbox.lease_due(60)
            barrier.wait(10)
            held.extend([owing.row] if owing else [])
            barrier.wait(10)
            assert len(held) <= 1
            if owing:
                done += outbox.settle(owing, TAKEN)
            barrier.wait(10)
            held.clear()
        return done

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(work, range(8))) == 12


# --- rows of another version


def rewritten(engine: Engine, row: int, **fields: object) -> None:
    """The row as another version wrote it: with these fields of the title, and without those that are None."""
    with engine.begin() as connection:
        wish = connection.execute(select(OwedRequest.wish).where(OwedRequest.id == row)).scalar_one()
        title = {name: value for name, value in {**wish["title"], **fields}.items() if value is not None}
        wish = {**wish, "title": title}
        connection.execute(update(OwedRequest).where(OwedRequest.id == row).values(wish=wish))


def test_a_wish_outlives_an_update_that_adds_or_drops_a_field(outbox: Outbox, engine: Engine):
    row = write(outbox)
    rewritten(engine, row, countries=None, studio="Legendary")
    assert leased(outbox, row).wish == FILM


def test_what_cannot_be_read_does_not_stand_before_the_others(outbox: Outbox, engine: Engine, clock: Clock):
    rewritten(engine, write(outbox), kind="radio")
    clock.turn(1)
    other = write(outbox, SEASON_ONE)
    assert outbox.lease_due(60) is None  # it is set aside
    owing = outbox.lease_due(60)
    assert owing is not None
    assert owing.row == other
    assert outbox.depth() == 2


def test_what_cannot_be_read_is_mended_by_whoever_asks_for_it_again(outbox: Outbox, engine: Engine):
    row = write(outbox)
    rewritten(engine, row, kind="radio")
    assert outbox.lease(row, 60) is None
    assert write(outbox, speaker="bob") == row
    assert leased(outbox, row).wish == FILM


# --- who asked for it


def asks(outbox: Outbox, wish: Wish = FILM, speaker: str = "ann", turn: str = "", conversation: str = "one") -> int:
    return outbox.write(wish, channel="voice", speaker=speaker, conversation=conversation, turn=turn)


def last(outbox: Outbox, speaker: str = "ann", conversation: str = "one") -> list[str]:
    return [asked.wish.key for asked in outbox.asked_last("voice", speaker, conversation)]


def test_what_somebody_asked_for_last_is_all_that_one_turn_asked_for(outbox: Outbox):
    asks(outbox, turn="1")
    for wish in (SEASON_ONE, SEASON_TWO):
        asks(outbox, wish, turn="2")
    asks(outbox, speaker="bob", turn="3")
    assert last(outbox) == [SEASON_ONE.key, SEASON_TWO.key]
    assert last(outbox, conversation="two") == [SEASON_ONE.key, SEASON_TWO.key]
    assert last(outbox, "bob") == [FILM.key]
    assert last(outbox, "cleo") == []


def test_a_turn_of_which_nothing_came_is_passed_over(outbox: Outbox):
    asks(outbox, SEASON_ONE)
    outbox.settle(leased(outbox, asks(outbox)), Refused("request-quota"))
    assert last(outbox) == [SEASON_ONE.key]


def test_after_ten_minutes_nobody_knows_any_more(outbox: Outbox, clock: Clock):
    asks(outbox)
    clock.turn(599)
    assert last(outbox) == [FILM.key]
    clock.turn(1)
    assert last(outbox) == []


def test_the_same_turn_gets_the_row_it_wrote_before(outbox: Outbox):
    row = asks(outbox, turn="1")
    outbox.settle(leased(outbox, row), TAKEN)
    assert asks(outbox, turn="1") == row
    assert asks(outbox, turn="2") != row
    assert asks(outbox, turn="1", conversation="two") != row


def test_a_turn_of_that_id_in_later_days_is_another_one(outbox: Outbox, clock: Clock):
    """Who numbers turns from one after each start, in a session that has always the same name."""
    row = asks(outbox, turn="1")
    outbox.settle(leased(outbox, row), TAKEN)
    clock.turn(SAME_TURN)
    assert asks(outbox, turn="1") != row


def test_what_is_not_sent_can_be_withdrawn_and_is_never_sent(outbox: Outbox):
    row = asks(outbox)
    assert outbox.withdraw(row, "voice", "ann", "one")
    assert outbox.lease(row, 60) is None
    assert (outbox.outcome(row), outbox.depth()) == (Withdrawn(), 0)
    assert not outbox.withdraw(row, "voice", "ann", "one")
    assert asks(outbox) != row


def test_what_is_being_sent_cannot_be_withdrawn(outbox: Outbox):
    row = asks(outbox)
    held = leased(outbox, row)
    assert not outbox.withdraw(row, "voice", "ann", "one")
    assert outbox.settle(held, TAKEN)
    assert outbox.take_back(row, "voice", "ann")
    assert outbox.outcome(row) == Withdrawn()


def test_what_two_want_is_withdrawn_by_neither(outbox: Outbox):
    row = asks(outbox)
    assert asks(outbox, speaker="bob") == row
    assert [asked.is_shared for asked in outbox.asked_last("voice", "ann", "one")] == [True]
    assert not outbox.withdraw(row, "voice", "ann", "one")
    assert not outbox.withdraw(row, "voice", "bob", "one")
