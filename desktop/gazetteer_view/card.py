"""The place card: a page about one place, with what can be done with it above."""

from urllib.parse import unquote

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedLayout,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gazetteer_view.card_facts import CardFacts
from desktop.gazetteer_view.card_page import INSIDE, MENTIONS, NAMES, PLACE, CardPage, Mentioned
from desktop.gazetteer_view.words import reader_language
from desktop.review.pane import tool_button
from desktop.theme import colours, set_role
from gazetteer.places import coordinates


class CardText(QTextBrowser):
    """The page; links are told, never opened."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("place_card_text")
        self.setAccessibleName(self.tr("Place card"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(16)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing: a name in a gazetteer must not make the program read a file."""
        return None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


class PlaceCard(QWidget):
    """Shows a place; asks by signal for whatever lies outside the card."""

    walk = Signal(object)
    """place id of a link"""
    step = Signal(int)
    """-1 back, 1 forward"""
    inside_wanted = Signal(str)
    """feature class: list the places of it that lie in this one"""
    mentions_wanted = Signal(object)
    """place id"""
    map_wanted = Signal()
    take_wanted = Signal()
    edit_wanted = Signal()
    remove_wanted = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("place_card")
        self.setAccessibleName(self.tr("Place card"))
        self._facts: CardFacts | None = None
        self._mentioned: Mentioned | None = None
        self._note = ""
        self._all_names = False
        self._page = CardPage(self)
        # made in the order in which Tab walks
        bar = self._make_bar()
        self.text = CardText(self)
        self.text.anchorClicked.connect(self._clicked)
        self._nothing = QLabel(self.tr("Choose a place in the list: what is known of it stands here."), self)
        self._nothing.setObjectName("place_card_empty")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        set_role(self._nothing, "empty")
        page = QWidget(self)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(bar)
        inner.addWidget(self.text, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self._nothing)
        self.setFocusProxy(self.text)
        self._make_keys(parent)
        self.show_nothing()

    # making ---------------------------------------------------------------------------------------------------------

    def _make_bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setObjectName("place_card_bar")
        self.back = self._sign_button("card_back", self.tr("Back (Alt+Left)"), "back")
        self.forward = self._sign_button("card_forward", self.tr("Forward (Alt+Right)"), "forward")
        self.show_map = tool_button("card_map", self.tr("Map"), "zoom", self, self.tr("Show this place on the map"))
        self.take = tool_button("card_take", self.tr("Take"), "confirm", self)
        self.copy = tool_button("card_copy", self.tr("Copy"), "copy", self, self.tr("Copy position, id or name"))
        self.copy.setMenu(self._make_copies())
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.edit = self._sign_button("card_edit", self.tr("Change this place of your own"), "edit")
        self.remove = self._sign_button("card_remove", self.tr("Remove this place of your own"), "remove")
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_forward)
        self.show_map.clicked.connect(self.map_wanted)
        self.take.clicked.connect(self.take_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(2)
        for widget in (self.back, self.forward, self.show_map, self.take, self.copy):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.edit)
        layout.addWidget(self.remove)
        return bar

    def _sign_button(self, name: str, words: str, sign: str) -> QToolButton:
        button = tool_button(name, words, sign, self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _make_copies(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("card_copy_menu")
        for name, words in (
            ("decimal", self.tr("&Decimal degrees")),
            ("sexagesimal", self.tr("Degrees, &minutes, seconds")),
            ("grid", self.tr("M&GRS")),
            ("id", self.tr("&Id")),
            ("name", self.tr("&Name with region and country")),
        ):
            action = menu.addAction(words)
            action.setObjectName(f"copy_{name}")
            action.triggered.connect(self._copy_chosen)
        return menu

    def _make_keys(self, keys_for: QWidget) -> None:
        for key, method in ((QKeySequence("Alt+Left"), self._go_back), (QKeySequence("Alt+Right"), self._go_forward)):
            shortcut = QShortcut(key, keys_for)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(method)

    # showing --------------------------------------------------------------------------------------------------------

    @property
    def facts(self) -> CardFacts | None:
        """The place shown."""
        return self._facts

    def show_nothing(self) -> None:
        self._facts = None
        self._stack.setCurrentWidget(self._nothing)

    def show_place(self, facts: CardFacts, mentioned: Mentioned | None, note: str, own: bool) -> None:
        """Show a place; `own`: it may be changed and removed."""
        another = self._facts is None or facts.place.place_id != self._facts.place.place_id
        if another:
            self._all_names = False
        self._facts, self._mentioned, self._note = facts, mentioned, note
        self.edit.setVisible(own)
        self.remove.setVisible(own)
        self._stack.setCurrentIndex(0)
        self._write()
        if another:
            self.text.verticalScrollBar().setValue(0)

    def offer_take(self, surface: str | None) -> None:
        """Offer the place for the mention in focus, named by its words; None: there is none to decide on."""
        self.take.setEnabled(surface is not None)
        tip = (
            self.tr("Take this place for “{name}”").format(name=surface)
            if surface
            else self.tr("Take this place: select a mention first")
        )
        self.take.setToolTip(tip)
        self.take.setAccessibleName(tip)

    def offer_steps(self, back: bool, forward: bool) -> None:
        """Say where one can go."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._facts is not None:
            self._write()

    def _write(self) -> None:
        facts = self._facts
        if facts is None:
            return
        shown = colours(self.palette())
        page = self._page.html(facts, self._mentioned, self._note, shown, reader_language(), self._all_names)
        scrolled = self.text.verticalScrollBar().value()
        self.text.setHtml(page)
        self.text.verticalScrollBar().setValue(scrolled)

    # doing ----------------------------------------------------------------------------------------------------------

    def _clicked(self, link: QUrl) -> None:
        address = unquote(bytes(link.toEncoded().data()).decode())
        if address == NAMES:
            self._all_names = True
            self._write()
        elif address.startswith(PLACE):
            self.walk.emit(address.removeprefix(PLACE))
        elif address.startswith(INSIDE):
            self.inside_wanted.emit(address.removeprefix(INSIDE))
        elif address.startswith(MENTIONS):
            self.mentions_wanted.emit(address.removeprefix(MENTIONS))

    def copied(self, what: str) -> str:
        """Return what a copy of `decimal`, `sexagesimal`, `grid`, `id` or `name` puts on the clipboard."""
        if self._facts is None:
            return ""
        place = self._facts.place
        here = (place.latitude, place.longitude)
        return {
            "decimal": coordinates.decimal(*here),
            "sexagesimal": coordinates.sexagesimal(*here),
            "grid": coordinates.grid_reference(*here),
            "id": place.place_id,
            "name": place.label,
        }[what]

    def _copy_chosen(self) -> None:
        words = self.copied(self.sender().objectName().removeprefix("copy_"))
        QGuiApplication.clipboard().setText(words)
        self.told.emit(self.tr("Copied: {words}").format(words=words))

    def _go_back(self) -> None:
        self.step.emit(-1)

    def _go_forward(self) -> None:
        self.step.emit(1)
