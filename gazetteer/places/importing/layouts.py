"""Which format a file is in, told by its content and never by its name."""

import json
import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from gazetteer.errors import NotImportedError
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.katottg import CODE
from gazetteer.text.encoding import NotTextError, decode

_SAMPLE = 2**16
_ROWS = 200


class Format(StrEnum):
    """Formats of gazetteers that can be imported."""

    GEONAMES = "geonames"
    CSV = "csv"
    GEOJSON = "geojson"
    LINKED_PLACES = "lpf"
    KATOTTG = "katottg"


class Companion(StrEnum):
    """Files of GeoNames that complete a dump, by the name GeoNames gives them."""

    NAMES = "alternateNamesV2.txt"
    REGIONS = "admin1CodesASCII.txt"
    DISTRICTS = "admin2Codes.txt"
    HIERARCHY = "hierarchy.txt"
    COUNTRIES = "countryInfo.txt"


FORMAT_NAMES: dict[Format, str] = {
    Format.GEONAMES: "a GeoNames dump (allCountries.txt, UA.txt, cities500.txt), with its companion files",
    Format.CSV: "a CSV or TSV table with a header",
    Format.GEOJSON: "a GeoJSON FeatureCollection",
    Format.LINKED_PLACES: "Linked Places Format v1",
    Format.KATOTTG: "settlements of Ukraine with KATOTTG codes and coordinates",
}

_REGION_CODE = re.compile(r"^[A-Z]{2}\.[^.\s]+$")
_DISTRICT_CODE = re.compile(r"^[A-Z]{2}\.[^.\s]+\.\S+$")
_TOPONYMS = re.compile(r'"toponym"\s*:|"@context"\s*:\s*"[^"]*(linkedpl|lpf|LinkedPlaces)|"ccodes"\s*:')


def recognise(file: SourceFile) -> Format | Companion:
    """Return what a file is. Raises `NotImportedError` for what no reader takes."""
    text = _text(file)
    if text.lstrip()[:1] in ("{", "["):
        return _json_format(file, text)
    lines = [line.rstrip("\r") for line in text.split("\n")[: _ROWS + 1]]
    if file.size > _SAMPLE and len(lines) > 1:
        lines.pop()
    lines = [line for line in lines if line.strip()]
    rows = [line.split("\t") for line in lines]
    if not rows:
        raise NotImportedError(f"{file.name} has no rows. Nothing was replaced.")
    for kind, fits in _TESTS:
        if fits(rows):
            return kind
    codes = sum(any(CODE.match(cell.strip('" ')) for cell in re.split(r"[,;\t|]", line)) for line in lines)
    return Format.KATOTTG if codes * 2 > len(lines) else Format.CSV


def _text(file: SourceFile) -> str:
    head = file.head(_SAMPLE)
    if len(head) == _SAMPLE:
        head = head[: head.rfind(b"\n") + 1] or head[:-4]
    try:
        return decode(head)[0]
    except NotTextError as error:
        if file.size > _SAMPLE and head[-1:] != b"\n":
            return head.decode("utf-8", errors="ignore")
        raise NotImportedError(f"{file.name} is no text: {error}. Nothing was replaced.") from error


def _json_format(file: SourceFile, text: str) -> Format:
    if _TOPONYMS.search(text):
        return Format.LINKED_PLACES
    if '"FeatureCollection"' in text or '"features"' in text:
        return Format.GEOJSON
    kind = _type_of(text)
    raise NotImportedError(
        f"{file.name} is JSON, but no FeatureCollection{kind}. GeoJSON and Linked Places are read. Nothing was "
        "replaced."
    )


def _type_of(text: str) -> str:
    try:
        content = json.loads(text)
    except ValueError:
        return ""
    found = content.get("type") if isinstance(content, dict) else type(content).__name__
    return f" but {str(found)[:40]!r}" if found else ""


def _most(rows: Sequence[list[str]], fits: Callable[[list[str]], bool]) -> bool:
    return sum(map(fits, rows)) * 2 > len(rows)


def _is_number(cell: str) -> bool:
    return cell.strip("\ufeff").isdecimal()


def _is_decimal(cell: str) -> bool:
    """Tell a number with a fraction, as no header has one."""
    return re.fullmatch(r"-?\d+\.\d+", cell) is not None


def _is_names(row: list[str]) -> bool:
    return len(row) in (8, 10) and _is_number(row[0]) and _is_number(row[1]) and not _is_number(row[3])


def _is_dump(row: list[str]) -> bool:
    """A dump that lost a column is still seen as one, so that the user hears what is wrong with it."""
    return len(row) == 19 or (len(row) >= 12 and _is_number(row[0]) and not _is_number(row[1]))


def _is_countries(row: list[str]) -> bool:
    return row[0].startswith("#") or (len(row) >= 17 and len(row[0]) == 2 and len(row[1]) == 3 and row[0].isupper())


_TESTS: tuple[tuple[Format | Companion, Callable[[Sequence[list[str]]], bool]], ...] = (
    (Companion.NAMES, lambda rows: _most(rows, _is_names)),
    (Companion.REGIONS, lambda rows: _most(rows, lambda row: len(row) == 4 and bool(_REGION_CODE.match(row[0])))),
    (Companion.DISTRICTS, lambda rows: _most(rows, lambda row: len(row) == 4 and bool(_DISTRICT_CODE.match(row[0])))),
    (
        Companion.HIERARCHY,
        lambda rows: _most(rows, lambda row: len(row) in (2, 3) and _is_number(row[0]) and _is_number(row[1])),
    ),
    (Companion.COUNTRIES, lambda rows: _most(rows, _is_countries) and any(len(row) >= 17 for row in rows)),
    (Format.GEONAMES, lambda rows: any(map(_is_decimal, rows[0])) and _most(rows, _is_dump)),
)
