// The exported map's own behaviour. Words from articles reach the page as text nodes only.
const toposcope = (function () {
  "use strict";

  function element(tag, text, parent, className) {
    const made = document.createElement(tag);
    if (text !== null) made.textContent = text;
    if (className) made.className = className;
    if (parent) parent.appendChild(made);
    return made;
  }

  // land: polygons of rings of whole steps [x, y, dx, dy, ...]
  function drawLand(map, land) {
    const shapes = land.polygons.map((rings) => rings.map((steps) => {
      const ring = [];
      let x = 0, y = 0;
      for (let i = 0; i < steps.length; i += 2) {
        x += steps[i];
        y += steps[i + 1];
        ring.push([y / land.per_degree, x / land.per_degree]);
      }
      return ring;
    }));
    const style = { color: "#b9c2c9", weight: 0.7, fillColor: "#f6f4ef", fillOpacity: 1, interactive: false };
    L.polygon(shapes, style).addTo(map).bringToBack();
  }

  function drawNames(map, names) {
    const layer = L.layerGroup().addTo(map);
    function draw() {
      layer.clearLayers();
      for (const [name, lat, lon, zoom] of names) {
        if (map.getZoom() < zoom) continue;
        const words = element("div", null, null);
        element("span", name, words);
        const icon = L.divIcon({ html: words, className: "country", iconSize: [0, 0] });
        L.marker([lat, lon], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(layer);
      }
    }
    map.on("zoomend", draw);
    draw();
  }

  function marker(feature, latlng) {
    const p = feature.properties;
    // an area has no spot of its own, so its mark stays small however often it is named
    const size = p.look.startsWith("area") ? 13 : Math.min(26, 9 + 2.5 * Math.sqrt(p.mention_n));
    const icon = L.divIcon({ html: element("div", null, null, "key " + p.look), iconSize: [size, size] });
    return L.marker(latlng, { icon, title: p.place_label, alt: p.place_label });
  }

  function evidence(feature, layer) {
    const p = feature.properties;
    layer.bindPopup(() => {
      const box = document.createElement("div");
      element("h2", p.place_label, box);
      element("p", p.about, box, "about");
      for (const article of p.articles) {
        element("h3", article.label, box);
        for (const sentence of article.sentences) {
          const line = element("p", null, box);
          line.dir = "auto";
          for (const [text, marked] of sentence) {
            if (marked) element("mark", text, line);
            else line.appendChild(document.createTextNode(text));
          }
        }
      }
      if (p.more) element("p", p.more, box, "about");
      return box;
    }, { maxWidth: 360 });
  }

  // a place known only roughly has its ring; the ring of a country or a continent would hide the map
  function drawRings(map, layer) {
    layer.eachLayer((one) => {
      const p = one.feature.properties;
      if (!p.uncertainty_m || p.uncertainty_m > 200000 || ["country", "region"].includes(p.location_precision)) return;
      const style = { radius: p.uncertainty_m, color: "#2563a8", weight: 1.2, dashArray: "5 4", fillOpacity: 0.07, interactive: false };
      L.circle(one.getLatLng(), style).addTo(map);
    });
  }

  function panel(map, layer, about) {
    const side = element("aside", null, document.body, "panel");
    const head = element("header", null, side);
    element("h1", about.title, head);
    element("p", about.counts, head);
    const search = element("input", null, head);
    search.type = "search";
    search.placeholder = search.ariaLabel = "Find a place";
    const list = element("ul", null, side);
    const credits = element("details", null, element("footer", null, side));
    element("summary", "Map data: Natural Earth. Credits and licences", credits);
    for (const credit of about.credits) element("p", credit, credits);
    const rows = [];
    layer.eachLayer((one) => {
      const p = one.feature.properties;
      const row = element("li", null, list);
      const button = element("button", null, row);
      element("i", null, button, "key " + p.look);
      element("span", p.place_label, button);
      element("small", String(p.mention_n), button);
      button.addEventListener("click", () => {
        map.setView(one.getLatLng(), Math.max(map.getZoom(), 6));
        one.openPopup();
      });
      rows.push([p.place_label.toLowerCase(), row]);
    });
    search.addEventListener("input", () => {
      const sought = search.value.toLowerCase();
      for (const [label, row] of rows) row.hidden = !label.includes(sought);
    });
    map.invalidateSize();
  }

  return { drawLand, drawNames, drawRings, marker, evidence, panel };
})();
