"""Frozen values to JSON and back, by their type hints: what is packed with a class is unpacked as that class.

Every dataclass carries its class's name, so that unions need no guessing. `fingerprint` changes whenever a field
of any class involved does: rows written by another version are recognised and met with a fresh start.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256
from typing import Any, Union, get_args, get_origin, get_type_hints

Json = dict[str, Any] | list[Any] | str | int | float | bool | None


class Unpackable(Exception):
    """What is stored does not fit the classes that we have now."""


def pack(value: Any) -> Any:
    """A frozen dataclass, enum, tuple, mapping or plain value as JSON."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        packed = {field.name: pack(getattr(value, field.name)) for field in fields(value)}
        return {"$": type(value).__name__} | packed
    if isinstance(value, tuple | list):
        return [pack(item) for item in value]
    if isinstance(value, Mapping):
        return {key: pack(item) for key, item in value.items()}
    return value


class Packing:
    """Unpacks values of one closed union of dataclasses. `names` hands in what the type hints refer to."""

    def __init__(self, union: Any, names: Mapping[str, Any]) -> None:
        self._names = {"Mapping": Mapping, **names}
        self._hints: dict[type, dict[str, Any]] = {}
        self._classes: dict[str, type] = {}
        self._learn(union)
        shape = repr([(name, [(k, str(h)) for k, h in self._hints[c].items()]) for name, c in sorted(self._classes.items())])
        self.fingerprint = sha256(shape.encode()).hexdigest()[:16]

    def unpack(self, packed: Any) -> Any:
        """The value. Raises Unpackable for anything that `pack` did not make of our classes."""
        if not isinstance(packed, dict) or packed.get("$") not in self._classes:
            raise Unpackable(f"no class of ours: {str(packed)[:60]!r}")
        cls = self._classes[packed["$"]]
        hints = self._hints[cls]
        if set(packed) - {"$"} != set(hints):
            raise Unpackable(f"{cls.__name__} has other fields now")
        return cls(**{name: self._unpack_as(hint, packed[name]) for name, hint in hints.items()})

    def _unpack_as(self, hint: Any, packed: Any) -> Any:
        if isinstance(packed, dict) and "$" in packed:
            return self.unpack(packed)
        if isinstance(packed, list):
            item = get_args(hint)[0] if get_origin(hint) is tuple else Any
            return tuple(self._unpack_as(item, one) for one in packed)
        if isinstance(packed, dict):
            return {key: self._unpack_as(Any, item) for key, item in packed.items()}
        for option in _options(hint):
            if isinstance(option, type) and issubclass(option, Enum) and packed is not None:
                return option(packed)
        return packed

    def _learn(self, hint: Any) -> None:
        for option in _options(hint):
            for argument in get_args(option):
                self._learn(argument)
            if is_dataclass(option) and isinstance(option, type) and option not in self._hints:
                hints = get_type_hints(option, localns=self._names)
                own = {field.name: hints[field.name] for field in fields(option)}
                self._hints[option] = own
                self._classes[option.__name__] = option
                for own_hint in own.values():
                    self._learn(own_hint)


def _options(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in {Union, types.UnionType} else (hint,)
