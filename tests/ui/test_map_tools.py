"""The tools of the map page: areas, lengths, heat, spread marks, lines, backgrounds, pictures."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.own_maps import png, square_tile, write_mbtiles
from tests.ui.map_page import MapUnderTest, opened_map, point

pytestmark = pytest.mark.webengine

VILNIUS = (25.28, 54.69)
KAUNAS = (23.9, 54.9)
KYIV = (30.52, 50.45)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[MapUnderTest]:
    yield from opened_map(qtbot)


def drag(page: MapUnderTest, *spots: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = page.widget.view.focusProxy()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, keys, spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(view, spot)
        # the page hears of one move a frame
        page.qtbot.wait(60)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, keys, spots[-1])


def take(page: MapUnderTest, name: str) -> None:
    page.widget.take_tool(name)
    page.until(f"toposcope.tools.name === '{name}'")


def test_a_box_gives_its_four_corners_and_picks_nothing(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.look(27, 53, 6)
    take(page, "box")
    north_west, south_east = page.at(24.0, 55.5), page.at(27.0, 54.0)
    with qtbot.assertNotEmitted(page.widget.picked, wait=300), qtbot.waitSignal(page.widget.area_drawn) as drawn:
        drag(page, north_west, south_east)
    ring = drawn.args[0]
    assert len(ring) == 4
    longitudes, latitudes = [corner[0] for corner in ring], [corner[1] for corner in ring]
    assert (min(longitudes), max(longitudes)) == pytest.approx((24.0, 27.0), abs=0.1)
    assert (min(latitudes), max(latitudes)) == pytest.approx((54.0, 55.5), abs=0.1)
    page.until("toposcope.tools.name === null && toposcope.map.dragging.enabled()")


def test_a_loop_follows_the_hand(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.look(27, 53, 6)
    take(page, "loop")
    with qtbot.waitSignal(page.widget.area_drawn) as drawn:
        drag(page, page.at(24, 54), page.at(25, 56), page.at(27, 55), page.at(26, 53.5))
    ring = drawn.args[0]
    assert len(ring) == 4
    for corner, wanted in zip(ring, ((24, 54), (25, 56), (27, 55), (26, 53.5)), strict=True):
        assert corner == pytest.approx(wanted, abs=0.1)


def test_a_click_draws_no_area_and_escape_puts_the_tool_down(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS))
    take(page, "box")
    with qtbot.assertNotEmitted(page.widget.area_drawn, wait=300):
        page.click(QPoint(300, 300))
    with qtbot.waitSignal(page.widget.tool_left) as left:
        QTest.keyClick(page.widget.view.focusProxy(), Qt.Key.Key_Escape)
    assert left.args == ["box"]


def test_the_area_kept_to_is_outlined(page: MapUnderTest) -> None:
    page.show(point("vilnius", *VILNIUS))
    page.widget.show_area([(24, 54), (27, 54), (27, 56)])
    page.until("document.querySelectorAll('path.kept').length === 1")
    page.widget.show_area(None)
    page.until("document.querySelectorAll('path.kept').length === 0")


def test_a_measured_way_is_as_long_as_the_earth_has_it(page: MapUnderTest) -> None:
    page.show(point("vilnius", *VILNIUS), point("kaunas", *KAUNAS))
    page.look(24.6, 54.8, 8)
    take(page, "measure")
    page.click(page.at(*VILNIUS))
    page.click(page.at(*KAUNAS))
    page.until("document.querySelector('.length') && toposcope.tools.drawing.corners.length === 2")
    metres = page.ask("toposcope.tools.drawing.metres(toposcope.tools.drawing.corners)")
    assert metres == pytest.approx(91_400, rel=0.02)  # the great circle between the two positions
    assert "km" in page.ask("document.querySelector('.length').textContent")
    page.widget.take_tool(None)
    page.until("!document.querySelector('.length')")


def test_a_pin_gets_the_radius_that_is_drawn_with_shift(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS))
    page.look(25.0, 54.8, 9)
    take(page, "pin")
    with qtbot.waitSignal(page.widget.pin_dropped) as dropped:
        drag(
            page,
            page.at(25.0, 54.8),
            page.at(25.0, 54.84),
            page.at(25.0, 54.89),
            keys=Qt.KeyboardModifier.ShiftModifier,
        )
    longitude, latitude, radius = dropped.args
    assert (longitude, latitude) == pytest.approx((25.0, 54.8), abs=0.01)
    assert radius == 10_000  # a tenth of a degree of latitude is 11 km
    page.widget.take_tool(None)
    page.until("!document.querySelector('path.reach') && toposcope.map.dragging.enabled()")


def test_a_pin_is_set_by_keys_where_the_cross_is(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS))
    page.look(25.0, 54.8, 9)
    take(page, "pin")
    view = page.widget.view.focusProxy()
    QTest.keyClick(view, Qt.Key.Key_Right)
    page.until("document.querySelector('.cross') && !toposcope.state.moving && toposcope.map.getCenter().lng > 25.05")
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    page.until("toposcope.tools.drawing.radius === 2000 && document.querySelector('path.reach')")
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.until("toposcope.tools.drawing.radius === 1000")
    centre = page.ask("[toposcope.map.getCenter().lng, toposcope.map.getCenter().lat]")
    with qtbot.waitSignal(page.widget.pin_dropped) as dropped:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert dropped.args == pytest.approx([*centre, 1000], abs=0.01)


def test_heat_takes_the_place_of_the_marks_and_weighs_what_was_asked(page: MapUnderTest) -> None:
    page.show(point("vilnius", *VILNIUS, n=50, docs=1), point("kyiv", *KYIV, n=1, docs=8))
    page.look(28, 52.5, 6)
    page.widget.show_heat("mentions")
    page.until("!document.querySelector('canvas.heat').hidden && !document.querySelector('.mark.leaflet-marker-icon')")
    shade = (
        "(([lon, lat]) => { const c = document.querySelector('canvas.heat'), b = c.getBoundingClientRect(), "
        "p = toposcope.map.latLngToContainerPoint([lat, lon]); "
        "const at = [(p.x - b.x) / b.width * c.width, (p.y - b.y) / b.height * c.height].map(Math.round); "
        "return c.getContext('2d').getImageData(...at, 1, 1).data[3]; })"
    )
    assert page.ask(f"{shade}([{VILNIUS[0]}, {VILNIUS[1]}])") > page.ask(f"{shade}([{KYIV[0]}, {KYIV[1]}])") > 0
    page.widget.show_heat("documents")
    page.until(f"{shade}([{VILNIUS[0]}, {VILNIUS[1]}]) < {shade}([{KYIV[0]}, {KYIV[1]}])")
    assert "articles" in page.ask("document.querySelector('.legend .shades').textContent")
    page.widget.show_heat(None)
    page.until("document.querySelectorAll('.mark.leaflet-marker-icon').length === 2")


def test_places_on_one_spot_are_spread_and_picked(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(*(point(f"p{i}", *VILNIUS) for i in range(5)), point("kyiv", *KYIV))
    page.look(*VILNIUS, 16)
    page.until("document.querySelectorAll('.cluster.leaflet-marker-icon').length === 1")
    page.click(page.middle(".leaflet-marker-icon.cluster"))
    page.until("toposcope.points.spider.isOpen")
    assert page.ask("document.querySelectorAll('path.leg').length") == 5
    spots = page.ask("[...document.querySelectorAll('.mark.leaflet-marker-icon')].map(m => m.style.transform)")
    assert len(set(spots)) == 5
    with qtbot.waitSignal(page.widget.picked) as picked:
        page.click(page.middle(".leaflet-marker-icon.mark"))
    assert picked.args[0] in {f"p{i}" for i in range(5)}
    QTest.keyClick(page.widget.view.focusProxy(), Qt.Key.Key_Escape)
    page.until("!toposcope.points.spider.isOpen")


def test_sixty_places_on_one_spot_do_not_cover_each_other(page: MapUnderTest) -> None:
    page.show(*(point(f"p{i}", *VILNIUS) for i in range(60)))
    page.look(*VILNIUS, 16)
    page.until("document.querySelectorAll('.cluster.leaflet-marker-icon').length === 1")
    page.click(page.middle(".leaflet-marker-icon.cluster"))
    page.until("document.querySelectorAll('path.leg').length === 60")
    boxes = page.ask(
        "[...document.querySelectorAll('.mark.leaflet-marker-icon')]"
        ".map(m => m.getBoundingClientRect()).map(b => [b.x + b.width / 2, b.y + b.height / 2])"
    )
    apart = min(
        ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 for i, (ax, ay) in enumerate(boxes) for bx, by in boxes[i + 1 :]
    )
    assert apart > 13  # a mark is 13 pixels wide


def test_a_cluster_that_can_split_still_zooms(page: MapUnderTest) -> None:
    page.show(point("a", 25.0, 54.7), point("b", 25.4, 54.7), point("far", 2, 48))
    page.look(20, 53, 4)
    page.until("document.querySelectorAll('.cluster.leaflet-marker-icon').length === 1")
    page.click(page.middle(".leaflet-marker-icon.cluster"))
    page.until("toposcope.map.getZoom() > 5")
    assert page.ask("toposcope.points.spider.isOpen") is False


def test_lines_join_the_place_in_focus_to_its_company(page: MapUnderTest) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.widget.show_context([{"id": "kaunas", "lon": KAUNAS[0], "lat": KAUNAS[1]}])
    assert page.ask("document.querySelectorAll('path.context').length") == 0
    page.widget.select("vilnius", fly=False)
    page.until("document.querySelectorAll('path.context').length === 1")
    page.widget.select(None)
    page.until("document.querySelectorAll('path.context').length === 0")


def test_a_map_told_not_to_follow_stays_where_it_is(page: MapUnderTest) -> None:
    page.show(point("vilnius", *VILNIUS), point("lagos", 3.39, 6.45))
    page.look(*VILNIUS, 9)
    page.widget.set_following(False)
    page.widget.select("lagos")
    page.until("toposcope.state.selected === 'lagos'")
    assert page.ask("toposcope.map.getCenter().lng") == pytest.approx(VILNIUS[0], abs=0.1)
    page.widget.set_following(True)
    page.widget.select("vilnius")
    page.widget.select("lagos")
    page.until("toposcope.map.getBounds().contains([6.45, 3.39])")


def colours(page: MapUnderTest) -> set[str]:
    picture = page.widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(0, 900, 5) for y in range(0, 640, 5)}


def test_the_background_may_be_dark_under_a_light_program_or_none(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.widget.set_backgrounds("dark", [])
    page.until("document.documentElement.dataset.theme === 'dark'")
    qtbot.waitUntil(lambda: "#20262c" in colours(page), timeout=10_000)
    page.widget.set_backgrounds("none", [])
    page.until("document.documentElement.dataset.theme === 'light' && toposcope.backgrounds.layer === null")
    qtbot.waitUntil(lambda: not {"#20262c", "#f8f7f4"} & colours(page), timeout=10_000)
    assert "Natural Earth" not in page.ask("document.querySelector('.leaflet-control-attribution').textContent")
    assert "GeoNames" in page.ask("document.querySelector('.leaflet-control-attribution').textContent")


def test_a_map_of_ones_own_is_drawn_and_credited_as_text(page: MapUnderTest, qtbot: QtBot, tmp_path: Path) -> None:
    credit = "<img src=x onerror=alert(1)>Survey 1911"
    archive = write_mbtiles(
        tmp_path / "red.mbtiles", png(200, 30, 30), name="<b>Red</b>", format="png", attribution=credit
    )
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    assert page.widget.set_backgrounds("auto", [archive]) == []
    chosen = page.widget.own_records[0]["id"]
    page.until("document.querySelectorAll('.layers label').length === 5")
    assert page.ask("document.querySelector('.layers label:last-child').textContent") == "<b>Red</b>"
    page.run("document.querySelector('.layers').open = true; 1")
    with qtbot.waitSignal(page.widget.background_chosen) as told:
        page.click(page.middle(".layers label:last-child input"))
    assert told.args == [chosen]
    page.widget.set_backgrounds(chosen, [archive])
    qtbot.waitUntil(lambda: "#c81e1e" in colours(page), timeout=10_000)
    credits = page.ask("document.querySelector('.leaflet-control-attribution').textContent")
    assert "Survey 1911" in credits
    assert page.ask("document.querySelectorAll('.leaflet-control-attribution *').length") == 0


def test_a_vector_map_of_ones_own_is_drawn_by_the_names_of_its_layers(
    page: MapUnderTest, qtbot: QtBot, tmp_path: Path
) -> None:
    layers = '{"vector_layers": [{"id": "earth"}]}'
    archive = write_mbtiles(tmp_path / "v.mbtiles", square_tile("earth"), format="pbf", json=layers)
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.widget.set_backgrounds("auto", [archive])
    page.widget.set_backgrounds(page.widget.own_records[0]["id"], [archive])
    page.until("toposcope.backgrounds.kind === 'vector'")
    qtbot.waitUntil(lambda: "#f8f7f4" in colours(page) and "#d4dfe6" not in colours(page), timeout=10_000)


def test_a_picture_leaves_out_the_buttons_and_shows_name_legend_and_credits(page: MapUnderTest) -> None:
    page.show(point("vilnius", *VILNIUS), point("kyiv", *KYIV))
    page.run("document.querySelector('.legend').open = false; 1")
    page.widget.dress_for_picture(True, "The case of the <i>bridge</i>")
    page.until("document.documentElement.classList.contains('picture') && document.querySelector('.legend').open")
    assert page.ask("document.querySelector('.title').textContent") == "The case of the <i>bridge</i>"
    assert page.ask("getComputedStyle(document.querySelector('.buttons')).display") == "none"
    page.widget.dress_for_picture(False)
    page.until("!document.documentElement.classList.contains('picture') && !document.querySelector('.legend').open")
    assert page.ask("document.querySelector('.title').hidden") is True
