"""The one facade over an open project: what the panes read, ask for and are told."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.long_work import comparing, exporting, finding_sources, looking_for_conflicts
from desktop.tasks import Task, Work, Worker
from gazetteer.errors import Cancelled, GazetteerError, ProjectError, ToposcopeError
from gazetteer.jobs import Job
from gazetteer.model import Kind
from gazetteer.places.store import Gazetteer
from gazetteer.project import queries
from gazetteer.project.edits import Edit
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import Changes, History
from gazetteer.project.importing import Annotating, ImportReport, import_files, import_text
from gazetteer.project.own_gazetteer import compile_own, own_folder
from gazetteer.project.own_places import NO_OWN_PLACES, own_digest
from gazetteer.project.own_places import PREFIX as OWN_PREFIX
from gazetteer.project.plotted import set_plotted_kinds
from gazetteer.project.rows import Counts
from gazetteer.project.store import Project
from gazetteer.project.updates import UpdatePlan, plan_update

if TYPE_CHECKING:
    from gazetteer.pipeline import Annotator

GUESS = "guess:"
"""prefix of a map point that stands for a mention without a place"""


@dataclass(frozen=True, slots=True)
class Selection:
    """What every pane has in focus; ids or None."""

    document_id: str | None = None
    mention_id: str | None = None
    place_id: str | None = None


class Session(QObject):
    """Holds the open project, the selection and the filter; changes it only through edits on one worker thread."""

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    """Changes(documents, mentions, places): sets of ids whose rows are to be read again"""
    history_changed = Signal()
    selection_changed = Signal(object)
    """Selection"""
    filter_changed = Signal(object)
    """MentionFilter"""
    failed = Signal(str)
    """an error of the world, in words for the user"""
    crashed = Signal(object)
    """an exception that is a bug of ours"""
    worked = Signal(object)
    """Task: a long step began"""
    gazetteer_ready = Signal()

    def __init__(self, parent: QObject | None = None, annotator: Annotating | None = None) -> None:
        """`annotator` None: the real one, made from the bundled gazetteer when it is first needed."""
        super().__init__(parent)
        self.writer = Worker("edits", self)
        self.background = Worker("background", self)
        self.reading = Worker("reading", self)
        """for what the panes read and the window need not wait for"""
        self._project: Project | None = None
        self._history: History | None = None
        self._gazetteer: Gazetteer | None = None
        self._newest: Gazetteer | None = None
        """opened last; the GUI thread hears of it a little later than the background thread"""
        self._own_asked: str | None = None
        """digest of the own places that the gazetteer was last asked for with; None: it was never asked for"""
        self._own_opened = ""
        """digest of those that the newest was opened with"""
        self._problem = ""
        self._told: set[str] = set()
        self._given = annotator
        self._annotator: Annotator | None = None
        self._selection = Selection()
        self._filter = MentionFilter()
        self._counted: tuple[object, Counts] = (None, Counts())
        self.read_only_reason = ""
        """why the project cannot be written here, in words; empty where it can, or where that was asked for"""

    # the gazetteer ------------------------------------------------------------------------------------------------

    @property
    def gazetteer(self) -> Gazetteer | None:
        """The gazetteers in use as one, the project's own places before them; None until `gazetteer_ready`.

        Whoever goes on reading one that was followed by another may: it is closed when nobody holds it.
        """
        return self._gazetteer

    def open_gazetteer(self) -> Task:
        """Open the gazetteer in the background; it is opened anew whenever the project's own places are others."""
        project = self._project
        self._own_asked = self._own_digest()
        task = self.background.start(self.tr("Opening the gazetteer"), lambda job: self._load_gazetteer(job, project))
        task.finished.connect(self._take_gazetteer)
        task.failed.connect(self._report)
        return task

    def _load_gazetteer(self, job: Job, project: Project | None) -> Gazetteer:
        """Open the gazetteer; in the background thread, where the next import annotates with it."""
        digest, own = NO_OWN_PLACES, None
        try:
            if project is not None:
                digest, own = own_digest(project), compile_own(project, own_folder(), job)
        except GazetteerError as error:
            # the others are of use without it
            self._problem = str(error)
        self._newest = Gazetteer.open(extra=[own]) if own else Gazetteer.open()
        self._own_opened = digest
        return self._newest

    def _take_gazetteer(self, gazetteer: Gazetteer) -> None:
        if self._gazetteer is not None and self._gazetteer is not gazetteer:
            self._gazetteer.close_when_unused()
        self._gazetteer = gazetteer
        self.gazetteer_ready.emit()
        for problem in (self._problem, *gazetteer.problems):
            if problem and problem not in self._told:
                self._told.add(problem)
                self.failed.emit(problem)

    def _own_digest(self) -> str:
        return own_digest(self._project) if self._project is not None else NO_OWN_PLACES

    def _follow_own_places(self) -> None:
        """Open the gazetteer anew where it was asked for with other own places than the project has."""
        if self._own_asked is not None and self._own_asked != self._own_digest():
            self.open_gazetteer()

    # the project --------------------------------------------------------------------------------------------------

    @property
    def project(self) -> Project | None:
        """The open project for reading in the GUI thread, or None."""
        return self._project

    @property
    def read_only(self) -> bool:
        return self._history is None

    def new_project(self, path: Path) -> None:
        """Create a project file and open it; raises ProjectError where it cannot be made."""
        self._adopt(Project.create(path))

    def open_project(self, path: Path, read_only: bool = False, reason: str = "") -> None:
        """Open a project file, for reading only perhaps, and then for what reason in words.

        Raises ProjectError, ProjectLockedError, ProjectVersionError.
        """
        self._adopt(Project.open(path, read_only=read_only), reason)

    def _adopt(self, project: Project, reason: str = "") -> None:
        self._let_go()
        self.read_only_reason = reason
        self._project = project
        self._history = None if project.read_only else History(project)
        self._follow_own_places()
        self.opened.emit()
        self.history_changed.emit()

    def close_project(self) -> None:
        """Finish the edits under way and close the file; no question is asked, every edit is saved already."""
        if self._project is not None:
            self._let_go()
            self._follow_own_places()

    def _let_go(self) -> None:
        if self._project is None:
            return
        self.background.shutdown()
        self.reading.shutdown()
        if self._own_asked is not None:
            # what was being opened was stopped
            self._own_asked = self._own_opened
        self.writer.finish()
        self._project.close()
        self._project = self._history = None
        self._selection, self._filter = Selection(), MentionFilter()
        self.closed.emit()

    def shutdown(self) -> None:
        """Close everything; the session is of no use afterwards."""
        self._own_asked = None
        self.close_project()
        self.background.shutdown()
        self.writer.finish()
        for gazetteer in (self._gazetteer, self._newest):
            if gazetteer is not None:
                gazetteer.close()
        self._gazetteer = self._newest = None

    # selection and filter -----------------------------------------------------------------------------------------

    @property
    def selection(self) -> Selection:
        return self._selection

    def select_mention(self, mention_id: str | None) -> None:
        """Put a mention in focus, with its document and its place; None clears the mention, not the document."""
        if mention_id is None:
            self._select(replace(self._selection, mention_id=None))
            return
        found = self._mention_selection(mention_id)
        if found is not None:
            self._select(found)

    def select_document(self, document_id: str | None) -> None:
        """Put a document in focus; a mention of another document loses it."""
        if document_id != self._selection.document_id:
            self._select(Selection(document_id=document_id))

    def select_place(self, place_id: str | None) -> None:
        """Put a place in focus; a map point that stands for an unresolved mention selects that mention."""
        if place_id is not None and place_id.startswith(GUESS):
            self.select_mention(place_id.removeprefix(GUESS))
        elif place_id != self._selection.place_id:
            self._select(Selection(self._selection.document_id, None, place_id))

    def _mention_selection(self, mention_id: str) -> Selection | None:
        if self._project is None:
            return None
        mention = queries.mention(self._project, mention_id)
        if mention is None:
            return None
        return Selection(mention.document_id, mention_id, mention.place.place_id if mention.place else None)

    def _select(self, selection: Selection) -> None:
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)

    @property
    def filter(self) -> MentionFilter:
        return self._filter

    def set_filter(self, wanted: MentionFilter) -> None:
        """Show only the mentions `wanted` lets through, in every pane."""
        if wanted != self._filter:
            self._filter = wanted
            self.filter_changed.emit(wanted)

    @property
    def counts(self) -> Counts:
        """How many mentions the filter lets through, by group; counted once as long as nothing changes."""
        project = self._project
        if project is None:
            return Counts()
        key = (project.path, project.revision, self._filter)
        if key != self._counted[0]:
            self._counted = (key, queries.counts(project, self._filter))
        return self._counted[1]

    # edits --------------------------------------------------------------------------------------------------------

    def do(self, edit: Edit) -> Task:
        """Queue an edit; `changed` follows in the GUI thread, or `failed` and nothing is changed."""
        history = self._writable()
        return self._edit(edit.label, lambda job: history.do(edit))

    def undo(self) -> Task:
        """Take the last edit back."""
        history = self._writable()
        return self._edit(self.tr("Undo"), lambda job: history.undo())

    def redo(self) -> Task:
        """Do the edit last taken back again."""
        history = self._writable()
        return self._edit(self.tr("Redo"), lambda job: history.redo())

    def go_to(self, step: int) -> Task:
        """Undo or redo until a step is the last one done."""
        history = self._writable()
        return self._edit(self.tr("Going to a step"), lambda job: history.go_to(step))

    def plot_kinds(self, kinds: Collection[Kind]) -> Task:
        """Draw these uses of a name on the map; a way of looking, which undo does not meet."""
        project = self._writable().project
        return self._edit(self.tr("Kinds drawn"), lambda job: set_plotted_kinds(project, kinds))

    @property
    def can_undo(self) -> bool:
        return self._history is not None and self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history is not None and self._history.can_redo

    @property
    def undo_label(self) -> str | None:
        return self._history.undo_label if self._history else None

    @property
    def redo_label(self) -> str | None:
        return self._history.redo_label if self._history else None

    def _writable(self) -> History:
        if self._history is None:
            raise ProjectError(self.tr("This project is open for reading only; nothing was changed."))
        return self._history

    def _edit(self, label: str, work: Work) -> Task:
        task = self.writer.start(label, work)
        task.finished.connect(self._take_changes)
        task.failed.connect(self._report)
        return task

    def _take_changes(self, changes: Changes | None) -> None:
        if self._project is None or changes is None:
            return
        if any(place_id.startswith(OWN_PREFIX) for place_id in changes.places):
            self._follow_own_places()
        self.changed.emit(changes)
        self.history_changed.emit()
        self._refresh_selection()

    def _refresh_selection(self) -> None:
        selection = self._selection
        if selection.mention_id is not None:
            self._select(self._mention_selection(selection.mention_id) or Selection(selection.document_id))

    # long work ----------------------------------------------------------------------------------------------------

    def import_files(self, paths: Sequence[Path], said: Mapping[str, str] | None = None) -> Task:
        """Import files and folders in the background; the task's answer is an ImportReport.

        `said`: what a person says of all of them, as `import_files` of the core takes it.
        """
        history = self._writable()

        def work(job: Job) -> ImportReport:
            return import_files(history, paths, self._ready_annotator(), job, said)

        task = self._long(self.tr("Importing"), work)
        task.finished.connect(self._take_import)
        return task

    def import_text(self, text: str) -> Task:
        """Bring a text in as an article, in the background; the task's answer is an ImportReport."""
        history = self._writable()
        task = self._long(
            self.tr("Pasting an article"), lambda job: import_text(history, text, self._ready_annotator())
        )
        task.finished.connect(self._take_import)
        return task

    def export(self, directory: Path, formats: Sequence[str], scope: MentionFilter | None = None) -> Task:
        """Write an export in the background; the task's answer is the list of files written."""
        project = self._project
        if project is None:
            raise ProjectError(self.tr("No project is open, so there is nothing to export."))
        return self._long(self.tr("Exporting"), exporting(project, directory, formats, scope))

    def plan_merge(self, other: Path) -> Task:
        """Compare another analyst's project with this one in the background; the task's answer is a MergePlan."""
        return self._long(self.tr("Comparing projects"), comparing(self._writable().project, other))

    def find_moved_sources(self, folder: Path) -> Task:
        """Look in a folder for source files that are no longer where they were; the answer is a list of Moved."""
        return self._long(self.tr("Looking for files"), finding_sources(self._writable().project, folder))

    def compare_gazetteer(self) -> Task:
        """Ask in the background what the gazetteer in use would change; the task's answer is an UpdatePlan.

        Nothing is changed; `do(TakeAnswers(plan))` takes it, as one step.
        """
        project = self._project
        if project is None:
            raise ProjectError(self.tr("No project is open, so there is nothing to compare."))

        def work(job: Job) -> UpdatePlan:
            newest = self._newest or self._load_gazetteer(job, project)
            return plan_update(project, newest, self._ready_annotator(), job)

        return self._long(self.tr("Comparing with the gazetteer"), work)

    def look_for_conflicts(self) -> Task:
        """Look through the articles in the background; the answer says whether other conflicts were found."""
        work = looking_for_conflicts(self._writable().project)
        task = self.background.start(self.tr("Looking for conflicts"), work)
        task.finished.connect(self._take_conflicts)
        task.failed.connect(self._report)
        return task

    def _take_conflicts(self, other: bool) -> None:
        if other and self._project is not None:
            self.changed.emit(Changes())

    def _ready_annotator(self) -> Annotating:
        """Return the annotator; called in the background thread, after the gazetteer's own task."""
        if self._given is not None:
            return self._given
        newest = self._newest or self._load_gazetteer(Job(), self._project)
        if self._annotator is None or self._annotator.gazetteer is not newest:
            from gazetteer.pipeline import Annotator  # models and word lists: a second, spent off the GUI thread

            self._annotator = Annotator(newest)
        return self._annotator

    def _long(self, label: str, work: Work) -> Task:
        task = self.background.start(label, work)
        task.failed.connect(self._report)
        self.worked.emit(task)
        return task

    def _take_import(self, report: ImportReport) -> None:
        self._take_changes(report.changes)

    def _report(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, ToposcopeError):
            self.failed.emit(str(error))
        else:
            self.crashed.emit(error)
