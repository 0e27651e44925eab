"""Files on disk that rows are dealt into by GeoNames id, so that two large files can be joined piece by piece."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

_BYTES_EACH = 24 * 2**20
_MOST = 128
_BUFFER = 2**17


def buckets_for(size: int) -> int:
    """Return how many buckets a file of `size` bytes needs so that each fits into memory easily."""
    return min(_MOST, max(1, -(-size // _BYTES_EACH)))


class Buckets:
    """Lines dealt into files; written once, then read back a bucket at a time, which removes it."""

    def __init__(self, folder: Path, name: str, number: int) -> None:
        self.number = number
        self._paths = [folder / f"{name}.{index}" for index in range(number)]
        with ExitStack() as opened:
            files = [opened.enter_context(path.open("wb", buffering=_BUFFER)) for path in self._paths]
            self._opened = opened.pop_all()
        self.write = [file.write for file in files]
        """a bucket's number -> its write method"""

    def close(self) -> None:
        """Finish writing."""
        self._opened.close()

    def read(self, index: int) -> Iterator[str]:
        """Yield the lines of a bucket; when all are read it is removed."""
        path = self._paths[index]
        with path.open(encoding="utf-8", newline="\n", buffering=_BUFFER) as lines:
            yield from lines
        path.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
