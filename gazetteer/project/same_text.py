"""Articles that tell nearly the same text, put into groups when they come in: each group counts as one source."""

import sqlite3
from collections.abc import Iterable

from gazetteer.text.likeness import ALIKE, bands, likeness, stretches


def group_text(connection: sqlite3.Connection, doc_key: int, text: str) -> None:
    """Put an article into the group of the texts that are nearly its own, or into one of its own.

    Groups that it joins become one, under the least of their articles' keys.
    """
    found = stretches(text)
    signature = bands(found)
    alike = {doc_key, *_alike(connection, doc_key, found, signature)}
    connection.executemany("INSERT OR IGNORE INTO text_bands VALUES (?, ?)", [(band, doc_key) for band in signature])
    groups = _groups(connection, alike) | {doc_key}
    marks = ", ".join("?" * len(groups))
    connection.execute(f"UPDATE documents SET text_group = ? WHERE text_group IN ({marks})", (min(groups), *groups))
    connection.execute("UPDATE documents SET text_group = ? WHERE key = ?", (min(groups), doc_key))


def group_texts_not_looked_at(connection: sqlite3.Connection) -> int:
    """Group the articles that an older program brought in; return how many they were."""
    keys = [row[0] for row in connection.execute("SELECT key FROM documents WHERE text_group IS NULL ORDER BY key")]
    for key in keys:
        text = connection.execute("SELECT text FROM texts WHERE doc_key = ?", (key,)).fetchone()[0]
        group_text(connection, key, text)
    return len(keys)


def _alike(
    connection: sqlite3.Connection, doc_key: int, found: frozenset[str], signature: frozenset[int]
) -> Iterable[int]:
    marks = ", ".join("?" * len(signature))
    rows = connection.execute(
        f"""
        SELECT doc_key, text FROM texts WHERE doc_key IN (SELECT doc_key FROM text_bands WHERE band IN ({marks}))
            AND doc_key <> ?
        """,
        (*signature, doc_key),
    )
    return [key for key, text in rows if likeness(found, stretches(text)) >= ALIKE]


def _groups(connection: sqlite3.Connection, keys: set[int]) -> set[int]:
    marks = ", ".join("?" * len(keys))
    rows = connection.execute(f"SELECT text_group FROM documents WHERE key IN ({marks})", tuple(keys))
    return {row[0] for row in rows if row[0] is not None}
