"""Samples of what those hear who come back."""

from __future__ import annotations

from media import Stage, Wish
from media_notices import NEWSWORTHY, Tiding
from tests.fake_backend import DUNE, SEVERANCE, THE_BEAR

#: What those hear who come back, and how much more there is.
NEWS = (
    *(
        ((Tiding(wish, stage, days, reason),), 0)
        for wish in (Wish(DUNE.title), Wish(SEVERANCE.title, (1,)), Wish(THE_BEAR.title, (2, 3)))
        for stage in sorted(NEWSWORTHY)
        for days, reason in ((0, None), (1, None), (12, None), (2, "request-quota"))
    ),
    ((Tiding(Wish(DUNE.title, four_k=True), Stage.DECLINED, 0, "We have it already."),), 1),
    ((Tiding(Wish(DUNE.title), Stage.READY, 1), Tiding(Wish(SEVERANCE.title, (2,)), Stage.GIVEN_UP, 0)), 2),
)
