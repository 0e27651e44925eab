"""Reads settlements of Ukraine with their codifier codes (KATOTTG) and coordinates."""

import re
from collections.abc import Iterator, Mapping

from gazetteer.errors import NotImportedError
from gazetteer.jobs import Job
from gazetteer.places.draft import Draft
from gazetteer.places.importing.columns import columns_of, numbered
from gazetteer.places.importing.features import precision_of
from gazetteer.places.importing.fields import PlaceMaker, RowFault, position_in
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.report import Tally
from gazetteer.places.importing.tables import Row, Table, look_at, rows_of
from gazetteer.places.records import NameKind
from gazetteer.places.transliteration import System, transliterate

LAYOUT = "a table with a header: code (UA and 17 digits), name, category (M, T, X, C ...), latitude, longitude"
CODE = re.compile(r"^UA\d{17}$")
_FEATURES = {
    "O": "A.ADM1", "K": "P.PPLA", "P": "A.ADM2", "H": "A.ADM3", "M": "P.PPL", "T": "P.PPL", "X": "P.PPL", "C": "P.PPL",
    "B": "P.PPLX",
}  # fmt: skip
_CYRILLIC_CATEGORIES = str.maketrans("ОКРНМТХСВ", "OKPHMTXCB")


class KatottgReader:
    """Reads one table of the codifier's units; place ids are `katottg:CODE`."""

    def __init__(self, file: SourceFile, said: Mapping[str, str], maker: PlaceMaker, job: Job, tally: Tally) -> None:
        """Look at the table. Raises `NotImportedError` where no column holds codes."""
        self.version = ""
        self._maker, self._job, self._tally = maker, job, tally
        self._table = look_at(file, job, tally)
        self._headless = numbered(said, self._table.header)
        self._columns = columns_of(self._table.header, said, file.name)
        self._codes = [self._columns["id"]] if "id" in said else _code_columns(self._table)
        if not self._codes:
            raise NotImportedError(f"{file.name} holds no KATOTTG codes. Expected: {LAYOUT}. Nothing was replaced.")

    def drafts(self) -> Iterator[Draft]:
        """Yield a draft for every good row."""
        table = self._table
        for row in rows_of(table, self._job, self._tally, LAYOUT, headless=self._headless):
            try:
                draft = self._draft(row)
            except RowFault as fault:
                text = table.delimiter.join(row.cells)
                self._tally.refuse(table.file.name, row.line, str(fault), text, row.number)
            else:
                yield draft

    def _draft(self, row: Row) -> Draft:
        said = {target: row.cells[index] for target, index in self._columns.items()}
        code = next((cell for index in reversed(self._codes) if (cell := row.cells[index].strip())), "")
        if not CODE.match(code):
            raise RowFault("the code is not UA and 17 digits")
        name = " ".join(said["name"].split())
        if not name:
            raise RowFault("no name")
        position = position_in(said)
        if not self._maker.seen.add(f"katottg:{code}"):
            raise RowFault("this id came before; the first row was kept")
        feature = self._feature(said.get("feature", ""))
        draft = Draft(
            f"katottg:{code}", transliterate(name, "uk", System.NATIONAL) or name, feature, "UA", position.latitude,
            position.longitude, self._maker.slug, precision_of(feature), position.radius_m, local_name=name,
        )  # fmt: skip
        draft.add(draft.name, NameKind.MAIN)
        draft.add(name, NameKind.OFFICIAL, "uk")
        self._add_parents(draft, code)
        return draft

    def _feature(self, category: str) -> str:
        letter = category.strip().upper().translate(_CYRILLIC_CATEGORIES)[:1]
        if letter not in _FEATURES:
            self._tally.remark(f"The category {category.strip()[:20]!r} is not the codifier's; taken as a settlement")
        return _FEATURES.get(letter, "P.PPL")

    def _add_parents(self, draft: Draft, code: str) -> None:
        reference = self._maker.reference
        first, second = reference.settlement_region(code[:6])
        draft.admin1 = "" if draft.feature == "A.ADM1" else first
        draft.admin2 = "" if draft.feature in ("A.ADM1", "A.ADM2") else second
        for place_id in (draft.admin1, draft.admin2, reference.country("UA")):
            if place_id:
                reference.need(place_id)


def _code_columns(table: Table) -> list[int]:
    """Return the columns that hold codes; the codifier itself has one a level, the row's own is the last filled."""
    rows = [table.header, *table.sample]
    wide = len(table.header)
    return [index for index in range(wide) if any(CODE.match(row[index]) for row in rows if len(row) == wide)]
