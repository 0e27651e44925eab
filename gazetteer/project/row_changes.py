"""Rows beside the decisions that an edit may change: own places, copies, what the machine said, rules, settings."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from gazetteer import __version__
from gazetteer.model import Annotation, Place, Relative, Spelling, SpellingStatus
from gazetteer.places.folding import fold
from gazetteer.project import own_places, rules
from gazetteer.project.own_places import OwnPlace
from gazetteer.project.states import PutRow, State, spelling_fields
from gazetteer.why import BY_HAND, to_json

OWN_PLACE, PLACE_COPY, ANSWER, RULE, SETTING = "own_place", "place_copy", "answer", "rule", "setting"
DOCUMENT, IGNORED = "document", "ignored"
PLACES = frozenset({OWN_PLACE, PLACE_COPY})
"""rows whose id is a place's; every mention of the place shows the change"""

Stamp = tuple[int, str, str]
"""step, who, and when (UTC, ISO 8601 with Z)"""

_COPY_COLUMNS = (
    "place_id name folded latitude longitude feature_class feature_code precision radius_m country_code country_name "
    "admin1_name admin2_name population local_name label gazetteer_version"
).split()
_ANSWER_COLUMNS = (
    "auto_kind auto_status auto_place_id auto_confidence auto_spelling auto_reason candidates_key guess_place_id "
    "gazetteer_version auto_relative"
).split()
DOCUMENT_FIELDS = ("title", "source", "url", "date", "date_precision", "date_text", "note", "tags", "starred", "marked")
"""what a person may say of an article beside its text; `tags` is a JSON list, `marked` asks for care with its quotes"""
_UNSAID = (
    *(None, None, None, None, json.dumps(spelling_fields(Spelling(SpellingStatus.UNKNOWN)))),
    *(to_json(BY_HAND), None, None, None, None),
)
"""the columns of a mention of which no machine said anything"""


@dataclass(frozen=True, slots=True)
class Rows:
    """How a kind of row is read as JSON (None where there is none) and made to say what JSON says."""

    read: Callable[[sqlite3.Connection, str], str | None]
    write: Callable[[sqlite3.Connection, str, str | None], None]


def place_row(place: Place, version: str | None) -> tuple[object, ...]:
    """Return a place as a row of the `places` table."""
    return (
        *(place.place_id, place.name, fold(place.name), place.latitude, place.longitude, place.feature_class),
        *(place.feature_code, place.precision.value, place.radius_m, place.country_code, place.country_name),
        *(place.admin1_name, place.admin2_name, place.population, place.local_name, place.label, version),
    )


def place_copy(place: Place, version: str | None) -> str:
    """Return a place as the copy that `PLACE_COPY` rows hold."""
    return _json(place_row(place, version))


def answer(
    connection: sqlite3.Connection,
    annotation: Annotation,
    state: State,
    kept: tuple[int | None, str | None, str | None],
) -> str:
    """Return an annotation as the answer that `ANSWER` rows hold; `kept`: candidates' key, first place, version."""
    spelling = json.dumps(spelling_fields(annotation.resolution.spelling), ensure_ascii=False)
    values = (state.kind.value, state.status.value, state.place_id, state.confidence, spelling)
    return _json((*values, to_json(annotation.resolution.why), *kept, relative_json(annotation.relative)))


def relative_json(relative: Relative | None) -> str | None:
    """Return a spot as the file keeps it."""
    return json.dumps(asdict(relative), ensure_ascii=False) if relative else None


def answer_of(mention: sqlite3.Row) -> str | None:
    """Return what the machine said of a mention, from a row of `mentions`; None where no machine said anything."""
    return _json(tuple(mention[name] for name in _ANSWER_COLUMNS)) if mention["auto_kind"] else None


def log(connection: sqlite3.Connection, stamp: Stamp, action: str, change: PutRow, about: int | None = None) -> None:
    """Write a change down: whose step, who and when."""
    step, who, now = stamp
    connection.execute(
        """
        INSERT INTO row_changes (step, what, id, who, made_at, action, before, after, program_version, about, in_force)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        """,
        (step, change.what, change.row_id, who, now, action, change.before, change.after, __version__, about),
    )


def log_reversal(connection: sqlite3.Connection, stamp: Stamp, action: str, change: PutRow, about: int) -> None:
    """Write down that an undo withdrew, or a redo brought back, the change `about`."""
    log(connection, stamp, action, change, about)
    connection.execute("UPDATE row_changes SET in_force = ? WHERE seq = ?", (action == "redo", about))


def _read_own(connection: sqlite3.Connection, place_id: str) -> str | None:
    place = own_places.read(connection, place_id)
    return place.to_json() if place else None


def _write_own(connection: sqlite3.Connection, place_id: str, after: str | None) -> None:
    """Write the row, and its copy for the mentions that refer to it; they keep the copy when the row goes."""
    place = OwnPlace.from_json(after) if after else None
    own_places.write(connection, place_id, place)
    if place is not None:
        _write_copy(connection, place_id, place_copy(place.place, None))


def _read_copy(connection: sqlite3.Connection, place_id: str) -> str | None:
    row = connection.execute(f"SELECT {', '.join(_COPY_COLUMNS)} FROM places WHERE place_id = ?", (place_id,))
    found = row.fetchone()
    return _json(tuple(found)) if found else None


def _write_copy(connection: sqlite3.Connection, place_id: str, after: str | None) -> None:
    if after is None:
        # mentions may refer to it; a copy without any does no harm
        return
    put = ", ".join(f"{name} = excluded.{name}" for name in _COPY_COLUMNS[1:])
    places = ", ".join("?" * len(_COPY_COLUMNS))
    connection.execute(f"INSERT INTO places VALUES ({places}) ON CONFLICT DO UPDATE SET {put}", json.loads(after))


def _read_answer(connection: sqlite3.Connection, mention_id: str) -> str | None:
    query = f"SELECT {', '.join(_ANSWER_COLUMNS)} FROM mentions WHERE mention_id = ?"
    found = connection.execute(query, (mention_id,)).fetchone()
    return answer_of(found) if found else None


def _write_answer(connection: sqlite3.Connection, mention_id: str, after: str | None) -> None:
    put = ", ".join(f"{name} = ?" for name in _ANSWER_COLUMNS)
    values = json.loads(after) if after else _UNSAID
    # what was logged before schema 4 says nothing of a spot
    unsaid = [None] * (len(_ANSWER_COLUMNS) - len(values))
    connection.execute(f"UPDATE mentions SET {put} WHERE mention_id = ?", (*values, *unsaid, mention_id))


def _read_document(connection: sqlite3.Connection, document_id: str) -> str | None:
    query = f"SELECT {', '.join(DOCUMENT_FIELDS)} FROM documents WHERE doc_id = ?"
    found = connection.execute(query, (document_id,)).fetchone()
    return _json(tuple(found)) if found else None


def _write_document(connection: sqlite3.Connection, document_id: str, after: str | None) -> None:
    put = ", ".join(f"{name} = ?" for name in DOCUMENT_FIELDS)
    connection.execute(f"UPDATE documents SET {put} WHERE doc_id = ?", (*json.loads(after or "null"), document_id))


def _read_ignored(connection: sqlite3.Connection, finding_id: str) -> str | None:
    found = connection.execute("SELECT 1 FROM ignored_findings WHERE finding_id = ?", (finding_id,)).fetchone()
    return "true" if found else None


def _write_ignored(connection: sqlite3.Connection, finding_id: str, after: str | None) -> None:
    if after is None:
        connection.execute("DELETE FROM ignored_findings WHERE finding_id = ?", (finding_id,))
    else:
        connection.execute("INSERT OR IGNORE INTO ignored_findings VALUES (?)", (finding_id,))


def _read_setting(connection: sqlite3.Connection, name: str) -> str | None:
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return row["value"] if row else None


def _write_setting(connection: sqlite3.Connection, name: str, after: str | None) -> None:
    if after is None:
        connection.execute("DELETE FROM settings WHERE name = ?", (name,))
    else:
        connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, after))


def _json(values: tuple[Any, ...]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


ROWS = {
    OWN_PLACE: Rows(_read_own, _write_own),
    PLACE_COPY: Rows(_read_copy, _write_copy),
    ANSWER: Rows(_read_answer, _write_answer),
    RULE: Rows(rules.read_json, rules.write_json),
    SETTING: Rows(_read_setting, _write_setting),
    DOCUMENT: Rows(_read_document, _write_document),
    IGNORED: Rows(_read_ignored, _write_ignored),
}
"""every kind of row beside the decisions"""
