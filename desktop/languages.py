"""The languages of the interface: what there is, which one is wanted, and how it is put in place."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

SYSTEM = "system"
LANGUAGES = {"en": "English", "de": "Deutsch"}
"""names as their speakers write them, so not to be translated"""
TRANSLATOR = "toposcope_translator"


def chosen_language(setting: str) -> str:
    """Return `en` or `de`: the one that was set, else the system's where there is a translation, else English."""
    if setting in LANGUAGES:
        return setting
    system = QLocale.system().name().partition("_")[0]
    return system if system in LANGUAGES else "en"


def put_in_place(app: QCoreApplication, language: str) -> None:
    """Let everything made from now on speak `language`, numbers and dates included."""
    QLocale.setDefault(locale_of(language))
    for old in app.findChildren(QTranslator, TRANSLATOR):
        app.removeTranslator(old)
        old.deleteLater()
    if language == "en":
        return
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
    # ours last: it is asked first
    for path in (qt, resources.path("i18n", f"toposcope_{language}.qm")):
        translator = QTranslator(app)
        translator.setObjectName(TRANSLATOR)
        if translator.load(str(path)):
            app.installTranslator(translator)


def locale_of(language: str) -> QLocale:
    """Return the system's way with numbers and dates where it has this language, else one usual for the language."""
    system = QLocale.system()
    if system.name().partition("_")[0] == language:
        return system
    return QLocale(QLocale.Language.English, QLocale.Country.Europe) if language == "en" else QLocale(language)
