// Buttons, legend, badges and texts over the map.
import { clusterMark, mark, svg } from "./shapes.js";

let texts = {};
export const setTexts = (next) => { texts = next; };
export const say = (key, n) => (texts[key] ?? key).replace("{n}", n);
export const count = (n, one, many) => (n === 1 ? say(one) : say(many, n));

const ICONS = { zoom_in: "M8 3v10M3 8h10", zoom_out: "M3 8h10", fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" };

export function panel(tag, className, position, map) {
  const control = new (L.Control.extend({
    onAdd() {
      const element = L.DomUtil.create(tag, `panel ${className}`);
      L.DomEvent.disableClickPropagation(element);
      L.DomEvent.disableScrollPropagation(element);
      return element;
    },
  }))({ position });
  control.addTo(map);
  return control.getContainer();
}

export function addButtons(map, fit) {
  const bar = panel("div", "buttons", "topright", map);
  const actions = { zoom_in: () => map.zoomIn(), zoom_out: () => map.zoomOut(), fit };
  for (const [key, action] of Object.entries(actions)) {
    const button = document.createElement("button");
    button.type = "button";
    button.title = say(key);
    button.setAttribute("aria-label", say(key));
    button.append(svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: ICONS[key] })));
    button.addEventListener("click", action);
    bar.append(button);
  }
}

function sample(className, drawing) {
  const root = svg("svg", { viewBox: "-11 -11 22 22", class: className, "aria-hidden": "true" });
  root.append(...drawing);
  return root;
}

function legendRows() {
  const shape = (state) => sample(`mark ${state}`, [...mark(state, 1).root.childNodes]);
  const cluster = sample("cluster", [svg("g", { transform: "scale(.62)" }, ...clusterMark(5, { auto: 3, human: 1, problem: 0, unresolved: 1 }).root.childNodes)]);
  const area = sample("", [svg("rect", { x: -10, y: -6, width: 20, height: 12, rx: 6, fill: "var(--tint)", "fill-opacity": 0.24, stroke: "var(--tint)", "stroke-opacity": 0.7 })]);
  const ring = sample("", [svg("circle", { r: 9, fill: "var(--auto)", "fill-opacity": 0.1, stroke: "var(--auto)", "stroke-dasharray": "2 3" })]);
  const rows = ["auto", "human", "problem", "unresolved"].map((state) => [shape(state), say(state)]);
  return [...rows, [cluster, say("cluster")], [area, say("area")], [ring, say("ring")]];
}

// The row that explains the tint of the heat; hidden while there is none.
function heatRow() {
  const row = document.createElement("li");
  row.className = "shades";
  row.hidden = true;
  const shades = document.createElement("i");
  row.append(shades, document.createElement("span"));
  return row;
}

export function addLegend(map) {
  const legend = panel("details", "legend", "bottomleft", map);
  const summary = document.createElement("summary");
  summary.textContent = say("legend");
  const list = document.createElement("ul");
  for (const [drawing, words] of legendRows()) {
    const row = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = words;
    row.append(drawing, name);
    list.append(row);
  }
  const heat = heatRow();
  list.append(heat);
  legend.append(summary, list);
  legend.open = map.getSize().x >= 760 && map.getSize().y >= 460;
  const explainHeat = (by) => {
    heat.hidden = !by;
    heat.lastChild.textContent = by ? say(`heat_${by}`) : "";
  };
  return { legend, explainHeat };
}

// Who the map is owed to: always there, never behind a button; set as text, for a map of the user's own may say anything.
export function addCredits(map) {
  const credits = new (L.Control.extend({ onAdd: () => L.DomUtil.create("div", "leaflet-control-attribution") }))({ position: "bottomright" });
  credits.addTo(map);
  return (words) => { credits.getContainer().textContent = words.filter(Boolean).join(" · "); };
}

// The name of a picture of the map, over it while one is taken.
export function addTitle(map) {
  const title = panel("div", "title", "topleft", map);
  title.hidden = true;
  return (words) => { title.hidden = !words; title.textContent = words; };
}

// Rectangles of everything that lies over the map, in container pixels.
export function covered(map) {
  const origin = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().querySelectorAll(".panel, .leaflet-control-attribution, .leaflet-control-scale")]
    .map((element) => element.getBoundingClientRect())
    .map((box) => [box.left - origin.left, box.top - origin.top, box.right - origin.left, box.bottom - origin.top]);
}

export function addOffmap(map, clicked) {
  const badge = panel("button", "offmap", "topleft", map);
  badge.type = "button";
  badge.hidden = true;
  badge.addEventListener("click", clicked);
  const label = document.createElement("span");
  badge.append(label);
  return (n) => { badge.hidden = !n; label.textContent = count(n, "offmap_one", "offmap"); };
}

const banner = () => document.getElementById("banner");

export function showBanner(words, trouble = false) {
  banner().textContent = words;
  banner().classList.toggle("trouble", trouble);
  banner().hidden = false;
}

export function hideBanner() { banner().hidden = true; }

export function showEmpty(empty) {
  const box = document.getElementById("empty");
  box.hidden = !empty;
  box.children[0].textContent = say("empty");
  box.children[1].textContent = say("empty_more");
}

// Lines of a tooltip; names come from articles, so they are set as text and never as markup.
export function tooltip(title, ...lines) {
  const box = document.createElement("div");
  const head = document.createElement("strong");
  head.textContent = title;
  box.append(head);
  for (const line of lines) {
    if (!line) continue;
    const [words, className] = Array.isArray(line) ? line : [line, ""];
    const row = document.createElement("span");
    row.textContent = words;
    row.className = className;
    box.append(row);
  }
  return box;
}
