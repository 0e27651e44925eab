"""Errors the world causes; anything else that is raised is a bug.

::

    ToposcopeError                 say the message, go on
    |- GazetteerError              a gazetteer cannot be used
    |  `- NotImportedError         a file of the user's gives no gazetteer
    |- UnreadableFileError         a source file gives no text
    |- ProjectError                a project file cannot be used
    |  |- ProjectLockedError       another program is writing it
    |  `- ProjectVersionError      a newer program wrote it
    |- EditError                   an edit no longer fits the project
    |- ExportError                 an export could not be written
    |- InputError                  a command line or a line of input is wrong
    `- Cancelled                   the user stopped a long step
"""


class ToposcopeError(Exception):
    """Base of every error the user is told in words: what was wrong, what was kept, what to do."""


class GazetteerError(ToposcopeError):
    """A gazetteer is missing, damaged or cannot be written or unpacked."""


class NotImportedError(GazetteerError):
    """A file cannot be imported as a gazetteer; the gazetteers there were are as before."""


class UnreadableFileError(ToposcopeError):
    """A source file gives no text; other files are not affected."""


class ProjectError(ToposcopeError):
    """A project file is missing, damaged or not a project."""


class ProjectLockedError(ProjectError):
    """Another program holds the project file; retrying later may help."""


class ProjectVersionError(ProjectError):
    """A newer program wrote the project file."""


class EditError(ToposcopeError):
    """An edit does not fit the project's present state; nothing was changed."""


class ExportError(ToposcopeError):
    """An export could not be written; files of an earlier export are kept."""


class InputError(ToposcopeError):
    """An option or a line of input is wrong."""


class Cancelled(ToposcopeError):
    """The user stopped a long step; what was finished before is kept."""
