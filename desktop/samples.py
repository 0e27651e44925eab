"""The sample project: where its articles lie, where its file goes."""

from pathlib import Path

import platformdirs

import resources
from gazetteer.errors import ProjectError
from gazetteer.text.readers import expand_paths

DEMO_NAME = "Sample project.toposcope"


def sample_articles() -> list[Path]:
    """Return the sample articles in order; raises ProjectError where the installation has none."""
    for folder in (resources.path("seeds"), resources.path("..", "seeds")):
        articles = list(expand_paths([folder])) if folder.is_dir() else []
        if articles:
            return articles
    raise ProjectError("The sample articles are missing from this installation; install Toposcope anew.")


def demo_project(folder: Path | None = None) -> Path:
    """Return the sample project's path in a folder (None: the user's data folder); the folder is made."""
    folder = folder or platformdirs.user_data_path("toposcope", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(f"The sample project has no place: {folder} cannot be made ({error.strerror}).") from error
    return folder / DEMO_NAME
