"""Archives of the user's own: what they say of themselves, their tiles, and files that are none."""

from pathlib import Path

import pytest
from pmtiles.tile import TileType

from desktop.map.own_maps import OwnMapError, OwnMaps, map_id, open_own_map
from tests.own_maps import png, square_tile, write_mbtiles, write_pmtiles

RED = png(200, 30, 30)
LAYERS = '{"vector_layers": [{"id": "water"}, {"id": "roads"}]}'


def test_a_raster_archive_gives_pictures(tmp_path: Path) -> None:
    opened = open_own_map(write_mbtiles(tmp_path / "old.mbtiles", RED, name="Town plan 1911", format="png"))
    assert (opened.title, opened.kind, opened.zooms) == ("Town plan 1911", "raster", (0, 1))
    assert opened.tile(0, 0, 0) == (RED, b"image/png")
    assert opened.tile(2, 0, 0) is None
    opened.close()


def test_a_vector_archive_gives_tiles_and_the_names_of_its_layers(tmp_path: Path) -> None:
    tile = square_tile("water")
    made = write_mbtiles(tmp_path / "v.mbtiles", tile, format="pbf", json=LAYERS)
    opened = open_own_map(made)
    assert (opened.title, opened.kind, opened.layers) == ("v", "vector", ["water", "roads"])
    assert opened.tile(0, 0, 0) == (tile, b"application/x-protobuf")
    assert opened.tile(3, 0, 0) == (b"", b"application/x-protobuf")
    opened.close()


def test_pmtiles_of_both_kinds(tmp_path: Path) -> None:
    tile = square_tile("earth")
    vector = open_own_map(write_pmtiles(tmp_path / "v.pmtiles", tile, TileType.MVT, vector_layers=[{"id": "earth"}]))
    raster = open_own_map(write_pmtiles(tmp_path / "r.pmtiles", RED, TileType.PNG, name="Relief"))
    assert (vector.kind, vector.layers, vector.tile(0, 0, 0)) == (
        "vector",
        ["earth"],
        (tile, b"application/x-protobuf"),
    )
    assert (raster.kind, raster.title, raster.tile(0, 0, 0)) == ("raster", "Relief", (RED, b"image/png"))
    vector.close()
    raster.close()


def test_a_credit_is_kept_as_words(tmp_path: Path) -> None:
    credit = '&copy; <a href="https://example.org">Survey &amp; Sons</a><script>alert(1)</script>'
    opened = open_own_map(write_mbtiles(tmp_path / "c.mbtiles", RED, format="png", attribution=credit))
    assert opened.credit == "© Survey & Sons alert(1)"
    opened.close()


@pytest.mark.parametrize("name", ["text.mbtiles", "text.pmtiles", "text.zip", "absent.mbtiles", "absent.pmtiles"])
def test_a_file_that_is_no_map_is_refused_with_its_name(tmp_path: Path, name: str) -> None:
    if name.startswith("text"):
        (tmp_path / name).write_text("This is no map. " * 40, "utf-8")
    with pytest.raises(OwnMapError, match=name.replace(".", r"\.")):
        open_own_map(tmp_path / name)


def test_the_rest_is_kept_where_one_fails(tmp_path: Path) -> None:
    good, bad = write_mbtiles(tmp_path / "good.mbtiles", RED, format="png"), tmp_path / "bad.mbtiles"
    bad.write_bytes(b"")
    maps = OwnMaps()
    problems = maps.set_paths([bad, good])
    assert len(problems) == 1
    assert "bad.mbtiles" in problems[0]
    assert [record["id"] for record in maps.records()] == [map_id(good)]
    assert maps.tile(map_id(good), 0, 0, 0) == (RED, b"image/png")
    assert maps.tile("own-nothing", 0, 0, 0) is None
    maps.close()
    assert maps.records() == []
