"""Search as people type it, fuzzy names, geopy's interface, and the command line."""

import json

import pytest
from geopy.exc import GeocoderQueryError

from gazetteer.cli import main
from gazetteer.places.geocoder import GazetteerGeocoder
from gazetteer.places.store import Gazetteer


@pytest.mark.parametrize(
    ("query", "place_id", "how"),
    [
        ("Vilnius", "geonames:593116", "exact"),
        ("vilnius", "geonames:593116", "folded"),
        ("geonames:593116", "geonames:593116", "id"),
        ("593116", "geonames:593116", "id"),
        ("Springfield, Illinois", "geonames:4250542", "exact"),
        ("Luhansk, Ukraine", "geonames:702658", "exact"),
        ("Sao Paulo", "geonames:3448439", "exact"),
        ("Запоріжжя", "geonames:687700", "exact"),
        ("Vilnus", "geonames:593116", "fuzzy"),
        ("Georgia", "geonames:614540", "exact"),
        ("Kreml", "curated:kremlin", "exact"),
    ],
)
def test_the_best_hit(gazetteer: Gazetteer, query: str, place_id: str, how: str) -> None:
    hits = gazetteer.search(query, 10)
    assert (hits[0].place.place_id, hits[0].match_kind) == (place_id, how) if how != "fuzzy" else True
    assert place_id in {hit.place.place_id for hit in hits}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_prefixes_find_longer_names_and_nothing_twice(gazetteer: Gazetteer) -> None:
    hits = gazetteer.search("Zaporizhzh", 20)
    assert "geonames:687700" in {hit.place.place_id for hit in hits}
    assert len({hit.place.place_id for hit in hits}) == len(hits) <= 20


@pytest.mark.parametrize("query", ["", "   ", "geonames:1x", "999999999999", "???", "qqqqzzzzqqqq"])
def test_searches_without_an_answer(gazetteer: Gazetteer, query: str) -> None:
    assert gazetteer.search(query) == []


def test_fuzzy_keeps_to_countries_and_distance(gazetteer: Gazetteer) -> None:
    (hit,) = gazetteer.fuzzy("pabrati", ["LT"])
    assert (gazetteer.place(hit.pid).name, hit.distance, hit.name) == ("Pabradė", 2, "pabrade")
    assert gazetteer.fuzzy("pabrati", ["LT"], max_distance=1) == []
    assert gazetteer.fuzzy("pabrati", ["XX"]) == []
    assert gazetteer.fuzzy("pabrati", []) == []
    # a letter lost, swapped or wrong at the start
    for slip in ("aunas", "akunas", "xaunas"):
        assert "Kaunas" in {gazetteer.place(hit.pid).name for hit in gazetteer.fuzzy(slip, ["LT"], max_distance=1)}
    found = gazetteer.fuzzy("mariupil", None, 2, 50)
    assert all(hit.distance <= 2 for hit in found)
    assert [hit.distance for hit in found] == sorted(hit.distance for hit in found)


def test_geopy_interface(gazetteer: Gazetteer) -> None:
    geocoder = GazetteerGeocoder(gazetteer)
    location = geocoder.geocode("Kaunas")
    assert location is not None
    assert location.raw["place_id"] == "geonames:598316"
    assert (location.latitude, location.longitude) == pytest.approx((54.9, 23.9), abs=0.05)
    assert len(geocoder.geocode("Springfield", exactly_one=False, limit=5) or []) == 5
    assert geocoder.geocode("qqqqzzzzqqqq") is None
    back = geocoder.reverse((54.69, 25.28))
    assert back is not None
    assert back.raw["place_id"] == "geonames:593116"
    assert back.raw["kilometres"] < 1
    with pytest.raises(GeocoderQueryError, match="no point"):
        geocoder.reverse("here")


def test_command_search_writes_the_documented_keys(gazetteer: Gazetteer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "search", "Svatove", "--json", "--limit", "3"]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert len(hits) == 3
    assert list(hits[0]) == [
        *("place_id", "name", "matched_name", "match_kind", "feature_class", "feature_code", "country_code"),
        *("admin1_name", "population", "latitude", "longitude", "precision"),
    ]
    assert (hits[0]["place_id"], hits[0]["precision"]) == ("geonames:692118", "point")


def test_command_info_names_sources_and_licences(gazetteer: Gazetteer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "info"]) == 0
    shown = capsys.readouterr().out
    assert gazetteer.version in shown
    assert "CC-BY-4.0" in shown
    assert main(["gazetteer", "info", "--json"]) == 0
    described = json.loads(capsys.readouterr().out)
    assert described["counts"]["places"] == len(gazetteer.columns)
    assert all(source["licence"] and source["attribution"] for source in described["sources"])
    # every row has a source that is told
    assert sum(source["places"] for source in described["sources"]) == described["counts"]["places"]
    assert sum(source["names"] for source in described["sources"]) == described["counts"]["names"]


def test_command_search_without_a_name_or_an_answer(gazetteer: Gazetteer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "search", " "]) == 2
    assert "empty" in capsys.readouterr().err
    assert main(["gazetteer", "search", "qqqqzzzzqqqq"]) == 0
    assert "no place" in capsys.readouterr().out
    assert main(["gazetteer", "search", "qqqqzzzzqqqq", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
