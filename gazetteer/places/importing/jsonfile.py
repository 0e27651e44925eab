"""Streams the features of a GeoJSON file, however large; a file that is cut off or broken is refused whole."""

import re
from collections.abc import Iterator
from typing import IO, Any

import ijson
from ijson.common import IncompleteJSONError, JSONError

from gazetteer.errors import NotImportedError
from gazetteer.jobs import Job
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.progress import Meter
from gazetteer.places.importing.report import JUDGED_ROWS, Tally

_EVERY = 500
_BOM = b"\xef\xbb\xbf"
_CRS = re.compile(rb'"crs"\s*:\s*\{[^{}]*"properties"\s*:\s*\{\s*"name"\s*:\s*"([^"]*)"')
_DEGREES = re.compile(rb"(CRS84|:4326|WGS ?84)$", re.IGNORECASE)


def features_of(file: SourceFile, job: Job, tally: Tally, layout: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield (number from 1, feature) of a FeatureCollection.

    Raises `NotImportedError` for what is none, is not in degrees (WGS 84), or breaks off; and when most of the first
    features are refused by the caller.
    """
    _refuse_other_grids(file)
    tally.begin()
    number = 0
    for number, feature in enumerate(_parsed(file, Meter(job, f"reading {file.name}", file.size)), 1):
        tally.rows += 1
        if number == JUDGED_ROWS + 1:
            tally.judge(file.name, number, layout)
        if isinstance(feature, dict):
            yield number, feature
        else:
            tally.refuse(file.name, number, "not a feature", str(feature))
    if not number:
        raise NotImportedError(f"{file.name} holds no features. Expected: {layout}. Nothing was replaced.")
    tally.judge(file.name, number, layout)


def _parsed(file: SourceFile, meter: Meter) -> Iterator[Any]:
    with file.open() as stream:
        _pass_mark(stream)
        number = 0
        try:
            for feature in ijson.items(stream, "features.item", use_float=True):
                number += 1
                if not number % _EVERY:
                    meter.at(number, stream.tell())
                yield feature
        except IncompleteJSONError as error:
            raise NotImportedError(
                f"{file.name} breaks off or is damaged after feature {number:,} ({_words(error)}). Nothing was "
                "replaced. Fetch or export it again."
            ) from error
        except (JSONError, UnicodeDecodeError, OverflowError) as error:
            raise NotImportedError(
                f"{file.name} is not good JSON in UTF-8 after feature {number:,} ({_words(error)}). Nothing was "
                "replaced."
            ) from error


def _words(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:120]


def _pass_mark(stream: IO[bytes]) -> None:
    if stream.read(3) != _BOM:
        stream.seek(0)


def _refuse_other_grids(file: SourceFile) -> None:
    named = _CRS.search(file.head())
    if named and not _DEGREES.search(named[1]):
        raise NotImportedError(
            f"{file.name} is in the coordinate system {named[1].decode(errors='replace')}. Export it in degrees "
            "(WGS 84, EPSG:4326). Nothing was replaced."
        )
