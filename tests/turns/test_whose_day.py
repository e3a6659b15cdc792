""" "Today" is the day of whoever speaks: told with the turn, else the owner's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from channels import Who
from channels.voice import CHANNEL
from dialogs.states import Offering
from settings import SettingsError, read_settings
from tests.fake_backend import FakeBackend
from tests.house import NOON, House
from turns.outside import Outside
from turns.taking import Taking, Words

#: Fourteen hours ahead of UTC, where it is tomorrow already; and eleven behind.
AHEAD, BEHIND = "Pacific/Kiritimati", "Pacific/Midway"


def day_of(house: House, zone: str) -> str:
    """The day on which a title is offered to somebody there."""

    def told(taking: Taking) -> str:
        assert isinstance(taking.state, Offering)
        return taking.state.today

    who = Who("ann", zone=zone)
    return house.built.front.answer(
        CHANNEL, Words("get dune"), person=who, conversation=zone, locale="en-US", tell=told
    )


def test_today_is_the_day_where_the_speaker_is(house: House):
    assert day_of(house, AHEAD) == "2026-11-21"
    house.waits(-2 * 3600)
    assert day_of(house, BEHIND) == "2026-11-19"


def test_of_who_does_not_say_it_is_the_owners_day(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), time_zone=AHEAD)
    assert day_of(house, "") == "2026-11-21"
    assert day_of(house, BEHIND) == "2026-11-20"


def test_a_caller_of_voice_may_tell_the_time_zone(house: House):
    assert house.posts("get dune", speaker="ann", time_zone="Europe/Berlin")["state"] == "offering"
    assert house.posts("get dune", speaker="ann", time_zone="")["state"] == "offering"


@pytest.mark.parametrize(
    "zone", ["Nowhere/Land", "Europe", "../../etc/passwd", "/etc/passwd", "Europe/Berlin\n", "\u00e9", 1]
)
def test_a_time_zone_that_there_is_not_is_refused(house: House, zone: object):
    answer = house.client.post("/voice", json={"text": "get dune", "time_zone": zone})
    assert answer.status_code == 400
    assert "time_zone" in answer.get_json()["error"]["message"]


def test_nor_does_the_service_start_with_one():
    with pytest.raises(SettingsError, match="TIME_ZONE is not allowed"):
        read_settings(time_zone="Nowhere/Land", _env_file=None)


def test_without_any_it_is_the_machines():
    assert Outside(lambda: NOON).today() in {"2026-11-20", "2026-11-21"}
