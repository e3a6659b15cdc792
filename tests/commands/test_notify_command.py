"""script/people notify: where people are told, and whether that arrives."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commands.people import main
from tests.house import copy_database
from tests.notices.receivers import Got, takes_json
from tests.serving import settings_in

TOPIC = "ntfys://ntfy.example.com/hush-topic"


@pytest.fixture
def receiver() -> Iterator[Got]:
    with takes_json() as got:
        yield got


@pytest.fixture
def says(tmp_path: Path, fresh_database: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run it; what it prints, or what it complains about. Neither ever shows an address."""
    copy_database(fresh_database, tmp_path)

    def run(*arguments: str, **given: object) -> str:
        settings = settings_in(tmp_path, notice_more_schemes={"json"}, **given)
        problem = main(("notify", *arguments), settings)
        told = problem or capsys.readouterr().out
        assert "hush" not in told
        return told

    return run


def test_nobody_yet(says: Callable[..., str]):
    assert says() == "Nobody has an address of their own.\n"


def test_somebody_is_told_from_now_on_until_that_is_taken_away(says: Callable[..., str]):
    added = says("voice", "ann", TOPIC, "--events", "ready, declined", "--quiet", "22:00-07:00")
    assert added == "ann on voice is told by ntfys://ntfy.example.com/… from now on.\n"
    says("voice", "ben smith", TOPIC)
    assert says().splitlines() == [
        "NUMBER  CHANNEL  PERSON       ADDRESS                     EVENTS          QUIET",
        "1       voice    ann          ntfys://ntfy.example.com/…  declined,ready  22:00-07:00",
        "2       voice    'ben smith'  ntfys://ntfy.example.com/…  usual           never",
    ]
    assert "there is no address 1 of theirs" in says("voice", "ben smith", "--remove", "1")
    assert says("voice", "ann", "--remove", "1") == "ann on voice is no longer told by ntfys://ntfy.example.com/….\n"
    assert "there is no address 1" in says("--remove", "1")
    assert len(says().splitlines()) == 2


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("voice", "ann", "syslog://hush"), "syslog:// may not be used"),
        (("voice", "ann", "file:///hush"), "file:// may not be used"),
        (("voice", "ann", "hush"), "this is no address of a service"),
        (("voice", "ann", "tgram://hush"), "the service cannot read this address"),
        (("voice", " ", TOPIC), "somebody without a name cannot be told"),
        (("voice", "ann", TOPIC, "--events", "ready,rumours"), "nobody is told of rumours"),
        (("voice", "ann", TOPIC, "--quiet", "at night"), "quiet hours are written like 22:00-07:00"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(says: Callable[..., str], typed: tuple[str, ...], why: str):
    assert why in says(*typed)
    assert says() == "Nobody has an address of their own.\n"


def test_an_address_need_not_stand_in_the_history_of_the_shell(says: Callable[..., str], monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{TOPIC}\n"))
    assert "is told by ntfys://" in says("voice", "ann", "-")


def test_a_test_says_plainly_whether_it_went(says: Callable[..., str], receiver: Got):
    assert "took the test message" in says("voice", "ann", receiver.url, "--test")
    assert receiver.titles == ["Overtalkerr: a test"]
    receiver.status = 500
    told = says("voice", "ann", "--test")
    assert told.startswith("people: 1 of 1 did not take the test message.")
    assert "did NOT take it" in told


def test_without_a_name_every_address_is_tested(says: Callable[..., str], receiver: Got):
    says("voice", "ann", receiver.url)
    told = says("--test", notice_urls=f"{receiver.url}/all", owner_notice_urls=f"{receiver.url}/owner", locale="fr-FR")
    assert [line.split(":")[0] for line in told.splitlines()] == ["ann on voice", "the household", "the owner"]
    assert receiver.titles == ["Overtalkerr\u00a0: un essai"] * 3


def test_there_may_be_nothing_to_test(says: Callable[..., str]):
    assert says("--test") == "There is no address to test.\n"
