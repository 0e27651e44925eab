"""Rows of a GeoNames dump: checked, reduced to what is kept, and dealt into buckets, with what they say of regions."""

import re
from collections import Counter
from dataclasses import dataclass, field

from gazetteer.errors import NotImportedError
from gazetteer.jobs import Job
from gazetteer.places.importing.buckets import Buckets
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.progress import EVERY_ROWS, Meter
from gazetteer.places.importing.report import JUDGED_ROWS, Tally
from gazetteer.places.importing.seen import SeenNumbers

LAYOUT = (
    "19 columns parted by tabs, in UTF-8, without a header: geonameid, name, asciiname, alternatenames, latitude, "
    "longitude, feature class, feature code, country code, cc2, admin1, admin2, admin3, admin4, population, elevation, "
    "dem, timezone, modification date"
)
CUT_OFF = "the file ends in the middle of this row; it is probably cut off"
NOT_UTF8 = "bytes that are not UTF-8"

_CLASSES = frozenset("AHLPRSTUV") | {""}
_COUNTRY = re.compile(r"[A-Z]{2}|")
_CODE = re.compile(r"[A-Z0-9]{0,12}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_NAME = 200
_FEW, _SHARE = 20, 1000
"""More rows that are not UTF-8 than this, and than one in this many: the file is in another encoding."""


@dataclass(slots=True)
class Known:
    """What a dump says of itself, noted while its rows are dealt."""

    seen: SeenNumbers = field(default_factory=SeenNumbers)
    regions: dict[str, int] = field(default_factory=dict)
    """GeoNames code (`UA.14`, `UA.14.4410`) -> id of the row that is this region"""
    countries: dict[str, int] = field(default_factory=dict)
    people: Counter[str] = field(default_factory=Counter)
    """GeoNames code -> people of the towns in it"""
    rows: int = 0
    """how many were dealt"""
    newest: str = ""
    """the latest modification date, ISO 8601"""


def deal_rows(file: SourceFile, buckets: Buckets, known: Known, job: Job, tally: Tally) -> None:
    """Check every row of a dump and write the good ones into their bucket.

    Raises `NotImportedError` when most of the first rows are refused, or the file is not in UTF-8.
    """
    meter = Meter(job, f"reading {file.name}", file.size)
    done = number = 0
    write, count, add = buckets.write, buckets.number, known.seen.add
    foreign_before = tally.refused[NOT_UTF8]
    tally.begin()
    with file.open() as stream:
        for number, raw in enumerate(stream, 1):
            done += len(raw)
            if not number % EVERY_ROWS:
                meter.at(number, done)
            if number == JUDGED_ROWS + 1:
                tally.judge(file.name, number, LAYOUT)
            try:
                cells = raw.decode().rstrip("\r\n").split("\t")
            except UnicodeDecodeError:
                tally.refuse(file.name, number, NOT_UTF8, raw.decode("latin-1").rstrip("\r\n"))
                continue
            if fault := _fault(cells, raw, number):
                tally.refuse(file.name, number, fault, "\t".join(cells))
                continue
            key = int(cells[0])
            if add(key):
                known.rows += 1
                _note(known, cells, key)
                write[key % count](_kept(cells))
            else:
                tally.refuse(file.name, number, "this id came before; the first row was kept", "\t".join(cells))
    tally.rows += number
    tally.judge(file.name, number, LAYOUT)
    _judge_encoding(file, number, tally.refused[NOT_UTF8] - foreign_before)


def _fault(cells: list[str], raw: bytes, number: int) -> str:
    """Return what is wrong with a row, empty where it is good."""
    if len(cells) != 19:
        cut = len(cells) < 19 and raw[-1:] != b"\n"
        return CUT_OFF if cut else f"{len(cells)} columns where 19 are expected"
    if number == 1:
        cells[0] = cells[0].removeprefix("\ufeff")
    key, name, latitude, longitude = cells[0], cells[1], cells[4], cells[5]
    if not (key.isascii() and key.isdecimal() and len(key) <= 12):
        return "the id is not a number"
    if not name or len(name) > _LONGEST_NAME or name.isspace():
        return f"no name, or one of more than {_LONGEST_NAME} letters"
    try:
        on_earth = -90 <= float(latitude) <= 90 and -180 <= float(longitude) <= 180
    except ValueError:
        return "the position is not a number"
    if not on_earth:
        return "the position is out of range (latitude -90 to 90, longitude -180 to 180 degrees)"
    if cells[6] not in _CLASSES or not _CODE.fullmatch(cells[7]):
        return "the feature class or code is none of GeoNames'"
    if not _COUNTRY.fullmatch(cells[8]):
        return "the country is not a code of two letters"
    if cells[14] and not cells[14].isdecimal():
        return "the population is not a number"
    if cells[18] and not _DATE.fullmatch(cells[18]):
        return CUT_OFF if raw[-1:] != b"\n" else "the modification date is none"
    return ""


def _note(known: Known, cells: list[str], key: int) -> None:
    """Note what a row says of regions, of the people in them, and of the dump's age."""
    letter, code, country, people = cells[6], cells[7], cells[8], cells[14]
    if letter == "A":
        if code == "ADM1":
            known.regions.setdefault(f"{country}.{cells[10]}", key)
        elif code == "ADM2":
            known.regions.setdefault(f"{country}.{cells[10]}.{cells[11]}", key)
        elif code.startswith("PCL") and code != "PCLH":
            known.countries.setdefault(country, key)
    elif letter == "P" and len(people) > 1 and code != "PPLX":
        number = int(people)
        known.people[f"{country}.{cells[10]}"] += number
        known.people[f"{country}.{cells[10]}.{cells[11]}"] += number
    if cells[18] > known.newest:
        known.newest = cells[18]


def _kept(cells: list[str]) -> bytes:
    """Return a row as the buckets hold it: id, name, ASCII name, others, position, feature, country, codes, people."""
    feature = f"{cells[6] or 'L'}.{cells[7]}" if cells[7] else f"{cells[6] or 'L'}.LCTY"
    kept = (*cells[:6], feature, cells[8], cells[10], cells[11], cells[14])
    return ("\t".join(kept) + "\n").encode()


def _judge_encoding(file: SourceFile, rows: int, foreign: int) -> None:
    if foreign > _FEW and foreign * _SHARE > rows:
        raise NotImportedError(
            f"{file.name} is not in UTF-8: {foreign:,} of its {rows:,} rows hold other bytes (Latin-1 or a Windows "
            "code page). GeoNames offers its dumps in UTF-8; fetch it again, or convert it. Nothing was replaced."
        )
