"""File locks that the system frees when their holder dies, however it dies."""

import sys
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from gazetteer.errors import GazetteerError

_RETRY_S = 0.05


class FileLock:
    """A lock on a small file, exclusive or shared, between processes and within one."""

    def __init__(self, path: Path, *, shared: bool = False, wait_s: float = 10.0) -> None:
        self.path, self.shared, self.wait_s = path, shared, wait_s
        self._file: IO[bytes] | None = None

    def acquire(self) -> bool:
        """Take the lock, waiting at most `wait_s` seconds; tell whether it was got."""
        deadline = time.monotonic() + self.wait_s
        file = self.path.open("rb" if self.shared and self.path.exists() else "ab")
        while not _lock(file, self.shared):
            if time.monotonic() >= deadline:
                file.close()
                return False
            time.sleep(_RETRY_S)
        self._file = file
        return True

    def release(self) -> None:
        """Give the lock back; harmless where it is not held."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        if not self.acquire():
            raise GazetteerError(
                f"Another window or program has been changing {self.path.parent} for {self.wait_s:.0f} seconds. "
                "Nothing was changed. Try again when it is done."
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes], shared: bool) -> bool:
        if shared:
            return True  # an open file cannot be moved or removed there, which is all that a reader asks for
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(file: IO[bytes], shared: bool) -> bool:
        try:
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise GazetteerError(
                f"The file system under {file.name} cannot lock files ({error.strerror}). "
                "Set TOPOSCOPE_DATA to a folder on a local disk."
            ) from error
        return True
