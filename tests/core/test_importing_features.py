"""GeoJSON and Linked Places: positions from shapes, names with languages and dates, files that break off."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gazetteer.errors import NotImportedError
from gazetteer.jobs import Job
from gazetteer.model import Precision
from gazetteer.places.draft import Draft
from gazetteer.places.importing.columns import parse_mapping
from gazetteer.places.importing.fields import PlaceMaker, RowFault
from gazetteer.places.importing.files import source_file
from gazetteer.places.importing.geojson import GeoJsonReader
from gazetteer.places.importing.linked_places import LinkedPlacesReader, period_of
from gazetteer.places.importing.report import Tally
from gazetteer.places.importing.shapes import position_of
from gazetteer.places.records import NameKind
from tests.core.import_samples import LITHUANIA, KnowsLithuania, collection, feature, point

Reader = type[GeoJsonReader | LinkedPlacesReader]


class Imported:
    """What a reader made of a file of features."""

    def __init__(self, path: Path, *mapping: str, kind: Reader = GeoJsonReader) -> None:
        self.tally, self.reference = Tally(), KnowsLithuania()
        maker = PlaceMaker("mine", self.reference, self.tally)
        reader = kind(source_file(path), parse_mapping(mapping), maker, Job(), self.tally)
        self.drafts = list(reader.drafts())

    @property
    def only(self) -> Draft:
        (draft,) = self.drafts
        return draft


def square(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*rings: list[list[float]]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def test_points_with_properties(tmp_path: Path) -> None:
    features = [
        feature(
            point(25.76, 54.98), Name="Pabradė", name_de="Podbrodz", country="LT", population=6525.0, tags=["a", "b"]
        ),
        {**feature(point(25.28, 54.69), Name="Vilnius", country=None, population=None), "id": 7},
    ]
    found = Imported(collection(tmp_path / "f.geojson", features))
    pabrade, vilnius = found.drafts
    assert (pabrade.name, pabrade.latitude, pabrade.longitude) == ("Pabradė", 54.98, 25.76)
    assert (pabrade.country, pabrade.population, pabrade.precision) == ("LT", 6525, Precision.POINT)
    assert pabrade.names["Podbrodz", "de"][0] is NameKind.TAGGED
    assert (vilnius.place_id, vilnius.population) == ("mine:7", None)
    assert LITHUANIA in found.reference.wanted
    assert found.tally.rows == 2


def test_properties_can_be_named(tmp_path: Path) -> None:
    features = [feature(point(25.76, 54.98), toponimas="Pabradė", kodas="x", senas="Podbrodzie")]
    path = collection(tmp_path / "f.geojson", features)
    with pytest.raises(NotImportedError, match=r"no column is headed as name.*toponimas, kodas, senas"):
        Imported(path)
    draft = Imported(path, "name=toponimas,historic=senas").only
    assert (draft.place_id, draft.names["Podbrodzie", ""][0]) == ("mine:x", NameKind.HISTORIC)


def test_an_area_has_its_middle_and_a_radius(tmp_path: Path) -> None:
    path = collection(tmp_path / "f.geojson", [feature(polygon(square(24, 54, 26, 56)), name="Plotas", type="forest")])
    draft = Imported(path).only
    assert (round(draft.latitude, 3), round(draft.longitude, 3)) == (55.0, 25.0)
    # 222 km high, 128 km wide at 55 degrees: the circle of that size
    assert draft.radius_m == pytest.approx(94_990, abs=300)
    assert (draft.feature, draft.precision) == ("V.FRST", Precision.AREA)


@pytest.mark.parametrize(
    ("geometry", "latitude", "longitude", "radius_m"),
    [
        (point(25, 54), 54, 25, None),
        ({"type": "Point", "coordinates": [25, 54, 120]}, 54, 25, None),
        ({"type": "MultiPoint", "coordinates": [[25, 54]]}, 54, 25, None),
        ({"type": "MultiPoint", "coordinates": [[24, 54], [26, 54]]}, 54, 25, 65_357),
        ({"type": "LineString", "coordinates": [[24, 0], [24, 1], [24, 4]]}, 2, 24, 222_390),
        ({"type": "LineString", "coordinates": [[24, 1], [24, 1]]}, 1, 24, None),
        (polygon(square(178, -18, 180, -16), [[0, 0]]), -17, 179, None),
        ({"type": "MultiPolygon", "coordinates": [[square(178, -18, 180, -16)], [square(-180, -18, -178, -16)]]},
         -17, 180, None),
        (polygon([[179, -18], [-179, -18], [-179, -16], [179, -16], [179, -18]]), -17, 180, None),
        (polygon([[25, 54], [25, 54], [25, 54]]), 54, 25, None),
        (polygon(square(-2, -1, 2, 1)), 0, 0, None),
        (polygon([[-1.375, 13], [2.5, 13], [0.5, 10.625], [0.375, 15.75]]), 13.09, 0.5, None),  # crosses itself
        ({"type": "GeometryCollection", "geometries": [point(1, 1), polygon(square(24, 54, 26, 56))]}, 55, 25, None),
    ],
)  # fmt: skip
def test_shapes(geometry: dict[str, Any], latitude: float, longitude: float, radius_m: int | None) -> None:
    found = position_of(geometry)
    assert found.latitude == pytest.approx(latitude, abs=0.01)
    assert abs(found.longitude) if longitude == 180 else found.longitude == pytest.approx(longitude, abs=0.01)
    if radius_m is not None:
        assert found.radius_m == pytest.approx(radius_m, rel=0.01)


@given(
    st.tuples(st.floats(-170, 170), st.floats(-80, 80)),
    st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), min_size=3, max_size=9),
)
def test_the_middle_of_any_polygon_is_on_earth_and_near(
    middle: tuple[float, float], around: list[tuple[float, float]]
) -> None:
    ring = [[middle[0] + x, middle[1] + y] for x, y in around]
    assume(any(abs(x) > 1e-9 or abs(y) > 1e-9 for x, y in ring))
    found = position_of(polygon(ring))
    longitudes, latitudes = zip(*ring, strict=True)
    assert min(latitudes) - 1e-9 <= found.latitude <= max(latitudes) + 1e-9
    assert min(longitudes) - 1e-9 <= found.longitude <= max(longitudes) + 1e-9
    assert found.radius_m is None or found.radius_m >= 0


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        (None, "no position"),
        ({"type": "Curve", "coordinates": []}, "type 'Curve'"),
        ({"type": "Point", "coordinates": [25]}, "without coordinates"),
        ({"type": "Point", "coordinates": ["25", "54"]}, "not a number"),
        ({"type": "Point", "coordinates": [True, 54]}, "not a number"),
        ({"type": "Point", "coordinates": [580000, 6070000]}, "out of range"),
        ({"type": "Point", "coordinates": [0, 0]}, "0, 0"),
        ({"type": "Polygon", "coordinates": []}, "without"),
        ({"type": "LineString", "coordinates": None}, "without coordinates"),
        ({"type": "GeometryCollection", "geometries": []}, "no position"),
        ("Point", "no position|type"),
    ],
)
def test_geometries_that_are_none(geometry: Any, reason: str) -> None:
    with pytest.raises(RowFault, match=reason):
        position_of(geometry)


def test_bad_features_are_refused_with_number_and_reason(tmp_path: Path) -> None:
    features: list[Any] = [feature(point(25, 54), name=f"Good {number}") for number in range(6)]
    features += [
        feature(None, name="Nowhere"),
        feature(point(25, 54), name=""),
        "text",
        feature(point(25, 99), name="Up"),
    ]
    found = Imported(collection(tmp_path / "f.geojson", features))
    assert len(found.drafts) == 6
    assert sorted((shown[0].line, reason[:18]) for reason, shown in found.tally.examples.items()) == [
        (7, "no position"),
        (8, "no name"),
        (9, "not a feature"),
        (10, "the position is ou"),
    ]
    assert found.tally.rows == 10


@pytest.mark.parametrize("share", [0.3, 0.9, 0.999])
def test_a_file_that_breaks_off_is_refused_whole(tmp_path: Path, share: float) -> None:
    features = [feature(point(25, 54), name=f"Vieta {number}") for number in range(300)]
    path = collection(tmp_path / "f.geojson", features)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(NotImportedError, match=r"breaks off or is damaged after feature.*Nothing was replaced"):
        Imported(path)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "f.geojson"
    path.write_text(json.dumps({"features": [feature(point(25, 54), name="Köln")]}, ensure_ascii=False), "latin-1")
    with pytest.raises(NotImportedError, match="Nothing was replaced"):
        Imported(path)


def test_a_byte_order_mark_changes_nothing(tmp_path: Path) -> None:
    path = collection(tmp_path / "f.geojson", [feature(point(25, 54), name="Pabradė")])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert Imported(path).only.name == "Pabradė"


def test_half_a_letter_is_no_name_and_a_joiner_is_part_of_one() -> None:
    maker = PlaceMaker("mine", KnowsLithuania(), Tally())
    with pytest.raises(RowFault, match="no text"):
        maker.draft({"name": "x" + chr(0xD800), "latitude": "54", "longitude": "25"})
    joined = "می\u200cدان"
    assert maker.draft({"name": joined, "latitude": "54", "longitude": "25"}).name == joined


def test_other_coordinate_systems_are_refused_in_words(tmp_path: Path) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    path = collection(tmp_path / "f.geojson", [feature(point(25, 54), name="X")], crs=crs)
    with pytest.raises(NotImportedError, match=r"EPSG::3857.*EPSG:4326"):
        Imported(path)
    crs["properties"] = {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}  # type: ignore[assignment]
    assert Imported(collection(path, [feature(point(25, 54), name="X")], crs=crs)).only.name == "X"


def test_no_features_are_no_gazetteer(tmp_path: Path) -> None:
    with pytest.raises(NotImportedError, match="holds no features"):
        Imported(collection(tmp_path / "f.geojson", []))


LINKED = {
    "@id": "http://places.example/wilna",
    "type": "Feature",
    "properties": {"title": "Wilna", "ccodes": ["LT"], "fclasses": ["P"]},
    "when": {"timespans": [{"start": {"in": "1323"}}]},
    "names": [
        {"toponym": "Wilna", "lang": "de", "citations": [{"label": "Atlas 1895"}],
         "when": {"timespans": [{"start": {"in": "1795"}, "end": {"in": "1918"}}]}},
        {"toponym": "Vilnius", "lang": "lt"},
        {"toponym": "Vilna", "citations": [{"label": "Gazetteer", "lang": "ru"}]},
        {"toponym": ""},
        "nothing",
    ],
    "types": [{"identifier": "aat:300008347", "label": "inhabited places"}],
    "geometry": {"type": "GeometryCollection", "geometries": [point(25.28, 54.69)]},
    "links": [{"type": "seeAlso", "identifier": "gn:1"}],
}  # fmt: skip


def test_linked_places(tmp_path: Path) -> None:
    found = Imported(collection(tmp_path / "l.json", [LINKED]), kind=LinkedPlacesReader)
    draft = found.only
    assert (draft.place_id, draft.name, draft.feature) == ("mine:http://places.example/wilna", "Wilna", "P.PPL")
    assert (draft.country, draft.latitude) == ("LT", 54.69)
    assert {key: kind for key, (kind, _) in draft.names.items()} == {
        ("Wilna", ""): NameKind.MAIN,
        ("Wilna", "de"): NameKind.HISTORIC,
        ("Vilnius", "lt"): NameKind.TAGGED,
        ("Vilna", "ru"): NameKind.TAGGED,
    }
    assert draft.periods == {("Wilna", "de"): "1795/1918"}


def test_a_linked_place_without_dated_names_keeps_its_own_time(tmp_path: Path) -> None:
    plain = {**LINKED, "names": [{"toponym": "Wilna"}]}
    draft = Imported(collection(tmp_path / "l.json", [plain]), kind=LinkedPlacesReader).only
    assert draft.periods == {("Wilna", ""): "1323/"}


def test_a_link_to_geonames_shares_the_id(tmp_path: Path) -> None:
    links = [{"type": "exactMatch", "identifier": "http://sws.geonames.org/593116/"}]
    places = [{**LINKED, "links": links}, {**LINKED, "@id": "second", "links": links}]
    drafts = Imported(collection(tmp_path / "l.json", places), kind=LinkedPlacesReader).drafts
    assert [draft.place_id for draft in drafts] == ["geonames:593116", "mine:second"]


def test_linked_places_without_a_position_are_refused(tmp_path: Path) -> None:
    places = [LINKED, {**LINKED, "@id": "b"}, {**LINKED, "@id": "c", "geometry": None}]
    found = Imported(collection(tmp_path / "l.json", places), kind=LinkedPlacesReader)
    assert len(found.drafts) == 2
    assert dict(found.tally.refused) == {"no position": 1}


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, ""),
        ({}, ""),
        ({"timespans": []}, ""),
        ({"timespans": [{"start": {"in": "-0027"}, "end": {"in": "0476"}}]}, "-0027/0476"),
        ({"timespans": [{"start": {"earliest": "1255", "latest": "1260"}}]}, "1255/"),
        ({"timespans": [{"start": {"in": 1255}, "end": {"in": 1300}}, {"end": {"in": 1946}}]}, "1255/1946"),
        ({"periods": [{"name": "Iron Age"}, {"name": "Roman"}]}, "Iron Age; Roman"),
        ({"label": "before\tthe  war"}, "before the war"),
    ],
)
def test_times_in_words(when: Any, words: str) -> None:
    assert period_of(when) == words
