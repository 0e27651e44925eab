"""Apply to all: what one decision would do to the mentions spelt alike, shown before it is done."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.errors import EditError
from gazetteer.model import PLACE_KINDS, Kind, Place, Status
from gazetteer.project import reading
from gazetteer.project.edits import Batch, CannotIdentify, ChoosePlace, Edit, SetKind
from gazetteer.project.filters import MENTION_TABLES
from gazetteer.project.following import contradicting_area
from gazetteer.project.rows import PlanRow
from gazetteer.project.states import State
from gazetteer.project.store import Project
from gazetteer.project.wording import state_words

SPELT_ALIKE = f"""
    SELECT m.*, d.doc_id, COALESCE(d.title, d.file_name) AS label, t.text
    FROM {MENTION_TABLES} JOIN texts AS t ON t.doc_key = d.key WHERE m.folded = ?
"""
IN_TEXT_ORDER = "ORDER BY label COLLATE NOCASE, d.doc_id, m.start"


@dataclass(frozen=True, slots=True)
class _Model:
    """The decision to be repeated: what is in force for the mention it was made on."""

    mention_id: str
    surface: str
    folded: str
    kind: Kind
    status: Status
    place: Place | None
    auto_place_id: str | None

    @property
    def rule(self) -> str:
        return f"apply-to-all:{self.mention_id}"


def plan_apply_to_all(project: Project, mention_id: str) -> list[PlanRow]:
    """Return what every other mention spelt alike would become, by article and place in the text.

    Mentions that would not change are left out. A row comes unticked, with its reason, where a person decided it before
    or where its context disagrees. Raises EditError where the mention is gone or has nothing to repeat.
    """
    with project.snapshot() as connection:
        model = _model(connection, mention_id)
        after = state_words(State(model.kind, _status_after(model)), model.place)
        rows = connection.execute(
            f"{SPELT_ALIKE} AND m.mention_id <> ? {IN_TEXT_ORDER}", (model.folded, mention_id)
        ).fetchall()
        return [
            plan_row(connection, row, after, _objection(connection, model, row))
            for row in rows
            if not _same(model, row)
        ]


def plan_place(project: Project, folded: str, place: Place) -> list[PlanRow]:
    """Return what every unresolved mention spelt so would become with a place, by article and place in the text.

    A row comes unticked, with its reason, where a person decided it before or where its context disagrees.
    """
    model = _Model("", "", folded, Kind.LITERAL, Status.CORRECTED, place, None)
    with project.snapshot() as connection:
        rows = connection.execute(
            f"{SPELT_ALIKE} AND m.group_name = 'unresolved' {IN_TEXT_ORDER}", (folded,)
        ).fetchall()
        return [plan_row(connection, row, _after(row, place), _objection(connection, model, row)) for row in rows]


def _after(row: sqlite3.Row, place: Place) -> str:
    return state_words(State(Kind(row["kind"]), Status.CORRECTED), place)


def apply_to_all(project: Project, mention_id: str, mention_ids: Sequence[str]) -> Batch:
    """Return the edit that repeats a mention's decision on the mentions given, as one undo step."""
    with project.snapshot() as connection:
        model = _model(connection, mention_id)
    what = model.place.name if model.place else "no place" if model.kind in PLACE_KINDS else model.kind.value
    label = f"Apply {what} to {len(mention_ids)} more “{model.surface}”"
    return Batch(label, [edit for one in mention_ids for edit in _edits(model, one)])


def _edits(model: _Model, mention_id: str) -> list[Edit]:
    if model.kind not in PLACE_KINDS:
        return [SetKind(mention_id, model.kind, rule=model.rule)]
    if model.place is None:
        return [CannotIdentify(mention_id, rule=model.rule)]
    return [ChoosePlace(mention_id, model.place, rule=model.rule, kind=model.kind)]


def _status_after(model: _Model) -> Status:
    return Status.CORRECTED if model.place else model.status


def _model(connection: sqlite3.Connection, mention_id: str) -> _Model:
    row = connection.execute(f"SELECT m.* FROM {MENTION_TABLES} WHERE m.mention_id = ?", (mention_id,)).fetchone()
    if row is None:
        raise EditError("This mention is no longer in the project; nothing was changed. Select another one.")
    model = _Model(
        row["mention_id"],
        row["surface"],
        row["folded"],
        Kind(row["kind"]),
        Status(row["status"]),
        reading.place(connection, row["place_id"]),
        row["auto_place_id"],
    )
    if model.status is Status.DEFERRED or (model.place is None and row["resolved_by"] is None):
        raise EditError("Nothing is decided on this mention yet, so there is nothing to apply to the others.")
    return model


def _same(model: _Model, row: sqlite3.Row) -> bool:
    """Say whether the mention stands as the model does already: a person's word, or the same place anyway."""
    if (row["kind"], row["place_id"]) != (model.kind.value, model.place.place_id if model.place else None):
        return False
    return row["resolved_by"] is not None or row["status"] == model.status.value


def plan_row(connection: sqlite3.Connection, row: sqlite3.Row, after: str, objection: str | None) -> PlanRow:
    """Return a row of `SPELT_ALIKE` as it is shown, with what it would become and why it should not be ticked."""
    left, right = row["sentence_start"], row["sentence_end"]
    before = State(Kind(row["kind"]), Status(row["status"]), row["place_id"])
    return PlanRow(
        mention_id=row["mention_id"],
        document_id=row["doc_id"],
        document_label=row["label"],
        sentence=row["text"][left:right],
        mark=(row["start"] - left, row["end"] - left),
        before=state_words(before, reading.place(connection, row["place_id"])),
        after=after,
        ticked=objection is None,
        reason=objection,
    )


def _objection(connection: sqlite3.Connection, model: _Model, row: sqlite3.Row) -> str | None:
    """Return why a row should not be ticked, or None."""
    if row["resolved_by"] is not None:
        return f"decided before by {row['resolved_by']}"
    if model.place is not None and (area := contradicting_area(connection, row["mention_id"], model.place)):
        return f"followed by “{area.name}”"
    other = row["auto_place_id"]
    if other and other not in (model.auto_place_id, model.place.place_id if model.place else None):
        place = reading.place(connection, other)
        return f"the article points to {place.label}" if place else None
    return None
