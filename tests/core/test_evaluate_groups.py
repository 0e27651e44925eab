"""Which group a mention counts in: class and country through the gazetteer, language, kind, demonyms."""

from pathlib import Path
from typing import Any

import pytest

from gazetteer.evaluation.gold import COUNTED_KINDS, read_gold, read_predictions
from gazetteer.evaluation.groups import UNKNOWN
from gazetteer.evaluation.measurement import Measurement, Settings, measure
from gazetteer.places.store import Gazetteer
from tests.core.evaluation_samples import answer, document, mention, write

NEWS = "Lithuanian police came from Vilnius to Riga and Qzxvwk."
LANG = "de"
VILNIUS, LITHUANIA, RIGA = (
    {"lat": 54.689, "lon": 25.280, "geonameid": "593116"},
    {"lat": 55.417, "lon": 24.0, "geonameid": "597427"},
    {"lat": 56.946, "lon": 24.106, "geonameid": "456172"},
)
HILL = {"lat": 10.0, "lon": 10.0, "fcode": "HLL", "country": "NG"}


def _measured(folder: Path, gazetteer: Gazetteer, kinds: dict[str, str]) -> Measurement:
    def marked(word: str, facts: dict[str, Any]) -> dict[str, Any]:
        kind = {"kind": kinds[word]} if word in kinds else {}
        return mention(NEWS, word, **facts, **kind)

    marks = [("Lithuanian", LITHUANIA), ("Vilnius", VILNIUS), ("Riga", RIGA), ("Qzxvwk", HILL)]
    rows = [document("en", NEWS, *(marked(*one) for one in marks))]
    rows.append(document("de", "Ulm und Berlin, dann noch lange nicht Warschau.", lang=LANG))
    gold = read_gold(write(folder / "gold.jsonl", rows))
    said = [
        answer("en", NEWS, "Lithuanian", LITHUANIA["lat"], LITHUANIA["lon"], kind="demonym", geonameid="597427"),
        answer("en", NEWS, "Vilnius", 0.0, 0.0, geonameid="593116"),
        answer("de", rows[1]["text"], "Berlin", 52.52, 13.41, place_id="geonames:2950159"),
    ]
    answers = read_predictions(write(folder / "pred.jsonl", said), gold)
    return measure("news", gold.documents, answers.by_document, gazetteer, Settings(kinds=COUNTED_KINDS))


@pytest.fixture
def measured(tmp_path: Path, gazetteer: Gazetteer) -> Measurement:
    return _measured(tmp_path, gazetteer, {})


def _gold(measured: Measurement, dimension: Any) -> dict[str, int]:
    return {name: one.counts.gold for name, one in measured.by[dimension].items()}


def test_classes_and_countries_come_from_the_gazetteer_or_the_file(measured: Measurement) -> None:
    assert _gold(measured, "class") == {"P": 2, "A": 1, "T": 1}
    assert _gold(measured, "code") == {"PPLC": 2, "HLL": 1, "PCLI": 1}
    assert _gold(measured, "country") == {"Lithuania": 2, "Latvia": 1, "Nigeria": 1, "Germany": 0}


def test_a_false_alarm_counts_where_its_place_is(measured: Measurement) -> None:
    germany = measured.by["country"]["Germany"].counts
    assert (germany.predicted, germany.found, germany.gold) == (1, 0, 0)
    german = measured.by["language"]["de"].counts
    assert (german.predicted, german.gold) == (1, 0)
    assert _gold(measured, "language") == {"en": 4, "de": 0}


def test_groups_add_up_to_the_whole(measured: Measurement) -> None:
    for dimension in ("class", "code", "country", "language", "demonyms"):
        some = [one.counts.row() for one in measured.by[dimension].values()]
        assert [sum(column) for column in zip(*some, strict=True)] == measured.figures.counts.row(), dimension


def test_demonyms_are_told_by_their_word_where_the_file_has_no_kinds(measured: Measurement) -> None:
    assert _gold(measured, "demonyms") == {"without demonyms": 3, "demonyms": 1}
    assert measured.by["demonyms"]["demonyms"].end_to_end.f1 == 1.0
    assert measured.by["demonyms"]["without demonyms"].end_to_end.f1 == 0.0


def test_without_kinds_in_the_file_only_shares_of_predictions_are_known(measured: Measurement) -> None:
    assert measured.kinds_predicted
    kinds = measured.by["kind"]
    assert set(kinds) == {"demonym", "literal"}
    assert kinds["literal"].overlap.precision == 1 / 2
    assert kinds["literal"].overlap.recall is None
    assert kinds["literal"].end_to_end.f1 is None


def test_kinds_of_the_file_are_kept_to(tmp_path: Path, gazetteer: Gazetteer) -> None:
    measured = _measured(tmp_path, gazetteer, {"Lithuanian": "literal", "Vilnius": "metonym", "Riga": "demonym"})
    assert not measured.kinds_predicted
    assert _gold(measured, "kind") == {"demonym": 1, "literal": 1, "metonym": 1, UNKNOWN: 1}
    assert measured.by["kind"]["metonym"].overlap.recall == 1.0
    assert measured.by["kind"]["demonym"].overlap.recall == 0.0
    # a person said that Riga is one here and Lithuanian is none
    assert measured.by["demonyms"]["demonyms"].counts.found == 0


def test_a_text_without_a_language_has_it_detected(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = "Die Feuerwehr konnte den Brand in der Lagerhalle erst nach mehreren Stunden löschen, sagte ein Sprecher."
    row = document("x", text, mention(text, "Brand", lat=1.0, lon=1.0))
    del row["lang"]
    gold = read_gold(write(tmp_path / "gold.jsonl", [row]))
    assert list(measure("x", gold.documents, {}, gazetteer, Settings()).by["language"]) == ["de"]
