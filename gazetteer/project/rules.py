"""Rules: what a person taught once, a name in a context to a place or to none; rows of the project."""

import hashlib
import json
import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from gazetteer.errors import EditError
from gazetteer.model import PLACE_KINDS, Kind, Place, Precision
from gazetteer.places.folding import fold
from gazetteer.project.store import Project

PREFIX = "rule:"


@dataclass(frozen=True, slots=True)
class Rule:
    """A name that means a place, or with a kind that keeps none no place, wherever its context holds.

    The place is kept whole, so that a rule holds where no gazetteer has it. The context: the language and the source
    of the article, and a place that the article must name too; None where it does not matter.
    """

    name: str
    kind: Kind
    place: Place | None = None
    lang: str | None = None
    source: str | None = None
    named: Place | None = None
    enabled: bool = True

    @property
    def rule_id(self) -> str:
        """The id: the same name, answer and context have the same one, in every project."""
        places = (place.place_id if place else None for place in (self.place, self.named))
        told = [self.folded, self.kind.value, self.lang, self.source, *places]
        return PREFIX + hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:16]

    @property
    def folded(self) -> str:
        return fold(self.name)

    @property
    def context_size(self) -> int:
        """How many conditions the context has: of two rules that hold, the narrower one is used."""
        return sum(one is not None for one in (self.lang, self.source, self.named))

    def checked(self) -> "Rule":
        """Return the rule; raises EditError where it says nothing."""
        if not self.folded:
            raise EditError("A rule needs a name with at least one letter or digit. Nothing was changed.")
        if (self.place is None) == (self.kind in PLACE_KINDS):
            raise EditError(
                f"A rule for “{self.name}” needs a place, or a kind that is none such as person or organisation, "
                "not both. Nothing was changed."
            )
        return self

    def to_json(self) -> str:
        """Return the rule as one line of JSON."""
        return json.dumps(self.to_fields(), ensure_ascii=False, separators=(",", ":"))

    def to_fields(self) -> dict[str, Any]:
        """Return the rule as what JSON holds."""
        return asdict(self)

    @classmethod
    def from_fields(cls, fields: dict[str, Any]) -> "Rule":
        """Read what `to_fields` gave; raises ValueError, KeyError or TypeError where it is something else."""
        kept = dict(fields)
        kept["kind"] = Kind(kept["kind"])
        for name in ("place", "named"):
            kept[name] = _place(kept[name]) if kept.get(name) else None
        return cls(**kept)


def rules(project: Project) -> list[Rule]:
    """Return the project's rules by name, the narrower ones first."""
    rows = project.reader().execute("SELECT body FROM rules ORDER BY folded, rule_id")
    found = [Rule.from_fields(json.loads(row["body"])) for row in rows]
    return sorted(found, key=lambda rule: (rule.folded, -rule.context_size))


def rule(project: Project, rule_id: str) -> Rule:
    """Return one of the project's rules; raises EditError where there is none of this id."""
    found = read(project.reader(), rule_id)
    if found is None:
        raise EditError(f"{rule_id} is not among the project's rules. Nothing was changed.")
    return found


def learned(project: Project) -> dict[str, int]:
    """Return by rule how many mentions are as it says."""
    query = """
        SELECT rule, count(*) FROM mentions JOIN documents AS d ON d.key = doc_key
        WHERE status = 'learned' AND present AND NOT removed GROUP BY rule
    """
    return {row[0]: row[1] for row in project.reader().execute(query)}


def read(connection: sqlite3.Connection, rule_id: str) -> Rule | None:
    """Return one of the rules of an open file, or None."""
    body = read_json(connection, rule_id)
    return Rule.from_fields(json.loads(body)) if body else None


def read_json(connection: sqlite3.Connection, rule_id: str) -> str | None:
    """Return a rule as JSON, or None."""
    row = connection.execute("SELECT body FROM rules WHERE rule_id = ?", (rule_id,)).fetchone()
    return row["body"] if row else None


def write_json(connection: sqlite3.Connection, rule_id: str, body: str | None) -> None:
    """Make the row of a rule say what JSON says; None takes it away."""
    if body is None:
        connection.execute("DELETE FROM rules WHERE rule_id = ?", (rule_id,))
        return
    told = Rule.from_fields(json.loads(body))
    connection.execute("INSERT OR REPLACE INTO rules VALUES (?, ?, ?, ?)", (rule_id, told.folded, told.enabled, body))


def enabled_for(connection: sqlite3.Connection, document_id: str) -> list[Rule]:
    """Return the rules in use whose names an article's mentions have, the narrower ones first."""
    rows = connection.execute(
        """
        SELECT body FROM rules WHERE enabled AND folded IN (
            SELECT folded FROM mentions JOIN documents AS d ON d.key = doc_key WHERE doc_id = ?
        ) ORDER BY rule_id
        """,
        (document_id,),
    )
    return sorted((Rule.from_fields(json.loads(row["body"])) for row in rows), key=lambda rule: -rule.context_size)


def holds(connection: sqlite3.Connection, told: Rule, document_id: str) -> bool:
    """Say whether the context of a rule is that of an article."""
    row = connection.execute("SELECT key, lang, source FROM documents WHERE doc_id = ?", (document_id,)).fetchone()
    if row is None or told.lang not in (None, row["lang"]) or told.source not in (None, row["source"]):
        return False
    if told.named is None:
        return True
    query = "SELECT 1 FROM mentions WHERE doc_key = ? AND place_id = ? AND NOT removed AND folded <> ?"
    wanted = (row["key"], told.named.place_id, told.folded)
    return connection.execute(query, wanted).fetchone() is not None


def _place(fields: dict[str, Any]) -> Place:
    return Place(**{**fields, "precision": Precision(fields["precision"])})
