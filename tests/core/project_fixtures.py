"""Projects for tests, filled with the made-up articles."""

from collections.abc import Iterator
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
