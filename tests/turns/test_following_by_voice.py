"""Who is told how a request goes on; what failed, once more; what there is; and "cancel that" behind a request."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from media import News, Stage, Wish
from media_backends import Ability, BackendUnreachable
from storage.following import Following
from storage.timeline import Timeline
from tests.fake_backend import AVAILABLE, BREAKING_BAD, DUNE, FAILED, MATRIX, SEVERANCE, FakeBackend, film, show
from tests.house import Answer, House


def follows(house: House) -> Following:
    return Following(house.built.engine, house.clock.now)


def listeners(house: House, title_key: str) -> list[str]:
    (request, *_) = follows(house).of_title(title_key)
    return [one.person for one in Timeline(house.built.engine).listeners(request.row)]


def requests(house: House, words: str = "dune", person: str = "ben") -> Answer:
    house.waits(1)
    return house.person(person).hears(f"get {words}").hears("yes")


# --- being told


def test_somebody_elses_request_is_followed_on_asking(house: House):
    requests(house)
    already = house.person("ann").hears("get dune").hears("yes")
    assert already.says == "already"
    told = already.hears("tell me too")
    assert told.speech == "Okay, I'll tell you when the movie Dune is ready."
    assert sorted(listeners(house, DUNE.title.key)) == ["ann", "ben"]


def test_a_request_is_followed_by_its_name(house: House):
    requests(house)
    assert house.person("ann").hears("tell me when dune is ready").says == "heeded"
    assert sorted(listeners(house, DUNE.title.key)) == ["ann", "ben"]


def test_whoever_asked_for_it_is_told_anyway(house: House):
    assert requests(house).hears("tell me when it's ready").says == "heeded"
    assert listeners(house, DUNE.title.key) == ["ben"]


def test_what_was_asked_for_elsewhere_is_followed_from_then_on(house: House):
    house.fake.now_has(film("Heat", 949, 1995))
    house.fake.request(Wish(film("Heat", 949, 1995).title), timeout=1)
    told = house.person("ann").hears("tell me when heat is ready")
    assert told.speech == "Okay, I'll tell you when the movie Heat is ready."
    assert listeners(house, "movie:949") == ["ann"]


def test_what_nobody_asked_for_is_offered(house: House):
    told = house.person("ann").hears("tell me when chernobyl is ready")
    assert told.says == "offer-request"
    assert told.hears("yes").says == "requested"


def test_what_is_there_is_told_at_once(house: House):
    told = house.person("ann").hears("tell me when jurassic park is ready")
    assert told.speech == "The movie Jurassic Park is in your library."


def test_whoever_has_no_name_cannot_be_told(house: House):
    requests(house)
    assert house.person("").hears("tell me when dune is ready").says == "heed-nameless"
    assert listeners(house, DUNE.title.key) == ["ben"]


def test_of_nothing_in_particular_nobody_can_be_told(house: House):
    assert house.person("ann").hears("tell me when it's ready").says == "heed-what"


# --- being told of what was read out a moment ago


@pytest.mark.parametrize("list_them", ["what did i ask for", "what did everybody ask for"])
def test_behind_a_list_of_one_it_is_that_one(house: House, list_them: str):
    requests(house)
    listed = house.person("ben", conversation="two").hears(list_them)
    assert listed.hears("tell me when it's ready").speech == "Okay, I'll tell you when the movie Dune is ready."


def two_read_out(house: House) -> Answer:
    """A list that begins with Heat, since it was asked for last."""
    house.fake.now_has(film("Heat", 949, 1995))
    requests(house, "dune")
    requests(house, "heat")
    return house.person("ben", conversation="two").hears("what did i ask for")


def test_behind_a_list_of_several_it_is_asked_which(house: House):
    asked = two_read_out(house).hears("tell me when it's ready")
    assert asked.speech == "Which one do you mean: the movie Heat from 1995 or the movie Dune from 2021?"
    assert asked.hears("the second one").speech == "Okay, I'll tell you when the movie Dune is ready."


@pytest.mark.parametrize("said", ["heat", "the first one", "the one from 1995"])
def test_one_of_those_asked_about_is_chosen_as_people_choose(house: House, said: str):
    asked = two_read_out(house).hears("tell me when it's ready")
    assert asked.hears(said).speech == "Okay, I'll tell you when the movie Heat is ready."


@pytest.mark.parametrize(
    ("said", "title"),
    [("tell me when the first one is ready", "Heat"), ("let me know when the last one is there", "Dune")],
)
def test_one_of_a_list_is_named_by_its_place(house: House, said: str, title: str):
    assert two_read_out(house).hears(said).speech == f"Okay, I'll tell you when the movie {title} is ready."


def test_a_place_that_the_list_does_not_have_is_asked_for_again(house: House):
    assert two_read_out(house).hears("tell me when the third one is ready").says == "no-such-choice"


def test_of_one_of_a_list_they_hear_no_more_and_of_the_others_still(house: House):
    told = two_read_out(house).hears("stop telling me about the first one")
    assert told.speech == "Okay, I won't tell you about the movie Heat any more."
    assert (listeners(house, "movie:949"), listeners(house, DUNE.title.key)) == ([], ["ben"])


@pytest.mark.parametrize("said", ["stop telling me about the third one", "stop telling me about the seventh one"])
def test_a_place_that_the_list_does_not_have_is_not_everything(house: House, said: str):
    assert two_read_out(house).hears(said).says == "unheed-what"
    assert listeners(house, DUNE.title.key) == ["ben"]


def test_without_a_list_the_second_one_is_nothing_that_is_known(house: House):
    assert requests(house).hears("stop telling me about the second one").says == "unheed-what"
    assert listeners(house, DUNE.title.key) == ["ben"]


def test_one_of_a_list_is_where_it_is(house: House):
    assert two_read_out(house).hears("where is the second one").speech == "The movie Dune is approved and on the way."


def test_none_of_those_read_out_is_no_wish(house: House):
    asked = two_read_out(house).hears("tell me when it's ready")
    assert asked.hears("no").says == "heed-what"


def test_another_title_than_those_read_out_is_looked_for(house: House):
    asked = two_read_out(house).hears("tell me when it's ready")
    assert asked.hears("get chernobyl").speech.startswith("I found the TV show Chernobyl")


def test_whoever_will_not_be_told_can_change_their_mind(house: House):
    requests(house)
    told = house.person("ben").hears("stop telling me about dune")
    assert told.hears("tell me when it's ready").speech == "Okay, I'll tell you when the movie Dune is ready."


def test_what_was_told_of_is_what_it_means_from_then_on(house: House):
    requests(house)
    told = house.person("ann").hears("tell me when dune is ready")
    assert told.hears("has it arrived").speech == "The movie Dune is approved and on the way."


def test_somebody_wants_to_hear_no_more_of_a_title(house: House):
    requests(house)
    requests(house, "tomorrow again")
    told = house.person("ben", conversation="two").hears("stop telling me about dune")
    assert told.speech == "Okay, I won't tell you about the movie Dune any more."
    assert listeners(house, DUNE.title.key) == []
    assert listeners(house, "movie:990001") == ["ben"]
    assert house.person("ben", conversation="two").hears("stop telling me about dune").says == "unheeded-none"


def test_somebody_wants_to_hear_no_more_of_anything(house: House):
    requests(house)
    requests(house, "tomorrow again")
    assert house.person("ben", conversation="two").hears("stop telling me").says == "unheeded-all"
    assert listeners(house, "movie:990001") == []
    assert house.person("ben", conversation="two").hears("stop telling me").says == "unheeded-none"


# --- once more


def test_what_failed_is_tried_again(house: House):
    house.fake.can |= {Ability.RETRY}
    requests(house)
    house.fake.now_has(film("Dune", 438631, 2021, FAILED))
    (request,) = follows(house).of_title(DUNE.title.key)
    follows(house).note(request.row, News(Stage.FAILED, "look", request_id=request.request_id))
    told = house.person("ben", conversation="two").hears("try again")
    assert told.speech == "Okay, your media server tries the movie Dune again."
    assert house.fake.retried == ["1"]
    assert follows(house).of_title(DUNE.title.key)[0].stage is Stage.APPROVED


def test_what_is_still_owed_is_sent_at_once(house: House):
    house.fake.fails("request", BackendUnreachable("gone"))
    owed = requests(house)
    assert owed.says == "owed"
    house.fake.recovers()
    assert owed.hears("try again").says == "requested"
    assert house.fake.submitted == ["tmdb:438631"]


def test_what_did_not_fail_is_told_so(house: House):
    assert requests(house).hears("try dune again").speech == "The movie Dune is approved and on the way."
    assert house.person("ann").hears("try again").says == "nothing-failed"


def test_a_server_that_cannot_try_again_says_so(house: House):
    requests(house)
    house.fake.now_has(film("Dune", 438631, 2021, FAILED))
    assert house.person("ben", conversation="two").hears("try dune again").says == "cannot-ask"


# --- which there are


def test_what_everybody_asked_for_begins_with_ones_own(house: House):
    requests(house)
    requests(house, "tomorrow again", "ann")
    told = house.person("ben", conversation="two").hears("what did everybody ask for")
    assert told.speech == (
        "Here is what everybody asked for: the movie Dune is approved and on the way and the movie Tomorrow Again is "
        "approved, and due out on March 5, 2027."
    )


def test_what_is_downloading_is_what_moves(demo: House):
    demo.posts("get dune", "one", speaker="ann")
    demo.posts("yes", "one", speaker="ann")
    nothing = demo.posts("what's downloading", "two", speaker="ann")
    assert nothing["speech"] == "Nothing is being downloaded right now."
    demo.waits(45)  # it was approved meanwhile, which nobody told us
    told = demo.posts("what's downloading", "two", speaker="ann")
    assert told["speech"].startswith("Here is what is coming: the movie Dune is being downloaded, 25 percent done")


def test_what_became_ready_a_moment_ago_is_new(demo: House):
    demo.posts("get dune", "one", speaker="ann")
    demo.posts("yes", "one", speaker="ann")
    demo.waits(600)
    told = demo.posts("what's new", "two", speaker="ann")
    assert told["speech"] == "New in your library: the movie Dune."


def test_what_is_new_is_what_became_ready_lately(house: House):
    requests(house)
    requests(house, "tomorrow again", "ann")
    assert house.person("ann", conversation="two").hears("what's new").says == "none-new"
    for title in (DUNE.title.key, "movie:990001"):
        (request,) = follows(house).of_title(title)
        follows(house).note(request.row, News(Stage.READY, "webhook"))
    told = house.person("ann", conversation="two").hears("what's new")
    assert told.speech == "New in your library: the movie Tomorrow Again and the movie Dune."
    house.waits(15 * 86_400)
    assert house.person("ann", conversation="two").hears("what's new").says == "none-new"


def test_a_show_that_became_whole_a_moment_ago_is_new_once(house: House):
    requests(house, "all seasons of severance", "ann")
    (request,) = follows(house).of_title(SEVERANCE.title.key)
    follows(house).note(request.row, News(Stage.PARTIAL, "webhook", ready=(1,)))
    house.fake.now_has(show("Severance", 95396, 2022, [AVAILABLE] * 2))
    told = house.person("ann", conversation="two").hears("what's new")
    assert told.speech == "New in your library: seasons one and two of Severance."


def test_of_what_is_gone_and_was_asked_for_again_no_one_hears_who_asked(house: House):
    requests(house)
    (request,) = follows(house).of_title(DUNE.title.key)
    house.waits(60)
    follows(house).note(request.row, News(Stage.GONE, "webhook"))
    house.fake.now_has(DUNE)
    assert requests(house).says == "requested"
    assert "Dune" not in house.person("ben", conversation="two").hears("hello").speech


def test_an_open_question_stays_open(house: House):
    told = house.person("ann").hears("get dune").hears("what's new")
    assert told.speech == ("Nothing that was requested has arrived in the last two weeks. Is that the one you want?")
    assert told.hears("yes").says == "requested"


@pytest.mark.parametrize("said", ["has it arrived", "how much longer", "why isn't it here yet"])
def test_out_of_the_blue_it_is_what_they_asked_for(house: House, said: str):
    assert house.person("ben", conversation="one").hears(said).says == "no-requests"
    requests(house)
    told = house.person("ben", conversation="two").hears(said)
    assert told.speech == "Here is what you asked for: the movie Dune is approved and on the way."


# --- cancel that


def test_cancel_that_behind_a_request_asks_whether_to_take_it_back(house: House):
    house.fake.approves = False
    asked = requests(house).hears("cancel that")
    assert asked.speech == "Do you mean the request? Shall I take it back?"
    assert asked.hears("yes").says == "undone"
    assert house.fake.cancelled == ["tmdb:438631"]


@pytest.mark.parametrize("answer", ["no", "never mind"])
def test_the_request_stands_unless_they_agree(house: House, answer: str):
    house.fake.approves = False
    assert requests(house).hears("cancel that").hears(answer).says == "undo-kept"
    assert house.fake.cancelled == []


@pytest.mark.parametrize("words", ["thanks", "goodbye", "that's all"])
def test_whoever_says_goodbye_behind_a_request_is_not_asked(house: House, words: str):
    assert requests(house).hears(words).says == "goodbye"


def test_cancel_that_elsewhere_is_goodbye(house: House):
    assert house.person("ann").hears("get dune").hears("cancel that").says == "goodbye"
    assert house.person("bob").hears("cancel that").says == "goodbye"


def test_a_question_about_the_undoing_is_helped_with(house: House):
    asked = requests(house).hears("cancel that")
    assert asked.hears("help").says == "help-undo"
    assert asked.hears("dishwasher tablets please and thank you").state.name != "finished"


def test_who_shares_a_title_with_nobody_hears_of_the_library(build_house: Callable[..., House]):
    house = build_house(FakeBackend([MATRIX, BREAKING_BAD]))
    assert house.person("ann").hears("where is the matrix").speech == "The movie The Matrix is waiting for approval."
    assert house.person("ann").hears("is breaking bad ready").speech == (
        "The TV show Breaking Bad is approved and on the way."
    )


def test_a_season_is_told_of_by_itself(house: House):
    house.person("ann").hears("get season two of fargo").hears("yes")
    asks = house.person("bob").hears
    assert asks("is season two of fargo ready").speech == "Season two of Fargo is approved and on the way."
    assert asks("is season one of fargo ready").speech == "Season one of Fargo is in your library."
    assert asks("where is season one of severance").says == "offer-request"
    assert house.person("bob").hears("yes").says == "requested"
    assert house.fake.submitted == ["tmdb:60622:2", "tmdb:95396:1"]


def test_an_open_question_behind_a_list_of_others_says_what_it_is_about(house: House):
    requests(house)
    asked = house.person("ann").hears("get chernobyl").hears("what did everybody ask for")
    assert asked.speech.endswith("Back to Chernobyl. Is that the one you want?")
    assert asked.hears("yes").speech == "Okay, I've requested season one of Chernobyl."


def test_hello_behind_the_end_of_a_conversation_tells_what_is_not_heard_yet(house: House):
    house.fake.approves = False  # what was approved cannot be taken back
    requests(house)
    ann = house.person("ann").hears("tell me when dune is ready")
    house.waits(1)
    house.person("ben").hears("undo")
    house.waits(1)
    told = ann.hears("hello")
    assert "The request for the movie Dune was taken back." in told.speech
    assert house.person("ann").hears("never mind").hears("hello").says == "what-would-you-like"
