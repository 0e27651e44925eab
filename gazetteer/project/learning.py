"""Rules at work: mentions that no person decided on are as the rules say."""

from dataclasses import replace

from gazetteer.model import PLACE_KINDS, Status
from gazetteer.project.chosen import chosen_spelling
from gazetteer.project.desk import Desk, Present
from gazetteer.project.following import contradicting_area
from gazetteer.project.rules import Rule, enabled_for, holds

_OPEN = (Status.AUTO, Status.UNRESOLVED, Status.LEARNED)


def learn(desk: Desk, document_id: str) -> None:
    """Let the rules in use decide the mentions of an article that no person decided on; the narrowest rule counts.

    A place is not taken where the text itself names another region right after the name (“Paris, Texas”).
    """
    decided: set[str] = set()
    for rule in enabled_for(desk.connection, document_id):
        if not holds(desk.connection, rule, document_id):
            continue
        for mention_id in _spelt(desk, document_id, rule.folded):
            if mention_id not in decided and not _contradicted(desk, mention_id, rule):
                use(desk, mention_id, rule)
                decided.add(mention_id)


def use(desk: Desk, mention_id: str, rule: Rule) -> None:
    """Make a mention what a rule says, unless a person decided on it."""
    mention = desk.present(mention_id)
    if not is_open(mention):
        return
    state = replace(mention.state, kind=rule.kind, status=Status.LEARNED, rule=rule.rule_id)
    if rule.place is None:
        desk.decide(mention, "use_rule", state.without_place(), resolves=False)
        return
    desk.keep_place(rule.place, desk.gazetteer_version)
    automatic = mention.auto is not None and mention.auto.place_id == rule.place.place_id
    spelling = None if automatic else chosen_spelling(mention, rule.place)
    after = replace(state, place_id=rule.place.place_id, confidence=1.0, spelling=spelling)
    desk.decide(mention, "use_rule", after, resolves=False)


def unlearn(desk: Desk, rule_id: str) -> None:
    """Make the mentions that are as a rule says what the machine said."""
    rows = desk.connection.execute(
        "SELECT mention_id FROM mentions JOIN documents AS d ON d.key = doc_key "
        "WHERE rule = ? AND status = 'learned' AND present AND NOT removed ORDER BY mention_id",
        (rule_id,),
    ).fetchall()
    for row in rows:
        mention = desk.present(row["mention_id"])
        after = mention.said()
        if after is not None:
            desk.decide(mention, "drop_rule", after, resolves=False)


def is_open(mention: Present) -> bool:
    """Say whether no person decided on a mention."""
    return mention.auto is not None and mention.state.by is None and mention.state.status in _OPEN


def _spelt(desk: Desk, document_id: str, folded: str) -> list[str]:
    rows = desk.connection.execute(
        "SELECT mention_id FROM mentions JOIN documents AS d ON d.key = doc_key "
        "WHERE doc_id = ? AND folded = ? AND NOT removed ORDER BY start",
        (document_id, folded),
    )
    return [row["mention_id"] for row in rows]


def _contradicted(desk: Desk, mention_id: str, rule: Rule) -> bool:
    if rule.place is None or rule.kind not in PLACE_KINDS:
        return False
    return contradicting_area(desk.connection, mention_id, rule.place) is not None
