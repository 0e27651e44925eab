// Countries and regions that are mentioned: a tint over their shape and a chip with name and count, never a pin.
import { shorten } from "./shapes.js";

const STEPS_PER_DEGREE = 1000;
const CHIP_HEIGHT = 24;
const NAMED_FROM = 60; // pixels: a smaller region shows its count only

// The inverse of `encode_shape` in resources/basemap/archive.py.
function decodeShape(packed) {
  const raw = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  let at = 0;
  const next = () => {
    let number = 0;
    let factor = 1;
    for (;;) {
      const byte = raw[at++];
      number += (byte & 127) * factor;
      if (byte < 128) return number;
      factor *= 128;
    }
  };
  const step = () => { const number = next(); return number % 2 ? -(number + 1) / 2 : number / 2; };
  const ring = () => {
    let x = 0;
    let y = 0;
    return Array.from({ length: next() }, () => { x += step(); y += step(); return [y / STEPS_PER_DEGREE, x / STEPS_PER_DEGREE]; });
  };
  return Array.from({ length: next() }, () => Array.from({ length: next() }, ring));
}

export class Areas {
  constructor(map, describe, pick) {
    this.map = map;
    this.describe = describe;
    this.pick = pick;
    this.shapes = new Map();
    this.chips = new Map();
    this.tints = L.layerGroup().addTo(map);
    this.renderer = L.svg({ pane: "areas", padding: 0.4 });
    this.records = [];
    this.selected = null;
  }

  setRecords(records) {
    const grade = ({ precision }) => (precision === "region" ? 1 : 0);
    this.records = [...records].sort((a, b) => grade(a) - grade(b) || b.n - a.n);
    this.chips.forEach((chip) => chip.remove());
    this.chips.clear();
    for (const record of this.records) this.chips.set(record.id, this.chip(record).addTo(this.map));
    for (const id of this.shapes.keys()) if (!this.chips.has(id)) this.shapes.delete(id);
    this.tint();
  }

  setShapes(rows) {
    for (const { id, kind, country, shape } of rows) if (!this.shapes.has(id)) this.shapes.set(id, { kind, country, shape: decodeShape(shape) });
    this.tint();
  }

  select(id) {
    if (this.selected === id) return;
    this.selected = id;
    this.chips.forEach((chip, key) => chip.getElement()?.classList.toggle("selected", key === id));
    this.tint();
  }

  has(id) { return this.chips.has(id); }

  bounds(id) {
    const area = this.shapes.get(id);
    if (!area) return null;
    // the largest part: France without its islands overseas
    area.bounds ??= area.shape.map(([outer]) => L.latLngBounds(outer)).sort((a, b) => spread(b) - spread(a))[0];
    return area.bounds;
  }

  countries() {
    return this.records.map(({ id }) => this.shapes.get(id)).filter((area) => area?.kind === "country").map((area) => area.country);
  }

  tint() {
    this.tints.clearLayers();
    const most = Math.max(1, ...this.records.map((record) => record.n));
    // one tint for all: a warm one, that nobody takes for water; the chip tells the state
    const color = getComputedStyle(document.documentElement).getPropertyValue("--tint").trim();
    const order = [...this.records].sort((a, b) => (a.precision === "country" ? 0 : 1) - (b.precision === "country" ? 0 : 1));
    for (const record of order) {
      const area = this.shapes.get(record.id);
      if (!area) continue;
      const chosen = record.id === this.selected;
      const strength = Math.log2(1 + record.n) / Math.log2(1 + most);
      this.tints.addLayer(L.polygon(area.shape, {
        renderer: this.renderer, interactive: false, color, smoothFactor: 1.4,
        weight: chosen ? 2 : 1, opacity: chosen ? 0.9 : area.kind === "region" ? 0.4 : 0, stroke: chosen || area.kind === "region",
        fillColor: color, fillOpacity: (chosen ? 0.07 : 0) + (area.kind === "region" ? 0.08 : 0.03) + 0.09 * strength,
      }));
    }
  }

  chip(record) {
    const face = document.createElement("div");
    const name = document.createElement("span");
    const count = document.createElement("b");
    name.textContent = record.name;
    count.textContent = shorten(record.n);
    face.append(name, count);
    const kind = record.precision === "country" ? "country" : "region";
    const icon = L.divIcon({ className: `chip ${kind} ${record.state}`, html: face, iconSize: null });
    const chip = L.marker([record.lat, record.lon], { icon, pane: "chips", keyboard: true, alt: record.name, riseOnHover: true });
    chip.on("click", () => this.pick(record.id));
    chip.on("keypress", (event) => { if (event.originalEvent.key === "Enter") this.pick(record.id); });
    chip.bindTooltip(() => this.describe(record), { direction: "top", offset: [0, -14], opacity: 1 });
    chip.record = record;
    return chip;
  }

  // Gives each chip the first free spot near its position; one without room shows its count only, then a dot.
  layOut(boxes) {
    const size = this.map.getSize();
    for (const record of this.records) {
      const chip = this.chips.get(record.id);
      const at = this.map.latLngToContainerPoint(chip.getLatLng());
      const element = chip.getElement();
      if (!element || at.x < -200 || at.y < -80 || at.x > size.x + 200 || at.y > size.y + 80) continue;
      element.classList.toggle("selected", record.id === this.selected);
      const region = record.precision === "region";
      const looks = region && record.id !== this.selected && this.pixels(record.id) < NAMED_FROM ? ["compact"] : ["", "compact"];
      this.place(element, at, boxes, looks, region ? CHIP_HEIGHT : 2 * CHIP_HEIGHT);
    }
  }

  // The width of an area on screen, of its largest part.
  pixels(id) {
    const bounds = this.bounds(id);
    if (!bounds) return Infinity;
    return this.map.latLngToContainerPoint(bounds.getNorthEast()).x - this.map.latLngToContainerPoint(bounds.getSouthWest()).x;
  }

  place(element, at, boxes, looks, reach) {
    const face = element.firstChild;
    for (const look of looks) {
      element.classList.remove("compact", "dot");
      if (look) element.classList.add(look);
      const width = face.offsetWidth + 4;
      for (const [dx, dy] of spots(width, reach)) {
        const box = [at.x + dx - width / 2, at.y + dy - CHIP_HEIGHT / 2, at.x + dx + width / 2, at.y + dy + CHIP_HEIGHT / 2];
        if (!boxes.free(box)) continue;
        face.style.left = `${dx}px`;
        face.style.top = `${dy}px`;
        boxes.take(box);
        return;
      }
    }
    element.classList.remove("compact");
    element.classList.add("dot");
    face.style.left = face.style.top = "0px";
  }
}

// Offsets around a position, nearest first; a chip may stray half a chip to the side, two chips up or down.
function spots(width, reach) {
  const found = [];
  for (let dy = -reach; dy <= reach; dy += 6) {
    for (const dx of [0, 0.15, -0.15, 0.3, -0.3, 0.45, -0.45, 0.6, -0.6]) found.push([dx * width, dy]);
  }
  return found.sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
}

function spread(bounds) {
  return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
}
