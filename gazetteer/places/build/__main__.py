"""`python -m gazetteer.places.build [--output FOLDER]`: compile the bundled gazetteer."""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

import resources
from gazetteer.places import bundle
from gazetteer.places.build import airports, countries, curated, regions, tagging, towns, ukraine, variants, write
from gazetteer.places.build.atlas import Atlas
from gazetteer.places.build.sources import all_sources

STEPS: list[tuple[str, Callable[[Atlas], None]]] = [
    ("countries and their names", countries.add_countries),
    ("regions", regions.add_regions),
    ("towns and their names", towns.add_towns),
    ("positions of regions", regions.place_regions),
    ("names by language", tagging.add_tagged_names),
    ("region names by language", tagging.add_region_names),
    ("settlements of Ukraine", ukraine.add_ukraine),
    ("curated places", curated.add_curated_places),
    ("airports", airports.add_airports),
    ("demonyms", curated.add_demonyms),
    ("abbreviations", curated.add_abbreviations),
    ("formal names", curated.add_formal_names),
    ("corrections", curated.correct_names),
    ("spelling variants", variants.add_english_variants),
]


def build(folder: Path, report: Callable[[str, int, int], None]) -> Path:
    """Write the bundle and its digest into `folder`; `report` is told (step, done, total)."""
    atlas, total = Atlas(), len(STEPS) + 2
    for done, (label, step) in enumerate(STEPS):
        report(label, done, total)
        step(atlas)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / Path(bundle.BUNDLE).name
    with tempfile.TemporaryDirectory(prefix="toposcope-gazetteer-") as scratch:
        written = Path(scratch) / "gazetteer"
        report(f"writing {len(atlas.places):,} places", total - 2, total)
        write.write_folder(atlas, all_sources(), written)
        size = sum(path.stat().st_size for path in written.rglob("*") if path.is_file())
        report(f"compressing {size / 1e6:,.0f} MB", total - 1, total)
        bundle.pack(written, target)
    report("done", total, total)
    return target


def main() -> None:
    """Build the gazetteer with a progress bar."""
    parser = argparse.ArgumentParser(prog="python -m gazetteer.places.build", description=__doc__)
    parser.add_argument("--output", type=Path, default=Path(resources.__file__).parent / "gazetteer")
    options = parser.parse_args()
    began = time.monotonic()
    with Progress(TextColumn("{task.description:34}"), BarColumn(), TimeElapsedColumn()) as progress:
        task = progress.add_task("gazetteer")
        target = build(
            options.output,
            lambda label, done, total: progress.update(task, description=label, completed=done, total=total),
        )
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
