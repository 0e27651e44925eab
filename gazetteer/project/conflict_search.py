"""Conflicts looked for in all articles of a project, and kept in its file until they are looked for again."""

import hashlib
import sqlite3
from collections import defaultdict

from gazetteer.jobs import Job
from gazetteer.model import Kind, Precision, SpellingStatus
from gazetteer.project.conflicts import Conflict, Named, Statement, find_conflicts, telling_words
from gazetteer.project.filters import MENTION_TABLES
from gazetteer.project.store import Project

TOLD = frozenset({Kind.LITERAL, Kind.FACILITY})
"""uses of a name that say where something happened; a metonym says who acted"""


def look_for_conflicts(project: Project, job: Job | None = None) -> bool:
    """Look through all articles and keep what is found; return whether anything is other than before."""
    job = job or Job()
    job.step(0, 2, "")
    with project.snapshot() as connection:
        said = statements(connection)
    job.step(1, 2, "")
    found = {_id(conflict): conflict for conflict in find_conflicts(said)}
    known = {row["conflict_id"] for row in project.reader().execute("SELECT conflict_id FROM conflicts")}
    if found.keys() == known:
        return False
    with project.transaction() as connection:
        connection.execute("DELETE FROM conflicts")
        connection.executemany(
            "INSERT INTO conflicts VALUES (?, ?, ?, ?, ?, ?)",
            [(key, c.kind, c.mention_a, c.mention_b, c.said_a, c.said_b) for key, c in found.items()],
        )
    return True


def statements(connection: sqlite3.Connection) -> list[Statement]:
    """Return the sentences of all articles in which a plotted place is named."""
    rows = connection.execute(
        f"""
        SELECT d.key, d.doc_id, d.date, d.lang, m.mention_id, m.surface, m.sentence_start, m.sentence_end, m.kind,
            m.place_id, m.spelling_status, p.precision, p.longitude, p.latitude
        FROM {MENTION_TABLES} WHERE m.place_id IS NOT NULL ORDER BY d.key, m.start
        """
    ).fetchall()
    by_article: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        by_article[row["key"]].append(row)
    found = []
    for key, named in by_article.items():
        text = connection.execute("SELECT text FROM texts WHERE doc_key = ?", (key,)).fetchone()["text"]
        found += _statements_of(text, named)
    return found


def _statements_of(text: str, rows: list[sqlite3.Row]) -> list[Statement]:
    places = frozenset(row["place_id"] for row in rows)
    sentences: dict[tuple[int, int], list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        if Kind(row["kind"]) in TOLD:
            sentences[row["sentence_start"], row["sentence_end"]].append(row)
    found = []
    for (start, end), named in sentences.items():
        sentence = text[start:end]
        words = telling_words(sentence, named[0]["lang"], [row["surface"] for row in named])
        names = tuple(map(_named, named))
        found.append(Statement(named[0]["doc_id"], sentence, names, words, named[0]["date"], places))
    return found


def _named(row: sqlite3.Row) -> Named:
    return Named(
        row["mention_id"],
        row["surface"],
        row["place_id"],
        Precision(row["precision"]),
        (row["latitude"], row["longitude"]),
        row["spelling_status"] == SpellingStatus.PROBABLE_MISSPELLING,
    )


def _id(conflict: Conflict) -> str:
    """Return the id of a conflict: derived from what it is, so that one called none stays so."""
    sides = sorted([(conflict.mention_a, conflict.said_a), (conflict.mention_b, conflict.said_b)])
    return "c-" + hashlib.sha256(repr((conflict.kind, sides)).encode()).hexdigest()[:16]
