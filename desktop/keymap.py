"""The keys in use: those of the action table, with the person's own in their place."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop.action_spec import ActionSpec, Scope
from desktop.settings import Settings

SETTING = "keys"


class Keymap:
    """Keys by action; a person's own are kept in the settings, those of unknown actions are passed over."""

    def __init__(self, settings: Settings, specs: Iterable[ActionSpec]) -> None:
        self._settings = settings
        self._specs = {spec.id: spec for spec in specs}
        self._own: dict[str, tuple[str, ...]] = {}
        for action_id, keys in settings.read(SETTING, dict[str, list[str]]()).items():
            if action_id in self._specs and isinstance(keys, list):
                self._own[action_id] = tuple(str(key) for key in keys if key)

    def keys(self, action_id: str) -> tuple[str, ...]:
        """Return the keys of an action, as Qt's portable text."""
        return self._own.get(action_id, self._specs[action_id].keys)

    def is_own(self, action_id: str) -> bool:
        """Say whether a person changed the keys of an action."""
        return action_id in self._own

    def refusal(self, action_id: str, keys: Sequence[str]) -> str | None:
        """Return why an action cannot have these keys, in words, or None where it can."""
        translate = QCoreApplication.translate
        for key in map(QKeySequence, keys):
            if self._specs[action_id].scope is not Scope.REVIEW and _is_typed(key):
                return translate(
                    "Keymap", "{key} alone is a letter one types; it works only for what is done to a mention."
                ).format(key=native(key.toString()))
            for other in self._specs.values():
                if other.id != action_id and any(_meet(key, QKeySequence(held)) for held in self.keys(other.id)):
                    return translate("Keymap", "{key} belongs to “{action}”. Take it away there first.").format(
                        key=native(key.toString()), action=other.plain
                    )
        return None

    def set(self, action_id: str, keys: Sequence[str]) -> None:
        """Give an action these keys; the usual ones are not kept as a person's own."""
        if tuple(keys) == self._specs[action_id].keys:
            self._own.pop(action_id, None)
        else:
            self._own[action_id] = tuple(keys)
        self._write()

    def reset(self) -> None:
        """Go back to the usual keys everywhere."""
        self._own.clear()
        self._write()

    def _write(self) -> None:
        self._settings.write(SETTING, {action_id: list(keys) for action_id, keys in self._own.items()})


def native(key: str) -> str:
    """Return a key as the system writes it; Return and Enter are one to people."""
    return QKeySequence(key.replace("Return", "Enter")).toString(QKeySequence.SequenceFormat.NativeText)


def _is_typed(key: QKeySequence) -> bool:
    """Say whether a key begins with a letter or sign that one would type."""
    text = key.toString().partition(",")[0]
    return len(text) == 1 or (text.startswith("Shift+") and len(text) == len("Shift+") + 1)


def _meet(one: QKeySequence, other: QKeySequence) -> bool:
    """Say whether two keys are the same, or one is the beginning of the other."""
    no_match = QKeySequence.SequenceMatch.NoMatch
    return not other.isEmpty() and (one.matches(other) is not no_match or other.matches(one) is not no_match)
