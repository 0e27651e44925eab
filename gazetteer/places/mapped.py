"""Arrays of plain numbers in files, mapped into memory: opening costs nothing, only what is read is loaded."""

import mmap
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gazetteer.errors import GazetteerError
from gazetteer.places.resident import RESIDENT

_FORMATS: dict[str, Any] = {"f4": "f", "u8": "Q", "u4": "I", "u2": "H", "u1": "B"}


def mapped(path: Path) -> memoryview:
    """Map a file of numbers, whose ending says their type (`latitude.f4`), for reading."""
    if sys.byteorder != "little":
        raise GazetteerError("A gazetteer can only be read on a little-endian machine (x86, ARM).")
    with path.open("rb") as stream:
        content = _content(stream.fileno(), path.stat().st_size)
    numbers: memoryview = memoryview(content).cast(_FORMATS[path.suffix[1:]])
    return numbers


def mapped_bytes(path: Path) -> mmap.mmap | bytes:
    """Map a file of text for reading."""
    with path.open("rb") as stream:
        return _content(stream.fileno(), path.stat().st_size)


def _content(file: int, size: int) -> mmap.mmap | bytes:
    if not size:
        return b""
    content = mmap.mmap(file, 0, access=mmap.ACCESS_READ)
    RESIDENT.add(content)
    return content


def vector(numbers: memoryview) -> npt.NDArray[Any]:
    """Return mapped numbers as a numpy vector over the same memory."""
    return np.frombuffer(numbers, dtype=np.dtype(numbers.format))


def write(path: Path, numbers: Iterable[Any] | npt.NDArray[Any]) -> None:
    """Write numbers as the file's ending says."""
    kind = np.dtype(f"<{path.suffix[1:]}")
    packed = numbers if isinstance(numbers, np.ndarray) else np.fromiter(numbers, dtype=kind)
    packed.astype(kind, copy=False).tofile(path)
