"""The gazetteer's pane: a line to search it, filters to browse it, a table, and the card of one place."""

from functools import partial

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from desktop.gazetteer_view.asker import Asker
from desktop.gazetteer_view.asking import Found, Wanted, Way
from desktop.gazetteer_view.card import PlaceCard
from desktop.gazetteer_view.card_facts import CardFacts, area_filter
from desktop.gazetteer_view.card_page import Mentioned
from desktop.gazetteer_view.choice import Choice
from desktop.gazetteer_view.count_words import count_words, nothing_words
from desktop.gazetteer_view.filter_bar import Box, FilterBar
from desktop.gazetteer_view.place_list import PlaceList
from desktop.gazetteer_view.search_line import SearchLine
from desktop.gazetteer_view.trail import Trail
from desktop.gazetteer_view.words import reader_language
from desktop.review.painting import PAD
from desktop.review.pane import Pane, tool_button
from desktop.session import Selection, Session
from desktop.theme import set_role
from gazetteer.model import Place
from gazetteer.places.folding import fold
from gazetteer.places.records import ANY
from gazetteer.places.store import Gazetteer
from gazetteer.project import queries
from gazetteer.project.edits import ChoosePlace
from gazetteer.project.filters import MentionFilter
from gazetteer.project.own_places import PREFIX, own_place

WIDE_PX = 640
"""from this width on the card stands beside the table"""
COALESCE_MS = 20
"""filters that change in one go are asked for once"""


class GazetteerPane(Pane):
    """Shows what the gazetteer answers; needs no project."""

    map_wanted = Signal(object, bool)
    """Place to mark on the map or None, and whether to go there"""
    evidence_wanted = Signal()
    own_place_wanted = Signal(object)
    """Place of the project's own to change, or None to add one"""
    removal_wanted = Signal(object)
    """Place of the project's own"""
    export_wanted = Signal()
    library_wanted = Signal()
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "gazetteer", "", "", parent)
        self.setAccessibleName(self.tr("Gazetteer"))
        self._gazetteer: Gazetteer | None = None
        self._asker = Asker(self)
        self._on_top = True
        self._keeps_card = False
        """the next answer was asked for from the card, which stays"""
        self.trail = Trail()
        self._soon = QTimer(self, singleShot=True, interval=COALESCE_MS)
        # made in the order in which Tab walks
        self._make_head()
        self.list = PlaceList(self)
        self.table = self.list.table
        self.card = PlaceCard(self)
        self._make_split()
        self.setFocusProxy(self.line)
        self._connect()
        self._connect_card()
        self._show_readiness()

    # making ---------------------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.line = SearchLine("gazetteer_search", self.tr("Name, name with region, id or coordinates"), self)
        self.filters = FilterBar(self)
        self._count = QLabel(self)
        self._count.setObjectName("gazetteer_count")
        self._count.setWordWrap(True)
        set_role(self._count, "muted")
        self.add = self._sign("gazetteer_add", self.tr("Add a place of your own"), "add")
        self.export = self._sign("gazetteer_export", self.tr("Export these places"), "export")
        self.library = self._sign("gazetteer_library", self.tr("Your gazetteers"), "layers")
        counted = QHBoxLayout()
        counted.setSpacing(2)
        counted.addWidget(self._count, 1)
        for button in (self.add, self.export, self.library):
            counted.addWidget(button)
        layout = QVBoxLayout()
        layout.setContentsMargins(PAD, 8, PAD, 4)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.filters)
        layout.addLayout(counted)
        self.body.addLayout(layout)

    def _sign(self, name: str, words: str, sign: str) -> QToolButton:
        button = tool_button(name, words, sign, self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _make_split(self) -> None:
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setObjectName("gazetteer_split")
        self.split.setAccessibleName(self.tr("Places and place card"))
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.list)
        self.split.addWidget(self.card)
        self.split.setSizes([460, 540])
        self.body.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.session.gazetteer_ready.connect(self._gazetteer_ready)
        self.line.rest.timeout.connect(self.ask)
        self.line.list_wanted.connect(self._go_to_list)
        self.filters.changed.connect(self._soon.start)
        self._soon.timeout.connect(self.ask)
        self.filters.regions_wanted.connect(self._ask_regions)
        self.table.chosen.connect(self._row_chosen)
        self.table.map_wanted.connect(self.show_on_map)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.list.add_wanted.connect(self._ask_add)
        self.add.clicked.connect(self._ask_add)
        self.export.clicked.connect(self.export_wanted)
        self.library.clicked.connect(self.library_wanted)
        asker = self._asker
        asker.answered.connect(self._answered)
        asker.card_ready.connect(self._card_ready)
        asker.not_held.connect(self._not_held)
        asker.offered.connect(self.filters.offer)
        asker.regions_ready.connect(self.filters.offer_regions)
        asker.failed.connect(self._count.setText)
        asker.crashed.connect(self.session.crashed)

    def _connect_card(self) -> None:
        card = self.card
        card.walk.connect(self.walk_to)
        card.step.connect(self.step)
        card.inside_wanted.connect(self._list_inside)
        card.mentions_wanted.connect(self._show_mentions)
        card.map_wanted.connect(self.show_on_map)
        card.take_wanted.connect(self.take)
        card.edit_wanted.connect(self._ask_edit)
        card.remove_wanted.connect(self._ask_remove)
        card.told.connect(self.told)

    # the gazetteer --------------------------------------------------------------------------------------------------

    def _gazetteer_ready(self) -> None:
        if self.isVisible():
            self._adopt()
        else:
            self._gazetteer = None

    def _adopt(self) -> None:
        """Work with the gazetteer the session has now; ask again what was asked of the one before."""
        gazetteer = self.session.gazetteer
        if gazetteer is None or gazetteer is self._gazetteer:
            return
        self._gazetteer = gazetteer
        self._show_readiness()
        self._asker.ask_offered(gazetteer)
        self.ask()
        here = self.trail.here
        if here is not None:
            self._asker.ask_card(gazetteer, here, fly=False)

    def _show_readiness(self) -> None:
        ready = self._gazetteer is not None
        self.show_empty(not ready, self.tr("The gazetteer is being opened…"))
        self.line.setEnabled(ready)

    def _ask_regions(self, country: str) -> None:
        if self._gazetteer is not None:
            self._asker.ask_regions(self._gazetteer, country)

    # asking ---------------------------------------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Put the keyboard into the search line."""
        self.line.setFocus()
        self.line.selectAll()

    def _go_to_list(self) -> None:
        if self.line.rest.isActive():
            self.ask()
        self.table.setFocus()

    def ask(self) -> None:
        """Ask the gazetteer what the line and the filters say; the answer comes later."""
        if self._gazetteer is None:
            return
        self._soon.stop()
        self.line.rest.stop()
        self._count.setText(self.tr("Searching…"))
        self._asker.ask(self._gazetteer, Wanted(self.line.text().strip(), self.filters.where))

    @property
    def gazetteer(self) -> Gazetteer | None:
        """The gazetteer whose places are listed."""
        return self._gazetteer

    @property
    def asking(self) -> bool:
        """True while an answer is on its way."""
        return self._asker.busy or self._soon.isActive() or self.line.rest.isActive()

    def _answered(self, found: Found) -> None:
        gazetteer = self._gazetteer
        if gazetteer is None:
            return
        self.table.show_found(found, partial(_read_place, gazetteer, reader_language()))
        self._show_count()
        shown = self.card.facts
        led = shown is not None and not found.wanted.text and self.table.lead_to(shown.pid)
        if not led and not self._keeps_card:
            self.table.lead_to_first()
        self._keeps_card = False

    def _show_count(self) -> None:
        found = self.table.places.found
        self._count.setText(count_words(found, len(self.table.picked)))
        self.export.setEnabled(len(found.pids) > 0)
        if len(found.pids):
            self.list.show_rows()
            return
        unknown = self.unknown_name if found.wanted.where == ANY else ""
        offer = self.tr("Add it as a place of your own") if unknown and self.add.isEnabled() else ""
        self.list.show_none(nothing_words(found), offer)

    def _selected(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self._count.setText(count_words(self.table.places.found, len(self.table.picked)))

    # the card -------------------------------------------------------------------------------------------------------

    def walk_to(self, place_id: str) -> None:
        """Show a place, remember where one came from, and go there on the map."""
        self._visit(place_id, instead=False, fly=True)

    def expect(self, place_id: str) -> None:
        """Show a place as soon as the gazetteer that holds it has been opened."""
        self.trail.visit(place_id)

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1)."""
        place_id = self.trail.step(by)
        if place_id is not None:
            self._show_card(place_id, fly=True)

    def _row_chosen(self, pid: int, by_person: bool) -> None:
        row = self.table.places.row_at(self.table.currentIndex().row())
        if row is not None and row.pid == pid:
            self._visit(row.place.place_id, instead=True, fly=by_person)

    def _visit(self, place_id: str, instead: bool, fly: bool) -> None:
        self.trail.visit(place_id, instead)
        self._show_card(place_id, fly)

    def _show_card(self, place_id: str, fly: bool) -> None:
        if self._gazetteer is not None:
            self._asker.ask_card(self._gazetteer, place_id, fly)

    def _card_ready(self, facts: CardFacts, fly: bool) -> None:
        self._fill_card(facts)
        self.table.lead_to(facts.pid)
        self._mark(fly and not self.filters.here.isChecked())

    def _not_held(self, place_id: str) -> None:
        self.told.emit(self.tr("The gazetteer does not hold {place}.").format(place=place_id))
        self.card.show_nothing()
        self._mark(False)

    def _fill_card(self, facts: CardFacts) -> None:
        project, place_id = self.session.project, facts.place.place_id
        own = own_place(project, place_id) if project is not None and place_id.startswith(PREFIX) else None
        mentioned = None
        if project is not None:
            rows = queries.places(project, MentionFilter(place_id=place_id))
            mentioned = Mentioned(rows[0].mentions, rows[0].documents) if rows else Mentioned()
        note = (own.note or "") if own is not None else ""
        self.card.show_place(facts, mentioned, note, own is not None and not self.session.read_only)
        self.card.offer_steps(self.trail.can_go_back, self.trail.can_go_forward)

    @property
    def place(self) -> Place | None:
        """The place of the card."""
        return self.card.facts.place if self.card.facts is not None else None

    @property
    def unknown_name(self) -> str:
        """What is typed, where no place has that name."""
        found = self.table.places.found
        searched = found.way is Way.SEARCHED and found.wanted.text == self.line.text().strip()
        named = (name for name, _ in found.matches.values())
        return found.wanted.text if searched and fold(found.wanted.text) not in map(fold, named) else ""

    # doing ----------------------------------------------------------------------------------------------------------

    def show_on_map(self) -> None:
        """Go to the card's place on the map."""
        self._mark(True)

    def take(self) -> None:
        """Take the card's place for the mention in focus."""
        mention_id = self.session.selection.mention_id
        if self.place is not None and mention_id is not None:
            self.do(ChoosePlace(mention_id, self.place))

    def set_box(self, box: Box) -> None:
        """Take the part of the map that is shown."""
        self.filters.set_box(box)

    def _show_mentions(self, place_id: str) -> None:
        self.session.select_place(place_id)
        self.evidence_wanted.emit()

    def _list_inside(self, letter: str) -> None:
        """List the places of a class in the card's country or region."""
        facts = self.card.facts
        where = area_filter(facts.place) if facts is not None else None
        if facts is None or where is None:
            return
        code = facts.place.country_code
        country = Choice(code, facts.place.country_name or code) if code else None
        region = Choice(where.region, facts.exonym) if where.region else None
        self.line.clear()
        self._keeps_card = True
        self.filters.show_inside(letter, country, region)
        self.table.setFocus()

    def _ask_add(self) -> None:
        self.own_place_wanted.emit(None)

    def _ask_edit(self) -> None:
        self.own_place_wanted.emit(self.place)

    def _ask_remove(self) -> None:
        self.removal_wanted.emit(self.place)

    # following ------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        self._adopt()
        self.add.setEnabled(self.session.project is not None and not self.session.read_only)
        if self.card.facts is not None:
            self._fill_card(self.card.facts)

    def follow(self, selection: Selection) -> None:
        project = self.session.project
        mention = queries.mention(project, selection.mention_id) if project and selection.mention_id else None
        self.card.offer_take(mention.surface if mention is not None and not self.session.read_only else None)

    def shutdown(self) -> None:
        """End the threads; the pane is of no use afterwards."""
        self._asker.shutdown()

    def set_on_top(self, on_top: bool) -> None:
        """Say whether the pane is seen, and not a tab behind another; only then is its place marked on the map."""
        self._on_top = on_top
        self._mark(False)

    def _mark(self, fly: bool) -> None:
        seen = self._on_top and self.isVisible()
        self.map_wanted.emit(self.place if seen else None, fly)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._adopt()
        self._mark(False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._mark(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE_PX
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.split.orientation() is not wanted:
            self.split.setOrientation(wanted)
            self.split.setSizes([580, 420] if wide else [460, 540])


def _read_place(gazetteer: Gazetteer, reader: str, pid: int) -> tuple[Place, str]:
    return gazetteer.place(pid), gazetteer.display_name(pid, reader)
