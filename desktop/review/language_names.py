"""The names of languages in the language of the interface."""

from PySide6.QtCore import QCoreApplication, QLocale


def name_of_language(language: QLocale.Language) -> str:
    """Return a language as the interface calls it; one that it has no name for as its own speakers do."""
    translate = QCoreApplication.translate
    named = {
        "ar": translate("Languages", "Arabic"),
        "be": translate("Languages", "Belarusian"),
        "bg": translate("Languages", "Bulgarian"),
        "cs": translate("Languages", "Czech"),
        "da": translate("Languages", "Danish"),
        "de": translate("Languages", "German"),
        "el": translate("Languages", "Greek"),
        "en": translate("Languages", "English"),
        "es": translate("Languages", "Spanish"),
        "et": translate("Languages", "Estonian"),
        "fa": translate("Languages", "Persian"),
        "fi": translate("Languages", "Finnish"),
        "fr": translate("Languages", "French"),
        "he": translate("Languages", "Hebrew"),
        "hr": translate("Languages", "Croatian"),
        "hu": translate("Languages", "Hungarian"),
        "it": translate("Languages", "Italian"),
        "ja": translate("Languages", "Japanese"),
        "ka": translate("Languages", "Georgian"),
        "ko": translate("Languages", "Korean"),
        "lt": translate("Languages", "Lithuanian"),
        "lv": translate("Languages", "Latvian"),
        "nl": translate("Languages", "Dutch"),
        "no": translate("Languages", "Norwegian"),
        "pl": translate("Languages", "Polish"),
        "pt": translate("Languages", "Portuguese"),
        "ro": translate("Languages", "Romanian"),
        "ru": translate("Languages", "Russian"),
        "sk": translate("Languages", "Slovak"),
        "sl": translate("Languages", "Slovenian"),
        "sr": translate("Languages", "Serbian"),
        "sv": translate("Languages", "Swedish"),
        "tr": translate("Languages", "Turkish"),
        "uk": translate("Languages", "Ukrainian"),
        "zh": translate("Languages", "Chinese"),
    }
    code = QLocale.languageToCode(language)
    if code in named:
        return named[code]
    if QLocale().language() in (QLocale.Language.C, QLocale.Language.English):
        return QLocale.languageToString(language)
    own = QLocale(language).nativeLanguageName()
    return own[:1].upper() + own[1:] or QLocale.languageToString(language)
