"""What panes and exports read: counts, articles, mentions; SQL sorts, filters and pages."""

import json
import sqlite3
from collections.abc import Sequence

from gazetteer.model import Group, Kind, SpellingStatus, Status
from gazetteer.places.folding import fold
from gazetteer.project import reading
from gazetteer.project.articles import (
    DOCUMENT_ORDERS,
    document,
    document_ids,
    document_rows,
    document_text,
    documents,
    marked_titles,
    text_counts,
)
from gazetteer.project.boards import conflicts, problems, unresolved
from gazetteer.project.evidence import (
    GUESS,
    PLACE_ORDERS,
    evidence,
    evidence_of,
    map_points,
    place_ids,
    place_rows,
    places,
    relatives,
)
from gazetteer.project.filters import MENTION_TABLES, NO_FILTER, PRESENT, MentionFilter, where_clause
from gazetteer.project.passing import remembered
from gazetteer.project.rows import (
    Counts,
    DecisionRow,
    MentionDetail,
    MentionMark,
    MentionRow,
    RefusedFile,
    StepRow,
)
from gazetteer.project.states import State
from gazetteer.project.store import Project
from gazetteer.project.wording import ACTIONS, state_words
from gazetteer.why import from_json, learned_why

__all__ = [
    "DOCUMENT_ORDERS",
    "GUESS",
    "MENTION_ORDERS",
    "PLACE_ORDERS",
    "MentionFilter",
    "conflicts",
    "counts",
    "document",
    "document_ids",
    "document_mentions",
    "document_rows",
    "document_text",
    "documents",
    "evidence",
    "evidence_of",
    "history",
    "map_points",
    "marked_titles",
    "mention",
    "mention_count",
    "mention_ids",
    "mention_marks",
    "mention_rows",
    "mentions",
    "place_ids",
    "place_rows",
    "places",
    "problems",
    "refused",
    "relatives",
    "spelt_alike",
    "steps",
    "text_counts",
    "unresolved",
]

MENTION_ORDERS = {
    "document": "COALESCE(d.title, d.file_name) COLLATE NOCASE",
    "surface": "m.folded",
    "place": "p.label COLLATE NOCASE",
    "country": "p.country_name COLLATE NOCASE",
    "kind": "m.kind",
    "status": "m.status",
    "group": "m.group_name",
    "spelling": "m.spelling_status",
    "confidence": "m.confidence",
    "date": "d.date",
    "problem": "m.problem",
}
"""names by which mentions may be sorted; ties are in text order"""

FEW = 3_000
"""So many mentions are sorted as quickly as picked out of all in their order."""

_MENTION_ROW = """
    m.mention_id, d.doc_id, COALESCE(d.title, d.file_name) AS document_label, m.start, m."end", m.surface, m.kind,
    m.status, m.group_name, m.spelling_status, m.place_id, p.label, p.country_code, m.confidence, m.problem
"""


def counts(project: Project, where: MentionFilter | None = None) -> Counts:
    """Return how many mentions are in each group."""
    condition, values = where_clause(where)
    # to sum each is cheaper than to group: nothing is sorted
    sums = ", ".join(f"COALESCE(sum(m.group_name = '{group.value}'), 0) AS \"{group.value}\"" for group in Group)
    asked = f"SELECT {sums} FROM {(where or NO_FILTER).mentions} WHERE {PRESENT} AND {condition}"
    return Counts(**dict(project.reader().execute(asked, values).fetchone()))


def document_mentions(project: Project, document_id: str) -> list[MentionMark]:
    """Return every mention of an article in text order."""
    return _marks(project, "d.doc_id = ?", document_id)


def mention_marks(project: Project, wanted: Sequence[str]) -> list[MentionMark]:
    """Return the mentions with these ids as `document_mentions` gives them; ids that are gone are passed over.

    Those of one article are in text order.
    """
    # as JSON: there may be more ids than the number of parameters that SQLite takes
    return _marks(project, "m.mention_id IN (SELECT value FROM json_each(?))", json.dumps(list(wanted)))


def _marks(project: Project, condition: str, value: str) -> list[MentionMark]:
    rows = project.reader().execute(
        f'SELECT {_MENTION_ROW} FROM {MENTION_TABLES} WHERE {condition} ORDER BY d.key, m.start, m."end"', (value,)
    )
    return [
        MentionMark(
            row["mention_id"],
            row["start"],
            row["end"],
            Kind(row["kind"]),
            Status(row["status"]),
            Group(row["group_name"]),
            SpellingStatus(row["spelling_status"]),
            row["place_id"],
            row["label"],
            row["confidence"],
            bool(row["problem"]),
        )
        for row in rows
    ]


def mention_count(project: Project, where: MentionFilter | None = None) -> int:
    """Return how many mentions the filter lets through."""
    condition, values = where_clause(where)
    row = project.reader().execute(f"SELECT count(*) FROM mentions AS m WHERE {PRESENT} AND {condition}", values)
    return int(row.fetchone()[0])


def mention_ids(
    project: Project, where: MentionFilter | None = None, order: str = "document", descending: bool = False
) -> list[str]:
    """Return the ids of the mentions that the filter lets through, sorted by one of `MENTION_ORDERS`."""
    where = where or NO_FILTER
    kept: set[int] | None = None
    if where != NO_FILTER:
        condition, values = where_clause(where)
        # one text with all keys is read in a third of the time of as many rows
        asked = f"SELECT json_group_array(m.key) FROM {where.mentions} WHERE {PRESENT} AND {condition}"
        kept = set(json.loads(project.reader().execute(asked, values).fetchone()[0]))
        if len(kept) <= FEW:
            return [one for _, one in _sorted_ids(project, where, order, descending)]
    # to pick many out of all in their order takes half the time of sorting them
    everything = remembered(
        project, ("ids", order, descending), lambda: _sorted_ids(project, NO_FILTER, order, descending)
    )
    return [one for key, one in everything if kept is None or key in kept]


def _sorted_ids(project: Project, where: MentionFilter, order: str, descending: bool) -> list[tuple[int, str]]:
    """Return the keys and ids of mentions."""
    condition, values = where_clause(where)
    rows = project.reader().execute(
        f"SELECT m.key, m.mention_id FROM {MENTION_TABLES} WHERE {condition} "
        f"ORDER BY {_mention_order(order, descending)}",
        values,
    )
    return list(map(tuple, rows))


def mentions(
    project: Project,
    where: MentionFilter | None = None,
    order: str = "document",
    descending: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> list[MentionRow]:
    """Return a page of the mentions that the filter lets through, sorted by one of `MENTION_ORDERS`."""
    condition, values = where_clause(where)
    rows = project.reader().execute(
        f"SELECT {_MENTION_ROW} FROM {MENTION_TABLES} WHERE {condition} "
        f"ORDER BY {_mention_order(order, descending)} LIMIT {reading.page(limit, offset)}",
        values,
    )
    return [_mention_row(row) for row in rows]


def mention_rows(project: Project, wanted: Sequence[str]) -> list[MentionRow]:
    """Return the mentions with these ids, in their order; ids that are gone are passed over."""
    rows = project.reader().execute(
        f"SELECT {_MENTION_ROW} FROM {MENTION_TABLES} WHERE m.mention_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(wanted)),),
    )
    found = {row["mention_id"]: _mention_row(row) for row in rows}
    return [found[mention_id] for mention_id in wanted if mention_id in found]


def mention(project: Project, mention_id: str) -> MentionDetail | None:
    """Return all there is about one mention, or None where it is gone."""
    with project.snapshot() as connection:
        row = connection.execute(
            f"SELECT m.*, d.doc_id, COALESCE(d.title, d.file_name) AS document_label, text FROM {MENTION_TABLES} "
            "JOIN texts AS t ON t.doc_key = d.key WHERE m.mention_id = ?",
            (mention_id,),
        ).fetchone()
        return _detail(connection, row) if row else None


def spelt_alike(project: Project, mention: MentionDetail, limit: int) -> list[MentionRow]:
    """Return the mentions of a mention's group that are spelt as it is, itself among them, by date, up to `limit`."""
    # the plus sign: a name's few mentions are looked through, not all of the group
    rows = project.reader().execute(
        f"""
        SELECT {_MENTION_ROW} FROM {MENTION_TABLES} WHERE m.folded = ? AND +m.group_name = ?
        ORDER BY {_mention_order("date", descending=False)} LIMIT ?
        """,
        (fold(mention.surface), mention.group.value, limit),
    )
    return [_mention_row(row) for row in rows]


def history(project: Project, mention_id: str) -> list[DecisionRow]:
    """Return every decision on a mention, oldest first, with those an undo withdrew."""
    with project.snapshot() as connection:
        rows = connection.execute("SELECT * FROM decisions WHERE mention_id = ? ORDER BY seq", (mention_id,)).fetchall()
        return [_decision(connection, row) for row in rows]


def steps(project: Project, limit: int | None = None) -> list[StepRow]:
    """Return the steps that can be undone or redone, newest first."""
    rows = (
        project.reader()
        .execute(
            f"""
            SELECT step, label, who, made_at, state = 'undone' AS undone FROM steps WHERE state <> 'dropped'
            ORDER BY step DESC LIMIT {reading.page(limit, 0)}
            """
        )
        .fetchall()
    )
    present = next((row["step"] for row in rows if not row["undone"]), None)
    return [
        StepRow(
            **reading.fields(row, "step label who"),
            when=row["made_at"],
            undone=bool(row["undone"]),
            present=row["step"] == present,
        )
        for row in rows
    ]


def refused(project: Project) -> list[RefusedFile]:
    """Return the files that gave no text, by path."""
    rows = project.reader().execute("SELECT path, reason, refused_at FROM refused_files ORDER BY path")
    return [RefusedFile(*row) for row in rows]


def _mention_row(row: sqlite3.Row) -> MentionRow:
    return MentionRow(
        **reading.fields(row, "mention_id document_label start end surface place_id country_code confidence"),
        document_id=row["doc_id"],
        kind=Kind(row["kind"]),
        status=Status(row["status"]),
        group=Group(row["group_name"]),
        spelling=SpellingStatus(row["spelling_status"]),
        place_label=row["label"],
        problem=bool(row["problem"]),
    )


def _detail(connection: sqlite3.Connection, row: sqlite3.Row) -> MentionDetail:
    automatic = reading.spelling(row["auto_spelling"])
    machine = reading.place(connection, row["auto_place_id"])
    return MentionDetail(
        **reading.fields(
            row,
            "mention_id document_label start end surface sentence_start paragraph_no confidence note auto_confidence "
            "decision_count",
        ),
        document_id=row["doc_id"],
        sentence=row["text"][row["sentence_start"] : row["sentence_end"]],
        kind=Kind(row["kind"]),
        status=Status(row["status"]),
        group=Group(row["group_name"]),
        place=reading.place(connection, row["place_id"]),
        spelling=reading.spelling(row["spelling"]) if row["spelling"] else automatic,
        why=learned_why(machine.label if machine else None)
        if row["status"] == Status.LEARNED
        else from_json(row["auto_reason"]),
        tags=tuple(json.loads(row["tags"])),
        auto_kind=Kind(row["auto_kind"] or row["kind"]),
        auto_place=machine,
        auto_spelling=automatic,
        by_hand=row["auto_kind"] is None,
        candidates=reading.candidates(connection, row["candidates_key"]),
        problem=bool(row["problem"]),
        starred=bool(row["starred"]),
    )


def _decision(connection: sqlite3.Connection, row: sqlite3.Row) -> DecisionRow:
    before, after = State.from_json(row["before"]), State.from_json(row["after"])
    return DecisionRow(
        row["seq"],
        row["mention_id"],
        row["who"],
        row["made_at"],
        row["action"],
        ACTIONS[row["action"]],
        state_words(before, reading.place(connection, before.place_id)),
        state_words(after, reading.place(connection, after.place_id)),
        row["rule"],
        not row["in_force"],
        row["gazetteer_version"],
        row["program_version"],
    )


def _mention_order(order: str, descending: bool) -> str:
    return f'{reading.direction(MENTION_ORDERS[order], descending)}, d.file_name, d.doc_id, m.start, m."end"'
