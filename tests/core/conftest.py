"""Fixtures of the core: the bundled gazetteer and an annotator over it."""

from collections.abc import Iterator

import pytest

from gazetteer.pipeline import Annotator
from gazetteer.places.store import Gazetteer
from tests.core.project_fixtures import history, project  # noqa: F401  fixtures of the project tests


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


@pytest.fixture(scope="session")
def annotator(gazetteer: Gazetteer) -> Annotator:
    return Annotator(gazetteer)
