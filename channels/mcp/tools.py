"""The tools: what each takes, what it is good for, and which call it makes.

Arguments are plain types with defaults, never "this or nothing": some clients hand a model nothing of such a choice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from channels.mcp.results import Listing, Requested, Requests, Result, Revoked, Status
from doors.reading import clean_text
from intents import AskFor, GroupedSeasons, NumberedSeasons, SeasonGroup, Seasons
from media import Kind
from turns.outright import Call, Mine, Order, Revoke, Seek, Tell

#: Of the ids that a database keeps.
MOST_ID: Final = 2**31 - 1
ANY_KIND: Final = "any"

Words = Annotated[str, Field(max_length=300), AfterValidator(clean_text)]
TitleKind = Annotated[Literal["movie", "tv"], Field(description="As search_media gave it.")]
TitleId = Annotated[int, Field(ge=1, le=MOST_ID, description="The TMDB id, as search_media gave it. Never guess it.")]
SeasonNumber = Annotated[int, Field(ge=0, le=1000)]


class _Arguments(BaseModel):
    """What is not known is refused: a misspelt argument must not be taken for its default."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class SearchMedia(_Arguments):
    """What search_media takes."""

    query: Annotated[Words, Field(min_length=1, description="The title, without words like 'movie' around it.")]
    kind: Annotated[Literal["any", "movie", "tv"], Field(description="Only films, or only shows.")] = ANY_KIND
    year: Annotated[int, Field(ge=0, le=2200, description="Year of the release or first episode; 0: any.")] = 0
    limit: Annotated[int, Field(ge=1, le=20, description="At most so many titles.")] = 8

    @property
    def call(self) -> Call:
        """What it asks for."""
        kind = None if self.kind == ANY_KIND else Kind(self.kind)
        return Seek(AskFor(self.query, kind, (self.year, self.year) if self.year else None))


class RequestMedia(_Arguments):
    """What request_media takes."""

    kind: TitleKind
    id: TitleId
    title: Annotated[
        Words,
        Field(description="Its title as search_media gave it: if the id belongs to another, nothing is requested."),
    ] = ""
    seasons: Annotated[
        list[SeasonNumber],
        Field(max_length=100, description="Of a show: the numbers of the seasons; 0 is the specials."),
    ] = []
    season_group: Annotated[
        Literal["", "all", "missing", "first", "latest", "next"],
        Field(description="Of a show, in place of numbers: all seasons, those that are missing, the first ..."),
    ] = ""
    four_k: Annotated[bool, Field(description="In 4K. Only if the user asked for that.")] = False
    dry_run: Annotated[bool, Field(description="Tell what would be requested, and request nothing.")] = False

    @model_validator(mode="after")
    def _names_seasons_once(self) -> RequestMedia:
        if self.seasons and self.season_group:
            raise ValueError("give seasons or season_group, not both")
        return self

    @property
    def call(self) -> Call:
        """What it asks for."""
        return Order(Kind(self.kind), self.id, self.title.strip(), self._chosen, self.four_k, self.dry_run)

    @property
    def _chosen(self) -> Seasons | None:
        if self.seasons:
            return NumberedSeasons(tuple(sorted(set(self.seasons))))
        return GroupedSeasons(SeasonGroup(self.season_group)) if self.season_group else None


class RequestStatus(_Arguments):
    """What request_status takes."""

    kind: TitleKind
    id: TitleId

    @property
    def call(self) -> Call:
        """What it asks for."""
        return Tell(Kind(self.kind), self.id)


class ListRequests(_Arguments):
    """What list_requests takes."""

    limit: Annotated[int, Field(ge=1, le=20, description="At most so many requests.")] = 10

    @property
    def call(self) -> Call:
        """What it asks for."""
        return Mine(self.limit)


class CancelRequest(_Arguments):
    """What cancel_request takes."""

    kind: TitleKind
    id: TitleId

    @property
    def call(self) -> Call:
        """What it asks for."""
        return Revoke(Kind(self.kind), self.id)


Arguments = SearchMedia | RequestMedia | RequestStatus | ListRequests | CancelRequest


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool, as it is listed and called."""

    name: str
    title: str
    description: str
    arguments: type[Arguments]
    result: type[Result]
    only_reads: bool = True
    takes_away: bool = False

    def listed(self) -> dict[str, Any]:
        """As `tools/list` tells it."""
        hints = {
            "readOnlyHint": self.only_reads,
            "destructiveHint": self.takes_away,
            "idempotentHint": True,
            "openWorldHint": True,
        }
        return {
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "inputSchema": _plain(self.arguments),
            "outputSchema": _plain(self.result),
            "annotations": hints,
        }


TOOLS: Final = (
    Tool(
        "search_media",
        "Search films and shows",
        "Find films and TV shows by title, best match first, each with its id, year and availability in this home's "
        "media library. Call this first: the other tools need its kind and id.",
        SearchMedia,
        Listing,
    ),
    Tool(
        "request_media",
        "Request a film or show",
        "Request one film, or seasons of one show, for this home's media library. Before that, tell the user kind, "
        "title and year and let them agree; dry_run tells what would happen. Asking twice does no harm: what is "
        "there or asked for already is not requested again. Outcome which_seasons: ask the user which, and call again.",
        RequestMedia,
        Requested,
        only_reads=False,
    ),
    Tool(
        "request_status",
        "How far is it",
        "How far one film or show is, season by season: missing, pending (waits for approval), processing, partial, "
        "available.",
        RequestStatus,
        Status,
    ),
    Tool(
        "list_requests",
        "My requests",
        "What this user requested through this connection, newest first, and how far it is now.",
        ListRequests,
        Requests,
    ),
    Tool(
        "cancel_request",
        "Take a request back",
        "Take back what this user requested through this connection in the last ten minutes, while it waits to be "
        "sent or approved. What was approved, is there, or was asked for by somebody else too, stays.",
        CancelRequest,
        Revoked,
        only_reads=False,
        takes_away=True,
    ),
)
BY_NAME: Final = {tool.name: tool for tool in TOOLS}


def _plain(model: type[BaseModel]) -> dict[str, Any]:
    """Its JSON Schema, all in one piece and without the names and descriptions of our classes."""
    schema = model.model_json_schema(mode="serialization")
    defined = schema.pop("$defs", {})

    def plain(node: Any) -> Any:
        if isinstance(node, list):
            return [plain(each) for each in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            node = {**defined[node["$ref"].rpartition("/")[2]], **node}
        return {
            key: _properties(value, plain) if key == "properties" else plain(value)
            for key, value in node.items()
            if not _is_ours(key, value)
        }

    told: dict[str, Any] = plain({key: value for key, value in schema.items() if key != "description"})
    return told


def _properties(properties: dict[str, Any], plain: Callable[[Any], Any]) -> dict[str, Any]:
    return {name: plain(each) for name, each in properties.items()}


def _is_ours(key: str, value: Any) -> bool:
    return key == "$ref" or (key == "title" and isinstance(value, str))


#: As `tools/list` tells them; pydantic takes a moment for each schema.
LISTED: Final = [tool.listed() for tool in TOOLS]
