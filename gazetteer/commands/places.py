"""`toposcope gazetteer info|search`: what the bundled gazetteer is, and what it knows of a name."""

import importlib
import json
from typing import Any

import click

from gazetteer.errors import InputError
from gazetteer.places.records import GazetteerInfo, SearchHit
from gazetteer.places.store import Gazetteer

_EXAMPLES = """\b
Examples:
  toposcope gazetteer info
  toposcope gazetteer search Kaunas
  toposcope gazetteer search "Springfield, Illinois" --json
  toposcope gazetteer search geonames:593116
"""


LATER = {
    "show": "gazetteer.commands.looking:show",
    "near": "gazetteer.commands.looking:near",
    "import": "gazetteer.commands.gazetteers:import_files",
    "list": "gazetteer.commands.gazetteers:list_gazetteers",
    "order": "gazetteer.commands.gazetteers:order",
    "on": "gazetteer.commands.gazetteers:turn_on",
    "off": "gazetteer.commands.gazetteers:turn_off",
    "remove": "gazetteer.commands.gazetteers:remove",
    "compare": "gazetteer.commands.compare:compare",
    "own": "gazetteer.commands.own:own",
}
"""verbs whose modules are imported when they are called"""


class _Verbs(click.Group):
    """The verbs of this module, and those of `LATER`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*super().list_commands(ctx), *LATER]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in LATER:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = LATER[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.group(cls=_Verbs, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
def gazetteer() -> None:
    """Ask the gazetteer that ships with the program."""


@gazetteer.command()
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
def info(as_json: bool) -> None:
    """Show the gazetteer's version, its sources with their licences, and how many rows it holds."""
    with Gazetteer.open() as opened:
        described = opened.info()
    if as_json:
        click.echo(json.dumps(info_row(described), ensure_ascii=False, indent=2))
    else:
        _print_info(described)


@gazetteer.command(epilog=_EXAMPLES)
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Write a JSON list, best first.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000), help="How many hits at most.")
def search(name: str, as_json: bool, limit: int) -> None:
    """Find places by NAME, by `name, region`, or by place id; best first."""
    if not name.strip():
        raise InputError("The name to search for is empty; give a name, `name, region`, or a place id.")
    with Gazetteer.open() as opened:
        hits = opened.search(name, limit)
    if as_json:
        click.echo(json.dumps([hit_row(hit) for hit in hits], ensure_ascii=False, indent=2))
    elif hits:
        _print_hits(hits)
    else:
        click.echo(f"The gazetteer knows no place like {name!r}.")


def hit_row(hit: SearchHit) -> dict[str, Any]:
    """Return a hit as `search --json` writes it."""
    place = hit.place
    return {
        "place_id": place.place_id, "name": place.name, "matched_name": hit.matched_name, "match_kind": hit.match_kind,
        "feature_class": place.feature_class, "feature_code": place.feature_code, "country_code": place.country_code,
        "admin1_name": place.admin1_name, "population": place.population, "latitude": place.latitude,
        "longitude": place.longitude, "precision": place.precision.value,
    }  # fmt: skip


def info_row(described: GazetteerInfo) -> dict[str, Any]:
    """Return the gazetteer's description as `info --json` writes it."""
    return {
        "version": described.version,
        "path": str(described.path),
        "size": described.size,
        "counts": described.counts,
        "sources": [
            {
                "id": source.source_id, "title": source.title, "version": source.version, "licence": source.licence,
                "attribution": source.attribution, "url": source.url, "places": source.places, "names": source.names,
            }
            for source in described.sources
        ],
    }  # fmt: skip


def _print_info(described: GazetteerInfo) -> None:
    click.echo(f"Gazetteer {described.version}, {described.size / 1e6:.0f} MB")
    click.echo(f"  {described.path}\n\nRows")
    for name, number in described.counts.items():
        click.echo(f"  {name:24}{number:>12,}")
    click.echo("\nSources")
    for source in described.sources:
        counted = [
            f"{number:,} {what}" for number, what in ((source.places, "places"), (source.names, "names")) if number
        ]
        click.echo(f"  {source.title} {source.version}: {source.licence}")
        click.echo(f"    {'; '.join([*counted, source.attribution])}")


def _print_hits(hits: list[SearchHit]) -> None:
    """Print two lines a hit: the place, then its id, class, people, position and how it matched."""
    for hit in hits:
        place = hit.place
        facts = [place.place_id, f"{place.feature_class}.{place.feature_code}"]
        facts += [f"{place.population:,} people"] if place.population else []
        reach = f" ± {place.radius_m / 1000:,.0f} km" if place.radius_m else ""
        facts += [f"{place.latitude:.4f} {place.longitude:.4f}{reach}", f"{hit.match_kind}: {hit.matched_name}"]
        click.echo(place.label)
        click.echo("    " + "  ".join(facts))
