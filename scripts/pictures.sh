#!/usr/bin/env bash
# Draws the pictures of the manual anew, of the sample project in a fresh copy.
set -euo pipefail
cd "$(dirname "$0")/.."
draw() { .venv/bin/toposcope demo --snapshot "docs/images/$1.png" "${@:2}"; }
draw window-light --size 1440x900
draw window-dark --dark --size 1440x900
draw window-german --size 1440x900 --language de
draw window-low --size 1100x700 --language de --dark --scale 1.5
draw gazetteer-light --size 1440x900 --gazetteer Kaliningrad
draw gazetteer-dark --dark --size 1440x900 --gazetteer "54.69 25.28"
draw gazetteer-2x --scale 2 --size 1200x760 --gazetteer geonames:703883
# a detail of the window at twice the scale
whole=$(mktemp --suffix=.png)
trap 'rm -f "$whole"' EXIT
.venv/bin/toposcope demo --snapshot "$whole" --scale 2 --size 1440x900
.venv/bin/python - "$whole" docs/images/window-2x-detail.png <<'PYTHON'
import sys
from PySide6.QtGui import QImage
QImage(sys.argv[1]).copy(1280, 155, 1600, 760).save(sys.argv[2])
PYTHON
