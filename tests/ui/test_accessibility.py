"""Nothing one works with is without a name; every action is reached by key, named and documented."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.main_window import MainWindow
from gazetteer.project import queries
from gazetteer.project.edits import ChoosePlace
from tests.ui.accessibility import CONTROLS, unnamed, walk
from tests.ui.review_samples import PABIRZE

pytestmark = pytest.mark.webengine


def test_the_walk_reaches_the_controls_of_the_window(window: MainWindow) -> None:
    top = QAccessible.queryAccessibleInterface(window)
    names = {thing.text(QAccessible.Text.Name) for _, thing in walk(top) if thing.role() in CONTROLS}
    assert len(names) > 40
    assert {"Mentions", "Articles"} & names


def test_no_control_of_the_window_is_without_a_name(window: MainWindow) -> None:
    project = window.session.project
    assert project is not None
    doubtful = next(row.mention_id for row in queries.mentions(project) if row.problem)
    window.guide._show()
    found = []
    for dock in window.docks.all:
        dock.show()
        dock.raise_()
        window.session.select_mention(doubtful)
        found += unnamed(window)
    assert sorted(set(found)) == []


def test_no_control_of_the_start_page_is_without_a_name(window: MainWindow) -> None:
    window.files.close()
    assert unnamed(window) == []


OPENERS: dict[str, Callable[[MainWindow], object]] = {
    "settings": lambda w: w.commands["settings"].trigger(),
    "keys": lambda w: w.sheets.show_settings("keys"),
    "map": lambda w: w.sheets.show_settings("map"),
    "gazetteers": lambda w: w.sheets.show_settings("gazetteers"),
    "key_sheet": lambda w: w.commands["keys"].trigger(),
    "about": lambda w: w.commands["about"].trigger(),
    "backups": lambda w: w.commands["backups"].trigger(),
    "background": lambda w: w.commands["background"].trigger(),
    "export": lambda w: w.commands["export"].trigger(),
    "import": lambda w: w.commands["import"].trigger(),
    "look_up": lambda w: w.commands["look_up"].trigger(),
    "home": lambda w: w.commands["home"].trigger(),
    "own_place": lambda w: w.commands["own_place"].trigger(),
    "library": lambda w: w.commands["library"].trigger(),
    "search_all": lambda w: w.commands["search_all"].trigger(),
    "apply_all": lambda w: _apply_to_all(w),
    "rules": lambda w: w.commands["rules"].trigger(),
    "describe": lambda w: w.desk.describe(queries.documents(w.session.project)[0].document_id),
    "compare": lambda w: w.commands["compare"].trigger(),
    "gazetteer_info": lambda w: w.commands["gazetteer_info"].trigger(),
    "choose_place": lambda w: w.deciding.choose_place(_misspelt(w)),
}


def _apply_to_all(window: MainWindow) -> None:
    mention = _misspelt(window)
    window.session.do(ChoosePlace(mention, PABIRZE))
    window.session.writer.finish()
    QApplication.processEvents()
    window.deciding.apply_to_all(mention)


def _misspelt(window: MainWindow) -> str:
    assert window.session.project is not None
    return next(row.mention_id for row in queries.mentions(window.session.project) if row.problem)


@pytest.mark.parametrize("name", OPENERS)
def test_no_control_of_a_dialog_is_without_a_name(window: MainWindow, name: str) -> None:
    OPENERS[name](window)
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert shown, name
    found = [path for dialog in shown for path in unnamed(dialog)]
    focusable = [w for dialog in shown for w in dialog.findChildren(QWidget) if w.focusPolicy().value and w.isVisible()]
    for dialog in shown:
        dialog.reject()
    assert found == []
    assert focusable, "nothing in it takes the keyboard"


def test_every_action_is_in_a_menu_so_that_keys_reach_it(window: MainWindow) -> None:
    """With Alt and letters or F10 and arrows every menu is walked through without a mouse."""
    reached: set[str] = set()

    def collect(menu: QWidget) -> None:
        for action in menu.actions():
            reached.add(action.objectName())
            if action.menu() is not None:
                collect(action.menu())

    collect(window.menuBar())
    specs = [spec for _, specs in window.commands.menus for spec in specs]
    assert [spec.id for spec in specs if spec.id not in reached] == []
    assert [spec.id for spec in specs if not spec.keys and "&" not in spec.text] == []


def test_every_action_is_told_to_a_screen_reader(window: MainWindow) -> None:
    for _, specs in window.commands.menus:
        for spec in specs:
            action = window.commands[spec.id]
            assert action.text().strip(), spec.id
            assert action.statusTip().strip(), spec.id
            assert action.receivers("2triggered(bool)") + action.receivers("2triggered()") > 0, (
                f"{spec.id} does nothing"
            )
