"""What the window shows while no project is open: start, go on, or look at the sample."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import colours, icon, set_role

COLUMN_WIDTH = 520
SYMBOL_SIZE = 64


class Welcome(QWidget):
    """The ways to begin, and the projects last opened."""

    folder_requested = Signal()
    import_requested = Signal()
    new_requested = Signal()
    open_requested = Signal()
    demo_requested = Signal()
    recent_requested = Signal(object)
    """Path"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Start page"))
        column = QFrame(self)
        column.setObjectName("welcome_column")
        column.setFixedWidth(COLUMN_WIDTH)
        layout = QVBoxLayout(column)
        layout.setSpacing(12)
        self._symbol = QLabel(column)
        self._symbol.setObjectName("welcome_symbol")
        self._symbol.setAccessibleName(self.tr("Toposcope"))
        self._symbol.setFixedSize(SYMBOL_SIZE, SYMBOL_SIZE)
        layout.addWidget(self._symbol)
        layout.addWidget(self._text("welcome_title", self.tr("From articles to a map you can correct"), "title"))
        intro = self.tr(
            "Toposcope finds the places your articles name, shows each beside the sentence that names it, "
            "and leaves the last word to you. Nothing leaves this computer."
        )
        layout.addWidget(self._text("welcome_intro", intro, "muted"))
        layout.addSpacing(8)
        layout.addLayout(self._buttons())
        layout.addSpacing(16)
        self._heading = self._text("welcome_recent_title", self.tr("Last opened"), "muted")
        layout.addWidget(self._heading)
        self._recent = self._list()
        layout.addWidget(self._recent)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.update_icons()

    def show_recent(self, paths: list[Path]) -> None:
        """List projects, newest first; the list hides when there are none."""
        self._recent.clear()
        for path in paths:
            entry = QListWidgetItem(f"{path.stem}\n{path.parent}")
            entry.setData(Qt.ItemDataRole.UserRole, str(path))
            self._recent.addItem(entry)
        self._recent.setVisible(bool(paths))
        self._heading.setVisible(bool(paths))

    def update_icons(self) -> None:
        """Draw the symbol and the buttons' icons for the present appearance."""
        self._symbol.setPixmap(icon("toposcope", self.palette()).pixmap(SYMBOL_SIZE, SYMBOL_SIZE))
        for button, name in (
            (self._folder, "open"),
            (self._demo, "pin"),
            (self._import, "import"),
            (self._new, "new"),
            (self._open, "documents"),
        ):
            colour = colours(self.palette()).on_accent if button is self._folder else None
            button.setIcon(icon(name, self.palette(), colour))

    def _buttons(self) -> QGridLayout:
        self._folder = self._button("welcome_folder", self.tr("Open a folder of articles…"))
        self._demo = self._button("welcome_demo", self.tr("Sample project, with a guide"))
        self._import = self._button("welcome_import", self.tr("Import files…"))
        self._new = self._button("welcome_new", self.tr("New project…"))
        self._open = self._button("welcome_open", self.tr("Open project…"))
        set_role(self._folder, "primary")
        self._folder.clicked.connect(self.folder_requested)
        self._demo.clicked.connect(self.demo_requested)
        self._import.clicked.connect(self.import_requested)
        self._new.clicked.connect(self.new_requested)
        self._open.clicked.connect(self.open_requested)
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(self._folder, 0, 0, 1, 3)
        grid.addWidget(self._demo, 0, 3, 1, 3)
        for place, button in enumerate((self._import, self._new, self._open)):
            grid.addWidget(button, 1, 2 * place, 1, 2)
        return grid

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        return button

    def _text(self, name: str, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setAccessibleName(text)
        label.setWordWrap(True)
        set_role(label, role)
        return label

    def _list(self) -> QListWidget:
        recent = QListWidget(self)
        recent.setObjectName("welcome_recent")
        recent.setAccessibleName(self.tr("Projects last opened"))
        recent.setMaximumHeight(220)
        recent.itemActivated.connect(self._chosen)
        recent.itemClicked.connect(self._chosen)
        return recent

    def _chosen(self, entry: QListWidgetItem) -> None:
        self.recent_requested.emit(Path(entry.data(Qt.ItemDataRole.UserRole)))
