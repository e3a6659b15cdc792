"""Where the embedded demo keeps its requests, so that they outlive a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from media import Kind, Title, Wish
from media_backends import ShelvedRequest
from models import DemoRequest
from storage.database import reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Engine


class DemoShelf:
    """A request shelf in our own database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, wish: Wish, at: float) -> str:
        """Keep a request made at `at` (Unix seconds); returns its new id."""
        row = {"kind": wish.title.kind, "title_id": wish.title.id, "title": wish.title.name}
        kept = insert(DemoRequest).values(**row, seasons=list(wish.seasons), created=at).returning(DemoRequest.id)
        with self._engine.begin() as connection:
            return str(connection.execute(kept).scalar_one())

    def all(self) -> Sequence[ShelvedRequest]:
        """Every request kept, oldest first. The catalogue bounds them: nothing is requested twice."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(DemoRequest.__table__).order_by(DemoRequest.id)).all()
        return tuple(
            ShelvedRequest(
                str(row.id), Wish(Title(Kind(row.kind), row.title_id, row.title), tuple(row.seasons)), row.created
            )
            for row in rows
        )

    def remove(self, request_id: str) -> bool:
        """Forget a request; False where there is none of that id."""
        number = int(request_id) if request_id.isascii() and request_id.isdigit() else -1
        with self._engine.begin() as connection:
            return connection.execute(delete(DemoRequest).where(DemoRequest.id == number)).rowcount == 1
