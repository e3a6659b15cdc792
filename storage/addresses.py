"""Where people want to be told what becomes of their requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from media import Stage
from media_notices import Address
from models import AddressRow
from storage.database import reading
from storage.linked import same_person
from storage.naming import storable
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Engine, Row, Select


class Addresses:
    """Addresses that people gave, or the owner for them."""

    def __init__(self, engine: Engine, clock: Callable[[], float]) -> None:
        """`clock` gives Unix seconds."""
        self._engine, self._clock = engine, clock

    def add(self, channel: str, person: str, url: str, events: Iterable[Stage], quiet: str) -> int:
        """Tell this person there from now on; the same address again changes what is told, and when."""
        chosen = {"events": sorted(events), "quiet": quiet}
        whose = {"channel": channel, "speaker": storable(person), "url": url}
        add = insert_for(self._engine, AddressRow).values(**whose, **chosen, created=self._clock())
        upsert = add.on_conflict_do_update(index_elements=["channel", "speaker", "url"], set_=chosen)
        with self._engine.begin() as connection:
            return int(connection.execute(upsert.returning(AddressRow.id)).scalar_one())

    def remove(self, row: int) -> bool:
        """Tell nobody there any more; False where it was gone already."""
        with self._engine.begin() as connection:
            return connection.execute(delete(AddressRow).where(AddressRow.id == row)).rowcount == 1

    def get(self, row: int) -> Address | None:
        """One of them; None where it is gone."""
        return next(iter(self._read(_all().where(AddressRow.id == row))), None)

    def everybodys(self) -> tuple[Address, ...]:
        """All there are, in the order in which they were given."""
        return self._read(_all())

    def of(self, channel: str, person: str) -> tuple[Address, ...]:
        """Those of this person, under whatever name: who is linked to the same user is the same person."""
        found = self._read(_all().where(same_person(AddressRow, channel, person)))
        return tuple({one.url: one for one in reversed(found)}.values())[::-1]

    def _read(self, query: Select[Any]) -> tuple[Address, ...]:
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return tuple(map(_address, rows))


def _all() -> Select[Any]:
    return select(AddressRow.__table__).order_by(AddressRow.id)


def _address(row: Row[Any]) -> Address:
    known = frozenset(Stage(one) for one in row.events if one in set(Stage))
    return Address(row.id, row.channel, row.speaker, row.url, known, row.quiet)
