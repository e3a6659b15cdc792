"""Which news of a request count: webhooks may come late, out of order, or twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from media import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from media import News

    Steps = Mapping[Stage, frozenset[Stage]]

_OVER: Final = frozenset({Stage.DECLINED, Stage.WITHDRAWN, Stage.GONE})
_ON_THE_WAY: Final = frozenset({Stage.DOWNLOADING, Stage.PARTIAL, Stage.READY})

#: What may follow a stage, whoever tells of it. A stage that is not here is an end.
STEPS: Final[Steps] = {
    Stage.OWED: frozenset(Stage) - {Stage.OWED},
    Stage.PENDING: frozenset(Stage) - {Stage.OWED, Stage.PENDING},
    Stage.APPROVED: _ON_THE_WAY | _OVER | {Stage.FAILED},
    Stage.DOWNLOADING: _ON_THE_WAY - {Stage.DOWNLOADING} | _OVER | {Stage.FAILED},
    Stage.PARTIAL: frozenset({Stage.READY}) | _OVER,
    Stage.FAILED: _ON_THE_WAY | _OVER | {Stage.APPROVED},  # somebody tried again
}
#: What else may follow it where it was read at the request manager just now, and so cannot be late.
#: That it is approved says nothing new of what downloads already, or is partly there.
SEEN_STEPS: Final[Steps] = {
    Stage.APPROVED: frozenset({Stage.PENDING}),
    Stage.PARTIAL: frozenset({Stage.FAILED}),
    Stage.FAILED: frozenset({Stage.PENDING}),
    Stage.DECLINED: _ON_THE_WAY | {Stage.PENDING, Stage.APPROVED, Stage.FAILED},  # somebody thought better of it
    Stage.GONE: _ON_THE_WAY | {Stage.PENDING, Stage.APPROVED, Stage.FAILED, Stage.DECLINED},  # its server was restored
}
#: Ends that something may follow.
PROVISIONAL: Final = frozenset({Stage.DECLINED, Stage.GONE})


def after(stage: Stage, news: News, *, seen: bool = False) -> bool:
    """True where these news can follow that stage; `seen`: they were read at the request manager just now.

    The same stage again counts: it may tell of more seasons, or of an id.
    """
    if news.stage is stage or news.stage in STEPS.get(stage, frozenset()):
        return True
    return seen and news.stage in SEEN_STEPS.get(stage, frozenset())
