"""Titles learned from the request manager, one row each, and how far the learning has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, func, select, tuple_

from media import Kind, Progress, Title
from models import LearningRow, OwedRequest, TitleRow
from storage.database import reading
from storage.naming import storable
from storage.outbox import WISHES
from storage.packing import Unpackable
from storage.writing import insert_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Engine, Select

_LONGEST: Final = 300
_MOST_VOTES: Final = 2**31 - 1
#: Of what people asked for, so many titles are looked at: the latest.
MOST_ASKED: Final = 500


class Titles:
    """The titles we know, in our own database."""

    def __init__(self, engine: Engine, language: str) -> None:
        """`language` (ISO 639-1) is that of the names."""
        self._engine, self.language = engine, language

    def add(self, titles: Iterable[tuple[Title, int]]) -> int:
        """Keep titles, each with its worth; one that is known already keeps the greater. Returns how many are new."""
        rows = {title.key: self._row(title, worth) for title, worth in titles if title.name.strip()}
        if not rows:
            return 0
        with self._engine.begin() as connection:
            before = connection.execute(self._count()).scalar_one()
            insert = insert_for(self._engine, TitleRow).values(list(rows.values()))
            new = insert.excluded
            greater = func.greatest if self._engine.dialect.name == "postgresql" else func.max
            values: dict[str, Any] = {name: new[name] for name in ("name", "original_name", "year", "votes")}
            values["worth"] = greater(TitleRow.worth, new.worth)
            connection.execute(
                insert.on_conflict_do_update(index_elements=["language", "kind", "title_id"], set_=values)
            )
            return int(connection.execute(self._count()).scalar_one() - before)

    def all(self) -> Iterator[Title]:
        """Every title, those of most worth first."""
        query = select(TitleRow.__table__).where(TitleRow.language == self.language).order_by(TitleRow.worth.desc())
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return (
            Title(Kind(row.kind), row.title_id, row.name, row.year, original_name=row.original_name, votes=row.votes)
            for row in rows
        )

    def prune(self, most: int) -> int:
        """Forget those of least worth beyond `most`; how many that were."""
        ours = TitleRow.language == self.language
        # By their names and not by their worth, which thousands share where the request manager tells no votes.
        kept = (
            select(TitleRow.kind, TitleRow.title_id)
            .where(ours)
            .order_by(TitleRow.worth.desc(), TitleRow.kind, TitleRow.title_id)
            .limit(most)
        )
        old = delete(TitleRow).where(ours, tuple_(TitleRow.kind, TitleRow.title_id).not_in(kept))
        with self._engine.begin() as connection:
            return connection.execute(old).rowcount

    def forget_all(self) -> None:
        """Another request manager answers now: begin anew."""
        with self._engine.begin() as connection:
            connection.execute(delete(TitleRow).where(TitleRow.language == self.language))
            connection.execute(delete(LearningRow).where(LearningRow.language == self.language))

    def asked_for(self) -> tuple[Title, ...]:
        """What people asked for through us, the latest first."""
        query = select(OwedRequest.wish).order_by(OwedRequest.id.desc()).limit(MOST_ASKED)
        with reading(self._engine) as connection:
            stored = connection.execute(query).scalars().all()
        titles: dict[str, Title] = {}
        for wish in stored:
            try:
                title = WISHES.unpack(wish).title
            except Unpackable:
                continue  # written by another version
            titles.setdefault(title.key, title)
        return tuple(titles.values())

    def progress(self) -> Progress | None:
        """How far the learning has come; None where it never began."""
        query = select(LearningRow.__table__).where(LearningRow.language == self.language)
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
        return Progress(row.source, row.step, row.began, row.ended, row.whole) if row else None

    def note(self, progress: Progress) -> None:
        """Remember how far it has come."""
        values = {
            "source": progress.source,
            "step": progress.step,
            "began": progress.began,
            "ended": progress.ended,
            "whole": progress.whole,
        }
        insert = insert_for(self._engine, LearningRow).values(language=self.language, **values)
        with self._engine.begin() as connection:
            connection.execute(insert.on_conflict_do_update(index_elements=["language"], set_=values))

    def _count(self) -> Select[int]:
        return select(func.count()).select_from(TitleRow).where(TitleRow.language == self.language)

    def _row(self, title: Title, worth: int) -> dict[str, object]:
        return {
            "language": self.language,
            "kind": title.kind.value,
            "title_id": title.id,
            "name": storable(title.name, _LONGEST),
            "original_name": storable(title.original_name, _LONGEST) if title.original_name else None,
            "year": title.year,
            "votes": max(0, min(title.votes, _MOST_VOTES)),
            "worth": max(0, min(worth, _MOST_VOTES)),
        }


def open_titles(engine: Engine, languages: Iterable[str]) -> tuple[Titles, ...]:
    """One store for each of these languages."""
    return tuple(Titles(engine, language) for language in languages)
