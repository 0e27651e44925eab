"""The filters over the table of places: class, country, region, people, source, precision, the map's view."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.gazetteer_view.card_facts import CLASSES
from desktop.gazetteer_view.choice import Choice, ChoiceButton
from desktop.gazetteer_view.flow import FlowLayout
from desktop.gazetteer_view.words import class_word, precision_choice
from desktop.review.words import number
from desktop.theme import set_role
from gazetteer.model import Precision
from gazetteer.places.records import PlaceFilter
from gazetteer.places.store import Gazetteer

PEOPLE_STEPS = (500, 1_000, 5_000, 15_000, 50_000, 100_000, 1_000_000)
Box = tuple[float, float, float, float]
REGION_CODES = ("ADM1", "ADM2")


@dataclass(frozen=True, slots=True)
class Offered:
    """What the open gazetteer gives to choose from."""

    countries: tuple[Choice, ...]
    sources: tuple[Choice, ...]


def read_offered(gazetteer: Gazetteer, reader: str) -> Offered:
    """Return countries by name and sources with places; runs off the GUI thread."""
    countries = [Choice(code, gazetteer.display_name(pid, reader)) for code, pid in gazetteer.country_pid.items()]
    named = {source.source_id: source.title for source in gazetteer.info().sources if source.places}
    sources = (Choice(source_id, title) for source_id, title in named.items())
    return Offered(tuple(sorted(countries, key=lambda choice: choice.words)), tuple(sources))


def read_regions(gazetteer: Gazetteer, country: str, reader: str) -> tuple[Choice, ...]:
    """Return a country's first-level regions by name, then the second-level ones with theirs."""
    where = PlaceFilter(classes=frozenset("A"), countries=frozenset({country}))
    features = gazetteer.columns.features
    feature_of = gazetteer.columns.feature
    found: dict[str, list[Choice]] = {code: [] for code in REGION_CODES}
    for pid in gazetteer.browse(where):
        code = features[feature_of[pid]].removeprefix("A.")
        if code in found:
            place, name = gazetteer.place(pid), gazetteer.display_name(pid, reader)
            inside = code == "ADM2" and place.admin1_name
            found[code].append(Choice(place.place_id, f"{name}, {place.admin1_name}" if inside else name))
    return tuple(choice for code in REGION_CODES for choice in sorted(found[code], key=lambda one: one.words))


class FilterBar(QWidget):
    """The chips; `where` is the filter they make."""

    changed = Signal()
    regions_wanted = Signal(object)
    """code of the one country chosen"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("gazetteer_filters")
        self.setAccessibleName(self.tr("Filters"))
        self._box: Box | None = None
        self.classes = ChoiceButton("gazetteer_class", self.tr("Class"), self)
        self.countries = ChoiceButton("gazetteer_country", self.tr("Country"), self)
        self.region = ChoiceButton("gazetteer_region", self.tr("Region"), self, several=False)
        self.people = ChoiceButton("gazetteer_people", self.tr("People"), self, several=False)
        self.sources = ChoiceButton("gazetteer_source", self.tr("Source"), self)
        self.precisions = ChoiceButton("gazetteer_precision", self.tr("Position"), self)
        self.here = self._make_here()
        self.clear = QPushButton(self.tr("Clear"), self)
        self.clear.setObjectName("gazetteer_clear")
        self.clear.setAccessibleName(self.tr("Clear all filters"))
        set_role(self.clear, "flat")
        self._offer_fixed()
        layout = FlowLayout(6, self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (*self.buttons, self.here, self.clear):
            layout.addWidget(widget)
        self.countries.changed.connect(self._country_changed)
        for button in self.buttons:
            button.changed.connect(self._changed)
        self.here.toggled.connect(self._changed)
        self.clear.clicked.connect(self.clear_all)
        self._show_state()

    @property
    def buttons(self) -> tuple[ChoiceButton, ...]:
        return self.classes, self.countries, self.region, self.people, self.sources, self.precisions

    def _make_here(self) -> QToolButton:
        here = QToolButton(self)
        here.setObjectName("gazetteer_here")
        here.setText(self.tr("In the map's view"))
        here.setAccessibleName(self.tr("Only places in the part of the map that is shown"))
        here.setToolTip(self.tr("Only places in the part of the map that is shown"))
        here.setCheckable(True)
        set_role(here, "chip")
        return here

    def _offer_fixed(self) -> None:
        self.classes.set_choices([Choice(letter, class_word(letter)) for letter in CLASSES])
        self.precisions.set_choices([Choice(one.value, precision_choice(one)) for one in Precision])
        self.people.set_choices([self._from(step) for step in PEOPLE_STEPS])
        self.people.typed = self._typed_people

    def _from(self, people: int) -> Choice:
        return Choice(str(people), self.tr("From {n} people").format(n=number(people)))

    def _typed_people(self, text: str) -> Choice | None:
        people, fine = QLocale().toInt(text.strip())
        if not fine:
            digits = "".join(text.split())
            people, fine = (int(digits), True) if digits.isdecimal() and len(digits) < 11 else (0, False)
        return self._from(people) if fine and people > 0 else None

    # what is offered ------------------------------------------------------------------------------------------------

    def offer(self, offered: Offered) -> None:
        """Take the countries and sources of a gazetteer that was opened."""
        self.countries.set_choices(offered.countries)
        self.sources.set_choices(offered.sources)
        self._show_state()

    def offer_regions(self, country: str, regions: Sequence[Choice]) -> None:
        """Take the regions of a country, where it is still the one chosen."""
        if self.countries.values == (country,):
            self.region.set_choices(regions)
            self._show_state()

    def _country_changed(self) -> None:
        self.region.set_choices(())
        if len(self.countries.values) == 1:
            self.regions_wanted.emit(self.countries.values[0])

    # the filter -----------------------------------------------------------------------------------------------------

    @property
    def where(self) -> PlaceFilter:
        """The filter that is set."""
        return PlaceFilter(
            classes=frozenset(self.classes.values),
            countries=frozenset(self.countries.values),
            region=next(iter(self.region.values), ""),
            min_population=int(next(iter(self.people.values), "0")),
            sources=frozenset(self.sources.values),
            precisions=frozenset(Precision(value) for value in self.precisions.values),
            box=self._box if self.here.isChecked() else None,
        )

    def set_box(self, box: Box) -> None:
        """Take the part of the map that is shown: west, south, east, north in degrees."""
        self._box = box
        if self.here.isChecked():
            self._changed()

    def show_inside(self, letter: str, country: Choice | None, region: Choice | None) -> None:
        """Filter for the places of a class in a country, or in a region of it; all other filters are cleared."""
        self.blockSignals(True)
        self._clear()
        self.classes.choose(Choice(letter, class_word(letter)))
        if country is not None:
            self.countries.choose(country)
        self.blockSignals(False)
        if country is not None:
            self.regions_wanted.emit(country.value)
        if region is not None:
            self.region.choose(region)
        self._changed()

    def clear_all(self) -> None:
        """Let every place through."""
        self.blockSignals(True)
        self._clear()
        self.blockSignals(False)
        self._changed()

    def _clear(self) -> None:
        for button in self.buttons:
            button.choose()
        self.here.setChecked(False)

    def _changed(self, value: object = None) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        self.region.setEnabled(len(self.countries.values) == 1)
        self.region.setVisible(self.region.isEnabled())
        self.sources.setVisible(len(self.sources.choices) > 1)
        self.clear.setVisible(replace(self.where, box=None) != PlaceFilter() or self.here.isChecked())
