"""Everything the gazetteer knows of one place, gathered for its card; runs off the GUI thread."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gazetteer.model import Place, Precision
from gazetteer.places.positions import nearest_among, nearest_pids
from gazetteer.places.records import Name, PlaceFilter, Provenance
from gazetteer.places.store import Gazetteer

CLASSES = "APHTLSRVU"
"""the feature classes of GeoNames, those most asked for first"""
CHILDREN, NEIGHBOURS, HOMONYMS = 24, 8, 12
_POINTS = (Precision.POINT, Precision.MUNICIPALITY)


@dataclass(frozen=True, slots=True)
class CardFacts:
    """A place with its names and surroundings. `inside` counts the places in it by feature class, `children`
    have how many places are in them, `near` has kilometres, `exonym` is its name for the reader."""

    pid: int
    place: Place
    exonym: str
    names: tuple[Name, ...]
    parents: tuple[Place, ...]
    children: tuple[tuple[Place, int], ...]
    inside: tuple[tuple[str, int], ...]
    near: tuple[tuple[Place, float], ...]
    homonyms: tuple[Place, ...]
    provenance: Provenance


def gather(gazetteer: Gazetteer, pid: int, reader: str) -> CardFacts:
    """Gather the facts of a place; `reader` is the code of the reader's language."""
    place = gazetteer.place(pid)
    where = area_filter(place)
    held = np.asarray(gazetteer.browse(where) if where is not None else (), dtype=np.uint32)
    return CardFacts(
        pid,
        place,
        gazetteer.display_name(pid, reader),
        tuple(gazetteer.names(pid)),
        tuple(gazetteer.parents(pid)),
        _children(gazetteer, place, held),
        _inside(gazetteer, held),
        _near(gazetteer, pid, place),
        tuple(gazetteer.homonyms(pid, HOMONYMS)),
        gazetteer.provenance(pid),
    )


def area_filter(place: Place) -> PlaceFilter | None:
    """Return the filter for what lies in a country or region, None for any other place."""
    if place.feature_class != "A":
        return None
    if place.feature_code.startswith("PCL") and place.country_code:
        return PlaceFilter(countries=frozenset({place.country_code}))
    if place.feature_code in ("ADM1", "ADM2"):
        return PlaceFilter(region=place.place_id)
    return None


def _children(gazetteer: Gazetteer, place: Place, held: npt.NDArray[np.uint32]) -> tuple[tuple[Place, int], ...]:
    """Return the places one step down, each with the number of the `held` places that have it as their region."""
    column = "admin1" if place.feature_code.startswith("PCL") else "admin2"
    regions, counts = np.unique(gazetteer.columns.vector(column)[held], return_counts=True)
    counted = dict(zip(regions.tolist(), counts.tolist(), strict=True))
    pid = gazetteer.pid_of(place.place_id)
    children = gazetteer.children(pid, CHILDREN) if pid is not None else []
    return tuple((child, counted.get(gazetteer.pid_of(child.place_id), 0)) for child in children)


def _inside(gazetteer: Gazetteer, held: npt.NDArray[np.uint32]) -> tuple[tuple[str, int], ...]:
    """Return the number of places by feature class."""
    columns = gazetteer.columns
    counts = np.bincount(columns.vector("feature")[held], minlength=len(columns.features))
    by_class: dict[str, int] = {}
    for feature, count in zip(columns.features, counts.tolist(), strict=True):
        by_class[feature[:1]] = by_class.get(feature[:1], 0) + count
    ordered = sorted(by_class.items(), key=lambda pair: CLASSES.find(pair[0]))
    return tuple((letter, count) for letter, count in ordered if count)


def _near(gazetteer: Gazetteer, pid: int, place: Place) -> tuple[tuple[Place, float], ...]:
    """Return the nearest settlements of a settlement, else the nearest places of the same kind."""
    here = (place.latitude, place.longitude)
    if place.precision in _POINTS:
        found = nearest_pids(gazetteer, *here, NEIGHBOURS + 1)
    else:
        found = nearest_among(gazetteer, _of_kind(gazetteer, pid), *here, NEIGHBOURS + 1)
    return tuple((gazetteer.place(other), far) for other, far in found if other != pid)[:NEIGHBOURS]


def _of_kind(gazetteer: Gazetteer, pid: int) -> Sequence[int]:
    columns = gazetteer.columns
    features = columns.vector("feature")
    own = columns.features[columns.feature[pid]]
    # a country by any name is a country
    alike = [index for index, word in enumerate(columns.features) if word[:5] == own[:5] == "A.PCL" or word == own]
    return np.flatnonzero(np.isin(features, alike)).tolist()
