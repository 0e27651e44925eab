"""The bundled gazetteer in the making: all drafts, and the ways sources refer to one another."""

from dataclasses import dataclass, field

from gazetteer.places.draft import Draft
from gazetteer.places.records import NameKind


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
