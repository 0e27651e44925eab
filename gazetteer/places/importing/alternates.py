"""GeoNames' table of alternate names: language, kind and time of use of each, dealt into buckets by place."""

from gazetteer.jobs import Job
from gazetteer.places.importing.buckets import Buckets
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.progress import EVERY_ROWS, Meter
from gazetteer.places.importing.report import CUT_OFF, JUDGED_ROWS, Tally
from gazetteer.places.importing.seen import SeenNumbers
from gazetteer.places.junk import is_junk
from gazetteer.places.records import NameKind

LAYOUT = (
    "10 columns parted by tabs, in UTF-8: alternateNameId, geonameid, isolanguage, name, isPreferredName, isShortName, "
    "isColloquial, isHistoric, from, to"
)
NOT_NAMES = frozenset({"post", "icao", "faac", "link", "wkdt", "unlc", "tcid", "phon"})
"""Pseudo-languages of postal codes, codes of airports and ports, links and the like."""

_ABBREVIATIONS = frozenset({"abbr", "iata"})
_LONGEST = 200
_OTHER_TAGS = {"piny": ("zh-Latn", NameKind.TRANSLITERATION), "fr_1793": ("fr", NameKind.HISTORIC)}


def deal_names(file: SourceFile, known: SeenNumbers, buckets: Buckets, job: Job, tally: Tally) -> None:
    """Write every name of a known place into the place's bucket as `id, kind, language, name, period`.

    Raises `NotImportedError` when most of the first rows are refused.
    """
    meter = Meter(job, f"reading {file.name}", file.size)
    done = number = 0
    write, count = buckets.write, buckets.number
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
                key = int(cells[1])
            except (UnicodeDecodeError, ValueError, IndexError) as error:
                _refuse(tally, file, number, raw, error)
                continue
            if len(cells) not in (8, 10):
                _refuse(tally, file, number, raw, None)
            elif key in known and (line := name_line(cells)):
                write[key % count](line.encode())
    tally.judge(file.name, number, LAYOUT)


def name_line(cells: list[str]) -> str:
    """Return a row as the buckets hold it, empty for what is no name."""
    lang, name = cells[2], " ".join(cells[3].split())
    if lang in NOT_NAMES or not name or len(name) > _LONGEST:
        return ""
    if not lang and is_junk(name, ""):
        return ""
    flags = cells[4] + cells[5] + cells[6] + cells[7]
    kind = _kind(cells) if flags else NameKind.TAGGED if lang else NameKind.ALTERNATE
    if len(lang) > 3:
        if lang in _ABBREVIATIONS:
            kind, lang = NameKind.ABBREVIATION, ""
        elif lang in _OTHER_TAGS:
            lang, kind = _OTHER_TAGS[lang]
    period = f"{cells[8].strip()}/{cells[9].strip()}" if len(cells) == 10 and (cells[8] or cells[9]) else ""
    return f"{cells[1]}\t{kind:d}\t{lang}\t{name}\t{period}\n"


def _kind(cells: list[str]) -> NameKind:
    """Return what the flags say; the stronger reservation wins."""
    if cells[7] == "1":
        return NameKind.HISTORIC
    if cells[6] == "1":
        return NameKind.COLLOQUIAL
    if cells[5] == "1":
        return NameKind.SHORT
    if not cells[2]:
        return NameKind.ALTERNATE
    return NameKind.OFFICIAL if cells[4] == "1" else NameKind.TAGGED


def _refuse(tally: Tally, file: SourceFile, number: int, raw: bytes, error: Exception | None) -> None:
    if isinstance(error, UnicodeDecodeError):
        reason = "bytes that are not UTF-8"
    elif isinstance(error, ValueError):
        reason = "the id of the place is not a number"
    elif not raw.endswith(b"\n"):
        reason = CUT_OFF
    else:
        columns = raw.count(b"\t") + 1
        reason = f"{columns} columns where 10 are expected"
    tally.refuse(file.name, number, reason, raw.decode(errors="backslashreplace").rstrip("\r\n"), aside=True)
