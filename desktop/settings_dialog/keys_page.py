"""The keys of every action, each to be changed by pressing other ones."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.actions import Actions
from desktop.dialogs.parts import button, clearable, text
from desktop.settings_dialog.page import Page
from gazetteer.places.folding import fold

ACTION = Qt.ItemDataRole.UserRole


class KeysPage(Page):
    """A list by menu; what is pressed in the box at the bottom becomes the key of the chosen action."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__("keys", self.tr("Keys"), parent)
        self._actions = actions
        self._search = QLineEdit(self)
        self._search.setObjectName("keys_search")
        self._search.setAccessibleName(self.tr("Search the actions"))
        self._search.setPlaceholderText(self.tr("Action or key"))
        clearable(self._search)
        self._search.textChanged.connect(self._narrow)
        self.body.addWidget(self._search)
        self._tree = self._make_tree()
        self.body.addWidget(self._tree, 1)
        self._edit = QKeySequenceEdit(self)
        self._edit.setObjectName("keys_edit")
        self._edit.setAccessibleName(self.tr("Press the new keys"))
        self._edit.setMaximumSequenceLength(2)
        line = self._edit.findChild(QLineEdit)
        if line is not None:
            line.setAccessibleName(self.tr("Press the new keys"))
            line.setPlaceholderText(self.tr("Press the new keys"))
        self._take = button(self, "keys_take", self.tr("&Use these"))
        self._none = button(self, "keys_none", self.tr("&No key"))
        self._usual = button(self, "keys_usual", self.tr("&The usual one"))
        self._all = button(self, "keys_all_usual", self.tr("&All as usual"))
        row = QHBoxLayout()
        row.addWidget(self._edit, 1)
        for one in (self._take, self._none, self._usual, self._all):
            row.addWidget(one)
        self.body.addLayout(row)
        self._note = text(self, "keys_note", "", "muted")
        self.body.addWidget(self._note)
        self._take.clicked.connect(self._use_pressed)
        self._none.clicked.connect(self._use_none)
        self._usual.clicked.connect(self._use_usual)
        self._all.clicked.connect(self._use_all_usual)
        self._tree.currentItemChanged.connect(self._chosen)
        self._fill()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("keys_tree")
        tree.setAccessibleName(self.tr("Actions and their keys"))
        tree.setHeaderLabels([self.tr("Action"), self.tr("Keys"), self.tr("What it does")])
        tree.setUniformRowHeights(True)
        tree.setColumnWidth(0, 230)
        tree.setColumnWidth(1, 150)
        return tree

    def _fill(self) -> None:
        self._rows: list[QTreeWidgetItem] = []
        for title, specs in self._actions.menus:
            menu = QTreeWidgetItem([title.replace("&", "")])
            menu.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._tree.addTopLevelItem(menu)
            for spec in specs:
                row = QTreeWidgetItem([spec.plain, "", spec.tip])
                row.setToolTip(2, spec.tip)
                row.setData(0, ACTION, spec.id)
                menu.addChild(row)
                self._rows.append(row)
            menu.setExpanded(True)
        self._show_keys()
        self._tree.setCurrentItem(self._rows[0])

    def _show_keys(self) -> None:
        for row in self._rows:
            action_id = row.data(0, ACTION)
            row.setText(1, "   ".join(self._actions.keys_of(action_id)))
            font = row.font(1)
            font.setBold(self._actions.keymap.is_own(action_id))
            row.setFont(1, font)

    def _narrow(self, typed: str) -> None:
        sought = fold(typed)
        for row in self._rows:
            row.setHidden(sought not in fold(" ".join((row.text(0), row.text(1), row.text(2)))))

    # changing -------------------------------------------------------------------------------------------------------

    @property
    def _present(self) -> str | None:
        row = self._tree.currentItem()
        action_id: str | None = row.data(0, ACTION) if row is not None else None
        return action_id

    def _chosen(self) -> None:
        action_id = self._present
        self._edit.clear()
        self._note.clear()
        for widget in (self._edit, self._take, self._none, self._usual):
            widget.setEnabled(action_id is not None)

    def _use_pressed(self) -> None:
        pressed = self._edit.keySequence()
        if not pressed.isEmpty():
            self._use((pressed.toString(QKeySequence.SequenceFormat.PortableText),))

    def _use_none(self) -> None:
        self._use(())

    def _use_usual(self) -> None:
        action_id = self._present
        if action_id is not None:
            self._use(self._actions.usual_keys(action_id))

    def _use(self, keys: tuple[str, ...]) -> None:
        action_id = self._present
        if action_id is None:
            return
        refusal = self._actions.keymap.refusal(action_id, keys)
        if refusal is not None:
            self._note.setText(refusal)
            return
        self._actions.keymap.set(action_id, keys)
        self._after(self.tr("Changed."))

    def _use_all_usual(self) -> None:
        self._actions.keymap.reset()
        self._after(self.tr("All keys are the usual ones again."))

    def _after(self, note: str) -> None:
        self._actions.update_keys()
        self._show_keys()
        self._edit.clear()
        self._note.setText(note)
