"""Tables of places: columns by heading or by word, encodings, delimiters, and the codifier of Ukraine."""

from pathlib import Path

import pytest

from gazetteer.errors import InputError, NotImportedError
from gazetteer.jobs import Job
from gazetteer.model import Precision
from gazetteer.places.draft import Draft
from gazetteer.places.importing.columns import columns_of, parse_mapping
from gazetteer.places.importing.features import feature_of
from gazetteer.places.importing.fields import PlaceMaker, RowFault, position_in, split_names
from gazetteer.places.importing.files import source_file
from gazetteer.places.importing.katottg import KatottgReader
from gazetteer.places.importing.report import Tally
from gazetteer.places.importing.seen import SeenIds, SeenNumbers
from gazetteer.places.importing.tabular import TableReader
from gazetteer.places.records import NameKind
from tests.core import import_samples as samples
from tests.core.import_samples import LITHUANIA, VILNIUS_COUNTY, KnowsLithuania, write


class Imported:
    """What a reader made of a table."""

    def __init__(self, path: Path, *mapping: str, kind: type[TableReader | KatottgReader] = TableReader) -> None:
        self.tally, self.reference = Tally(), KnowsLithuania()
        maker = PlaceMaker("mine", self.reference, self.tally)
        reader = kind(source_file(path), parse_mapping(mapping), maker, Job(), self.tally)
        self.drafts = list(reader.drafts())

    @property
    def only(self) -> Draft:
        (draft,) = self.drafts
        return draft


ROWS = ["name,lat,lon", "Pabradė,54.98101,25.76073", "Vilnius,54.68916,25.2798"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_delimiters_encodings_and_line_ends(tmp_path: Path, delimiter: str, encoding: str, newline: str) -> None:
    lines = [line.replace(",", delimiter) for line in ROWS]
    found = Imported(write(tmp_path / "t.txt", lines, newline=newline, encoding=encoding))
    assert [draft.name for draft in found.drafts] == ["Pabradė", "Vilnius"]
    assert (found.drafts[0].latitude, found.drafts[0].longitude) == (54.98101, 25.76073)
    assert (found.tally.rows, found.tally.refused.total()) == (2, 0)


def test_another_code_page_is_read_and_said(tmp_path: Path) -> None:
    lines = ["Ort;Breite;Länge", "Köln;50,94;6,96", "Düsseldorf;51,23;6,78", "Münster;51,96;7,63"]
    found = Imported(write(tmp_path / "orte.csv", lines, encoding="latin-1"))
    assert [draft.name for draft in found.drafts] == ["Köln", "Düsseldorf", "Münster"]
    assert found.drafts[0].latitude == 50.94
    assert any("not UTF-8; it was read as cp1252" in words for words in found.tally.warnings())


def test_a_damaged_row_of_utf_8_does_not_turn_the_others_to_mojibake(tmp_path: Path) -> None:
    rows = "name,lat,lon\n" + "".join(f"Šiauliai {n},55.9,23.{n}\n" for n in range(10, 40))
    (tmp_path / "t.csv").write_bytes(rows.encode() + b"K\xf6ln,50.9,6.9\n")
    found = Imported(tmp_path / "t.csv")
    assert {draft.name[:8] for draft in found.drafts} == {"Šiauliai"}
    assert dict(found.tally.refused) == {"bytes that are not UTF-8": 1}


def test_a_foreign_byte_far_into_a_file_still_counts(tmp_path: Path) -> None:
    rows = "name;lat;lon\n" + "".join(f"Ort {n};50.{n};6.{n}\n" for n in range(100_000))
    (tmp_path / "t.csv").write_bytes(rows.encode() + "Düren;50.8;6.5\nKöln;50.9;6.9\n".encode("latin-1"))
    found = Imported(tmp_path / "t.csv")
    assert [draft.name for draft in found.drafts[-2:]] == ["Düren", "Köln"]


def test_all_columns(tmp_path: Path) -> None:
    lines = [
        "id\tName\tname:pl\tname_de\tnames\tlocal name\told names\tlatitude\tlongitude\tcountry\tadmin1\tadmin2\ttype\t"
        "population\tradius_m",
        "v-1\tVilnius\tWilno\tWilna\tVilna; Wilnius\tVilniaus miestas\tVilno\t54.689\t25.28\tLitauen\t65\t86\tcity\t"
        "542 366\t9000",
    ]
    found = Imported(write(tmp_path / "t.tsv", lines))
    draft = found.only
    assert (draft.place_id, draft.source, draft.country, draft.feature) == ("mine:v-1", "mine", "LT", "P.PPL")
    assert (draft.population, draft.people, draft.radius_m) == (542366, 542366, 9000)
    assert (draft.admin1, draft.local_name) == (VILNIUS_COUNTY, "Vilniaus miestas")
    assert {key: kind for key, (kind, _) in draft.names.items()} == {
        ("Vilnius", ""): NameKind.MAIN,
        ("Wilno", "pl"): NameKind.TAGGED,
        ("Wilna", "de"): NameKind.TAGGED,
        ("Vilna", ""): NameKind.ALTERNATE,
        ("Wilnius", ""): NameKind.ALTERNATE,
        ("Vilniaus miestas", ""): NameKind.OFFICIAL,
        ("Vilno", ""): NameKind.HISTORIC,
    }
    assert LITHUANIA in found.reference.wanted
    assert VILNIUS_COUNTY in found.reference.wanted


def test_columns_by_word(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", ["Wo,Wo genau N,Wo genau O,Früher", "Köln,50.94,6.96,Cöln"])
    draft = Imported(path, "name=Wo,latitude=Wo genau N", "longitude=wo genau o,historic=4").only
    assert (draft.name, draft.longitude) == ("Köln", 6.96)
    assert draft.names["Cöln", ""][0] is NameKind.HISTORIC


def test_columns_by_number_where_there_is_no_header(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", ["Köln,50.94,6.96", "Bonn,50.73,7.1"])
    found = Imported(path, "name=1,latitude=2,longitude=3")
    assert [draft.name for draft in found.drafts] == ["Köln", "Bonn"]
    assert found.tally.rows == 2


@pytest.mark.parametrize("words", ["name", "name=", "colour=x", "name:=x", "=x"])
def test_a_mapping_that_says_nothing_is_refused(words: str) -> None:
    with pytest.raises(InputError, match=r"TARGET=COLUMN.*latitude"):
        parse_mapping([words])


def test_missing_columns_are_named_with_those_there_are(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", ["Bezeichner,Nord,Ost", "x,1,2"])
    with pytest.raises(NotImportedError, match=r"name or latitude or longitude.*Bezeichner, Nord, Ost.*--map name="):
        Imported(path)
    with pytest.raises(NotImportedError, match=r"no column 'Süd'.*Bezeichner"):
        Imported(path, "name=Bezeichner,latitude=Süd,longitude=Ost")


@pytest.mark.parametrize(
    ("header", "targets"),
    [
        ("Ortsname,Breitengrad,Längengrad", {"name": 0, "latitude": 1, "longitude": 2}),
        ("Название,Широта,Долгота", {"name": 0, "latitude": 1, "longitude": 2}),
        ("label,coordinate location", {"name": 0, "coordinates": 1}),
        ("id,X,Y,NAME", {"id": 0, "longitude": 1, "latitude": 2, "name": 3}),
        ("geonameid,name,lat,lng,feature class,feature code", {
            "geonames": 0, "name": 1, "latitude": 2, "longitude": 3, "class": 4, "feature": 5,
        }),
        ("lat,lon,geom,name", {"latitude": 0, "longitude": 1, "name": 3}),
    ],
)  # fmt: skip
def test_headings_are_understood(header: str, targets: dict[str, int]) -> None:
    assert columns_of(header.split(","), {}, "t.csv") == targets


@pytest.mark.parametrize(
    ("said", "position"),
    [
        ({"latitude": "54.689", "longitude": "25.28"}, (54.689, 25.28)),
        ({"latitude": "54,689", "longitude": "25,28"}, (54.689, 25.28)),
        ({"latitude": " -54.5 ", "longitude": "+25"}, (-54.5, 25)),
        ({"latitude": "54°41′21″N", "longitude": "25°16′47″E"}, (54.68917, 25.27972)),
        ({"coordinates": "54.689, 25.28"}, (54.689, 25.28)),
        ({"coordinates": "Point(25.28 54.689)"}, (54.689, 25.28)),
        ({"coordinates": "POINT (25.28 54.689)"}, (54.689, 25.28)),
        ({"coordinates": "54°41′21″N 25°16′47″E"}, (54.68917, 25.27972)),
    ],
)
def test_positions_as_people_write_them(said: dict[str, str], position: tuple[float, float]) -> None:
    found = position_in(said)
    assert (round(found.latitude, 5), round(found.longitude, 5)) == position


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({}, "no position"),
        ({"latitude": "54", "longitude": " "}, "no position"),
        ({"latitude": "north", "longitude": "east"}, "cannot be read"),
        ({"latitude": "nan", "longitude": "25"}, "not a number"),
        ({"latitude": "1e400", "longitude": "25"}, "not a number"),
        ({"latitude": "90.1", "longitude": "25"}, "out of range"),
        ({"latitude": "6070000", "longitude": "580000"}, "out of range"),
        ({"latitude": "0", "longitude": "0.0"}, "0, 0"),
        ({"coordinates": "somewhere"}, "cannot be read"),
    ],
)
def test_positions_that_are_none(said: dict[str, str], reason: str) -> None:
    with pytest.raises(RowFault, match=reason):
        position_in(said)


def test_bad_rows_are_refused_with_line_and_reason(tmp_path: Path) -> None:
    lines = [
        "id,name,lat,lon", "1,Good,54,25", "2,,54,25", "3,Far,154,25", "1,Again,55,25", "4,Wide,54,25,more",
        "5,Short,54", '6,"Two', 'lines",54,25', "7,Good too,54,25,", "8," + "x" * 201 + ",54,25", "", "9,Bell\a,54,25",
        *(f"1{number},Last,54,25" for number in range(4)),
    ]  # fmt: skip
    found = Imported(write(tmp_path / "t.csv", lines))
    assert [draft.name for draft in found.drafts] == ["Good", "Two lines", "Good too", *["Last"] * 4]
    refused = {shown[0].line: (reason, number) for (reason, shown), number in zip(
        found.tally.examples.items(), found.tally.refused.values(), strict=True)}  # fmt: skip
    assert {line: reason[:20] for line, (reason, _) in refused.items()} == {
        3: "no name",
        4: "the position is out ",
        5: "this id came before;",
        6: "5 cells where the he",
        7: "3 cells where the he",
        11: "the name is longer t",
        13: "the name holds chara",
    }
    assert found.tally.rows == len(found.drafts) + found.tally.refused.total() == 14


def test_a_cut_off_last_row_is_said(tmp_path: Path) -> None:
    found = Imported(write(tmp_path / "t.csv", [*ROWS, "Kaunas,54"], end=False))
    assert list(found.tally.refused) == ["the file ends in the middle of this row; it is probably cut off"]
    assert len(found.drafts) == 2


def test_a_quotation_mark_that_is_never_closed_refuses_the_file(tmp_path: Path) -> None:
    lines = [*ROWS, '"Kaunas,54.9,23.9', *(f"Ort {number},50,7" for number in range(400))]
    with pytest.raises(NotImportedError, match=r"line 4: .*never closed.*nothing was replaced"):
        Imported(write(tmp_path / "t.csv", lines))


def test_a_table_of_something_else_is_refused(tmp_path: Path) -> None:
    lines = ["name,latitude,longitude", *(f"Kunde {number},Köln,Straße {number}" for number in range(3000))]
    with pytest.raises(
        NotImportedError, match=r"1,000 of its first 1,000 rows.*cannot be read as degrees.*Expected: a table"
    ):
        Imported(write(tmp_path / "t.csv", lines))


def test_rows_without_an_id_have_the_same_one_at_every_import(tmp_path: Path) -> None:
    first = Imported(write(tmp_path / "a.csv", ROWS)).drafts
    again = Imported(write(tmp_path / "b.csv", [ROWS[0], *reversed(ROWS[1:]), ROWS[1]]))
    assert {draft.place_id for draft in first} == {draft.place_id for draft in again.drafts}
    assert all(draft.place_id.startswith("mine:") for draft in first)
    assert list(again.tally.refused) == ["this id came before; the first row was kept"]


def test_geonames_ids_are_shared_with_other_gazetteers(tmp_path: Path) -> None:
    lines = [
        "geonameid,id,name,lat,lon",
        "593116,a,Vilnius,54.7,25.3",
        "593116,b,Vilna,54.7,25.3",
        ",c,Kaunas,54.9,23.9",
    ]
    drafts = Imported(write(tmp_path / "t.csv", lines)).drafts
    assert [draft.place_id for draft in drafts] == ["geonames:593116", "mine:b", "mine:c"]
    assert [draft.people for draft in drafts] == [542366, 0, 0], "what the row does not say comes from the reference"


def test_what_is_odd_is_remarked_and_taken(tmp_path: Path) -> None:
    lines = ["name,lat,lon,country,type,population", "Kaunas,54.9,23.9,Elbonia,thing,many"]
    found = Imported(write(tmp_path / "t.csv", lines))
    assert (found.only.country, found.only.feature, found.only.population) == ("", "P.PPL", None)
    said = " ".join(found.tally.warnings())
    assert "'Elbonia' is not known" in said
    assert "'thing' is not known; P.PPL was taken (1 rows)" in said
    assert "population is not a number" in said


@pytest.mark.parametrize(
    ("words", "letter", "feature"),
    [
        ("P.PPLC", "", "P.PPLC"), ("PPLA2", "", "P.PPLA2"), ("ADM1", "", "A.ADM1"), ("STM", "", "H.STM"),
        ("P", "", "P.PPL"),
        ("PPL", "P", "P.PPL"), ("", "H", "H.H"), ("Dorf", "", "P.PPL"), ("село", "", "P.PPL"), ("River", "", "H.STM"),
        ("inhabited places", "P", "P.PPL"), ("thing", "", ""), ("", "", ""),
    ],
)  # fmt: skip
def test_kinds_of_places(words: str, letter: str, feature: str) -> None:
    assert feature_of(words, letter) == feature


def test_names_in_one_cell() -> None:
    assert split_names("Wilno; Wilna ;;Vilna") == ["Wilno", "Wilna", "Vilna"]
    assert split_names("Washington, D.C.|Washington City") == ["Washington, D.C.", "Washington City"]
    assert split_names("Wilno, Wilna") == ["Wilno", "Wilna"]
    assert split_names("  ") == []


def test_ids_that_came_before_are_known() -> None:
    numbers, ids = SeenNumbers(), SeenIds()
    seen = [0, 7, 8, 65535, 65536, 12_345_678, 10**12]
    assert all(numbers.add(number) for number in seen)
    assert not any(numbers.add(number) for number in seen)
    assert 9 not in numbers
    assert 65536 in numbers
    assert [ids.add(key) for key in ("7", "07", "a", "a", "7", "-7", "٧")] == [
        True,
        True,
        True,
        False,
        False,
        True,
        True,
    ]


def test_the_codifier_of_ukraine(tmp_path: Path) -> None:
    found = Imported(write(tmp_path / "k.csv", samples.KATOTTG), kind=KatottgReader)
    village, town = found.drafts
    assert (village.place_id, village.name, village.local_name) == (
        "katottg:UA44100130030044428",
        "Arapivka",
        "Арапівка",
    )
    assert (village.feature, village.country, village.precision) == ("P.PPL", "UA", Precision.POINT)
    assert (village.admin1, village.admin2) == ("geonames:702657", "geonames:12345")
    assert village.names["Арапівка", "uk"][0] is NameKind.OFFICIAL
    assert town.name == "Troitske"


def test_the_codifier_in_its_own_columns(tmp_path: Path) -> None:
    lines = [
        "level1,level2,level3,level4,category,name,lat,lon",
        "UA44000000000018893,,,,O,Луганська,48.9,38.9",
        "UA44000000000018893,UA44100000000012345,UA44100130000067890,UA44100130030044428,С,Арапівка,49.9,38.3",
        "UA44000000000018893,UA44100000000012345,,,P,Сватівський,49.4,38.1",
        "UA44000000000018893,,,UA4410013003004442,C,Погана,49.4,38.1",
    ]
    found = Imported(write(tmp_path / "k.csv", lines), kind=KatottgReader)
    assert [(draft.place_id[8:], draft.feature) for draft in found.drafts] == [
        ("UA44000000000018893", "A.ADM1"),
        ("UA44100130030044428", "P.PPL"),
        ("UA44100000000012345", "A.ADM2"),
    ]
    assert found.drafts[0].admin1 == ""
    assert list(found.tally.refused) == ["the code is not UA and 17 digits"]


def test_a_table_without_codes_is_no_codifier(tmp_path: Path) -> None:
    with pytest.raises(NotImportedError, match="no KATOTTG codes"):
        Imported(write(tmp_path / "t.csv", ROWS), kind=KatottgReader)
