"""The user's own gazetteers: read from the formats people have, checked row by row, compiled and put in the library."""

from gazetteer.places.importing.columns import parse_mapping
from gazetteer.places.importing.layouts import FORMAT_NAMES, Format
from gazetteer.places.importing.report import ImportReport, Refusal
from gazetteer.places.importing.run import ImportOptions, import_gazetteer

__all__ = [
    "FORMAT_NAMES",
    "Format",
    "ImportOptions",
    "ImportReport",
    "Refusal",
    "import_gazetteer",
    "parse_mapping",
]
