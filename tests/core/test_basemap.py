"""The committed basemap and web libraries: small, complete, drawn by the policy table, unchanged since vendored."""

import csv
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.basemap.archive import (
    Area,
    contains,
    decode_shape,
    encode_shape,
    find_area,
    open_archive,
    read_labels,
    read_tile,
)

RESOURCES = Path(__file__).parents[2] / "resources"
ARCHIVE = RESOURCES / "basemap" / "world.mbtiles"
UKRAINE, RUSSIA, CRIMEA, SEVASTOPOL = 690791, 2017370, 703883, 694422
SIMFEROPOL = (34.1, 44.95)


@pytest.fixture(scope="module")
def archive() -> Iterator[sqlite3.Connection]:
    connection = open_archive(ARCHIVE)
    yield connection
    connection.close()


def holds(area: Area | None, longitude: float, latitude: float) -> bool:
    assert area is not None
    return any(contains(polygon, longitude, latitude) for polygon in area.polygons)


def test_archive_is_small_enough_to_commit() -> None:
    assert ARCHIVE.stat().st_size <= 8_000_000


def test_archive_reaches_zoom_6_everywhere_and_names_no_folder(archive: sqlite3.Connection) -> None:
    metadata = dict(archive.execute("SELECT name, value FROM metadata"))
    assert (metadata["minzoom"], metadata["maxzoom"], metadata["format"]) == ("0", "6", "pbf")
    assert metadata["name"] == "World"
    assert not [value for value in metadata.values() if "/" in value.replace("/>", "") and "work" in value]
    layers = {layer["id"] for layer in json.loads(metadata["json"])["vector_layers"]}
    assert layers == {"land", "lines", "water"}


def test_tiles_are_read_unpacked_in_xyz_order(archive: sqlite3.Connection) -> None:
    europe, ocean = read_tile(archive, 3, 4, 2), read_tile(archive, 6, 3, 60)
    assert europe is not None
    assert europe[:1] == b"\x1a"  # field 3 of a vector tile: a layer
    assert b"land" in europe
    assert b"disputed" in europe
    assert ocean is None or len(ocean) < len(europe)
    assert read_tile(archive, 9, 0, 0) is None


def test_crimea_and_sevastopol_are_in_ukraine(archive: sqlite3.Connection) -> None:
    assert holds(find_area(archive, "country", UKRAINE, 0, 0), *SIMFEROPOL)
    assert not holds(find_area(archive, "country", RUSSIA, 0, 0), *SIMFEROPOL)
    for geonameid in (CRIMEA, SEVASTOPOL):
        region = find_area(archive, "region", geonameid, 0, 0)
        assert region is not None
        assert region.country == "UA"


def test_every_moved_territory_is_in_the_country_the_policy_names(archive: sqlite3.Connection) -> None:
    inside = {"Northern Cyprus": (33.6, 35.3), "Somaliland": (44.5, 9.6), "Crimea": SIMFEROPOL, "Kosovo": (20.9, 42.6)}
    with (RESOURCES / "basemap" / "policy.csv").open(encoding="utf-8", newline="") as lines:
        policy = {row["territory"]: row["drawn_as"] for row in csv.DictReader(lines)}
    for territory, position in inside.items():
        area = find_area(archive, "country", None, *position)
        assert area is not None, territory
        assert area.country == policy[territory]


def test_areas_are_found_by_id_then_by_position(archive: sqlite3.Connection) -> None:
    by_id = find_area(archive, "country", 597427, 0, 0)
    by_place = find_area(archive, "country", None, 25.28, 54.69)
    assert by_id is not None
    assert by_id == by_place
    assert find_area(archive, "region", None, 38.5, 48.6) is not None
    assert find_area(archive, "country", None, -40.0, 40.0) is None


def test_country_names_are_current_and_in_both_languages(archive: sqlite3.Connection) -> None:
    english = {label.country: label for label in read_labels(archive, "en") if label.kind == "country"}
    german = {label.country: label for label in read_labels(archive, "de") if label.kind == "country"}
    assert len(english) > 230
    assert (english["MK"].name, english["SZ"].name, english["CZ"].name) == ("North Macedonia", "Eswatini", "Czechia")
    assert (german["LT"].name, german["LT"].local_name) == ("Litauen", "Lietuva")
    assert english["RU"].zoom < english["LT"].zoom < english["LI"].zoom


def test_region_names_are_current(archive: sqlite3.Connection) -> None:
    names = {label.name for label in read_labels(archive, "en") if label.kind == "region" and label.country == "UA"}
    assert {"Kyiv Oblast", "Odesa Oblast", "Luhansk Oblast", "Crimea"} <= names
    assert not {name for name in names if "Kiev" in name or "Odessa" in name}


def test_labels_lie_in_their_own_country(archive: sqlite3.Connection) -> None:
    for label in read_labels(archive, "en"):
        if label.kind == "country" and label.zoom <= 3:
            area = find_area(archive, "country", None, label.longitude, label.latitude)
            assert area is not None, label.name
            assert area.country == label.country, label.name


coordinates = st.tuples(
    st.integers(-180000, 180000).map(lambda step: step / 1000), st.integers(-90000, 90000).map(lambda step: step / 1000)
)


@given(st.lists(st.lists(st.lists(coordinates, max_size=6), max_size=3), max_size=3))
def test_shapes_survive_packing(polygons: list[list[list[tuple[float, float]]]]) -> None:
    assert decode_shape(encode_shape(polygons)) == polygons


def test_a_hole_is_outside() -> None:
    outer = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    hole = [(4.0, 4.0), (6.0, 4.0), (6.0, 6.0), (4.0, 6.0), (4.0, 4.0)]
    assert contains([outer, hole], 1, 1)
    assert not contains([outer, hole], 5, 5)
    assert not contains([outer, hole], 11, 5)


def test_vendored_files_are_those_of_the_manifest() -> None:
    vendor = RESOURCES / "web" / "vendor"
    manifest = json.loads((vendor / "manifest.json").read_text("utf-8"))
    listed = set()
    for library in manifest["libraries"]:
        assert library["licence"]
        assert {Path(row["file"]).name for row in library["files"]} >= {"LICENSE.txt"}, library["name"]
        for row in library["files"]:
            listed.add(row["file"])
            assert hashlib.sha256((vendor / row["file"]).read_bytes()).hexdigest() == row["sha256"], row["file"]
    present = {path.relative_to(vendor).as_posix() for path in vendor.rglob("*") if path.is_file()}
    assert present == listed | {"manifest.json"}


def test_our_page_names_no_address_of_the_network() -> None:
    for path in (RESOURCES / "web").glob("*.*"):
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http:" not in text, path.name
        assert "https:" not in text, path.name
