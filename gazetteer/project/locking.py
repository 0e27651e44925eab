"""One writer a project: a lock file beside it that the system frees when its holder dies."""

import contextlib
import os
import sys
from pathlib import Path
from typing import IO

from gazetteer.errors import ProjectError, ProjectLockedError


class WriterLock:
    """The right to write one project, held from `acquire` to `release` or to the end of the process."""

    def __init__(self, project: Path) -> None:
        self.path = project.with_name(f".{project.name}.lock")
        self._file: IO[str] | None = None

    def acquire(self) -> None:
        """Take the lock; raises ProjectLockedError while another program or window has it."""
        while self._file is None:
            file = self._open()
            if not _lock(file):
                holder = _holder(file)
                file.close()
                raise ProjectLockedError(
                    f"Another window or program{holder} is writing this project. Nothing was changed. "
                    "Close it there, or open the project here for reading only."
                )
            # the last holder may have removed the file between our open and our lock
            if _still_named(file, self.path):
                self._file = file
            else:
                file.close()
        self._file.truncate(0)
        self._file.write(str(os.getpid()))
        self._file.flush()

    def release(self) -> None:
        """Give the lock back; harmless where it is not held."""
        if self._file is None:
            return
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        self._file.close()
        self._file = None

    def _open(self) -> IO[str]:
        try:
            # a+: neither empties what a holder wrote nor needs the file to be there
            return self.path.open("a+", encoding="utf-8")
        except OSError as error:
            raise ProjectError(
                f"{self.path.parent} cannot be written ({error.strerror}), so the project cannot be changed there. "
                "Open it for reading only, or copy it to a folder of your own."
            ) from error


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise ProjectError(
                f"The folder's file system cannot lock files ({error.strerror}). Copy the project to a local folder."
            ) from error
        return True


def _holder(file: IO[str]) -> str:
    with contextlib.suppress(OSError):
        file.seek(0)
        number = file.read(20).strip()
        if number.isdigit():
            return f" (process {number})"
    return ""


def _still_named(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
