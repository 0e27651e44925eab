"""A place in the making: its facts and names as a source gives them, before it is numbered."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from gazetteer.model import Precision
from gazetteer.places.records import NameKind


@dataclass(slots=True, eq=False)
class Draft:
    """One place. `feature` is class and code (`P.PPLC`); `admin1` and `admin2` are place ids or empty.

    `people` is the population or, for a region, the sum of its towns'; `weight`, where a table gives one, stands for
    its decimal logarithm. `code` is a region's GeoNames code (`UA.14`). `periods` says when a name was in use.
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
    code: str = ""
    names: dict[tuple[str, str], tuple[NameKind, str]] = field(default_factory=dict)
    periods: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, name: str, kind: NameKind, lang: str = "", source: str = "", period: str = "") -> None:
        """Add a name in a language (or `""`), keeping the better kind of a name already there."""
        name = " ".join(name.split())
        known = self.names.get((name, lang))
        if name and (known is None or kind < known[0]):
            self.names[name, lang] = (kind, source or self.source)
        if name and period:
            self.periods[name, lang] = period

    def add_all(self, names: Iterable[str], kind: NameKind, lang: str = "", source: str = "") -> None:
        """Add names of one kind and language."""
        for name in names:
            self.add(name, kind, lang, source)
