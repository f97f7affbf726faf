// Makes Directory/Data/outlines.tsv.gz: counties of each state, and states of the country, as paths of whole numbers on a map of its own projection.
// Run by hand (npm run outlines) when the Census Bureau redraws counties; the file is kept with the product.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { geoConicEqualArea } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const here = dirname(fileURLToPath(import.meta.url));
const atlas = JSON.parse(readFileSync(join(here, "node_modules/us-atlas/counties-10m.json"), "utf8"));
const SIDE = 1600; // the longer side of a map
const FINE = 2; // corners that take away less than this area, in map units, are left out

// Two letters of each state by its code, for the file speaks as the product does.
const codes = Object.fromEntries(("01 AL 02 AK 04 AZ 05 AR 06 CA 08 CO 09 CT 10 DE 11 DC 12 FL 13 GA 15 HI 16 ID 17 IL 18 IN 19 IA 20 KS 21 KY 22 LA 23 ME 24 MD 25 MA 26 MI "
  + "27 MN 28 MS 29 MO 30 MT 31 NE 32 NV 33 NH 34 NJ 35 NM 36 NY 37 NC 38 ND 39 OH 40 OK 41 OR 42 PA 44 RI 45 SC 46 SD 47 TN 48 TX 49 UT 50 VT 51 VA 53 WA 54 WV 55 WI 56 WY 72 PR")
  .split(" ").reduce((pairs, word, i, all) => i % 2 ? [...pairs, [all[i - 1], word]] : pairs, []));

// Far islands that would make the rest of the map small.
const isFar = (fips, [longitude]) => fips.startsWith("15") && longitude < -161;

const decode = ({ scale: [kx, ky], translate: [tx, ty] }) => arc => { let x = 0, y = 0; return arc.map(([dx, dy]) => [(x += dx) * kx + tx, (y += dy) * ky + ty]); };
const arcs = atlas.arcs.map(decode(atlas.transform));
const rings = geometry => geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
const points = geometry => rings(geometry).flat(2).flatMap(i => arcs[i < 0 ? ~i : i]);
const east = longitude => longitude > 0 ? longitude - 360 : longitude; // the Aleutians beyond the date line
const edge = (all, pick) => [all.reduce((m, p) => Math.min(m, pick(p)), Infinity), all.reduce((m, p) => Math.max(m, pick(p)), -Infinity)];

// A conic equal-area projection for these points, in [x, y, width, height].
function frameFor(all, [x, y, width, height], parallels, meridian) {
  const [west, easternmost] = edge(all, p => east(p[0]));
  const [south, north] = edge(all, p => p[1]);
  const inset = (north - south) / 6;
  const [low, high] = parallels ?? [south + inset, north - inset].map(d => Math.round(d * 100) / 100);
  const middle = meridian ?? Math.round((west + easternmost) / 2 * 100) / 100;
  const plain = geoConicEqualArea().parallels([low, high]).rotate([-middle, 0]).center([0, 0]).scale(1).translate([0, 0]);
  const at = all.map(p => plain(p));
  const [[x0, x1], [y0, y1]] = [edge(at, p => p[0]), edge(at, p => p[1])];
  const scale = Math.round(Math.min(width / (x1 - x0), height / (y1 - y0)) * 10) / 10;
  const frame = { low, high, middle, scale, x: Math.round(x - x0 * scale), y: Math.round(y - y0 * scale), width: Math.ceil((x1 - x0) * scale), height: Math.ceil((y1 - y0) * scale) };
  frame.place = geoConicEqualArea().parallels([low, high]).rotate([-middle, 0]).center([0, 0]).scale(scale).translate([frame.x, frame.y]);
  return frame;
}

const path = polygons => polygons.map(polygon => polygon.map(ring => {
  let [x, y] = [0, 0], out = "";
  const whole = ring.map(p => p.map(Math.round)).filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]).slice(0, -1);
  if (whole.length < 3) return "";
  whole.forEach((p, i) => {
    const [dx, dy] = [p[0] - x, p[1] - y];
    out += i === 0 ? `M${dx} ${dy}` : `${i === 1 ? "l" : " "}${dx} ${dy}`;
    [x, y] = p;
  });
  return `${out}z`;
}).join("")).join("");

// Neighbours keep their common border: it is made simpler once.
function outlines(geometries, frameOf) {
  const used = new Map(geometries.flatMap(g => rings(g).flat(2).map(i => [i < 0 ? ~i : i, frameOf(g)])));
  const flat = { type: "Topology", arcs: arcs.map((arc, i) => used.has(i) ? arc.map(p => used.get(i).place(p)) : [[0, 0], [0, 0]]), objects: { all: { type: "GeometryCollection", geometries } } };
  const plain = simplify(presimplify(flat), FINE);
  return feature(plain, plain.objects.all).features.map(f => [f.id, path(f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates)]);
}

const near = geometry => geometry.type !== "MultiPolygon" ? geometry : { ...geometry, arcs: geometry.arcs.filter(p => !p.flat().some(i => arcs[i < 0 ? ~i : i].some(q => isFar(geometry.id, q)))) };
const lines = ["what\tmap\tcode\tshape"];
const frameLine = (map, of, f) => lines.push(`frame\t${map}\t${of}\t${[f.low, f.high, f.middle, f.scale, f.x, f.y].join(" ")}`);
const counties = atlas.objects.counties.geometries.filter(g => g.type && codes[g.id.slice(0, 2)]).map(near);
const states = atlas.objects.states.geometries.filter(g => codes[g.id]).map(near);

for (const [fips, code] of Object.entries(codes)) {
  const own = counties.filter(g => g.id.startsWith(fips)).sort((a, b) => a.id.localeCompare(b.id));
  const frame = frameFor(own.flatMap(points), [0, 0, SIDE, SIDE]);
  lines.push(`map\t${code}\t\t${frame.width} ${frame.height}`);
  frameLine(code, "", frame);
  for (const [id, d] of outlines(own, () => frame)) lines.push(`area\t${code}\t${id}\t${d}`);
}

// The country: the contiguous states, and below them on the left those far away, each drawn as large as fits.
const far = { "02": [0, 810, 330, 250], "15": [360, 900, 200, 150], "72": [1180, 1000, 130, 60] };
const main = frameFor(states.filter(g => !far[g.id]).flatMap(points), [0, 0, SIDE, SIDE], [29.5, 45.5], -96);
const frames = Object.fromEntries(Object.entries(far).map(([id, box]) => [id, frameFor(points(states.find(g => g.id === id)), box)]));
lines.push(`map\tUS\t\t${main.width} ${Math.max(main.height, 1060)}`);
frameLine("US", "", main);
for (const [id, frame] of Object.entries(frames)) frameLine("US", codes[id], frame);
for (const [id, d] of outlines(states, g => frames[g.id] ?? main)) lines.push(`area\tUS\t${codes[id]}\t${d}`);

const packed = gzipSync(`${lines.join("\n")}\n`, { level: 9 });
writeFileSync(join(here, "../Roundtable/Directory/Data/outlines.tsv.gz"), packed);
console.log(`${lines.length - 1} lines, ${Math.round(packed.length / 1024)} kB`);
