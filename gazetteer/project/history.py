"""Doing, undoing and redoing edits: one transaction each, the stack kept in the file."""

import getpass
import json
import os
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from gazetteer.errors import EditError, ProjectError
from gazetteer.project.desk import Desk
from gazetteer.project.edits import Edit
from gazetteer.project.row_changes import DOCUMENT, PLACES, log_reversal
from gazetteer.project.states import Change, Decide, PutRow, ShowDocument, State
from gazetteer.project.store import Project


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of what changed; rows of these are to be read again. A changed document stands for all its mentions."""

    documents: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.documents | other.documents, self.mentions | other.mentions, self.places | other.places)

    def __bool__(self) -> bool:
        return bool(self.documents or self.mentions or self.places)


@dataclass(frozen=True, slots=True)
class Done:
    """An edit that was done: its step on the undo stack (None where nothing changed) and what changed."""

    step: int | None
    changes: Changes


class History:
    """The one way to change a project. Safe to call from several threads; each call is one transaction."""

    def __init__(self, project: Project, who: str | None = None) -> None:
        """Raise ProjectError where the project is open for reading only. `who` defaults to the login name."""
        if project.read_only:
            raise ProjectError(f"{project.path.name} is open for reading only; it cannot be changed here.")
        self.project = project
        self.who = who or login_name()

    def do(self, edit: Edit) -> Changes:
        """Apply an edit and drop what could be redone; raises EditError, nothing changed, where it does not fit."""
        return self.add(edit).changes

    def add(self, edit: Edit, onto: int | None = None) -> Done:
        """Apply an edit like `do`; it joins the step `onto` while that is still the last one, else begins its own."""
        with self.project.transaction() as connection:
            now = now_utc()
            step = onto
            if step is None or step != _last_done(connection) or _next_undone(connection):
                # the label is filled in once the edit has proved to change something
                cursor = connection.execute(
                    "INSERT INTO steps (label, who, made_at, state) VALUES ('', ?, ?, 'done')", (self.who, now)
                )
                step = cursor.lastrowid
            assert step is not None
            desk = Desk(connection, step, self.who, now)
            title = edit.title(desk)
            edit.apply(desk)
            if not desk.changes:
                connection.execute("DELETE FROM steps WHERE step = ? AND label = ''", (step,))
                return Done(onto, Changes())
            connection.execute("UPDATE steps SET label = ? WHERE step = ?", (title, step))
            if step != onto:
                _drop_undone(connection, step)
            return Done(step, _changes(connection, desk.changes))

    def undo(self) -> Changes:
        """Take the last step back; raises EditError where there is none."""
        return self._reverse("undo")

    def redo(self) -> Changes:
        """Do the step last taken back again; raises EditError where there is none."""
        return self._reverse("redo")

    def go_to(self, step: int) -> Changes:
        """Undo or redo until `step` is the last one done; each is a transaction of its own."""
        changes = Changes()
        while (last := _last_done(self.project.reader())) is not None and last > step:
            changes |= self.undo()
        while (following := _next_undone(self.project.reader())) is not None and following <= step:
            changes |= self.redo()
        return changes

    def _reverse(self, action: str) -> Changes:
        with self.project.transaction() as connection:
            step = _last_done(connection) if action == "undo" else _next_undone(connection)
            if step is None:
                raise EditError(f"There is nothing to {action}.")
            desk = Desk(connection, step, self.who, now_utc())
            # rows first: how a mention is spelt is read from what the machine said of it
            changes = [*_reverse_rows(desk, action), *_reverse_decisions(desk, action)]
            changes += _reverse_documents(desk, action)
            state = "undone" if action == "undo" else "done"
            connection.execute("UPDATE steps SET state = ? WHERE step = ?", (state, step))
            return _changes(connection, changes)

    @property
    def can_undo(self) -> bool:
        return self.undo_label is not None

    @property
    def can_redo(self) -> bool:
        return self.redo_label is not None

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back, or None."""
        return _label(self.project.reader(), _LAST_DONE)

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again, or None."""
        return _label(self.project.reader(), _NEXT_UNDONE)


def login_name() -> str:
    """Return who is at work: `TOPOSCOPE_USER`, the login name, or `someone`."""
    if wished := os.environ.get("TOPOSCOPE_USER", "").strip():
        return wished
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "someone"


def now_utc() -> str:
    """Return the time in UTC to the second, ISO 8601 with Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_LAST_DONE = "SELECT step, label FROM steps WHERE state = 'done' ORDER BY step DESC LIMIT 1"
_NEXT_UNDONE = "SELECT step, label FROM steps WHERE state = 'undone' ORDER BY step LIMIT 1"


def _label(connection: sqlite3.Connection, query: str) -> str | None:
    row = connection.execute(query).fetchone()
    return str(row["label"]) if row else None


def _last_done(connection: sqlite3.Connection) -> int | None:
    row = connection.execute(_LAST_DONE).fetchone()
    return int(row["step"]) if row else None


def _next_undone(connection: sqlite3.Connection) -> int | None:
    row = connection.execute(_NEXT_UNDONE).fetchone()
    return int(row["step"]) if row else None


def _drop_undone(connection: sqlite3.Connection, new_step: int) -> None:
    """Forget the steps that could be redone, and the articles that only they would bring back."""
    dropped = connection.execute("SELECT step FROM steps WHERE state = 'undone' AND step < ?", (new_step,)).fetchall()
    if not dropped:
        return
    connection.execute("UPDATE steps SET state = 'dropped' WHERE state = 'undone' AND step < ?", (new_step,))
    connection.execute(
        """
        DELETE FROM documents WHERE NOT present AND doc_id NOT IN (
            SELECT doc_id FROM document_changes AS c JOIN steps AS s ON s.step = c.step WHERE state <> 'dropped'
        )
        """
    )


def _reverse_rows(desk: Desk, action: str) -> list[Change]:
    """Withdraw (newest first) or bring back (oldest first) the changes of a step to rows beside the decisions."""
    order = "DESC" if action == "undo" else "ASC"
    rows = desk.connection.execute(
        f"SELECT * FROM row_changes WHERE step = ? AND about IS NULL ORDER BY seq {order}", (desk.step,)
    ).fetchall()
    reversed_changes: list[Change] = []
    for row in rows:
        made = PutRow(row["what"], row["id"], row["before"], row["after"])
        change = made.inverse() if action == "undo" else made
        desk.apply(change)
        log_reversal(desk.connection, (desk.step, desk.who, desk.now), action, change, row["seq"])
        reversed_changes.append(change)
    return reversed_changes


def _reverse_decisions(desk: Desk, action: str) -> list[Change]:
    """Withdraw (newest first) or bring back (oldest first) the decisions of a step."""
    order = "DESC" if action == "undo" else "ASC"
    rows = desk.connection.execute(
        f"SELECT * FROM decisions WHERE step = ? AND about IS NULL ORDER BY seq {order}", (desk.step,)
    ).fetchall()
    reversed_changes: list[Change] = []
    for row in rows:
        made = Decide(row["mention_id"], row["action"], State.from_json(row["before"]), State.from_json(row["after"]))
        change = made.inverse() if action == "undo" else made
        desk.apply(change, decisions=-1 if action == "undo" else 1)
        desk.log_reversal(action, change, row["seq"])
        reversed_changes.append(change)
    return reversed_changes


def _reverse_documents(desk: Desk, action: str) -> list[Change]:
    order = "DESC" if action == "undo" else "ASC"
    rows = desk.connection.execute(
        f"SELECT * FROM document_changes WHERE step = ? ORDER BY seq {order}", (desk.step,)
    ).fetchall()
    reversed_changes: list[Change] = []
    for row in rows:
        made = ShowDocument(row["doc_id"], bool(row["before"]), bool(row["after"]))
        change = made.inverse() if action == "undo" else made
        desk.apply(change)
        reversed_changes.append(change)
    return reversed_changes


def _changes(connection: sqlite3.Connection, changes: list[Change]) -> Changes:
    """Return the ids that `changes` touch, the documents of changed mentions included."""
    shown = {change.document_id for change in changes if isinstance(change, ShowDocument)}
    described = {change.row_id for change in changes if isinstance(change, PutRow) and change.what == DOCUMENT}
    decided = [change for change in changes if isinstance(change, Decide)]
    mentions = {change.mention_id for change in decided}
    places = {state.place_id for change in decided for state in (change.before, change.after) if state.place_id}
    redrawn = {change.row_id for change in changes if isinstance(change, PutRow) and change.what in PLACES}
    places |= redrawn
    query = """
        SELECT DISTINCT doc_id FROM mentions JOIN documents AS d ON d.key = doc_key
        WHERE mention_id IN (SELECT value FROM json_each(?)) OR place_id IN (SELECT value FROM json_each(?))
    """
    named = json.dumps(sorted(mentions)), json.dumps(sorted(redrawn))
    holders = {str(row[0]) for row in connection.execute(query, named)}
    for document_id in shown:
        rows = connection.execute(
            "SELECT DISTINCT place_id FROM mentions JOIN documents AS d ON d.key = doc_key WHERE doc_id = ?",
            (document_id,),
        )
        places.update(str(row[0]) for row in rows if row[0])
    return Changes(frozenset(shown | described | holders), frozenset(mentions), frozenset(places))
