"""Where the learned numbers lie: shipped with the program, or in a folder under test."""

import os
from pathlib import Path

import resources


def weights_path(name: str) -> Path:
    """Return the path of a weights file; `TOPOSCOPE_WEIGHTS` names another folder, to measure before shipping."""
    folder = os.environ.get("TOPOSCOPE_WEIGHTS")
    return Path(folder) / name if folder else resources.path("data", name)
