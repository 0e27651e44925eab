"""What the core says in English, such as names of steps and reasons for a refusal, in the interface's language."""

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.review.words import kind_word, status_word
from gazetteer.model import Kind, Status

CONTEXT = "CoreWords"
STEPS = (
    QT_TRANSLATE_NOOP("CoreWords", "Choose {place}"),
    QT_TRANSLATE_NOOP("CoreWords", "Choose {place} for “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Choose {place} for every “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Pin {place}"),
    QT_TRANSLATE_NOOP("CoreWords", "Pin {place} for “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Mark as {kind}"),
    QT_TRANSLATE_NOOP("CoreWords", "Mark as {kind} for “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Confirm"),
    QT_TRANSLATE_NOOP("CoreWords", "Confirm “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Cannot be identified"),
    QT_TRANSLATE_NOOP("CoreWords", "“{name}” cannot be identified"),
    QT_TRANSLATE_NOOP("CoreWords", "Defer"),
    QT_TRANSLATE_NOOP("CoreWords", "Defer “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Reset to automatic"),
    QT_TRANSLATE_NOOP("CoreWords", "Reset “{name}” to automatic"),
    QT_TRANSLATE_NOOP("CoreWords", "Note"),
    QT_TRANSLATE_NOOP("CoreWords", "Note for “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Note: {title}"),
    QT_TRANSLATE_NOOP("CoreWords", "Tags"),
    QT_TRANSLATE_NOOP("CoreWords", "Tags for “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Tags: {title}"),
    QT_TRANSLATE_NOOP("CoreWords", "Star"),
    QT_TRANSLATE_NOOP("CoreWords", "Star: {title}"),
    QT_TRANSLATE_NOOP("CoreWords", "Take the star away"),
    QT_TRANSLATE_NOOP("CoreWords", "Take the star away: {title}"),
    QT_TRANSLATE_NOOP("CoreWords", "Care with quotes: {title}"),
    QT_TRANSLATE_NOOP("CoreWords", "Describe the article"),
    QT_TRANSLATE_NOOP("CoreWords", "Describe the article: {title}"),
    QT_TRANSLATE_NOOP("CoreWords", "Ignore"),
    QT_TRANSLATE_NOOP("CoreWords", "Ignore: {what}"),
    QT_TRANSLATE_NOOP("CoreWords", "Ignore problem"),
    QT_TRANSLATE_NOOP("CoreWords", "Ignore a problem of “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Add a mention"),
    QT_TRANSLATE_NOOP("CoreWords", "Remove the mention"),
    QT_TRANSLATE_NOOP("CoreWords", "Remove “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Move the ends"),
    QT_TRANSLATE_NOOP("CoreWords", "Move the ends of “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Split the mention"),
    QT_TRANSLATE_NOOP("CoreWords", "Split “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Import {number} file"),
    QT_TRANSLATE_NOOP("CoreWords", "Import {number} files"),
    QT_TRANSLATE_NOOP("CoreWords", "Import {number} article"),
    QT_TRANSLATE_NOOP("CoreWords", "Import {number} articles"),
    QT_TRANSLATE_NOOP("CoreWords", "Paste an article"),
    QT_TRANSLATE_NOOP("CoreWords", "Remove {number} article"),
    QT_TRANSLATE_NOOP("CoreWords", "Remove {number} articles"),
    QT_TRANSLATE_NOOP("CoreWords", "Apply {answer} to {number} more “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Add {place} to own places"),
    QT_TRANSLATE_NOOP("CoreWords", "Change {place} in own places"),
    QT_TRANSLATE_NOOP("CoreWords", "Remove {place} from own places"),
    QT_TRANSLATE_NOOP("CoreWords", "Teach {place}"),
    QT_TRANSLATE_NOOP("CoreWords", "Teach {place}: {number} mention of “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Teach {place}: {number} mentions of “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Add the rule that {rule}"),
    QT_TRANSLATE_NOOP("CoreWords", "Remove the rule that {rule}"),
    QT_TRANSLATE_NOOP("CoreWords", "Switch on the rule that {rule}"),
    QT_TRANSLATE_NOOP("CoreWords", "Switch off the rule that {rule}"),
    QT_TRANSLATE_NOOP("CoreWords", "Use a rule for “{name}”"),
    QT_TRANSLATE_NOOP("CoreWords", "Merge the work of {who}"),
    QT_TRANSLATE_NOOP("CoreWords", "Home of the project: {place}"),
    QT_TRANSLATE_NOOP("CoreWords", "No home of the project"),
)
"""what an undo step is called"""
ACTIONS = (
    QT_TRANSLATE_NOOP("CoreWords", "Place chosen"),
    QT_TRANSLATE_NOOP("CoreWords", "Pin dropped"),
    QT_TRANSLATE_NOOP("CoreWords", "Kind set"),
    QT_TRANSLATE_NOOP("CoreWords", "Confirmed"),
    QT_TRANSLATE_NOOP("CoreWords", "Deferred"),
    QT_TRANSLATE_NOOP("CoreWords", "Note written"),
    QT_TRANSLATE_NOOP("CoreWords", "Tags set"),
    QT_TRANSLATE_NOOP("CoreWords", "Star set"),
    QT_TRANSLATE_NOOP("CoreWords", "Star taken away"),
    QT_TRANSLATE_NOOP("CoreWords", "Problem ignored"),
    QT_TRANSLATE_NOOP("CoreWords", "Mention added"),
    QT_TRANSLATE_NOOP("CoreWords", "Mention removed"),
    QT_TRANSLATE_NOOP("CoreWords", "Resolved anew with another gazetteer"),
    QT_TRANSLATE_NOOP("CoreWords", "Learned from a rule"),
    QT_TRANSLATE_NOOP("CoreWords", "Rule no longer in use"),
    QT_TRANSLATE_NOOP("CoreWords", "Taken from another's project"),
    QT_TRANSLATE_NOOP("CoreWords", "Undone"),
    QT_TRANSLATE_NOOP("CoreWords", "Done again"),
)
"""what the log calls a decision"""
STATES = (
    QT_TRANSLATE_NOOP("CoreWords", "removed"),
    QT_TRANSLATE_NOOP("CoreWords", "not a place: {kind}"),
    QT_TRANSLATE_NOOP("CoreWords", "no place"),
    QT_TRANSLATE_NOOP("CoreWords", "no place (deferred)"),
    QT_TRANSLATE_NOOP("CoreWords", "{place} ({status})"),
    QT_TRANSLATE_NOOP("CoreWords", "{place} ({kind}, {status})"),
    QT_TRANSLATE_NOOP("CoreWords", "decided before by {who}"),
    QT_TRANSLATE_NOOP("CoreWords", "followed by “{area}”"),
    QT_TRANSLATE_NOOP("CoreWords", "the article points to {place}"),
)
"""how a mention stands, and why it should not be ticked"""
EDITS_REFUSED = (
    QT_TRANSLATE_NOOP(
        "CoreWords", "This mention is no longer in the project; nothing was changed. Select another one."
    ),
    QT_TRANSLATE_NOOP("CoreWords", "This article is no longer in the project; nothing was changed."),
    QT_TRANSLATE_NOOP("CoreWords", "The marked words are not in an article of this project; nothing was changed."),
    QT_TRANSLATE_NOOP(
        "CoreWords", "These words are a mention already; nothing was changed. Select it to change its place."
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords", "The pin is not on the map (latitude -90 to 90, longitude -180 to 180). Nothing was changed."
    ),
    QT_TRANSLATE_NOOP("CoreWords", "A pin needs a name and a radius of 0 to 5,000 km. Nothing was changed."),
    QT_TRANSLATE_NOOP("CoreWords", "There is no place to confirm; nothing was changed. Choose a place or drop a pin."),
    QT_TRANSLATE_NOOP("CoreWords", "A person marked this mention, so there is no automatic answer. Remove it instead."),
    QT_TRANSLATE_NOOP(
        "CoreWords", "There is nothing to split off; nothing was changed. Put the cursor between two words."
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords", "Nothing is decided on this mention yet, so there is nothing to apply to the others."
    ),
    QT_TRANSLATE_NOOP("CoreWords", "There is nothing to {what}."),
    QT_TRANSLATE_NOOP("CoreWords", "{words} is no date; nothing was changed. Write year-month-day: 2023-08-12."),
    QT_TRANSLATE_NOOP("CoreWords", "An article has no field {name}; nothing was changed."),
)
"""why an edit was refused"""
PROJECTS_REFUSED = (
    QT_TRANSLATE_NOOP("CoreWords", "{name} is open for reading only; it cannot be changed here."),
    QT_TRANSLATE_NOOP("CoreWords", "{name} is open for reading only; nothing was changed."),
    QT_TRANSLATE_NOOP(
        "CoreWords",
        "Another window or program{who} is writing this project. Nothing was changed. Close it there, or open the "
        "project here for reading only.",
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords",
        "{name} cannot be written ({why}), so the project cannot be changed there. Open it for reading only, or copy "
        "it to a folder of your own.",
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords", "The folder's file system cannot lock files ({why}). Copy the project to a local folder."
    ),
    QT_TRANSLATE_NOOP("CoreWords", "{name} is not a Toposcope project. It was not changed."),
    QT_TRANSLATE_NOOP("CoreWords", "{name} is not a Toposcope project ({why}). It was not changed."),
    QT_TRANSLATE_NOOP(
        "CoreWords",
        "{name} was written by a newer Toposcope (schema {number}; this one knows {known}). It was not changed. "
        "Install the newer program to open it.",
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords", "{name} was written by an older Toposcope. Open it for writing once to bring it up to date."
    ),
    QT_TRANSLATE_NOOP("CoreWords", "{name} cannot be opened ({why}). It was not changed."),
    QT_TRANSLATE_NOOP("CoreWords", "{name} cannot be opened for writing ({why}). It was not changed."),
    QT_TRANSLATE_NOOP("CoreWords", "{name} is there already. It was kept. Open it, or choose another name."),
    QT_TRANSLATE_NOOP("CoreWords", "{name} is there already. It was kept. Choose another name."),
    QT_TRANSLATE_NOOP("CoreWords", "{name}: there is no such project file. Check the name and the folder."),
    QT_TRANSLATE_NOOP("CoreWords", "{name} cannot be made ({why}). Choose another folder or free space."),
    QT_TRANSLATE_NOOP("CoreWords", "{name} is closed."),
    QT_TRANSLATE_NOOP("CoreWords", "{name} could not be saved ({why}); nothing was changed. Free space and try again."),
    QT_TRANSLATE_NOOP("CoreWords", "The backup {name} is damaged. Nothing was changed. Choose an older one."),
    QT_TRANSLATE_NOOP("CoreWords", "The backup {name} cannot be read ({why}). Nothing was changed."),
    QT_TRANSLATE_NOOP("CoreWords", "No backup could be written to {folder} ({why}). The project itself is saved."),
    QT_TRANSLATE_NOOP("CoreWords", "{name} could not be replaced ({why}). It is as before."),
    QT_TRANSLATE_NOOP(
        "CoreWords",
        "{name} cannot be written ({why}). An earlier export there was kept. Free some space or choose another folder.",
    ),
)
"""why a project file could not be used"""
FILES_REFUSED = (
    QT_TRANSLATE_NOOP("CoreWords", "{name}: files ending in {suffix} are not read. Save it as one of {known}."),
    QT_TRANSLATE_NOOP("CoreWords", "{name}: the file is empty; nothing was imported from it."),
    QT_TRANSLATE_NOOP("CoreWords", "{name}: the file holds nothing but blanks; nothing was imported from it."),
    QT_TRANSLATE_NOOP("CoreWords", "{name}: this is a folder; import the files in it."),
    QT_TRANSLATE_NOOP("CoreWords", "{name}: not an ordinary file; copy its content into one."),
    QT_TRANSLATE_NOOP(
        "CoreWords", "{name}: {number} MB are more than the limit of {most} MB. Split it into smaller files."
    ),
    QT_TRANSLATE_NOOP("CoreWords", "{name}: there is no such file. Check the name and the folder."),
    QT_TRANSLATE_NOOP("CoreWords", "{name}: you may not read this file. Change its permissions or copy it."),
    QT_TRANSLATE_NOOP("CoreWords", "{name}: the file cannot be read ({why}). Check the disk or copy it."),
    QT_TRANSLATE_NOOP("CoreWords", "{name}: its content is not text but {what}."),
    QT_TRANSLATE_NOOP(
        "CoreWords",
        "{name}: not a text file, {why}. Open it in the program that made it and save it as text (UTF-8).",
    ),
    QT_TRANSLATE_NOOP("CoreWords", "it holds binary content"),
    QT_TRANSLATE_NOOP("CoreWords", "its byte-order mark says {encoding} but the bytes after it are not"),
    QT_TRANSLATE_NOOP(
        "CoreWords",
        "{name}: the PDF is locked with a password. Save a copy without the password and import that.",
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords",
        "{name}: the PDF is damaged and cannot be read. Fetch it again, or print it to a new PDF and import that.",
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords",
        "{name}: the PDF holds no text, probably scanned pages. Run text recognition (OCR) on it and "
        "import the result.",
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords", "{name}: {number} pages are more than the {most} that are read. Split the document."
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords",
        "{name}: the page holds no text of its own; scripts may have filled it in. Save it from the browser as “Web "
        "Page, Complete” or as text.",
    ),
    QT_TRANSLATE_NOOP("CoreWords", "{name}: not a web page, {why}. Save the page again from the browser."),
    QT_TRANSLATE_NOOP(
        "CoreWords",
        "{name}: locked with a password, or an old .doc file under a new name. Save a copy as .docx without a password "
        "and import that.",
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords", "{name}: the Word document holds no text. If it shows a picture of a page, run OCR."
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords", "{name}: unpacks to {number} MB, more than is read. Save the text alone and import that."
    ),
    QT_TRANSLATE_NOOP(
        "CoreWords",
        "{name}: not a Word document, or a damaged one. Open it in a word processor and save it again as .docx.",
    ),
)
"""why a file gave no article"""
TEMPLATES = tuple(map(str, (*STEPS, *ACTIONS, *STATES, *EDITS_REFUSED, *PROJECTS_REFUSED, *FILES_REFUSED)))

_HOLE = re.compile(r"\\\{(\w+)\\\}")
_ENUMERATED = {"kind": "|".join(Kind), "status": "|".join(Status), "number": r"[\d,.]+"}
_NESTED = ("why",)


def said(text: str) -> str:
    """Return what the core says in the interface's language; as it is where no template fits."""
    for template, pattern in _patterns():
        if found := pattern.fullmatch(text):
            holes = {name: _filled(name, value) for name, value in found.groupdict().items()}
            return QCoreApplication.translate(CONTEXT, template).format(**holes)
    return text


def _filled(name: str, value: str) -> str:
    if name == "kind":
        return kind_word(Kind(value))
    if name == "status":
        return status_word(Status(value))
    return said(value) if name in _NESTED else value


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each template with what it matches; those with most words of their own come first."""
    ordered = sorted(TEMPLATES, key=lambda template: len(_HOLE.sub("", re.escape(template))), reverse=True)
    return tuple((template, re.compile(_pattern(template), re.DOTALL)) for template in ordered)


def _pattern(template: str) -> str:
    return _HOLE.sub(lambda hole: f"(?P<{hole[1]}>{_ENUMERATED.get(hole[1], '.*?')})", re.escape(template))
