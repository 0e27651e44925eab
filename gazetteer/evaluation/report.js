// The map of the errors. Words from articles reach the page as text nodes only.
function errorMap(box, land, names, errors) {
  "use strict";
  const GOLD = "#0b7a5c", WRONG = "#b3341f";

  function element(tag, text, parent, className) {
    const made = document.createElement(tag);
    if (text !== null) made.textContent = text;
    if (className) made.className = className;
    if (parent) parent.appendChild(made);
    return made;
  }

  function place(name, point) {
    return name || point.map((degrees) => degrees.toFixed(2)).join(", ");
  }

  function popup(error) {
    const words = document.createElement("div");
    element("h3", error.surfaces.join(", "), words).dir = "auto";
    const times = error.times === 1 ? "once" : `${error.times} times`;
    element("p", `${place(error.predicted_name, error.predicted)} instead of ${place(error.gold_name, error.gold)}, `
      + `${error.km.toLocaleString("en")} km away, ${times}`, words, "about");
    for (const example of error.examples) {
      const line = element("p", null, words);
      line.dir = "auto";
      element("b", example.doc_id + " ", line);
      line.appendChild(document.createTextNode(example.before));
      element("mark", example.surface, line);
      line.appendChild(document.createTextNode(example.after));
    }
    return words;
  }

  // the short way round the Earth: over its edge in two pieces
  function pieces(from, to) {
    const turn = to[1] - from[1] > 180 ? -360 : to[1] - from[1] < -180 ? 360 : 0;
    if (!turn) return [[from, to]];
    const edge = turn < 0 ? -180 : 180;
    const lat = from[0] + (to[0] - from[0]) * (edge - from[1]) / (to[1] + turn - from[1]);
    return [[from, [lat, edge]], [[lat, -edge], to]];
  }

  const map = L.map(box, { preferCanvas: true, zoomSnap: 0.5, minZoom: 1, scrollWheelZoom: false });
  map.attributionControl.setPrefix(false);
  map.setView([30, 0], 2);
  toposcope.drawLand(map, land);
  toposcope.drawNames(map, names);
  const corners = [];
  for (const error of errors) {
    const thick = Math.min(7, 1 + Math.sqrt(error.times));
    const parts = [
      L.polyline(pieces(error.gold, error.predicted), { color: WRONG, weight: thick, opacity: 0.55 }),
      L.circleMarker(error.gold, { radius: 4 + thick / 2, color: GOLD, weight: 2, fillColor: "#fff", fillOpacity: 1 }),
      L.circleMarker(error.predicted, { radius: 2 + thick / 2, color: WRONG, weight: 1, fillColor: WRONG, fillOpacity: 1 }),
    ];
    for (const part of parts) part.bindPopup(() => popup(error), { maxWidth: 380 }).addTo(map);
    corners.push(error.gold, error.predicted);
  }
  if (corners.length) map.fitBounds(corners, { padding: [20, 20], maxZoom: 7 });
  map.on("focus click", () => map.scrollWheelZoom.enable());
}
