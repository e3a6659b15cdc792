"""What is said, word for word."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import replace
from html import escape, unescape
from pathlib import Path

import pytest

from dialogs import Button, telling
from dialogs.states import ChoosingSeasons, Offering, Requesting
from dialogs.wants import Refused, Taken
from intents import AskFor, Context, Topic
from media import Availability, Details, Gap, Kind, Receipt, Reply, RequestStatus, Title, Wish
from speech.saying import PAUSE, SpeechError, language_folders, open_speech
from tests.fake_backend import (
    AVAILABLE,
    BREAKING_BAD,
    CHERNOBYL,
    DUNE,
    DUNE_1984,
    FARGO,
    JURASSIC_PARK,
    MATRIX,
    MISSING,
    PARTIAL,
    SEVERANCE,
    THE_BEAR,
    UNRELEASED,
    film,
    show,
)
from tests.samples import (
    ALL_THERE,
    HALF_A_SEASON,
    NOTHING_LEFT,
    ONLY_HALVES,
    TODAY,
    WHYS,
    YEARLESS,
    everything_spoken,
)
from tests.speech.keys import SAID_BY_CHANNELS, used_keys

ROOT = Path(__file__).parents[2]
SPEECH = open_speech()


def said(reply: Reply) -> str:
    return SPEECH.say(reply, "en-US").plain


def say(key: str, **gaps: Gap) -> str:
    return said(Reply(key, gaps))


def offered(details: Details) -> str:
    return said(telling.offer(Offering(AskFor("it"), (details.title,), TODAY)))


def offered_next(details: Details) -> str:
    return said(telling.offer(Offering(AskFor("it"), (DUNE.title, details.title), TODAY, at=1)))


def test_the_guides_sentences():
    assert offered(JURASSIC_PARK) == (
        "I found the movie Jurassic Park, released in 1993. This is already in your library. Is that the one you want?"
    )
    assert said(telling.already(JURASSIC_PARK)) == "Jurassic Park is already in your library! You can watch it now."
    assert offered(BREAKING_BAD) == (
        "I found the TV show Breaking Bad, released in 2008. This is currently being downloaded. "
        "Is that the one you want?"
    )
    assert said(telling.already(BREAKING_BAD)) == (
        "Breaking Bad is already being downloaded. It should be available soon!"
    )
    assert offered(MATRIX) == (
        "I found the movie The Matrix, released in 1999. This has already been requested and is pending approval. "
        "Is that the one you want?"
    )
    assert said(telling.already(MATRIX)) == "The Matrix has already been requested and is waiting for approval."
    five = ChoosingSeasons(show("The Wire", 1438, 2002, [MISSING] * 5), TODAY)
    assert said(telling.which_seasons(five)) == "It has five seasons. Which ones would you like?"


def test_offers():
    assert offered(DUNE) == "I found the movie Dune, released in 2021. Is that the one you want?"
    assert offered(YEARLESS) == "I found the movie Untitled. Is that the one you want?"
    assert offered(UNRELEASED) == (
        "I found the movie Tomorrow Again, which comes out on March 5, 2027. Is that the one you want?"
    )
    assert offered_next(DUNE_1984) == "What about the movie Dune, released in 1984?"
    assert offered_next(FARGO) == (
        "What about the TV show Fargo, released in 2014? Part of it is already in your library. "
        "Is that the one you want?"
    )
    assert offered_next(YEARLESS) == "What about the movie Untitled?"
    assert offered_next(UNRELEASED) == "What about the movie Tomorrow Again, which comes out on March 5, 2027?"


def test_seasons():
    assert said(telling.which_seasons(ChoosingSeasons(THE_BEAR, TODAY))) == (
        "You have season one of The Bear. Season four is being downloaded. "
        "Seasons two and three are missing. Which ones would you like?"
    )
    assert said(telling.which_seasons(ChoosingSeasons(FARGO, TODAY))) == (
        "You have season one of Fargo. Season two is missing. Would you like it?"
    )
    assert said(telling.which_seasons(ChoosingSeasons(HALF_A_SEASON, TODAY))) == (
        "You have season one of Andor. Season two is only partly there. Season three is missing. Would you like it?"
    )
    assert said(telling.no_such_season(ChoosingSeasons(SEVERANCE, TODAY), (7,))) == (
        "Severance has two seasons. Which would you like?"
    )
    assert said(telling.no_such_season(ChoosingSeasons(CHERNOBYL, TODAY), (7,))) == (
        "Chernobyl has only one season. Would you like it?"
    )
    assert said(telling.only_seasons(ALL_THERE)) == (
        "Fleabag has two seasons, and all of them are already there or asked for."
    )


def test_nothing_to_request():
    assert said(telling.already(ALL_THERE)) == "Fleabag is already in your library! You can watch it now."
    assert said(telling.seasons_already(ALL_THERE, (2,))) == (
        "Season two of Fleabag is already in your library! You can watch it now."
    )
    assert said(telling.seasons_already(ALL_THERE, (1, 2))) == (
        "Seasons one and two of Fleabag are already in your library! You can watch them now."
    )
    assert said(telling.already(NOTHING_LEFT)) == (
        "Dark has already been requested. You have season one of Dark. Season two is being downloaded. "
        "Season three is waiting for approval."
    )
    assert said(telling.already(ONLY_HALVES)) == (
        "Part of Shogun is already in your library, and there is nothing left to request."
    )


def test_declined_and_failed():
    refused, failed = Availability.REFUSED, Availability.FAILED
    assert offered(film("Dune", 1, 2021, Availability.DECLINED)) == (
        "I found the movie Dune, released in 2021. A request for this was declined before. Is that the one you want?"
    )
    assert said(telling.already(film("Dune", 1, 2021, refused))) == (
        "A request for Dune was declined, and your media server doesn't take another."
    )
    assert said(telling.already(film("Dune", 1, 2021, failed))) == (
        "Dune was requested before, but that failed. The owner can try it again."
    )
    assert said(telling.already(show("Silo", 1, 2023, [AVAILABLE, refused, failed, failed]))) == (
        "Silo has already been requested. You have season one of Silo. "
        "Seasons three and four were requested, but that failed. Season two was declined."
    )


def test_requesting():
    def requested(wish: Wish, status: RequestStatus, left_out: tuple[int, ...] = ()) -> str:
        return said(telling.requested(Requesting(wish, TODAY, left_out), Taken(Receipt("1", status, wish.seasons))))

    approved, pending = RequestStatus.APPROVED, RequestStatus.PENDING
    assert requested(Wish(DUNE.title), approved) == "Okay, I've requested the movie Dune."
    assert requested(Wish(DUNE.title), pending) == "Okay, I've requested the movie Dune. It's waiting for approval."
    assert requested(Wish(UNRELEASED.title), approved) == (
        "Okay, I've requested the movie Tomorrow Again. It comes out on March 5, 2027."
    )
    assert requested(Wish(THE_BEAR.title, (2, 3)), approved, (1,)) == (
        "Okay, I've requested seasons two and three of The Bear. The other season is already taken care of."
    )
    assert requested(Wish(THE_BEAR.title, (2,)), approved) == "Okay, I've requested season two of The Bear."


def test_what_went_wrong():
    assert said(telling.owed(Requesting(Wish(DUNE.title), TODAY), "backend-too-slow")) == (
        "Your media server is taking too long to answer. "
        "I've written it down, and I'll request the movie Dune as soon as that works."
    )
    assert said(telling.refused(DUNE.title, Refused("request-quota"))) == (
        "I couldn't request Dune. Your request quota is used up for now."
    )
    assert say("stalled", why="backend-unreachable") == "I can't reach your media server right now. Shall I try again?"


def test_each_thing_that_can_go_wrong_has_words_of_its_own():
    words = {why: say("cannot-ask", why=why) for why in WHYS if not why.startswith("request-already")}
    assert len(set(words.values())) == len(words)


# --- gaps


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((1,), "one"),
        ((1, 2), "one and two"),
        ((1, 2, 4), "one, two, and four"),
        ((20, 21), "twenty and 21"),
        ((1, 2, 3), "seasons one to three"),
        (tuple(range(1, 22)), "seasons one to 21"),
        ((1, 2, 3, 5, 7, 8, 9), "seasons one to three, five, and seven to nine"),
        ((0, 1, 2, 3), "the specials and seasons one to three of X"),
        ((0,), "the specials of X"),
        ((0, 1, 2), "the specials and seasons one and two of X"),
    ],
)
def test_numbers_are_listed_as_people_do(numbers: tuple[int, ...], words: str):
    assert words in say("which-seasons-of-all", count=1, missing=numbers) + say(
        "owed", why="x", title="X", kind="tv", seasons=numbers
    )


def test_a_year_has_no_comma():
    assert "released in 1999" in offered(MATRIX)


@pytest.mark.parametrize("title", ["Fast & Furious", "<b>Bold</b>", 'The "Room"', "Ocean's Eleven", "&amp;"])
def test_a_title_is_escaped_for_ssml_and_plain_for_the_eye(title: str):
    spoken = SPEECH.say(Reply("nothing-found", {"title": title}), "en-US")
    assert f"called {title}." in spoken.plain
    assert f"called {escape(title, quote=True)}." in spoken.ssml


@pytest.mark.parametrize("junk", ["\u200b", "\u202e", "\u00ad", "\ufeff", "\x00", "\x1b", "\ud800", "\u2068", "\uffff"])
def test_invisible_characters_of_a_title_are_not_said(junk: str):
    spoken = SPEECH.say(Reply("nothing-found", {"title": f"Du{junk}ne"}), "en-US")
    assert junk not in spoken.plain
    assert junk not in spoken.ssml
    spoken.ssml.encode()


def test_what_a_title_says_in_fluents_own_signs_is_said_as_it_is():
    assert "{ $year } -term" in say("nothing-found", title="{ $year } -term")


def test_a_gap_that_nothing_fills_is_a_bug():
    with pytest.raises(SpeechError, match="offer"):
        say("offer", title="Dune")


def test_a_reply_without_words_is_a_bug():
    with pytest.raises(SpeechError, match="no-such-reply"):
        say("no-such-reply")


@pytest.mark.parametrize("locale", ["en-US", "en_GB", "EN", "en-AU-x", "xx", "", "zh-Hant-TW"])
def test_every_locale_gets_a_language(locale: str):
    assert SPEECH.say(Reply("goodbye"), locale).plain == "Okay. Goodbye!"


# --- all of them


@functools.cache
def everything_said() -> list[tuple[str, Reply]]:
    replies = {repr(spoken.reply): spoken.reply for spoken in everything_spoken()}
    return [(said(reply), reply) for reply in replies.values()]


def test_nothing_invisible_is_said():
    for words, _ in everything_said():
        assert {unicodedata.category(letter) for letter in words} & {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} == set()


def test_spaces_and_stops_stand_right():
    for words, reply in everything_said():
        assert "  " not in words
        assert words == words.strip()
        assert not re.search(r"\s[.,!?]|[.,]{2}|none", words), (words, reply)
        assert words[-1] in ".!?"


def test_what_is_read_out_is_what_is_shown():
    for words, reply in everything_said():
        ssml = unescape(SPEECH.say(reply, "en-US").ssml.replace(PAUSE, ""))
        assert re.sub("</?prosody.*?>", "", ssml) == words


def test_no_sentence_asks_without_listening_or_listens_without_asking():
    wrong = {(reply.key, words) for words, reply in everything_said() if words.endswith("?") != reply.listening}
    assert wrong == set()


# --- keys


@pytest.mark.parametrize("folder", language_folders(), ids=lambda folder: folder.name)
def test_every_language_has_every_reply(folder: Path):
    written = set(re.findall(r"^([a-z][a-z-]*) =", (folder / "says.ftl").read_text(encoding="utf-8"), re.MULTILINE))
    owed = used_keys() | {f"{kind}-{context}" for kind in ("help", "remind", "lost") for context in Context}
    owed |= {f"button-{button}" for button in Button} | SAID_BY_CHANNELS
    assert owed - written == set()
    assert len(used_keys()) > 15


@pytest.mark.parametrize("context", Context)
def test_every_question_has_a_reprompt(context: Context):
    assert SPEECH.word("reprompt", "en-US", context=context).endswith("?")


def test_every_button_has_a_label():
    assert SPEECH.word("button-season", "en-US", number=2) == "Season 2"
    assert all(SPEECH.word(f"button-{button}", "en-US") for button in Button)


@pytest.mark.parametrize("availability", Availability)
@pytest.mark.parametrize("kind", Kind)
def test_a_title_can_be_offered_however_far_it_is(availability: Availability, kind: Kind):
    title = Title(kind, 1, "Anything", 2001, availability)
    for at in (0, 1):
        words = said(telling.offer(Offering(AskFor("it"), (DUNE.title, title)[1 - at :], TODAY, at)))
        assert "Anything" in words
        assert words.endswith("?")


def test_partly_there_is_neither_there_nor_missing():
    details = show("Halves", 1, 2020, [AVAILABLE, PARTIAL])
    assert said(telling.already(details)) == (
        "Halves has already been requested. You have season one of Halves. Season two is only partly there."
    )


def test_a_title_that_is_a_date_away_is_still_a_film():
    assert offered(film("Due", 3, 2026, released="2026-12-18")).count("December 18, 2026") == 1


def test_every_language_folder_is_opened():
    assert SPEECH.languages == tuple(sorted(folder.name for folder in language_folders()))


def test_what_is_longer_than_any_title_is_cut():
    endless = say("nothing-found", title="&" * 5000)
    assert endless.startswith("I couldn't find anything called &&&&")
    assert len(endless) < 300


# --- how it speaks


def test_an_offer_is_no_longer_than_a_breath():
    """At most 25 words, the title and a note about what it cannot be had in apart."""
    offers = [(words, reply) for words, reply in everything_said() if reply.key.startswith("offer")]
    long = [words for words, reply in offers if len(_beside_the_title(reply)) > 25]
    assert long == []


def _beside_the_title(reply: Reply) -> list[str]:
    return said(replace(reply, gaps={**reply.gaps, "title": "It", "lacking": None})).split()


@pytest.mark.parametrize(
    ("gaps", "words"),
    [
        ({}, ""),
        ({"waiting": "yes"}, " It's waiting for approval."),
        ({"left_out": (1,)}, " The other season is already taken care of."),
        (
            {"waiting": "yes", "left_out": (1, 3)},
            " It's waiting for approval. The other seasons are already taken care of.",
        ),
        ({"airing": "runs"}, " New episodes come by themselves, but a new season has to be asked for."),
        ({"airing": "starts"}, " It hasn't started yet, and comes as it airs."),
        ({"due": "2027-03-05"}, " It comes out on March 5, 2027."),
    ],
)
def test_what_is_requested_is_told_with_what_is_true_of_it(gaps: dict[str, Gap], words: str):
    nothing: dict[str, Gap] = {"left_out": None, "waiting": "no", "due": None}
    wish: dict[str, Gap] = {"kind": Kind.TV, "title": "Andor", "seasons": (2,), "quality": "hd", "unlinked": "no"}
    assert say("requested", **{**wish, **nothing, **gaps}) == f"Okay, I've requested season two of Andor.{words}"


def test_specials_that_there_are_none_of():
    asking = ChoosingSeasons(SEVERANCE, TODAY)
    assert said(telling.no_such_season(asking, (0,))) == (
        "I can't see any specials of Severance. Severance has two seasons. Which would you like?"
    )


def test_what_it_is_about_takes_two_sentences_at_most():
    title = replace(DUNE.title, overview="A duke moves. His son, Mr. Paul, dreams. A war begins. All is lost.")
    about = said(telling.describe(replace(DUNE, title=title), Topic.PLOT, "offer"))
    assert about == "A duke moves. His son, Mr. Paul, dreams. Is that the one you want?"


def test_what_it_is_about_is_no_speech():
    title = replace(DUNE.title, overview=f"A duke moves. His {'very ' * 40}old son dreams.")
    about = said(telling.describe(replace(DUNE, title=title), Topic.PLOT, "offer"))
    assert about == "A duke moves. Is that the one you want?"
