"""A person leads to their titles: "the new one with Glen Powell", "a movie by Christopher Nolan"."""

from __future__ import annotations

from concurrent.futures import wait
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dialogs.wants import Found, KnowsNoPeople, NobodyCalled
from intents.filmographies import chosen, named, perhaps_people, queries
from intents.titles import Verdict
from media_backends import Ability, BackendTooSlow, BackendUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor

    from dialogs.wants import FoundCollection
    from intents import AskFor
    from media import Credit, Kind, PersonName
    from media_caches import Memory
    from turns.deadline import Deadline

    #: Searches for readings by their titles, with so many calls at most.
    ByTitle = Callable[[Sequence[AskFor], int], Found | FoundCollection]

#: Verdicts on which a title is clearly meant.
CLEAR: Final = frozenset({Verdict.SURE, Verdict.OFFER})
#: Finding somebody is one search, and reading what they have a part in one call more.
CALLS_OF_A_PERSON: Final = 2
#: Where nobody bears the whole name, a part of it is searched for.
MOST_SEARCHES: Final = 2


@dataclass(frozen=True, slots=True)
class Registry:
    """Where people are looked up, handed in."""

    abilities: frozenset[Ability]
    memory: Memory
    pool: Executor
    language: str
    today: str
    four_k_kinds: tuple[Kind, ...]
    most_calls: int  # for one request of a person, titles and people together


@dataclass(frozen=True, slots=True)
class Led:
    """Where the people led to, and the calls that were spent on it at most."""

    fact: Found | NobodyCalled | KnowsNoPeople
    calls: int


def by_title_or_people(
    readings: Sequence[AskFor], registry: Registry, by_title: ByTitle, deadline: Deadline
) -> Found | FoundCollection | NobodyCalled | KnowsNoPeople:
    """The people's titles where no title was said; a title where one was. Either gives way where it leads nowhere.

    Raises BackendUnavailable where what was said first could not be looked up.
    """
    asked, *otherwise = readings
    if asked.title:
        return _by_title(readings, registry, by_title, deadline)
    led = titles_of(asked, registry, registry.most_calls, deadline)
    left = registry.most_calls - led.calls
    if _leads_on(led) or not otherwise or not left or not deadline.left:
        return led.fact
    if not otherwise[0].title:
        other = titles_of(otherwise[0], registry, left, deadline)
        return other.fact if _leads_on(other) else led.fact
    if isinstance(led.fact, Found):  # somebody is called so: then no title was meant
        return led.fact
    found = by_title(otherwise, left)  # "Something from Tiffany's" is a film
    return found if isinstance(found, Found) and found.verdict is Verdict.SURE else led.fact


def _leads_on(led: Led) -> bool:
    return isinstance(led.fact, Found) and bool(led.fact.titles)


def _by_title(
    readings: Sequence[AskFor], registry: Registry, by_title: ByTitle, deadline: Deadline
) -> Found | FoundCollection:
    """Where no title is clearly meant, and the words are the very name of somebody, what that one has a part in."""
    people = perhaps_people(readings[0])
    if people is None or Ability.PEOPLE not in registry.abilities or registry.most_calls <= CALLS_OF_A_PERSON:
        return by_title(readings, registry.most_calls)
    found = by_title(readings, registry.most_calls - CALLS_OF_A_PERSON)
    if not isinstance(found, Found) or (found.asked is None and found.verdict in CLEAR):
        return found
    try:
        led = titles_of(people, registry, CALLS_OF_A_PERSON, deadline, exactly=True)
    except BackendUnavailable:  # what was found is worth more than what is not known
        return found
    return led.fact if isinstance(led.fact, Found) and led.fact.titles else found


def titles_of(asked: AskFor, registry: Registry, most_calls: int, deadline: Deadline, *, exactly: bool = False) -> Led:
    """What all the people have a part in who were named; never later than the deadline.

    Of more people than `most_calls` allows for, the first count. With `exactly`, nobody counts whose name is only
    like the one that was said. Raises BackendUnavailable where one of them could not be looked up.
    """
    names = asked.people[: most_calls // CALLS_OF_A_PERSON]
    if Ability.PEOPLE not in registry.abilities or not names:
        return Led(KnowsNoPeople(), 0)
    searches = 1 if exactly else min(MOST_SEARCHES, most_calls // len(names) - 1)
    looking = _Looking(registry, searches, deadline, exactly)
    asking = [registry.pool.submit(looking.up, name) for name in names]
    _, late = wait(asking, deadline.left)
    for one in late:
        one.cancel()
    if late:
        raise BackendTooSlow("the turn's time was over")
    fact = _fact(asked, names, [one.result() for one in asking], registry)
    return Led(fact, len(names) * (searches + 1))


@dataclass(frozen=True, slots=True)
class _Filmography:
    person: PersonName
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class _Looking:
    """How people are looked up this time."""

    registry: Registry
    searches: int  # for each of them, at most
    deadline: Deadline
    exactly: bool

    def up(self, name: str) -> _Filmography | None:
        """Whoever is called so, with their titles; in a thread of the pool."""
        memory, language = self.registry.memory, self.registry.language
        for query in queries(name)[: self.searches]:
            found = memory.people_called(query, language=language, timeout=self.deadline.left)
            person = named(name, found, exactly=self.exactly)
            if person is not None:
                parts = memory.titles_of(person.id, language=language, timeout=self.deadline.left)
                return _Filmography(person, parts)
        return None


def _fact(
    asked: AskFor, names: Sequence[str], known: Sequence[_Filmography | None], registry: Registry
) -> Found | NobodyCalled:
    filmographies = [one for one in known if one is not None]
    if len(filmographies) < len(known):
        return NobodyCalled(names[known.index(None)])
    asked = replace(asked, people=tuple(dict.fromkeys(one.person.name for one in filmographies)))
    titles, verdict = chosen(asked, [one.credits for one in filmographies], registry.today)
    return Found(titles, registry.today, verdict, asked, registry.four_k_kinds)
