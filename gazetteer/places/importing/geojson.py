"""Reads a GeoJSON FeatureCollection: names from properties, positions from points, lines or areas."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from gazetteer.jobs import Job
from gazetteer.places.draft import Draft
from gazetteer.places.importing.columns import columns_of
from gazetteer.places.importing.fields import PlaceMaker, RowFault
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.jsonfile import features_of
from gazetteer.places.importing.report import Tally
from gazetteer.places.importing.shapes import position_of

LAYOUT = "a GeoJSON FeatureCollection whose features have a geometry in degrees and a property with a name"
_LOOKED_AT = 50


class GeoJsonReader:
    """Reads one FeatureCollection; properties mean what headings of a table mean."""

    def __init__(self, file: SourceFile, said: Mapping[str, str], maker: PlaceMaker, job: Job, tally: Tally) -> None:
        """Look at the first features. Raises `NotImportedError` where no property is a name."""
        self.version = ""
        self._file, self._maker, self._job, self._tally = file, maker, job, tally
        header: dict[str, None] = {}
        for _, feature in islice(features_of(file, Job(), Tally(), LAYOUT), _LOOKED_AT):
            header |= dict.fromkeys(_properties(feature))
        # the geometry gives the position, so only the name can be missing
        names = [*header, "\0latitude", "\0longitude"]
        columns = columns_of(names, {"latitude": names[-2], "longitude": names[-1], **said}, file.name)
        self._targets = {target: names[index] for target, index in columns.items() if index < len(header)}

    def drafts(self) -> Iterator[Draft]:
        """Yield a draft for every good feature."""
        for number, feature in features_of(self._file, self._job, self._tally, LAYOUT):
            try:
                draft = self._draft(feature)
            except RowFault as fault:
                self._tally.refuse(self._file.name, number, str(fault), _shown(feature))
            else:
                yield draft

    def _draft(self, feature: dict[str, Any]) -> Draft:
        properties = _properties(feature)
        said = {target: properties.get(name, "") for target, name in self._targets.items()}
        if not said.get("id") and feature.get("id") is not None:
            said["id"] = _words(feature["id"])
        return self._maker.draft(said, position_of(feature.get("geometry")))


def _properties(feature: dict[str, Any]) -> dict[str, str]:
    properties = feature.get("properties")
    return {key: _words(value) for key, value in properties.items()} if isinstance(properties, dict) else {}


def _words(value: Any) -> str:
    """Return a property's value as a table would hold it; of a list its parts."""
    if isinstance(value, list):
        return ";".join(_words(part) for part in value if isinstance(part, str | int | float))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _shown(feature: dict[str, Any]) -> str:
    return ", ".join(f"{key}={value}" for key, value in _properties(feature).items() if value)[:500]
