"""Quiet hours, by day and by night, across zones and changes of the clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from notices.quiet import NoQuietHours, Quiet, told_from

BERLIN = ZoneInfo("Europe/Berlin")


def told(hours: str, at: str, zone: ZoneInfo = BERLIN) -> str:
    """When somebody is told who has these quiet hours, by the clock on the wall."""
    moment = datetime.fromisoformat(at).replace(tzinfo=zone).timestamp()
    return datetime.fromtimestamp(told_from(hours, moment, zone), zone).isoformat(" ")[:16]


@pytest.mark.parametrize(
    ("hours", "at", "then"),
    [
        ("22:00-07:00", "2026-11-20 21:59", "2026-11-20 21:59"),
        ("22:00-07:00", "2026-11-20 22:00", "2026-11-21 07:00"),
        ("22:00-07:00", "2026-11-21 03:00", "2026-11-21 07:00"),
        ("22:00-07:00", "2026-11-21 07:00", "2026-11-21 07:00"),
        ("13:00-15:30", "2026-11-20 14:00", "2026-11-20 15:30"),
        ("13:00-15:30", "2026-11-20 16:00", "2026-11-20 16:00"),
        ("00:00-00:00", "2026-11-20 16:00", "2026-11-20 16:00"),
        ("7:00 - 8:00", "2026-11-20 07:30", "2026-11-20 08:00"),
        ("", "2026-11-20 16:00", "2026-11-20 16:00"),
        ("nonsense", "2026-11-20 16:00", "2026-11-20 16:00"),
        ("22:00-07:00", "2026-10-24 23:00", "2026-10-25 07:00"),  # the night that has an hour more
        ("22:00-07:00", "2026-03-28 23:00", "2026-03-29 07:00"),  # and the one that has one less
        ("22:00-02:30", "2026-03-28 23:00", "2026-03-29 03:30"),  # an end that this night does not have
    ],
)
def test_nobody_is_told_before_it_is_no_longer_quiet(hours: str, at: str, then: str):
    assert told(hours, at) == then


def test_quiet_is_where_the_person_is():
    moment = datetime(2026, 11, 20, 22, 30, tzinfo=BERLIN).timestamp()
    assert told_from("22:00-07:00", moment, ZoneInfo("America/New_York")) == moment
    assert told_from("22:00-07:00", moment, BERLIN) == moment + timedelta(hours=8.5).total_seconds()


def test_without_a_zone_it_is_the_machines():
    moment = datetime(2026, 11, 20, 23, 30).astimezone().timestamp()
    assert told_from("23:00-23:45", moment, None) == moment + 900


@pytest.mark.parametrize("text", ["22-7", "24:00-07:00", "22:00", "22:60-07:00", "22:00-07:00-09:00"])
def test_what_are_no_hours_is_refused(text: str):
    with pytest.raises(NoQuietHours, match="22:00-07:00"):
        Quiet.parse(text)
