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
    """Return place id -> what to say of a place of disputed.csv, and on what its country rests."""
    notes = {}
    for row in csv_rows("disputed"):
        draft = find(atlas, row["place"])
        if draft is not None:  # a test looks each of them up in the bundle
            notes[draft.place_id] = f"{row['note']} Basis: {row['basis']}."
    return notes
