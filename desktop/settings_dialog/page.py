"""What the pages of the settings are built of: a heading a group, a line a setting."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.dialogs.parts import text


class Page(QWidget):
    """One subject of the settings."""

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"settings_{name}")
        self.setAccessibleName(title)
        self.title = title
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 4, 4, 4)
        self.body.setSpacing(10)

    def form(self) -> QFormLayout:
        """Add a group of lines, words at the left and controls at the right."""
        lines = QFormLayout()
        lines.setHorizontalSpacing(18)
        lines.setVerticalSpacing(10)
        lines.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        lines.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.body.addLayout(lines)
        return lines

    def note(self, name: str, words: str) -> QLabel:
        """Add a line of explanation."""
        label = text(self, name, words, "muted")
        self.body.addWidget(label)
        return label

    def choice(self, name: str, title: str, options: list[tuple[str, str]], present: str) -> QComboBox:
        """Return a box of (value, words) with the present value chosen."""
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(title)
        for value, words in options:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(present)))
        return box

    def tick(self, name: str, words: str, on: bool) -> QCheckBox:
        """Add a tick with its words."""
        box = QCheckBox(words, self)
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setChecked(on)
        self.body.addWidget(box)
        return box
