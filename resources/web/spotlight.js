// The place looked at in the gazetteer: a frame that leaves free what lies under it, its name, and a ring for its reach.
import { svg } from "./shapes.js";

const CLOSE_ZOOM = 8;
const REACH = 15;
const LABEL_HEIGHT = 22;

function frame() {
  const root = svg("svg", { width: 2 * REACH, height: 2 * REACH, viewBox: `${-REACH} ${-REACH} ${2 * REACH} ${2 * REACH}`, "aria-hidden": "true" });
  for (const name of ["casing", "line"]) {
    root.append(svg("circle", { class: name, r: 10 }), svg("path", { class: name, d: "M0 -14V-7M0 14V7M-14 0H-7M14 0H7" }));
  }
  root.append(svg("circle", { class: "dot", r: 2.2 }));
  return root;
}

export class Spotlight {
  constructor(map) {
    this.map = map;
    this.group = L.layerGroup().addTo(map);
    this.renderer = L.svg({ pane: "rings", padding: 0.4 });
    this.place = null;
  }

  // `place` is {id, name, lon, lat, radius_m} or null.
  show(place, fly, animate) {
    this.place = place;
    this.draw();
    if (place && fly) this.goThere(animate);
  }

  occupy(boxes) {
    if (!this.place) return;
    const { x, y } = this.map.latLngToContainerPoint([this.place.lat, this.place.lon]);
    const half = 12 + this.place.name.length * 3.6;
    boxes.take([x - REACH, y - REACH, x + REACH, y + REACH]);
    boxes.take([x - half, y + REACH, x + half, y + REACH + LABEL_HEIGHT]);
  }

  draw() {
    this.group.clearLayers();
    if (!this.place) return;
    const { name, lon, lat, radius_m: radius } = this.place;
    const color = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
    if (radius) {
      this.group.addLayer(L.circle([lat, lon], { radius, renderer: this.renderer, color, weight: 1.5, dashArray: "5 5", fillOpacity: 0.06, interactive: false }));
    }
    const face = document.createElement("div");
    const label = document.createElement("span");
    label.textContent = name;
    face.append(frame(), label);
    const icon = L.divIcon({ className: "spotlight", html: face, iconSize: [0, 0] });
    this.group.addLayer(L.marker([lat, lon], { icon, pane: "ghosts", interactive: false, keyboard: false, alt: name }));
  }

  // Brings the place into view, with its ring where it has one; the map stays where it is already well placed.
  goThere(animate) {
    const { lon, lat, radius_m: radius } = this.place;
    if (radius) {
      const tall = radius / 111195;
      const wide = tall / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
      const ring = L.latLngBounds([lat - tall, lon - wide], [lat + tall, lon + wide]);
      const zoom = Math.min(CLOSE_ZOOM + 3, this.map.getBoundsZoom(ring.pad(0.25)));
      if (!this.map.getBounds().contains(ring) || this.map.getZoom() < zoom - 1) this.map.setView([lat, lon], zoom, { animate });
    } else if (!this.map.getBounds().pad(-0.15).contains([lat, lon]) || this.map.getZoom() < CLOSE_ZOOM - 1) {
      this.map.setView([lat, lon], Math.max(this.map.getZoom(), CLOSE_ZOOM), { animate });
    }
  }
}
