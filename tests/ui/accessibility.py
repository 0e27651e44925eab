"""What a screen reader is told: the tree of accessible things, and which controls in it have no name."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
CONTROLS = {
    Role.PushButton,
    Role.ButtonDropDown,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.EditableText,
    Role.SpinBox,
    Role.Slider,
    Role.List,
    Role.Table,
    Role.Tree,
    Role.MenuItem,
    Role.PageTab,
    Role.ProgressBar,
    Role.Dialog,
    Role.Window,
    Role.ToolBar,
    Role.WebDocument,
}
OF_QT = ("qt_", "ScrollRight", "ScrollLeft")
"""parts that Qt makes inside its own controls; the control they belong to is the one with a name"""


def walk(thing: QAccessibleInterface, path: str = "") -> Iterator[tuple[str, QAccessibleInterface]]:
    """Yield every accessible thing with its way from the top; what cannot be seen now is passed over."""
    told = thing.object()
    label = f"{thing.role().name}:{told.objectName() if told is not None else ''}"
    here = f"{path}/{label}"
    yield here, thing
    if thing.role() in (Role.List, Role.Table, Role.Tree):
        return  # rows are content; the list of 100,000 is not walked
    for place in range(thing.childCount()):
        child = thing.child(place)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child, here)


def unnamed(widget: QWidget) -> list[str]:
    """Return the way to each control under a widget that has no name."""
    top = QAccessible.queryAccessibleInterface(widget)
    assert top is not None
    return [
        path for path, thing in walk(top) if thing.role() in CONTROLS and not name_of(thing) and not is_of_qt(thing)
    ]


def name_of(thing: QAccessibleInterface) -> str:
    return thing.text(QAccessible.Text.Name).strip()


def is_of_qt(thing: QAccessibleInterface) -> bool:
    told: QObject | None = thing.object()
    while told is not None:
        if told.objectName().startswith(OF_QT):
            return True
        told = told.parent() if not isinstance(told, QWidget) or not told.isWindow() else None
    return False
