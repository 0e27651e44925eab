"""The languages of the interface: what there is, which one is wanted, and how it is put in place."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

SYSTEM = "system"
LANGUAGES = {"en": "English", "de": "Deutsch"}
"""names as their speakers write them, so not to be translated"""


def chosen_language(setting: str) -> str:
    """Return `en` or `de`: the one that was set, else the system's where there is a translation, else English."""
    if setting in LANGUAGES:
        return setting
    system = QLocale.system().name().partition("_")[0]
    return system if system in LANGUAGES else "en"


def put_in_place(app: QCoreApplication, language: str) -> None:
    """Let everything made from now on speak `language`, numbers and dates included.

    A setting overrides the country as well as the language only where the system's language is another one.
    """
    if QLocale.system().name().partition("_")[0] != language:
        QLocale.setDefault(QLocale(language))
    else:
        QLocale.setDefault(QLocale.system())
    for old in app.findChildren(QTranslator, "toposcope_translator"):
        app.removeTranslator(old)
        old.deleteLater()
    if language == "en":
        return
    ours = str(resources.path("i18n", f"toposcope_{language}.qm"))
    qt = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{language}.qm"
    for path in (qt, ours):
        translator = QTranslator(app)
        translator.setObjectName("toposcope_translator")
        if translator.load(path):
            app.installTranslator(translator)
