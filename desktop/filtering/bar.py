"""The chips over the centre: every part of the session's filter that is set, a way to add one and to clear all."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.filtering.date_chip import DateChip
from desktop.filtering.offers import (
    confidence_choices,
    confidence_value,
    flag_titles,
    set_offers,
    with_confidence,
    with_part,
    with_set,
)
from desktop.gazetteer_view.choice import Choice, ChoiceButton
from desktop.gazetteer_view.flow import FlowLayout
from desktop.review.pane import FilterLine
from desktop.session import Session
from desktop.theme import icon, set_role
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter

DATE, CONFIDENCE = "date", "confidence"


class FilterBar(QWidget):
    """Mirrors the session's filter and sets it; a chip appears when its part is set or asked for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_bar")
        self.setAccessibleName(self.tr("Filters"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self._mirroring = False
        self._asked: set[str] = set()
        """parts whose chip was added and not yet set"""
        self._offers = {offer.part: offer for offer in set_offers()}
        self._flags = dict(flag_titles())
        self._make_chips()
        self._lay_out()
        session.opened.connect(self._new_project)
        session.closed.connect(self._new_project)
        session.filter_changed.connect(self._mirror)
        self._mirror(session.filter)

    # making ---------------------------------------------------------------------------------------------------------

    def _make_chips(self) -> None:
        self.text = FilterLine("filter_text", self.tr("Name or place"), self)
        self.text.setFixedWidth(150)
        self.text.rest.timeout.connect(self._text_typed)
        self.dates = DateChip(self)
        self.dates.changed.connect(self._dates_chosen)
        self.sets = {part: ChoiceButton(f"filter_{part}", offer.title, self) for part, offer in self._offers.items()}
        self.confidence = ChoiceButton("filter_confidence", self.tr("Confidence"), self)
        self.confidence.set_choices(confidence_choices())
        for chip in (*self.sets.values(), self.confidence):
            chip.changed.connect(self._values_chosen)
            chip.about_to_open.connect(self._offer)
        self.flags = {part: self._fixed_chip(part, title) for part, title in self._flags.items()}
        self.place = self._fixed_chip("place", "")
        self.article = self._fixed_chip("article", "")
        self.area = self._fixed_chip("area", self.tr("Area on the map"))
        self.selected = self._fixed_chip("mentions", self.tr("Chosen mentions"))

    def _fixed_chip(self, name: str, title: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName(f"filter_{name}")
        set_role(chip, "set_chip")
        self._name_chip(chip, title)
        chip.setProperty("part", name)
        chip.clicked.connect(self._fixed_chip_pressed)
        return chip

    def _name_chip(self, chip: QPushButton, title: str) -> None:
        chip.setText(f"{title}  ×".replace("&", "&&"))
        chip.setAccessibleName(self.tr("Take the filter away: {title}").format(title=title))
        chip.setToolTip(chip.accessibleName())

    def _lay_out(self) -> None:
        self.add = QToolButton(self)
        self.add.setObjectName("filter_add")
        self.add.setText(self.tr("Filter"))
        self.add.setAccessibleName(self.tr("Add a filter"))
        self.add.setToolTip(self.tr("Add a filter"))
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setIcon(icon("add", self.palette()))
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(self.add, "chip")
        self.menu = QMenu(self)
        self.menu.setObjectName("filter_menu")
        self.menu.aboutToShow.connect(self._fill_menu)
        self.menu.triggered.connect(self._add_chosen)
        self.add.setMenu(self.menu)
        self.clear = QPushButton(self.tr("Clear"), self)
        self.clear.setObjectName("filter_clear")
        self.clear.setAccessibleName(self.tr("Clear all filters"))
        set_role(self.clear, "flat")
        self.clear.clicked.connect(self.clear_all)
        chips = QWidget(self)
        chips.setObjectName("filter_chips")
        chips.setAccessibleName(self.tr("Filters"))
        flow = FlowLayout(6, chips)
        flow.setContentsMargins(0, 0, 0, 0)
        fixed = (*self.flags.values(), self.place, self.article, self.area, self.selected)
        for chip in (self.text, self.dates, *self.sets.values(), self.confidence, *fixed, self.add, self.clear):
            chip.setParent(chips)
            flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.addWidget(chips, 1)
        self.setSizePolicy(policy)

    # the menu of what can be added ----------------------------------------------------------------------------------

    def titles(self) -> dict[str, str]:
        """Return the parts that can be added, with their titles, in the order of the bar."""
        titles = {DATE: self.tr("Date")}
        titles |= {part: offer.title for part, offer in self._offers.items()}
        titles[CONFIDENCE] = self.tr("Confidence")
        return titles | self._flags

    def _fill_menu(self) -> None:
        self.menu.clear()
        shown = self._shown(self.session.filter)
        for part, title in self.titles().items():
            if part not in shown:
                self.menu.addAction(title).setData(part)
        if self.session.selection.document_id is not None and self.session.filter.document_id is None:
            self.menu.addAction(self.tr("This article")).setData("article")
        if self.session.selection.place_id is not None and self.session.filter.place_id is None:
            self.menu.addAction(self.tr("This place")).setData("place")

    def _add_chosen(self, action: QAction) -> None:
        self.add_part(action.data())

    def add_part(self, part: str) -> None:
        """Show the chip of a part and open it; what is only on or off is set."""
        where, selection = self.session.filter, self.session.selection
        if part in self._flags:
            self._set(with_part(where, part, True))
        elif part == "article":
            self._set(replace(where, document_id=selection.document_id))
        elif part == "place":
            self._set(replace(where, place_id=selection.place_id))
        else:
            self._asked.add(part)
            self._mirror(where)
            self.chip_of(part).setFocus()
            self.chip_of(part).click()

    def chip_of(self, part: str) -> ChoiceButton | DateChip:
        """Return the chip that chooses values of a part."""
        if part == DATE:
            return self.dates
        return self.confidence if part == CONFIDENCE else self.sets[part]

    # chips to filter ------------------------------------------------------------------------------------------------

    def clear_all(self) -> None:
        """Let every mention through."""
        self._asked.clear()
        self._set(MentionFilter())
        self._mirror(self.session.filter)

    def focus_text(self) -> None:
        """Put the keyboard into the line that seeks a name."""
        self.text.setFocus()
        self.text.selectAll()

    def _set(self, wanted: MentionFilter) -> None:
        self.session.set_filter(wanted)

    def _text_typed(self) -> None:
        self._set(replace(self.session.filter, text=self.text.text().strip()))

    def _dates_chosen(self) -> None:
        first, last = self.dates.dates
        self._set(replace(self.session.filter, date_from=first, date_to=last))

    def _values_chosen(self) -> None:
        chip = self.sender()
        if self._mirroring or not isinstance(chip, ChoiceButton):
            return
        if chip is self.confidence:
            self._set(with_confidence(self.session.filter, chip.values))
        else:
            self._set(with_set(self.session.filter, self._part_of(chip), chip.values))

    def _part_of(self, chip: QObject) -> str:
        return next(part for part, one in self.sets.items() if one is chip)

    def _fixed_chip_pressed(self) -> None:
        part = str(self.sender().property("part"))
        where = self.session.filter
        if part in self._flags:
            self._set(with_part(where, part, False))
            return
        name = {"place": "place_id", "article": "document_id", "area": "area", "mentions": "mention_ids"}[part]
        self._set(with_part(where, name, None))

    # filter to chips ------------------------------------------------------------------------------------------------

    def _new_project(self) -> None:
        self._asked.clear()
        self._mirror(self.session.filter)

    def _offer(self) -> None:
        chip, project = self.sender(), self.session.project
        if isinstance(chip, ChoiceButton) and chip is not self.confidence and project is not None:
            self._take_offer(self._part_of(chip), chip.values)

    def _take_offer(self, part: str, kept: tuple[str, ...]) -> None:
        """Give a chip its list and choose in it; a value that no article has any more stays as it is."""
        project, chip = self.session.project, self.sets[part]
        offered = list(self._offers[part].offered(project)) if project is not None else []
        known = {choice.value: choice for choice in offered}
        chosen = [known.get(value) or Choice(value, value) for value in kept]
        self._mirroring = True
        chip.set_choices([*offered, *(choice for choice in chosen if choice.value not in known)])
        chip.choose(*chosen)
        self._mirroring = False

    def _mirror(self, where: MentionFilter) -> None:
        if self.text.text().strip() != where.text:
            self.text.setText(where.text)
            self.text.rest.stop()
        self.dates.show_dates((where.date_from, where.date_to))
        for part, chip in self.sets.items():
            values = tuple(sorted(str(value) for value in getattr(where, part)))
            if values != tuple(sorted(chip.values)):
                self._take_offer(part, values)
        self._mirror_confidence(where)
        self._name_found(where)
        shown = self._shown(where)
        for part in self.titles():
            chooser: QWidget = self.flags[part] if part in self._flags else self.chip_of(part)
            chooser.setVisible(part in shown)
        self.place.setVisible(where.place_id is not None)
        self.article.setVisible(where.document_id is not None)
        self.area.setVisible(where.area is not None)
        self.selected.setVisible(where.mention_ids is not None)
        self.clear.setVisible(where != MentionFilter())
        self.setEnabled(self.session.project is not None)
        self.updateGeometry()

    def _mirror_confidence(self, where: MentionFilter) -> None:
        known = {choice.value: choice for choice in self.confidence.choices}
        chosen = [known.get(value) or Choice(value, f"{value} %") for value in confidence_value(where)]
        self._mirroring = True
        self.confidence.choose(*chosen)
        self._mirroring = False

    def _name_found(self, where: MentionFilter) -> None:
        project = self.session.project
        if project is None:
            return
        if where.document_id is not None:
            row = queries.document(project, where.document_id)
            self._name_chip(self.article, _short(row.label if row else self.tr("removed article")))
        if where.place_id is not None:
            rows = queries.place_rows(project, [where.place_id])
            self._name_chip(self.place, _short(rows[0].place.label if rows else where.place_id))

    def _shown(self, where: MentionFilter) -> set[str]:
        shown = {part for part in self.sets if getattr(where, part)} | self._asked
        shown |= {part for part in self._flags if getattr(where, part)}
        if where.date_from or where.date_to:
            shown.add(DATE)
        if confidence_value(where):
            shown.add(CONFIDENCE)
        return shown


def _short(text: str, most: int = 32) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
