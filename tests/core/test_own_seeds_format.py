"""Our sample articles and their gold: exact spans, enough of each difficulty, and a scorer that can fail."""

import json
from pathlib import Path
from typing import Any

import pytest

from gazetteer.model import Kind, SpellingStatus
from gazetteer.text.readers import expand_paths, read_document
from tests.core.seed_scores import class_group, read_gold, score_seeds

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = read_gold(SEEDS)
NAMES = [document["doc_id"] for document in GOLD]
GROUPS = {"country", "admin1", "admin2", "populated", "landmark"}


@pytest.mark.parametrize("document", GOLD, ids=NAMES)
def test_each_span_quotes_the_text_and_none_overlap(document: dict[str, Any]) -> None:
    text = read_document(SEEDS / document["doc_id"]).text
    spans = sorted(document["mentions"] + document["not_places"], key=lambda span: int(span["start"]))
    last = 0
    for span in spans:
        assert text[span["start"] : span["end"]] == span["quote"]
        assert last <= span["start"]
        last = span["end"]
    assert all(span in document["not_places"] for span in document["unresolved"])


@pytest.mark.parametrize("document", GOLD, ids=NAMES)
def test_each_mention_is_complete(document: dict[str, Any]) -> None:
    for mention in document["mentions"]:
        assert set(mention["groups"]) <= GROUPS
        assert mention["groups"]
        assert -90 <= mention["lat"] <= 90
        assert -180 <= mention["lon"] <= 180
        assert mention["tolerance_km"] >= 20
        assert mention["country"] is None or len(mention["country"]) == 2
        assert set(mention["kinds"]) <= set(Kind)
        assert mention["spelling"] in set(SpellingStatus)


@pytest.mark.parametrize("document", GOLD, ids=NAMES)
def test_each_article_is_short_and_knows_its_language_title_and_date(document: dict[str, Any]) -> None:
    article = read_document(SEEDS / document["doc_id"])
    assert article.lang == document["lang"]
    assert 120 <= len(article.text.split()) <= 300
    assert article.title
    assert article.date
    assert article.date_precision == "day"


def test_every_article_has_its_gold_and_nothing_else_is_read_from_the_folder() -> None:
    assert [path.name for path in expand_paths([SEEDS])] == NAMES


def test_there_is_enough_of_everything() -> None:
    firm = [mention for document in GOLD for mention in document["mentions"] if not mention["optional"]]
    spellings = [mention["spelling"] for mention in firm]
    languages = [document["lang"] for document in GOLD]
    assert {lang: languages.count(lang) for lang in "en de uk ru lt pl".split()} == {
        "en": 3, "de": 2, "uk": 1, "ru": 1, "lt": 1, "pl": 1,
    }  # fmt: skip
    assert len(firm) >= 100
    assert sum(len(document["not_places"]) for document in GOLD) >= 30
    assert sum(len(document["unresolved"]) for document in GOLD) >= 1
    assert spellings.count("probable_misspelling") >= 3
    for spelling, least in {"diacritics": 4, "exonym": 15, "historic": 4, "inflected": 40}.items():
        assert spellings.count(spelling) >= least, spelling
    assert sum("metonym" in mention["kinds"] and mention["groups"] == ["populated"] for mention in firm) >= 5


MENTION = {
    "start": 4, "end": 9, "quote": "Lutsk", "groups": ["populated"], "country": "UA", "lat": 50.7578, "lon": 25.3502,
    "tolerance_km": 20, "spelling": "exact", "kinds": ["literal"], "optional": False, "place": "Lutsk",
}  # fmt: skip
ANSWER = {
    "doc_file": "a.txt", "quote": "Lutsk", "char_start": 4, "char_end": 9, "plotted": True, "status": "auto",
    "mention_kind": "literal", "country_code": "UA", "feature_class": "P", "feature_code": "PPLA",
    "spelling_status": "exact", "place_label": "Lutsk",
}  # fmt: skip


def _feature(**changes: Any) -> dict[str, Any]:
    coordinates = changes.pop("coordinates", [25.35, 50.76])
    return {"properties": {**ANSWER, **changes}, "geometry": {"type": "Point", "coordinates": coordinates}}


def _gold(**changes: Any) -> list[dict[str, Any]]:
    trap = {"start": 20, "end": 25, "quote": "Brest"}
    return [{"doc_id": "a.txt", "mentions": [{**MENTION, **changes}], "not_places": [trap]}]


def test_a_right_answer_scores_and_a_missing_one_does_not() -> None:
    right = score_seeds([_feature()], _gold())
    assert (right.gold, right.found, right.placed, right.smaller_placed, right.problems) == (1, 1, 1, 1, [])
    nothing = score_seeds([], _gold())
    assert (nothing.gold, nothing.found, nothing.placed, len(nothing.problems)) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    "changes",
    [
        {"coordinates": [26.0, 50.76]},
        {"country_code": "PL"},
        {"feature_class": "A", "feature_code": "ADM1"},
        {"mention_kind": "person"},
        {"status": "deferred"},
        {"plotted": False},
    ],
)
def test_an_answer_wrong_in_one_thing_is_found_but_not_placed(changes: dict[str, Any]) -> None:
    scores = score_seeds([_feature(**changes)], _gold())
    assert (scores.found, scores.placed) == (1, 0)


def test_traps_extras_and_second_answers_are_counted_apart() -> None:
    features = [
        _feature(),
        _feature(char_start=3, char_end=9),
        _feature(char_start=21, char_end=25),
        _feature(char_start=30, char_end=35),
        _feature(char_start=40, char_end=45, plotted=False),
    ]
    scores = score_seeds(features, _gold())
    assert (scores.placed, scores.traps, scores.traps_plotted, scores.extra_plotted) == (1, 1, 1, 2)


def test_spellings_are_told_or_raise_a_false_alarm() -> None:
    told = score_seeds([_feature(spelling_status="diacritics")], _gold(spelling="diacritics"))
    assert (told.misspelled, told.told, told.false_alarms) == (1, 1, 0)
    alarm = score_seeds([_feature(spelling_status="probable_misspelling")], _gold())
    assert (alarm.misspelled, alarm.false_alarms, alarm.placed) == (0, 1, 1)


def test_optional_mentions_count_neither_way_and_an_overlong_answer_is_none() -> None:
    optional = score_seeds([_feature()], _gold(optional=True))
    assert (optional.gold, optional.extra_plotted) == (0, 0)
    overlong = score_seeds([_feature(char_start=0, char_end=16)], _gold())
    assert (overlong.found, overlong.extra_plotted) == (0, 1)


@pytest.mark.parametrize(
    ("feature_class", "code", "group"),
    [("P", "PPL", "populated"), ("A", "PCLI", "country"), ("A", "ADM1", "admin1"), ("A", "ADM2", "admin2"),
     ("H", "SEA", "landmark"), ("L", "RGN", "landmark"), ("", "", "?"), (None, None, "?")],
)  # fmt: skip
def test_class_groups(feature_class: str | None, code: str | None, group: str) -> None:
    assert class_group({"feature_class": feature_class, "feature_code": code}) == group


def test_gold_is_read_from_lines_too(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(json.dumps(document) for document in GOLD[:2]) + "\n\n")
    assert [document["doc_id"] for document in read_gold(file)] == NAMES[:2]
