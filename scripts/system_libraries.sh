#!/usr/bin/env bash
# Debian libraries that Qt WebEngine needs beyond Python's wheels: installed where we are root and apt is there, else named.
set -euo pipefail
libraries=(libnss3 libnspr4 libegl1 libgl1 libopengl0 libgbm1 libxkbcommon0 libxkbcommon-x11-0 libxkbfile1 libdbus-1-3
    libfontconfig1 libglib2.0-0 libxcomposite1 libxdamage1 libxrandr2 libxtst6 libxshmfence1 libasound2 libxcb-cursor0
    libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0
    libxcb-xkb1 fonts-dejavu-core fonts-noto-core)
command -v dpkg-query >/dev/null || { echo "Not a Debian system: if the map stays empty, install Qt WebEngine's libraries." >&2; exit 0; }
missing=()
for library in "${libraries[@]}"; do
    dpkg-query -W -f='${Status}' "$library" 2>/dev/null | grep -q '^install ok installed' || missing+=("$library")
done
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing system libraries for Qt WebEngine: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
    echo "Qt WebEngine needs system libraries. Please run:" >&2
    echo "  sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi
