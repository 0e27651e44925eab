"""A filter as JSON values and back, so that a window can go on where it was left; field by field from its types."""

from dataclasses import fields
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from gazetteer.project.filters import MentionFilter


def filter_record(wanted: MentionFilter) -> dict[str, Any]:
    """Return what differs from no filter, as JSON values."""
    empty = MentionFilter()
    names = [field.name for field in fields(MentionFilter)]
    return {name: _plain(getattr(wanted, name)) for name in names if getattr(wanted, name) != getattr(empty, name)}


def filter_of_record(record: object) -> MentionFilter:
    """Return the filter of a record; parts of another program version that mean nothing here are left out."""
    if not isinstance(record, dict):
        return MentionFilter()
    found: dict[str, Any] = {}
    for name, hint in get_type_hints(MentionFilter).items():
        if name in record:
            try:
                found[name] = _typed(hint, record[name])
            except (TypeError, ValueError):
                continue
    return MentionFilter(**found)


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(str(one.value) if isinstance(one, Enum) else one for one in value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, Enum) else value


def _typed(hint: Any, value: Any) -> Any:
    """Return a JSON value as the type of a field; raises TypeError or ValueError where it is none."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):
        return None if value is None else _typed(next(one for one in arguments if one is not type(None)), value)
    if origin is frozenset:
        return frozenset(_typed(arguments[0], one) for one in _listed(value))
    if origin is tuple:
        kinds = arguments[:1] * len(value) if arguments[-1] is Ellipsis else arguments
        return tuple(_typed(kind, one) for kind, one in zip(kinds, _listed(value), strict=True))
    if hint is float and type(value) is int:
        return float(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if type(value) is not hint:
        raise TypeError(f"{value!r} is no {hint}")
    return value


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    return value
