"""`toposcope gazetteer own`: the project's own places listed, read from a file, written to a file."""

from pathlib import Path

import click

from gazetteer.interchange.own_places import read_own_places, write_own_places
from gazetteer.project.history import History
from gazetteer.project.own_places import OwnPlace, own_places
from gazetteer.project.place_edits import put_all
from gazetteer.project.store import SUFFIX, Project

EXIT_PARTIAL = 3
EXAMPLES = f"""\b
A file is a table (.csv) or Linked Places (.geojson, .json). A table needs the columns name, latitude and
longitude; those that --write gives are known too.

\b
Examples:
  toposcope gazetteer own case{SUFFIX}
  toposcope gazetteer own case{SUFFIX} --write places.csv
  toposcope gazetteer own case{SUFFIX} --read hamlets.csv
"""
_File = click.Path(path_type=Path, dir_okay=False)


@click.command(epilog=EXAMPLES)
@click.argument("path", type=click.Path(path_type=Path), metavar="PROJECT")
@click.option("--read", "source", type=_File, help="Add the places of this file, or change those with the same id.")
@click.option("--write", "target", type=_File, help="Write the places to this file.")
def own(path: Path, source: Path | None, target: Path | None) -> int:
    """List the places of PROJECT's own gazetteer, or exchange them with a file."""
    refused = 0
    with Project.open(path, read_only=source is None) as project:
        if source is not None:
            refused = _read(project, source)
        places = own_places(project)
    if target is not None:
        write_own_places(places, target)
        click.echo(str(target))
    elif source is None:
        _print(places)
    return EXIT_PARTIAL if refused else 0


def _read(project: Project, source: Path) -> int:
    """Store the places of a file as one undo step; return how many rows were refused."""
    read = read_own_places(project, source)
    before = len(own_places(project))
    History(project).do(put_all(project, read.places))
    added = len(own_places(project)) - before
    for number, reason in read.refused:
        click.echo(f"toposcope: {source.name}, {number}: left out: {reason}", err=True)
    click.echo(f"{added:,} added, {len(read.places) - added:,} were there under their id and are as in the file.")
    return len(read.refused)


def _print(places: list[OwnPlace]) -> None:
    for place in places:
        names = ", ".join(name.name for name in place.names)
        click.echo(place.place.label + (f" ({names})" if names else ""))
        reach = f" ± {place.radius_m / 1000:,.1f} km" if place.radius_m else ""
        click.echo(f"    {place.place_id}  {place.feature}  {place.latitude:.5f} {place.longitude:.5f}{reach}")
    if not places:
        click.echo("The project has no places of its own yet.")
