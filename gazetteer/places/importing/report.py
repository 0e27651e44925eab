"""What an import took and refused, each refused row with its line and the reason in words."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from gazetteer.errors import InputError, NotImportedError
from gazetteer.places.library import LibraryEntry

EXAMPLES = 20
"""How many rows are shown for each reason."""

JUDGED_ROWS = 1000
"""When more than half of this many first rows are refused, the file is taken to be something else."""

CUT_OFF = "the file ends in the middle of this row; it is probably cut off"

_SHOWN = 160
_REMARKS = 50


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was left out: its file, its number there (a line, or a feature), why, and how it begins."""

    file: str
    line: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of an import. rows = accepted + refused; `references` are places copied from the bundled gazetteer."""

    entry: LibraryEntry
    rows: int
    accepted: int
    references: int
    refused: dict[str, int]
    refused_aside: int
    """rows of companion files (names, codes) that were refused"""
    examples: dict[str, list[Refusal]]
    warnings: list[str]
    seconds: float

    @property
    def refused_rows(self) -> int:
        """How many rows were refused, for whatever reason."""
        return sum(self.refused.values())

    def lines(self) -> list[str]:
        """Return the report in lines for people, the first refused rows of every reason under it."""
        entry, minutes = self.entry, self.seconds / 60
        took = f"{minutes:.1f} minutes" if minutes >= 2 else f"{self.seconds:.0f} seconds"
        lines = [
            f"{entry.title} ({entry.slug}): {self.accepted:,} of {self.rows:,} rows imported, {self.refused_rows:,} "
            f"refused; {entry.names:,} names; {took}."
        ]
        if self.references:
            lines.append(f"With {self.references:,} countries and regions that the rows refer to.")
        if self.refused_aside:
            lines.append(f"In the files of names and codes {self.refused_aside:,} rows were refused.")
        lines += self.warnings
        for reason, shown in self.examples.items():
            number = self.refused.get(reason)
            lines.append(f"Refused{f', {number:,} rows' if number else ''}: {reason}")
            lines += [f"  {refusal.file}:{refusal.line}: {refusal.text}" for refusal in shown]
        return lines


@dataclass(slots=True)
class Tally:
    """Counts rows as they are read, and keeps the first refused ones of every reason."""

    refused_path: Path | None = None
    """a file to write every refused row to, tab-separated"""
    rows: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    aside: Counter[str] = field(default_factory=Counter)
    """refused rows of companion files, by reason"""
    examples: dict[str, list[Refusal]] = field(default_factory=dict)
    remarks: Counter[str] = field(default_factory=Counter)
    """what was odd and taken all the same, with the number of rows"""
    said: list[str] = field(default_factory=list)
    cut_off: list[str] = field(default_factory=list)
    """files that end in the middle of a row"""
    _early: int = 0
    _latest: dict[str, Refusal] = field(default_factory=dict)
    _reasons: Counter[str] = field(default_factory=Counter)
    _file: IO[str] | None = None
    _writer: Any = None

    def refuse(
        self, file: str, line: int, reason: str, text: str, row: int | None = None, *, aside: bool = False
    ) -> None:
        """Count a refused row; `row` is its number among the rows where that is not the line's.

        `aside`: a row of a companion file, which is no place.
        """
        refusal = Refusal(file, line, reason, text[:_SHOWN])
        (self.aside if aside else self.refused)[reason] += 1
        shown = self.examples.setdefault(reason, [])
        if len(shown) < EXAMPLES:
            shown.append(refusal)
        self._write(refusal, text)
        if reason == CUT_OFF:
            self.cut_off.append(file)
        if (row or line) <= JUDGED_ROWS:
            self._early += 1
            self._reasons[reason] += 1
            self._latest.setdefault(reason, refusal)

    def begin(self) -> None:
        """Start judging the first rows of another file."""
        self._early = 0
        self._reasons.clear()
        self._latest.clear()

    def judge(self, file: str, rows: int, layout: str) -> None:
        """Raise `NotImportedError` when most of a file's first rows were refused; `layout` says what was expected."""
        first = min(rows, JUDGED_ROWS)
        if not first:
            raise NotImportedError(f"{file} has no rows. Expected: {layout}. Nothing was replaced.")
        if self._early * 2 <= first:
            return
        reason, _ = self._reasons.most_common(1)[0]
        example = self._latest[reason]
        raise NotImportedError(
            f"{file} cannot be imported: {self._early:,} of its first {first:,} rows were refused, most because of "
            f"this: {reason} (row {example.line}: {example.text!r}). Expected: {layout}. Nothing was replaced."
        )

    def warn(self, words: str) -> None:
        """Keep a sentence for the report, once."""
        if words not in self.said:
            self.said.append(words)

    def remark(self, words: str) -> None:
        """Count a row with something odd that did not keep it out."""
        if words in self.remarks or len(self.remarks) < _REMARKS:
            self.remarks[words] += 1
        else:
            self.remarks["Further remarks of this kind"] += 1

    def warnings(self) -> list[str]:
        """Return what was said and remarked, in sentences."""
        cut = [
            f"{file} ends in the middle of a row: what came after it is missing. Fetch it again."
            for file in self.cut_off
        ]
        return cut + self.said + [f"{words} ({number:,} rows)." for words, number in self.remarks.most_common()]

    def _write(self, refusal: Refusal, text: str) -> None:
        if self._writer is not None:
            self._writer.writerow([refusal.file, refusal.line, refusal.reason, text])

    def __enter__(self) -> Self:
        """Open the file for refused rows, so that one that cannot be written is told before hours of reading."""
        if self.refused_path is not None:
            try:
                self._file = self.refused_path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
            except OSError as error:
                raise InputError(
                    f"The file for refused rows, {self.refused_path}, cannot be written: {error.strerror}. Nothing was "
                    "read or replaced."
                ) from error
            self._writer = csv.writer(self._file, dialect="excel-tab", lineterminator="\n")
            self._writer.writerow(["file", "line", "reason", "row"])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()
