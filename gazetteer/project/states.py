"""What is in force for one mention, and the two kinds of change that every edit is made of."""

import json
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any

from gazetteer.model import Kind, Spelling, SpellingStatus, Status

MISSPELLING, TWO_PLACES = "probable_misspelling", "two_places"
FAR_OUTLIER, IMPOSSIBLE_DATE = "far_outlier", "impossible_date"
"""what the board of problems holds"""

encode = json.JSONEncoder(ensure_ascii=False).encode
"""Write JSON with its letters as they are; `json.dumps` would make such an encoder for each of thousands of lines."""


@dataclass(frozen=True, slots=True)
class State:
    """A mention as it stands. `spelling` None: as the machine said; `at` is UTC, ISO 8601 with Z."""

    kind: Kind
    status: Status
    place_id: str | None = None
    confidence: float | None = None
    spelling: Spelling | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    removed: bool = False
    by: str | None = None
    at: str | None = None
    rule: str | None = None
    starred: bool = False

    def to_json(self) -> str:
        """Return the state as one line of JSON; what is empty is left out."""
        found = {
            "kind": self.kind.value,
            "status": self.status.value,
            "place": self.place_id,
            "confidence": self.confidence,
            "spelling": spelling_fields(self.spelling) if self.spelling else None,
            "note": self.note,
            "tags": list(self.tags),
            "ignored": list(self.ignored),
            "removed": self.removed,
            "by": self.by,
            "at": self.at,
            "rule": self.rule,
            "starred": self.starred,
        }
        return encode({name: value for name, value in found.items() if value})

    @classmethod
    def from_json(cls, line: str) -> "State":
        """Read what `to_json` wrote."""
        found: dict[str, Any] = json.loads(line)
        return cls(
            Kind(found["kind"]),
            Status(found["status"]),
            found.get("place"),
            found.get("confidence"),
            spelling_of_fields(found["spelling"]) if "spelling" in found else None,
            found.get("note"),
            tuple(found.get("tags", ())),
            tuple(found.get("ignored", ())),
            bool(found.get("removed")),
            found.get("by"),
            found.get("at"),
            found.get("rule"),
            bool(found.get("starred")),
        )

    def without_place(self) -> "State":
        """Return the state with no place, and so with no confidence and no spelling of one."""
        return replace(self, place_id=None, confidence=None, spelling=None)

    def with_marks_of(self, other: "State") -> "State":
        """Return the state with the note, tags and star of another."""
        return replace(self, note=other.note, tags=other.tags, starred=other.starred)

    def differs(self, other: "State") -> bool:
        """Say whether anything but the time is different."""
        return _but_time(self) != _but_time(other)

    def decided(self, by: str, at: str) -> "State":
        """Return the state as a person's decision, made by whom and when."""
        return replace(self, by=by, at=at)


_but_time = attrgetter(*(field.name for field in fields(State) if field.name != "at"))


def spelling_fields(spelling: Spelling) -> list[object]:
    """Return a spelling as the list that the file stores."""
    return [spelling.status.value, spelling.canonical, spelling.edit_distance, spelling.edit_ops, spelling.note]


def spelling_of_fields(fields: list[Any]) -> Spelling:
    """Read what `spelling_fields` gave."""
    return Spelling(SpellingStatus(fields[0]), *fields[1:])


@dataclass(frozen=True, slots=True)
class Decide:
    """One decision on one mention."""

    mention_id: str
    action: str
    before: State
    after: State

    def inverse(self) -> "Decide":
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class ShowDocument:
    """An article comes into the project or goes out of it, with all its mentions."""

    document_id: str
    before: bool
    after: bool

    def inverse(self) -> "ShowDocument":
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class PutRow:
    """A row beside the decisions comes, changes or goes; `before` and `after` are JSON, None where there is none."""

    what: str
    """one of `row_changes.ROWS`"""
    row_id: str
    before: str | None
    after: str | None

    def inverse(self) -> "PutRow":
        return replace(self, before=self.after, after=self.before)


Change = Decide | ShowDocument | PutRow
