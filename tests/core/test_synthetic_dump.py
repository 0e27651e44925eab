"""The made-up GeoNames dump: the layout of the real one, every name's place in it, the same bytes each time."""

from collections import Counter
from pathlib import Path

import pytest

from tests.bench.synthetic_dump import LONGEST_ALTERNATES, write_dump

ROWS = 6_000
FILES = {"allCountries.txt": 19, "alternateNamesV2.txt": 10, "admin1CodesASCII.txt": 4, "admin2Codes.txt": 4}


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dump")
    places, alternates = write_dump(folder, ROWS)
    assert places == ROWS
    assert alternates == len(_rows(folder, "alternateNamesV2.txt"))
    return folder


def _rows(folder: Path, name: str) -> list[list[str]]:
    return [line.split("\t") for line in (folder / name).read_text("utf-8").split("\n")[:-1]]


def test_every_row_has_the_columns_of_the_real_dump(dump: Path) -> None:
    assert sorted(path.name for path in dump.iterdir()) == sorted(FILES)
    for name, columns in FILES.items():
        assert {len(row) for row in _rows(dump, name)} == {columns}


def test_ids_are_unique_and_every_alternate_name_has_its_place(dump: Path) -> None:
    ids = [row[0] for row in _rows(dump, "allCountries.txt")]
    assert len(set(ids)) == ROWS
    alternates = _rows(dump, "alternateNamesV2.txt")
    assert {row[1] for row in alternates} <= set(ids)
    assert len({row[0] for row in alternates}) == len(alternates)


def test_places_lie_in_regions_that_the_code_files_name(dump: Path) -> None:
    first = {row[0] for row in _rows(dump, "admin1CodesASCII.txt")}
    second = {row[0] for row in _rows(dump, "admin2Codes.txt")}
    rows = [row for row in _rows(dump, "allCountries.txt") if row[11]]
    assert len(rows) > ROWS / 3
    known = [f"{row[8]}.{row[10]}" in first and f"{row[8]}.{row[10]}.{row[11]}" in second for row in rows]
    assert sum(known) / len(known) > 0.98


def test_classes_names_and_positions_are_as_in_the_real_dump(dump: Path) -> None:
    rows = _rows(dump, "allCountries.txt")
    coined = [row for row in rows if int(row[0]) >= 20_000_000]
    shares = Counter(row[6] for row in coined)
    assert 0.36 < shares["P"] / len(coined) < 0.44
    assert all(-90 <= float(row[4]) <= 90 and -180 <= float(row[5]) <= 180 for row in rows)
    assert all(row[1] and row[2].isascii() and len(row[3]) <= LONGEST_ALTERNATES for row in rows)
    assert 0.25 < sum(bool(row[3]) for row in coined) / len(coined) < 0.4


def test_two_dumps_are_the_same(dump: Path, tmp_path: Path) -> None:
    write_dump(tmp_path, ROWS)
    assert all((tmp_path / name).read_bytes() == (dump / name).read_bytes() for name in FILES)
