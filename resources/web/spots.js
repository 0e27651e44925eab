// Spots that articles give by a place they name (20 km north of it): a ring joined to the place by a thin line.
import { tooltip } from "./controls.js";

const RING_PIXELS = [5, 3000];

export class Spots {
  constructor(map) {
    this.map = map;
    this.group = L.layerGroup().addTo(map);
    this.renderer = L.svg({ pane: "rings", padding: 0.4 });
  }

  // `places` are the records on screen that stand outside clusters.
  show(places) {
    this.group.clearLayers();
    const color = getComputedStyle(document.documentElement).getPropertyValue("--ghost").trim();
    for (const place of places) for (const spot of place.spots || []) this.draw(place, spot, color);
  }

  draw(place, spot, color) {
    const perPixel = 40075016.7 * Math.cos((spot.lat * Math.PI) / 180) / (256 * 2 ** this.map.getZoom());
    const pixels = spot.radius_m / perPixel;
    if (pixels < RING_PIXELS[0] || pixels > RING_PIXELS[1]) return;
    const look = { renderer: this.renderer, color, weight: 1.25, opacity: 0.6, dashArray: "6 4" };
    const ring = L.circle([spot.lat, spot.lon], { ...look, radius: spot.radius_m, fillColor: color, fillOpacity: 0.05, className: "spot" });
    ring.bindTooltip(() => tooltip(spot.words, place.name), { sticky: true, opacity: 1 });
    const line = L.polyline([[place.lat, place.lon], [spot.lat, spot.lon]], { ...look, dashArray: "3 4", interactive: false });
    this.group.addLayer(line).addLayer(ring);
  }
}
