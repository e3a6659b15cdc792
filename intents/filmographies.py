"""From people to titles: whose name was said, and which of the titles that they all have a part in was meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from intents import Prefer
from intents.titles import Verdict
from intents.titles.ranking import KNOWN_ENOUGH
from intents.words import clean, split

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from intents import AskFor
    from media import Credit, PersonName, Title

#: A name heard and a name printed are the same from this likeness (0 to 100) on, compared without spaces.
SAME_NAME: Final = 85
#: So many months a title has after its release until people know it.
MONTHS_TO_BE_KNOWN: Final = 3
#: Behind every date that is known.
UNDATED: Final = "9999"


def perhaps_people(asked: AskFor) -> AskFor | None:
    """The same where what was taken for a title may be somebody's name: "the new Glen Powell movie".

    None where nothing says so: a title bears its own name, people have newest and upcoming ones.
    """
    says_more = asked.people or asked.seasons or asked.collection or asked.ordinal is not None
    asks_for_one = asked.upcoming or asked.prefer in {Prefer.NEWEST, Prefer.OLDEST}
    if says_more or not asks_for_one or len(asked.title.split()) < 2:
        return None
    return replace(asked, title="", people=(asked.title,))


def queries(said: str) -> tuple[str, ...]:
    """What to search for, the surest first: the name as it was said; of its last names the longest, the rest misheard.

    The longest, since "Robert Downey Junior" is written "Jr.".
    """
    _, *last = said.split()
    return (said, max(last, key=len)) if last else (said,)


def named(said: str, found: Sequence[PersonName], *, exactly: bool = False) -> PersonName | None:
    """Who of them is called so, the best known standing first: exactly so, or by these words, or nearly so."""
    heard = _words(said)
    if not heard:
        return None
    tests: tuple[Callable[[list[str]], bool], ...] = (
        lambda printed: "".join(printed) == "".join(heard),
        lambda printed: set(heard) <= set(printed),
        lambda printed: fuzz.ratio("".join(heard), "".join(printed)) >= SAME_NAME,
    )
    return next((one for test in tests[: 1 if exactly else None] for one in found if test(_words(one.name))), None)


def chosen(asked: AskFor, of_each: Sequence[Sequence[Credit]], today: str) -> tuple[tuple[Title, ...], Verdict]:
    """The titles that all of them have a part in, as they were asked for, the best first.

    Where the newest, the oldest or the next to come is wanted, or only one is left, that is the answer; else people
    are asked which one. What somebody was a mere guest in comes last, and so does, among the newest and oldest, what
    hardly anybody knows: that is not what "the new one with Glen Powell" means.
    """
    shared = [credit for credit in _in_all(of_each) if _is_wanted(asked, credit.title, today)]
    if asked.upcoming:
        shared.sort(key=lambda credit: (credit.is_small, _date(credit.title)))
    elif asked.prefer is None:
        shared.sort(key=lambda credit: (credit.is_small, -credit.title.votes))
    else:
        shared.sort(key=lambda credit: _date(credit.title), reverse=asked.prefer is not Prefer.OLDEST)
        shared.sort(key=lambda credit: (credit.is_small, _hardly_known(credit.title, today)))
    is_clear = asked.upcoming or asked.prefer is not None or len(shared) == 1
    return tuple(credit.title for credit in shared), Verdict.OFFER if is_clear else Verdict.ASK_WHICH


def _words(name: str) -> list[str]:
    return [word.folded for word in split(clean(name))]


def _in_all(of_each: Sequence[Sequence[Credit]]) -> list[Credit]:
    """Of each title the credit in which the part is the smallest."""
    first, *others = [{credit.title.key: credit for credit in one} for one in of_each]
    shared = [[first[key], *(other[key] for other in others)] for key in first if all(key in one for one in others)]
    return [next((part for part in parts if part.is_small), parts[0]) for parts in shared]


def _is_wanted(asked: AskFor, title: Title, today: str) -> bool:
    is_due = _date(title) > today
    by_time = asked.upcoming or asked.prefer is not None
    # Among all of them, what was only announced is nothing to choose from.
    fits_time = is_due is asked.upcoming if by_time else _date(title) != UNDATED
    # What is out and was never rated is mostly no film at all: a trailer, a recording of an evening.
    is_known = is_due or title.votes > 0
    in_years = asked.years is None or (title.year is not None and asked.years[0] <= title.year <= asked.years[1])
    from_there = asked.country is None or not title.countries or asked.country in title.countries
    return fits_time and is_known and in_years and from_there and asked.kind in {None, title.kind}


def _date(title: Title) -> str:
    return title.released or (f"{title.year}-12-31" if title.year else UNDATED)


def _hardly_known(title: Title, today: str) -> bool:
    """False also of what came out a moment ago: nobody could know it yet."""
    return title.votes < KNOWN_ENOUGH and _months(today) - _months(_date(title)) > MONTHS_TO_BE_KNOWN


def _months(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7] or 12)
