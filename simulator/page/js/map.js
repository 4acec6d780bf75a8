/** A small map, drawn from the coordinates alone: a place looks the same every time, and no tiles are fetched. */

import { svg } from "./dom.js";

const METRES = 111320;
const CELL = 70;
const GREENS = ["field-a", "field-b", "field-c", "field-d"];

/** Metres east and north of nowhere in particular; good enough for a picture of one village. */
const project = (lat, lon) => [lon * METRES * Math.cos((lat * Math.PI) / 180), -lat * METRES];

function noise(x, y) {
  const value = Math.sin(x * 127.1 + y * 311.7) * 43758.5453;
  return value - Math.floor(value);
}

/** An SVG `width` × `height` metres around the point, with a pin in the middle. */
export function drawMap(lat, lon, width = 300, height = 150) {
  const [x, y] = project(lat, lon);
  const left = x - width / 2;
  const top = y - height / 2;
  const viewBox = `0 0 ${width} ${height}`;
  const picture = svg("svg", { class: "map", viewBox, "aria-hidden": "true", preserveAspectRatio: "xMidYMid slice" });
  picture.append(...cells(left, top, width, height), river(left, top, width), ...roads(left, top, width, height));
  picture.append(pin(width / 2, height / 2));
  return picture;
}

function cells(left, top, width, height) {
  const drawn = [];
  for (let column = Math.floor(left / CELL); column * CELL < left + width; column++) {
    for (let row = Math.floor(top / CELL); row * CELL < top + height; row++) {
      drawn.push(...cell(column, row, column * CELL - left, row * CELL - top));
    }
  }
  return drawn;
}

function cell(column, row, x, y) {
  const kind = noise(column, row);
  const field = svg("rect", { x, y, width: CELL + 0.5, height: CELL + 0.5, class: GREENS[Math.floor(kind * 4)] });
  if (noise(row, column) < 0.45) return [field];
  const houses = [0, 1, 2].map((n) =>
    svg("rect", { x: x + 8 + n * 19, y: y + 12 + noise(kind, n) * 30, width: 13, height: 10, rx: 1.5, class: "house" }));
  return [field, ...houses];
}

function river(left, top, width) {
  const points = [];
  for (let step = -20; step <= width + 20; step += 12) {
    const east = left + step;
    const north = Math.round(top / 260) * 260 + 120 + Math.sin(east / 90) * 26 + Math.sin(east / 37) * 8;
    points.push(`${step},${(north - top).toFixed(1)}`);
  }
  return svg("polyline", { points: points.join(" "), class: "river" });
}

function roads(left, top, width, height) {
  const every = CELL * 3;
  const drawn = [];
  for (let x = Math.floor(left / every) * every; x < left + width + every; x += every) {
    const [at, bend] = [x - left, (noise(x, 1) - 0.5) * 40];
    drawn.push(svg("path", { d: `M${at} -5Q${at + bend} ${height / 2} ${at} ${height + 5}`, class: "road" }));
  }
  for (let y = Math.floor(top / every) * every; y < top + height + every; y += every) {
    drawn.push(svg("path", { d: `M-5 ${y - top}H${width + 5}`, class: "road" }));
  }
  return drawn;
}

function pin(x, y) {
  return svg("g", { class: "pin", transform: `translate(${x} ${y})` },
    svg("ellipse", { cx: 0, cy: 0, rx: 6, ry: 2.5, class: "shade" }),
    svg("path", { d: "M0 0C-3 -8 -10 -12 -10 -20A10 10 0 1 1 10 -20C10 -12 3 -8 0 0Z" }),
    svg("circle", { cx: 0, cy: -20, r: 3.8, class: "eye" }));
}

/** The coordinates of a point `dx`, `dy` metres east and south of another. */
export const moved = (lat, lon, dx, dy) => [
  lat - dy / METRES,
  lon + dx / (METRES * Math.cos((lat * Math.PI) / 180)),
];
