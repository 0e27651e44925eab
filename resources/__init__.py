"""Files the program ships: the map page, the basemap, small data tables, icons, licences."""

from importlib.resources import files
from pathlib import Path


def path(*parts: str) -> Path:
    """Return the path of a shipped file, e.g. ``path("web", "index.html")``."""
    return Path(str(files(__name__))).joinpath(*parts)
