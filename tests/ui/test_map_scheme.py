"""What the map's own addresses are answered with."""

import shiboken6
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidgetItem
from pytestqt.qtbot import QtBot

from desktop.map.scheme import as_kind


def test_an_object_at_the_address_of_a_dead_one_is_taken_as_what_it_is(qtbot: QtBot) -> None:
    kind = QDialogButtonBox.StandardButton.Ok
    box = QDialogButtonBox(kind)
    qtbot.addWidget(box)
    button = box.button(kind)
    assert as_kind(button, QPushButton) is button
    address = shiboken6.getCppPointer(button)[0]
    shiboken6.invalidate(button)
    # what is left where an item lay that died
    stale = shiboken6.wrapInstance(address, QWidgetItem)
    assert isinstance(box.button(kind), QWidgetItem)
    taken = as_kind(stale, QPushButton)
    assert box.button(kind) is taken
    assert taken.text()
