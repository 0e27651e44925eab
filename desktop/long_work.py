"""What takes long over a project, as work for a thread: exports, comparisons, searches."""

from collections.abc import Sequence
from pathlib import Path

from desktop.tasks import Work
from gazetteer.jobs import Job
from gazetteer.project.filters import MentionFilter
from gazetteer.project.merging import MergePlan, plan_merge
from gazetteer.project.sources import Moved, find_moved, keep_moved
from gazetteer.project.store import Project


def exporting(project: Project, directory: Path, formats: Sequence[str], scope: MentionFilter | None) -> Work:
    """Write an export; the answer is the list of files written."""

    def work(job: Job) -> object:
        # the libraries of the exported map are loaded when they are wanted
        from gazetteer.interchange.export import export_project

        return export_project(project, directory, formats, scope, job)

    return work


def comparing(project: Project, other: Path) -> Work:
    """Compare another analyst's project with this one; the answer is a MergePlan."""

    def work(job: Job) -> MergePlan:
        with Project.open(other, read_only=True) as theirs:
            return plan_merge(project, theirs)

    return work


def finding_sources(project: Project, folder: Path) -> Work:
    """Look in a folder for source files that have moved, and keep where they are; the answer is a list of Moved."""

    def work(job: Job) -> list[Moved]:
        moved = find_moved(project, [folder], job)
        keep_moved(project, moved)
        return moved

    return work


def looking_for_conflicts(project: Project) -> Work:
    """Look through the articles; the answer says whether other conflicts were found."""

    def work(job: Job) -> bool:
        # the frequencies of words are loaded when they are wanted
        from gazetteer.project.conflict_search import look_for_conflicts

        return look_for_conflicts(project, job)

    return work
