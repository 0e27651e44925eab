"""The triage of the sample project: one plan, carried out with the keyboard alone or with the mouse."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from gazetteer.model import PLACE_KINDS, Kind, Status
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from gazetteer.project.rows import MentionDetail
from tests.e2e.driver import Driver
from tests.e2e.key_hands import KeyHands
from tests.e2e.mouse_hands import MouseHands

RADIUS_M = 10_000


class Hands(Protocol):
    """Everything a person can do to a mention; each verb is done and stored when it returns."""

    driver: Driver

    def select(self, mention_id: str) -> None: ...
    def take(self, rank: int) -> None: ...
    def search(self, words: str) -> None: ...
    def pin(self, radius_m: int) -> None: ...
    def kind(self, kind: Kind) -> None: ...
    def confirm(self) -> None: ...
    def accept(self) -> None: ...
    def cannot_identify(self) -> None: ...
    def defer(self) -> None: ...
    def reset(self) -> None: ...
    def note(self, words: str) -> None: ...
    def tags(self, words: str) -> None: ...
    def star(self) -> None: ...
    def apply_to_all(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def mark(self, before: str, words: str) -> None: ...
    def move_ends(self, words: str) -> None: ...
    def split(self, second: str) -> None: ...
    def remove(self) -> None: ...
    def export(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Step:
    """What is done to the nth mention of these words in an article."""

    article: str
    words: str
    act: Callable[[Hands], None]
    nth: int = 0


def kind(which: Kind) -> Callable[[Hands], None]:
    return lambda hands: hands.kind(which)


def change_ones_mind(hands: Hands) -> None:
    """Take another candidate, take that back, do it again, and choose the first after all."""
    hands.take(2)
    hands.undo()
    hands.redo()
    hands.take(1)


def pin_and_note(hands: Hands) -> None:
    hands.pin(RADIUS_M)
    hands.note("known by its municipality only")
    hands.tags("village, ask")
    hands.star()


def put_off_and_back(hands: Hands) -> None:
    hands.defer()
    hands.reset()
    hands.confirm()


def longer(hands: Hands) -> None:
    """Let the mention be two words, then say which place they mean."""
    hands.move_ends("Volyn region")
    hands.search("Volyn Oblast")


def two_of_one(hands: Hands) -> None:
    """Split a mention and keep only its first word."""
    hands.split("County")
    hands.cannot_identify()
    second = find(hands.driver, "09-paris-texas.txt", "County")
    hands.select(second.mention_id)
    hands.remove()


def find_another(hands: Hands) -> None:
    hands.search("Kolky")


def mark_what_was_missed(hands: Hands) -> None:
    """Mark words beside the mention, and say what they are."""
    hands.mark("Volyn", "rescue service")
    hands.kind(Kind.ORGANISATION)


def the_same_everywhere(hands: Hands) -> None:
    hands.confirm()
    hands.apply_to_all()


STEPS = (
    Step("01-styr-bridge.txt", "Lutsk", change_ones_mind),
    Step("01-styr-bridge.txt", "Volyn", mark_what_was_missed, nth=1),
    Step("01-styr-bridge.txt", "Volyn", longer, nth=1),
    Step("01-styr-bridge.txt", "Vitonizh", pin_and_note),
    Step("01-styr-bridge.txt", "Kolky", find_another),
    Step("01-styr-bridge.txt", "Polish", kind(Kind.DEMONYM)),
    Step("01-styr-bridge.txt", "Rivne", lambda hands: hands.defer()),
    Step("01-styr-bridge.txt", "Ternopil", put_off_and_back),
    Step("01-styr-bridge.txt", "Kyiv", kind(Kind.METONYM)),
    Step("01-styr-bridge.txt", "Warsaw", kind(Kind.FACILITY)),
    Step("01-styr-bridge.txt", "Halle", the_same_everywhere),
    Step("04-drohne.html", "Memel", kind(Kind.EVENT)),
    Step("08-auktion.md", "Hamburg", kind(Kind.LANGUAGE)),
    Step("09-paris-texas.txt", "Dallas", kind(Kind.OTHER)),
    Step("09-paris-texas.txt", "Austin", kind(Kind.PERSON)),
    Step("09-paris-texas.txt", "Boston", kind(Kind.LITERAL)),
    Step("09-paris-texas.txt", "Lamar County", two_of_one),
    Step("06-painting.txt", "Zelmutiškės", lambda hands: hands.cannot_identify()),
)


def find(driver: Driver, article: str, words: str, nth: int = 0) -> MentionDetail:
    """Return the nth mention of these words in an article."""
    project = driver.window.session.project
    document = next(row for row in queries.documents(project) if row.file_name == article)
    marks = queries.document_mentions(project, document.document_id)
    text = queries.document_text(project, document.document_id)
    found = [mark.mention_id for mark in marks if text[mark.start : mark.end] == words]
    detail = queries.mention(project, found[nth])
    assert detail is not None
    return detail


def triage(hands: Hands) -> None:
    """Carry out the plan, settle every other mention in the order of the list, and export."""
    hands.driver.at_rest()
    for step in STEPS:
        hands.select(find(hands.driver, step.article, step.words, step.nth).mention_id)
        step.act(hands)
    settle_the_rest(hands)
    hands.export()
    session = hands.driver.window.session
    hands.driver.report["left"] = [m.surface for m in everything(hands.driver) if m.status is Status.AUTO]
    hands.driver.report["undo"] = session.undo_label


def settle_the_rest(hands: Hands) -> None:
    for mention in everything(hands.driver):
        if mention.status is Status.UNRESOLVED and not mention.decision_count:
            hands.select(mention.mention_id)
            hands.cannot_identify()
        elif mention.status is Status.AUTO:
            assert mention.place is not None or mention.kind not in PLACE_KINDS, mention
            hands.select(mention.mention_id)
            hands.accept()


def everything(driver: Driver) -> list[MentionDetail]:
    project = driver.window.session.project
    found = (queries.mention(project, one) for one in queries.mention_ids(project, MentionFilter()))
    return [mention for mention in found if mention is not None]


def by_keys(driver: Driver) -> None:
    triage(KeyHands(driver))


def by_mouse(driver: Driver) -> None:
    triage(MouseHands(driver))
