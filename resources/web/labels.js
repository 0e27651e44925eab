// All names on one canvas, placed in order of importance so that none covers another or a mark.
import { STYLES } from "./basemap.js";

const PAD = 0.25;
const FAMILY = 'Inter, system-ui, "DejaVu Sans", "Noto Sans", sans-serif';
const TOWNS_FROM = 5;
const LINE = 13;
const LONGEST_NAME = 28;
const LARGE_TOWN = 300000;
const LEAST_POPULATION = [[5, 150000], [6, 50000], [7, 15000], [8, 4000], [9, 900], [10, 0]];

export class Boxes {
  constructor() { this.taken = []; }
  free(box) {
    return !this.taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
  }
  take(box) { this.taken.push(box); }
}

export const LabelLayer = L.Layer.extend({
  initialize() {
    this.names = [];
    this.towns = [];
    this.places = [];
    this.silent = new Set();
    this.background = true; // whether the names of the background are drawn, too
    this.boxes = new Boxes();
    this.style = STYLES.light;
  },
  onAdd(map) {
    this.canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated", map.getPane("labels"));
    map.on("zoomanim", this.follow, this);
    this.scratch = this.canvas.getContext("2d");
  },
  onRemove(map) {
    this.canvas.remove();
    map.off("zoomanim", this.follow, this);
  },
  // While Leaflet animates a zoom the old picture is stretched along with the tiles.
  follow(event) {
    const map = this._map;
    const scale = map.getZoomScale(event.zoom, this.drawnZoom);
    const half = map.getSize().multiplyBy(0.5 + PAD);
    const shift = half.multiplyBy(-scale).add(map.project(this.drawnCenter, event.zoom)).subtract(map._getNewPixelOrigin(event.center, event.zoom));
    L.DomUtil.setTransform(this.canvas, shift, scale);
  },
  // `boxes` are the marks' rectangles in container pixels.
  draw(boxes = this.boxes) {
    const map = this._map;
    const size = map.getSize();
    const ratio = window.devicePixelRatio || 1;
    const left = Math.round(-PAD * size.x);
    const top = Math.round(-PAD * size.y);
    const width = size.x - 2 * left;
    const height = size.y - 2 * top;
    this.boxes = boxes;
    this.drawnZoom = map.getZoom();
    this.drawnCenter = map.getCenter();
    if (this.canvas.width !== Math.round(width * ratio)) this.canvas.width = Math.round(width * ratio);
    if (this.canvas.height !== Math.round(height * ratio)) this.canvas.height = Math.round(height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    L.DomUtil.setTransform(this.canvas, map.containerPointToLayerPoint([left, top]), 1);
    const pen = this.scratch;
    pen.setTransform(ratio, 0, 0, ratio, -left * ratio, -top * ratio);
    pen.clearRect(left, top, width, height);
    pen.lineJoin = "round";
    const placed = new Boxes();
    boxes.taken.forEach((box) => placed.take(box));
    const view = [left, top, left + width, top + height];
    this.drawPlaces(pen, placed, view);
    if (!this.background) return;
    const zoom = this.drawnZoom;
    const early = this.names.filter((name) => name.kind !== "region");
    this.drawNames(pen, placed, view, early, zoom);
    if (zoom >= TOWNS_FROM) this.drawTowns(pen, placed, view, zoom, LARGE_TOWN, Infinity);
    this.drawNames(pen, placed, view, this.names.filter((name) => name.kind === "region"), zoom);
    if (zoom >= TOWNS_FROM) this.drawTowns(pen, placed, view, zoom, 0, LARGE_TOWN);
  },
  // Keeps a spot for the name of the selected place, before chips take theirs.
  reserve(boxes, place) {
    this.chosen = null;
    if (!place) return;
    const pen = this.scratch;
    const at = this._map.latLngToContainerPoint([place.lat, place.lon]);
    const name = shorten(place.name);
    pen.font = this.placeLook(place).font;
    pen.letterSpacing = "0px";
    const around = spots(at, place.reach + 5, pen.measureText(name).width);
    const [x, y, box] = around.find(([, , taken]) => boxes.free(taken)) || around[0];
    boxes.take(box);
    this.chosen = { name, x, y, look: this.placeLook(place) };
  },
  placeLook(place) {
    const font = place.ghost ? `italic 500 11.5px ${FAMILY}` : `600 ${place.selected ? 13 : 12}px ${FAMILY}`;
    return { font, fill: this.style.place, halo: this.style.halo };
  },
  // The names of the mentioned places, beside their marks.
  drawPlaces(pen, placed, view) {
    if (this.chosen) this.write(pen, this.chosen.name, this.chosen.x, this.chosen.y, this.chosen.look);
    for (const place of this.places) {
      const at = this._map.latLngToContainerPoint([place.lat, place.lon]);
      this.beside(pen, placed, view, at, place.reach + 5, shorten(place.name), this.placeLook(place));
    }
  },
  drawNames(pen, placed, view, names, zoom) {
    for (const name of names) {
      if (zoom < name.zoom || (name.kind === "region" && zoom > 10) || (name.kind === "country" && zoom > 7)) continue;
      if (this.silent.has(name.kind === "country" ? name.country : name.name)) continue;
      const at = this._map.latLngToContainerPoint([name.lat, name.lon]);
      if (at.x < view[0] || at.x > view[2] || at.y < view[1] || at.y > view[3]) continue;
      this.centred(pen, placed, at, name, this.nameLook(name, zoom));
    }
  },
  nameLook(name, zoom) {
    const { style } = this;
    if (name.kind === "sea") {
      const size = Math.min(15, 10.5 + Math.max(0, zoom - name.zoom));
      return { font: `italic 400 ${size}px ${FAMILY}`, fill: style.sea_label, spacing: 0.6, wrap: 11, size };
    }
    if (name.kind === "region") {
      const size = Math.min(11.5, 9.5 + Math.max(0, zoom - name.zoom) * 0.6);
      return { font: `500 ${size}px ${FAMILY}`, fill: style.region_label, halo: style.halo, spacing: 0.7, wrap: 12, size, upper: true };
    }
    const size = Math.max(10.5, Math.min(16, 10.5 + Math.max(0, zoom - name.zoom) * 1.4 + (name.rank - 85) * 0.06));
    return { font: `600 ${size}px ${FAMILY}`, fill: style.label, halo: style.halo, spacing: 0.3, wrap: 14, size, local: zoom >= 5 };
  },
  drawTowns(pen, placed, view, zoom, from, below) {
    const least = LEAST_POPULATION.reduce((sum, [z, people]) => (zoom >= z ? people : sum), Infinity);
    for (const town of this.towns) {
      if (town.population < Math.max(least, from) || town.population >= below) continue;
      const at = this._map.latLngToContainerPoint([town.lat, town.lon]);
      if (this.silent.has(town.name) || !placed.free([at.x - 2, at.y - 2, at.x + 2, at.y + 2])) continue;
      const size = town.population > 1000000 ? 12.5 : town.population > 200000 ? 11.5 : 10.5;
      const weight = town.population > 500000 ? 500 : 400;
      const look = { font: `${weight} ${size}px ${FAMILY}`, fill: this.style.town, halo: this.style.halo };
      if (!this.beside(pen, placed, view, at, 4, town.name, look)) continue;
      pen.beginPath();
      pen.arc(at.x, at.y, town.population > 500000 ? 2.2 : 1.7, 0, 2 * Math.PI);
      pen.fillStyle = this.style.dot;
      pen.fill();
      placed.take([at.x - 2, at.y - 2, at.x + 2, at.y + 2]);
    }
  },
  beside(pen, placed, view, at, reach, name, look) {
    if (at.x < view[0] || at.x > view[2] || at.y < view[1] || at.y > view[3]) return false;
    pen.font = look.font;
    pen.letterSpacing = "0px";
    const spot = spots(at, reach, pen.measureText(name).width).find(([, , box]) => placed.free(box));
    if (!spot) return false;
    const [x, y, box] = spot;
    this.write(pen, name, x, y, look);
    placed.take(box);
    return true;
  },
  centred(pen, placed, at, name, look) {
    pen.font = look.font;
    pen.letterSpacing = `${look.spacing}px`;
    const words = look.upper ? name.name.toUpperCase() : name.name;
    const lines = wrap(words, look.wrap);
    const widths = lines.map((line) => pen.measureText(line).width);
    const local = look.local && name.local;
    const smallFont = `400 ${Math.round(look.size * 0.8)}px ${FAMILY}`;
    const leading = look.size * 1.18;
    const width = Math.max(...widths);
    const height = leading * (lines.length + (local ? 0.85 : 0));
    const box = [at.x - width / 2 - 3, at.y - height / 2 - 2, at.x + width / 2 + 3, at.y + height / 2 + 2];
    if (!placed.free(box)) return;
    placed.take(box);
    let y = at.y - height / 2 + leading / 2;
    lines.forEach((line, index) => {
      this.write(pen, line, at.x - widths[index] / 2, y, look);
      y += leading;
    });
    if (!local) return;
    pen.font = smallFont;
    const small = pen.measureText(local).width;
    this.write(pen, local, at.x - small / 2, y - leading * 0.1, { ...look, font: smallFont, fill: this.style.region_label });
  },
  write(pen, words, x, y, look) {
    pen.font = look.font;
    pen.letterSpacing = `${look.spacing ?? 0}px`;
    pen.textBaseline = "middle";
    if (look.halo) {
      pen.lineWidth = 3;
      pen.strokeStyle = look.halo;
      pen.globalAlpha = 0.85;
      pen.strokeText(words, x, y);
      pen.globalAlpha = 1;
    }
    pen.fillStyle = look.fill;
    pen.fillText(words, x, y);
  },
});

// Where a name may stand: right, left, above, below; each [x, y, box] with y in the middle of the line.
function spots(at, reach, width) {
  const corners = [[reach, -LINE / 2], [-reach - width, -LINE / 2], [-width / 2, -reach - LINE], [-width / 2, reach]];
  return corners.map(([dx, dy]) => {
    const [x, y] = [at.x + dx, at.y + dy];
    return [x, y + LINE / 2, [x - 1, y, x + width + 1, y + LINE]];
  });
}

function shorten(name) {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name;
}

function wrap(words, limit) {
  const lines = [];
  for (const word of words.split(" ")) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + word.length < limit) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
