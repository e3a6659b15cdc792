"""Who plays in what the demo has, and who directed it: its catalogue, read the other way round."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from media import PersonName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from media import Details


class Credits:
    """Everybody who is named in the catalogue. Their numbers are ours and hold as long as the catalogue is the same."""

    def __init__(self, catalogue: Iterable[Details]) -> None:
        fame: Counter[str] = Counter()
        self._keys: defaultdict[str, list[str]] = defaultdict(list)
        for details in catalogue:
            for name in dict.fromkeys((*details.cast, *details.directors)):
                fame[name] += details.title.votes
                self._keys[name].append(details.title.key)
        self.people = tuple(PersonName(number, name) for number, (name, _) in enumerate(fame.most_common(), start=1))
        """All of them, the best known first."""

    def keys_of(self, person_id: int) -> tuple[str, ...]:
        """The keys of somebody's titles; empty where nobody has this number."""
        known = 0 < person_id <= len(self.people)
        return tuple(self._keys[self.people[person_id - 1].name]) if known else ()
