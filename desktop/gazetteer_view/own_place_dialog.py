"""A place of the project's own gazetteer: added, or changed."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.parts import button, button_row, prepare, text
from desktop.gazetteer_view.own_names import NamesEditor
from desktop.gazetteer_view.words import precision_choice, reader_language
from desktop.review.words import feature_word
from desktop.session import Session
from gazetteer.errors import EditError
from gazetteer.model import Place, Precision
from gazetteer.places import coordinates
from gazetteer.places.store import Gazetteer
from gazetteer.project.own_places import OwnPlace, fresh_id
from gazetteer.project.place_edits import PutOwnPlace, TeachPlace

FEATURES = (
    *("P.PPL", "P.PPLX", "P.PPLQ", "A.ADM1", "A.ADM2", "L.RGN", "L.RGNH", "L.PRK", "L.MILB", "H.STM", "H.LK", "H.RSV"),
    *("H.SEA", "H.BAY", "H.CNL", "H.STRT", "T.ISL", "T.MT", "T.MTS", "T.HLL", "T.VAL", "T.CAPE", "T.PASS", "T.DSRT"),
    *("V.FRST", "S.AIRP", "S.BDG", "S.BLDG", "S.BP", "S.CH", "S.CMTY", "S.CSTL", "S.DAM", "S.FRM", "S.GOVT", "S.HSTS"),
    *("S.MNMT", "S.PRT", "S.PS", "S.RSTN", "S.SCH", "S.SQR", "R.RD", "R.ST"),
)
"""what an own place can be chosen to be, as GeoNames' class and code"""
NOTE_PX = 56


class OwnPlaceDialog(QDialog):
    """Stays open beside the window, so that the position can be picked on its map."""

    pick_wanted = Signal()
    """a click on the map is to say the position: `take_position` brings it"""
    saved = Signal(object)
    """id of the place"""

    def __init__(
        self, session: Session, before: OwnPlace | None, parent: QWidget, name: str = "", taught: tuple[str, ...] = ()
    ) -> None:
        """`taught` are mentions that take the new place, in the same step."""
        super().__init__(parent)
        self._session, self._before, self._taught = session, before, taught
        self._picking = False
        title = self.tr("Change {name}").format(name=before.name) if before else self.tr("Add a place of your own")
        layout = prepare(self, "own_place_dialog", title, 600, 640)
        self._make_fields(name)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(form.labelAlignment().AlignLeft)
        for words, field in (
            (self.tr("&Name"), self.name),
            (self.tr("&Position"), self._position_row()),
            (self.tr("&What it is"), self.feature),
            (self.tr("&Country"), self.country),
            (self.tr("The position &is"), self.precision),
            (self.tr("&Reach in km"), self.reach),
            (self.tr("P&eople"), self.people),
            (self.tr("Further names"), self.names),
            (self.tr("N&ote"), self.note),
        ):
            form.addRow(words, field)
        form.labelForField(self._positioned).setBuddy(self.position)  # type: ignore[attr-defined]
        layout.addWidget(self._scrolled(form), 1)
        self.trouble = text(self, "own_place_trouble", "", "error")
        self.trouble.hide()
        layout.addWidget(self.trouble)
        self.save = button(self, "own_place_save", self.tr("Save") if before else self.tr("Add the place"), True)
        cancel = button(self, "own_place_cancel", self.tr("Cancel"))
        layout.addLayout(button_row(None, cancel, self.save))
        self.save.clicked.connect(self._save)
        cancel.clicked.connect(self.reject)
        self._offer_countries()
        if before is not None:
            self._fill(before)
        self._read_position()
        self.position.textChanged.connect(self._read_position)

    # making ---------------------------------------------------------------------------------------------------------

    def _make_fields(self, name: str) -> None:
        self.name = self._line("own_place_name", self.tr("Name"))
        self.name.setText(name)
        self.position = self._line("own_place_position", self.tr("Position"))
        self.position.setPlaceholderText("54.69 25.28  ·  54°41′N 25°17′E  ·  35ULA 89117 61560")
        self.read = text(self, "own_place_read", "", "muted")
        # a label that wraps asks for more lines than it fills
        self.read.setWordWrap(False)
        self.read.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.feature = self._combo("own_place_feature", self.tr("What it is"))
        for feature in FEATURES:
            self.feature.addItem(_feature_words(feature), feature)
        self.country = self._combo("own_place_country", self.tr("Country"))
        self.precision = self._combo("own_place_precision", self.tr("The position is"))
        for precision in Precision:
            self.precision.addItem(precision_choice(precision), precision.value)
        self.reach = self._line("own_place_reach", self.tr("Reach in kilometres"))
        self.reach.setPlaceholderText(self.tr("not known"))
        self.people = self._line("own_place_people", self.tr("People"))
        self.people.setPlaceholderText(self.tr("not known"))
        self.names = NamesEditor(self)
        self.note = QPlainTextEdit(self)
        self.note.setObjectName("own_place_note")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(NOTE_PX)

    def _position_row(self) -> QWidget:
        self._positioned = QWidget(self)
        column = QVBoxLayout(self._positioned)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.pick = button(self, "own_place_pick", self.tr("Pick on the map"))
        self.pick.clicked.connect(self._pick)
        row.addWidget(self.position, 1)
        row.addWidget(self.pick)
        column.addLayout(row)
        column.addWidget(self.read)
        self._positioned.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return self._positioned

    def _scrolled(self, form: QFormLayout) -> QScrollArea:
        page = QWidget(self)
        page.setLayout(form)
        form.setContentsMargins(0, 0, 8, 0)
        scroll = QScrollArea(self)
        scroll.setObjectName("own_place_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(page)
        return scroll

    def _line(self, name: str, title: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setAccessibleName(title)
        return line

    def _combo(self, name: str, title: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(title)
        return combo

    def _offer_countries(self) -> None:
        self.country.addItem(self.tr("none"), None)
        gazetteer, reader = self._session.gazetteer, reader_language()
        if gazetteer is not None:
            named = {code: gazetteer.display_name(pid, reader) for code, pid in gazetteer.country_pid.items()}
            for code, name in sorted(named.items(), key=lambda pair: pair[1]):
                self.country.addItem(name, code)

    def _fill(self, place: OwnPlace) -> None:
        self.name.setText(place.name)
        self.position.setText(f"{place.latitude:.6f} {place.longitude:.6f}")
        _choose(self.feature, place.feature, _feature_words(place.feature))
        if place.country_code:
            _choose(self.country, place.country_code, place.country_name or place.country_code)
        _choose(self.precision, place.precision.value, precision_choice(place.precision))
        self.reach.setText(QLocale().toString(place.radius_m / 1000, "g", 6) if place.radius_m else "")
        self.people.setText(str(place.population) if place.population else "")
        for name in place.names:
            self.names.add(name)
        self.note.setPlainText(place.note or "")

    # the position ---------------------------------------------------------------------------------------------------

    def take_position(self, picked: tuple[float, float] | None) -> None:
        """Take (longitude, latitude) of a click on the map, None where it was left; the dialog comes back."""
        if not self._picking:
            return
        self._picking = False
        if picked is not None:
            self.position.setText(f"{picked[1]:.6f} {picked[0]:.6f}")
        self.show()
        self.activateWindow()
        self.position.setFocus()

    def _pick(self) -> None:
        self._picking = True
        self.hide()
        self.pick_wanted.emit()

    def _read_position(self, typed: str = "") -> None:
        """Say how the position was read, and what is near it; a country not chosen yet is that of the nearest place."""
        position = coordinates.parse(self.position.text())
        if position is None:
            unread = self.tr("Latitude and longitude in degrees, with minutes and seconds, or as MGRS.")
            self.read.setText(unread)
            return
        words = f"{coordinates.decimal(*position)}  ·  {coordinates.grid_reference(*position)}"
        gazetteer = self._session.gazetteer
        near = _nearest(gazetteer, position) if gazetteer is not None else None
        if near is not None:
            words += "\n" + self.tr("near {place}").format(place=near.label)
            if self.country.currentIndex() == 0 and near.country_code and self._before is None:
                self.country.setCurrentIndex(max(0, self.country.findData(near.country_code)))
        self.read.setText(words)

    # saving ---------------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        project = self._session.project
        try:
            place = self._place()
            if project is not None and self._before is None:
                place = replace(place, place_id=fresh_id(project, place.name, place.latitude, place.longitude))
            place = place.checked()
            edit = TeachPlace(place, self._taught) if self._taught else PutOwnPlace(self._before, place)
            self._session.do(edit)
        except EditError as error:
            self._refuse(str(error))
            return
        self.saved.emit(place.place_id)
        self.accept()

    def _place(self) -> OwnPlace:
        """Return the place as it is written; raises EditError where a line cannot be read."""
        position = coordinates.parse(self.position.text())
        if position is None:
            raise EditError(self.tr("The position cannot be read. Type two coordinates, or pick it on the map."))
        country = self.country.currentData()
        return OwnPlace(
            self._before.place_id if self._before is not None else "own:new",
            self.name.text(),
            *position,
            self.feature.currentData(),
            country,
            Precision(self.precision.currentData()),
            self._radius_m(),
            self._population(),
            self.names.names,
            self.note.toPlainText() or None,
            self.country.currentText() if country else None,
        )

    def _radius_m(self) -> int | None:
        words = self.reach.text().strip()
        if not words:
            return None
        reach, fine = QLocale().toDouble(words)
        if not fine:
            reach, fine = QLocale.c().toDouble(words)
        if not fine:
            raise EditError(self.tr("“{words}” is no number of kilometres.").format(words=words))
        return round(reach * 1000) or None

    def _population(self) -> int | None:
        words = "".join(self.people.text().split())
        if not words:
            return None
        people, fine = QLocale().toLongLong(words)
        if not fine and not words.isdecimal():
            raise EditError(self.tr("“{words}” is no number of people.").format(words=words))
        return people if fine else int(words)

    def _refuse(self, reason: str) -> None:
        self.trouble.setText(reason)
        self.trouble.setAccessibleName(reason)
        self.trouble.show()


def _choose(combo: QComboBox, value: str, words: str) -> None:
    if combo.findData(value) < 0:
        combo.addItem(words, value)
    combo.setCurrentIndex(combo.findData(value))


def _feature_words(feature: str) -> str:
    letter, _, code = feature.partition(".")
    words = feature_word(Place("", "", 0.0, 0.0, letter, code))
    return words[:1].upper() + words[1:]


def _nearest(gazetteer: Gazetteer, position: tuple[float, float]) -> Place | None:
    return next((place for place, _ in gazetteer.nearest(*position, 1)), None)
