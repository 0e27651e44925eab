#!/usr/bin/env bash
# Opens the sample project; where there is no display, draws the window and writes the export instead.
set -euo pipefail
cd "$(dirname "$0")/.."
toposcope=.venv/bin/toposcope
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$toposcope" demo
fi
mkdir -p build/demo
[ "$(id -u)" -eq 0 ] && export QTWEBENGINE_DISABLE_SANDBOX=1
QT_QPA_PLATFORM=offscreen "$toposcope" demo --snapshot build/demo/window.png
"$toposcope" run seeds --export build/demo
echo "No display: the window is drawn in build/demo/window.png, the places are in build/demo/mentions.geojson."
