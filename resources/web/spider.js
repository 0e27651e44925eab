// Places on one spot, spread round it so that each can be seen and picked.
const ROUND_UP_TO = 9;
const FOOT = 34; // pixels from the spot to the first marks
const TURN = 26; // pixels between marks along a spiral

// Offsets in pixels: a circle for a few, else a spiral.
export function feet(count) {
  if (count <= ROUND_UP_TO) {
    const radius = Math.max(FOOT, (count * 30) / (2 * Math.PI));
    return Array.from({ length: count }, (_, i) => [radius * Math.sin((i / count) * 2 * Math.PI), -radius * Math.cos((i / count) * 2 * Math.PI)]);
  }
  let angle = 0;
  let radius = FOOT;
  return Array.from({ length: count }, () => {
    const spot = [radius * Math.sin(angle), -radius * Math.cos(angle)];
    angle += TURN / radius;
    radius += (TURN * 1.15 * TURN) / (2 * Math.PI * radius);
    return spot;
  });
}

export class Spider {
  constructor(map) {
    this.map = map;
    this.group = L.layerGroup().addTo(map);
    this.renderer = L.svg({ pane: "lines", padding: 0.5 });
    map.on("zoomstart click", this.close, this);
  }

  get isOpen() { return this.group.getLayers().length > 0; }

  // `marker` makes the mark of a record; each stands on a thin leg.
  open(position, records, marker) {
    this.close();
    const centre = this.map.latLngToContainerPoint(position);
    const color = getComputedStyle(document.documentElement).getPropertyValue("--ghost").trim();
    feet(records.length).forEach((foot, i) => {
      const at = this.map.containerPointToLatLng(centre.add(foot));
      this.group.addLayer(L.polyline([position, at], { renderer: this.renderer, color, weight: 1, opacity: 0.6, interactive: false, className: "leg" }));
      this.group.addLayer(marker(records[i]).setLatLng(at).setZIndexOffset(1500));
    });
  }

  close() { this.group.clearLayers(); }
}
