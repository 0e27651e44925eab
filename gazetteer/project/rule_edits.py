"""Edits of rules: made from a correction, added, switched, removed, and applied to what is in the project already."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer.errors import EditError
from gazetteer.model import PLACE_KINDS, Place, Status
from gazetteer.project import learning, queries, reading
from gazetteer.project.desk import Desk
from gazetteer.project.edits import Batch
from gazetteer.project.filters import MENTION_TABLES
from gazetteer.project.following import contradicting_area
from gazetteer.project.planning import IN_TEXT_ORDER, SPELT_ALIKE, plan_row
from gazetteer.project.row_changes import RULE
from gazetteer.project.rows import PlanRow
from gazetteer.project.rules import Rule, holds, read, rule
from gazetteer.project.states import State
from gazetteer.project.store import Project
from gazetteer.project.wording import rule_words, state_words

MOST_NAMED = 20
"""places of an article that are offered as context"""


@dataclass(frozen=True, slots=True)
class PutRule:
    """Add a rule (`before` None), switch it, or remove it (`after` None).

    A rule that is switched off or removed decides nothing: mentions that were as it said are what the machine said.
    """

    before: Rule | None
    after: Rule | None

    @property
    def label(self) -> str:
        return f"{self._verb} a rule for “{self._rule.name}”"

    def title(self, desk: Desk) -> str:
        return f"{self._verb} the rule that {rule_words(self._rule)}"

    def apply(self, desk: Desk) -> None:
        told = self._rule.checked()
        if read(desk.connection, told.rule_id) != self.before:
            raise EditError("The rule is no longer as it was shown. Nothing was changed. Look at it again.")
        desk.put(RULE, told.rule_id, self.after.to_json() if self.after else None)
        if self.after is None or not self.after.enabled:
            learning.unlearn(desk, told.rule_id)

    @property
    def _verb(self) -> str:
        if self.before is None or self.after is None:
            return "Remove" if self.before else "Add"
        return "Switch on" if self.after.enabled else "Switch off"

    @property
    def _rule(self) -> Rule:
        told = self.after or self.before
        if told is None:
            raise EditError("No rule was given. Nothing was changed.")
        return told


@dataclass(frozen=True, slots=True)
class UseRule:
    """Make a mention what a rule says; a mention that a person decided on is passed over."""

    mention_id: str
    rule: Rule

    @property
    def label(self) -> str:
        return f"Use a rule for “{self.rule.name}”"

    def title(self, desk: Desk) -> str:
        return self.label

    def apply(self, desk: Desk) -> None:
        learning.use(desk, self.mention_id, self.rule)


def rule_from(project: Project, mention_id: str) -> Rule:
    """Return the rule, without a context, that a person's decision on a mention makes.

    Raises EditError where the mention is gone, or nobody decided on it, or its place is not known.
    """
    mention = queries.mention(project, mention_id)
    if mention is None:
        raise EditError("This mention is no longer in the project; nothing was changed. Select another one.")
    if not any(not one.withdrawn for one in queries.history(project, mention_id)):
        raise EditError("Nothing is decided on this mention yet, so there is nothing to learn from it.")
    if mention.kind in PLACE_KINDS and mention.place is None:
        raise EditError("The mention has no place, so there is nothing to learn from it. Choose one first.")
    place = mention.place if mention.kind in PLACE_KINDS else None
    return Rule(mention.surface, mention.kind, place).checked()


def named_with(project: Project, mention_id: str) -> list[Place]:
    """Return the places that a mention's article names besides its own, countries and regions first."""
    columns = ", ".join(f"p.{name.strip()}" for name in reading.PLACE_COLUMNS.split(","))
    rows = project.reader().execute(
        f"""
        SELECT {columns} FROM mentions AS here JOIN {MENTION_TABLES} AND m.doc_key = here.doc_key
        WHERE here.mention_id = ? AND m.folded <> here.folded AND p.place_id IS NOT here.place_id
            AND p.place_id IS NOT NULL
        GROUP BY p.place_id ORDER BY p.precision NOT IN ('country', 'region'), count(*) DESC, p.place_id LIMIT ?
        """,
        (mention_id, MOST_NAMED),
    )
    return [reading.place_of(tuple(row)) for row in rows]


def plan_rule(project: Project, told: Rule) -> list[PlanRow]:
    """Return what the mentions that no person decided on would become by a rule, by article and place in the text.

    Mentions out of its context and those that are so already are left out; a row comes unticked, with its reason, where
    the text names another region right after the name.
    """
    after = state_words(State(told.kind, Status.LEARNED), told.place)
    with project.snapshot() as connection:
        rows = connection.execute(
            f"{SPELT_ALIKE} AND m.auto_kind IS NOT NULL AND m.resolved_by IS NULL "
            f"AND m.status IN ('auto', 'unresolved', 'learned') AND m.rule IS NOT ? {IN_TEXT_ORDER}",
            (told.folded, told.rule_id),
        ).fetchall()
        return [
            plan_row(connection, row, after, _objection(connection, told, row))
            for row in rows
            if holds(connection, told, row["doc_id"])
        ]


def _objection(connection: sqlite3.Connection, told: Rule, row: sqlite3.Row) -> str | None:
    area = contradicting_area(connection, row["mention_id"], told.place) if told.place else None
    return f"followed by “{area.name}”" if area else None


def teach_rule(project: Project, told: Rule, mention_ids: Sequence[str] | None = None) -> Batch:
    """Return the edit that adds a rule, or switches it on, and uses it on mentions, as one undo step.

    Without `mention_ids`, on those that `plan_rule` ticks.
    """
    told = replace(told.checked(), enabled=True)
    if mention_ids is None:
        mention_ids = [row.mention_id for row in plan_rule(project, told) if row.ticked]
    put = PutRule(read(project.reader(), told.rule_id), told)
    number = f", {len(mention_ids):,} mention{'' if len(mention_ids) == 1 else 's'}" if mention_ids else ""
    return Batch(f"Learn {rule_words(told)}{number}", [put, *(UseRule(one, told) for one in mention_ids)])


def switch(project: Project, rule_id: str, on: bool) -> PutRule:
    """Return the edit that switches a rule on or off; raises EditError where there is none of this id."""
    told = rule(project, rule_id)
    return PutRule(told, replace(told, enabled=on))


def removal(project: Project, rule_id: str) -> PutRule:
    """Return the edit that removes a rule; raises EditError where there is none of this id."""
    return PutRule(rule(project, rule_id), None)


def put_all(project: Project, told: Sequence[Rule]) -> Batch:
    """Return the edit that adds rules, or makes those that are there as given, as one undo step."""
    edits = [PutRule(read(project.reader(), one.rule_id), one) for one in told]
    return Batch(f"Read {len(told):,} rule{'' if len(told) == 1 else 's'}", edits)
