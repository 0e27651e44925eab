// The map page: takes small messages from the program, fetches bulk from app://map, answers with small messages.
import { STYLES } from "./basemap.js";
import { Areas } from "./areas.js";
import { Backgrounds, LayerList } from "./backgrounds.js";
import { Context } from "./context.js";
import { addButtons, addCredits, addLegend, addOffmap, addTitle, count, hideBanner, say, setTexts, showBanner, showEmpty, tooltip, covered } from "./controls.js";
import { Kept } from "./drawing.js";
import { Ghosts } from "./ghosts.js";
import { HeatLayer } from "./heat.js";
import { Boxes, LabelLayer } from "./labels.js";
import { Points } from "./points.js";
import { Spotlight } from "./spotlight.js";
import { Spots } from "./spots.js";
import { Tools } from "./tools.js";

const AREA_PRECISIONS = new Set(["country", "region", "area"]);
// a guess stays a mark with a question mark, even where it is a country
const isArea = ({ precision, state: status }) => AREA_PRECISIONS.has(precision) && status !== "unresolved";
const CREDITS = ["GeoNames (CC BY 4.0)", "Leaflet"];
const FONTS = ["400 12px Inter", "600 12px Inter", "italic 400 12px Inter"];
const CLOSE_ZOOM = 8;
const TOWNS_FROM = 5;
const SETTLED_AFTER_MS = 120; // frames pass through another process before a picture of the widget shows them

const state = { records: [], byId: new Map(), rev: null, shownRev: null, wantsFit: true, selected: null, wanted: null, follows: true, heat: null, moving: false, fetching: 0, townsBox: null };
let bridge = null;
const tell = (type, more = {}) => bridge?.receive(JSON.stringify({ type, ...more }));

const moves = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;

const map = L.map("map", {
  zoomControl: false, attributionControl: false, fadeAnimation: false, zoomAnimation: moves(), minZoom: 2, maxZoom: 16, zoomSnap: 1, boxZoom: true,
  maxBounds: [[-86, -230], [86, 230]], maxBoundsViscosity: 0.6, worldCopyJump: false,
});
for (const [pane, height] of [["areas", 350], ["heat", 360], ["rings", 380], ["labels", 450], ["lines", 460], ["chips", 590], ["ghosts", 640], ["drawn", 645]]) {
  map.createPane(pane).style.zIndex = height;
}
for (const pane of ["labels", "heat", "drawn"]) map.getPane(pane).style.pointerEvents = "none";
map.setView([48, 18], 4);

const labels = new LabelLayer().addTo(map);
const tools = new Tools(map, tell);
const describe = (record, selected = false) => tooltip(
  record.label || record.name,
  [count(record.n, "mention", "mentions"), record.docs > 0 ? count(record.docs, "document", "documents") : ""].filter(Boolean).join(" · "),
  record.precision === "municipality" && record.radius_m ? say("within", Math.round(record.radius_m / 1000)) : "",
  record.state === "problem" ? [say("problem"), "flagged"] : record.state === "unresolved" ? [say("unresolved"), "open"] : "",
  selected ? say("drag") : "",
);
const describeCluster = (cluster, leaves) => tooltip(
  leaves.map((leaf) => leaf.name).join(", ") + (cluster.point_count > leaves.length ? " …" : ""),
  say("places", cluster.point_count), count(cluster.n, "mention", "mentions"),
);
const pick = (id) => { if (!tools.busy) tell("picked", { id }); };
const points = new Points(map, { describe, describeCluster, pick, move: (id, lon, lat) => tell("moved", { id, lon, lat }) });
const areas = new Areas(map, describe, pick);
const ghosts = new Ghosts(map, (id) => tell("ghost", { id }));
const spotlight = new Spotlight(map);
const spots = new Spots(map);
const context = new Context(map);
const heat = new HeatLayer().addTo(map);
const kept = new Kept(map);
const backgrounds = new Backgrounds(map, { changed: dress, loaded: settle, trouble: (error) => fail("basemap_failed", error) });
let setOffmap = () => {};
let setCredits = () => {};
let explainHeat = () => {};
let nameMap = () => {};
let legend = null;
let layerList = null;

function redraw() {
  const singles = points.update();
  spots.show(singles);
  const boxes = new Boxes();
  covered(map).forEach((box) => boxes.take(box));
  points.occupy(boxes);
  ghosts.occupy(boxes);
  spotlight.occupy(boxes);
  const lit = spotlight.place?.id; // its name stands at its frame
  const chosen = points.has(state.selected) && state.selected !== lit ? state.byId.get(state.selected) : null;
  labels.reserve(boxes, chosen && { ...chosen, selected: true, reach: points.selectedMark?.reach ?? 8 });
  areas.layOut(boxes);
  labels.silent = new Set([...areas.countries(), ...areas.records.map(({ name }) => name), ...singles.map(({ name }) => name), spotlight.place?.name]);
  const ranked = singles.filter(({ id }) => id !== state.selected && id !== lit).sort((a, b) => b.n - a.n);
  labels.places = ranked.map(({ id, name, lat, lon }) => ({ name, lat, lon, reach: points.shown.get(id)?.reach ?? 8 }));
  labels.places.push(...ghosts.ghosts.map(({ name, lat, lon }) => ({ name, lat, lon, reach: 11, ghost: true })));
  labels.draw(boxes);
  heat.show(state.heat ? [...points.records.values()].filter(({ state: status }) => status !== "unresolved") : [], state.heat);
  settle();
}

async function read(address) {
  state.fetching += 1;
  try {
    const answer = await fetch(`app://map/${address}`);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return await answer.json();
  } finally {
    state.fetching -= 1;
  }
}

async function readPoints(rev) {
  state.rev = rev;
  let records;
  let shapes = [];
  try {
    records = await read(`points?rev=${rev}`);
    if (records.some(isArea)) shapes = await read(`areas?rev=${rev}`);
  } catch (error) {
    state.shownRev = rev;
    fail("points_failed", error);
    settle();
    return;
  }
  if (state.rev !== rev) return;
  if (!tools.busy) hideBanner();
  showPoints(records, shapes);
}

function showPoints(records, shapes) {
  state.shownRev = state.rev;
  state.records = records.map((record) => ({ ...record, n: Math.max(1, record.n || 1) }));
  state.byId = new Map(state.records.map((record) => [record.id, record]));
  points.setRecords(state.records.filter((record) => !isArea(record)));
  areas.setRecords(state.records.filter(isArea));
  areas.setShapes(shapes);
  showEmpty(state.records.length === 0);
  anchor(state.byId.get(state.selected) || null);
  if (state.wantsFit && state.records.length) fit({ animate: false });
  if (state.wanted && state.byId.has(state.wanted)) {
    bringIntoView(state.byId.get(state.wanted));
    state.wanted = null;
  }
  redraw();
}

function fail(key, error) {
  console.error(String(error));
  showBanner(say(key), true);
  tell("failed", { text: say(key) });
}

// Shows the places; countries only count when nothing smaller is known. Unless every one is asked for, a few far
// ones are left outside where that brings the others two zooms closer.
function fit({ animate = true, all = false } = {}) {
  state.wantsFit = state.records.length === 0;
  if (state.wantsFit) return;
  const small = state.records.filter((record) => !isArea(record) || record.precision === "region");
  const records = small.length ? small : state.records;
  const whole = L.latLngBounds(records.map(({ lat, lon }) => [lat, lon]));
  const most = L.latLngBounds([middle(records, "lat"), middle(records, "lon")].reduce(([south, north], [west, east]) => [[south, west], [north, east]]));
  const closer = map.getBoundsZoom(most) - map.getBoundsZoom(whole) >= 2;
  map.fitBounds(closer && !all ? most : whole, { padding: [48, 48], maxZoom: CLOSE_ZOOM, animate: animate && moves() });
}

// The range of a coordinate that holds the middle nine tenths of the mentions.
function middle(records, key) {
  const sorted = [...records].sort((a, b) => a[key] - b[key]);
  const total = sorted.reduce((sum, { n }) => sum + n, 0);
  let sum = 0;
  const inside = sorted.filter(({ n }) => { sum += n; return sum > total * 0.05 && sum - n < total * 0.95; });
  return [inside[0][key], inside[inside.length - 1][key]];
}

// The map moves when another place is chosen, not each time the same one is confirmed after a change of the points.
function select(id, fly) {
  const another = id !== state.selected;
  state.selected = id;
  points.select(id);
  areas.select(id);
  const record = state.byId.get(id) || null;
  anchor(record);
  const wanted = fly && state.follows && another;
  state.wanted = wanted && !record ? id : null;
  if (record && wanted) bringIntoView(record);
  redraw();
}

function bringIntoView(record) {
  const outline = areas.bounds(record.id);
  if (outline) {
    if (!map.getBounds().contains(outline.getCenter())) map.fitBounds(outline, { padding: [30, 30], maxZoom: 7, animate: moves() });
    return;
  }
  const position = [record.lat, record.lon];
  const inside = map.getBounds().pad(-0.12).contains(position);
  if (!inside) map.setView(position, Math.max(map.getZoom(), CLOSE_ZOOM - 1), { animate: moves() });
}

// The place that lines start from.
function anchor(record) {
  ghosts.setAnchor(record);
  context.setAnchor(record);
}

function showHeat(by) {
  state.heat = by;
  points.hide(Boolean(by));
  explainHeat(by);
  redraw();
}

// Everything drawn over a light or a dark background, in colours that go with it.
function dress(theme) {
  document.documentElement.dataset.theme = theme;
  labels.style = STYLES[theme];
  labels.background = backgrounds.kind === "bundled" || backgrounds.kind === "vector";
  setCredits([backgrounds.credit, ...CREDITS]);
  areas.tint();
  ghosts.draw();
  context.draw();
  spotlight.draw();
  redraw();
}

// For a picture: what is for working with goes, the legend opens, the name of the map comes.
function dressForPicture(on, title) {
  document.documentElement.classList.toggle("picture", on);
  nameMap(on ? title : "");
  if (on) legend.wasOpen = legend.open;
  legend.open = on || legend.wasOpen;
  redraw();
}

async function readNames() {
  const rows = await read("labels");
  labels.names = rows.map(([kind, name, local, lon, lat, zoom, rank, country]) => ({ kind, name, local, lon, lat, zoom, rank, country }));
}

async function readTowns() {
  const zoom = map.getZoom();
  if (zoom < TOWNS_FROM) {
    labels.towns = [];
    state.townsBox = null;
    return;
  }
  const bounds = map.getBounds().pad(0.15);
  const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((degrees) => degrees.toFixed(3)).join(",");
  if (box === state.townsBox) return;
  state.townsBox = box;
  const towns = await read(`towns?bbox=${box}&zoom=${zoom}`).catch(() => []);
  if (state.townsBox !== box) return;
  labels.towns = towns.sort((a, b) => b.population - a.population);
  redraw();
}

// Says once that everything of the present view is drawn, and for which revision of the points.
let settling = 0;
const busy = () => state.moving || backgrounds.isLoading() || state.fetching || !bridge || state.shownRev === null;
function settle() {
  const turn = ++settling;
  setTimeout(() => {
    if (turn === settling && !busy()) tell("painted", { rev: state.shownRev });
  }, SETTLED_AFTER_MS);
}

function listen() {
  map.on("movestart", () => { state.moving = true; });
  map.on("moveend", () => {
    state.moving = false;
    redraw();
    readTowns();
    const bounds = map.getBounds();
    const { lat, lng } = map.getCenter();
    tell("viewport", { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth(), lon: lng, lat, zoom: map.getZoom() });
  });
  map.on("resize", redraw);
  map.on("click", (event) => {
    if (!tools.click(event.latlng)) tell("picked", { id: null });
  });
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") points.spider.close(); });
  window.addEventListener("focus", () => {
    if (document.activeElement === document.body) map.getContainer().focus({ preventScroll: true });
  });
  document.addEventListener("securitypolicyviolation", (event) => tell("refused", { address: event.blockedURI }));
}

const answers = {
  setup: ({ texts, language }) => build(texts, language),
  points: ({ rev }) => readPoints(rev),
  select: ({ id, fly }) => select(id, fly),
  ghosts: (message) => { ghosts.show(message.ghosts); redraw(); },
  place: ({ place, fly }) => { spotlight.show(place, fly, moves()); redraw(); },
  fit: ({ all, animate }) => fit({ all, animate }),
  fly: ({ lon, lat, zoom }) => { map.setView([lat, lon], zoom, { animate: moves() }); settle(); },
  view: ({ lon, lat, zoom }) => { state.wantsFit = false; state.wanted = null; map.setView([lat, lon], zoom, { animate: false }); settle(); },
  dark: ({ dark }) => backgrounds.setDark(dark),
  backgrounds: (message) => { backgrounds.set(message); layerList.show(backgrounds); },
  offmap: ({ n }) => setOffmap(n),
  tool: ({ name }) => tools.take(name),
  area: ({ ring }) => kept.show(ring),
  heat: ({ by }) => showHeat(by),
  context: ({ places }) => context.show(places),
  follow: ({ on }) => { state.follows = on; },
  picture: ({ on, title }) => dressForPicture(on, title),
};

function build(texts, language) {
  setTexts(texts);
  document.documentElement.lang = language;
  document.getElementById("map").setAttribute("aria-label", say("map"));
  addButtons(map, () => fit({ all: true }));
  setOffmap = addOffmap(map, () => tell("offmap"));
  tools.language = language;
  layerList = new LayerList(map, (id) => tell("background", { id }));
  layerList.show(backgrounds);
  ({ legend, explainHeat } = addLegend(map));
  nameMap = addTitle(map);
  setCredits = addCredits(map);
  setCredits([backgrounds.credit, ...CREDITS]);
  L.control.scale({ imperial: false, position: "bottomright", maxWidth: 110 }).addTo(map);
  showEmpty(state.records.length === 0);
}

async function start() {
  listen();
  await Promise.all([...FONTS.map((font) => document.fonts.load(font, "Aėž")), document.fonts.load("600 12px Inter", "Київ")]).catch(() => {});
  await readNames().catch((error) => console.error(String(error)));
  new QWebChannel(qt.webChannelTransport, (channel) => {
    bridge = channel.objects.bridge;
    bridge.to_page.connect((text) => {
      const message = JSON.parse(text);
      answers[message.type]?.(message);
    });
    tell("ready");
    redraw();
  });
}

window.toposcope = { map, state, points, areas, ghosts, spotlight, spots, labels, context, heat, kept, backgrounds, tools };
start();
