"""`toposcope rules`: what a project has learned from corrections, listed, added, switched and exchanged."""

from pathlib import Path

import click

from gazetteer.errors import InputError
from gazetteer.interchange.rules import read_rules, write_rules
from gazetteer.model import PLACE_KINDS, Kind, Place
from gazetteer.project.history import History
from gazetteer.project.rule_edits import plan_rule, put_all, removal, switch, teach_rule
from gazetteer.project.rules import PREFIX, Rule, learned, rules
from gazetteer.project.store import SUFFIX, Project
from gazetteer.project.wording import rule_words

EXIT_PARTIAL = 3
EXAMPLES = f"""\b
A rule says that a name means a place, or none, perhaps only in articles in one language, of one source, or
that name another place. It decides what no person decided on: in articles imported later, and with --apply in
those that are there. PLACE is an id or a name as in `toposcope gazetteer search`. RULE is an id that `list` shows,
or the start of one. A rule that is off decides nothing.

\b
Examples:
  toposcope rules list case{SUFFIX}
  toposcope rules add case{SUFFIX} Paris "Paris, Texas" --named Dallas --apply
  toposcope rules add case{SUFFIX} Korolev --kind person
  toposcope rules off case{SUFFIX} rule:1f2e
  toposcope rules export case{SUFFIX} rules.json
  toposcope rules import other{SUFFIX} rules.json
"""
_project = click.argument("path", type=click.Path(path_type=Path), metavar="PROJECT")
_rule = click.argument("wanted", metavar="RULE")
_file = click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")


@click.group("rules", epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
def rules_group() -> None:
    """What a project learned from corrections, for the articles to come."""


@rules_group.command("list")
@_project
def list_rules(path: Path) -> None:
    """List the rules, and how many mentions are as each says."""
    with Project.open(path, read_only=True) as project:
        found, numbers = rules(project), learned(project)
    for rule in found:
        number = numbers.get(rule.rule_id, 0)
        used = "off" if not rule.enabled else f"{number:,} mention{'' if number == 1 else 's'}"
        click.echo(f"{rule.rule_id}  {rule_words(rule)}  ({used})")
    if not found:
        click.echo("The project has no rules yet.")


@rules_group.command()
@_project
@click.argument("name")
@click.argument("place", required=False)
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), default="literal", show_default=True)
@click.option("--lang", help="Only in articles in this language (de).")
@click.option("--source", help="Only in articles of this source.")
@click.option("--named", metavar="PLACE", help="Only in articles that name this place too.")
@click.option("--apply", "applied", is_flag=True, help="Use it on the articles in the project, too.")
def add(
    path: Path, name: str, place: str | None, kind: str, lang: str | None, source: str | None, named: str | None,
    applied: bool,
) -> None:  # fmt: skip
    """Add a rule: NAME means PLACE, or with a --kind that keeps no place none."""
    if (place is None) == (Kind(kind) in PLACE_KINDS):
        raise InputError("Name a PLACE, or a --kind that keeps none such as person. Nothing was changed.")
    with Project.open(path) as project:
        taken, company = (_place(project, one) if one else None for one in (place, named))
        rule = Rule(name, Kind(kind), taken, lang, source, company).checked()
        mentions = [row.mention_id for row in plan_rule(project, rule) if row.ticked] if applied else []
        History(project).do(teach_rule(project, rule, mentions))
    click.echo(f"{rule.rule_id}  {rule_words(rule)}")
    if applied:
        click.echo(f"{len(mentions):,} mention{' is' if len(mentions) == 1 else 's are'} as it says.")


@rules_group.command("on")
@_project
@_rule
def turn_on(path: Path, wanted: str) -> None:
    """Use a rule again, in articles imported from now on."""
    with Project.open(path) as project:
        History(project).do(switch(project, _id(project, wanted), True))


@rules_group.command("off")
@_project
@_rule
def turn_off(path: Path, wanted: str) -> None:
    """Use a rule no longer; mentions that are as it says go back to what the machine said."""
    with Project.open(path) as project:
        History(project).do(switch(project, _id(project, wanted), False))


@rules_group.command()
@_project
@_rule
def remove(path: Path, wanted: str) -> None:
    """Remove a rule; mentions that are as it says go back to what the machine said."""
    with Project.open(path) as project:
        History(project).do(removal(project, _id(project, wanted)))


@rules_group.command("export")
@_project
@_file
def export(path: Path, file: Path) -> None:
    """Write the rules to a file for other projects."""
    with Project.open(path, read_only=True) as project:
        write_rules(rules(project), file)
    click.echo(str(file))


@rules_group.command("import")
@_project
@_file
def import_rules(path: Path, file: Path) -> int:
    """Add the rules of a file; those that are there are as in the file afterwards."""
    read = read_rules(file)
    with Project.open(path) as project:
        History(project).do(put_all(project, read.rules))
    for number, reason in read.refused:
        click.echo(f"toposcope: {file.name}, rule {number}: left out: {reason}", err=True)
    click.echo(f"{len(read.rules):,} rule{'' if len(read.rules) == 1 else 's'} read.")
    return EXIT_PARTIAL if read.refused else 0


def _place(project: Project, words: str) -> Place:
    # the gazetteer is the slow part of a start
    from gazetteer.commands.named import one_place
    from gazetteer.project.own_gazetteer import open_with_own

    with open_with_own(project) as gazetteer:
        return one_place(gazetteer, words)


def _id(project: Project, wanted: str) -> str:
    """Return the id that `wanted` begins, with or without its prefix; raises InputError where it is not one rule's."""
    start = wanted if wanted.startswith(PREFIX) else PREFIX + wanted
    found = [rule.rule_id for rule in rules(project) if rule.rule_id.startswith(start)]
    if len(found) != 1:
        said = "Several rules begin" if found else "No rule begins"
        raise InputError(f"{said} with {wanted}. Nothing was changed. `toposcope rules list` shows them.")
    return found[0]
