"""Text in, annotations out."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer.model import Annotation, Kind, Speed, SpellingStatus
from gazetteer.pipeline import Annotator
from gazetteer.places.store import Gazetteer

STORY = (
    "Igor Korolev crossed into Lithuania on Thursday. Korolev told reporters in Vilnius that he had served near the "
    "town of Teysin in Khabarovsk Krai. He was taken to a centre in Pabrade. The Miami Herald asked for comment."
)


def _named(annotations: list[Annotation], surface: str) -> Annotation:
    return next(annotation for annotation in annotations if annotation.surface == surface)


@pytest.fixture(scope="module")
def story(annotator: Annotator) -> list[Annotation]:
    return annotator.annotate(STORY, "en")


def test_spans_are_slices_in_order_without_overlaps(story: list[Annotation]) -> None:
    end = 0
    for annotation in story:
        assert annotation.start >= end
        assert STORY[annotation.start : annotation.end] == annotation.surface
        end = annotation.end


def test_cues_sum_to_the_score_and_candidates_come_best_first(story: list[Annotation]) -> None:
    resolved = [annotation for annotation in story if annotation.resolution.candidates]
    assert resolved
    for annotation in resolved:
        candidates = annotation.resolution.candidates
        assert [c.probability for c in candidates] == sorted((c.probability for c in candidates), reverse=True)
        for candidate in candidates:
            assert sum(cue.weight for cue in candidate.cues) == pytest.approx(candidate.score, abs=1e-3)


def test_places_persons_and_organisations(story: list[Annotation]) -> None:
    assert _named(story, "Vilnius").resolution.place.country_code == "LT"  # type: ignore[union-attr]
    assert _named(story, "Khabarovsk Krai").resolution.place.feature_code == "ADM1"  # type: ignore[union-attr]
    person = _named(story, "Korolev")
    assert (person.kind, person.resolution.place) == (Kind.PERSON, None)
    assert person.resolution.candidates
    assert _named(story, "Miami").kind is Kind.ORGANISATION


def test_lost_marks_are_told_and_explained(story: list[Annotation]) -> None:
    spelling = _named(story, "Pabrade").resolution.spelling
    assert (spelling.status, spelling.edit_ops) == (SpellingStatus.DIACRITICS, "Pabrad[ė→e]")


def test_the_area_after_a_comma_decides(annotator: Annotator) -> None:
    text = "The sale in Paris, Texas, was called off. A dealer had come from London, Ontario."
    found = annotator.annotate(text, "en")
    assert _named(found, "Paris").resolution.place.admin1_name == "Texas"  # type: ignore[union-attr]
    assert _named(found, "London").resolution.place.country_code == "CA"  # type: ignore[union-attr]


def test_given_spans_are_all_answered_in_the_order_given(annotator: Annotator) -> None:
    text = "Officials in Qqxzv and Vilnius met; the Miami Herald wrote."
    spans = [(text.index("Vilnius"), text.index("Vilnius") + 7), (13, 18), (40, 45), (13, 18)]
    answered = annotator.annotate(text, "en", spans)
    assert [(a.start, a.end) for a in answered] == spans
    assert answered[1].resolution.place is None
    assert answered[2].kind is Kind.LITERAL


@pytest.mark.parametrize(
    ("lang", "text", "surface", "country"),
    [
        ("lt", "Vyras sulaikytas Vilniuje, o laivas stovi Klaipėdoje.", "Vilniuje", "LT"),
        ("uk", "Потяг прибув до Маріуполя з Києва ввечері.", "Маріуполя", "UA"),
        ("ru", "Он жил в Вильнюсе и работал в Каунасе.", "Вильнюсе", "LT"),
        ("pl", "Konwój z Warszawy dotarł do Wilna w piątek.", "Wilna", "LT"),
        ("de", "Die Delegation reiste nach Litauen und traf sich in Wilna.", "Wilna", "LT"),
    ],
)
def test_inflected_names_and_exonyms(annotator: Annotator, lang: str, text: str, surface: str, country: str) -> None:
    place = _named(annotator.annotate(text, lang), surface).resolution.place
    assert place is not None
    assert place.country_code == country


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_survived(annotator: Annotator, text: str) -> None:
    for annotation in annotator.annotate(text, "en"):
        assert text[annotation.start : annotation.end] == annotation.surface


def test_a_case_that_differs_by_a_mark_is_no_lost_mark(annotator: Annotator) -> None:
    found = annotator.annotate("Krovinys iškeliavo į Vokietiją, o Varšuvoje jo laukė.", "lt")
    assert _named(found, "Vokietiją").resolution.spelling.status is SpellingStatus.INFLECTED


def test_villages_no_gazetteer_holds_stay_unresolved(annotator: Annotator) -> None:
    text = "A fire broke out in the hamlet of Qarnobrook, near Garmisch-Partenkirchen in Germany. Munich sent help."
    found = _named(annotator.annotate(text, "en"), "Qarnobrook")
    assert (found.resolution.place, found.resolution.spelling.status) == (None, SpellingStatus.UNKNOWN)


def test_twice_is_the_same(annotator: Annotator, story: list[Annotation]) -> None:
    assert annotator.annotate(STORY, "en") == story


def test_without_explanation_the_answers_are_the_same(annotator: Annotator, story: list[Annotation]) -> None:
    plain = annotator.annotate(STORY, "en", explained=False)
    assert [(a.start, a.end, a.kind, a.resolution.place, a.resolution.confidence) for a in plain] == [
        (a.start, a.end, a.kind, a.resolution.place, a.resolution.confidence) for a in story
    ]
    assert [a.resolution.spelling for a in plain] == [a.resolution.spelling for a in story]
    best = _named(plain, "Vilnius").resolution.candidates
    assert [(c.place, c.score, c.cues) for c in best] == [
        (c.place, pytest.approx(c.score, abs=0.01), ()) for c in _named(story, "Vilnius").resolution.candidates[:1]
    ]


def test_fast_looks_for_names_one_letter_off_and_best_two(annotator: Annotator, gazetteer: Gazetteer) -> None:
    fast = Annotator(gazetteer, speed=Speed.FAST)
    one = "The convoy left Vilnius for Kaunas. In Klaipeda and Siauliai and in Panevezyz the roads were closed."
    two = "The convoy left Vilnius for Kaunas. In Klaipeda and Siauliai and in Panevizyz the roads were closed."
    for text, surface, speeds in ((one, "Panevezyz", (annotator, fast)), (two, "Panevizyz", (annotator,))):
        for reader in speeds:
            found = _named(reader.annotate(text, "en"), surface).resolution
            assert found.spelling.status is SpellingStatus.PROBABLE_MISSPELLING
            assert found.place is not None
            assert found.place.name == "Panevėžys"
    assert all(a.resolution.place is None for a in fast.annotate(two, "en") if a.surface == "Panevizyz")


def test_fast_explained_or_not_is_the_same(gazetteer: Gazetteer) -> None:
    fast = Annotator(gazetteer, speed=Speed.FAST)
    told, plain = (fast.annotate(STORY, "en", explained=explained) for explained in (True, False))
    assert [(a.start, a.resolution.place, a.resolution.confidence) for a in told] == [
        (a.start, a.resolution.place, a.resolution.confidence) for a in plain
    ]


def test_a_country_that_speaks_is_its_government_and_one_where_others_speak_is_not(annotator: Annotator) -> None:
    found = annotator.annotate("Guinea confirmed nine cases. Doctors in Liberia confirmed two more.", "en")
    assert [(one.surface, one.kind) for one in found] == [("Guinea", Kind.METONYM), ("Liberia", Kind.LITERAL)]


def test_an_article_is_never_shown_as_a_name(annotator: Annotator) -> None:
    found = annotator.annotate("Der FC Bayern gewann in Bremen. Die Spieler flogen nach Hamburg.", "de")
    assert "Der" not in {one.surface for one in found}


@pytest.mark.parametrize(
    ("text", "lang", "surface", "place"),
    [
        ("Am Bodensee regnet es. Der Ärmelkanal ist gesperrt.", "de", "Bodensee", "Lake Constance"),
        (
            "Der Ärmelkanal ist gesperrt, der Atlantik ruhig. In Brest wartet ein Schiff.",
            "de",
            "Atlantik",
            "Atlantic Ocean",
        ),
    ],
)
def test_what_a_language_calls_a_place_is_as_good_as_its_own_name(
    annotator: Annotator, text: str, lang: str, surface: str, place: str
) -> None:
    found = _named(annotator.annotate(text, lang), surface).resolution.place
    assert found is not None
    assert found.name == place
