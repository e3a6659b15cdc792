"""What a stand-in Ombi shows of its titles and requests: the JSON of each, null fields, lies and all."""

from __future__ import annotations

from collections.abc import Iterator

from media import Kind
from tests.backends.contract import Staged
from tests.backends.ombi_books import UNSET, Books, Child, Film, Stage

Json = dict[str, object]


class Pages:
    """Reads the books; changes nothing."""

    def __init__(self, books: Books) -> None:
        self.books = books

    # --- films

    def film(self, one: Staged) -> Json:
        """As v1 shows it, with flags that are live."""
        row = self.books.film_of(one.id)
        return {**_about_film(one), "theMovieDbId": str(one.id), "imdbId": None, **self._flags(one, row)}

    def film_page(self, one: Staged) -> Json:
        """As v2 shows it."""
        crew = [{"name": name, "job": "Director"} for name in one.directors] + [{"name": "Cut Ter", "job": "Editor"}]
        return {
            **self.film(one),
            "theMovieDbId": None,
            "imdbId": "tt0133093",
            "runtime": one.runtime or 0,
            "voteAverage": one.rating or 0.0,
            "genres": [{"id": 1, "name": name} for name in one.genres],
            "credits": {"cast": [{"name": name, "order": n} for n, name in enumerate(one.cast)], "crew": crew},
            "belongsToCollection": {"id": one.collection[0], "name": one.collection[1]} if one.collection else None,
        }

    def _flags(self, one: Staged, row: Film | None) -> Json:
        hd, four_k = (row.hd, row.four_k) if row else (Stage(), None)
        shown = four_k or Stage()
        monitored = one.id in self.books.monitored
        return {
            "requested": hd.date != UNSET,
            "requestId": row.id if row else 0,
            "approved": hd.approved or (row is None and monitored),
            "available": hd.available or one.id in self.books.films_there,
            "denied": hd.denied,
            "deniedReason": hd.reason,
            "has4KRequest": four_k is not None,
            "requestedDate4k": shown.date,
            "approved4K": shown.approved,
            "available4K": shown.available or one.id in self.books.films_there_4k,
            "denied4K": shown.denied,
            "deniedReason4K": shown.reason,
            "quality": None,
            "type": 1,
        }

    def collection(self, number: int) -> Json:
        """Its flags are never filled."""
        films = [one for one in self.books.titles.values() if one.collection and one.collection[0] == number]
        unset = {"available": False, "approved": False, "requested": False, "requestId": 0}
        name = films[0].collection[1] if films and films[0].collection else None
        parts = sorted(({**_about_film(one), **unset} for one in films), key=lambda row: str(row["releaseDate"]))
        return {"name": name, "overview": "All of them.", "collection": parts}

    def film_request(self, row: Film) -> Json:
        one = self.books.titles[Kind.MOVIE, row.tmdb_id]
        both = row.four_k is not None and row.hd.date != UNSET
        return {
            "id": row.id,
            "theMovieDbId": row.tmdb_id,
            "title": one.name,
            "requestCombination": 2 if both else int(row.four_k is not None),
            **self._requested_by(row.user),
            **_stage(row.hd),
            "has4KRequest": row.four_k is not None,
            **_stage_4k(row.four_k or Stage()),
        }

    # --- shows

    def show_row(self, one: Staged) -> Json:
        """In a chart, where every show is "fully available"."""
        return {
            "id": one.id,
            "title": one.name,
            "firstAired": one.date,
            "overview": f"About {one.name}.",
            "posterPath": f"/{one.id}.jpg",
            "theMovieDbId": str(one.id),
            "seasonRequests": [],
            "available": False,
            "fullyAvailable": True,
            "partlyAvailable": False,
            "requested": False,
            "requestId": 0,
        }

    def show_page(self, one: Staged) -> Json:
        children = self.books.children_of(one.id)
        seasons = [self._season(one, number, children) for number in sorted(one.seasons) if number > 0]
        return {
            **self.show_row(one),
            "theTvDbId": str(one.id + 100_000),
            "status": "Returning Series" if one.in_production else "Ended",
            "runtime": str(one.runtime or 0),
            "rating": str(one.rating or 0).replace(".", ","),
            "images": {"original": f"/{one.id}.jpg", "medium": None},
            "cast": [{"person": name, "character": "Somebody"} for name in one.cast],
            "crew": [{"name": name} for name in one.directors],
            "genres": [{"id": 1, "name": name} for name in one.genres],
            "requested": bool(children),
            "requestId": self.books.parent_of(one.id) or 0,
            "approved": any(child.stage.approved for child in children),
            "fullyAvailable": True,
            "partlyAvailable": True,
            "seasonRequests": seasons,
        }

    def _season(self, one: Staged, number: int, children: list[Child]) -> Json:
        episodes = [self._episode(one, number, episode, children) for episode in range(1, one.episodes + 1)]
        return {"id": 0, "seasonNumber": number, "overview": "", "seasonAvailable": False, "episodes": episodes}

    def _episode(self, one: Staged, season: int, number: int, children: list[Child]) -> Json:
        child = next((child for child in children if number in child.episodes.get(season, ())), None)
        return {
            "episodeNumber": number,
            "title": f"Episode {number}",
            "airDate": self.aired(one, season, number),
            "available": (one.id, season, number) in self.books.there,
            "requested": child is not None,
            "approved": child.stage.approved if child else one.id in self.books.in_sonarr,
            "denied": child.stage.denied if child else None,
            "deniedReason": child.stage.reason if child else None,
            "seasonId": 0,
        }

    def aired(self, one: Staged, season: int, number: int) -> str:
        """All on the first day, but for the very last episode of a show that goes on."""
        is_last = season == max(one.seasons) and number == one.episodes
        return f"{one.next_airs if is_last and one.next_airs else one.date}T00:00:00Z" if one.date else UNSET

    def parent(self, number: int, *, light: bool = False) -> Json:
        one = self.books.titles[Kind.TV, self.books.parents[number]]
        children = [self._child(one, child, light=light) for child in self.books.children_of(one.id)]
        ids = {"tvDbId": one.id + 100_000, "externalProviderId": one.id, "imdbId": None}
        return {"id": number, **ids, "title": one.name, "totalSeasons": len(one.seasons), "childRequests": children}

    def _child(self, one: Staged, child: Child, *, light: bool) -> Json:
        seasons = [] if light else list(self._child_seasons(one, child))
        about = {"id": child.id, "parentRequestId": child.parent, "title": one.name}
        return {**about, **self._requested_by(child.user), **_stage(child.stage), "seasonRequests": seasons}

    def _child_seasons(self, one: Staged, child: Child) -> Iterator[Json]:
        for season, numbers in child.episodes.items():
            episodes = [
                {
                    "episodeNumber": number,
                    "airDate": self.aired(one, season, number),
                    "available": (one.id, season, number) in self.books.there,
                    "approved": child.stage.approved,
                    "requested": True,
                }
                for number in numbers
            ]
            yield {"id": 1, "seasonNumber": season, "episodes": episodes}

    def _requested_by(self, login: str) -> Json:
        person = self.books.people.get(login.upper())
        alias = person.alias if person else None
        return {
            "requestedUserId": f"guid-of-{login}",
            "requestedUser": {"userName": login, "alias": alias, "userAlias": alias or login},
            "requestedByAlias": None,
        }

    # --- users

    def users(self) -> list[Json]:
        return [
            {
                "id": f"guid-of-{person.login}",
                "userName": person.login,
                "alias": person.alias,
                "emailAddress": f"{person.login}@example.org",
                "claims": [{"value": role, "enabled": True} for role in sorted(person.roles)]
                + [{"value": "ReceivesNewsletter", "enabled": False}],
            }
            for person in self.books.people.values()
        ]


def light_row(one: Staged) -> Json:
    """In a search over everything: the id is text, the year of a film stands in its title."""
    title = f"{one.name} ({one.date[:4]})" if one.kind is Kind.MOVIE and one.date else one.name
    poster, overview = f"/{one.id}.jpg", f"About {one.name}."
    return {"id": str(one.id), "mediaType": str(one.kind), "title": title, "poster": poster, "overview": overview}


def _about_film(one: Staged) -> Json:
    return {
        "id": one.id,
        "title": one.name,
        "originalTitle": one.name,
        "releaseDate": f"{one.date}T00:00:00Z" if one.date else None,
        "overview": f"About {one.name}.",
        "posterPath": f"/{one.id}.jpg",
        "voteCount": one.votes,
    }


def _stage(stage: Stage) -> Json:
    return {
        "requestedDate": stage.date,
        "approved": stage.approved,
        "available": stage.available,
        "denied": stage.denied,
        "deniedReason": stage.reason,
    }


def _stage_4k(stage: Stage) -> Json:
    return {
        "requestedDate4k": stage.date,
        "approved4K": stage.approved,
        "available4K": stage.available,
        "denied4K": stage.denied,
        "deniedReason4K": stage.reason,
    }
