"""Coordinates as people write them, read and written."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gazetteer.places import coordinates

VILNIUS = (54.68916, 25.2798)


@pytest.mark.parametrize(
    "text",
    [
        "54.68916 25.2798",
        "54,68916 25,2798",
        "54,68916; 25,2798",
        " 54.68916,25.2798 ",
        "54.68916° 25.2798°",
        "54.68916N 25.2798E",
        "n54.68916 e25.2798",
        "25.2798 E, 54.68916 N",
        "54° 41′ 20.98″ N 25° 16′ 47.28″ E",
        "54°41'20.98\"N, 25°16'47.28\"E",
        "54 41 20.98 N 25 16 47.28 E",
        "54°41.3496' 25°16.788'",
        "+54.68916 +25.2798",
        "35U LA 89117 61560",
        "35ula8911761560",
    ],
)
def test_one_position_in_many_writings(text: str) -> None:
    assert coordinates.parse(text) == pytest.approx(VILNIUS, abs=2e-5)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("-33.86 151.2", (-33.86, 151.2)),
        ("33.86S 151.2E", (-33.86, 151.2)),
        ("-33.86, -70", (-33.86, -70)),
        ("33.86, -70", (33.86, -70)),
        ("33°51'36\"S 70°W", (-33.86, -70)),
        ("70°W 33°51'36\"S", (-33.86, -70)),
        ("54,25", (54, 25)),
        ("−54.1 −3", (-54.1, -3)),
        ("0 0", (0, 0)),
        ("90 180", (90, 180)),
    ],
)
def test_signs_letters_and_order(text: str, position: tuple[float, float]) -> None:
    assert coordinates.parse(text) == pytest.approx(position, abs=1e-9)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Vilnius", "593116", "geonames:593116", "Route 66 12", "E 66", "12 13 14", "2023 08", "91 10", "10 181"),
        *("54.69N 25.28N", "54.69N 25.28", "-54N 25E", "5-6", "5--6", "5 - 6", "54 61 N 25 10 E", "54 41 25 16"),
        *("54.5 41 N 25 16 E", "35ULA", "35ULA 123", "99ZZZ 11 11", "35UIO 11 11", "S 10 S 10", "1e5 3", "٥٤ ٢٥ N"),
    ],
)
def test_what_is_no_position_is_left_to_the_search(text: str) -> None:
    assert coordinates.parse(text) is None


def test_a_coarse_grid_reference_means_the_middle_of_its_square() -> None:
    middle = coordinates.parse("35ULA 89 61")
    assert middle == coordinates.parse("35ULA 89500 61500")


@pytest.mark.parametrize(
    ("position", "written"),
    [
        (VILNIUS, "54.68916, 25.27980"),
        ((-0.0, -180), "0.00000, -180.00000"),
    ],
)
def test_decimal_degrees(position: tuple[float, float], written: str) -> None:
    assert coordinates.decimal(*position) == written


@pytest.mark.parametrize(
    ("position", "written"),
    [
        (VILNIUS, "54° 41′ 21.0″ N, 25° 16′ 47.3″ E"),
        ((-33.999999, -0.5), "34° 00′ 00.0″ S, 0° 30′ 00.0″ W"),
    ],
)
def test_minutes_and_seconds_carry_over(position: tuple[float, float], written: str) -> None:
    assert coordinates.sexagesimal(*position) == written


@pytest.mark.parametrize(
    ("position", "written"),
    [
        (VILNIUS, "35U LA 89117 61560"),
        ((60.5, 5.2), "32V KN 91330 13123"),
        ((1.5, 5), "31N GB 22519 65897"),
        ((-1e-9, 5), "31N GA 22595 00000"),
        ((-85, -120), "A TK 18959 22271"),
        ((90, 0), "Z AH 00000 00000"),
    ],
)
def test_grid_references_in_groups_also_at_the_poles(position: tuple[float, float], written: str) -> None:
    assert coordinates.grid_reference(*position) == written


LATITUDES, LONGITUDES = st.floats(-90, 90), st.floats(-180, 180)


@given(LATITUDES, LONGITUDES)
def test_what_is_written_can_be_read(latitude: float, longitude: float) -> None:
    for write, exact in ((coordinates.decimal, 1e-5), (coordinates.sexagesimal, 3e-5)):
        assert coordinates.parse(write(latitude, longitude)) == pytest.approx((latitude, longitude), abs=exact)


@given(st.floats(-79, 83) | st.floats(-1e-4, 1e-4), st.floats(-179, 179))
@example(-4.26e-08, 0.0)
def test_a_grid_reference_leads_back_to_within_two_metres(latitude: float, longitude: float) -> None:
    read = coordinates.parse(coordinates.grid_reference(latitude, longitude))
    assert read is not None
    assert read[0] == pytest.approx(latitude, abs=3e-5)
    assert read[1] == pytest.approx(longitude, abs=2e-4)


@given(st.text(alphabet="0123456789.,-+ °'NSEWnsew;/\"", max_size=24))
def test_nothing_typed_raises_and_all_that_is_read_is_on_the_globe(text: str) -> None:
    read = coordinates.parse(text)
    assert read is None or (-90 <= read[0] <= 90 and -180 <= read[1] <= 180)
