"""Projects for tests, filled with the made-up articles."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from gazetteer.project import queries
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.store import Project
from tests.core.made_up import MadeUpAnnotator, write_articles


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    """Give the history of a new project that holds the made-up articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    with Project.create(tmp_path / "case.toposcope") as project:
        history = History(project, who="tester")
        import_files(history, write_articles(folder), MadeUpAnnotator())
        yield history


@pytest.fixture
def project(history: History) -> Project:
    """Give a project that holds the made-up articles."""
    return history.project


def find(project: Project, surface: str, number: int = 0) -> str:
    """Return the id of the nth mention with these words, by file and place in the text."""
    found = [row.mention_id for row in queries.mentions(project, order="date") if row.surface == surface]
    return found[number]


_TAKEN_BACK = {
    8: """
        DROP INDEX mentions_at_a_glance; DROP INDEX mentions_telling;
        CREATE INDEX mentions_of_place ON mentions (place_id);
    """,
    7: "DROP TABLE settings;",
    6: """
        DROP VIEW open_conflict_mentions; DROP TABLE ignored_findings; DROP TABLE conflicts; DROP TABLE text_bands;
        DROP INDEX documents_of_text;
        ALTER TABLE documents DROP COLUMN text_group; ALTER TABLE documents DROP COLUMN marked;
        ALTER TABLE documents DROP COLUMN tags; ALTER TABLE documents DROP COLUMN note;
        ALTER TABLE documents DROP COLUMN starred; ALTER TABLE mentions DROP COLUMN starred;
    """,
    5: "DROP TABLE rules;",
    4: "ALTER TABLE mentions DROP COLUMN auto_relative;",
    3: "DROP TABLE own_places; DROP TABLE row_changes;",
    2: "DROP INDEX mentions_named; DROP INDEX mentions_in_doubt;",
}


def make_older(path: Path, schema: int) -> None:
    """Make a closed project what a program of an older schema would have written."""
    with closing(sqlite3.connect(path)) as connection:
        for number in range(max(_TAKEN_BACK), schema, -1):
            connection.executescript(_TAKEN_BACK[number])
        connection.executescript(f"PRAGMA user_version = {schema};")
