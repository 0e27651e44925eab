"""A gazetteer in the making: places and names as the sources give them, before they are numbered."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from gazetteer.model import Precision
from gazetteer.places.records import NameKind


@dataclass(slots=True, eq=False)
class Draft:
    """One place. `feature` is class and code (`P.PPLC`); `admin1` and `admin2` are place ids or empty.

    `people` is the population or, for a region, the sum of its towns'; `prominence` orders all places.
    """

    place_id: str
    name: str
    feature: str
    country: str
    latitude: float
    longitude: float
    source: str
    precision: Precision = Precision.POINT
    radius_m: int | None = None
    admin1: str = ""
    admin2: str = ""
    population: int | None = None
    people: int = 0
    weight: float = 0.0
    local_name: str | None = None
    names: dict[tuple[str, str], tuple[NameKind, str]] = field(default_factory=dict)

    def add(self, name: str, kind: NameKind, lang: str = "", source: str = "") -> None:
        """Add a name in a language (or `""`), keeping the better kind of a name already there."""
        name = " ".join(name.split())
        known = self.names.get((name, lang))
        if name and (known is None or kind < known[0]):
            self.names[name, lang] = (kind, source or self.source)

    def add_all(self, names: Iterable[str], kind: NameKind, lang: str = "", source: str = "") -> None:
        """Add names of one kind and language."""
        for name in names:
            self.add(name, kind, lang, source)


@dataclass(slots=True)
class Atlas:
    """All drafts by place id, and the ways sources refer to one another."""

    places: dict[str, Draft] = field(default_factory=dict)
    country: dict[str, Draft] = field(default_factory=dict)
    """ISO 3166-1 code -> country."""
    region: dict[str, Draft] = field(default_factory=dict)
    """GeoNames code (`UA.14`, `UA.14.4410`) -> region."""
    subdivision: dict[str, Draft] = field(default_factory=dict)
    """CLDR subdivision id (`ua09`) -> region."""
    country_names: dict[str, str] = field(default_factory=dict)
    """ISO 3166-1 code -> English name."""
    languages: dict[str, str] = field(default_factory=dict)
    """ISO 3166-1 code -> the country's first language."""

    def put(self, draft: Draft) -> Draft:
        """Add a draft; its own name becomes its main name."""
        draft.add(draft.name, NameKind.MAIN)
        self.places[draft.place_id] = draft
        return draft
