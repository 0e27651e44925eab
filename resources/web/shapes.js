// The marks: a shape for every state, so that colour never carries the meaning alone.
const SVG = "http://www.w3.org/2000/svg";
export const STATES = ["auto", "human", "problem", "unresolved"];

export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function text(x, y, content, attributes = {}) {
  return svg("text", { x, y, ...attributes }, String(content));
}

export function shorten(count) {
  if (count < 1000) return String(count);
  if (count < 100000) return `${(count / 1000).toFixed(count < 10000 ? 1 : 0)}k`;
  return `${Math.round(count / 1000)}k`;
}

// Radius in pixels: grows with the logarithm of the mentions.
export function markRadius(mentions) {
  return Math.min(16, 6.5 + 2.1 * Math.log2(Math.max(1, mentions)));
}

function body(state, radius) {
  if (state === "human") {
    const reach = radius * 1.22;
    return svg("path", { class: "body", d: `M0 ${-reach}L${reach} 0L0 ${reach}L${-reach} 0Z` });
  }
  if (state === "problem") {
    const reach = radius * 1.3;
    return svg("path", { class: "body", d: `M0 ${-reach}L${reach * 1.02} ${reach * 0.78}L${-reach * 1.02} ${reach * 0.78}Z` });
  }
  return svg("circle", { class: "body", r: radius });
}

function badge(radius, mentions) {
  const at = radius * 0.95;
  const label = shorten(mentions);
  const half = 4 + label.length * 2.9;
  return svg("g", { class: "badge", transform: `translate(${at} ${-at})` }, svg("circle", { r: Math.max(6.5, half * 0.85) }), text(0, 0.5, label));
}

export function mark(state, mentions, selected = false) {
  const sign = state === "problem" || state === "unresolved";
  const radius = Math.max(markRadius(mentions), sign ? 9 : 0);
  const root = svg("svg", { width: 2 * radius, height: 2 * radius, viewBox: `${-radius} ${-radius} ${2 * radius} ${2 * radius}` });
  if (selected) root.append(svg("circle", { class: "glow", r: radius + 10 }), svg("circle", { class: "halo", r: radius + 6 }));
  root.append(body(state, radius));
  if (state === "problem") root.append(text(0, radius * 0.22, "!", { style: `font-size:${radius * 1.25}px;font-weight:800` }));
  if (state === "unresolved") root.append(text(0, 0.5, "?", { style: `font-size:${radius * 1.25}px` }));
  if (mentions > 1) root.append(sign ? badge(radius, mentions) : text(0, 0.5, shorten(mentions), { style: `font-size:${Math.max(9, radius * 0.82)}px` }));
  return { root, radius };
}

function arc(radius, from, to) {
  const point = (turn) => `${radius * Math.sin(turn * 2 * Math.PI)} ${-radius * Math.cos(turn * 2 * Math.PI)}`;
  if (to - from > 0.999) return `M0 ${-radius}A${radius} ${radius} 0 1 1 0 ${radius}A${radius} ${radius} 0 1 1 0 ${-radius}`;
  return `M${point(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}`;
}

// A disc with the number of places in it and a ring that shows how many are in which state.
export function clusterMark(places, byState) {
  const radius = Math.min(26, 13 + 2.4 * Math.log2(places));
  const root = svg("svg", { width: 2 * radius, height: 2 * radius, viewBox: `${-radius} ${-radius} ${2 * radius} ${2 * radius}` });
  root.append(svg("circle", { class: "core", r: radius }));
  let from = 0;
  const gap = STATES.filter((state) => byState[state]).length > 1 ? 0.012 : 0;
  for (const state of STATES) {
    const share = (byState[state] || 0) / places;
    if (share) root.append(svg("path", { class: state, d: arc(radius - 3.75, from + gap, Math.max(from + share - gap, from + gap + 0.01)) }));
    from += share;
  }
  root.append(text(0, 0.5, shorten(places)));
  if (byState.problem) {
    const flag = svg("g", { transform: `translate(${radius * 0.74} ${-radius * 0.78})` });
    flag.append(svg("path", { class: "flag", d: "M0 -8L8.2 6.2L-8.2 6.2Z" }), text(0, 1.6, "!", { class: "flagtext" }));
    root.append(flag);
  }
  return { root, radius };
}
