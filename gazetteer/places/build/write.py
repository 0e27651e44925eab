"""Compiles a finished atlas into a gazetteer folder."""

from pathlib import Path

from gazetteer.places.build.atlas import Atlas
from gazetteer.places.build.curated import find
from gazetteer.places.build.tables import csv_rows
from gazetteer.places.compiler import Compiler
from gazetteer.places.records import Source


def write_folder(atlas: Atlas, sources: list[Source], folder: Path) -> None:
    """Write the gazetteer to `folder`, which must not exist; the same atlas gives the same bytes."""
    for code, region in atlas.region.items():
        region.code = code
    with Compiler(folder, sources, {"title": "Toposcope"}) as compiler:
        compiler.disputed = _disputed(atlas)
        for draft in atlas.places.values():
            compiler.add(draft)
        compiler.finish()


def _disputed(atlas: Atlas) -> dict[str, str]:
    """Return place id -> what to say, for the places of disputed.csv that the atlas holds."""
    notes = {}
    for row in csv_rows("disputed"):
        claimed = f"; claimed by {row['claimed_by'].replace('|', ', ')}" if row["claimed_by"] else ""
        for key in filter(None, row["places"].split("|")):
            draft = find(atlas, key)
            if draft is not None:
                notes[draft.place_id] = f"{row['territory']}: shown in {row['country']} by {row['basis']}{claimed}"
    return notes
