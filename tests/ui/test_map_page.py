"""The map page: what it draws, what a click does, what it never does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.map_page import MapUnderTest, opened_map, point

pytestmark = pytest.mark.webengine

VILNIUS = (25.28, 54.69)
KYIV = (30.52, 50.45)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[MapUnderTest]:
    yield from opened_map(qtbot)


def test_points_show_in_the_shape_of_their_state(page: MapUnderTest) -> None:
    page.show(
        point("vilnius", *VILNIUS, n=14),
        point("kyiv", *KYIV, state="human"),
        point("berlin", 13.4, 52.5, state="problem"),
        point("paris", 2.35, 48.85, state="unresolved"),
    )
    for state in ("auto", "human", "problem", "unresolved"):
        assert page.ask(f"document.querySelectorAll('.mark.{state}.leaflet-marker-icon').length") == 1, state
    bodies = "[...document.querySelectorAll('.leaflet-marker-icon .body')]"
    shapes = page.ask(f"{bodies}.map(body => body.getAttribute('d') || 'circle')")
    assert len(set(shapes)) == 3  # the unresolved one is a circle too: hollow, dashed, with a question mark
    assert page.ask("document.querySelector('.leaflet-marker-icon.unresolved text').textContent") == "?"
    assert page.ask("document.querySelector('.leaflet-marker-icon.problem text').textContent") == "!"
    assert page.ask("document.querySelector('.leaflet-marker-icon.auto text').textContent") == "14"


def test_the_picture_holds_land_water_and_marks(page: MapUnderTest) -> None:
    page.show(point("vilnius", *VILNIUS, n=5), point("kyiv", *KYIV))
    picture = page.widget.grab().toImage()
    seen = {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)
    }
    assert {"#d4dfe6", "#f8f7f4", "#0072b2"} <= seen


def test_a_click_on_a_mark_picks_its_place(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("geonames:593116", *VILNIUS), point("kyiv", *KYIV))
    with qtbot.waitSignal(page.widget.picked, timeout=5000) as picked:
        page.click(page.at(*VILNIUS))
    assert picked.args == ["geonames:593116"]


def test_a_click_beside_everything_picks_nothing(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    with qtbot.waitSignal(page.widget.picked, timeout=5000) as picked:
        page.click(page.at(27.5, 52.2))
    assert picked.args == [None]


def test_a_cluster_counts_flags_problems_and_opens(page: MapUnderTest, qtbot: QtBot) -> None:
    near = [point(f"p{i}", 25 + i * 0.02, 54.7, state="problem" if i == 0 else "auto") for i in range(5)]
    page.show(*near, point("far", 2, 48))
    page.look(15, 52, 4)
    page.until("document.querySelectorAll('.cluster.leaflet-marker-icon').length === 1")
    assert page.ask("document.querySelector('.leaflet-marker-icon.cluster text').textContent") == "5"
    assert page.ask("document.querySelectorAll('.leaflet-marker-icon.cluster .flag').length") == 1
    spot = page.middle(".leaflet-marker-icon.cluster")
    with qtbot.waitSignal(page.widget.viewport, timeout=5000):
        page.click(spot)
    page.until("toposcope.map.getZoom() > 7")


def test_areas_are_chips_with_a_shape_and_never_clustered(page: MapUnderTest, qtbot: QtBot) -> None:
    ukraine = point("geonames:690791", 32, 49, n=17, name="Ukraine", precision="country")
    page.show(ukraine, point("kyiv", *KYIV), point("odesa", 30.73, 46.48))
    assert page.ask("document.querySelector('.chip.country').textContent") == "Ukraine17"
    assert page.ask("toposcope.areas.countries()") == ["UA"]
    assert page.ask("document.querySelectorAll('.leaflet-areas-pane path').length") == 1
    spot = page.middle(".chip > div")
    with qtbot.waitSignal(page.widget.picked, timeout=5000) as picked:
        page.click(spot)
    assert picked.args == ["geonames:690791"]


def test_a_guess_is_a_mark_even_where_it_is_a_country(page: MapUnderTest) -> None:
    page.show(point("guess:m-1", 32, 49, precision="country", state="unresolved"), point("kyiv", *KYIV))
    assert page.ask("document.querySelectorAll('.chip').length") == 0
    assert page.ask("document.querySelectorAll('.leaflet-marker-icon.unresolved').length") == 1


def test_arrows_and_plus_move_the_map(page: MapUnderTest) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.look(28, 52, 5)
    page.run("toposcope.map.getContainer().focus(); 1")
    QTest.keyClick(page.widget.view.focusProxy(), Qt.Key.Key_Right)
    page.until("toposcope.map.getCenter().lng > 28.5")
    QTest.keyClick(page.widget.view.focusProxy(), Qt.Key.Key_Plus)
    page.until("toposcope.map.getZoom() === 6")


def test_a_ring_has_its_true_radius(page: MapUnderTest) -> None:
    page.show(point("arapivka", 38.9, 49.6, precision="municipality", radius_m=23000), point("kharkiv", 36.25, 50.0))
    page.look(38.9, 49.6, 9)
    page.until("document.querySelectorAll('.leaflet-rings-pane path').length === 1")
    east = page.at(38.9 + 23 / (111.195 * 0.6481), 49.6)  # the cosine of 49.6 degrees
    drawn = page.ask("document.querySelector('.leaflet-rings-pane path').getBoundingClientRect().width / 2")
    assert abs(drawn - (east.x() - page.at(38.9, 49.6).x())) < 3


def test_a_name_with_markup_is_text(page: MapUnderTest) -> None:
    nasty = "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>"
    page.show(
        point("a", *VILNIUS, name=nasty, label=nasty), point("b", *KYIV, name=nasty, label=nasty, precision="country")
    )
    page.widget.show_ghosts([{"id": "g", "name": nasty, "lon": 20, "lat": 52, "rank": 1}])
    page.until("document.querySelectorAll('.ghost').length === 1")
    for mark in (".mark.leaflet-marker-icon", ".chip", ".ghost"):
        script = f"document.querySelector('{mark}').dispatchEvent(new MouseEvent('mouseover', {{bubbles: true}})); 1"
        page.run(script)
        page.until("document.querySelector('.leaflet-tooltip strong')")
        assert page.ask("document.querySelector('.leaflet-tooltip strong').textContent") == nasty
        page.run(script.replace("mouseover", "mouseout"))
        page.until("!document.querySelector('.leaflet-tooltip')")
    assert page.ask("document.querySelectorAll('#map img, #map script').length") == 0
    assert page.ask("document.title") != "owned"
    assert page.ask("document.querySelector('.chip span').textContent") == nasty


def test_a_candidate_is_numbered_and_taken_by_a_click(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.widget.select("vilnius", fly=False)
    page.widget.show_ghosts([{"id": "geonames:1", "name": "Vilnius, Nowhere", "lon": 28.0, "lat": 52.5, "rank": 2}])
    page.until("document.querySelectorAll('.ghost').length === 1")
    assert page.ask("document.querySelector('.ghost').textContent") == "2"
    assert page.ask("document.querySelectorAll('.leaflet-lines-pane path').length") == 1
    with qtbot.waitSignal(page.widget.ghost_picked, timeout=5000) as taken:
        page.click(page.at(28.0, 52.5))
    assert taken.args == ["geonames:1"]
    page.widget.clear_ghosts()
    page.until("!document.querySelector('.ghost')")


def test_a_pin_is_dropped_where_the_click_was_even_on_a_mark(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.widget.start_pin()
    page.until("document.querySelector('.pinning') && !document.getElementById('banner').hidden")
    with qtbot.assertNotEmitted(page.widget.picked), qtbot.waitSignal(page.widget.pin_dropped, timeout=5000) as drop:
        page.click(page.at(*VILNIUS))
    assert drop.args is not None
    assert drop.args == pytest.approx([*VILNIUS, 0], abs=0.05)
    page.widget.stop_pin()
    page.until("!document.querySelector('.pinning')")


def test_escape_leaves_pin_mode(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.widget.start_pin()
    page.until("document.querySelector('.pinning')")
    with qtbot.waitSignal(page.widget.pin_left, timeout=5000):
        QTest.keyClick(page.widget.view.focusProxy(), Qt.Key.Key_Escape)
    assert page.ask("document.querySelectorAll('.pinning').length") == 0


def test_the_selected_mark_can_be_dragged(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.widget.select("vilnius", fly=False)
    page.until("document.querySelector('.mark.selected')")
    start, target, view = page.at(*VILNIUS), page.at(*VILNIUS) + QPoint(60, 40), page.widget.view.focusProxy()
    with qtbot.waitSignal(page.widget.moved, timeout=5000) as moved:
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 6):
            QTest.mouseMove(view, start + (target - start) * step / 5, delay=30)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=target, delay=50)
    place_id, lon, lat = moved.args or []
    assert place_id == "vilnius"
    assert page.at(lon, lat).x() == pytest.approx(target.x(), abs=3)
    assert page.at(lon, lat).y() == pytest.approx(target.y(), abs=3)


def test_a_selected_place_comes_into_view(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV), point("lagos", 3.39, 6.45))
    page.look(*KYIV, 8)
    page.widget.select("lagos")
    page.until("toposcope.map.getBounds().contains([6.45, 3.39]) && document.querySelector('.mark.selected')")


def test_a_place_selected_before_it_is_known_comes_into_view(page: MapUnderTest) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.widget.select("lagos")
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV), point("lagos", 3.39, 6.45))
    page.until("toposcope.map.getBounds().contains([6.45, 3.39])")


def test_confirming_the_selection_leaves_the_view_alone(page: MapUnderTest) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.widget.select("vilnius")
    page.look(100, 10, 5)
    page.widget.select("vilnius")
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    assert page.ask("toposcope.map.getCenter().lng") == pytest.approx(100, abs=1)


def test_dark_style_draws_dark(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    with qtbot.waitSignal(page.widget.painted, timeout=10000):
        page.widget.set_dark(True)

    def is_dark() -> bool:
        picture = page.widget.grab().toImage()
        seen = {picture.pixelColor(x, y).name() for x in range(0, 900, 5) for y in range(0, 640, 5)}
        return "#20262c" in seen and "#f8f7f4" not in seen

    qtbot.waitUntil(is_dark, timeout=10000)


def test_a_style_changed_while_the_zoom_changes_leaves_sharp_tiles(page: MapUnderTest) -> None:
    for dark in (True, False, True):
        page.widget.set_dark(dark)
        page.show(point("vilnius", *VILNIUS), point("kaunas", 23.9, 54.9) if dark else point("lagos", 3.39, 6.45))
        page.widget.fit(everything=True)
        page.widget.set_dark(not dark)
    page.until(
        "Object.values(document.querySelectorAll('.leaflet-tile-container')).some(level => level.children.length)"
    )
    page.show(point("vilnius", *VILNIUS))
    levels = "[...document.querySelectorAll('.leaflet-tile-container')].filter(level => level.children.length)"
    page.until(f"{levels}.length === 1 && {levels}[0].style.transform.includes('scale(1)')")


def test_towns_are_asked_for_close_up_only(page: MapUnderTest) -> None:
    page.town_records = [{"name": "Trakai", "lon": 24.93, "lat": 54.64, "population": 5000}]
    page.show(point("vilnius", *VILNIUS), point("madrid", -3.7, 40.4))
    page.look(10, 50, 4)
    page.asked_towns.clear()
    page.look(*VILNIUS, 9)
    page.until("toposcope.labels.towns.length === 1")
    (west, south, east, north), zoom = page.asked_towns[-1]
    assert west < VILNIUS[0] < east
    assert south < VILNIUS[1] < north
    assert zoom == 9


def test_the_badge_tells_how_many_names_are_missing(page: MapUnderTest, qtbot: QtBot) -> None:
    page.widget.set_offmap(3)
    page.until("document.querySelector('.offmap').textContent.includes('3 names not on the map')")
    with qtbot.waitSignal(page.widget.offmap_clicked, timeout=5000):
        page.click(QPoint(80, 28))
    page.widget.set_offmap(0)
    page.until("document.querySelector('.offmap').hidden")


def test_no_points_say_so_and_credits_are_always_there(page: MapUnderTest) -> None:
    page.show()
    assert page.ask("document.getElementById('empty').hidden") is False
    assert "No places yet" in page.ask("document.getElementById('empty').textContent")
    credits = page.ask("document.querySelector('.leaflet-control-attribution').textContent")
    assert all(source in credits for source in ("Natural Earth", "GeoNames", "Leaflet"))
    page.show(point("vilnius", *VILNIUS))
    assert page.ask("document.getElementById('empty').hidden") is True


def test_spots_told_by_a_place_are_rings_beside_it(page: MapUnderTest) -> None:
    spot = {"lon": 25.28, "lat": 54.87, "radius_m": 12_400, "words": "20 km north of Vilnius"}
    page.show(point("vilnius", *VILNIUS) | {"spots": [spot]}, point("kaunas", 23.9, 54.9))
    page.look(24.6, 54.8, 8)
    page.until("document.querySelectorAll('path.spot').length === 1")
    assert page.ask("toposcope.spots.group.getLayers().length") == 2
    page.look(24.6, 54.8, 3)
    # the place stands in a cluster now, and a ring of a few pixels says nothing
    page.until("document.querySelectorAll('path.spot').length === 0")
