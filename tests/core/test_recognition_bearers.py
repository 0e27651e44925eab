"""What is kept of names: the same whatever was asked before, and no longer than the gazetteer."""

import gc
import weakref

import pytest

from gazetteer.places.records import NameKind
from gazetteer.places.store import Gazetteer
from gazetteer.recognition import bearers
from gazetteer.recognition.bearers import NOBODY, names_of
from gazetteer.recognition.hits import span_hits
from gazetteer.recognition.scan import scan


def test_a_name_has_the_bearers_that_the_gazetteer_gives(gazetteer: Gazetteer) -> None:
    names = names_of(gazetteer, "en")
    for surface in ("Paris", "New York", "PARIS", "Xqzvbrk"):
        assert names[surface].bearers.hits == span_hits(surface, "en", gazetteer)
    assert names["Paris"] is names["Paris"]
    assert names["Xqzvbrk"].bearers is NOBODY
    assert names_of(gazetteer, "en") is names is not names_of(gazetteer, "de")


def test_what_is_asked_of_bearers(gazetteer: Gazetteer) -> None:
    names = names_of(gazetteer, "en")
    france, french, paris = (names[surface].bearers for surface in ("France", "French", "Paris"))
    assert (france.first_is_country, france.well_known, france.feature) == (True, True, "A.PCLI")
    assert french.best is not None
    assert french.best.kind is NameKind.DEMONYM
    assert (paris.first_is_country, paris.feature) == (False, "P.PPLC")
    assert paris.people > 2_000_000
    assert len(paris.countries) == len(paris.regions) == min(20, len(paris.hits))


def test_a_short_word_in_capitals_is_an_abbreviation_or_a_country(gazetteer: Gazetteer) -> None:
    names = names_of(gazetteer, "en")
    features = gazetteer.columns.features
    for surface in ("USA", "NATO", "ROME"):
        for hit in names.acronym(surface).hits:
            country = features[gazetteer.columns.feature[hit.pid]].startswith("A.PCL")
            assert hit.kind is NameKind.ABBREVIATION or country
    assert names.acronym("USA").hits
    assert names.acronym("ROME") is NOBODY


def test_more_names_than_are_kept(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bearers, "_ROOM", 5)
    text = "He went from Paris to New York, from Rome to Oslo, and from Vilnius by Kaunas to Riga in the USA."
    surfaces = [span.surface for span in scan(text, "en", gazetteer).spans if span.hits]
    monkeypatch.undo()
    assert surfaces == [span.surface for span in scan(text, "en", gazetteer).spans if span.hits]
    assert {"Paris", "New York", "Riga", "USA"} <= set(surfaces)


def test_what_is_kept_goes_with_its_gazetteer() -> None:
    opened = Gazetteer.open()
    assert [span.surface for span in scan("in Vilnius", "en", opened).spans if span.hits] == ["Vilnius"]
    gone = weakref.ref(opened)
    opened.close()
    del opened
    gc.collect()
    assert gone() is None
