"""The narrow channel to the page: small JSON messages both ways, never bulk."""

import json
import logging
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

log = logging.getLogger(__name__)


class Bridge(QObject):
    """The object the page knows as `bridge`."""

    to_page = Signal(str)
    """one JSON object for the page"""
    received = Signal(object)
    """one dict from the page; it has a text `type`"""

    def send(self, message: dict[str, Any]) -> None:
        """Hand a message to the page."""
        self.to_page.emit(json.dumps(message, ensure_ascii=False))

    @Slot(str)
    def receive(self, text: str) -> None:
        """Take a message of the page; one that is not an object with a type is dropped and logged."""
        try:
            message = json.loads(text)
        except ValueError:
            message = None
        if not isinstance(message, dict) or not isinstance(message.get("type"), str):
            log.warning("the map page sent something unreadable: %.80r", text)
            return
        self.received.emit(message)
