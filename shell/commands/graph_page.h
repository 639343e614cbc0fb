// The page around an exported graph: styles, and the script that lays it out and answers the mouse.
#pragma once

#include <string_view>

namespace dossier::shell {

inline constexpr std::string_view kGraphPageHead = R"html(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>dossier</title>
<style>
:root { color-scheme: light dark; --ink: #222; --paper: #fcfcfa; --line: #999; --soft: #e8e6df; }
@media (prefers-color-scheme: dark) { :root { --ink: #ddd; --paper: #1b1c1e; --line: #777; --soft: #2c2e31; } }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
       display: grid; grid-template-columns: 1fr 24rem; height: 100vh; }
svg { width: 100%; height: 100vh; cursor: grab; }
aside { border-left: 1px solid var(--soft); padding: 1rem; overflow: auto; }
input { width: 100%; font: inherit; padding: .4rem .5rem; border: 1px solid var(--line); border-radius: 4px;
        background: var(--paper); color: var(--ink); }
h1 { font-size: 1.1rem; margin: 1rem 0 .3rem; }
li { margin: .5rem 0; } ul { padding-left: 1.1rem; } q { display: block; opacity: .75; font-size: .92em; }
.edge { stroke: var(--line); fill: none; } .edge.claim { stroke-dasharray: 4 3; }
.node circle { stroke: var(--paper); stroke-width: 1.5; cursor: pointer; }
.node text, .label { fill: var(--ink); font-size: 11px; pointer-events: none; paint-order: stroke;
        stroke: var(--paper); stroke-width: 3px; }
.label { font-size: 9.5px; opacity: .8; text-anchor: middle; }
.faint { opacity: .12; }
</style></head><body>
<svg role="img" aria-label="Graph of statements"></svg>
<aside><input placeholder="Find a name" aria-label="Find a name"><div id="card"></div></aside>
<script>
)html";

inline constexpr std::string_view kGraphPageTail = R"html(
const colours = {Person: '#3b6fb6', Organization: '#c2543d', Place: '#4c8f4f', Group: '#8d6bb8', Event: '#c98f2b',
                 Facility: '#6f8f8f', Work: '#b0567f', Law: '#7d7033', Product: '#4a98a8', Value: '#999', Concept: '#aaa'};
const byId = new Map(nodes.map(n => [n.id, Object.assign(n, {links: []})]));
for (const e of edges) { e.from = byId.get(e.s); e.to = byId.get(e.o); e.from.links.push(e); if (e.to !== e.from) e.to.links.push(e); }
// A sunflower start and fixed steps: the same graph gives the same picture.
nodes.forEach((n, i) => { const r = 26 * Math.sqrt(i + 1), a = i * 2.39996; n.x = r * Math.cos(a); n.y = r * Math.sin(a); n.dx = n.dy = 0; });
function step(heat) {
  const cell = 150, grid = new Map();
  for (const n of nodes) { const k = Math.floor(n.x / cell) + ',' + Math.floor(n.y / cell); (grid.get(k) ?? grid.set(k, []).get(k)).push(n); }
  for (const n of nodes) {
    const gx = Math.floor(n.x / cell), gy = Math.floor(n.y / cell);
    for (let i = -1; i <= 1; i++) for (let j = -1; j <= 1; j++) for (const m of grid.get((gx + i) + ',' + (gy + j)) ?? []) {
      if (m === n) continue;
      const x = n.x - m.x, y = n.y - m.y, d2 = Math.max(x * x + y * y, 25);
      if (d2 > cell * cell) continue;
      n.dx += x / d2 * 260; n.dy += y / d2 * 260;
    }
    n.dx -= n.x * 0.004; n.dy -= n.y * 0.004;
  }
  for (const e of edges) {
    if (e.from === e.to) continue;
    const x = e.to.x - e.from.x, y = e.to.y - e.from.y, d = Math.hypot(x, y) || 1, pull = (d - 95) * 0.02 / Math.sqrt(Math.min(e.from.links.length, e.to.links.length));
    e.from.dx += x / d * pull; e.from.dy += y / d * pull; e.to.dx -= x / d * pull; e.to.dy -= y / d * pull;
  }
  for (const n of nodes) { const l = Math.hypot(n.dx, n.dy), k = l > heat ? heat / l : 1; n.x += n.dx * k; n.y += n.dy * k; n.dx = n.dy = 0; }
}
const steps = Math.max(30, Math.min(300, Math.round(400000 / (nodes.length + edges.length + 1))));
for (let i = 0; i < steps; i++) step(20 * (1 - i / steps) + 0.5);

const svg = document.querySelector('svg'), card = document.getElementById('card'), NS = 'http://www.w3.org/2000/svg';
const make = (name, attributes, parent) => { const e = document.createElementNS(NS, name); for (const k in attributes) e.setAttribute(k, attributes[k]); parent.append(e); return e; };
const defs = make('defs', {}, svg);
const arrow = make('marker', {id: 'arrow', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto'}, defs);
make('path', {d: 'M0 0L8 4L0 8z', fill: '#999'}, arrow);
const world = make('g', {}, svg), pairs = new Map();
for (const e of edges) {
  const key = Math.min(e.s, e.o) + '-' + Math.max(e.s, e.o), nth = pairs.get(key) ?? 0;
  pairs.set(key, nth + 1);
  const a = e.from, b = e.to, x = b.x - a.x, y = b.y - a.y, d = Math.hypot(x, y) || 1, r = radius(b) + 2;
  const bend = (nth % 2 ? -1 : 1) * Math.ceil(nth / 2) * 22 * (e.s <= e.o ? 1 : -1);
  const mx = (a.x + b.x) / 2 - y / d * bend, my = (a.y + b.y) / 2 + x / d * bend;
  const ex = b.x - (b.x - mx) / (Math.hypot(b.x - mx, b.y - my) || 1) * r, ey = b.y - (b.y - my) / (Math.hypot(b.x - mx, b.y - my) || 1) * r;
  e.path = make('path', {class: 'edge' + (e.plain ? '' : ' claim'), 'marker-end': 'url(#arrow)',
    d: a === b ? `M${a.x} ${a.y}c-30 -40 30 -40 0 0` : `M${a.x} ${a.y}Q${mx} ${my} ${ex} ${ey}`}, world);
  e.text = make('text', {class: 'label', x: (a.x + b.x) / 4 + mx / 2, y: (a.y + b.y) / 4 + my / 2}, world);
  e.text.textContent = edges.length <= 400 ? e.p : '';
}
function radius(n) { return 5 + 2.2 * Math.sqrt(n.links.length); }
for (const n of [...nodes].sort((a, b) => a.links.length - b.links.length)) {
  n.mark = make('g', {class: 'node', transform: `translate(${n.x} ${n.y})`}, world);
  make('circle', {r: radius(n), fill: colours[n.type] ?? '#888'}, n.mark);
  if (nodes.length <= 250 || n.links.length > 3) make('text', {x: radius(n) + 3, y: 4}, n.mark).textContent = n.name.length > 34 ? n.name.slice(0, 32) + '…' : n.name;
  n.mark.addEventListener('click', event => { event.stopPropagation(); show(n); });
}
const escapes = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}, safe = s => s.replace(/[&<>"]/g, c => escapes[c]);
function show(n) {
  const near = new Set([n, ...n.links.flatMap(e => [e.from, e.to])]);
  nodes.forEach(m => m.mark.classList.toggle('faint', !near.has(m)));
  edges.forEach(e => { const far = !n.links.includes(e); e.path.classList.toggle('faint', far); e.text.classList.toggle('faint', far); e.text.textContent = far ? '' : e.p; });
  card.innerHTML = `<h1>${safe(n.name)}</h1><div>${safe(n.type)}</div><ul>` + n.links.map(e =>
    `<li><b>${safe(e.from.name)}</b> ${safe(e.p)} <b>${safe(e.to.name)}</b>${e.when ? ', ' + safe(e.when) : ''}${e.note ? ' <i>(' + safe(e.note) + ')</i>' : ''}` +
    e.evidence.map(v => `<q>${safe(v.text)}<br><small>${safe(v.article)} ${safe(v.date)}</small></q>`).join('') + '</li>').join('') + '</ul>';
}
function clear() { document.querySelectorAll('.faint').forEach(e => e.classList.remove('faint')); if (edges.length <= 400) edges.forEach(e => { e.text.textContent = e.p; }); summary(); }
function summary() { card.innerHTML = `<h1>${nodes.length} entities, ${edges.length} statements</h1><p>Choose a node to read what is said of it. Dashed: a claim, a plan or a denial.</p>`; }
svg.addEventListener('click', clear);
document.querySelector('input').addEventListener('change', event => {
  const wanted = event.target.value.toLowerCase(), n = nodes.filter(m => m.name.toLowerCase().includes(wanted)).sort((a, b) => b.links.length - a.links.length)[0];
  if (n) show(n);
});
const xs = nodes.map(n => n.x), ys = nodes.map(n => n.y), box = nodes.length ? [Math.min(...xs) - 60, Math.min(...ys) - 40, Math.max(...xs) - Math.min(...xs) + 220, Math.max(...ys) - Math.min(...ys) + 80] : [0, 0, 100, 100];
const view = () => svg.setAttribute('viewBox', box.join(' '));
svg.addEventListener('wheel', event => { event.preventDefault(); const k = event.deltaY > 0 ? 1.15 : 1 / 1.15, w = box[2], h = box[3];
  box[0] += (w - w * k) * event.offsetX / svg.clientWidth; box[1] += (h - h * k) * event.offsetY / svg.clientHeight; box[2] *= k; box[3] *= k; view(); }, {passive: false});
svg.addEventListener('pointermove', event => { if (event.buttons === 1) { const k = Math.max(box[2] / svg.clientWidth, box[3] / svg.clientHeight); box[0] -= event.movementX * k; box[1] -= event.movementY * k; view(); } });
view(); summary();
</script></body></html>
)html";

}  // namespace dossier::shell
