"""The boards of things to look at: problems, unresolved names, possible conflicts."""

import json
import sqlite3
from itertools import groupby
from operator import itemgetter

from gazetteer.project import reading
from gazetteer.project.evidence import evidence_of
from gazetteer.project.filters import MENTION_TABLES
from gazetteer.project.outliers import Spot, far_outliers
from gazetteer.project.rows import ConflictRow, Problem, UnresolvedGroup
from gazetteer.project.states import FAR_OUTLIER, IMPOSSIBLE_DATE, MISSPELLING, TWO_PLACES
from gazetteer.project.store import Project

_NEAREST = 3
# read from the index mentions_named alone; the plus signs keep SQLite from the index of groups, a hundred times slower
_NAMED_TWICE = """
    SELECT doc_key, folded FROM mentions WHERE +group_name = 'plotted' AND NOT removed
    GROUP BY doc_key, folded HAVING min(place_id) < max(place_id)
"""


def problems(project: Project) -> list[Problem]:
    """Return probable misspellings nobody decided on, names for two places, far places, impossible dates."""
    with project.snapshot():
        return [*_misspellings(project), *_two_places(project), *_far_outliers(project), *_impossible_dates(project)]


def _misspellings(project: Project) -> list[Problem]:
    rows = project.reader().execute(
        f"""
        SELECT d.doc_id, COALESCE(d.title, d.file_name) AS label, m.surface,
            COALESCE(m.spelling, m.auto_spelling) AS spelling, json_group_array(m.mention_id) AS ids
        FROM {MENTION_TABLES} WHERE m.problem GROUP BY d.key, m.folded ORDER BY label, d.doc_id, min(m.start)
        """
    )
    found = []
    for row in rows:
        spelling = reading.spelling(row["spelling"])
        text = f"“{row['surface']}” is probably {spelling.canonical}"
        found.append(
            Problem(
                *(MISSPELLING, row["doc_id"], row["label"], row["surface"], text),
                *(tuple(json.loads(row["ids"])), spelling.edit_ops, spelling.canonical),
            )
        )
    return found


def _two_places(project: Project) -> list[Problem]:
    rows = project.reader().execute(
        f"""
        SELECT d.doc_id, COALESCE(d.title, d.file_name) AS label, m.surface, json_group_array(m.mention_id) AS ids,
            json_group_array(DISTINCT p.label) AS labels
        FROM ({_NAMED_TWICE}) AS twice CROSS JOIN {MENTION_TABLES}
        WHERE m.doc_key = twice.doc_key AND m.folded = twice.folded
            AND +m.group_name = 'plotted' AND instr(m.ignored, '"{TWO_PLACES}"') = 0
        GROUP BY d.key, m.folded HAVING count(DISTINCT m.place_id) > 1 ORDER BY label, d.doc_id, min(m.start)
        """
    )
    found = []
    for row in rows:
        text = f"“{row['surface']}” stands for " + " and for ".join(sorted(json.loads(row["labels"])))
        ids = tuple(json.loads(row["ids"]))
        found.append(Problem(TWO_PLACES, row["doc_id"], row["label"], row["surface"], text, ids, None, None))
    return found


def _far_outliers(project: Project) -> list[Problem]:
    """Places that a machine took and that lie far from everything else in their article."""
    connection = project.reader()
    # read from the index mentions_named alone, as above
    rows = connection.execute(
        """
        SELECT m.doc_key, p.place_id, p.country_code, p.latitude, p.longitude FROM (
            SELECT DISTINCT doc_key, place_id FROM mentions WHERE +group_name = 'plotted' AND NOT removed
        ) AS m JOIN places AS p ON p.place_id = m.place_id AND p.precision NOT IN ('country', 'region')
        ORDER BY m.doc_key, p.place_id
        """
    )
    far = [
        (key, place_id)
        for key, named in groupby(rows, key=itemgetter(0))
        for place_id in far_outliers(tuple(Spot(*tuple(row)[1:]) for row in named))
    ]
    return [problem for key, place_id in far if (problem := _far_outlier(connection, key, place_id)) is not None]


def _far_outlier(connection: sqlite3.Connection, doc_key: int, place_id: str) -> Problem | None:
    """Return the problem of a place in an article; None where a person settled a mention of it."""
    row = connection.execute(
        f"""
        SELECT d.doc_id, COALESCE(d.title, d.file_name) AS label, p.label AS place, min(m.surface) AS surface,
            json_group_array(m.mention_id) AS ids,
            min(m.status IN ('auto', 'learned') AND instr(m.ignored, '"{FAR_OUTLIER}"') = 0) AS open
        FROM {MENTION_TABLES} WHERE m.doc_key = ? AND m.place_id = ? AND +m.group_name = 'plotted'
        """,
        (doc_key, place_id),
    ).fetchone()
    if not row["open"]:
        return None
    text = f"{row['place']} lies far from every other place of the article"
    ids = tuple(json.loads(row["ids"]))
    return Problem(FAR_OUTLIER, row["doc_id"], row["label"], row["surface"], text, ids, None, row["place"])


def _impossible_dates(project: Project) -> list[Problem]:
    """Articles that would be of a day that has not come, or from before there were newspapers."""
    rows = project.reader().execute(
        """
        SELECT doc_id, COALESCE(title, file_name) AS label, date FROM documents
        WHERE present AND (date > date('now', '+1 day') OR date < '1600')
            AND 'date:' || doc_id || ':' || date NOT IN (SELECT finding_id FROM ignored_findings)
        ORDER BY label, doc_id
        """
    )
    said = "The article would be of {}"
    return [
        Problem(IMPOSSIBLE_DATE, doc_id, label, date, said.format(date), (), None, None) for doc_id, label, date in rows
    ]


def unresolved(project: Project) -> list[UnresolvedGroup]:
    """Return the mentions without a place, grouped by spelling, most frequent first."""
    with project.snapshot() as connection:
        rows = connection.execute(
            f"""
            SELECT m.folded, m.surface, count(*) AS mentions, count(DISTINCT d.key) AS documents,
                sum(m.status = 'deferred') AS deferred, json_group_array(m.mention_id) AS ids,
                min(m.candidates_key) AS candidates
            FROM {MENTION_TABLES} WHERE m.group_name = 'unresolved' GROUP BY m.folded ORDER BY mentions DESC, m.folded
            """
        ).fetchall()
        return [
            UnresolvedGroup(
                **reading.fields(row, "folded surface mentions documents deferred"),
                mention_ids=tuple(json.loads(row["ids"])),
                nearest=tuple(c.place for c in reading.candidates(connection, row["candidates"])[:_NEAREST]),
            )
            for row in rows
        ]


def conflicts(project: Project) -> list[ConflictRow]:
    """Return the conflicts that nobody called none and whose mentions are still there, by articles' names."""
    rows = project.reader().execute(
        "SELECT * FROM conflicts WHERE conflict_id NOT IN (SELECT finding_id FROM ignored_findings)"
    )
    found = []
    for row in rows.fetchall():
        mentions = (row["mention_a"], row["mention_b"])
        sides = [evidence_of(project, [mention_id]) for mention_id in mentions]
        if all(sides):
            shown = (sides[0][0], sides[1][0])
            found.append(ConflictRow(row["conflict_id"], row["kind"], mentions, (row["said_a"], row["said_b"]), shown))
    return sorted(found, key=lambda one: (one.sides[0].document_label, one.sides[1].document_label, one.conflict_id))
