"""Keeping an eye on the request manager."""

from __future__ import annotations

import logging
from typing import ClassVar

import pytest

from errands.watch import ANXIOUS, CALM, Sight, Watch
from media_backends import (
    BackendBroken,
    BackendResting,
    BackendType,
    BackendUnreachable,
    KeyRefused,
    NotAllowed,
    Settled,
    UnknownBackend,
)
from tests.fake_backend import FakeBackend
from tests.house import NOON, Clock


class Jellyseerr(FakeBackend):
    backend_type: ClassVar[BackendType] = BackendType.JELLYSEERR


class Detection:
    """What looking again brings."""

    def __init__(self, *answers: Settled | Exception) -> None:
        self.answers = list(answers)

    def __call__(self) -> Settled:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def watch(backend: FakeBackend, *answers: Settled | Exception, certain: bool = True) -> Watch:
    return Watch(Settled(backend, certain), Detection(*answers), Clock().now)


def test_before_the_first_look_nothing_is_known():
    assert watch(FakeBackend()).sight == Sight("overseerr", certain=True)


def test_all_is_well():
    watching = watch(FakeBackend())
    assert watching.look() == CALM
    assert watching.sight == Sight("overseerr", True, True, True, None, NOON)


def test_nobody_answers():
    backend = FakeBackend()
    backend.is_down(BackendUnreachable("nobody at http://nas:5055"))
    watching = watch(backend)
    assert watching.look() == ANXIOUS
    assert watching.sight == Sight("overseerr", True, False, None, "nobody at http://nas:5055", NOON)


def test_the_key_is_refused():
    backend = FakeBackend()
    backend.fails("account", KeyRefused("403"))
    watching = watch(backend)
    assert watching.look() == ANXIOUS
    assert (watching.sight.reachable, watching.sight.key_accepted) == (True, False)


def test_something_else_is_wrong():
    backend = FakeBackend()
    backend.fails("account", NotAllowed("hm"))
    watching = watch(backend)
    watching.look()
    assert (watching.sight.reachable, watching.sight.key_accepted, watching.sight.problem) == (True, None, "hm")


def test_it_recovers():
    backend = FakeBackend()
    backend.is_down(BackendBroken("502"))
    watching = watch(backend, Settled(FakeBackend(), certain=True))  # it could be another; it is not
    watching.look()
    backend.recovers()
    assert watching.look() == CALM
    assert watching.sight.problem is None


def test_while_it_is_uncertain_it_is_detected_again_until_somebody_answers():
    assumed, real = FakeBackend(), Jellyseerr()
    assumed.is_down(BackendUnreachable("refused"))
    watching = watch(assumed, BackendUnreachable("still"), Settled(real, certain=True), certain=False)
    watching.look()
    assert (watching.backend, watching.sight.certain) == (assumed, False)
    watching.look()
    assert watching.backend is real
    assert watching.sight == Sight("jellyseerr", True, True, True, None, NOON)
    watching.look()  # a third detection would find no answer prepared


def test_a_stranger_is_told_to_the_owner_and_nothing_changes(caplog):
    assumed = FakeBackend()
    watching = watch(assumed, UnknownBackend("No known request manager answers at http://nas"), certain=False)
    watching.look()
    assert watching.backend is assumed
    assert "No known request manager answers" in caplog.text


def test_a_stranger_who_stays_is_told_once(caplog):
    stranger = UnknownBackend("No known request manager answers at http://nas")
    watching = watch(FakeBackend(), stranger, stranger, stranger, certain=False)
    for _ in range(3):
        watching.look()
    assert caplog.text.count("No known request manager answers") == 1


def test_each_change_is_told_once(caplog):
    caplog.set_level(logging.INFO)
    backend = FakeBackend()
    watching = watch(backend)
    for _ in range(2):
        watching.look()
    backend.is_down(BackendUnreachable("refused"))
    for _ in range(2):
        watching.look()
    backend.recovers()
    watching.look()
    told = [record.getMessage() for record in caplog.records if record.name == "errands.watch"]
    well = "The request manager (overseerr) answers and accepts the key."
    assert told == [well, "The request manager (overseerr): refused", well]


def test_while_it_is_left_alone_what_was_seen_last_is_told_and_told_once(caplog):
    backend = FakeBackend()
    watching = watch(backend)
    with caplog.at_level(logging.WARNING):
        for failures in range(5, 8):
            for problem in (BackendUnreachable("nas:5055 said 503"), BackendResting(f"it failed {failures} times")):
                backend.is_down(problem)
                watching.look()
                assert watching.record.condition.why == "nas:5055 said 503"
    assert len(caplog.messages) == 1


def test_one_that_is_left_alone_before_it_was_looked_at_is_told_as_that():
    backend = FakeBackend()
    backend.is_down(BackendResting("it failed 5 times in a row"))
    watching = watch(backend)
    watching.look()
    assert watching.sight.problem == "it failed 5 times in a row"


def test_a_look_that_hangs_keeps_nobody_waiting():
    import threading

    backend = FakeBackend()
    backend.blocks("account")
    watching = watch(backend)
    looking = threading.Thread(target=watching.look)
    looking.start()
    assert watching.sight.reachable is None
    assert watching.backend is backend
    backend.recovers()
    looking.join(5)
    assert watching.sight.reachable is True


@pytest.mark.parametrize("problem", [ValueError("a bug")])
def test_a_bug_is_not_hidden(problem: Exception):
    backend = FakeBackend()
    backend.fails("account", problem)
    with pytest.raises(ValueError, match="a bug"):
        watch(backend).look()
