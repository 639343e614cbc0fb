// The page around an exported graph: styles, and the script that chooses, lays out and answers the mouse.
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
       display: grid; grid-template-columns: 1fr 26rem; height: 100vh; }
svg { width: 100%; height: 100vh; cursor: grab; }
aside { border-left: 1px solid var(--soft); padding: 1rem; overflow: auto; }
input[type=search] { width: 100%; font: inherit; padding: .4rem .5rem; border: 1px solid var(--line); border-radius: 4px;
        background: var(--paper); color: var(--ink); }
input[type=range] { width: 100%; }
fieldset { border: 0; padding: 0; margin: .7rem 0; }
fieldset label { display: inline-block; margin-right: .7rem; white-space: nowrap; }
.dot { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin: 0 .25em; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: 4px; cursor: pointer; }
h1 { font-size: 1.1rem; margin: 1rem 0 .3rem; }
li { margin: .5rem 0; } ul { padding-left: 1.1rem; } q { display: block; opacity: .75; font-size: .92em; }
li b { cursor: pointer; }
.edge { stroke: var(--line); fill: none; } .edge.claim { stroke-dasharray: 4 3; }
.node circle { stroke: var(--paper); stroke-width: 1.5; cursor: pointer; }
.node text, .label { fill: var(--ink); font-size: 11px; pointer-events: none; paint-order: stroke;
        stroke: var(--paper); stroke-width: 3px; }
.node.chosen text { font-weight: bold; }
.label { font-size: 9.5px; opacity: .8; text-anchor: middle; }
</style></head><body>
<svg role="img" aria-label="Graph of statements"></svg>
<aside>
<input type="search" list="names" placeholder="Find a name" aria-label="Find a name"><datalist id="names"></datalist>
<fieldset id="types" aria-label="Types shown"></fieldset>
<fieldset><label><input type="checkbox" id="plain"> only what articles state themselves</label></fieldset>
<label>The <output id="shown"></output> most connected<input type="range" id="most" min="2"></label>
<div id="card"></div></aside>
<script>
)html";

inline constexpr std::string_view kGraphPageTail = R"html(
const colours = {Person: '#3b6fb6', Organization: '#c2543d', Place: '#4c8f4f', Group: '#8d6bb8', Event: '#c98f2b',
                 Facility: '#6f8f8f', Work: '#b0567f', Law: '#7d7033', Product: '#4a98a8', Value: '#999', Concept: '#aaa'};
const byId = new Map(nodes.map(n => [n.id, Object.assign(n, {links: []})]));
for (const e of edges) { e.from = byId.get(e.s); e.to = byId.get(e.o); e.from.links.push(e); if (e.to !== e.from) e.to.links.push(e); }
nodes.sort((a, b) => b.links.length - a.links.length);

// What is drawn: of a small graph all, of a large one its most connected names, or one node and its neighbours.
const large = nodes.length > 120, types = [...new Set(nodes.map(n => n.type))].sort();
const on = new Set(types.filter(t => !large || (t !== 'Concept' && t !== 'Value')));
const element = id => document.getElementById(id), card = element('card'), most = element('most');
let chosen = null, plainOnly = false;
const kept = e => !plainOnly || e.plain;
function visible() {
  if (chosen) return [chosen, ...new Set(chosen.links.filter(kept).map(e => e.from === chosen ? e.to : e.from).filter(n => n !== chosen))];
  const among = n => n.links.filter(e => kept(e) && e.from !== e.to && on.has(e.from.type) && on.has(e.to.type)).length;
  const ranked = nodes.filter(n => on.has(n.type)).map(n => [n, among(n)]).filter(([, count]) => !large || count > 0);
  return ranked.sort((a, b) => b[1] - a[1]).slice(0, +most.value).map(([n]) => n);
}
// A chosen node in the middle, its neighbours around it on two rings, so that names stay apart.
function ring(seen) {
  const around = seen.length - 1, wide = around > 12;
  seen.forEach((n, i) => {
    const a = 2 * Math.PI * (i - 1) / Math.max(around, 1), r = i === 0 ? 0 : Math.max(170, around * 9) * (wide && i % 2 ? 1.45 : 1);
    n.x = 1.3 * r * Math.cos(a); n.y = r * Math.sin(a);
  });
}

// A sunflower start and fixed steps: the same graph gives the same picture.
function lay(seen, lines) {
  seen.forEach((n, i) => { const r = 34 * Math.sqrt(i + 1), a = i * 2.39996; n.x = r * Math.cos(a); n.y = r * Math.sin(a); n.dx = n.dy = 0; n.degree = 0; });
  for (const e of lines) { e.from.degree++; e.to.degree++; }
  const cell = 190, steps = Math.max(40, Math.min(400, Math.round(400000 / (seen.length + lines.length + 1))));
  for (let i = 0; i < steps; i++) {
    const heat = 20 * (1 - i / steps) + 0.5, grid = new Map();
    for (const n of seen) { const k = Math.floor(n.x / cell) + ',' + Math.floor(n.y / cell); (grid.get(k) ?? grid.set(k, []).get(k)).push(n); }
    for (const n of seen) {
      const gx = Math.floor(n.x / cell), gy = Math.floor(n.y / cell);
      for (let i = -1; i <= 1; i++) for (let j = -1; j <= 1; j++) for (const m of grid.get((gx + i) + ',' + (gy + j)) ?? []) {
        if (m === n) continue;
        const x = n.x - m.x, y = n.y - m.y, d2 = Math.max(x * x + y * y, 25);
        if (d2 > cell * cell) continue;
        n.dx += x / d2 * 420; n.dy += y / d2 * 420;
      }
      n.dx -= n.x * 0.005; n.dy -= n.y * 0.005;
    }
    for (const e of lines) {
      if (e.from === e.to) continue;
      const x = e.to.x - e.from.x, y = e.to.y - e.from.y, d = Math.hypot(x, y) || 1, pull = (d - 120) * 0.02 / Math.sqrt(Math.min(e.from.degree, e.to.degree));
      e.from.dx += x / d * pull; e.from.dy += y / d * pull; e.to.dx -= x / d * pull; e.to.dy -= y / d * pull;
    }
    for (const n of seen) { const l = Math.hypot(n.dx, n.dy), k = l > heat ? heat / l : 1; n.x += n.dx * k; n.y += n.dy * k; n.dx = n.dy = 0; }
  }
}

const svg = document.querySelector('svg'), NS = 'http://www.w3.org/2000/svg';
const make = (name, attributes, parent) => { const e = document.createElementNS(NS, name); for (const k in attributes) e.setAttribute(k, attributes[k]); parent.append(e); return e; };
const arrow = make('marker', {id: 'arrow', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto'}, make('defs', {}, svg));
make('path', {d: 'M0 0L8 4L0 8z', fill: '#999'}, arrow);
const world = make('g', {}, svg), radius = n => 5 + 1.6 * Math.sqrt(n.links.length);
const short = text => text.length > 34 ? text.slice(0, 32) + '…' : text;
let box = [0, 0, 100, 100];
const view = () => svg.setAttribute('viewBox', box.join(' '));
function draw() {
  const seen = visible(), inside = new Set(seen);
  const lines = (chosen ? chosen.links : edges).filter(e => kept(e) && inside.has(e.from) && inside.has(e.to)), pairs = new Map();
  chosen ? ring(seen) : lay(seen, lines);
  world.replaceChildren();
  for (const e of lines) {
    const a = e.from, b = e.to, key = Math.min(e.s, e.o) + '-' + Math.max(e.s, e.o), nth = pairs.get(key) ?? 0;
    pairs.set(key, nth + 1);
    const x = b.x - a.x, y = b.y - a.y, d = Math.hypot(x, y) || 1, bend = (nth % 2 ? -1 : 1) * Math.ceil(nth / 2) * 26 * (e.s <= e.o ? 1 : -1);
    const mx = (a.x + b.x) / 2 - y / d * bend, my = (a.y + b.y) / 2 + x / d * bend, l = Math.hypot(b.x - mx, b.y - my) || 1, r = radius(b) + 2;
    make('path', {class: 'edge' + (e.plain ? '' : ' claim'), 'marker-end': 'url(#arrow)',
      d: a === b ? `M${a.x} ${a.y}c-30 -40 30 -40 0 0` : `M${a.x} ${a.y}Q${mx} ${my} ${b.x - (b.x - mx) / l * r} ${b.y - (b.y - my) / l * r}`}, world);
    if (lines.length <= 160) make('text', {class: 'label', x: (a.x + b.x) / 4 + mx / 2, y: (a.y + b.y) / 4 + my / 2 - (a === b ? 32 : 0)}, world).textContent = short(e.p);
  }
  for (const n of [...seen].reverse()) {
    const mark = make('g', {class: 'node' + (n === chosen ? ' chosen' : ''), transform: `translate(${n.x} ${n.y})`}, world);
    make('circle', {r: radius(n), fill: colours[n.type] ?? '#888'}, mark);
    make('title', {}, mark).textContent = n.name;
    if (seen.length <= 250) make('text', {x: radius(n) + 3, y: 4}, mark).textContent = short(n.name);
    mark.addEventListener('click', event => { event.stopPropagation(); choose(n); });
  }
  const xs = seen.map(n => n.x), ys = seen.map(n => n.y);
  box = seen.length ? [Math.min(...xs) - 60, Math.min(...ys) - 50, Math.max(...xs) - Math.min(...xs) + 260, Math.max(...ys) - Math.min(...ys) + 100] : [0, 0, 100, 100];
  view();
  element('shown').textContent = chosen ? most.value : seen.length;
}

const escapes = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}, safe = s => s.replace(/[&<>"]/g, c => escapes[c]);
function tell() {
  if (!chosen) {
    card.innerHTML = `<h1>${nodes.length} entities, ${edges.length} statements</h1><p>Choose a node to see its neighbours and read what is said of it. Dashed: a claim, a plan or a denial.</p>`;
    return;
  }
  const name = n => `<b data-id="${n.id}">${safe(n.name)}</b>`;
  card.innerHTML = `<button>Back to all</button><h1>${safe(chosen.name)}</h1><div>${safe(chosen.type)}</div><ul>` + chosen.links.filter(kept).map(e =>
    `<li>${name(e.from)} ${safe(e.p)} ${e.to === e.from ? '' : name(e.to)}${e.when ? ', ' + safe(e.when) : ''}${e.note ? ' <i>(' + safe(e.note) + ')</i>' : ''}` +
    e.evidence.map(v => `<q>${safe(v.text)}<br><small>${safe(v.article)} ${safe(v.date)}</small></q>`).join('') + '</li>').join('') + '</ul>';
  card.querySelector('button').addEventListener('click', () => choose(null));
  card.querySelectorAll('b').forEach(b => b.addEventListener('click', () => choose(byId.get(+b.dataset.id))));
}
function choose(n) { chosen = n; draw(); tell(); }

const search = document.querySelector('input[type=search]');
for (const n of nodes) { const option = document.createElement('option'); option.value = n.name; element('names').append(option); }
search.addEventListener('change', () => {
  const wanted = search.value.trim().toLowerCase(), n = nodes.find(m => m.name.toLowerCase() === wanted) ?? nodes.find(m => m.name.toLowerCase().includes(wanted));
  choose(wanted ? n ?? null : null);
  if (wanted && !n) card.innerHTML = `<p>Nothing here is named “${safe(search.value)}”.</p>`;
});
for (const type of types) {
  const label = document.createElement('label'), input = Object.assign(document.createElement('input'), {type: 'checkbox', checked: on.has(type)});
  label.innerHTML = `<span class="dot" style="background:${colours[type] ?? '#888'}"></span>`;
  label.prepend(input); label.append(type); element('types').append(label);
  input.addEventListener('change', () => { input.checked ? on.add(type) : on.delete(type); choose(null); });
}
element('plain').addEventListener('change', event => { plainOnly = event.target.checked; draw(); tell(); });
most.max = Math.max(2, Math.min(nodes.length, 1500)); most.value = large ? 60 : nodes.length;
most.addEventListener('input', () => choose(null));
svg.addEventListener('click', () => { if (chosen) choose(null); });
svg.addEventListener('wheel', event => { event.preventDefault(); const k = event.deltaY > 0 ? 1.15 : 1 / 1.15, w = box[2], h = box[3];
  box[0] += (w - w * k) * event.offsetX / svg.clientWidth; box[1] += (h - h * k) * event.offsetY / svg.clientHeight; box[2] *= k; box[3] *= k; view(); }, {passive: false});
svg.addEventListener('pointermove', event => { if (event.buttons === 1) { const k = Math.max(box[2] / svg.clientWidth, box[3] / svg.clientHeight); box[0] -= event.movementX * k; box[1] -= event.movementY * k; view(); } });
if (location.hash) chosen = nodes.find(n => n.name === decodeURIComponent(location.hash.slice(1))) ?? null;
choose(chosen);
</script></body></html>
)html";

}  // namespace dossier::shell
