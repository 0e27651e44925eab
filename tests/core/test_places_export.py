"""Places of the gazetteer as CSV and GeoJSON: whole files with attribution, or none."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.errors import Cancelled, ExportError, InputError
from gazetteer.interchange.places_export import export_places
from gazetteer.jobs import Job, Progress
from gazetteer.model import Precision
from gazetteer.places.compiler import Compiler
from gazetteer.places.draft import Draft
from gazetteer.places.records import NameKind, PlaceFilter, Source
from gazetteer.places.store import Gazetteer

FIELD = Source("field", "Field survey", "2026", "CC-BY-4.0", "Field survey, CC BY 4.0", "", 0, 0)
CLAIM = Source("claim", "Claims", "1", "CC0-1.0", "Claims, CC0", "", 0, 0)


@pytest.fixture
def gazetteer(tmp_path: Path) -> Iterator[Gazetteer]:
    """Three places of two sources, one with a name that a spreadsheet would compute."""
    with Compiler(tmp_path / "made", [FIELD, CLAIM], {"title": "Survey"}) as compiler:
        mill = Draft("field:1", "Mölla", "P.PPL", "", 54.5, 25.25, "field", population=40, local_name="Млын")
        mill.add("Mölla", NameKind.MAIN)
        mill.add("Młyn", NameKind.TAGGED, "pl")
        mill.add("Mühldorf", NameKind.HISTORIC, "de")
        compiler.add(mill)
        odd = Draft("field:2", '=1+"2"', "S.BLDG", "", -0.0000001, 179.5, "field", Precision.AREA, 1500)
        odd.add('=1+"2"', NameKind.MAIN)
        compiler.add(odd)
        rock = Draft("claim:9", "Rock", "T.ISL", "", 10.0, 20.0, "claim")
        rock.add("Rock", NameKind.MAIN)
        compiler.add(rock)
        compiler.finish(Job())
    with Gazetteer.open(tmp_path / "made") as made:
        yield made


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def everything(gazetteer: Gazetteer) -> list[int]:
    return list(gazetteer.browse(PlaceFilter()))


def test_a_table_names_source_licence_and_attribution_in_each_row(gazetteer: Gazetteer, tmp_path: Path) -> None:
    assert export_places(gazetteer, everything(gazetteer), tmp_path / "places.csv", Job()) == 3
    rows = {row["place_id"]: row for row in rows_of(tmp_path / "places.csv")}
    assert set(rows) == {"field:1", "field:2", "claim:9"}
    mill = rows["field:1"]
    assert (mill["place_name"], mill["place_local_name"], mill["population"]) == ("Mölla", "Млын", "40")
    assert mill["names"] == "Mölla | Młyn (pl) | Mühldorf (de, historic)"
    assert (mill["licence"], mill["attribution"]) == ("CC-BY-4.0", "Field survey, CC BY 4.0")
    assert rows["claim:9"]["attribution"] == "Claims, CC0"


def test_a_spreadsheet_computes_nothing(gazetteer: Gazetteer, tmp_path: Path) -> None:
    export_places(gazetteer, everything(gazetteer), tmp_path / "places.csv", Job())
    odd = next(row for row in rows_of(tmp_path / "places.csv") if row["place_id"] == "field:2")
    assert odd["place_name"] == '\'=1+"2"'
    assert (odd["location_precision"], odd["uncertainty_m"]) == ("area", "1500")


def test_points_come_with_all_sources_used_and_no_other(gazetteer: Gazetteer, tmp_path: Path) -> None:
    wanted = [pid for pid in everything(gazetteer) if gazetteer.place(pid).place_id.startswith("field")]
    assert export_places(gazetteer, wanted, tmp_path / "two places.geojson", Job()) == 2
    collection = json.loads((tmp_path / "two places.geojson").read_text("utf-8"))
    assert [one["id"] for one in collection["toposcope"]["gazetteers"]] == ["field"]
    assert collection["toposcope"]["gazetteers"][0]["attribution"] == FIELD.attribution
    features = {feature["id"]: feature for feature in collection["features"]}
    assert features["field:1"]["geometry"] == {"type": "Point", "coordinates": [25.25, 54.5]}
    assert features["field:2"]["properties"]["place_name"] == '=1+"2"'


def test_the_order_is_that_of_the_list_and_its_length_is_told(gazetteer: Gazetteer, tmp_path: Path) -> None:
    told: list[Progress] = []
    wanted = everything(gazetteer)[::-1]
    export_places(gazetteer, wanted, tmp_path / "places.csv", Job(told.append))
    assert [row["place_id"] for row in rows_of(tmp_path / "places.csv")] == [
        gazetteer.place(pid).place_id for pid in wanted
    ]
    assert (told[-1].done, told[-1].total) == (3, 3)


def test_no_place_is_an_empty_file(gazetteer: Gazetteer, tmp_path: Path) -> None:
    assert export_places(gazetteer, [], tmp_path / "none.geojson", Job()) == 0
    assert json.loads((tmp_path / "none.geojson").read_text("utf-8"))["features"] == []


def test_a_stopped_export_keeps_the_earlier_file(gazetteer: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("earlier", "utf-8")
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        export_places(gazetteer, everything(gazetteer), path, job)
    assert path.read_text("utf-8") == "earlier"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["made", "places.csv"]


def test_a_name_without_a_format_is_refused(gazetteer: Gazetteer, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"places\.txt"):
        export_places(gazetteer, everything(gazetteer), tmp_path / "places.txt", Job())
    assert not (tmp_path / "places.txt").exists()


def test_a_folder_that_is_not_there_is_told(gazetteer: Gazetteer, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        export_places(gazetteer, everything(gazetteer), tmp_path / "gone" / "places.csv", Job())
