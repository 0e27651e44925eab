"""CSV of mentions and documents for spreadsheets, JSON lines of the decisions for an audit."""

import csv
from typing import IO, Any

from gazetteer.interchange.features import COLUMNS, document_fields, records
from gazetteer.interchange.geojson import dump
from gazetteer.jobs import Job
from gazetteer.model import Group
from gazetteer.project.filters import MENTION_TABLES, MentionFilter, where_clause
from gazetteer.project.states import State
from gazetteer.project.store import Project
from gazetteer.why import LANGUAGES

# a spreadsheet computes cells that begin so, and articles are written by others
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_mentions(
    project: Project, stream: IO[str], scope: MentionFilter | None, job: Job, language: str = LANGUAGES[0]
) -> int:
    """Write one row a mention, the columns those of `mentions.geojson`; return how many."""
    table = _table(stream, COLUMNS)
    number = 0
    for number, record in enumerate(records(project, scope, language), 1):
        if number % 500 == 0:
            job.step(number, 0, "mentions.csv")
        table.writerow([cell(value) for value in record.values()])
    return number


def write_documents(project: Project, stream: IO[str], scope: MentionFilter | None, job: Job) -> int:
    """Write one row an article, with its mentions in scope counted by group; return how many.

    Without a scope every article is there, one with no mention too; else those with a mention in scope.
    """
    condition, values = where_clause(scope)
    sums = ", ".join(f"sum(group_name = '{group.value}') AS \"{group.value}\"" for group in Group)
    rows = project.reader().execute(
        f"""
        SELECT d.*, {", ".join(f"COALESCE({group.value}, 0) AS {group.value}" for group in Group)}
        FROM documents AS d LEFT JOIN (
            SELECT m.doc_key AS counted, {sums} FROM {MENTION_TABLES} WHERE {condition} GROUP BY m.doc_key
        ) ON counted = d.key
        WHERE d.present AND ({"1" if scope is None else "counted IS NOT NULL"}) ORDER BY d.file_name, d.doc_id
        """,
        values,
    )
    table = None
    number = 0
    for row in rows:
        number += 1
        groups = {group.value: row[group.value] for group in Group}
        record: dict[str, Any] = {"record_type": "document", **document_fields(dict(row))}
        record |= {"sha256": row["sha256"], "media_type": row["media_type"], "encoding": row["encoding"]}
        record |= {"length": row["length"], "mentions": sum(groups.values()), **groups}
        table = table or _table(stream, list(record))
        table.writerow([cell(value) for value in record.values()])
    return number


def write_decisions(project: Project, stream: IO[str], scope: MentionFilter | None, job: Job) -> int:
    """Write one line a decision on a mention in scope, oldest first, those an undo withdrew too; return how many."""
    condition, values = where_clause(scope)
    rows = project.reader().execute(
        f"""
        SELECT n.*, d.doc_id, m.surface FROM decisions AS n JOIN {MENTION_TABLES}
        WHERE m.mention_id = n.mention_id AND {condition} ORDER BY seq
        """,
        values,
    )
    number = 0
    for row in rows:
        number += 1
        line = {
            "record_type": "decision",
            **{name: row[name] for name in ("seq", "mention_id", "doc_id", "who")},
            "quote": row["surface"],
            "made_at": row["made_at"],
            "action": row["action"],
            "before": _state(row["before"]),
            "after": _state(row["after"]),
            "about": row["about"],
            "in_force": bool(row["in_force"]),
            "rule_id": row["rule"],
            "gazetteer_version": row["gazetteer_version"],
            "program_version": row["program_version"],
        }
        stream.write(dump(line) + "\n")
    return number


def cell(value: object) -> object:
    """Return a value as a cell: null is empty; text that a spreadsheet would compute is marked with an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _table(stream: IO[str], columns: list[str]) -> Any:
    # without the mark a common spreadsheet reads the letters of other scripts wrongly
    stream.write("\ufeff")
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(columns)
    return table


def _state(stored: str) -> dict[str, object]:
    state = State.from_json(stored)
    return {
        "kind": state.kind.value,
        "status": state.status.value,
        "place_id": state.place_id,
        "spelling_status": state.spelling.status.value if state.spelling else None,
        "note": state.note,
        "tags": " | ".join(state.tags) or None,
        "removed": state.removed,
    }
