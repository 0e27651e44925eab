"""GeoNames dumps with their companion files: rows, names, regions, and what is refused."""

from pathlib import Path

import pytest

from gazetteer.errors import Cancelled, NotImportedError
from gazetteer.jobs import Job, Progress
from gazetteer.model import Precision
from gazetteer.places.draft import Draft
from gazetteer.places.importing.companions import Companions, read_areas, read_countries, read_hierarchy
from gazetteer.places.importing.files import source_file
from gazetteer.places.importing.geonames import GeoNamesReader
from gazetteer.places.importing.report import EXAMPLES, Tally
from gazetteer.places.records import NameKind
from tests.core import import_samples as samples
from tests.core.import_samples import LITHUANIA, SVENCIONYS, VILNIUS_COUNTY, KnowsLithuania, dump_row, write


class Imported:
    """What a reader made of files."""

    def __init__(
        self,
        folder: Path,
        lines: list[str],
        names: list[str] | None = None,
        companions: Companions | None = None,
        *,
        job: Job | None = None,
        **how: object,
    ) -> None:
        self.tally, self.reference = Tally(), KnowsLithuania()
        scratch = folder / "scratch"
        scratch.mkdir()
        dump = write(folder / "LT.txt", lines, **how)  # type: ignore[arg-type]
        tables = [source_file(write(folder / "alternateNamesV2.txt", names))] if names else []
        self.reader = GeoNamesReader(
            [source_file(dump)],
            tables,
            companions or Companions(),
            self.reference,
            "lt",
            scratch,
            job or Job(),
            self.tally,
        )
        self.reader.prepare()
        self.places = {draft.place_id: draft for draft in self.reader.drafts()}
        self.left = list(scratch.iterdir())


def kinds(draft: Draft) -> dict[tuple[str, str], NameKind]:
    return {key: kind for key, (kind, _) in draft.names.items()}


def test_rows_become_places_with_their_regions(tmp_path: Path) -> None:
    found = Imported(tmp_path, samples.DUMP)
    pabrade = found.places["geonames:596238"]
    assert (pabrade.name, pabrade.feature, pabrade.country, pabrade.population) == ("Pabradė", "P.PPL", "LT", 6525)
    assert (pabrade.latitude, pabrade.longitude) == (54.98101, 25.76073)
    assert (pabrade.admin1, pabrade.admin2) == (VILNIUS_COUNTY, SVENCIONYS)
    assert found.places[SVENCIONYS].admin1 == VILNIUS_COUNTY
    assert found.places[SVENCIONYS].admin2 == ""
    assert (found.places[VILNIUS_COUNTY].code, found.places[SVENCIONYS].code) == ("LT.65", "LT.65.86")
    assert found.places["geonames:1"].name == 'Kelias "Žalias"'
    assert (found.tally.rows, dict(found.tally.refused), len(found.places)) == (6, {}, 6)
    assert found.reader.version == "2024-03-02"
    assert found.left == []


def test_regions_of_the_dump_are_not_asked_for_elsewhere(tmp_path: Path) -> None:
    assert Imported(tmp_path, samples.DUMP).reference.wanted == []


def test_regions_and_countries_the_dump_lacks_are_asked_for(tmp_path: Path) -> None:
    found = Imported(tmp_path, samples.DUMP[3:])
    assert sorted(found.reference.wanted) == sorted([LITHUANIA, VILNIUS_COUNTY, SVENCIONYS])
    assert found.places["geonames:593116"].admin2 == SVENCIONYS


def test_people_of_a_region_are_those_of_its_towns(tmp_path: Path) -> None:
    places = Imported(tmp_path, [*samples.DUMP, dump_row(2, "Antakalnis", feature="P.PPLX", people=39000)]).places
    assert places[VILNIUS_COUNTY].people == 542366 + 6525
    assert places[VILNIUS_COUNTY].population is None


def test_a_country_is_named_as_people_name_it(tmp_path: Path) -> None:
    country = Imported(tmp_path, samples.DUMP).places[LITHUANIA]
    assert (country.name, country.precision, country.radius_m) == ("Lithuania", Precision.COUNTRY, 144_000)
    assert kinds(country)["Republic of Lithuania", ""] is NameKind.OFFICIAL
    assert kinds(country)["Lithuania", ""] is NameKind.MAIN


def test_precision_follows_the_kind_of_place(tmp_path: Path) -> None:
    lines = [dump_row(number, "X", feature=kind) for number, kind in enumerate(["A.ADM3", "H.LK", "T.MT", "H.SEA"], 1)]
    places = Imported(tmp_path, [*samples.DUMP, *lines[1:]]).places
    assert places[VILNIUS_COUNTY].precision is Precision.REGION
    assert places["geonames:2"].precision is Precision.AREA
    assert places["geonames:3"].precision is Precision.POINT


def test_rows_that_state_no_kind_get_the_plainest(tmp_path: Path) -> None:
    lines = [dump_row(number, "X", feature=kind) for number, kind in enumerate([".", "A.", "P.", ".PPL"], 1)]
    places = Imported(tmp_path, lines).places.values()
    assert [draft.feature for draft in places] == ["L.LCTY", "A.ADMD", "P.PPL", "L.LCTY"]


def test_untagged_names_lose_the_junk(tmp_path: Path) -> None:
    names = kinds(Imported(tmp_path, samples.DUMP).places["geonames:593116"])
    assert set(names) == {("Vilnius", ""), ("Wilno", ""), ("Вильнюс", ""), ("Vilna", "")}
    assert names["Wilno", ""] is NameKind.ALTERNATE


def test_an_ascii_name_counts_where_folding_would_not_find_it(tmp_path: Path) -> None:
    lines = [
        dump_row(5, "Zürich", ascii_name="Zuerich", country="CH"),
        dump_row(6, "Pabradė", ascii_name="Pabrade"),
    ]
    places = Imported(tmp_path, lines).places
    assert kinds(places["geonames:5"])["Zuerich", ""] is NameKind.TRANSLITERATION
    assert len(places["geonames:6"].names) == 1


def test_alternate_names_bring_language_kind_and_time(tmp_path: Path) -> None:
    places = Imported(tmp_path, samples.DUMP, samples.NAMES).places
    vilnius = places["geonames:593116"]
    assert kinds(vilnius) == {
        ("Vilnius", ""): NameKind.MAIN,
        ("Vilnius", "lt"): NameKind.OFFICIAL,
        ("Wilna", "de"): NameKind.HISTORIC,
        ("Wilno", "pl"): NameKind.TAGGED,
        ("VNO", ""): NameKind.ABBREVIATION,
        ("Vilnia", ""): NameKind.COLLOQUIAL,
    }
    assert vilnius.periods == {("Wilna", "de"): "1918/1939"}
    assert kinds(places["geonames:596238"])["פּאָדבראָדז", "yi"] is NameKind.SHORT
    assert ("Podbrodzie", "") not in places["geonames:596238"].names, "the column repeats the table without its tags"


def test_names_come_right_over_many_buckets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gazetteer.places.importing.buckets._BYTES_EACH", 100)
    lines = [dump_row(number, f"Kaimas {number}") for number in range(1, 500)]
    names = [f"{number}\t{number}\tpl\tWieś {number}\t\t\t\t\t\t" for number in range(1, 500)]
    found = Imported(tmp_path, lines, names)
    assert len(found.places) == 499
    assert all((f"Wieś {key.partition(':')[2]}", "pl") in draft.names for key, draft in found.places.items())
    assert found.left == []


def test_the_old_table_without_dates_is_read(tmp_path: Path) -> None:
    names = [line.rpartition("\t")[0].rpartition("\t")[0] for line in samples.NAMES]
    assert ("Wilno", "pl") in Imported(tmp_path, samples.DUMP, names).places["geonames:593116"].names


def companions(folder: Path, **files: list[str]) -> Companions:
    tally, made = Tally(), Companions()
    if "areas" in files:
        made.areas = read_areas(source_file(write(folder / "admin.txt", files["areas"])), tally)
    if "hierarchy" in files:
        made.hierarchy = read_hierarchy(source_file(write(folder / "h.txt", files["hierarchy"])), Job(), tally)
    if "countries" in files:
        made.countries = read_countries(source_file(write(folder / "c.txt", files["countries"])), tally)
    assert not tally.aside
    return made


def test_code_files_name_regions_the_dump_lacks(tmp_path: Path) -> None:
    codes = companions(tmp_path, areas=[*samples.REGIONS, "LT.57.15\tKaunas City\tKaunas City\t864478"])
    lines = [
        dump_row(598316, "Kaunas", (54.9, 23.9), codes=("57", "15"), people=289380),
        dump_row(598317, "Garliava", (54.82, 23.87), codes=("57", "15"), people=10000),
    ]
    found = Imported(tmp_path, lines, None, codes)
    kaunas, county, city = (found.places[key] for key in ("geonames:598316", "geonames:864477", "geonames:864478"))
    assert (kaunas.admin1, kaunas.admin2) == ("geonames:864477", "geonames:864478")
    assert (county.name, county.code, county.precision) == ("Kaunas", "LT.57", Precision.REGION)
    assert (round(county.latitude, 3), round(county.longitude, 3), county.radius_m) == (54.86, 23.885, 30_000)
    assert (county.people, city.admin1, city.feature) == (299380, "geonames:864477", "A.ADM2")


def test_a_region_across_the_date_line_lies_among_its_towns(tmp_path: Path) -> None:
    codes = companions(tmp_path, areas=["FJ.09\tCakaudrove\tCakaudrove\t900"])
    lines = [
        dump_row(1, "Somosomo", (-16.7, 179.9), country="FJ", codes=("09", "")),
        dump_row(2, "Qeleni", (-16.7, -179.9), country="FJ", codes=("09", "")),
    ]
    assert abs(Imported(tmp_path, lines, None, codes).places["geonames:900"].longitude) == pytest.approx(180)


def test_the_hierarchy_says_where_codes_do_not(tmp_path: Path) -> None:
    made = companions(tmp_path, hierarchy=samples.HIERARCHY)
    lines = [*samples.DUMP, dump_row(42, "Vieta", codes=("00", "")), dump_row(43, "Kita", codes=("", ""))]
    places = Imported(tmp_path, lines, None, made).places
    assert (places["geonames:42"].admin1, places["geonames:42"].admin2) == (VILNIUS_COUNTY, SVENCIONYS)
    assert (places["geonames:43"].admin1, places["geonames:43"].admin2) == ("", "")


def test_country_info_names_the_local_name(tmp_path: Path) -> None:
    made = companions(tmp_path, countries=samples.COUNTRIES)
    assert made.countries["LT"].radius_m == 144_062
    vilnius = Imported(tmp_path, samples.DUMP, samples.NAMES, made).places["geonames:593116"]
    assert vilnius.local_name == "Vilnius"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (dump_row("12a", "X"), "the id is not a number"),
        (dump_row("١٢", "X"), "the id is not a number"),
        (dump_row(9, ""), "no name"),
        (dump_row(9, "   "), "no name"),
        (dump_row(9, "x" * 201), "no name"),
        (dump_row(9, "X", ("north", 25)), "not a number"),
        (dump_row(9, "X", (91, 25)), "out of range"),
        (dump_row(9, "X", (54, 180.1)), "out of range"),
        (dump_row(9, "X", ("nan", 25)), "out of range"),
        (dump_row(9, "X", (54, "inf")), "out of range"),
        (dump_row(9, "X", feature="Q.PPL"), "feature class"),
        (dump_row(9, "X", feature="PP.PPL"), "feature class"),
        (dump_row(9, "X", feature="P.ppl"), "feature class"),
        (dump_row(9, "X", country="LTU"), "not a code of two letters"),
        (dump_row(9, "X", people="many"), "population is not a number"),
        (dump_row(9, "X", people="-5"), "population is not a number"),
        (dump_row(9, "X", date="yesterday"), "modification date"),
        (dump_row(596238, "Another"), "this id came before"),
        (dump_row(9, "X") + "\tmore", "20 columns where 19"),
        (dump_row(9, "X").rpartition("\t")[0], "18 columns where 19"),
        ("", "1 columns where 19"),
    ],
)
def test_bad_rows_are_refused_with_line_and_reason(tmp_path: Path, row: str, reason: str) -> None:
    found = Imported(tmp_path, [*samples.DUMP, row, dump_row(10, "Last")])
    ((words, (refusal,)),) = found.tally.examples.items()
    assert reason in words
    assert (refusal.file, refusal.line) == ("LT.txt", 7)
    assert found.tally.rows == 8
    assert found.tally.refused.total() == 1
    assert len(found.places) == 7
    assert "geonames:10" in found.places
    assert found.places["geonames:596238"].name == "Pabradė"


@pytest.mark.parametrize("cut", [5, 12, 40, 90])
def test_a_cut_off_last_row_is_refused_and_said(tmp_path: Path, cut: int) -> None:
    last = dump_row(10, "Last")
    found = Imported(tmp_path, [*samples.DUMP, last[:-cut] if cut < len(last) else last[:3]], end=False)
    assert list(found.tally.refused) == ["the file ends in the middle of this row; it is probably cut off"]
    assert len(found.places) == 6


def test_a_last_row_without_line_end_is_whole(tmp_path: Path) -> None:
    found = Imported(tmp_path, samples.DUMP, end=False)
    assert (len(found.places), found.tally.refused.total()) == (6, 0)


def test_windows_line_ends_and_a_mark_change_nothing(tmp_path: Path) -> None:
    found = Imported(tmp_path, samples.DUMP, newline="\r\n", encoding="utf-8-sig")
    assert (len(found.places), found.tally.refused.total(), found.reader.version) == (6, 0, "2024-03-02")


def test_a_dump_in_latin_1_is_refused_whole(tmp_path: Path) -> None:
    lines = [dump_row(number, f"Köln {number}") for number in range(1, 60)] + [
        dump_row(number, f"Ort {number}") for number in range(100, 400)
    ]
    with pytest.raises(NotImportedError, match=r"not in UTF-8: 59 of its 359 rows.*Nothing was replaced"):
        Imported(tmp_path, lines, encoding="latin-1")


def test_a_small_dump_in_latin_1_is_refused_too(tmp_path: Path) -> None:
    lines = [dump_row(1, "Köln"), dump_row(2, "Düren"), dump_row(3, "Jülich")]
    with pytest.raises(NotImportedError, match="not in UTF-8: 3 of its 20 rows"):
        Imported(tmp_path, lines + [dump_row(at, "Bonn") for at in range(10, 27)], encoding="latin-1")


def test_a_single_row_that_is_not_utf_8_is_refused_alone(tmp_path: Path) -> None:
    dump = "\n".join([*samples.DUMP, dump_row(8, "Última")]).encode() + b"\n" + dump_row(7, "Kln").encode() + b"\xf6\n"
    (tmp_path / "bytes.txt").write_bytes(dump)
    tally = Tally()
    (tmp_path / "scratch").mkdir()
    reader = GeoNamesReader(
        *([source_file(tmp_path / "bytes.txt")], [], Companions(), KnowsLithuania(), "lt", tmp_path / "scratch"),
        Job(),
        tally,
    )
    reader.prepare()
    assert len(list(reader.drafts())) == 7
    assert dict(tally.refused) == {"bytes that are not UTF-8": 1}


def test_a_file_with_a_column_missing_is_refused_before_it_is_read_through(tmp_path: Path) -> None:
    lines = ["\t".join(dump_row(number, "X").split("\t")[:-1]) for number in range(5000)]
    found: list[Progress] = []
    with pytest.raises(NotImportedError, match=r"18 columns where 19.*Expected: 19 columns.*Nothing was replaced"):
        Imported(tmp_path, lines, job=Job(found.append))
    assert found == []


def test_a_short_file_of_bad_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotImportedError, match=r"2 of its first 3 rows were refused.*row 1"):
        Imported(tmp_path, ["a", "b", dump_row(1, "X")])


def test_the_first_rows_of_each_reason_are_kept(tmp_path: Path) -> None:
    lines = [dump_row(number, "Good") for number in range(1, 200)] + [dump_row("x", str(at)) for at in range(50)]
    found = Imported(tmp_path, lines)
    assert found.tally.refused["the id is not a number"] == 50
    shown = found.tally.examples["the id is not a number"]
    assert [refusal.line for refusal in shown] == list(range(200, 200 + EXAMPLES))


def test_refused_rows_of_the_table_of_names_do_not_count_as_places(tmp_path: Path) -> None:
    found = Imported(tmp_path, samples.DUMP, [*samples.NAMES, "x\ty\tde\tName\t\t\t\t\t\t", "14\t596238\tde"])
    assert dict(found.tally.refused) == {}
    assert found.tally.aside.total() == 2
    assert found.tally.rows == 6


def test_progress_tells_rows_and_share_and_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("dump", "alternates", "geonames"):
        monkeypatch.setattr(f"gazetteer.places.importing.{module}.EVERY_ROWS", 2)
    told: list[Progress] = []
    job = Job(told.append)
    Imported(tmp_path, samples.DUMP, samples.NAMES, job=job)
    assert [step.label for step in told[:2]] == ["reading LT.txt: 2 rows, 31%", "reading LT.txt: 4 rows, 69%"]
    assert any("joining rows with names: 6 rows, 100%" in step.label for step in told)
    assert all(0 < step.done <= step.total for step in told)
    job.cancel()
    (tmp_path / "again").mkdir()
    with pytest.raises(Cancelled):
        Imported(tmp_path / "again", samples.DUMP, job=job)
