"""How often we go to Amazon for a chain, and how long one is kept."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from threading import Barrier, Event

import pytest

from channels.alexa.chains import MAX_CHAINS, MAX_FAILURES, MAX_FETCHES
from channels.alexa.verifier import Verifier
from tests.channels.alexa.door import AMAZON, NOW, Door
from tests.channels.alexa.signing import ADDRESS, DAY, YEAR, Bucket, sign


@pytest.fixture
def door() -> Door:
    return Door()


def test_a_chain_is_fetched_again_after_a_day(door: Door) -> None:
    door.trusts(sign(b"{}"))
    door.now += timedelta(hours=23, minutes=59)
    door.trusts(sign(b"{}"))
    assert len(door.bucket.asked) == 1
    door.now += timedelta(minutes=1)
    assert door.trusts(sign(b"{}"))
    assert len(door.bucket.asked) == 2


def test_a_kept_chain_dies_with_its_certificate(door: Door) -> None:
    door.bucket.files["short.pem"] = AMAZON.chain(NOW - DAY, NOW + timedelta(hours=1))
    assert door.trusts(sign(b"{}", "short.pem"))
    door.now += timedelta(hours=1, seconds=1)
    assert not door.trusts(sign(b"{}", "short.pem"))


def test_a_kept_chain_is_not_good_before_its_certificate_begins(door: Door) -> None:
    door.bucket.files["fresh.pem"] = AMAZON.chain(NOW, NOW + YEAR)
    assert door.trusts(sign(b"{}", "fresh.pem"))
    door.now -= timedelta(seconds=1)
    assert not door.trusts(sign(b"{}", "fresh.pem"))


def test_a_renewed_certificate_at_the_same_address_is_taken_up(door: Door) -> None:
    door.bucket.files["short.pem"] = AMAZON.chain(NOW - DAY, NOW + timedelta(hours=1))
    door.trusts(sign(b"{}", "short.pem"))
    door.now += timedelta(hours=2)
    door.bucket.files["short.pem"] = AMAZON.chain(NOW, NOW + YEAR)
    assert door.trusts(sign(b"{}", "short.pem"))


def test_eight_chains_are_kept_and_the_least_used_one_leaves(door: Door) -> None:
    names = [f"chain-{number}.pem" for number in range(MAX_CHAINS + 1)]
    door.bucket.files.update(dict.fromkeys(names, door.bucket.files["chain.pem"]))
    for name in [*names[:-1], names[0], names[-1]]:
        assert door.trusts(sign(b"{}", name))
    door.bucket.asked.clear()
    for name in [*names[2:], names[0], names[1]]:
        assert door.trusts(sign(b"{}", name))
    assert door.bucket.asked == [ADDRESS + names[1]]


def test_a_failure_is_remembered_for_five_seconds(door: Door) -> None:
    assert not door.trusts(sign(b"{}", "late.pem"))
    door.bucket.files["late.pem"] = door.bucket.files["chain.pem"]
    door.now += timedelta(seconds=4)
    assert not door.trusts(sign(b"{}", "late.pem"))
    door.now += timedelta(seconds=1)
    assert door.trusts(sign(b"{}", "late.pem"))
    assert len(door.bucket.asked) == 2


def test_outsiders_cannot_make_us_fetch_without_bound(door: Door) -> None:
    for number in range(3 * MAX_FAILURES):
        assert not door.trusts(sign(b"{}", f"made-up-{number}.pem"))
    assert len(door.bucket.asked) == MAX_FAILURES


def test_a_chain_that_was_good_is_renewed_even_while_outsiders_press(door: Door) -> None:
    assert door.trusts(sign(b"{}"))
    door.now += DAY
    for number in range(MAX_FAILURES):
        door.trusts(sign(b"{}", f"made-up-{number}.pem"))
    assert door.trusts(sign(b"{}"))


def test_a_clock_that_was_put_back_does_not_keep_a_failure_alive(door: Door) -> None:
    door.trusts(sign(b"{}", "late.pem"))
    door.bucket.files["late.pem"] = door.bucket.files["chain.pem"]
    door.now -= timedelta(hours=1)
    assert door.trusts(sign(b"{}", "late.pem"))


@dataclass(slots=True)
class SlowBucket(Bucket):
    """Answers only when told to."""

    answer: Event = field(default_factory=Event)
    reached: Event = field(default_factory=Event)

    def fetch(self, url: str) -> bytes:
        self.reached.set()
        assert self.answer.wait(5)
        return Bucket.fetch(self, url)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as executor:
        yield executor


@pytest.mark.parametrize("chain", ["chain.pem", "no-such.pem"])
def test_requests_that_come_at_once_fetch_once(chain: str, pool: ThreadPoolExecutor) -> None:
    slow = SlowBucket(dict(AMAZON.files))
    door, together, letter = Door(bucket=slow), Barrier(8, timeout=5), sign(b"{}", chain)

    def knock() -> bool:
        together.wait()
        return door.trusts(letter)

    knocks = [pool.submit(knock) for _ in range(8)]
    assert slow.reached.wait(5)
    slow.answer.set()
    assert {one.result(5) for one in knocks} == {chain == "chain.pem"}
    assert len(slow.asked) == 1


def test_few_unknown_chains_are_fetched_at_once(pool: ThreadPoolExecutor) -> None:
    slow = SlowBucket(dict(AMAZON.files))
    door = Door(bucket=slow)
    knocks = [pool.submit(door.refusal, sign(b"{}", f"made-up-{number}.pem")) for number in range(8)]
    refused = list(islice(as_completed(knocks, timeout=5), 8 - MAX_FETCHES))
    slow.answer.set()
    for one in knocks:
        one.result(5)
    assert {one.result() for one in refused} == {"too many unknown certificates were asked for just now"}
    assert len(slow.asked) == MAX_FETCHES


def test_a_fetch_that_fails_in_an_unforeseen_way_holds_nobody_up() -> None:
    answers = iter([ZeroDivisionError])

    def fetch(url: str) -> bytes:
        for error in answers:
            raise error
        return AMAZON.files[url.removeprefix(ADDRESS)]

    now = [NOW]
    verifier = Verifier(roots=AMAZON.roots, fetch=fetch, clock=lambda: now[0])
    letter = sign(b"{}")
    with pytest.raises(ZeroDivisionError):
        verifier.verify(letter.headers, letter.body)
    now[0] += timedelta(seconds=5)
    verifier.verify(letter.headers, letter.body)
