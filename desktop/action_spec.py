"""What the program knows of an action before it is made: its words, keys, icon and where its keys work."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence


class Scope(StrEnum):
    """Where an action's keys work."""

    WINDOW = "window"
    REVIEW = "review"
    """single letters: only while a review pane has the focus"""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its id, what the menu says, what the status line says, keys, icon and scope."""

    id: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str | None = None
    scope: Scope = Scope.WINDOW
    checkable: bool = False

    @property
    def plain(self) -> str:
        """The text without mnemonic and dots."""
        return self.text.replace("&", "").rstrip("…")

    @property
    def native_keys(self) -> list[str]:
        """The usual keys as the system writes them, each once."""
        keys = (key.replace("Return", "Enter") for key in self.keys)  # one key to people
        native = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys]
        return list(dict.fromkeys(native))
