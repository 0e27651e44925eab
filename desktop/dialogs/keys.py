"""The sheet of all keys, made from the action table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.action_spec import ActionSpec, Scope
from desktop.actions import KIND_ACTIONS, Actions
from desktop.dialogs.parts import button, button_row, prepare, text
from desktop.theme import set_role

COLUMNS = 3


class KeySheet(QDialog):
    """Every action that has keys, by menu."""

    change_wanted = Signal()
    """the person wants other keys"""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        layout = prepare(self, "key_sheet", self.tr("Keyboard"), 940, 730)
        hint = self.tr("Single letters and digits decide while a list, the article or the mention has the focus.")
        layout.addWidget(text(self, "key_sheet_hint", hint, "muted"))
        area = QScrollArea(self)
        area.setObjectName("key_sheet_area")
        area.setAccessibleName(self.tr("Keys"))
        area.setWidgetResizable(True)
        area.setWidget(self._columns(area))
        layout.addWidget(area, 1)
        close = button(self, "key_sheet_close", self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        change = button(self, "key_sheet_change", self.tr("Change &keys…"))
        change.clicked.connect(self.accept)
        change.clicked.connect(self.change_wanted)
        layout.addLayout(button_row(change, None, close))

    def _columns(self, parent: QWidget) -> QWidget:
        sheet = QWidget(parent)
        sheet.setObjectName("key_sheet_columns")
        sheet.setAccessibleName(self.tr("Keys by menu"))
        row = QHBoxLayout(sheet)
        row.setSpacing(32)
        columns = [QVBoxLayout() for _ in range(COLUMNS)]
        for column in columns:
            row.addLayout(column, 1)
        for place, (title, specs) in self._blocks():
            shown = [spec for spec in specs if self._keys(spec)]
            if shown:
                columns[place].addLayout(self._block(sheet, title.replace("&", ""), shown))
        for column in columns:
            column.addStretch(1)
        return sheet

    def _blocks(self) -> list[tuple[int, tuple[str, list[ActionSpec]]]]:
        """Return (column, (title, specs)): what is done to a mention stands together in the middle."""
        menus = dict(self._actions.menus)
        kinds = [spec for specs in menus.values() for spec in specs if spec.id in KIND_ACTIONS]
        placed: list[tuple[int, tuple[str, list[ActionSpec]]]] = []
        for title, specs in menus.items():
            review = specs[0].id == "next"
            own = [self._digits(), *(s for s in specs if s not in kinds)] if review else specs
            middle = review or specs[0].id == "map_fit"
            placed.append((1 if middle else 0 if len(placed) < 2 else 2, (title, own)))
        return [*placed, (0, (self.tr("What the name is"), kinds))]

    def _digits(self) -> ActionSpec:
        return ActionSpec("digits", self.tr("Take a candidate"), "", ("1", "9"), None, Scope.REVIEW)

    def _keys(self, spec: ActionSpec) -> str:
        if spec.id == "digits":
            return "–".join(spec.native_keys)
        return "   ".join(self._actions.keys_of(spec.id))

    def _block(self, parent: QWidget, title: str, specs: list[ActionSpec]) -> QGridLayout:
        block = QGridLayout()
        block.setVerticalSpacing(4)
        block.setHorizontalSpacing(12)
        heading = text(parent, f"keys_{title.lower()}", title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        block.addWidget(heading, 0, 0, 1, 2)
        for line, spec in enumerate(specs, start=1):
            block.addWidget(text(parent, f"keys_text_{spec.id}", spec.plain), line, 0)
            keys = text(parent, f"keys_of_{spec.id}", self._keys(spec))
            keys.setWordWrap(False)
            set_role(keys, "muted")
            block.addWidget(keys, line, 1)
        block.setColumnStretch(0, 1)
        block.setRowMinimumHeight(len(specs) + 1, 12)
        return block
