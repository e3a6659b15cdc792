"""Requests on their way, as far as they can come: for the samples of what is said."""

from __future__ import annotations

from dialogs.followed import (
    Allowed,
    Gathered,
    Heeded,
    Nameless,
    NotFollowed,
    NothingFailed,
    NotTheirs,
    Pending,
    Place,
    Retried,
    Standing,
    ToSend,
    Traced,
    Unheeded,
    Waiting,
)
from dialogs.reporting import REASONS
from dialogs.wants import Fact, Recalled
from intents import AskRequests, Decide, Follow, Intent, TryAgain, Unfollow, Which
from media import Gap, Kind, Wish
from tests.fake_backend import DUNE, DUNE_1984, FARGO, LIBRARY, MATRIX, SEVERANCE, THE_BEAR, UNRELEASED

WISHED: dict[str, Gap] = {"kind": Kind.MOVIE, "title": "Dune", "quality": "hd", "seasons": None}
WAITING = (
    Pending("7", Wish(DUNE.title), "Ben"),
    Pending("8", Wish(SEVERANCE.title, (1, 2))),
    Pending("9", Wish(MATRIX.title, four_k=True), "Ann"),
)
YES = Decide(approve=True)
#: Titles that were read out.
READ_OUT = (DUNE.title, SEVERANCE.title, MATRIX.title)
#: Everything that can be said of how far something is.
STANDINGS: tuple[Standing, ...] = (
    *(Standing(Wish(DUNE.title), place) for place in Place),
    *(Standing(Wish(SEVERANCE.title, seasons), place) for place in Place for seasons in ((1,), (0, 1, 2))),
    *(Standing(Wish(SEVERANCE.title), place) for place in Place),
    Standing(Wish(DUNE.title), Place.DOWNLOADING, percent=0),
    *(Standing(Wish(DUNE.title), Place.DOWNLOADING, percent=40, minutes=left) for left in (0, 1, 25, 90, 120, 2000)),
    Standing(Wish(DUNE.title), Place.DOWNLOADING, minutes=7),
    *(Standing(Wish(THE_BEAR.title, (1, 2)), Place.PARTLY, there=there) for there in ((1,), (1, 2), (0,))),
    *(Standing(Wish(wish.title), Place.UNRELEASED, due="2027-03-05") for wish in (UNRELEASED, SEVERANCE)),
    *(Standing(Wish(DUNE.title), Place.STUCK, 40, reason=reason) for reason in sorted(REASONS)),
    *(Standing(Wish(DUNE.title), place, reason="Too long!") for place in (Place.DECLINED, Place.FAILED)),
    *(Standing(Wish(DUNE.title), place, reason="request-quota") for place in (Place.REFUSED, Place.GIVEN_UP)),
    Standing(Wish(DUNE.title, four_k=True), Place.READY),
)

TODAY = "2026-11-20"
FACTS_OF_REQUESTS: tuple[Fact, ...] = (
    *(Recalled((standing,), 1, TODAY) for standing in STANDINGS),
    Recalled(
        (Standing(Wish(DUNE.title), Place.READY), Standing(Wish(SEVERANCE.title, (0, 1, 2)), Place.READY)), 3, TODAY
    ),
    *(Traced(standing, TODAY) for standing in STANDINGS),
    *(
        Traced(Standing(Wish(details.title), Place.PARTLY), TODAY, details)
        for details in LIBRARY
        if details.regular_seasons
    ),
    Traced(Standing(Wish(DUNE.title), Place.DECLINED, reason="no"), TODAY, DUNE),
    NotFollowed(),
    *(Heeded(standing, TODAY) for standing in STANDINGS),
    Nameless(),
    *(Unheeded(count, TODAY, title) for count in (0, 2) for title in (None, DUNE.title, SEVERANCE.title)),
    Retried(Wish(DUNE.title), TODAY),
    Retried(Wish(SEVERANCE.title, (1, 2)), TODAY),
    ToSend(Wish(DUNE.title), TODAY),
    NothingFailed(),
    NothingFailed(Standing(Wish(DUNE.title), Place.PENDING)),
    *(Gathered(which, (), 0, TODAY) for which in Which if which is not Which.WAITING),
    *(
        Gathered(which, STANDINGS[:3], count, TODAY)
        for which in Which
        if which is not Which.WAITING
        for count in (3, 4, 5)
    ),
    *(Waiting(WAITING[:count], may, TODAY) for count in range(4) for may in (False, True)),
    Waiting((*WAITING, Pending("3", Wish(DUNE_1984.title)), Pending("4", Wish(FARGO.title, (2,)))), True, TODAY),
    NotTheirs(),
    *(Allowed(request, approve) for request in WAITING for approve in (False, True)),
)
INTENTS_OF_REQUESTS: tuple[Intent, ...] = (
    *(AskRequests(which) for which in Which),
    *(wanted(title) for wanted in (Follow, Unfollow, TryAgain) for title in (None, "heat")),
    Decide(approve=True),
    Decide(approve=True, position=2),
    Decide(approve=False, title="dune", reason="it's too long"),
    Decide(approve=False, title="heat"),
)
