"""Our gold sets: well marked, places as the gazetteer holds them, unlike what is learned from; and what we score."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from gazetteer.pipeline import Annotator
from gazetteer.places.store import Gazetteer
from gazetteer.text.readers import expand_paths, read_document
from gazetteer.text.sentences import sentence_spans
from tests.core.gold_scores import end_to_end_f1, is_read_as_place
from tests.gold.source import KINDS, LANGUAGES, GoldSourceError, document, documents, read, surnames, unmarked

GOLD = Path(__file__).parents[1] / "gold"
SEEDS = Path(__file__).parents[2] / "seeds"
SETS = {lang: read(lang) for lang in LANGUAGES}
SURNAMES = read("surnames")
SHARED_WORDS = 6
BARS = {"en": 0.85, "de": 0.85, "uk": 0.85, "ru": 0.85, "lt": 0.85, "pl": 0.84, "fr": 0.81, "es": 0.85}
"""End-to-end F1 with the shipped weights: what was measured, less .03, never above the goal of .85."""
SURNAME_BAR = 0.9

by_language = pytest.mark.parametrize("lang", LANGUAGES)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[i : i + SHARED_WORDS]) for i in range(len(words) - SHARED_WORDS + 1)}


@by_language
def test_the_lines_are_what_the_sources_and_the_gazetteer_say(lang: str, gazetteer: Gazetteer) -> None:
    assert SETS[lang] == documents(lang, gazetteer), "run: python -m tests.gold.source"


def test_the_surnames_are_what_the_source_says() -> None:
    assert surnames() == SURNAMES, "run: python -m tests.gold.source"


@by_language
def test_spans_quote_the_text_and_do_not_overlap(lang: str) -> None:
    for one in SETS[lang]:
        last = 0
        for span in sorted(one["mentions"] + one["traps"], key=lambda span: int(span["start"])):
            assert last <= span["start"] < span["end"]
            assert one["text"][span["start"] : span["end"]] == span["surface"]
            last = span["end"]


@by_language
def test_there_is_enough_of_everything(lang: str) -> None:
    texts = [one["text"] for one in SETS[lang]]
    assert 20 <= len(texts) <= 40
    assert all(2 <= len(sentence_spans(text, lang)) <= 5 for text in texts)
    assert sum(len(sentence_spans(text, lang)) for text in texts) >= 60
    mentions = [mention for one in SETS[lang] for mention in one["mentions"]]
    kinds = Counter(mention["kind"] for mention in mentions)
    assert len(mentions) >= 100
    assert set(kinds) <= set(KINDS)
    assert min(kinds["demonym"], kinds["metonym"]) >= 5
    assert len({mention["country"] for mention in mentions}) >= 20
    assert sum(len(one["traps"]) for one in SETS[lang]) >= 10


@by_language
def test_places_are_in_the_gazetteer_at_these_positions(lang: str, gazetteer: Gazetteer) -> None:
    outside = 0
    for mention in (mention for one in SETS[lang] for mention in one["mentions"]):
        if mention["place_id"] is None:
            outside += 1
            assert mention["geonameid"] is None
            continue
        place = gazetteer.place_by_id(mention["place_id"])
        assert place is not None, mention
        assert (place.latitude, place.longitude) == pytest.approx((mention["lat"], mention["lon"]), abs=1e-4)
        assert (place.country_code or "", place.admin1_name or "") == (mention["country"], mention["region"])
        assert mention["geonameid"] in (None, mention["place_id"].removeprefix("geonames:"))
    assert 1 <= outside <= 8, "places that the gazetteer does not hold keep the measure honest, too many spoil it"


@by_language
def test_nothing_is_learned_from(lang: str) -> None:
    learned = (GOLD / f"{lang}.train.txt").read_text("utf-8").replace("[", "").replace("]", "")
    articles = " ".join(read_document(path).text for path in expand_paths([SEEDS]))
    known = _runs(learned) | _runs(articles)
    assert len(known) > 100
    for one in SETS[lang] + [sentence for sentence in SURNAMES if sentence["lang"] == lang]:
        assert not _runs(one["text"]) & known, one["doc_id"]


def test_a_wrongly_marked_line_is_refused(gazetteer: Gazetteer) -> None:
    for line in ("In [Bonn| lebt", "In [Bonn|geonames:1|place] lebt", "In [Bonn|geonames:0] lebt", "{Essen|Nomen"):
        with pytest.raises(GoldSourceError):
            document(line, "x", "de", gazetteer)
    assert unmarked("{Essen|Nomen} in [Köln|geonames:2886242]")[0] == "Essen in Köln"


def test_surnames_are_half_persons_and_half_places() -> None:
    assert Counter(one["lang"] for one in SURNAMES) == {"en": 60, "de": 15, "ru": 10, "uk": 10, "lt": 2, "pl": 3}
    assert 48 <= Counter(one["is"] for one in SURNAMES)["person"] <= 52
    assert len({one["text"] for one in SURNAMES}) == 100
    assert all(one["text"][one["start"] : one["end"]] == one["surface"] for one in SURNAMES)


@by_language
def test_places_are_found_and_placed(lang: str, annotator: Annotator) -> None:
    f1 = end_to_end_f1(annotator, SETS[lang])
    assert f1 >= BARS[lang], f"{lang}: end-to-end F1 {f1:.3f}"


def test_the_score_tells_right_from_wrong(annotator: Annotator) -> None:
    nothing: list[dict[str, Any]] = [{"text": "It rained all day.", "lang": "en", "mentions": []}]
    assert end_to_end_f1(annotator, nothing) == 0
    vilnius = {"text": "He fled to Vilnius.", "lang": "en"}
    here, away = ({"start": 11, "end": 18, "lat": lat, "lon": 25.3} for lat in (54.7, 44.7))
    assert end_to_end_f1(annotator, [{**vilnius, "mentions": [here]}]) == 1
    assert end_to_end_f1(annotator, [{**vilnius, "mentions": [away]}]) == 0


def test_surnames_are_told_from_places(annotator: Annotator) -> None:
    wrong = [
        f"{one['doc_id']} {one['lang']} {one['is']}: {one['text']}"
        for one in SURNAMES
        if is_read_as_place(annotator, one) != (one["is"] == "place")
    ]
    right = 1 - len(wrong) / len(SURNAMES)
    assert right >= SURNAME_BAR, "\n".join([f"{right:.2f} right, wrong:", *wrong])
