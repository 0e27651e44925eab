"""The list of articles: found, sorted, counted as a filter has it; SQL does all of it."""

import json
import sqlite3
from collections.abc import Sequence

from gazetteer.model import Group
from gazetteer.places.folding import fold
from gazetteer.project import reading
from gazetteer.project.filters import MentionFilter, document_clause, mention_clause
from gazetteer.project.passing import glances, passing
from gazetteer.project.rows import Counts, DocumentRow
from gazetteer.project.store import Project

DOCUMENT_ORDERS = {
    "title": "COALESCE(title, file_name) COLLATE NOCASE",
    "file": "file_name COLLATE NOCASE",
    "date": "date",
    "lang": "lang",
    "source": "source COLLATE NOCASE",
    "added": "d.key",
    "length": "length",
    "plotted": "plotted",
    "linked": "linked",
    "not_a_place": "not_a_place",
    "unresolved": "unresolved",
    "problems": "problems",
}
"""names by which articles may be sorted"""

_COUNTED_ORDERS = {"plotted", "linked", "not_a_place", "unresolved", "problems"}


def documents(
    project: Project,
    text: str = "",
    order: str = "title",
    descending: bool = False,
    limit: int | None = None,
    offset: int = 0,
    where: MentionFilter | None = None,
) -> list[DocumentRow]:
    """Return articles that hold what the filter lets through, those with `text` in title, file name or source.

    `order` is one of `DOCUMENT_ORDERS`; the rows count what the filter lets through.
    """
    return _documents(
        *_sought(project, text, where),
        f"{reading.direction(DOCUMENT_ORDERS[order], descending)}, d.key",
        f"LIMIT {reading.page(limit, offset)}",
        counted=order in _COUNTED_ORDERS,
        where=where,
    )


def document_ids(
    project: Project,
    text: str = "",
    order: str = "title",
    descending: bool = False,
    where: MentionFilter | None = None,
) -> list[str]:
    """Return the ids of the articles that `documents` gives, in the same order."""
    connection, condition, values = _sought(project, text, where)
    by = f"{reading.direction(DOCUMENT_ORDERS[order], descending)}, d.key"
    if order in _COUNTED_ORDERS:
        rows = _documents(connection, condition, values, by, counted=True, where=where)
        return [row.document_id for row in rows]
    found = connection.execute(f"SELECT doc_id FROM documents AS d WHERE present AND {condition} ORDER BY {by}", values)
    return [row[0] for row in found]


def document_rows(project: Project, wanted: Sequence[str], where: MentionFilter | None = None) -> list[DocumentRow]:
    """Return the articles with these ids, in their order, with what the filter lets through counted."""
    condition = "d.doc_id IN (SELECT value FROM json_each(?))"
    rows = _documents(project.reader(), condition, [json.dumps(list(wanted))], "d.key", where=where)
    found = {row.document_id: row for row in rows}
    return [found[document_id] for document_id in wanted if document_id in found]


def _sought(project: Project, text: str, where: MentionFilter | None) -> tuple[sqlite3.Connection, str, list[object]]:
    """Return a connection, and the condition with its values for the filter and `text` in an article's names."""
    connection = project.reader()
    condition, values = document_clause(where)
    if where is not None and not where.about_documents:
        condition = "d.key IN (SELECT value FROM json_each(?))"
        values = [json.dumps(list(passing(project, where)))]
    if sought := fold(text):
        connection.create_function("fold", 1, fold, deterministic=True)
        names = "COALESCE(title, '') || ' ' || file_name || ' ' || COALESCE(source, '')"
        return connection, f"{condition} AND instr(fold({names}), ?)", [*values, sought]
    return connection, condition, values


def text_counts(project: Project, where: MentionFilter | None = None) -> tuple[int, int]:
    """Return how many articles the filter keeps, and how many independent texts: near copies counted once."""
    if where is not None and not where.about_documents:
        kept, known = passing(project, where), glances(project)
        return len(kept), len({known[key].text for key in kept if key in known})
    condition, values = document_clause(where)
    row = project.reader().execute(
        f"""
        SELECT count(*), count(DISTINCT COALESCE(d.text_group, d.key)) FROM documents AS d
        WHERE d.present AND {condition}
        """,
        values,
    )
    articles, texts = row.fetchone()
    return int(articles), int(texts)


def marked_titles(project: Project, where: MentionFilter | None = None) -> list[str]:
    """Return the titles of the articles that the filter keeps and whose quotes are to leave only after a warning."""
    condition, values = document_clause(where)
    rows = project.reader().execute(
        f"""
        SELECT COALESCE(d.title, d.file_name) AS label FROM documents AS d
        WHERE d.present AND d.marked AND {condition} ORDER BY label
        """,
        values,
    )
    return [row["label"] for row in rows]


def document(project: Project, document_id: str) -> DocumentRow | None:
    """Return one article, or None."""
    return next(iter(_documents(project.reader(), "d.doc_id = ?", [document_id], "d.key")), None)


_COUNTED = ", ".join(
    [
        *(f"COALESCE(sum(m.group_name = '{group.value}'), 0) AS \"{group.value}\"" for group in Group),
        "COALESCE(sum(m.problem), 0) AS problems",
        "COALESCE(sum(m.resolved_by IS NOT NULL), 0) AS decided",
    ]
)

_TEXTS = """
    (SELECT count(*) FROM documents AS alike WHERE alike.present AND alike.text_group = d.text_group)
"""


def _documents(
    connection: sqlite3.Connection,
    condition: str,
    values: list[object],
    order: str,
    page: str = "",
    counted: bool = False,
    where: MentionFilter | None = None,
) -> list[DocumentRow]:
    # the page is cut before its mentions are counted, unless it is the counts that say what is on it
    cut = "" if counted else f"ORDER BY {order} {page}"
    passing, asked = mention_clause(where)
    rows = connection.execute(
        f"""
        WITH shown AS (SELECT * FROM documents AS d WHERE d.present AND {condition} {cut}),
            passed AS (
                SELECT m.doc_key, m.group_name, m.problem, m.resolved_by
                FROM shown AS d JOIN mentions AS m ON m.doc_key = d.key AND NOT m.removed WHERE {passing}
            )
        SELECT d.*, {_COUNTED}, {_TEXTS} AS texts FROM shown AS d LEFT JOIN passed AS m ON m.doc_key = d.key
        GROUP BY d.key ORDER BY {order} {page if counted else ""}
        """,
        [*values, *asked],
    )
    return [_document_row(row) for row in rows]


def _document_row(row: sqlite3.Row) -> DocumentRow:
    known = (
        "file_name title lang source url date date_precision date_text path length problems sha256 note decided texts"
    )
    return DocumentRow(
        document_id=row["doc_id"],
        **reading.fields(row, known),
        counts=Counts(**reading.fields(row, "plotted linked not_a_place unresolved")),
        tags=tuple(json.loads(row["tags"])),
        starred=bool(row["starred"]),
        marked=bool(row["marked"]),
    )


def document_text(project: Project, document_id: str) -> str:
    """Return the stored text of an article; empty where it is gone."""
    row = (
        project.reader()
        .execute("SELECT text FROM texts JOIN documents ON key = doc_key WHERE doc_id = ?", (document_id,))
        .fetchone()
    )
    return str(row["text"]) if row else ""
