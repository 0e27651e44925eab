"""Qt for the tests of the window: no display, and the map's scheme registered before the application is there."""

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from pathlib import Path

from desktop.map.scheme import register_scheme
from desktop.session import Session
from tests.ui.review_samples import make_project

register_scheme()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["toposcope-tests"]


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    return make_project(tmp_path / "sample.toposcope")


@pytest.fixture
def session(qapp: object, project_path: Path) -> Iterator[Session]:
    """A session with the sample project open."""
    opened = Session()
    opened.open_project(project_path)
    yield opened
    opened.shutdown()
    opened.deleteLater()
