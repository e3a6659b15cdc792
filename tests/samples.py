"""One or more samples of every state and every event there is; a test holds them against the closed unions."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace

from dialogs import step
from dialogs.airing import Airing
from dialogs.carried import Errand, Manner
from dialogs.states import (
    AskingCode,
    Checking,
    ChoosingSeasons,
    ChoosingTitle,
    Comparing,
    Consulting,
    Deciding,
    Describing,
    Finished,
    Greeting,
    Heeding,
    Idle,
    Judging,
    Linking,
    Lost,
    Offering,
    OfferingCollection,
    OfferingUndo,
    Recalling,
    Requesting,
    RequestingCollection,
    Retrying,
    Searching,
    Stalled,
    State,
    TakingBack,
    Tracing,
    Unheeding,
)
from dialogs.table import Answer, Event, Speak
from dialogs.wants import (
    AlreadyThere,
    Fact,
    Found,
    FoundCollection,
    Kept,
    KnowsNoPeople,
    Linked,
    LookedUp,
    LookedUpAll,
    Met,
    NobodyCalled,
    NotLinked,
    Owed,
    Recalled,
    Refused,
    SettledAll,
    Taken,
    Unanswered,
    Undone,
    Unlinkable,
    Withdrawn,
)
from intents import (
    AllSeasonsBut,
    AskFor,
    AskInfo,
    AskMine,
    AskStatus,
    Cancel,
    ChooseSeasons,
    Context,
    Decide,
    GroupedSeasons,
    Help,
    Intent,
    LastSeasons,
    Launch,
    LinkMe,
    Next,
    No,
    NumberedSeasons,
    Prefer,
    Previous,
    Refine,
    Repeat,
    SearchFor,
    SeasonGroup,
    Seasons,
    SeasonsOnward,
    Select,
    Topic,
    Unclear,
    Undo,
    Yes,
)
from intents.titles import Verdict
from media import (
    Availability,
    Collection,
    CollectionName,
    Details,
    Kind,
    Receipt,
    Reply,
    RequestStatus,
    Title,
    Wish,
)
from media_backends import BackendError
from tests.fake_backend import (
    AVAILABLE,
    BLOCKED,
    BLOCKED_FILM,
    BREAKING_BAD,
    CHERNOBYL,
    DUNE,
    DUNE_1984,
    FARGO,
    JURASSIC_PARK,
    LIBRARY,
    MATRIX,
    MISSING,
    PARTIAL,
    PENDING,
    PROCESSING,
    SEVERANCE,
    THE_BEAR,
    UNRELEASED,
    film,
    show,
)
from tests.news import NEWS
from tests.standings import FACTS_OF_REQUESTS, INTENTS_OF_REQUESTS, READ_OUT, WAITING, WISHED, YES

TODAY = "2026-11-20"
ALL_THERE = show("Fleabag", 67070, 2016, [AVAILABLE, AVAILABLE])
NOTHING_LEFT = show("Dark", 70523, 2017, [AVAILABLE, PROCESSING, PENDING])
ONE_THERE = show("Maniac", 70592, 2018, [AVAILABLE])
HALF_A_SEASON = show("Andor", 83867, 2022, [AVAILABLE, PARTIAL, MISSING])
ONLY_HALVES = show("Shogun", 126308, 2024, [PARTIAL])
BLOCKED_SHOW = show("Cats", 7, 2019, [BLOCKED, BLOCKED])
NO_SEASONS = Details(Title(Kind.TV, 8, "Announced"))
ONLY_SPECIALS = show("Specials", 9, 2020, {0: MISSING})
YEARLESS = film("Untitled", 10, None)
IN_EVERY_STATE = tuple(film(f"A {state} one", 100 + at, 2000, state) for at, state in enumerate(Availability))
SHOWN_IN_EVERY_STATE = tuple(
    show(f"The {state} two", 200 + at, 2000, [AVAILABLE, state][skip:])
    for at, state in enumerate(Availability)
    for skip in (0, 1)
)
STRANGE = film("""Fast & <Furious> "X" 'n' more""", 11, 2001)
SHOWS = (
    *(BREAKING_BAD, SEVERANCE, THE_BEAR, CHERNOBYL, FARGO, ALL_THERE, NOTHING_LEFT, ONE_THERE, HALF_A_SEASON),
    *(ONLY_HALVES, BLOCKED_SHOW, NO_SEASONS, ONLY_SPECIALS),
    *SHOWN_IN_EVERY_STATE,
)
FILMS = (DUNE, JURASSIC_PARK, MATRIX, UNRELEASED, BLOCKED_FILM, YEARLESS, STRANGE, *IN_EVERY_STATE)

EVERY_SEASONS: tuple[Seasons, ...] = (
    NumberedSeasons((1,)),
    NumberedSeasons((2, 3)),
    NumberedSeasons((0,)),
    NumberedSeasons((1, 99)),
    SeasonsOnward(2),
    SeasonsOnward(50),
    LastSeasons(1),
    LastSeasons(40),
    AllSeasonsBut((1,)),
    AllSeasonsBut((-1,)),
    *(GroupedSeasons(group) for group in SeasonGroup),
)
ASKED = AskFor("dune")
BY_PEOPLE = AskFor("", people=("Tom Hanks", "Meg Ryan"))
ASKED_FULLY = AskFor("the bear", Kind.TV, (2020, 2029), NumberedSeasons((2,)))
IN_FOUR_K = AskFor("dune", four_k=True)
DUNES = Collection(CollectionName(1, "Dune Collection"), (DUNE.title, DUNE_1984.title, JURASSIC_PARK.title))
COMPLETE = Collection(CollectionName(2, "Park Collection"), (JURASSIC_PARK.title,))
ALIKE = (DUNE.title, DUNE_1984.title, SEVERANCE.title, YEARLESS.title, MATRIX.title)
NAMESAKES = (film("Crash", 21, 2004).title, film("Crash", 22, 2004).title, film("Crash", 23, 1996).title)
ABROAD = tuple(replace(title, countries=(code,)) for title, code in zip(NAMESAKES, ("US", "CA", "US"), strict=True))
TWO_DUNES = Offering(ASKED, (DUNE.title, DUNE_1984.title), TODAY)


def failures(kind: type[BackendError] = BackendError) -> Iterator[str]:
    """The speech keys of all that can go wrong with a backend."""
    yield kind.speech_key
    for below in kind.__subclasses__():
        if below.__module__ == BackendError.__module__:
            yield from failures(below)


WHYS = tuple(sorted(set(failures())))

OFFERS: tuple[Offering, ...] = (
    TWO_DUNES,
    Offering(ASKED, (DUNE.title, DUNE_1984.title), TODAY, at=1),
    *(Offering(ASKED_FULLY, (details.title,), TODAY) for details in LIBRARY),
    *(
        Offering(ASKED, (DUNE.title, details.title), TODAY, at=1)
        for details in (*LIBRARY[1:], YEARLESS, *IN_EVERY_STATE, *SHOWS)
    ),
    *(Offering(ASKED, (details.title,), TODAY) for details in (YEARLESS, STRANGE, BLOCKED_SHOW, NO_SEASONS)),
)
FOUR_K_OFFERS = (
    Offering(IN_FOUR_K, (DUNE.title,), TODAY, four_k_kinds=(Kind.MOVIE,)),
    Offering(IN_FOUR_K, (DUNE.title, SEVERANCE.title), TODAY, at=1),
    Offering(IN_FOUR_K, (JURASSIC_PARK.title, SEVERANCE.title), TODAY, at=1, four_k_kinds=(Kind.TV,)),
)
CHOOSING = (
    *(ChoosingSeasons(details, TODAY) for details in SHOWS if details.open_seasons()),
    *(ChoosingSeasons(details, TODAY, four_k=True) for details in SHOWS if details.open_seasons(four_k=True)),
)
STATES: tuple[State, ...] = (
    Idle(),
    *(Lost(context) for context in Context),
    TakingBack(),
    AskingCode(),
    Linking(),
    Recalling(AskingCode()),
    Idle(greeted=True),
    Searching(ASKED),
    Searching(ASKED_FULLY),
    Searching(BY_PEOPLE),
    Searching(ASKED, Topic.PLOT, only_asks=True),
    Searching(ASKED, only_asks=True),
    *OFFERS,
    *FOUR_K_OFFERS,
    *(Describing(TWO_DUNES, topic) for topic in Topic),
    *(Describing(offer, Topic.CAST, only_asks=True) for offer in OFFERS),
    *(ChoosingTitle(ASKED, ALIKE[:count], TODAY) for count in range(1, len(ALIKE) + 1)),
    ChoosingTitle(ASKED, ALIKE, TODAY, at=3),
    *(ChoosingTitle(BY_PEOPLE, ALIKE[:count], TODAY) for count in (1, 2, 3)),
    Offering(BY_PEOPLE, (DUNE.title,), TODAY),
    Stalled(BY_PEOPLE, "backend-too-slow"),
    ChoosingTitle(ASKED, ALIKE, TODAY, only_asks=True),
    ChoosingTitle(IN_FOUR_K, ALIKE, TODAY, question=Topic.LENGTH, only_asks=True),
    OfferingCollection(DUNES, TODAY),
    OfferingCollection(DUNES, TODAY, four_k=True),
    RequestingCollection(DUNES, (Wish(DUNE.title), Wish(DUNE_1984.title))),
    *(Checking(offer, None) for offer in FOUR_K_OFFERS),
    *(Checking(offer, seasons) for offer in OFFERS[:4] for seasons in (None, *EVERY_SEASONS)),
    *CHOOSING,
    Requesting(Wish(DUNE.title), TODAY),
    Requesting(Wish(DUNE.title, four_k=True), TODAY),
    Requesting(Wish(UNRELEASED.title), TODAY),
    Requesting(Wish(SEVERANCE.title, (1,)), TODAY),
    *(Requesting(Wish(SEVERANCE.title, (2,)), TODAY, airing=airing) for airing in Airing),
    Requesting(Wish(THE_BEAR.title, (2, 3)), TODAY, (1,)),
    Requesting(Wish(THE_BEAR.title, (2,)), TODAY, (1, 4)),
    *(Stalled(ASKED, why) for why in WHYS),
    *(replace(TWO_DUNES, manner=Manner(misses)) for misses in range(4)),
    *(
        replace(state, manner=Manner(1, "film"))
        for state in (Idle(), Searching(ASKED), ChoosingTitle(ASKED, ALIKE, TODAY))
    ),
    ChoosingTitle(ASKED, NAMESAKES, TODAY),
    ChoosingTitle(ASKED, NAMESAKES, TODAY, leads={NAMESAKES[0].key: "Ann", NAMESAKES[1].key: "Bob"}),
    ChoosingTitle(ASKED, ABROAD, TODAY),
    Comparing(ChoosingTitle(ASKED, NAMESAKES, TODAY)),
    Greeting(),
    Recalling(Idle()),
    Recalling(OFFERS[0]),
    Recalling(CHOOSING[0]),
    Recalling(Stalled(ASKED, WHYS[0])),
    Recalling(Finished(Reply("goodbye"))),
    Finished(Reply("goodbye")),
    *(Finished(Reply("goodbye"), offer) for offer in (TWO_DUNES, replace(TWO_DUNES, candidates=(YEARLESS.title,)))),
    Finished(Reply("requested", {**WISHED, "waiting": "no", "due": None, "airing": "not", "left_out": None})),
    OfferingUndo(),
    *(Deciding(WAITING[:count], count + 2 if count == 3 else count, TODAY, YES) for count in (1, 2, 3)),
    *(Deciding(WAITING[:count], count, TODAY, Decide(approve=False, reason="no")) for count in (1, 2)),
    Tracing(ASKED),
    Tracing(ASKED, TWO_DUNES),
    Tracing(ASKED, Offering(ASKED, (SEVERANCE.title,), TODAY)),
    Heeding(ASKED),
    Heeding(ASKED, TWO_DUNES),
    Unheeding(),
    Retrying(),
    Retrying(ASKED),
    Consulting(),
    Consulting(Decide(approve=True)),
    Consulting(Decide(approve=False, title="dune")),
    Judging(Offering(ASKED, (DUNE.title,), TODAY)),
    *(Searching(ASKED, only_asks=True, errand=errand) for errand in Errand),
    ChoosingTitle(ASKED, ALIKE, TODAY, only_asks=True, errand=Errand.FOLLOW),
    ChoosingTitle(AskFor(""), READ_OUT, TODAY, only_asks=True, errand=Errand.FOLLOW),
    Finished(Reply("goodbye"), listed=ChoosingTitle(AskFor(""), READ_OUT, TODAY, only_asks=True)),
    Recalling(OfferingUndo()),
    Recalling(Deciding(WAITING[:1], 1, TODAY, YES)),
    Finished(Reply("already", {"kind": Kind.TV, "title": "Dark", "seasons": (1, 2), "availability": AVAILABLE})),
)
INTENTS: tuple[Intent, ...] = (
    ASKED,
    ASKED_FULLY,
    Yes(),
    Yes(four_k=True),
    No(),
    Next(),
    Previous(),
    Repeat(),
    Repeat(slowly=True),
    Repeat(echoed=True),
    *(AskInfo(topic) for topic in Topic),
    AskInfo(Topic.PLOT, "heat"),
    AskMine(),
    AskStatus(),
    AskStatus("heat", Kind.MOVIE),
    SearchFor(),
    SearchFor(people=("tom hanks",)),
    Refine(years=(1984, 1984)),
    Refine(prefer=Prefer.NEWEST, people=("tom hanks",)),
    Select(every=True),
    Select(),
    Select(position=2),
    Select(position=-1),
    Select(position=9),
    Select(kind=Kind.TV),
    Select(years=(1980, 1989)),
    Select(position=1, kind=Kind.MOVIE, years=(2021, 2021)),
    *(ChooseSeasons(seasons) for seasons in EVERY_SEASONS),
    Yes(four_k=True),
    Select(every=True),
    Refine(kind=Kind.TV),
    Refine(years=(1980, 1989)),
    Refine(people=("Kyle MacLachlan",)),
    *(AskInfo(topic, title) for topic in Topic for title in (None, "heat")),
    AskStatus(),
    AskStatus("dune"),
    SearchFor(),
    SearchFor(people=("Tom Cruise",)),
    Help(),
    Cancel(),
    Cancel(it=True),
    *INTENTS_OF_REQUESTS,
    Undo(),
    LinkMe(),
    LinkMe("4812"),
    Launch(),
    Unclear(),
    Unclear("mumble"),
)
FACTS: tuple[Fact, ...] = (
    Found((), TODAY),
    Found(tuple(details.title for details in LIBRARY), TODAY),
    Found(tuple(details.title for details in LIBRARY), TODAY, Verdict.ASK_WHICH),
    Found((DUNE.title,), TODAY, Verdict.ASK_WHICH),
    Found((), TODAY, asked=BY_PEOPLE),
    Found((DUNE.title, DUNE_1984.title), TODAY, Verdict.ASK_WHICH, asked=BY_PEOPLE),
    NobodyCalled("glenn pole"),
    KnowsNoPeople(),
    LookedUp(replace(DUNE, runtime=155, rating=7.8, cast=("A", "B", "C", "D"), directors=("E",))),
    *(LookedUp(details) for details in (*FILMS, *SHOWS)),
    *(Taken(Receipt("1", status, seasons)) for status in RequestStatus for seasons in ((), (1,), (1, 2))),
    Taken(Receipt("1", RequestStatus.APPROVED), unlinked=True),
    FoundCollection(DUNES, TODAY, (Kind.MOVIE,)),
    FoundCollection(COMPLETE, TODAY),
    *(SettledAll(*counts) for counts in ((2, 0, 0, 0), (1, 0, 1, 0), (0, 0, 2, 0))),
    *(SettledAll(count, 0, 0, 0, waiting=count) for count in (1, 2)),
    SettledAll(1, 1, 0, 0, speech_key="backend-too-slow"),
    SettledAll(3, 2, 0, 2, waiting=1, speech_key="backend-too-slow"),
    SettledAll(0, 2, 0, 0, speech_key="backend-unreachable"),
    SettledAll(0, 1, 0, 0, speech_key="backend-too-slow"),
    *(SettledAll(taken, 0, 1 - taken, 1, speech_key="request-quota") for taken in (0, 1)),
    LookedUpAll(()),
    LookedUpAll(tuple(replace(Details(title), cast=(f"Star {title.id}",)) for title in NAMESAKES)),
    *(Met(before=before) for before in (False, True)),
    *(Met(before=True, news=news, more=more) for news, more in NEWS),
    Recalled((), 0, TODAY),
    *FACTS_OF_REQUESTS,
    Refused("request-quota", frees="2026-12-01"),
    Withdrawn(),
    Linked("Ann"),
    *(NotLinked(why) for why in Unlinkable),
    Undone((Wish(DUNE.title),)),
    Undone((Wish(THE_BEAR.title, (2, 3)),), was_sent=False),
    Undone((Wish(DUNE.title), Wish(DUNE_1984.title))),
    Undone((Wish(DUNE.title), Wish(DUNE_1984.title), Wish(MATRIX.title)), was_sent=False),
    *(Undone((Wish(DUNE.title),), (Wish(DUNE_1984.title),), kept) for kept in Kept),
    *(Undone((), (Wish(THE_BEAR.title, (2,), four_k=True),), kept) for kept in Kept),
    *(Undone((), (), kept) for kept in (Kept.NOTHING, Kept.ALREADY)),
    *(AlreadyThere(details) for details in (*FILMS, *SHOWS)),
    *(fact(why) for fact in (Owed, Refused, Unanswered) for why in WHYS),
)
EVENTS: tuple[Event, ...] = (*INTENTS, *FACTS)


@functools.cache
def every_answer() -> tuple[Answer, ...]:
    """What comes of every event in every state."""
    return tuple(step(state, event) for state in STATES for event in EVENTS)


@functools.cache
def everything_spoken() -> tuple[Speak, ...]:
    """Each different thing that is said among them."""
    spoken = {repr(answer): answer for answer in every_answer() if isinstance(answer, Speak)}
    return tuple(spoken.values())
