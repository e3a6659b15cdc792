"""Which sentence tells how far requests are, and what comes of following, retrying and deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dialogs.followed import Place
from media import Phrase, Reply

if TYPE_CHECKING:
    from dialogs.followed import Allowed, Gathered, Pending, Standing
    from media import Gap, Name, Title, Wish

#: From so many minutes on, hours are told.
HOURS_FROM: Final = 90
#: So many are named of a list; nobody remembers more.
AT_ONCE: Final = 3


def standing(one: Standing) -> Phrase:
    """ "the movie Dune is being downloaded, 40 percent are there": one of a list, or a sentence of its own."""
    return Phrase("request-standing", named(one.wish) | _progress(one))


def where(one: Standing, asking: str) -> Reply:
    """How far it is, and why; then whether to request it ("request") or the rest of it ("rest"), or "nothing"."""
    gaps: dict[str, Gap] = {**named(one.wish), **_reason(one), "standing": (standing(one),), "asking": asking}
    return Reply("where", gaps, listening=asking != "nothing")


def gathered(told: Gathered, asking: str | None, offered: str | Name | None = None) -> Reply:
    """ "New in your library: …", or that there is nothing; then the open question, if any."""
    if not told.standings:
        return Reply(f"none-{told.which}", {"asking": asking}, listening=asking is not None)
    phrase = new if told.which == "new" else standing
    gaps: dict[str, Gap] = {
        "listed": tuple([phrase(one) for one in told.standings]),
        "more": told.count - len(told.standings),
        "asking": asking,
        "offered": offered,
    }
    return Reply(f"list-{told.which}", gaps, listening=asking is not None)


def new(one: Standing) -> Phrase:
    """ "the movie Dune" """
    return Phrase("new-one", named(one.wish))


def waiting(requests: tuple[Pending, ...], *, may_decide: bool, approve: bool = True) -> Reply:
    """What waits for approval; whoever may decide is asked to approve, or to decline."""
    if not requests:
        return Reply("none-waiting", {"asking": None})
    listed = tuple([_pending(one) for one in requests[:AT_ONCE]])
    asking = which(len(requests), approve=approve) if may_decide else "nothing"
    gaps: dict[str, Gap] = {"listed": listed, "more": len(requests) - len(listed), "asking": asking}
    return Reply("list-waiting", gaps, listening=may_decide)


def which(count: int, *, approve: bool) -> str:
    """How it is asked what is to be decided."""
    asking = "single" if count == 1 else "which"
    return asking if approve else f"{asking}-decline"


def _pending(one: Pending) -> Phrase:
    return Phrase("waiting-one", named(one.wish) | {"user": one.user})


def allowed(told: Allowed) -> Reply:
    """It is approved, or declined."""
    return Reply("allowed" if told.approve else "disallowed", named(told.request.wish))


def about(title: Title) -> dict[str, Gap]:
    """A title in the gaps of a sentence."""
    return {"kind": title.kind, "title": title.spoken, "quality": "hd", "seasons": None}


def named(wish: Wish) -> dict[str, Gap]:
    """What was wished for, in the gaps of a sentence."""
    quality = "uhd" if wish.four_k else "hd"
    return {"kind": wish.title.kind, "title": wish.title.spoken, "quality": quality, "seasons": wish.seasons or None}


def _progress(one: Standing) -> dict[str, Gap]:
    """How much of it is there, how long it takes, when it comes out: "none" where nobody knows."""
    minutes = max(1, one.minutes or 0)
    unit, left = ("hours", round(minutes / 60)) if minutes > HOURS_FROM else ("minutes", minutes)
    unit = "none" if one.minutes is None else unit
    told = "yes" if one.percent is not None else "no"
    gaps: dict[str, Gap] = {"stands": one.stands, "told": told, "percent": one.percent or 0, "unit": unit, "left": left}
    return gaps | {"due": one.due, "there": one.there or None}


#: What can be said of a reason that is a key; anything else is somebody's own words.
REASONS: Final = frozenset({"download-failed", "download-stalled", "download-paused", "download-client-gone"})

#: What was so when it ended, and need not be so now: a quota is free again, a server answers again.
OVER: Final = frozenset({Place.REFUSED, Place.GIVEN_UP})


def _reason(one: Standing) -> dict[str, Gap]:
    """A reason that has words of ours, or the words that somebody gave."""
    reason = one.reason or ""
    is_ours = reason in REASONS or reason.startswith(("backend-", "request-", "title-"))
    if one.stands in {Place.READY, Place.PENDING} or not reason:
        return {"why": "none", "said": None}
    if is_ours and one.stands in OVER:
        return {"why": "none", "then": reason, "said": None}
    return {"why": reason if is_ours else "none", "said": None if is_ours else reason.rstrip(" .!?…")}
