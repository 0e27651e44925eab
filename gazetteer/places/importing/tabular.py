"""Reads a CSV or TSV table whose columns say what a place is called and where it lies."""

from collections.abc import Iterator, Mapping

from gazetteer.jobs import Job
from gazetteer.places.draft import Draft
from gazetteer.places.importing.columns import columns_of, numbered
from gazetteer.places.importing.fields import PlaceMaker, RowFault
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.report import Tally
from gazetteer.places.importing.tables import look_at, rows_of

LAYOUT = "a table with a header, a name and a latitude and longitude in degrees in each row"


class TableReader:
    """Reads one table; `version` stays empty, tables do not say from when they are."""

    def __init__(self, file: SourceFile, said: Mapping[str, str], maker: PlaceMaker, job: Job, tally: Tally) -> None:
        """Look at the table. Raises `NotImportedError` where its columns are not those of places."""
        self.version = ""
        self._maker, self._job, self._tally = maker, job, tally
        self._table = look_at(file, job, tally)
        self._headless = numbered(said, self._table.header)
        self._columns = columns_of(self._table.header, said, file.name)

    def drafts(self) -> Iterator[Draft]:
        """Yield a draft for every good row."""
        table, columns = self._table, self._columns.items()
        for row in rows_of(table, self._job, self._tally, LAYOUT, headless=self._headless):
            try:
                draft = self._maker.draft({target: row.cells[index] for target, index in columns})
            except RowFault as fault:
                text = table.delimiter.join(row.cells)
                self._tally.refuse(table.file.name, row.line, str(fault), text, row.number)
            else:
                yield draft
