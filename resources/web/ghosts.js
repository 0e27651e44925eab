// The runner-up candidates of the mention in focus: numbered, joined to the selected place by thin lines.
import { say, tooltip } from "./controls.js";

export class Ghosts {
  constructor(map, pick) {
    this.map = map;
    this.pick = pick;
    this.group = L.layerGroup().addTo(map);
    this.renderer = L.svg({ pane: "lines", padding: 0.5 });
    this.ghosts = [];
    this.anchor = null;
  }

  show(ghosts) { this.ghosts = ghosts; this.draw(); }

  // `anchor` is the selected place or null.
  setAnchor(anchor) { this.anchor = anchor; this.draw(); }

  occupy(boxes) {
    for (const { lon, lat } of this.ghosts) {
      const { x, y } = this.map.latLngToContainerPoint([lat, lon]);
      boxes.take([x - 11, y - 11, x + 11, y + 11]);
    }
  }

  draw() {
    this.group.clearLayers();
    const color = getComputedStyle(document.documentElement).getPropertyValue("--ghost").trim();
    for (const ghost of this.ghosts) {
      const position = [ghost.lat, ghost.lon];
      if (this.anchor) {
        const line = [[this.anchor.lat, this.anchor.lon], position];
        this.group.addLayer(L.polyline(line, { renderer: this.renderer, color, weight: 1, opacity: 0.55, dashArray: "3 4", interactive: false }));
      }
      const face = document.createElement("div");
      face.textContent = ghost.rank;
      const icon = L.divIcon({ className: "ghost", html: face, iconSize: [20, 20] });
      const marker = L.marker(position, { icon, pane: "ghosts", alt: ghost.name });
      marker.bindTooltip(() => tooltip(ghost.name, say("candidate", ghost.rank)), { direction: "top", offset: [0, -12], opacity: 1 });
      marker.on("click", () => this.pick(ghost.id));
      marker.on("keypress", (event) => { if (event.originalEvent.key === "Enter") this.pick(ghost.id); });
      this.group.addLayer(marker);
    }
  }
}
