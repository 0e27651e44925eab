"""`toposcope gazetteer import|list|order|on|off|remove`: the user's own gazetteers."""

import contextlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from gazetteer.commands.progress import progress
from gazetteer.errors import GazetteerError, InputError
from gazetteer.places.library import BUNDLED, Library, LibraryEntry

EXIT_PARTIAL = 3
_FORMATS = ("geonames", "csv", "geojson", "lpf", "katottg")

IMPORT_EXAMPLES = """\b
Formats, told by their content:
  geonames  a GeoNames dump (allCountries.txt, UA.txt, cities500.txt); with it, in any order,
            alternateNamesV2.txt, admin1CodesASCII.txt, admin2Codes.txt, hierarchy.txt, countryInfo.txt
  csv       a CSV or TSV table with a name, a latitude and a longitude
  geojson   a GeoJSON FeatureCollection of points, lines or areas
  lpf       Linked Places Format v1
  katottg   settlements of Ukraine with their codes and coordinates
Each file may be zipped. A gazetteer of the same title is replaced, when the new one is complete.

\b
Examples:
  toposcope gazetteer import allCountries.zip alternateNamesV2.zip admin1CodesASCII.txt --title "All of GeoNames"
  toposcope gazetteer import villages.csv --map name=Ort,latitude=Breite,longitude=Länge,name:pl=Nazwa
  toposcope gazetteer import parishes.geojson --licence CC-BY-4.0 --snapshot 2024-05-01 --refused refused.tsv
"""
LIST_EXAMPLES = """\b
Examples:
  toposcope gazetteer list
  toposcope gazetteer order villages bundled all-of-geonames
  toposcope gazetteer off villages
  toposcope gazetteer remove villages
"""

_name = click.argument("name")


@click.command("import", epilog=IMPORT_EXAMPLES)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--title", default="", help="What to call it; by default after the first file.")
@click.option("--format", "kind", type=click.Choice(_FORMATS), help="Read the files as this, whatever they look like.")
@click.option("--map", "columns", multiple=True, metavar="TARGET=COLUMN,...", help="Which column means what.")
@click.option("--feature", default="P.PPL", show_default=True, help="Kind of rows that state none (GeoNames code).")
@click.option("--licence", default="", help="The licence of the data, as its source states it.")
@click.option("--attribution", default="", help="The words the licence asks for.")
@click.option("--snapshot", default="", help="From when the data is (2024-05-01).")
@click.option("--refused", type=click.Path(path_type=Path, dir_okay=False), help="Write the refused rows to this TSV.")
@click.option("--json", "as_json", is_flag=True, help="Write the report as one JSON object.")
def import_files(
    files: Sequence[Path],
    title: str,
    kind: str | None,
    columns: Sequence[str],
    feature: str,
    licence: str,
    attribution: str,
    snapshot: str,
    refused: Path | None,
    as_json: bool,
) -> int:
    """Import files as a gazetteer of your own; it answers before the bundled one."""
    from gazetteer.places.importing import Format, ImportOptions, import_gazetteer, parse_mapping

    options = ImportOptions(
        Format(kind) if kind else None, parse_mapping(columns), licence, attribution, snapshot, feature, refused
    )
    with progress() as job:
        report = import_gazetteer(files, title or files[0].stem, job, Library(), options)
    if as_json:
        click.echo(json.dumps(asdict(report), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(report.lines()))
    return EXIT_PARTIAL if report.refused or report.refused_aside else 0


@click.command("list", epilog=LIST_EXAMPLES)
@click.option("--json", "as_json", is_flag=True, help="Write a JSON list.")
def list_gazetteers(as_json: bool) -> None:
    """List the gazetteers in the order in which they answer."""
    library = Library()
    with contextlib.suppress(GazetteerError):  # a library that cannot be written to can still be listed
        library.tidy()
    entries = {entry.slug: entry for entry in library.entries()}
    if as_json:
        rows = [
            asdict(entries[slug]) if slug in entries else {"slug": slug, "active": True} for slug in library.order()
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for number, slug in enumerate(library.order(), 1):
        click.echo(f"{number}. {_described(library, entries[slug]) if slug in entries else _BUNDLED_LINE}")


_BUNDLED_LINE = f"{BUNDLED}: the gazetteer that ships with the program"


def _described(library: Library, entry: LibraryEntry) -> str:
    state = "" if entry.active else ", off"
    if not library.path(entry).is_dir():
        state = ", its folder is missing: import it again or remove it"
    lines = [f"{entry.slug}{state}: {entry.title}, {entry.places:,} places, {entry.names:,} names"]
    lines += [f"{entry.format}, snapshot {entry.version}, imported {entry.imported[:10]}, licence {entry.licence}"]
    lines += [entry.attribution] if entry.attribution != entry.title else []
    return "\n     ".join(lines)


@click.command(epilog=LIST_EXAMPLES)
@click.argument("names", nargs=-1, required=True)
def order(names: Sequence[str]) -> None:
    """Let the NAMES (`bundled` is the bundled one) answer first, in this order; others follow as they were."""
    library = Library()
    library.set_order(names)
    click.echo(" > ".join(library.order()))


@click.command("on", epilog=LIST_EXAMPLES)
@_name
def turn_on(name: str) -> None:
    """Let a gazetteer answer."""
    click.echo(f"{Library().set_active(name, True).slug} is on.")


@click.command("off", epilog=LIST_EXAMPLES)
@_name
def turn_off(name: str) -> None:
    """Let a gazetteer be silent, and keep it."""
    click.echo(f"{Library().set_active(name, False).slug} is off; its places are kept.")


@click.command(epilog=LIST_EXAMPLES)
@_name
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(name: str, yes: bool) -> None:
    """Remove a gazetteer and its files; projects keep the places they show."""
    library = Library()
    entry = library.find(name)
    if not yes and not click.confirm(f"Remove {entry.title!r} with its {entry.places:,} places?"):
        raise InputError("Nothing was removed.")
    library.remove(name)
    click.echo(f"{entry.slug} is removed.")
