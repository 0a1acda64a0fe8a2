// Makes app/src/main/resources/ui/world-map.txt, the country shapes of org.kakehashi.ui.map.WorldMap.
//
// Development only; neither the build nor the product runs it. In an empty folder:
//   npm install world-atlas@2.0.2 topojson-client@3 topojson-server@3 topojson-simplify@3 d3-geo@3 d3-geo-projection@4 i18n-iso-countries@7
//   node PATH/world-map.mjs > PATH/app/src/main/resources/ui/world-map.txt        (with NODE_PATH or from that folder)
//
// Source: Natural Earth 1:50m (public domain). Drawn in Equal Earth with 150 degrees east in the middle, as maps
// in Japan are. Where Natural Earth draws who holds a place today, these shapes follow the Government of Japan:
// Etorofu, Kunashiri, Shikotan and Habomai are Japan; Crimea is Ukraine; Somaliland is Somalia; Northern Cyprus is Cyprus.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const require = createRequire(process.cwd() + "/");
const { feature, mergeArcs } = require("topojson-client");
const { topology } = require("topojson-server");
const { presimplify, simplify } = require("topojson-simplify");
const { geoEqualEarth, geoCentroid, geoArea } = require("d3-geo");
const { geoProject } = require("d3-geo-projection");
const iso = require("i18n-iso-countries");

const WIDTH = 2000;
const DETAIL = 1.1; // triangles smaller than this many square units are smoothed away
const ISLET = 3; // islands smaller than this are left out unless they are all a country has
const SMALL = 90; // a country smaller than this is drawn as a dot as well

const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/countries-50m.json"), "utf8"));
const geometries = atlas.objects.countries.geometries;
const named = { Kosovo: "XK", Somaliland: "SO", "N. Cyprus": "CY", "Indian Ocean Ter.": null, "Siachen Glacier": null, "Antarctica": null };
const code = (g) => (g.properties.name in named ? named[g.properties.name] : iso.numericToAlpha2(g.id));

// parts of France with a country code of their own
const overseas = (lon, lat) => (lon < -60 ? (lat > 15.5 ? "GP" : "MQ") : lon < -50 ? "GF" : lon > 50 ? "RE" : lon > 44 ? "YT" : undefined);

// every polygon on its own, so that single ones can change sides
const parts = new Map();
for (const g of geometries) {
  for (const arcs of g.type === "Polygon" ? [g.arcs] : g.arcs) {
    const polygon = { type: "Polygon", arcs };
    const [lon, lat] = geoCentroid(feature(atlas, polygon));
    let owner = code(g);
    if (owner === "RU" && lon > 145 && lon < 149.2 && lat > 43 && lat < 45.8) owner = "JP";
    if (owner === "RU" && lon > 32 && lon < 36.7 && lat > 44 && lat < 46.3) owner = "UA";
    if (owner === "FR") owner = overseas(lon, lat) ?? owner;
    if (owner === "NO" && lat > 70.7 && (lon < 15 || lat > 74)) owner = "SJ";
    if (owner === "NL" && lon < -50) owner = "BQ";
    if (g.properties.name === "Siachen Glacier") owner = "--";
    if (owner) parts.set(owner, [...(parts.get(owner) ?? []), polygon]);
  }
}
const countries = [...parts].map(([id, polygons]) => ({ type: "Feature", id, properties: {}, geometry: mergeArcs(atlas, polygons) && require("topojson-client").merge(atlas, polygons) }));
const collection = { type: "FeatureCollection", features: countries };
const projection = geoEqualEarth().rotate([-150, 0]).fitWidth(WIDTH, { type: "Sphere" });
const [tx] = projection.translate();
const raw = geoProject(collection, projection.precision(0.5));
const ys = [];
const eachRing = (g, f) => (g.type === "Polygon" ? [g.coordinates] : g.coordinates).forEach((p) => p.forEach(f));
raw.features.forEach((f) => f.geometry && eachRing(f.geometry, (r) => r.forEach((p) => ys.push(p[1]))));
const top = Math.floor(Math.min(...ys)) - 6;
const height = Math.ceil(Math.max(...ys)) - top + 6;

const topo = simplify(presimplify(topology({ c: raw }, 1e5)), DETAIL);
const smooth = feature(topo, topo.objects.c).features;
const area = (r) => Math.abs(r.reduce((s, [x, y], i) => { const [a, b] = r[(i + 1) % r.length]; return s + x * b - a * y; }, 0) / 2);
const centre = (r) => {
  let a = 0, cx = 0, cy = 0;
  r.forEach(([x, y], i) => { const [u, v] = r[(i + 1) % r.length]; const k = x * v - u * y; a += k; cx += (x + u) * k; cy += (y + v) * k; });
  return a ? [cx / (3 * a), cy / (3 * a)] : r[0];
};
const polygons = (g) => (!g ? [] : g.type === "Polygon" ? [g.coordinates] : g.type === "MultiPolygon" ? g.coordinates : []);
const draw = (ring) => {
  const points = ring.map(([x, y]) => [Math.round(x), Math.round(y - top)]).filter((p, i, all) => !i || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
  if (points.length > 1 && String(points[0]) === String(points.at(-1))) points.pop();
  if (points.length < 3) return "";
  let text = `M${points[0][0]} ${points[0][1]}l`, [x, y] = points[0], first = true;
  for (const [u, v] of points.slice(1)) {
    const dx = String(u - x), dy = String(v - y);
    text += (first || dx.startsWith("-") ? "" : " ") + dx + (dy.startsWith("-") ? "" : " ") + dy;
    [x, y] = [u, v]; first = false;
  }
  return text + "z";
};
const lines = [];
for (const f of smooth) {
  const original = polygons(raw.features.find((r) => r.id === f.id).geometry);
  const largest = original.map((p) => p[0]).sort((a, b) => area(b) - area(a))[0];
  const total = original.reduce((s, p) => s + area(p[0]), 0);
  const rings = polygons(f.geometry).filter((p) => area(p[0]) >= ISLET).flat();
  const [cx, cy] = centre(largest);
  lines.push([f.id, cx.toFixed(1), (cy - top).toFixed(1), total < SMALL ? "dot" : "area", rings.map(draw).join("")].join("\t"));
}
// places with a code of their own which Natural Earth 1:50m has inside another country or not at all
const have = new Set(lines.map((l) => l.slice(0, 2)));
const extra = { GF: [-53.1, 3.9], GP: [-61.55, 16.25], MQ: [-61, 14.65], RE: [55.5, -21.1], YT: [45.15, -12.8], TV: [179.2, -8.5], BQ: [-68.27, 12.18], GI: [-5.35, 36.14], CC: [96.83, -12.16], CX: [105.63, -10.45], TK: [-171.85, -9.17], SJ: [16, 78.5] };
for (const [id, at] of Object.entries(extra)) if (!have.has(id)) { const [x, y] = projection(at); lines.push([id, x.toFixed(1), (y - top).toFixed(1), "dot", ""].join("\t")); }
lines.sort();
const [, ty] = projection.translate();
console.log("# Natural Earth 1:50m, public domain; Equal Earth, centred on 150 E; northern territories as the Government of Japan. Made by build/world-map.mjs");
console.log(["size", WIDTH, height, "projection", 150, projection.scale().toFixed(4), tx.toFixed(4), (ty - top).toFixed(4)].join("\t"));
console.log(lines.join("\n"));
