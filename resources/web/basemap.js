// The background: land, water and border lines, drawn from the vector tiles of the archive.
const LAST_ZOOM = 6;
const DENSE_REGIONS_FROM = 8;

export const STYLES = {
  light: {
    water: "#d4dfe6", land: "#f8f7f4", coast: "#b9c7d0", lake: "#d4dfe6", river: "#c9d8e1",
    country: "#b3adb4", casing: "#eceae8", disputed: "#a39da5", region: "#dedad4",
    label: "#4d5661", halo: "#fbfaf8", region_label: "#a09a97", sea_label: "#8ba2b3", town: "#5b6570", dot: "#8b949e", place: "#1e2830",
  },
  dark: {
    water: "#11161b", land: "#20262c", coast: "#37424b", lake: "#11161b", river: "#19222a",
    country: "#56616c", casing: "#282f36", disputed: "#56616c", region: "#323a42",
    label: "#a9b4bd", halo: "#181d22", region_label: "#68747f", sea_label: "#46586a", town: "#8e9aa5", dot: "#6a7681", place: "#eef2f4",
  },
};

function byZoom(stops) {
  return (zoom) => {
    let width = stops[0][1];
    for (const [from, next] of stops) if (zoom >= from) width = next;
    return width;
  };
}

function paintRules(style) {
  const { PolygonSymbolizer, LineSymbolizer } = protomapsL;
  const is = (kind) => (zoom, feature) => feature.props.kind === kind;
  const round = { lineJoin: "round", lineCap: "round" };
  return [
    { dataLayer: "land", symbolizer: new PolygonSymbolizer({ fill: style.land, stroke: style.coast, width: byZoom([[0, 0.4], [4, 0.6], [7, 0.9]]) }) },
    {
      dataLayer: "lines", minzoom: 4,
      filter: (zoom, { props }) => props.kind === "region" && (!props.dense || zoom >= DENSE_REGIONS_FROM),
      symbolizer: new LineSymbolizer({ color: style.region, width: byZoom([[0, 0.5], [5, 0.7], [7, 1]]), ...round }),
    },
    { dataLayer: "water", filter: is("river"), minzoom: 4, symbolizer: new LineSymbolizer({ color: style.river, width: byZoom([[0, 0.5], [5, 0.8], [6, 1.1], [8, 1.8]]), ...round }) },
    { dataLayer: "water", filter: is("lake"), symbolizer: new PolygonSymbolizer({ fill: style.lake, stroke: style.coast, width: 0.5 }) },
    { dataLayer: "lines", filter: is("country"), minzoom: 5, symbolizer: new LineSymbolizer({ color: style.casing, width: byZoom([[0, 3], [7, 4.5]]), ...round }) },
    { dataLayer: "lines", filter: is("country"), symbolizer: new LineSymbolizer({ color: style.country, width: byZoom([[0, 0.5], [4, 0.8], [6, 1.1], [8, 1.4]]), ...round }) },
    { dataLayer: "lines", filter: is("disputed"), minzoom: 3, symbolizer: new LineSymbolizer({ dash: [4, 3], color: style.disputed, dashColor: style.disputed, dashWidth: 1, width: byZoom([[0, 0.6], [5, 1], [8, 1.3]]) }) },
  ];
}

export function addBasemap(map, theme) {
  const layer = protomapsL.leafletLayer({
    url: "app://map/tiles/{z}/{x}/{y}",
    maxDataZoom: LAST_ZOOM,
    paintRules: paintRules(STYLES[theme]),
    labelRules: [],
    backgroundColor: STYLES[theme].water,
    attribution: "",
    noWrap: true,
    keepBuffer: 3,
  });
  layer.restyle = (name) => {
    layer.paintRules = paintRules(STYLES[name]);
    layer.backgroundColor = STYLES[name].water;
    // not rerenderTiles() of 5.1: it makes tiles of a zoom that is just being loaded give up, and they stay blurred
    layer.redraw();
  };
  return layer.addTo(map);
}

const [LINE, POLYGON] = [2, 3]; // geometry types of a vector tile
const WATERY = /water|ocean|sea|lake|river/;
const LANDLIKE = /earth|land$|^land|continent|countr/;
const WAYS = /road|street|transport|highway|rail|way/;

// Rules for a map whose layers are known by name only: what sounds like water is water, what sounds like a way a line.
function ownRules(names, style) {
  const { PolygonSymbolizer, LineSymbolizer } = protomapsL;
  const rank = (name) => (LANDLIKE.test(name) ? 0 : WATERY.test(name) ? 1 : WAYS.test(name) ? 3 : 2);
  return [...names].sort((a, b) => rank(a) - rank(b)).flatMap((name) => {
    const fill = [style.land, style.lake, style.region, style.region][rank(name)];
    const color = [style.coast, style.river, style.region, style.country][rank(name)];
    const opacity = rank(name) < 2 ? 1 : 0.35;
    return [
      { dataLayer: name, filter: (zoom, { geomType }) => geomType === POLYGON, symbolizer: new PolygonSymbolizer({ fill, opacity }) },
      { dataLayer: name, filter: (zoom, { geomType }) => geomType === LINE, symbolizer: new LineSymbolizer({ color, width: byZoom([[0, 0.6], [8, 1], [13, 2]]) }) },
    ];
  });
}

export function ownVectorLayer(map, { id, maxzoom, layers }, theme) {
  const land = layers.some((name) => LANDLIKE.test(name));
  const style = STYLES[theme];
  return protomapsL.leafletLayer({
    url: `app://map/own/${id}/{z}/{x}/{y}`, maxDataZoom: maxzoom, paintRules: ownRules(layers, style), labelRules: [],
    backgroundColor: land ? style.water : style.land, attribution: "", noWrap: true,
  }).addTo(map);
}
