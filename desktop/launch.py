"""What the command line asks of the window; knows no Qt."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Launch:
    """What the window is to start with. Sizes in device-independent pixels."""

    project: Path | None = None
    demo: bool = False
    read_only: bool = False
    snapshot: Path | None = None
    appearance: str | None = None
    size: tuple[int, int] | None = None
    scale: float | None = None
    gazetteer: str | None = None
    """what to search the gazetteer for at the start"""
    new_window: bool = False
    """a program of its own beside one that is running"""
    language: str | None = None
    """`en` or `de`, whatever the settings say"""
