"""Why: figures of the article, what would change it, in English and German; a name taken out takes its cue along."""

import json
import string
from collections.abc import Iterator

import pytest

import resources
from gazetteer.model import Annotation, Candidate, Cue, Place
from gazetteer.pipeline import Annotator
from gazetteer.places.store import Gazetteer
from gazetteer.resolution.cues import CUES, LOCAL, SHOWN
from gazetteer.resolution.ranking import Weights
from gazetteer.resolution.rivals import GROUPS, additions, removals
from gazetteer.why import LANGUAGES, Said, cue_text, from_json, in_words, plain, to_json

ARTICLE = (
    "The soldiers came by train. Lithuania had asked for them, and Lithuania thanked them. "
    "Their camp is near Pabradė. A second train left Vilnius at noon."
)
WITHOUT = ARTICLE.replace("Lithuania had", "The country had").replace("Lithuania thanked", "the country thanked")
ABOUT_THE_OTHERS = {"country_share", "region_share", "county_share", "most_common_country", "closeness", "nearest"}
"""cues that weigh all the article's names and so move a little when one goes"""


def _cues(found: list[Annotation], surface: str) -> dict[str, float]:
    taken = next(one for one in found if one.surface == surface).resolution.candidates[0]
    assert (taken.place.name, taken.place.country_code) == (surface, "LT")
    return {cue.name: cue.weight for cue in taken.cues}


@pytest.mark.parametrize("surface", ["Pabradė", "Vilnius"])
def test_a_country_taken_out_of_an_article_takes_its_cue_along_and_nothing_else(
    annotator: Annotator, surface: str
) -> None:
    before, after = annotator.annotate(ARTICLE, "en"), annotator.annotate(WITHOUT, "en")
    cues, left = _cues(before, surface), _cues(after, surface)
    assert cues["country_named"] > 0.1
    assert "country_named" not in left
    changed = {name for name in CUES if cues.get(name, 0) != left.get(name, 0)}
    assert changed & set(LOCAL) == set()
    assert changed - ABOUT_THE_OTHERS == {"country_named"}
    one, other = (next(a for a in found if a.surface == surface).resolution for found in (before, after))
    assert "Lithuania twice" in in_words(one.why)
    assert "Litauen zweimal" in in_words(one.why, "de")
    assert "Lithuania twice" not in in_words(other.why)
    assert "Litauen zweimal" not in in_words(other.why, "de")


def test_the_reason_counts_the_names_and_measures_the_way(annotator: Annotator) -> None:
    found = {one.surface: one.resolution for one in annotator.annotate(ARTICLE, "en")}
    assert in_words(found["Pabradė"].why) == (
        "Pabradė, Vilnius County, Lithuania, because the article names Lithuania twice and Vilnius once (45 km away), "
        "and no other place bears this name."
    )
    assert in_words(found["Pabradė"].why, "de") == (
        "Pabradė, Bezirk Vilnius, Litauen, weil der Artikel Litauen zweimal und Vilnius einmal (45 km entfernt) nennt, "
        "und kein anderer Ort diesen Namen trägt."
    )


@pytest.fixture
def plain_annotator(gazetteer: Gazetteer) -> Annotator:
    """An annotator whose weights do not change when those shipped are learned anew."""
    weights = {"name_main": 1.0, "population": 4.0, "country_named": 1.0, "region_named": 2.0, "nearest": 2.0}
    first, final = (tuple(weights.get(cue, 0.0) for cue in cues) for cues in (LOCAL, CUES))
    return Annotator(gazetteer, Weights(first, final))


def test_a_close_decision_names_the_runner_up_and_the_mention_that_would_decide_otherwise(
    plain_annotator: Annotator,
) -> None:
    paris = plain_annotator.annotate("He drove to Paris on Monday. The weather was fine.", "en")[0].resolution
    assert in_words(paris.why) == (
        "Probably Paris, Île-de-France, France, rather than Paris, Texas, United States, because it is the best known "
        "place of this name. If the article named Texas too, it would be Paris, Texas, United States."
    )
    assert in_words(paris.why, "de") == (
        "Wahrscheinlich Paris, Île-de-France, Frankreich, und nicht Paris, Texas, Vereinigte Staaten, weil es der "
        "bekannteste Ort dieses Namens ist. Nennte der Artikel auch Texas, so wäre es Paris, Texas, Vereinigte Staaten."
    )


def test_a_decision_names_the_mention_without_which_another_place_would_be_taken(plain_annotator: Annotator) -> None:
    text = "He drove to Paris on Monday. Texas was as hot as ever."
    paris = plain_annotator.annotate(text, "en")[0].resolution
    assert paris.place is not None
    assert paris.place.admin1_name == "Texas"
    said = "Without the mention of Texas, it would be Paris, Île-de-France, France."
    assert in_words(paris.why).endswith(said)
    assert in_words(paris.why, "de").endswith("Ohne den Namen Texas wäre es Paris, Île-de-France, Frankreich.")
    without = plain_annotator.annotate(text.replace("Texas", "The summer"), "en")[0].resolution
    assert without.place is not None
    assert without.place.label in said


def _candidate(name: str, probability: float, **weights: float) -> Candidate:
    cues = tuple(Cue(cue, weight, "") for cue, weight in weights.items())
    place = Place(f"geonames:{name}", name, 0.0, 0.0, "P", "PPL")
    return Candidate(place, sum(weights.values()), probability, name, cues)


def test_the_fewest_cues_without_which_another_would_win() -> None:
    best = _candidate("a", 0.9, country_named=2.0, nearest=1.0, population=0.5)
    near = _candidate("b", 0.08, population=1.0, nearest=1.0)
    assert removals(best, [near]) == (("country_named",), 0)
    two = _candidate("c", 0.9, country_named=1.0, nearest=1.0)
    assert removals(two, [_candidate("d", 0.02, population=0.5)]) == (("country_named", "near"), 0)
    assert removals(_candidate("e", 0.9, population=3.0), [near]) is None
    assert removals(best, [_candidate("f", 0.0001, population=2.5)]) is None
    assert removals(best, []) is None


def test_the_fewest_mentions_with_which_another_would_win() -> None:
    best, rival = _candidate("a", 0.9, population=3.0), _candidate("b", 0.1, population=1.5, region_named=0.5)
    assert additions(best, rival, {"region_named": 2.1, "country_named": 1.2}) == ("region_named",)
    assert additions(best, rival, {"country_named": 0.6, "region_named": 1.0}) == ("country_named", "region_named")
    assert additions(best, rival, {"country_named": 0.3, "region_named": 0.9}) == ()


# the catalogue ------------------------------------------------------------------------------------------------------


def _messages() -> Iterator[tuple[str, dict[str, str]]]:
    yield from json.loads(resources.path("data", "why.json").read_text("utf-8")).items()


def test_every_message_is_there_in_every_language_with_the_same_values() -> None:
    for message, words in _messages():
        assert list(words) == list(LANGUAGES), message
        values = {lang: {field for _, field, _, _ in string.Formatter().parse(words[lang]) if field} for lang in words}
        assert len({frozenset(found) for found in values.values()}) == 1, message


def test_every_cue_and_every_group_of_cues_has_words() -> None:
    assert all(cue_text(cue, lang) for cue in SHOWN for lang in LANGUAGES)
    assert {cue for cues in GROUPS.values() for cue in cues} <= set(SHOWN)
    assert cue_text("of a plug-in") is None


def test_words_of_a_reason_join_count_and_group() -> None:
    named = [["named", {"area": {"en": "Lithuania", "de": "Litauen"}, "n": 12}]]
    near = [["named_near", {"other": {"en": "Vilnius"}, "n": 1, "km": 1234}]]
    why = (Said("names", {"what": named + near}),)
    assert in_words(why) == "the article names Lithuania 12 times and Vilnius once (1,234 km away)"
    assert in_words(why, "de") == "der Artikel Litauen 12-mal und Vilnius einmal (1.234 km entfernt) nennt"
    assert in_words(why, "fr") == in_words(why, "en")
    assert from_json(to_json(why)) == why


def test_reasons_of_older_projects_are_read_as_they_are() -> None:
    assert from_json("Marked by a person.") == plain("Marked by a person.")
    assert in_words(from_json("Vilnius, because.")) == "Vilnius, because."
