"""Rows of a GeoNames dump: checked, reduced to what is kept, and dealt into buckets, with what they say of regions."""

from collections import Counter
from dataclasses import dataclass, field

from gazetteer.errors import NotImportedError
from gazetteer.jobs import Job
from gazetteer.places.importing.buckets import Buckets
from gazetteer.places.importing.features import PLAIN
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.progress import EVERY_ROWS, Meter
from gazetteer.places.importing.report import CUT_OFF, JUDGED_ROWS, Tally
from gazetteer.places.importing.seen import SeenNumbers

LAYOUT = (
    "19 columns parted by tabs, in UTF-8, without a header: geonameid, name, asciiname, alternatenames, latitude, "
    "longitude, feature class, feature code, country code, cc2, admin1, admin2, admin3, admin4, population, elevation, "
    "dem, timezone, modification date"
)
NOT_UTF8 = "bytes that are not UTF-8"

_CLASSES = frozenset("AHLPRSTUV") | {""}
_LONGEST_NAME = 200
_FOREIGN = ((20, 1000), (2, 20))
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

    def note(self, cells: list[str], key: int) -> str:
        """Note what a good row says of regions, of people in them and of the dump's age; return what is kept of it.

        That is id, name, ASCII name, others, latitude, longitude, feature, country, admin1, admin2, people.
        """
        letter, code, country, people, date = cells[6], cells[7], cells[8], cells[14], cells[18]
        self.rows += 1
        if letter == "A":
            self._note_area(code, country, cells[10], cells[11], key)
        elif letter == "P" and len(people) > 1 and code != "PPLX":
            region = f"{country}.{cells[10]}"
            self.people[region] += int(people)
            self.people[f"{region}.{cells[11]}"] += int(people)
        if date > self.newest:
            self.newest = date[:10]
        first = "\t".join(cells[:6])
        feature = f"{letter}.{code}" if letter and code else PLAIN.get(letter, "L.LCTY")
        return f"{first}\t{feature}\t{country}\t{cells[10]}\t{cells[11]}\t{people}\n"

    def _note_area(self, code: str, country: str, first: str, second: str, key: int) -> None:
        if code == "ADM1":
            self.regions.setdefault(f"{country}.{first}", key)
        elif code == "ADM2":
            self.regions.setdefault(f"{country}.{first}.{second}", key)
        elif code.startswith("PCL") and code != "PCLH":
            self.countries.setdefault(country, key)


def deal_rows(file: SourceFile, buckets: Buckets, known: Known, job: Job, tally: Tally) -> None:
    """Check every row of a dump and write the good ones into their bucket.

    Raises `NotImportedError` when most of the first rows are refused, or the file is not in UTF-8.
    """
    meter = Meter(job, f"reading {file.name}", file.size)
    done = number = 0
    write, count, add, note = buckets.write, buckets.number, known.seen.add, known.note
    foreign_before = tally.refused[NOT_UTF8]
    tally.begin()
    with file.open() as stream:
        for number, raw in enumerate(stream, 1):
            done += len(raw)
            if not number % EVERY_ROWS:
                meter.at(number, done)
            if number == JUDGED_ROWS + 1:
                _judge(file, number, tally, foreign_before)
            try:
                cells = raw.decode().split("\t")
            except UnicodeDecodeError:
                tally.refuse(file.name, number, NOT_UTF8, raw.decode("latin-1").rstrip("\r\n"))
                continue
            fault = _fault(cells, number)
            if not fault:
                key = int(cells[0])
                if add(key):
                    kept = note(cells, key)
                    write[key % count](kept.encode())
                    continue
                fault = "this id came before; the first row was kept"
            tally.refuse(file.name, number, fault, "\t".join(cells).rstrip("\r\n"))
    tally.rows += number
    _judge(file, number, tally, foreign_before)


def _fault(cells: list[str], number: int) -> str:
    """Return what is wrong with a row, empty where it is good."""
    if len(cells) != 19:
        cut = len(cells) < 19 and cells[-1][-1:] != "\n"
        return CUT_OFF if cut else f"{len(cells)} columns where 19 are expected"
    key, name, _, _, latitude, longitude, letter, code, country, *_, population, _, _, _, date = cells
    if number == 1:
        key = cells[0] = key.removeprefix("\ufeff")
    if not (key.isdecimal() and key.isascii() and len(key) <= 12):
        return "the id is not a number"
    if not 0 < len(name) <= _LONGEST_NAME or name.isspace():
        return f"no name, or one of more than {_LONGEST_NAME} letters"
    try:
        on_earth = -90 <= float(latitude) <= 90 and -180 <= float(longitude) <= 180
    except ValueError:
        return "the position is not a number"
    if not on_earth:
        return "the position is out of range (latitude -90 to 90, longitude -180 to 180 degrees)"
    if letter not in _CLASSES or len(letter) > 1 or not ((code.isalnum() and code.isupper()) or not code):
        return "the feature class or code is none of GeoNames'"
    if country and not (len(country) == 2 and country.isupper() and country.isalpha()):
        return "the country is not a code of two letters"
    if population and not population.isdecimal():
        return "the population is not a number"
    if date[4:5] + date[7:8] != "--" and not date.isspace():
        return CUT_OFF if date[-1:] != "\n" else "the modification date is none"
    return CUT_OFF if len(date) < 10 and date[-1:] != "\n" else ""


def _judge(file: SourceFile, rows: int, tally: Tally, foreign_before: int) -> None:
    foreign = tally.refused[NOT_UTF8] - foreign_before
    if any(foreign > few and foreign * share > rows for few, share in _FOREIGN):
        raise NotImportedError(
            f"{file.name} is not in UTF-8: {foreign:,} of its {rows:,} rows hold other bytes (Latin-1 or a Windows "
            "code page). GeoNames offers its dumps in UTF-8; fetch it again, or convert it. Nothing was replaced."
        )
    tally.judge(file.name, rows, LAYOUT)
