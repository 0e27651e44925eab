"""Rules as a file: JSON that another project reads."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gazetteer.errors import EditError, InputError
from gazetteer.interchange.geojson import GENERATOR
from gazetteer.project.rules import Rule

FORMAT = "toposcope rules"
VERSION = 1


@dataclass(frozen=True, slots=True)
class ReadRules:
    """What a file gave: rules that can be stored, and (number in the file, reason) of what was refused."""

    rules: tuple[Rule, ...]
    refused: tuple[tuple[int, str], ...]


def write_rules(rules: Iterable[Rule], path: Path) -> None:
    """Write rules, whether in use or not; raises InputError where the file cannot be written."""
    told = {"format": FORMAT, "version": VERSION, "generator": GENERATOR}
    whole = told | {"rules": [rule.to_fields() for rule in rules]}
    try:
        path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}). The rules are kept in the project.") from error


def read_rules(path: Path) -> ReadRules:
    """Read what `write_rules` wrote; nothing is stored yet. Raises InputError where the file cannot be read at all."""
    try:
        whole = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}). Nothing was changed.") from error
    except ValueError as error:
        raise InputError(f"{path.name} is no JSON ({error}). Nothing was changed.") from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or not isinstance(whole.get("rules"), list):
        raise InputError(f"{path.name} holds no rules. Nothing was changed. Export them with `toposcope rules export`.")
    if whole.get("version") != VERSION:
        raise InputError(f"{path.name} was written by a newer Toposcope. Nothing was changed.")
    found: dict[str, Rule] = {}
    refused = []
    for number, fields in enumerate(whole["rules"], 1):
        try:
            rule = _rule(fields)
        except (EditError, ValueError, KeyError, TypeError, AttributeError) as error:
            refused.append((number, str(error) if isinstance(error, EditError) else "it is no rule"))
        else:
            found[rule.rule_id] = rule
    return ReadRules(tuple(found.values()), tuple(refused))


def _rule(fields: Any) -> Rule:
    """Return a rule whose every field is of its type; what comes from a file may be anything."""
    rule = Rule.from_fields(fields)
    words = (rule.name, *(one for one in (rule.lang, rule.source) if one is not None))
    if not all(isinstance(one, str) for one in words) or not isinstance(rule.enabled, bool):
        raise TypeError("no rule")
    for place in (rule.place, rule.named):
        if place is not None and not (
            isinstance(place.place_id, str)
            and isinstance(place.name, str)
            and -90 <= place.latitude <= 90
            and -180 <= place.longitude <= 180
        ):
            raise ValueError("no place")
    return rule.checked()
