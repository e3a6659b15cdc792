"""Requests on their way, as far as they can come: for the samples of what is said."""

from __future__ import annotations

from dialogs.followed import Pending, Place, Standing
from dialogs.reporting import REASONS
from media import Gap, Kind, Wish
from tests.fake_backend import DUNE, MATRIX, SEVERANCE, THE_BEAR, UNRELEASED

WISHED: dict[str, Gap] = {"kind": Kind.MOVIE, "title": "Dune", "quality": "hd", "seasons": None}
WAITING = (
    Pending("7", Wish(DUNE.title), "Ben"),
    Pending("8", Wish(SEVERANCE.title, (1, 2))),
    Pending("9", Wish(MATRIX.title, four_k=True), "Ann"),
)
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
