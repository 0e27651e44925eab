// The layer list: the background that comes with the program, light or dark, none, or a map of the user's own.
import { addBasemap, ownVectorLayer } from "./basemap.js";
import { panel, say } from "./controls.js";
import { svg } from "./shapes.js";

export const BUNDLED = ["auto", "light", "dark", "none"];
const LAYERS = "M8 2.2L14.2 5.6L8 9L1.8 5.6ZM2.4 8.4L8 11.5L13.6 8.4M2.4 11L8 14.1L13.6 11";

export class Backgrounds {
  // `changed(theme)` is called when another background is drawn; it hears whether that is light or dark.
  constructor(map, { changed, loaded, trouble }) {
    Object.assign(this, { map, changed, loaded, trouble, dark: false, chosen: "auto", own: [], layer: null, drawn: null });
  }

  get theme() { return this.chosen === "light" || this.chosen === "dark" ? this.chosen : this.dark ? "dark" : "light"; }
  get kind() { return BUNDLED.includes(this.chosen) ? (this.chosen === "none" ? "none" : "bundled") : this.ownMap?.kind || "none"; }
  get ownMap() { return this.own.find(({ id }) => id === this.chosen); }
  get credit() { return this.kind === "bundled" ? "Natural Earth · Protomaps" : this.ownMap?.credit || this.ownMap?.title || ""; }

  isLoading() { return Boolean(this.layer?.isLoading?.()); }

  setDark(dark) { this.dark = dark; this.draw(); }

  // `own` are {id, title, kind, minzoom, maxzoom, credit, layers}; an unknown choice falls back to the program's own.
  set({ chosen, own }) {
    this.own = own;
    this.chosen = BUNDLED.includes(chosen) || own.some(({ id }) => id === chosen) ? chosen : "auto";
    this.draw();
  }

  draw() {
    const { theme, kind, ownMap } = this;
    const wanted = `${kind} ${ownMap?.id} ${theme}`;
    if (wanted === this.drawn) return;
    if (kind === "bundled" && this.drawn?.startsWith("bundled")) this.layer.restyle(theme);
    else this.replace(kind, ownMap, theme);
    this.drawn = wanted;
    this.changed(theme);
  }

  replace(kind, own, theme) {
    this.layer?.remove();
    this.layer = null;
    if (kind === "bundled") this.layer = addBasemap(this.map, theme);
    if (kind === "vector") this.layer = ownVectorLayer(this.map, own, theme);
    if (kind === "raster") {
      const { id, minzoom, maxzoom } = own;
      this.layer = L.tileLayer(`app://map/own/${id}/{z}/{x}/{y}`, { minNativeZoom: minzoom, maxNativeZoom: maxzoom, noWrap: true }).addTo(this.map);
    }
    this.layer?.on("load", this.loaded);
    if (kind === "bundled") this.layer.on("tileerror", (event) => this.trouble(event.error));
  }
}

// The button with the sheets and the list it opens; `choose` gets the id of a background.
export class LayerList {
  constructor(map, choose) {
    this.box = panel("details", "layers", "topright", map);
    const summary = document.createElement("summary");
    summary.title = say("layers");
    summary.setAttribute("aria-label", say("layers"));
    summary.append(svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: LAYERS })));
    this.list = document.createElement("fieldset");
    this.list.setAttribute("aria-label", say("layers"));
    this.box.append(summary, this.list);
    this.choose = choose;
    map.on("click", () => { this.box.open = false; });
  }

  show({ chosen, own }) {
    const names = [...BUNDLED.map((id) => [id, say(`layer_${id}`)]), ...own.map(({ id, title }) => [id, title])];
    this.list.replaceChildren(...names.map(([id, title]) => this.row(id, title, id === chosen)));
  }

  row(id, title, checked) {
    const row = document.createElement("label");
    const dot = Object.assign(document.createElement("input"), { type: "radio", name: "background", checked });
    const words = document.createElement("span");
    words.textContent = title;
    dot.addEventListener("change", () => this.choose(id));
    row.append(dot, words);
    return row;
  }
}
