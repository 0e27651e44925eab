"""Which places count: a filter as a test of one place and as a list of all that pass, over the columns."""

from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from gazetteer.places.columns import PRECISIONS, Columns
from gazetteer.places.records import PlaceFilter

_CHUNK = 1 << 20


class Sieve:
    """A `PlaceFilter` over the columns of a gazetteer; `region` is the pid of its region, None where there is none."""

    def __init__(self, columns: Columns, where: PlaceFilter, region: int | None) -> None:
        self._columns, self._where, self._region = columns, where, region
        # one truth a label, so that a test is one look-up
        self._labels: list[tuple[str, npt.NDArray[np.bool_]]] = []
        if where.countries:
            self._labels.append(("country", np.array([code in where.countries for code in columns.countries])))
        if where.classes:
            self._labels.append(("feature", np.array([word[:1] in where.classes for word in columns.features])))
        if where.sources:
            self._labels.append(("source", np.array([source in where.sources for source in columns.sources])))
        if where.precisions:
            self._labels.append(("precision", np.array([one in where.precisions for one in PRECISIONS])))
        self._nowhere = bool(where.region) and region is None

    def __call__(self, pid: int) -> bool:
        """Tell whether a place passes."""
        return bool(self.truth[pid])

    def all(self) -> npt.NDArray[np.uint32]:
        """Return the pids that pass, most prominent first."""
        return np.flatnonzero(self.truth).astype(np.uint32)

    @cached_property
    def truth(self) -> npt.NDArray[np.bool_]:
        """By pid, whether the place passes."""
        bounds = range(0, len(self._columns), _CHUNK)
        masks = [self._mask(begin, min(begin + _CHUNK, len(self._columns))) for begin in bounds]
        return np.concatenate(masks) if masks else np.zeros(0, dtype=bool)

    def _mask(self, begin: int, end: int) -> npt.NDArray[np.bool_]:
        if self._nowhere:
            return np.zeros(end - begin, dtype=bool)
        mask = np.ones(end - begin, dtype=bool)
        for name, truth in self._labels:
            mask &= truth[self._part(name, begin, end)]
        where = self._where
        if where.min_population or where.max_population is not None:
            people = self._part("population", begin, end)
            mask &= people >= where.min_population
            if where.max_population is not None:
                mask &= people <= where.max_population
        if self._region is not None:
            mask &= (self._part("admin1", begin, end) == self._region) | (
                self._part("admin2", begin, end) == self._region
            )
        if where.box is not None:
            mask &= in_box(self._part("latitude", begin, end), self._part("longitude", begin, end), where.box)
        return mask

    def _part(self, name: str, begin: int, end: int) -> npt.NDArray[Any]:
        part: npt.NDArray[Any] = self._columns.vector(name)[begin:end]
        return part


def in_box(
    latitudes: npt.NDArray[Any], longitudes: npt.NDArray[Any], box: tuple[float, float, float, float]
) -> npt.NDArray[np.bool_]:
    """Tell which points lie in west, south, east, north (degrees); west may be greater than east."""
    west, south, east, north = box
    if west <= east:
        across = (longitudes >= west) & (longitudes <= east)
    else:
        across = (longitudes >= west) | (longitudes <= east)
    inside: npt.NDArray[np.bool_] = across & (latitudes >= south) & (latitudes <= north)
    return inside
