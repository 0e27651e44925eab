"""Where the learned numbers lie: shipped with the program, or in a folder under test."""

import os
from pathlib import Path

import resources
from gazetteer.errors import InputError


def weights_path(name: str) -> Path:
    """Return the path of a weights file; `TOPOSCOPE_WEIGHTS` names another folder, to measure before shipping.

    Raises `InputError` where that folder does not hold it.
    """
    folder = os.environ.get("TOPOSCOPE_WEIGHTS")
    path = Path(folder) / name if folder else resources.path("data", name)
    if folder and not path.is_file():
        raise InputError(
            f"TOPOSCOPE_WEIGHTS: {folder} holds no {name}. Name a folder that `toposcope train` wrote, or none."
        )
    return path
