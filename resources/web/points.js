// Places with a position: clustered, shaped by state, sized by mentions, ringed where only the municipality is known.
import { clusterMark, mark, STATES } from "./shapes.js";
import { Spider } from "./spider.js";

const CLUSTER_RADII = [[500, 32], [5000, 46], [Infinity, 64]]; // pixels, by the number of places
const CLUSTERED_TO = 16; // the last zoom of the map: what is one spot even there is spread round it
const SPIDER_HOLDS = 60;
const RESORTED_UP_TO = 5000;
const RINGED = new Set(["municipality", "point"]); // a point has a radius where a person gave its pin one
const RING_PIXELS = [7, 3000];

export class Points {
  constructor(map, { describe, describeCluster, pick, move }) {
    Object.assign(this, { map, describe, describeCluster, pick, move });
    this.records = new Map();
    this.shown = new Map();
    this.rings = L.layerGroup().addTo(map);
    this.renderer = L.svg({ pane: "rings", padding: 0.4 });
    this.selected = null;
    this.selectedMark = null;
    this.hidden = false;
    this.spider = new Spider(map);
    this.setRecords([]);
  }

  setRecords(records) {
    this.records = new Map(records.map((record) => [record.id, record]));
    this.load();
    this.spider.close();
    this.clear();
    this.markSelected();
  }

  clear() {
    this.shown.forEach((marker) => marker.remove());
    this.shown.clear();
    this.rings.clearLayers();
  }

  // While they are hidden, only the selected place keeps its mark.
  hide(hidden) {
    this.hidden = hidden;
    this.spider.close();
    this.clear();
  }

  // The selected place stays out of the clusters while the points are few enough to be sorted again.
  load() {
    const loose = this.records.size <= RESORTED_UP_TO ? this.selected : null;
    const records = [...this.records.values()].filter(({ id }) => id !== loose);
    this.index = new Supercluster({
      radius: CLUSTER_RADII.find(([most]) => records.length <= most)[1], extent: 256, maxZoom: CLUSTERED_TO, minPoints: 2,
      map: ({ state, n }) => ({ n, ...Object.fromEntries(STATES.map((name) => [name, name === state ? 1 : 0])) }),
      reduce: (sum, one) => { sum.n += one.n; for (const name of STATES) sum[name] += one[name]; },
    });
    this.index.load(records.map((record) => ({ type: "Feature", properties: record, geometry: { type: "Point", coordinates: [record.lon, record.lat] } })));
    this.loose = loose;
  }

  has(id) { return this.records.has(id); }

  select(id) {
    if (this.selected === id) return;
    const known = this.records.has(id) || this.records.has(this.selected);
    this.selected = id;
    if (known && this.records.size <= RESORTED_UP_TO) {
      this.load();
      this.shown.forEach((marker, key) => { if (key.startsWith("cluster ")) { marker.remove(); this.shown.delete(key); } });
    }
    this.markSelected();
  }

  // The selected place keeps a mark of its own, also inside a cluster; it can be dragged.
  markSelected() {
    this.selectedMark?.remove();
    this.selectedMark = null;
    const record = this.records.get(this.selected);
    if (!record) return;
    const marker = this.marker(record, true).addTo(this.map);
    marker.setZIndexOffset(2000);
    marker.on("dragend", () => { const { lat, lng } = marker.getLatLng().wrap(); this.move(record.id, lng, lat); });
    this.selectedMark = marker;
  }

  // Bring the marks up to the present view; returns the single places on screen.
  update() {
    if (this.hidden) return this.records.has(this.selected) ? [this.records.get(this.selected)] : [];
    const bounds = this.map.getBounds().pad(0.12);
    const box = [bounds.getWest(), Math.max(-85, bounds.getSouth()), bounds.getEast(), Math.min(85, bounds.getNorth())];
    const zoom = Math.round(this.map.getZoom());
    const features = this.index.getClusters(box, zoom);
    const keep = new Map();
    this.rings.clearLayers();
    for (const feature of features) {
      const { properties } = feature;
      const key = properties.cluster ? `cluster ${zoom} ${properties.cluster_id}` : properties.id;
      if (!properties.cluster) this.ring(properties);
      if (key === this.selected) continue;
      keep.set(key, this.shown.get(key) || (properties.cluster ? this.cluster(feature) : this.marker(properties, false)).addTo(this.map));
    }
    this.shown.forEach((marker, key) => { if (!keep.has(key)) marker.remove(); });
    this.shown = keep;
    const singles = features.filter(({ properties }) => !properties.cluster).map(({ properties }) => properties);
    if (!this.loose || !this.records.has(this.loose)) return singles;
    const chosen = this.records.get(this.loose);
    this.ring(chosen);
    return [...singles, chosen];
  }

  // Rectangles that names and chips keep clear of, in container pixels.
  occupy(boxes) {
    for (const marker of [...this.shown.values(), this.selectedMark]) {
      if (!marker) continue;
      const { x, y } = this.map.latLngToContainerPoint(marker.getLatLng());
      boxes.take([x - marker.reach, y - marker.reach, x + marker.reach, y + marker.reach]);
    }
  }

  ring(record) {
    if (!record.radius_m || !RINGED.has(record.precision)) return;
    const perPixel = 40075016.7 * Math.cos((record.lat * Math.PI) / 180) / (256 * 2 ** this.map.getZoom());
    const pixels = record.radius_m / perPixel;
    if (pixels < RING_PIXELS[0] || pixels > RING_PIXELS[1]) return;
    const color = getComputedStyle(document.documentElement).getPropertyValue(`--${record.state}`).trim();
    this.rings.addLayer(L.circle([record.lat, record.lon], {
      radius: record.radius_m, renderer: this.renderer, interactive: false,
      color, weight: 1.25, opacity: 0.75, dashArray: "2 4", fillColor: color, fillOpacity: 0.07,
    }));
  }

  marker(record, selected) {
    const { root, radius } = mark(record.state, record.n, selected);
    const icon = L.divIcon({ className: `mark ${record.state}${selected ? " selected" : ""}`, html: root, iconSize: [2 * radius, 2 * radius] });
    const marker = L.marker([record.lat, record.lon], { icon, draggable: selected, alt: record.name, riseOnHover: true });
    marker.reach = radius + (selected ? 8 : 1);
    marker.on("click", () => this.pick(record.id));
    marker.on("keypress", (event) => { if (event.originalEvent.key === "Enter") this.pick(record.id); });
    marker.bindTooltip(() => this.describe(record, selected), { direction: "top", offset: [0, -radius - 4], opacity: 1 });
    return marker;
  }

  cluster(feature) {
    const { properties, geometry } = feature;
    const { root, radius } = clusterMark(properties.point_count, properties);
    const icon = L.divIcon({ className: "cluster", html: root, iconSize: [2 * radius, 2 * radius] });
    const [lon, lat] = geometry.coordinates;
    const marker = L.marker([lat, lon], { icon, alt: String(properties.point_count), riseOnHover: true });
    marker.reach = radius + 1;
    const open = () => this.openCluster(properties.cluster_id, [lat, lon]);
    marker.on("click", open);
    marker.on("keypress", (event) => { if (event.originalEvent.key === "Enter") open(); });
    marker.bindTooltip(() => this.describeCluster(properties, this.index.getLeaves(properties.cluster_id, 6).map((leaf) => leaf.properties)), { direction: "top", offset: [0, -radius - 4], opacity: 1 });
    return marker;
  }

  openCluster(id, position) {
    const zoom = this.index.getClusterExpansionZoom(id);
    const leaves = zoom > CLUSTERED_TO || this.map.getZoom() >= this.map.getMaxZoom() ? this.index.getLeaves(id, SPIDER_HOLDS) : [];
    if (leaves.length) this.spider.open(position, leaves.map(({ properties }) => properties), (record) => this.marker(record, false));
    else this.map.setView(position, Math.max(Math.min(zoom, this.map.getMaxZoom()), this.map.getZoom() + 1));
  }
}
