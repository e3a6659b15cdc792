"""What the tools do: the same requests, by the same rules, as somebody gets who speaks."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from media import User
from media_backends import Ability, BackendUnreachable, KeyRefused, NotAllowed, QuotaUsedUp
from storage.people import People
from tests.channels.mcp.talking import Assistant
from tests.fake_backend import FakeBackend
from tests.house import House

DUNE, DUNE_1984, JURASSIC_PARK, MATRIX, THE_ROOM = 438631, 841, 329, 603, 17473
SEVERANCE, THE_BEAR, CHERNOBYL, BREAKING_BAD = 95396, 136315, 87108, 1396


def test_from_a_search_to_a_request(house: House, assistant: Assistant):
    found = assistant.gets("search_media", query="dune")
    assert [(title["id"], title["year"]) for title in found["titles"]] == [(DUNE, 2021), (DUNE_1984, 1984)]
    first = found["titles"][0]
    told = assistant.gets("request_media", kind=first["kind"], id=first["id"], title=first["title"])
    assert (told["outcome"], told["request"]["status"]) == ("requested", "approved")
    assert told["speech"] == "Okay, I've requested the movie Dune."
    assert house.fake.submitted == [f"tmdb:{DUNE}"]


def test_a_result_is_text_as_well(assistant: Assistant):
    result = assistant.calls("search_media", query="dune")
    assert json.loads(result["content"][0]["text"]) == result["structuredContent"]


def test_a_search_may_be_narrowed(assistant: Assistant):
    assert assistant.gets("search_media", query="dune", year=1984)["titles"][0]["id"] == DUNE_1984
    assert assistant.gets("search_media", query="the bear", kind="tv")["titles"][0]["id"] == THE_BEAR
    assert len(assistant.gets("search_media", query="dune", limit=1)["titles"]) == 1


def test_nothing_found_is_no_error(assistant: Assistant):
    told = assistant.gets("search_media", query="qqqq zzzz")
    assert (told["outcome"], told["titles"]) == ("not_found", [])
    assert "qqqq zzzz" in told["speech"]


def test_nothing_found_is_never_told_of_a_server_that_is_down(house: House, assistant: Assistant):
    house.fake.is_down(BackendUnreachable("x"))
    assert assistant.fails("search_media", query="dune").startswith("failed: I can't reach your media server")


def test_a_dry_run_requests_nothing(house: House, assistant: Assistant):
    told = assistant.gets("request_media", kind="tv", id=THE_BEAR, season_group="missing", dry_run=True)
    assert (told["outcome"], told["request"]["seasons"]) == ("would_request", [2, 3])
    assert told["request"]["status"] == "not requested"
    assert (house.fake.submitted, assistant.gets("list_requests")["count"]) == ([], 0)


@pytest.mark.parametrize(
    ("wanted", "seasons"),
    [
        ({"seasons": [2]}, "2"),
        ({"seasons": [3, 2, 2]}, "2,3"),
        ({"seasons": [1, 2]}, "2"),  # the first is there
        ({"seasons": [0]}, "0"),
        ({"season_group": "all"}, "2,3"),
        ({"season_group": "missing"}, "2,3"),
    ],
)
def test_seasons(house: House, assistant: Assistant, wanted: dict[str, object], seasons: str):
    assert assistant.gets("request_media", kind="tv", id=THE_BEAR, **wanted)["outcome"] == "requested"
    assert house.fake.submitted == [f"tmdb:{THE_BEAR}:{seasons}"]


def test_seasons_that_are_not_named_are_asked_for(house: House, assistant: Assistant):
    told = assistant.gets("request_media", kind="tv", id=THE_BEAR)
    assert (told["outcome"], told["open_seasons"]) == ("which_seasons", [2, 3])
    assert told["speech"].endswith("Which ones would you like?")
    assert house.fake.submitted == []


def test_a_show_of_one_season_needs_none_named(house: House, assistant: Assistant):
    assert assistant.gets("request_media", kind="tv", id=CHERNOBYL)["outcome"] == "requested"
    assert house.fake.submitted == [f"tmdb:{CHERNOBYL}:1"]


def test_what_the_owner_wants_where_nobody_named_any_holds_here(build_house: Callable[..., House]):
    house = build_house(FakeBackend(), seasons_default="first")
    assert Assistant(house).gets("request_media", kind="tv", id=SEVERANCE)["request"]["seasons"] == [1]


def test_a_season_that_does_not_exist(house: House, assistant: Assistant):
    told = assistant.gets("request_media", kind="tv", id=SEVERANCE, seasons=[7])
    assert (told["outcome"], told["open_seasons"]) == ("which_seasons", [1, 2])
    assert told["speech"] == "Severance has two seasons. Which would you like?"
    assert house.fake.submitted == []


@pytest.mark.parametrize(("kind", "title"), [("movie", JURASSIC_PARK), ("movie", MATRIX), ("tv", BREAKING_BAD)])
def test_what_is_there_or_asked_for_is_not_requested(house: House, assistant: Assistant, kind: str, title: int):
    assert assistant.gets("request_media", kind=kind, id=title, dry_run=True)["outcome"] == "already"
    assert assistant.gets("request_media", kind=kind, id=title)["outcome"] == "already"
    assert "request" not in house.fake.calls


def test_asking_twice_makes_no_duplicate(house: House, assistant: Assistant):
    said = [assistant.gets("request_media", kind="movie", id=DUNE)["outcome"] for _ in range(2)]
    assert said == ["requested", "already"]
    assert house.fake.submitted == [f"tmdb:{DUNE}"]


def test_a_request_that_cannot_be_sent_is_owed_and_sent_later(house: House, assistant: Assistant):
    house.fake.fails("request", BackendUnreachable("x"))
    told = assistant.gets("request_media", kind="movie", id=DUNE)
    assert (told["outcome"], told["request"]["status"]) == ("queued", "queued")
    assert assistant.gets("list_requests")["requests"][0]["status"] == "queued"
    house.fake.recovers()
    house.waits(60)
    house.worker.run_due()
    assert house.fake.submitted == [f"tmdb:{DUNE}"]


@pytest.mark.parametrize("problem", [NotAllowed("x"), QuotaUsedUp("x")])
def test_a_refusal_is_an_error(house: House, assistant: Assistant, problem: Exception):
    house.fake.fails("request", problem)
    assert assistant.fails("request_media", kind="movie", id=DUNE).startswith("refused: ")
    assert assistant.gets("list_requests")["count"] == 0


def test_a_key_that_is_refused_is_an_error(house: House, assistant: Assistant):
    house.fake.is_down(KeyRefused("x"))
    assert "API key" in assistant.fails("request_status", kind="movie", id=DUNE)
    assert "API key" in assistant.fails("request_media", kind="movie", id=DUNE)


def test_a_blocked_title_is_an_error(assistant: Assistant):
    assert assistant.fails("request_media", kind="movie", id=THE_ROOM).startswith("refused: ")


def test_an_id_that_nothing_has_is_an_error(assistant: Assistant):
    for tool in ("request_media", "request_status"):
        assert assistant.fails(tool, kind="movie", id=77).endswith("Your media server doesn't know that title.")


@pytest.mark.parametrize(("name", "is_it"), [("Dune", True), ("dune (2021)", True), ("Heat", False), ("Dune 2", False)])
def test_an_id_of_another_title_is_not_requested(house: House, assistant: Assistant, name: str, *, is_it: bool):
    if is_it:
        assistant.gets("request_media", kind="movie", id=DUNE, title=name)
    else:
        assert "Dune, released in 2021" in assistant.fails("request_media", kind="movie", id=DUNE, title=name)
    assert house.fake.submitted == ([f"tmdb:{DUNE}"] if is_it else [])


def test_a_film_has_no_seasons(house: House, assistant: Assistant):
    assert assistant.fails("request_media", kind="movie", id=DUNE, seasons=[1]).startswith("refused: ")
    assert house.fake.submitted == []


def test_nothing_is_requested_in_another_quality_than_was_asked_for(house: House, assistant: Assistant):
    told = assistant.gets("request_media", kind="movie", id=DUNE, four_k=True)
    assert (told["outcome"], house.fake.submitted) == ("not_in_4k", [])
    house.fake.can |= {Ability.FOUR_K_MOVIES}
    assert assistant.gets("request_media", kind="movie", id=DUNE, four_k=True)["outcome"] == "requested"
    assert house.fake.submitted == [f"tmdb:{DUNE}:4k"]


def test_how_far_a_show_is(assistant: Assistant):
    told = assistant.gets("request_status", kind="tv", id=THE_BEAR)
    assert told["title"]["title"] == "The Bear"
    seasons = {season["number"]: season["availability"] for season in told["seasons"]}
    assert seasons == {0: "missing", 1: "available", 2: "missing", 3: "missing", 4: "processing"}


def test_what_was_asked_for_is_listed_newest_first(house: House, assistant: Assistant):
    assistant.gets("request_media", kind="movie", id=DUNE)
    house.waits(1)
    assistant.gets("request_media", kind="tv", id=SEVERANCE, seasons=[2])
    told = assistant.gets("list_requests")
    assert [(one["title"], one["seasons"]) for one in told["requests"]] == [("Severance", [2]), ("Dune", [])]
    assert told["count"] == 2
    assert len(assistant.gets("list_requests", limit=1)["requests"]) == 1


def test_a_request_is_taken_back(house: House, assistant: Assistant):
    house.fake.approves = False
    assistant.gets("request_media", kind="movie", id=DUNE)
    assistant.gets("request_media", kind="movie", id=DUNE_1984)
    told = assistant.gets("cancel_request", kind="movie", id=DUNE)
    assert [one["id"] for one in told["cancelled"]] == [DUNE]
    assert house.fake.cancelled == [f"tmdb:{DUNE}"]


def test_a_request_that_was_approved_stays(house: House, assistant: Assistant):
    assistant.gets("request_media", kind="movie", id=DUNE)
    assert assistant.fails("cancel_request", kind="movie", id=DUNE).startswith("refused: ")
    assert house.fake.cancelled == []


def test_a_request_that_was_not_sent_is_crossed_off(house: House, assistant: Assistant):
    house.fake.fails("request", BackendUnreachable("x"))
    assistant.gets("request_media", kind="movie", id=DUNE)
    assert assistant.gets("cancel_request", kind="movie", id=DUNE)["outcome"] == "cancelled"
    house.fake.recovers()
    house.waits(60)
    house.worker.run_due()
    assert house.fake.submitted == []


def test_nobody_takes_back_what_somebody_else_asked_for(house: House, assistant: Assistant):
    house.fake.approves = False
    Assistant(house, "/mcp?speaker=ann").gets("request_media", kind="movie", id=DUNE)
    assert assistant.fails("cancel_request", kind="movie", id=DUNE).startswith("refused: ")
    assert Assistant(house, "/mcp?speaker=ann").gets("cancel_request", kind="movie", id=DUNE)["outcome"] == "cancelled"


def test_only_the_last_ten_minutes_can_be_taken_back(house: House, assistant: Assistant):
    house.fake.approves = False
    assistant.gets("request_media", kind="movie", id=DUNE)
    house.waits(601)
    assert assistant.fails("cancel_request", kind="movie", id=DUNE).startswith("refused: ")


def test_whoever_is_linked_asks_in_their_own_name(house: House):
    house.fake.can |= {Ability.AS_USER}
    house.fake.people = (User("7", "Ann"),)
    People(house.built.engine, house.clock.now, None).link("mcp", "ann", "7")
    Assistant(house, "/mcp?speaker=ann").gets("request_media", kind="movie", id=DUNE)
    Assistant(house).gets("request_media", kind="movie", id=DUNE_1984)
    assert house.fake.asked_as == ["7", None]


def test_it_speaks_the_language_of_the_address(house: House):
    told = Assistant(house, "/mcp?locale=de-DE").gets("request_media", kind="movie", id=DUNE)
    assert told["speech"].startswith("Alles klar, ich habe")
    assert Assistant(house, "/mcp?locale=%00").gets("request_status", kind="movie", id=DUNE)["speech"]


@pytest.mark.parametrize(
    ("tool", "arguments", "why"),
    [
        ("request_media", {"kind": "movie"}, "id: Field required"),
        ("request_media", {"kind": "film", "id": 1}, "kind: "),
        ("request_media", {"kind": "movie", "id": "603"}, "id: "),
        ("request_media", {"kind": "movie", "id": True}, "id: "),
        ("request_media", {"kind": "tv", "id": 1396, "season": [2]}, "season: "),
        ("request_media", {"kind": "tv", "id": 1396, "seasons": [2], "season_group": "all"}, "not both"),
        ("search_media", {"query": ""}, "query: "),
        ("search_media", {"query": "x" * 301}, "query: "),
        ("list_requests", {"limit": 0}, "limit: "),
    ],
)
def test_arguments_of_another_shape_are_told_what_is_wrong(
    house: House, assistant: Assistant, tool: str, arguments: dict[str, object], why: str
):
    told = assistant.fails(tool, **arguments)
    assert told.startswith("Nothing was done. ")
    assert why in told
    assert house.fake.calls == []
