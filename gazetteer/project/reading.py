"""Stored rows to values: places, spellings, candidates, sentences."""

import json
import sqlite3
import zlib
from collections.abc import Iterable
from typing import Any

from gazetteer.model import Candidate, Cue, Place, Precision, Spelling
from gazetteer.project.states import spelling_of_fields

PLACE_COLUMNS = """
    place_id, name, latitude, longitude, feature_class, feature_code, precision, radius_m, country_code, country_name,
    admin1_name, admin2_name, population, local_name
"""


def place_of(row: Iterable[object]) -> Place:
    """Return the place of a row of `PLACE_COLUMNS`."""
    fields = list(row)
    fields[6] = Precision(str(fields[6]))
    return Place(*fields)  # type: ignore[arg-type]


def place(connection: sqlite3.Connection, place_id: str | None) -> Place | None:
    """Return the project's copy of a place, or None."""
    if place_id is None:
        return None
    row = connection.execute(f"SELECT {PLACE_COLUMNS} FROM places WHERE place_id = ?", (place_id,)).fetchone()
    return place_of(row) if row else None


def places(connection: sqlite3.Connection, place_ids: Iterable[str]) -> dict[str, Place]:
    """Return the project's copies of places by id."""
    rows = connection.execute(
        f"SELECT {PLACE_COLUMNS} FROM places WHERE place_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(place_ids))),),
    )
    return {row["place_id"]: place_of(row) for row in rows}


def spelling(stored: str) -> Spelling:
    """Return a spelling as it is stored on a mention."""
    return spelling_of_fields(json.loads(stored))


def candidates(connection: sqlite3.Connection, key: int | None) -> tuple[Candidate, ...]:
    """Return a stored candidate list, best first; () for None."""
    if key is None:
        return ()
    rows = _candidate_rows(connection, key)
    known = places(connection, (row[0] for row in rows))
    return tuple(
        Candidate(known[place_id], score, probability, name, tuple(Cue(*cue) for cue in cues))
        for place_id, score, probability, name, cues in rows
    )


def candidate_ids(connection: sqlite3.Connection, key: int) -> list[str]:
    """Return the place ids of a stored candidate list, best first."""
    return [row[0] for row in _candidate_rows(connection, key)]


def _candidate_rows(connection: sqlite3.Connection, key: int) -> list[Any]:
    body = connection.execute("SELECT body FROM candidate_lists WHERE key = ?", (key,)).fetchone()["body"]
    rows: list[Any] = json.loads(zlib.decompress(body))
    return rows


def pairs(flat: str) -> list[tuple[int, int]]:
    """Return the spans of a stored JSON list [start, end, start, end, ...]."""
    offsets = json.loads(flat)
    return list(zip(offsets[::2], offsets[1::2], strict=True))


def fields(row: sqlite3.Row, names: str) -> dict[str, Any]:
    """Return the named columns (names parted by blanks) of a row, as keyword arguments."""
    return {name: row[name] for name in names.split()}


def direction(expression: str, descending: bool) -> str:
    """Return the ORDER BY of an expression, what is not known last."""
    return f"{expression} DESC NULLS LAST" if descending else f"{expression} ASC NULLS LAST"


def page(limit: int | None, offset: int) -> str:
    """Return what follows LIMIT; None is no limit."""
    return f"{-1 if limit is None else int(limit)} OFFSET {int(offset)}"
