// How dense the mentions or the articles are: a smooth tint in place of the marks.
const CELL = 4; // pixels of one cell of the grid
const REACH = 3; // cells that a place's weight spreads over in one turn, to each side
const SPREADS = 7; // boxes one after another come close to a bell
const PAD = 0.25;

function spread(grid, width, height) {
  const step = 2 * REACH + 1;
  const pass = (from, to, count, length, next, over) => {
    for (let line = 0; line < count; line += 1) {
      let sum = 0;
      for (let at = -REACH; at < length; at += 1) {
        if (at + REACH < length) sum += from[line * over + (at + REACH) * next];
        if (at - REACH - 1 >= 0) sum -= from[line * over + (at - REACH - 1) * next];
        if (at >= 0) to[line * over + at * next] = sum / step;
      }
    }
  };
  const other = new Float32Array(grid.length);
  for (let turn = 0; turn < SPREADS; turn += 1) {
    pass(grid, other, height, width, 1, width);
    pass(other, grid, width, height, width, 1);
  }
}

function palette() {
  const canvas = document.createElement("canvas");
  canvas.width = 256;
  canvas.height = 1;
  const brush = canvas.getContext("2d");
  const shades = brush.createLinearGradient(0, 0, 256, 0);
  // from blue over orange to a pale yellow: lightness grows all the way, also for the colour-blind
  for (const [stop, shade] of [[0, "#3b0f7000"], [0.12, "#5b2a8690"], [0.4, "#b5367acc"], [0.7, "#fb8761e0"], [1, "#fcfdbff0"]]) shades.addColorStop(stop, shade);
  brush.fillStyle = shades;
  brush.fillRect(0, 0, 256, 1);
  return brush.getImageData(0, 0, 256, 1).data;
}

export const HeatLayer = L.Layer.extend({
  initialize() { this.records = []; this.by = null; },
  onAdd(map) {
    this.canvas = L.DomUtil.create("canvas", "heat leaflet-zoom-hide", map.getPane("heat"));
    this.shades = palette();
  },
  onRemove() { this.canvas.remove(); },
  // `by` is "mentions", "documents" or null for none.
  show(records, by) {
    this.records = records;
    this.by = by;
    this.canvas.hidden = !by;
    this.draw();
  },
  weight({ n, docs }) { return this.by === "documents" ? docs || 1 : n; },
  draw() {
    if (!this.by) return;
    const map = this._map;
    const size = map.getSize();
    const shift = L.point(Math.round(-PAD * size.x), Math.round(-PAD * size.y));
    const [width, height] = [Math.ceil((size.x - 2 * shift.x) / CELL), Math.ceil((size.y - 2 * shift.y) / CELL)];
    const grid = new Float32Array(width * height);
    for (const record of this.records) {
      const spot = map.latLngToContainerPoint([record.lat, record.lon]).subtract(shift).divideBy(CELL).floor();
      if (spot.x >= 0 && spot.y >= 0 && spot.x < width && spot.y < height) grid[spot.y * width + spot.x] += this.weight(record);
    }
    spread(grid, width, height);
    this.paint(grid, width, height);
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint(shift));
    this.canvas.style.width = `${width * CELL}px`;
    this.canvas.style.height = `${height * CELL}px`;
  },
  paint(grid, width, height) {
    Object.assign(this.canvas, { width, height });
    const brush = this.canvas.getContext("2d");
    const picture = brush.createImageData(width, height);
    const most = grid.reduce((a, b) => Math.max(a, b), 0);
    for (let at = 0; at < grid.length; at += 1) {
      // the root: a place named once still shows beside one named a thousand times
      const shade = most ? Math.round(255 * Math.sqrt(grid[at] / most)) : 0;
      picture.data.set(this.shades.subarray(4 * shade, 4 * shade + 4), 4 * at);
    }
    brush.putImageData(picture, 0, 0);
  },
});
