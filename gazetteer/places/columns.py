"""The gazetteer's columns: per place a few numbers, mapped from files, for code that weighs or filters many places."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from gazetteer.model import Precision
from gazetteer.places.mapped import mapped, vector

NONE = 0xFFFFFFFF
"""In `admin1` and `admin2`: no such region."""

FILES = {
    "latitude": "f4", "longitude": "f4", "population": "u4", "country": "u2", "admin1": "u4", "admin2": "u4",
    "feature": "u2", "precision": "u1", "source": "u1", "prominence": "f4",
}  # fmt: skip
"""Column -> type of its numbers."""

PRECISIONS = tuple(Precision)
"""What a number in `precision` means."""


class Whole(Protocol):
    """A column of whole numbers: one a place, by pid."""

    def __getitem__(self, pid: int, /) -> int: ...
    def __len__(self) -> int: ...


class Real(Protocol):
    """A column of numbers with a fraction: one a place, by pid."""

    def __getitem__(self, pid: int, /) -> float: ...
    def __len__(self) -> int: ...


@dataclass(frozen=True)
class Columns:
    """Per-pid columns. Degrees; `population` of a region is the sum of its towns'; `country` indexes `countries`
    (index 0 is `""`: none), `admin1` and `admin2` are pids or `NONE`, `feature` indexes `features` (`"P.PPLC"`),
    `source` indexes `sources` (source ids), `precision` indexes `PRECISIONS`; `prominence` never grows with the pid."""

    latitude: Real
    longitude: Real
    population: Whole
    country: Whole
    admin1: Whole
    admin2: Whole
    feature: Whole
    precision: Whole
    source: Whole
    prominence: Real
    countries: tuple[str, ...]
    features: tuple[str, ...]
    sources: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.feature)

    @cached_property
    def index_of_country(self) -> dict[str, int]:
        return {code: index for index, code in enumerate(self.countries)}

    @cached_property
    def _vectors(self) -> dict[str, npt.NDArray[Any]]:
        return {}

    def vector(self, name: str) -> npt.NDArray[Any]:
        """Return a column as a numpy vector."""
        known = self._vectors.get(name)
        if known is None:
            column = getattr(self, name)
            known = vector(column) if isinstance(column, memoryview) else np.asarray(column)
            self._vectors[name] = known
        return known


def mapped_columns(
    folder: Path, countries: tuple[str, ...], features: tuple[str, ...], sources: tuple[str, ...]
) -> Columns:
    """Map the columns in a gazetteer's folder."""
    numbers: dict[str, Any] = {name: mapped(folder / f"{name}.{kind}") for name, kind in FILES.items()}
    return Columns(**numbers, countries=countries, features=features, sources=sources)
