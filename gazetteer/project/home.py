"""Where a project is at home, set by a person, and where its sources are, learned from their articles."""

import json
import sqlite3
from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import Any

from gazetteer.model import Place, Precision
from gazetteer.project import reading
from gazetteer.project.desk import Desk
from gazetteer.project.row_changes import SETTING
from gazetteer.project.store import Project
from gazetteer.resolution.home import MOST, Home, home_of, learned_home

_NAME = "home"


@dataclass(frozen=True, slots=True)
class SetHome:
    """Say where the project is at home, a town, a region or a country; None: nowhere.

    It counts for articles that are imported from then on.
    """

    place: Place | None

    @property
    def label(self) -> str:
        return f"Home: {self.place.name}" if self.place else "No home"

    def title(self, desk: Desk) -> str:
        return f"Home of the project: {self.place.label}" if self.place else "No home of the project"

    def apply(self, desk: Desk) -> None:
        place = json.dumps(asdict(self.place), ensure_ascii=False) if self.place else None
        desk.put(SETTING, _NAME, place)


def project_home(project: Project) -> Place | None:
    """Return the home that a person set, None where nobody did."""
    return _set_home(project.reader())


def home_for(connection: sqlite3.Connection, source: str | None, before: int | None = None) -> Home | None:
    """Return the home for an article of a source: the project's, and the source's by its articles so far.

    `before`: only the articles that came before the one with this key. None where there is neither.
    """
    place = _set_home(connection)
    own = home_of(place) if place else None
    learned = learned_home(_articles(connection, source, before)) if source else None
    return own | learned if own else learned


def _set_home(connection: sqlite3.Connection) -> Place | None:
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (_NAME,)).fetchone()
    if row is None:
        return None
    fields: dict[str, Any] = json.loads(row["value"])
    return Place(**{**fields, "precision": Precision(fields["precision"])})


def _articles(connection: sqlite3.Connection, source: str, before: int | None) -> list[list[Place]]:
    """Return the places of each of the latest articles of a source, oldest first, as they are in force."""
    columns = ", ".join(f"p.{name.strip()}" for name in reading.PLACE_COLUMNS.split(","))
    rows = connection.execute(
        f"""
        SELECT DISTINCT d.key, {columns}
        FROM (
            SELECT key FROM documents WHERE present AND source = ? AND (? IS NULL OR key < ?)
            ORDER BY key DESC LIMIT {MOST}
        ) AS d
        LEFT JOIN mentions AS m ON m.doc_key = d.key AND NOT m.removed AND m.status <> 'rejected'
        LEFT JOIN places AS p ON p.place_id = m.place_id
        ORDER BY d.key, p.place_id
        """,
        (source, before, before),
    )
    articles: defaultdict[int, list[Place]] = defaultdict(list)
    for row in rows:
        found = articles[row["key"]]
        if row["place_id"] is not None:
            found.append(reading.place_of(tuple(row)[1:]))
    return list(articles.values())
