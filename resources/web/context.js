// The places that the article in focus names beside the selected one: thin lines show what speaks for it.
export class Context {
  constructor(map) {
    this.map = map;
    this.group = L.layerGroup().addTo(map);
    this.renderer = L.svg({ pane: "lines", padding: 0.5 });
    this.places = [];
    this.anchor = null;
  }

  // `places` are {id, lon, lat}.
  show(places) { this.places = places; this.draw(); }

  setAnchor(anchor) { this.anchor = anchor; this.draw(); }

  draw() {
    this.group.clearLayers();
    if (!this.anchor) return;
    const color = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
    for (const { lat, lon } of this.places) {
      const line = [[this.anchor.lat, this.anchor.lon], [lat, lon]];
      this.group.addLayer(L.polyline(line, { renderer: this.renderer, color, weight: 1.5, opacity: 0.5, interactive: false, className: "context" }));
    }
  }
}
