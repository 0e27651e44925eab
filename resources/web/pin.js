// The pin: a click sets it; Shift and drag give it a radius; with keys the map moves under a cross in its middle.
import { distance, lengthWords } from "./drawing.js";

export const RADII = [0, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000]; // metres: nobody means 4,873
const LOOK = { color: "var(--accent)", weight: 2, dashArray: "5 4", fillOpacity: 0.08, interactive: false, className: "reach" };
const STEP = 40; // pixels
const WAYS = { ArrowUp: [0, -STEP], ArrowDown: [0, STEP], ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0] };
const nearest = (metres) => RADII.reduce((best, one) => (Math.abs(one - metres) < Math.abs(best - metres) ? one : best));

export class Pin {
  constructor(map, language, done) {
    Object.assign(this, { map, language, done, radius: 0, pressed: null, byKeys: false });
    this.renderer = L.svg({ pane: "drawn", padding: 0.5 });
    this.group = L.layerGroup();
    this.cross = L.DomUtil.create("div", "cross");
  }

  begin() {
    this.group.addTo(this.map);
    this.map.boxZoom.disable();
    this.map.on("mousedown", this.press, this).on("mousemove", this.follow, this).on("move", this.draw, this);
    this.onKey = (event) => this.key(event);
    document.addEventListener("keydown", this.onKey, true); // before the map takes the arrows for itself
  }

  end() {
    this.map.off("mousedown", this.press, this).off("mousemove", this.follow, this).off("move", this.draw, this);
    document.removeEventListener("keydown", this.onKey, true);
    document.removeEventListener("mouseup", this.release);
    this.map.boxZoom.enable();
    this.map.dragging.enable();
    this.group.clearLayers().remove();
    this.cross.remove();
  }

  // The middle of the map, on a whole pixel as a click is.
  middle() { return this.map.containerPointToLatLng(this.map.getSize().divideBy(2).round()); }

  click(latlng) { if (!this.pressed) this.drop(latlng, this.radius); }

  drop(latlng, radius) {
    const { lat, lng } = latlng.wrap();
    this.done({ lon: lng, lat, radius_m: radius });
  }

  press({ latlng, originalEvent }) {
    if (!originalEvent.shiftKey) return;
    this.map.dragging.disable();
    this.pressed = latlng;
    // after the click that ends the drawing
    this.release = () => setTimeout(() => this.drop(this.pressed, this.radius));
    document.addEventListener("mouseup", this.release, { once: true });
  }

  follow({ latlng, originalEvent }) {
    if (this.pressed) this.radius = nearest(distance(this.pressed, latlng));
    // the map that moves under a still mouse is no movement of the mouse
    else if (originalEvent.movementX || originalEvent.movementY) this.setByKeys(false);
    this.draw();
  }

  key(event) {
    const way = WAYS[event.key];
    if (!way && event.key !== "Enter") return;
    event.stopPropagation();
    event.preventDefault();
    this.setByKeys(true);
    if (!way) this.drop(this.middle(), this.radius);
    else if (event.shiftKey) this.radius = RADII[Math.max(0, Math.min(RADII.length - 1, RADII.indexOf(this.radius) - Math.sign(way[1])))];
    else this.map.panBy(way, { animate: false });
    this.draw();
  }

  setByKeys(on) {
    this.byKeys = on;
    if (on) this.map.getContainer().append(this.cross);
    else this.cross.remove();
    if (!on) this.radius = 0;
  }

  draw() {
    this.group.clearLayers();
    const centre = this.pressed ?? (this.byKeys ? this.middle() : null);
    if (!centre || !this.radius) return;
    this.group.addLayer(L.circle(centre, { ...LOOK, radius: this.radius, renderer: this.renderer }));
    const face = document.createElement("span");
    face.textContent = lengthWords(this.radius, this.language);
    const icon = L.divIcon({ className: "length", html: face, iconSize: [0, 0] });
    this.group.addLayer(L.marker(centre, { icon, pane: "drawn", interactive: false, keyboard: false }));
  }
}
