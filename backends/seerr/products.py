"""What a server of the family tells about itself without a key: which of the three it is, and what is switched on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from media_backends import Ability, BackendType
from outbound import fields

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS: Final = "/api/v1/settings/public"


@dataclass(frozen=True, slots=True)
class Product:
    """What /settings/public says."""

    type: BackendType | None  # None: it is none of the three
    abilities: frozenset[Ability]  # those that depend on how it is set up


def read_product(answer: object) -> Product:
    """From its JSON, whatever that holds."""
    settings = fields.as_row(answer)
    switches = (
        (Ability.FOUR_K_MOVIES, fields.flag(settings, "movie4kEnabled")),
        (Ability.FOUR_K_TV, fields.flag(settings, "series4kEnabled")),
        (Ability.SPECIALS, fields.flag(settings, "enableSpecialEpisodes")),
    )
    return Product(_type(settings), frozenset(ability for ability, on in switches if on))


def _type(settings: Mapping[str, object]) -> BackendType | None:
    if "initialized" not in settings:
        return None
    if "mediaServerType" not in settings:
        return BackendType.OVERSEERR
    return BackendType.SEERR if "hideBlocklisted" in settings else BackendType.JELLYSEERR
