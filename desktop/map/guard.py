"""The walls around the map page: nothing leaves the machine, and what tried to is counted."""

import logging

from PySide6.QtCore import QObject, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

LOCAL_SCHEMES = frozenset({"app", "data", "blob"})
NO_PEERS = "for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) delete window[name];"
log = logging.getLogger(__name__)


class RequestGuard(QWebEngineUrlRequestInterceptor):
    """Refuses every request that is not the program's own and counts it."""

    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.count = 0

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        if url.scheme() in LOCAL_SCHEMES:
            return
        info.block(True)
        self.note(url.toString())

    def note(self, address: str) -> None:
        """Count a request that was refused here or by the page's own policy."""
        self.count += 1
        log.warning("the map page asked for %s: refused", address)
        self.refused.emit(address)


def harden_profile(profile: QWebEngineProfile) -> None:
    """Keep nothing on disk, take no cookies, open no connection between machines."""
    profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setSpellCheckEnabled(False)
    script = QWebEngineScript()
    script.setName("no-peers")
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    script.setSourceCode(NO_PEERS)
    profile.scripts().insert(script)


def harden_settings(settings: QWebEngineSettings) -> None:
    """Switch off what a map does not need."""
    attribute = QWebEngineSettings.WebAttribute
    for needless in (
        attribute.AutoLoadIconsForPage,
        attribute.DnsPrefetchEnabled,
        attribute.ErrorPageEnabled,
        attribute.FocusOnNavigationEnabled,
        attribute.FullScreenSupportEnabled,
        attribute.HyperlinkAuditingEnabled,
        attribute.JavascriptCanAccessClipboard,
        attribute.JavascriptCanOpenWindows,
        attribute.LocalContentCanAccessFileUrls,
        attribute.LocalContentCanAccessRemoteUrls,
        attribute.LocalStorageEnabled,
        attribute.NavigateOnDropEnabled,
        attribute.PdfViewerEnabled,
        attribute.PluginsEnabled,
        attribute.ScreenCaptureEnabled,
    ):
        settings.setAttribute(needless, False)
    settings.setAttribute(attribute.WebRTCPublicInterfacesOnly, True)
