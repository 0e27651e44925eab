// What one draws on the map: a box or a loop that keeps the places in it, a line that is measured.
import { say } from "./controls.js";

const APART = 5; // pixels between two corners of a loop
const EARTH_M = 6371008.8;
const LOOK = { color: "var(--accent)", weight: 2, dashArray: "5 4", fillOpacity: 0.08, interactive: false };

const corners = ({ x, y }, { x: x2, y: y2 }) => [L.point(x, y), L.point(x2, y), L.point(x2, y2), L.point(x, y2)];
const plain = (positions) => positions.map(({ lat, lng }) => [lng, lat]);

// Metres along the great circle.
export function distance(a, b) {
  const rad = (degrees) => (degrees * Math.PI) / 180;
  const half = (degrees) => Math.sin(rad(degrees) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(half(b.lat - a.lat) + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * half(b.lng - a.lng)));
}

export function lengthWords(metres, language) {
  const [value, unit] = metres < 1000 ? [metres, "m"] : [metres / 1000, "km"];
  const digits = value < 100 && unit === "km" ? 1 : 0;
  return `${value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}

// The area that the filter keeps to, drawn as long as it holds.
export class Kept {
  constructor(map) {
    this.map = map;
    this.renderer = L.svg({ pane: "drawn", padding: 0.5 });
    this.layer = null;
  }

  show(ring) {
    this.layer?.remove();
    this.layer = ring ? L.polygon(ring.map(([lon, lat]) => [lat, lon]), { ...LOOK, className: "kept", fill: false, renderer: this.renderer }).addTo(this.map) : null;
  }
}

// A box or a loop drawn with the mouse; `done` gets its corners as [lon, lat].
export class AreaTool {
  constructor(map, loop, done) {
    Object.assign(this, { map, loop, done, spots: [], shape: null });
    this.renderer = L.svg({ pane: "drawn", padding: 0.5 });
  }

  begin() {
    this.map.dragging.disable();
    this.map.boxZoom.disable();
    this.map.on("mousedown", this.press, this);
  }

  end() {
    this.map.off("mousedown", this.press, this).off("mousemove", this.draw, this);
    document.removeEventListener("mouseup", this.release);
    this.map.dragging.enable();
    this.map.boxZoom.enable();
    this.shape?.remove();
  }

  press({ containerPoint }) {
    this.spots = [containerPoint];
    this.map.on("mousemove", this.draw, this);
    this.release = () => this.finish();
    document.addEventListener("mouseup", this.release, { once: true });
  }

  draw({ containerPoint }) {
    if (!this.loop) this.spots = [this.spots[0], containerPoint];
    else if (containerPoint.distanceTo(this.spots[this.spots.length - 1]) >= APART) this.spots.push(containerPoint);
    this.shape?.remove();
    this.shape = L.polygon(this.positions(), { ...LOOK, renderer: this.renderer }).addTo(this.map);
  }

  positions() {
    const ring = this.loop ? this.spots : corners(this.spots[0], this.spots[1]);
    return ring.map((spot) => this.map.containerPointToLatLng(spot));
  }

  finish() {
    this.map.off("mousemove", this.draw, this);
    const wide = this.spots.length > 1 && L.bounds(this.spots).getSize();
    const ring = wide && wide.x > APART && wide.y > APART ? plain(this.positions()) : [];
    // after the click that ends the drawing: it belongs to the tool, and is no choice of nothing
    if (ring.length > 2) setTimeout(() => this.done(ring));
  }
}

// A line of clicks and how long it is along the great circle; the length from the last click follows the mouse.
export class Measure {
  constructor(map, language) {
    Object.assign(this, { map, language, corners: [] });
    this.renderer = L.svg({ pane: "drawn", padding: 0.5 });
    this.group = L.layerGroup();
  }

  begin() {
    this.group.addTo(this.map);
    this.map.doubleClickZoom.disable();
    this.map.on("mousemove", this.follow, this);
  }

  end() {
    this.map.off("mousemove", this.follow, this);
    this.map.doubleClickZoom.enable();
    this.group.clearLayers().remove();
    this.corners = [];
  }

  click(position) {
    const last = this.corners[this.corners.length - 1];
    if (!last || distance(last, position) > 0) this.corners.push(position);
    this.draw(position);
  }

  follow({ latlng }) { if (this.corners.length) this.draw(latlng); }

  metres(positions) { return positions.slice(1).reduce((sum, position, i) => sum + distance(positions[i], position), 0); }

  draw(end) {
    const line = [...this.corners, end];
    this.group.clearLayers();
    this.group.addLayer(L.polyline(line, { ...LOOK, className: "measured", fill: false, renderer: this.renderer }));
    for (const corner of this.corners) this.group.addLayer(L.circleMarker(corner, { ...LOOK, dashArray: null, radius: 4, fillColor: "var(--panel-solid)", fillOpacity: 1, renderer: this.renderer }));
    const words = lengthWords(this.metres(line), this.language);
    const face = document.createElement("span");
    face.textContent = this.corners.length > 1 ? say("measured", words) : words;
    const icon = L.divIcon({ className: "length", html: face, iconSize: [0, 0] });
    this.group.addLayer(L.marker(end, { icon, pane: "drawn", interactive: false, keyboard: false }));
  }
}
