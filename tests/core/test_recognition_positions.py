"""Positions in running text: every notation, in every language, and everything that only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.model import Kind, Precision, SpellingStatus
from gazetteer.pipeline import Annotator
from gazetteer.places import coordinates
from gazetteer.places.positions import kilometres
from gazetteer.recognition.positions import stated_positions

VILNIUS = (54.6892, 25.2798)


@pytest.mark.parametrize(
    ("lang", "figures"),
    [
        ("en", "54.6892, 25.2798"),
        ("en", "54.6892,25.2798"),
        ("en", "54.6892°N 25.2798°E"),
        ("en", "54.6892° N, 25.2798° E"),
        ("en", "54.6892 N, 25.2798 E"),
        ("en", "N 54.6892 E 25.2798"),
        ("en", "25.2798° E, 54.6892° N"),
        ("en", "54.6892 degrees north, 25.2798 degrees east"),
        ("en", "54°41′21″N 25°16′47″E"),
        ("en", "54°41'21\"N, 25°16'47\"E"),
        ("en", "54° 41' 21.1'' N, 25° 16' 47.3'' E"),
        ("en", "N54°41.352' E25°16.788'"),
        ("en", "544121N 0251647E"),
        ("en", "54-41-21N 025-16-47E"),
        ("en", "54 41 21 N 25 16 47 E"),
        ("en", "35U LA 89117 61565"),
        ("en", "35ULA8911761565"),
        ("en", "35U LA 8911 6156"),
        ("en", "35U 389117 6061565"),
        ("en", "35 U E 389117 N 6061565"),
        ("de", "54,6892° N, 25,2798° O"),
        ("de", "54° 41′ 21″ nördlicher Breite, 25° 16′ 47″ östlicher Länge"),
        ("de", "54,6892° Nord und 25,2798° Ost"),
        ("de", "54,6892; 25,2798"),
        ("ru", "54,6892° с. ш. 25,2798° в. д."),
        ("ru", "54°41′21″ с.ш. 25°16′47″ в.д."),
        ("ru", "54.6892 северной широты и 25.2798 восточной долготы"),
        ("uk", "54°41′21″ пн. ш. 25°16′47″ сх. д."),
        ("uk", "54.6892° північної широти, 25.2798° східної довготи"),
        ("lt", "54°41′21″ š. pl. 25°16′47″ r. ilg."),
        ("lt", "54,6892° šiaurės platumos ir 25,2798° rytų ilgumos"),
        ("pl", "54°41′21″ szerokości północnej i 25°16′47″ długości wschodniej"),
        ("fr", "54° 41′ 21″ de latitude nord et 25° 16′ 47″ de longitude est"),
        ("es", "54° 41′ 21″ latitud norte, 25° 16′ 47″ longitud este"),
    ],
)
def test_every_notation_is_one_position_whole(lang: str, figures: str) -> None:
    text = f"— {figures} —"
    (found,) = stated_positions(text, lang)
    assert text[found.start : found.end].rstrip(".") == figures.rstrip(".")
    assert kilometres(found.latitude, found.longitude, *VILNIUS) * 1000 <= found.radius_m + 60


@pytest.mark.parametrize(
    ("text", "figures", "place_id"),
    [
        ("latitude 54.6892, longitude 25.2798", "54.6892, longitude 25.2798", "coordinates:54.6892,25.2798"),
        ("Lat: 54.69 Lon: -25.28.", "54.69 Lon: -25.28", "coordinates:54.69,-25.28"),
        ("широта 54.6892, долгота 25.2798", "54.6892, долгота 25.2798", "coordinates:54.6892,25.2798"),
        ("Координати: 47.09, 37.54", "47.09, 37.54", "coordinates:47.09,37.54"),
        ("https://www.google.com/maps/@47.0951,37.5497,15z", "47.0951,37.5497", "coordinates:47.0951,37.5497"),
        ("-33.8688, 151.2093", "-33.8688, 151.2093", "coordinates:-33.8688,151.2093"),
        ("56H 334567 6252345", "56H 334567 6252345", "coordinates:-33.85624,151.21171"),
        ("MGRS 37U DQ 12 34", "37U DQ 12 34", "coordinates:49.057,37.802"),
    ],
)
def test_labels_cues_and_the_southern_half(text: str, figures: str, place_id: str) -> None:
    (found,) = stated_positions(text, "en")
    assert (text[found.start : found.end], found.place_id) == (figures, place_id)


def test_o_is_east_in_german_west_in_french_and_nothing_in_english() -> None:
    figures = "54,69° N, 3,28° O"
    assert [p.longitude for p in stated_positions(figures, "de")] == [3.28]
    assert [p.longitude for p in stated_positions(figures, "fr")] == [-3.28]
    assert stated_positions(figures, "en") == []


@pytest.mark.parametrize(
    ("figures", "radius_m"),
    [
        ("54.6892° N, 25.2798° E", 7),
        ("54.7° N, 25.3° E", 6420),
        ("54°41′N 25°17′E", 1071),
        ("54°41′21″N 25°16′47″E", 18),
        ("35U LA 89117 61565", 1),
        ("35U LA 891 615", 71),
        ("35U 389000 6061000", 708),
    ],
)
def test_the_radius_is_half_a_step_of_the_last_digit(figures: str, radius_m: int) -> None:
    (found,) = stated_positions(figures, "en")
    assert found.radius_m == pytest.approx(radius_m, rel=0.01, abs=1)


@pytest.mark.parametrize(
    "text",
    [
        "They won 54.6, 25.3 and 12.1 last year.",
        "Versions 3.11.2, 3.12.1 and 54.6892.1, 25.2798.3 are out.",
        "Tel. 54.68.92.25, fax 035 375000 6060000",
        "It cost $54.6892, then $25.2798.",
        "Shares rose 54.6892%, 25.2798% and fell again.",
        "On 25.12.2023, 14.30, the doors opened; 12.05.2023 25.2798",
        "The euro rate was 41.0523, 44.1123 on Monday.",
        "The euro fell to 1.0845, 1.0712 dollars.",
        "Курс НБУ: 41.0523, 44.1123 грн",
        "41.0523, 44.1123 грн за долар",
        "The mean was 47.1234, 37.5678 in both groups.",
        "1.2345, 2.3456, 3.4567",
        "p = 0.0512, 0.0481",
        "6-4, 6-3, 3:2, 1:0 and 54-41N",
        "I-95 N, exit 12 E; 24 N Main St., 12 E Oak; T12N R3E",
        "temperatures of 12° N of the line, 15° in the shade; 5 °C, 12 °C",
        "от 12° С до 15° в тени",
        "the 38th parallel; between 30° and 40° north",
        "room 12B AC 1234, MiG 29 UB 1234 5678, 12 AB 34 56",
        "35 U 375000 items and 60 W 40 N bulbs",
        "10,000 20,000; 12,345 67,890; 1,234.5678, 2,345.6789",
        "ISBN 978-3-16-148410-0, 7.62x39 mm, RTX 4090 24.1234 25.4321",
        "91.6892° N, 25.2798° E",
        "54°61′N 25°10′E",
        "54.69° N, 190.28° E",
        "54.69° N, 55.28° N",
    ],
)
def test_prices_dates_scores_and_versions_are_none(text: str) -> None:
    assert stated_positions(text, "en") == []


@given(
    st.floats(-89, 89).map(lambda degrees: round(degrees, 4)),
    st.floats(-179, 179).map(lambda degrees: round(degrees, 4)),
)
def test_what_is_written_is_read(latitude: float, longitude: float) -> None:
    for figures in (
        f"{abs(latitude):.4f}° {'NS'[latitude < 0]}, {abs(longitude):.4f}° {'EW'[longitude < 0]}",
        f"coordinates {latitude:.4f}, {longitude:.4f}",
        coordinates.sexagesimal(latitude, longitude),
    ):
        (found,) = stated_positions(f"at {figures}.", "en")
        assert found.latitude == pytest.approx(latitude, abs=2e-5)
        assert found.longitude == pytest.approx(longitude, abs=2e-5)


@given(st.floats(-79, 79), st.floats(-179, 179))
def test_grid_references_are_read(latitude: float, longitude: float) -> None:
    (found,) = stated_positions(f"at {coordinates.grid_reference(latitude, longitude)}, he said", "en")
    assert kilometres(found.latitude, found.longitude, latitude, longitude) < 0.003


def test_a_position_is_a_literal_mention_with_a_place_of_its_own(annotator: Annotator) -> None:
    text = "The wreck was found in Lithuania at 54.9802° N, 25.7667° E on Friday."
    found = next(a for a in annotator.annotate(text, "en") if a.surface[0].isdigit())
    place = found.resolution.place
    assert place is not None
    assert (found.surface, found.kind) == ("54.9802° N, 25.7667° E", Kind.LITERAL)
    assert (place.place_id, place.name) == ("coordinates:54.9802,25.7667", "54.9802, 25.7667")
    assert (place.precision, place.radius_m, place.country_code) == (Precision.POINT, 7, "LT")
    assert found.resolution.confidence == 0.99
    assert found.resolution.spelling.status is SpellingStatus.EXACT
    assert "Pabradė" in found.resolution.reason
    (candidate,) = found.resolution.candidates
    assert sum(cue.weight for cue in candidate.cues) == candidate.score


def test_bare_figures_count_only_near_a_place(annotator: Annotator) -> None:
    near = annotator.annotate("He filmed it at 47.0951, 37.5497 in May.", "en")
    assert [(a.surface, a.resolution.confidence) for a in near] == [("47.0951, 37.5497", 0.9)]
    assert annotator.annotate("It was 0.9512, 1.2345 in May.", "en") == []


def test_nothing_is_found_inside_a_position(annotator: Annotator) -> None:
    text = "Fire at 35U MV 12345 67890 and N 54.69 E 25.28."
    assert [a.surface for a in annotator.annotate(text, "en")] == ["35U MV 12345 67890", "N 54.69 E 25.28"]


def test_a_given_span_may_be_a_position(annotator: Annotator) -> None:
    text = "Fire at 54.6892, 25.2798 today."
    (found,) = annotator.annotate(text, "en", [(8, 24)])
    assert found.resolution.place is not None
    assert found.resolution.place.place_id == "coordinates:54.6892,25.2798"
