"""What the review keys and menu entries do to the selected mention."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.actions import KIND_ACTIONS, Actions
from desktop.session import Session
from gazetteer.errors import ToposcopeError
from gazetteer.model import Group, Kind
from gazetteer.project import queries
from gazetteer.project.edits import CannotIdentify, ChoosePlace, Confirm, Defer, Edit, Reset, SetKind
from gazetteer.project.filters import MentionFilter
from gazetteer.project.store import Project

WITHOUT_MENTION = ("next", "previous", "zoom_to", "add_mention")
"""review actions that are possible with no mention in focus"""


class Walk:
    """The ids of the list one walks through, read again only after the project or the list changed."""

    def __init__(self) -> None:
        self._key: object = None
        self._ids: list[str] = []
        self._places: dict[str, int] = {}

    def read(self, project: Project, where: MentionFilter, order: tuple[str, bool]) -> None:
        key = (project.path, project.revision, where, order)
        if key != self._key:
            self._ids = queries.mention_ids(project, where, *order)
            self._places = {mention_id: place for place, mention_id in enumerate(self._ids)}
            self._key = key

    def step(self, present: str | None, by: int) -> str | None:
        """Return the id so many steps on, round the list; from an id outside it the first, or with -1 the last."""
        if not self._ids:
            return None
        place = self._places.get(present or "")
        if place is None:
            return self._ids[0 if by > 0 else -1]
        return self._ids[(place + by) % len(self._ids)]


class ReviewVerbs(QObject):
    """Turns the review actions into edits; what needs a dialog or the map is asked for by signal."""

    search_requested = Signal(object)
    """mention id"""
    pin_requested = Signal(object)
    """mention id"""
    apply_all_requested = Signal(object)
    """mention id"""
    told = Signal(str)
    """a short note for the status line"""

    def __init__(
        self, session: Session, actions: Actions, order: Callable[[], tuple[str, bool]], parent: QObject
    ) -> None:
        """`order` tells how the list is sorted: a name of `queries.MENTION_ORDERS`, and whether downwards."""
        super().__init__(parent)
        self._order = order
        self._walk = Walk()
        self._session = session
        self._actions = actions
        for action_id, method in (
            ("confirm", self.confirm),
            ("accept", self.accept),
            ("unidentified", self.cannot_identify),
            ("defer", self.defer),
            ("reset", self.reset),
            ("search_place", self.search),
            ("pin", self.pin),
            ("apply_all", self.apply_to_all),
            ("next", self.next_mention),
            ("previous", self.previous_mention),
            ("next_unresolved", self.next_unresolved),
        ):
            actions[action_id].triggered.connect(method)
        for action_id in KIND_ACTIONS:
            actions[action_id].triggered.connect(self._kind_chosen)
        for rank in range(1, 10):
            actions[f"candidate_{rank}"].triggered.connect(self._candidate_chosen)
        session.selection_changed.connect(self.update_enabled)
        session.opened.connect(self.update_enabled)
        session.closed.connect(self.update_enabled)
        self.update_enabled()

    def update_enabled(self, selection: object = None) -> None:
        """Switch the actions that need a mention, a project or the right to write."""
        writable = self._session.project is not None and not self._session.read_only
        needs_mention = [i for i in self._actions.review_ids() if i not in WITHOUT_MENTION]
        self._actions.set_enabled(needs_mention, writable and self._session.selection.mention_id is not None)
        self._actions.set_enabled(["add_mention"], writable and self._session.selection.document_id is not None)
        self._actions.set_enabled(["next", "previous", "next_unresolved"], self._session.project is not None)

    def confirm(self) -> None:
        self._do(Confirm)

    def cannot_identify(self) -> None:
        self._do(CannotIdentify)

    def defer(self) -> None:
        self._do(Defer)

    def reset(self) -> None:
        self._do(Reset)

    def accept(self) -> None:
        """Confirm the mention in focus and go on to the next."""
        # where to go is asked before: the list may be sorted by what the decision changes
        following = self._neighbour(1)
        self._do(Confirm)
        if following is not None:
            self._session.select_mention(following)

    def set_kind(self, kind: Kind) -> None:
        mention_id = self._session.selection.mention_id
        if mention_id is not None:
            self._try(SetKind(mention_id, kind))

    def search(self) -> None:
        self._ask(self.search_requested)

    def pin(self) -> None:
        self._ask(self.pin_requested)

    def apply_to_all(self) -> None:
        self._ask(self.apply_all_requested)

    def next_mention(self) -> None:
        self._step(1)

    def previous_mention(self) -> None:
        self._step(-1)

    def next_unresolved(self) -> None:
        """Go to the next mention without a place, after the one in focus, from the start again at the end."""
        self._step(1, frozenset({Group.UNRESOLVED}))

    def _kind_chosen(self) -> None:
        sender = self.sender()
        if sender is not None and sender.objectName() in KIND_ACTIONS:
            self.set_kind(KIND_ACTIONS[sender.objectName()])

    def _candidate_chosen(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.take_candidate(int(sender.objectName().removeprefix("candidate_")))

    def take_candidate(self, rank: int) -> None:
        """Choose the candidate of that rank, 1 the best; one that is not there is told."""
        project, mention_id = self._session.project, self._session.selection.mention_id
        mention = queries.mention(project, mention_id) if project is not None and mention_id else None
        if mention is None:
            return
        if rank > len(mention.candidates):
            self.told.emit(self.tr("There is no candidate {rank} for this name.").format(rank=rank))
            return
        self._try(ChoosePlace(mention.mention_id, mention.candidates[rank - 1].place))

    def _step(self, by: int, groups: frozenset[Group] | None = None) -> None:
        found = self._neighbour(by, groups)
        if found is None:
            self.told.emit(self.tr("There is no such mention in this list."))
        else:
            self._session.select_mention(found)

    def _neighbour(self, by: int, groups: frozenset[Group] | None = None) -> str | None:
        """Return the mention so many steps on in the list, or None where the list is empty."""
        project = self._session.project
        if project is None:
            return None
        where = self._session.filter if groups is None else replace(self._session.filter, groups=groups)
        self._walk.read(project, where, self._order())
        return self._walk.step(self._session.selection.mention_id, by)

    def _ask(self, signal: object) -> None:
        mention_id = self._session.selection.mention_id
        if mention_id is not None:
            signal.emit(mention_id)  # type: ignore[attr-defined]

    def _do(self, edit: Callable[[str], Edit]) -> None:
        mention_id = self._session.selection.mention_id
        if mention_id is not None:
            self._try(edit(mention_id))

    def _try(self, edit: Edit) -> None:
        try:
            self._session.do(edit)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
