"""Frozen values to JSON and back, by their type hints: what is packed with a class is unpacked as that class.

Every dataclass carries its class's name, so that unions need no guessing. `fingerprint` changes whenever a field
of any class or a value of any enum does: conversations of another version are met with a fresh start. What must
outlive an update (a wish that is owed) is read with `lasting`: new fields take their defaults.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
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

    def __init__(self, union: Any, names: Mapping[str, Any], *, lasting: bool = False) -> None:
        """With `lasting`, fields that a class had or got in another version are passed over."""
        self._lasting = lasting
        self._names = {"Mapping": Mapping, **names}
        self._hints: dict[type, dict[str, Any]] = {}
        self._classes: dict[str, type] = {}
        self._enums: dict[str, list[str]] = {}
        self._learn(union)
        self.fingerprint = sha256(repr(self._shape()).encode()).hexdigest()[:16]

    def unpack(self, packed: Any) -> Any:
        """The value. Raises Unpackable for anything that `pack` did not make of our classes."""
        name = packed.get("$") if isinstance(packed, dict) else None
        cls = self._classes.get(name) if isinstance(name, str) else None
        if cls is None:
            raise Unpackable(f"no class of ours: {str(packed)[:60]!r}")
        hints = self._hints[cls]
        if not self._fits_fields(cls, set(packed) - {"$"}):
            raise Unpackable(f"{cls.__name__} has other fields now")
        return cls(**{name: self._unpack_as(hint, packed[name]) for name, hint in hints.items() if name in packed})

    def _fits_fields(self, cls: type[Any], given: set[str]) -> bool:
        if not self._lasting:
            return given == set(self._hints[cls])
        return {one.name for one in fields(cls) if _is_needed(one)} <= given

    def _unpack_as(self, hint: Any, packed: Any) -> Any:
        for option in _options(hint):
            if _fits(option, packed):
                return self._as(option, packed)
        raise Unpackable(f"{str(packed)[:60]!r} is no {hint}")

    def _as(self, option: Any, packed: Any) -> Any:
        if option in self._hints:
            return self.unpack(packed)
        if isinstance(option, type) and issubclass(option, Enum):
            return option(packed)
        if get_origin(option) is tuple:
            return tuple(self._unpack_as(get_args(option)[0], one) for one in packed)
        if get_origin(option) is Mapping:
            return {key: self._unpack_as(get_args(option)[1], one) for key, one in packed.items()}
        return packed

    def _shape(self) -> list[Any]:
        classes = sorted(self._classes.items())
        fields_of = [(name, [(field, str(hint)) for field, hint in self._hints[cls].items()]) for name, cls in classes]
        return [fields_of, sorted(self._enums.items())]

    def _learn(self, hint: Any) -> None:
        for option in _options(hint):
            for argument in get_args(option):
                self._learn(argument)
            if isinstance(option, type) and issubclass(option, Enum):
                self._enums[option.__name__] = [str(member.value) for member in option]
            if is_dataclass(option) and isinstance(option, type) and option not in self._hints:
                hints = get_type_hints(option, localns=self._names)
                own = {field.name: hints[field.name] for field in fields(option)}
                self._hints[option] = own
                self._classes[option.__name__] = option
                for own_hint in own.values():
                    self._learn(own_hint)


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _options(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in {Union, types.UnionType} else (hint,)


def _fits(option: Any, packed: Any) -> bool:
    """True where `packed` is what `pack` makes of this type; what stands inside is looked at later."""
    if is_dataclass(option) and isinstance(option, type):
        return isinstance(packed, dict) and packed.get("$") == option.__name__
    if isinstance(option, type) and issubclass(option, Enum):
        return isinstance(packed, str | int) and packed in {member.value for member in option}
    if get_origin(option) is tuple:
        return isinstance(packed, list)
    if get_origin(option) is Mapping:
        return isinstance(packed, dict)
    return option is Any or (isinstance(option, type) and isinstance(packed, option))
