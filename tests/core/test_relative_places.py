"""Places given by another: the phrases of eight languages, the geometry, and what is only a journey or a price."""

import pytest
from geopy.distance import distance

from gazetteer.model import Annotation, Kind
from gazetteer.pipeline import Annotator
from gazetteer.recognition.relative import phrases

MARIUPOL, KHARKIV, VILNIUS, KAUNAS = (47.0958, 37.5413), (49.9808, 36.2527), (54.6892, 25.2798), (54.9027, 23.9096)


@pytest.mark.parametrize(
    ("lang", "words", "km", "bearing"),
    [
        ("en", "20 km north of ", 20, 0),
        ("en", "20km north-west of ", 20, 315),
        ("en", "about 15 miles south-east of ", 24.14, 135),
        ("en", "30 kilometers (18 miles) to the east of ", 30, 90),
        ("en", "twenty kilometres west of ", 20, 270),
        ("en", "15 to 25 km south of ", 20, 180),
        ("en", "500 m south of ", 0.5, 180),
        ("en", "20 km from ", 20, None),
        ("en", "within 30 km of ", 30, None),
        ("de", "35 Kilometer nördlich von ", 35, 0),
        ("de", "rund 35 km südöstlich von ", 35, 135),
        ("de", "35 Kilometer von ", 35, None),
        ("ru", "20 км к северу от ", 20, 0),
        ("ru", "двадцати километрах к северо-западу от ", 20, 315),
        ("ru", "20 км южнее ", 20, 180),
        ("ru", "20 км от ", 20, None),
        ("uk", "20 км на північ від ", 20, 0),
        ("uk", "20 кілометрів на південний захід від ", 20, 225),
        ("uk", "20 км східніше ", 20, 90),
        ("lt", "20 km į šiaurę nuo ", 20, 0),
        ("lt", "20 kilometrų į pietvakarius nuo ", 20, 225),
        ("lt", "20 km nuo ", 20, None),
        ("pl", "20 km na północ od ", 20, 0),
        ("pl", "20 kilometrów na południowy wschód od ", 20, 135),
        ("fr", "20 km au nord de ", 20, 0),
        ("fr", "une vingtaine de kilomètres au sud-ouest de ", 20, 225),
        ("fr", "à 20 km de ", 20, None),
        ("es", "20 km al norte de ", 20, 0),
        ("es", "unos 20 kilómetros al noreste de ", 20, 45),
        ("es", "a 20 km de ", 20, None),
    ],
)
def test_phrases(lang: str, words: str, km: float, bearing: float | None) -> None:
    text = f"— {words}X"
    (found,) = phrases(text, lang)
    assert text[found.start : found.end] == words
    assert found.distance_m == pytest.approx(km * 1000, rel=0.001)
    assert found.bearing == bearing


@pytest.mark.parametrize(
    "text",
    [
        "£20m from London",
        "$20 m from London",
        "20m from London",
        "20 km of road",
        "60 km an hour",
        "9,000 km from Minsk",
    ],
)
def test_money_lengths_and_far_journeys_are_none(text: str) -> None:
    assert list(phrases(text, "en")) == []


def test_rounder_and_vaguer_numbers_err_more() -> None:
    errors = [next(phrases(f"{words} km north of X", "en")).error_m for words in ("17", "15", "20", "about 20", "17.5")]
    assert errors == [500, 2500, 5000, 10_000, 50]


def _told(annotator: Annotator, lang: str, text: str) -> list[Annotation]:
    return [one for one in annotator.annotate(text, lang) if one.relative]


@pytest.mark.parametrize(
    ("lang", "text", "anchor", "centre", "km", "bearing"),
    [
        ("en", "Shells fell 20 km north of Mariupol in Ukraine.", "Mariupol", MARIUPOL, 20, 0),
        ("en", "It lies 10 miles east of the Ukrainian city of Kharkiv.", "Kharkiv", KHARKIV, 16.093, 90),
        ("de", "Die Drohne fiel 35 Kilometer nördlich von Vilnius.", "Vilnius", VILNIUS, 35, 0),
        ("de", "Rund 20 km südöstlich der Stadt Charkiw brannte es.", "Charkiw", KHARKIV, 20, 135),
        ("ru", "Взрыв произошёл в 20 км к северу от Мариуполя.", "Мариуполя", MARIUPOL, 20, 0),
        ("uk", "Вибух стався за 20 км на північ від Маріуполя.", "Маріуполя", MARIUPOL, 20, 0),
        ("lt", "Dronas nukrito už 20 km į šiaurę nuo Vilniaus.", "Vilniaus", VILNIUS, 20, 0),
        ("pl", "Dron spadł 20 km na północ od Wilna.", "Wilna", VILNIUS, 20, 0),
        ("fr", "Le drone est tombé à 20 km au nord de Marioupol.", "Marioupol", MARIUPOL, 20, 0),
        ("es", "El dron cayó a 20 km al norte de Mariúpol.", "Mariúpol", MARIUPOL, 20, 0),
    ],
)
def test_the_spot_is_on_the_place_it_is_told_by(
    annotator: Annotator, lang: str, text: str, anchor: str, centre: tuple[float, float], km: float, bearing: float
) -> None:
    (one,) = _told(annotator, lang, text)
    place, spot = one.resolution.place, one.relative
    assert place is not None
    assert spot is not None
    assert one.surface == anchor
    assert distance((place.latitude, place.longitude), centre).km < 3
    expected = distance(kilometers=km).destination((place.latitude, place.longitude), bearing)
    assert distance((spot.latitude, spot.longitude), expected).m < 20
    assert text[spot.start : spot.end] == spot.words
    assert spot.words.endswith(anchor)
    assert 0.3 * km < spot.radius_m / 1000 < km
    assert spot.words in one.resolution.reason


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A convoy stood on the road between Vilnius and Kaunas."),
        ("de", "Auf der Straße zwischen Vilnius und Kaunas stand ein Konvoi."),
        ("lt", "Kelyje tarp Vilniaus ir Kauno stovėjo kolona."),
        ("pl", "Na drodze między Wilnem a Kownem stała kolumna."),
        ("fr", "Sur la route entre Vilnius et Kaunas, un convoi attendait."),
        ("es", "En la carretera entre Vilna y Kaunas esperaba un convoy."),
    ],
)
def test_between_two_places_is_halfway_and_reaches_both(annotator: Annotator, lang: str, text: str) -> None:
    (one,) = _told(annotator, lang, text)
    assert one.relative is not None
    here = distance(VILNIUS, (one.relative.latitude, one.relative.longitude)).km
    there = distance(KAUNAS, (one.relative.latitude, one.relative.longitude)).km
    assert here == pytest.approx(there, abs=5)
    assert one.relative.radius_m / 1000 == pytest.approx(distance(VILNIUS, KAUNAS).km / 2, abs=5)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Колонну видели на трассе между Бердянском и Мелитополем."),
        ("uk", "Бій на трасі між Бердянськом і Мелітополем."),
    ],
)
def test_between_in_cyrillic(annotator: Annotator, lang: str, text: str) -> None:
    (one,) = _told(annotator, lang, text)
    assert one.relative is not None
    assert (one.relative.latitude, one.relative.longitude) == pytest.approx((46.80, 36.09), abs=0.05)


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Vilnius and Minsk went on; a match between Kaunas and Riga was lost.",
        "He walked 20 km from Vilnius to Kaunas.",
        "The village lies 20 km from the border with Belarus.",
        "It lies 200 km north of Ukraine.",
        "A pipe of 20 km. North of Vilnius it rained.",
        "The road between 2010 and 2014 in Vilnius was closed.",
    ],
)
def test_talks_journeys_borders_and_countries_give_no_spot(annotator: Annotator, text: str) -> None:
    assert _told(annotator, "en", text) == []


def test_without_a_direction_the_ring_is_round_the_place(annotator: Annotator) -> None:
    (one,) = _told(annotator, "en", "The depot was 20 km from Mariupol, Ukraine said.")
    place, spot = one.resolution.place, one.relative
    assert place is not None
    assert spot is not None
    assert (spot.latitude, spot.longitude) == (round(place.latitude, 4), round(place.longitude, 4))
    assert 20_000 < spot.radius_m < 40_000


def test_the_anchor_keeps_its_own_place(annotator: Annotator) -> None:
    plain = annotator.annotate("Shells fell in Mariupol in Ukraine.", "en")[0]
    told = _told(annotator, "en", "Shells fell 20 km north of Mariupol in Ukraine.")[0]
    assert told.kind is Kind.LITERAL
    assert told.resolution.place == plain.resolution.place
