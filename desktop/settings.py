"""What the program remembers between runs: one JSON text a name in an ini file, read back with its type checked."""

import json
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

SUFFIX = ".toposcope"
RECENT_LIMIT = 10
T = TypeVar("T")


class Settings:
    """Typed reads and writes over QSettings; a damaged value reads as its default."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def read(self, name: str, default: T) -> T:
        """Return the stored value of `name` where it is of the default's type, else the default."""
        text = self._store.value(name)
        if not isinstance(text, str):
            return default
        try:
            value = json.loads(text)
        except ValueError:
            return default
        return value if type(value) is type(default) else default

    def write(self, name: str, value: object) -> None:
        """Store a JSON value (no tuples: one makes an ini file unreadable to Qt)."""
        self._store.setValue(name, json.dumps(value, ensure_ascii=True))

    def read_bytes(self, name: str) -> QByteArray:
        """Return a layout Qt saved, or an empty array."""
        return QByteArray.fromBase64(QByteArray(self.read(name, "").encode("ascii")))

    def write_bytes(self, name: str, value: QByteArray) -> None:
        self.write(name, bytes(value.toBase64().data()).decode("ascii"))

    def recent(self) -> list[Path]:
        """Return the projects last opened, newest first, without those that are gone."""
        names = [name for name in self.read("recent", list[str]()) if isinstance(name, str)]
        return [Path(name) for name in names if name.endswith(SUFFIX) and Path(name).exists()]

    def add_recent(self, path: Path) -> None:
        names = [str(path), *(str(p) for p in self.recent() if p != path)]
        self.write("recent", names[:RECENT_LIMIT])

    def clear_recent(self) -> None:
        self.write("recent", list[str]())

    def sync(self) -> None:
        self._store.sync()
