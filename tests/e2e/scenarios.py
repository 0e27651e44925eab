"""What a person does in the real program, from import to restart; each writes what it saw into the report."""

import json
import os
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QImage

from desktop.review.evidence_rows import SentenceLine
from desktop.review.painting import ROW_ROLE
from gazetteer.project import queries
from gazetteer.project.rows import MentionRow
from tests.e2e.driver import Driver


def rows(driver: Driver, surface: str) -> list[MentionRow]:
    project = driver.window.session.project
    return [row for row in queries.mentions(project) if row.surface == surface]


def remember_state(driver: Driver) -> None:
    session = driver.window.session
    driver.report["state"] = session.project.state_hash()
    driver.report["undo"] = session.undo_label
    driver.report["redo"] = session.redo_label
    driver.report["counts"] = [getattr(queries.counts(session.project), name) for name in ("total", "unresolved")]


def import_and_correct(driver: Driver) -> None:
    """Import, click a marker, read the evidence, correct by mouse and by key, drop a pin, undo."""
    from PySide6.QtWidgets import QDialog, QPushButton

    window = driver.window
    assert window.files.create(Path(os.environ["TEST_PROJECT"]))
    window.files.import_paths([Path(os.environ["TEST_ARTICLES"])])
    dialog = window.findChild(QDialog, "import_dialog")
    close = dialog.findChild(QPushButton, "import_close")
    driver.wait(close.isVisible, "the end of the import")
    driver.click(close)
    driver.at_rest()
    driver.report["imported"] = len(queries.documents(window.session.project))
    evidence(driver)
    correct_by_mouse(driver)
    correct_by_key(driver)
    drop_a_pin(driver)
    remember_state(driver)


def evidence(driver: Driver) -> None:
    """A click on a marker of the page shows the sentences that name the place; one click opens the article there."""
    window = driver.window
    place_id = rows(driver, "Lutsk")[0].place_id
    driver.click_marker(place_id)
    driver.wait(lambda: window.session.selection.place_id == place_id, "the clicked place")
    driver.report["marker"] = place_id
    found = queries.evidence(window.session.project, place_id)
    driver.report["evidence"] = sum(len(article.sentences) for article in found)
    view = window.evidence.view
    sentences = [
        index
        for row in range(view.model().rowCount())
        if isinstance((index := view.model().index(row, 0)).data(ROW_ROLE), SentenceLine)
    ]
    driver.report["sentences"] = len(sentences)
    view.scrollTo(sentences[-1])
    driver.click(view.viewport(), view.visualRect(sentences[-1]).center())
    mentions = sentences[-1].data(ROW_ROLE).mention_ids
    driver.wait(lambda: window.session.selection.mention_id in mentions, "the clicked sentence")
    opened = queries.mention(window.session.project, window.session.selection.mention_id)
    driver.report["opened"] = window.article.text.toPlainText() == queries.document_text(
        window.session.project, opened.document_id
    )


def correct_by_mouse(driver: Driver) -> None:
    """Choose a mention in the table and click the tool bar's button."""
    from PySide6.QtWidgets import QTableView, QToolBar

    window = driver.window
    window.docks.show_pane(window.mentions)
    table = window.mentions.findChild(QTableView, "mentions_table")
    driver.wait(lambda: table.model().rowCount() > 0, "the table of mentions")
    index = table.model().index(0, 0)
    table.scrollTo(index)
    driver.click(table.viewport(), table.visualRect(index).center())
    driver.wait(lambda: window.session.selection.mention_id is not None, "the clicked mention")
    mention_id = window.session.selection.mention_id
    button = window.findChild(QToolBar, "tool_bar").widgetForAction(window.commands["unidentified"])
    driver.edit(lambda: driver.click(button))
    mention = queries.mention(window.session.project, mention_id)
    driver.report["by_mouse"] = [mention.status, mention.place is None]


def correct_by_key(driver: Driver) -> None:
    """Go to the next mention with J and say with N, P that it is a person."""
    from PySide6.QtWidgets import QTableView

    window = driver.window
    table = window.mentions.findChild(QTableView, "mentions_table")
    table.setFocus()
    before = window.session.selection.mention_id
    driver.key(table, "J")
    driver.wait(lambda: window.session.selection.mention_id != before, "the next mention")
    mention_id = window.session.selection.mention_id

    def keys() -> None:
        driver.key(table, "N")
        driver.key(table, "P")

    driver.edit(keys)
    mention = queries.mention(window.session.project, mention_id)
    driver.report["by_key"] = [mention.kind, mention.status]


def drop_a_pin(driver: Driver) -> None:
    """Press P, click the map, see the pin; take it back with Ctrl+Z."""
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QTableView

    window = driver.window
    session = window.session
    before = session.project.state_hash()
    table = window.mentions.findChild(QTableView, "mentions_table")
    table.setFocus()
    mention_id = session.selection.mention_id
    driver.key(table, "P")
    driver.wait(lambda: driver.ask("window.toposcope.tools.busy"), "the pin mode")
    target = window.map.view.focusProxy()
    spot = QPoint(target.width() // 3, target.height() // 2)
    driver.edit(lambda: driver.click(target, spot))
    mention = queries.mention(session.project, mention_id)
    driver.report["pin"] = [mention.status, mention.place.place_id.split(":")[0]]
    driver.edit(lambda: driver.key(window, "Ctrl+Z"))
    driver.report["undone"] = session.project.state_hash() == before


def look_again(driver: Driver) -> None:
    """What a restart finds, and whether undo still works."""
    driver.wait(lambda: driver.window.session.project is not None, "the project that was left open")
    driver.at_rest()
    remember_state(driver)
    driver.report["title"] = driver.window.windowTitle()
    driver.edit(lambda: driver.key(driver.window, "Ctrl+Z"))
    driver.edit(lambda: driver.key(driver.window, "Ctrl+Shift+Z"))
    driver.report["again"] = driver.window.session.project.state_hash()
    driver.report["marks"] = driver.ask("document.querySelectorAll('.leaflet-marker-icon').length")
    driver.wait(lambda: len(large_colours(driver.window.map.grab().toImage())) >= 2, "the basemap to be painted")
    driver.report["map_colours"] = large_colours(driver.window.map.grab().toImage())
    driver.window.grab().save(os.environ["TEST_PROJECT"] + ".png")


def large_colours(picture: QImage) -> list[str]:
    """Return the colours of a twentieth or more of the picture: an unpainted page has one."""
    width, height = picture.width(), picture.height()
    seen = Counter(
        picture.pixelColor(x, y).name()
        for x in range(width // 5, width * 4 // 5, 3)
        for y in range(height // 5, height * 4 // 5, 3)
    )
    return [name for name, times in seen.items() if times * 20 >= seen.total()]


def markup_is_text(driver: Driver) -> None:
    """An article with markup shows it as text and runs nothing."""
    driver.window.files.create(Path(os.environ["TEST_PROJECT"]))
    driver.window.session.import_files([Path(os.environ["TEST_ARTICLES"])])
    driver.at_rest()
    project = driver.window.session.project
    document = queries.documents(project)[0]
    driver.window.session.select_document(document.document_id)
    driver.pause(300)
    driver.report["text"] = driver.window.article.text.toPlainText()
    driver.report["run"] = driver.ask("typeof window.hacked")
    driver.report["points"] = json.loads(json.dumps([p["name"] for p in queries.map_points(project)]))
