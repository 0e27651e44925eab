"""Tables of text: comma, semicolon, tab or bar between cells, any encoding, read row by row."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from gazetteer.errors import NotImportedError
from gazetteer.jobs import Job
from gazetteer.places.importing.charset import Charset, charset_of, undecoded
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.progress import Meter
from gazetteer.places.importing.report import CUT_OFF, JUDGED_ROWS, Tally

_DELIMITERS = "\t;,|"
_SAMPLE = 2**16
_SAMPLE_ROWS = 60
_LONGEST_CELL = 2**20
_LONGEST_ROW_LINES = 200
_EVERY = 2000

csv.field_size_limit(_LONGEST_CELL)


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is written, the cells of its first row, and the rows it was judged by."""

    file: SourceFile
    charset: Charset
    delimiter: str
    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of a row, with its number among the rows (from 1) and the line at which it begins."""

    number: int
    line: int
    cells: list[str]


def look_at(file: SourceFile, job: Job, tally: Tally) -> Table:
    """Find out how a table is written; what had to be guessed is said in the report."""
    charset = charset_of(file, job)
    if charset.guessed:
        tally.warn(f"{file.name} is not UTF-8; it was read as {charset.encoding}. Look at the names with accents.")
    lines = _first_lines(file, charset)
    if not lines:
        raise NotImportedError(f"{file.name} has no rows. Nothing was replaced.")
    delimiter = delimiter_of(lines)
    header, *sample = ([" ".join(cell.split()) for cell in row] for row in csv.reader(lines, delimiter=delimiter))
    return Table(file, charset, delimiter, tuple(header), tuple(map(tuple, sample)))


def delimiter_of(lines: list[str]) -> str:
    """Return the sign that parts the most rows into as many cells as the first row has."""
    return max(_DELIMITERS, key=lambda delimiter: _fit(lines, delimiter))


def _fit(lines: list[str], delimiter: str) -> tuple[float, int]:
    try:
        rows = [row for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return 0.0, 0
    wide = len(rows[0]) if rows else 0
    if wide < 2:
        return 0.0, 0
    return sum(len(row) == wide for row in rows) / len(rows), wide


def _first_lines(file: SourceFile, charset: Charset) -> list[str]:
    text = file.head(_SAMPLE).decode(charset.encoding, errors="ignore")
    lines = io.StringIO(text, newline="").readlines()
    if file.size > _SAMPLE and len(lines) > 1:
        lines.pop()  # the sample ends within it
    return [line for line in lines if line.strip()][:_SAMPLE_ROWS]


def rows_of(table: Table, job: Job, tally: Tally, layout: str, *, headless: bool = False) -> Iterator[Row]:
    """Yield the rows below the header, or from the first on; those of another width are refused.

    `layout` says what is expected. Raises `NotImportedError` when most first rows are refused, by the caller too.
    """
    tally.begin()
    number, name = 0, table.file.name
    rows = _parsed(table, Meter(job, f"reading {name}", table.file.size))
    if not headless:
        next(rows, None)
    for line, cells, cut in rows:
        number += 1
        tally.rows += 1
        if number == JUDGED_ROWS + 1:
            tally.judge(name, number, layout)
        fault = _misfit(cells, len(table.header), cut) or _foreign(cells)
        if fault:
            tally.refuse(name, line, fault, table.delimiter.join(cells), number)
        else:
            yield Row(number, line, cells)
    tally.judge(name, number, layout)


def _misfit(cells: list[str], wide: int, cut: bool) -> str:
    if len(cells) == wide or (len(cells) > wide and not any(cells[wide:])):
        return ""
    if cut and len(cells) < wide:
        return CUT_OFF
    return f"{len(cells)} cells where the header has {wide}"


def _foreign(cells: list[str]) -> str:
    return "bytes that are not UTF-8" if any(undecoded(cell) for cell in cells) else ""


class _Lines:
    """The lines of a text; remembers whether the last one was whole."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self.last = ""

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self.last = line
            yield line.replace("\x00", "")


def _parsed(table: Table, meter: Meter) -> Iterator[tuple[int, list[str], bool]]:
    """Yield (line, cells, whether the file ends within it) of all rows that are not blank."""
    with table.file.open() as octets:
        text = io.TextIOWrapper(octets, encoding=table.charset.encoding, errors="surrogateescape", newline="")
        lines = _Lines(text)
        waiting: tuple[int, list[str]] | None = None
        for number, (line, cells) in enumerate(_records(table, lines)):
            if not number % _EVERY:
                meter.at(number, octets.tell())
            if waiting is not None:
                yield *waiting, False
            waiting = line, cells
        if waiting is not None:
            yield *waiting, not lines.last.endswith(("\n", "\r"))


def _records(table: Table, lines: _Lines) -> Iterator[tuple[int, list[str]]]:
    reader, line = csv.reader(lines, delimiter=table.delimiter), 1
    try:
        for cells in reader:
            if reader.line_num - line > _LONGEST_ROW_LINES:
                raise csv.Error(f"the row goes on for {reader.line_num - line:,} lines")
            if any(cells):
                yield line, cells
            line = reader.line_num + 1
    except (csv.Error, UnicodeError) as error:
        raise NotImportedError(
            f"{table.file.name}, line {line}: {error}. Most likely a quotation mark there is never closed. Mend the "
            "line; nothing was replaced."
        ) from error
