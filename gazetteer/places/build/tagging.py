"""Names tagged with their language: GeoNames' for places, CLDR's for regions; and English display names."""

from gazetteer.places.build.atlas import Atlas
from gazetteer.places.build.tables import packed_rows
from gazetteer.places.draft import Draft
from gazetteer.places.records import NameKind

TAGGED, REGIONS = "libgeonames", "cldr"


def add_tagged_names(atlas: Atlas) -> None:
    """Add GeoNames' language-tagged names, keyed by id, region code or country code."""
    for key, lang, name in packed_rows("tagged_names"):
        draft = atlas.places.get(f"geonames:{key}") or atlas.region.get(key) or atlas.country.get(key)
        if draft is not None and len(name) > 1:
            _tag(atlas, draft, name, lang, TAGGED)


def add_region_names(atlas: Atlas) -> None:
    """Add CLDR's names of first- and second-level regions."""
    for subdivision, lang, name in packed_rows("region_names"):
        draft = atlas.subdivision.get(subdivision)
        if draft is not None:
            _tag(atlas, draft, name, lang, REGIONS)


def _tag(atlas: Atlas, draft: Draft, name: str, lang: str, source: str) -> None:
    kind = NameKind.OFFICIAL if lang == "en" else NameKind.TAGGED
    # the tag replaces the same name without one
    untagged = draft.names.get((name, ""))
    if untagged is not None and untagged[0] >= NameKind.ALTERNATE:
        del draft.names[name, ""]
    draft.add(name, kind, lang, source)
    if lang == atlas.languages.get(draft.country) and draft.local_name is None:
        draft.local_name = name
