"""`toposcope gazetteer show` and `near`."""

import json

import pytest

from gazetteer.cli import main


def test_a_place_is_shown_with_all_that_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "show", "geonames:593116", "--json"]) == 0
    card = json.loads(capsys.readouterr().out)
    assert [place["label"] for place in card["lies_in"]][:2] == ["Lithuania", "Vilnius County, Lithuania"]
    assert {"name": "Вильнюс", "lang": "ru", "kind": "tagged", "period": ""} in card["names"]
    assert card["mgrs"].startswith("35U")
    assert card["near"][0]["km"] < 5
    assert card["licence"] == "CC-BY-4.0"
    assert main(["gazetteer", "show", "Simferopol"]) == 0
    shown = capsys.readouterr().out
    assert "disputed: Crimea" in shown
    assert "Сімферополь" in shown


@pytest.mark.parametrize("position", ["54.69 25.28", "54°41′21″N 25°16′47″E", "35ULA8911761565"])
def test_places_near_a_position(position: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "near", position, "--limit", "3", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found) == 3
    assert found[0]["place_id"] == "geonames:593116"
    assert main(["gazetteer", "near", position]) == 0
    assert "Vilnius" in capsys.readouterr().out.split("\n")[0]


def test_what_cannot_be_found_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "near", "somewhere"]) == 2
    assert "no position" in capsys.readouterr().err
    assert main(["gazetteer", "show", "qqqqzzzzqqqq"]) == 2
    assert "no place like" in capsys.readouterr().err
