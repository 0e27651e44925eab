"""Which uses of a name a project draws on the map: part of its file, so that every count and export agrees with it."""

import json
import sqlite3
from collections.abc import Iterable

from gazetteer.errors import EditError
from gazetteer.model import PLACE_KINDS, PLOTTED_KINDS, Kind
from gazetteer.project.history import Changes
from gazetteer.project.store import Project

_META = "plotted_kinds"
_GROUP = """
    CASE
        WHEN kind NOT IN ({places}) OR status = 'rejected' THEN 'not_a_place'
        WHEN place_id IS NULL OR status IN ('unresolved', 'deferred') THEN 'unresolved'
        WHEN kind IN ({plotted}) THEN 'plotted'
        ELSE 'linked'
    END
"""


def plotted_kinds(project: Project) -> frozenset[Kind]:
    """Return the kinds that are drawn; the others that keep a place are linked."""
    stored = project.meta(_META)
    return frozenset(map(Kind, json.loads(stored))) if stored is not None else PLOTTED_KINDS


def set_plotted_kinds(project: Project, kinds: Iterable[Kind]) -> Changes:
    """Draw these kinds and no others; returns every article, for each of its mentions may be in another group.

    It is a way of looking and no decision: nothing is logged, and undo does not meet it. Raises EditError where a kind
    keeps no place, ProjectError where the project cannot be written.
    """
    wanted = frozenset(kinds)
    if wanted - PLACE_KINDS:
        raise EditError("Only names that keep a place can be drawn: places, demonyms, metonyms, facilities.")
    with project.transaction() as connection:
        _redefine(connection, wanted)
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_META, json.dumps(sorted(wanted))))
        documents = frozenset(row[0] for row in connection.execute("SELECT doc_id FROM documents WHERE present"))
    return Changes(documents)


def _redefine(connection: sqlite3.Connection, kinds: frozenset[Kind]) -> None:
    """Compute the group of every mention by another rule: it is a column that the file works out by itself."""
    rule = _GROUP.format(places=_quoted(PLACE_KINDS), plotted=_quoted(kinds))
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'mentions' AND sql LIKE '%group_name%'"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    connection.execute("ALTER TABLE mentions DROP COLUMN group_name")
    connection.execute(f"ALTER TABLE mentions ADD COLUMN group_name TEXT GENERATED ALWAYS AS ({rule}) VIRTUAL")
    for _, statement in indexes:
        connection.execute(statement)


def _quoted(kinds: frozenset[Kind]) -> str:
    return ", ".join(f"'{kind.value}'" for kind in sorted(kinds)) or "''"
