#!/usr/bin/env python3
"""Compare the named nodes of a graph with a reader's list of the things that its articles name.

usage: entities.py DOSSIER DATABASE LIST.tsv

A thing is split where two nodes bear its names, merged where a node bears the names of two things or its name holds
both, missing where no node bears them, and of a wrong type. Prints each fault, then one line of counts over people,
organisations and places, of which the list has the types.
"""
import argparse
import collections
import json
import re
import subprocess
from pathlib import Path

NODES = """MATCH (n:Entity)-[:MENTIONED_IN]->(a:Article) WHERE NOT n:Value
RETURN id(n) AS id, a.id AS article, labels(n)[1] AS type, n.name AS name, n.aliases AS aliases"""
COUNTED = {"Person", "Organization", "Place", "Facility", "Group"}

Thing = collections.namedtuple("Thing", "article id types names")


def key(name):
    return " ".join(re.sub(r"[^\w&@']+", " ", name.replace(".", "").lower()).split())


def read_things(path):
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [Thing(a, i, set(t.split("|")), {key(n) for n in names.split("|")}) for a, i, t, names in rows]


def read_nodes(dossier, database):
    done = subprocess.run([dossier, "query", database, NODES, "--format", "jsonl"], capture_output=True, text=True, check=True)
    nodes = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        row = json.loads(line)
        row["names"] = {key(n) for n in [row["name"], *(row["aliases"] or [])]}
        nodes[Path(row["article"]).stem].append(row)
    return nodes


def holds(name, part):
    return f" {part} " in f" {name} "


def swallowed(node, things):
    """The things whose names stand side by side in a name that is nobody's."""
    name, found = key(node["name"]), []
    parts = sorted(((n, t) for t in things for n in t.names if holds(name, n)), key=lambda p: -len(p[0]))
    for part, thing in parts:
        if holds(name, part):
            name = f" {name} ".replace(f" {part} ", " | ").strip()
            found.append(thing)
    return found


def compare(things, nodes):
    faults, extra = collections.defaultdict(dict), []
    of_thing, of_node = collections.defaultdict(dict), collections.defaultdict(set)
    for article in sorted({t.article for t in things}):
        here = [t for t in things if t.article == article]
        for node in nodes[article]:
            bearers = [t for t in here if t.names & node["names"]]
            named = [t for t in bearers if key(node["name"]) in t.names]
            if not bearers and node["type"] != "Concept":
                bearers = swallowed(node, here)
                if len(bearers) >= 2:
                    for thing in bearers:
                        faults[thing.article, thing.id]["merged"] = node["name"]
                else:
                    extra.append((article, node["type"], node["name"]))
                continue
            for thing in bearers:
                if node["type"] == "Concept" and "Concept" not in thing.types and thing not in named:
                    continue
                of_thing[thing.id][node["id"]] = node
                of_node[node["id"]].add(thing.id)
                if not node["type"] in thing.types:
                    faults[article, thing.id]["type"] = f'{node["name"]}: {node["type"]}'
    names = {node["id"]: node["name"] for rows in nodes.values() for node in rows}
    for thing in things:
        at = thing.article, thing.id
        if not any(node["id"] in of_thing[thing.id] for node in nodes[thing.article]):
            if "merged" not in faults.get(at, {}):
                faults[at]["missing"] = sorted(thing.names)[0]
        if len(of_thing[thing.id]) > 1:
            faults[at]["split"] = ", ".join(sorted(f'{n["name"]} ({n["type"]})' for n in of_thing[thing.id].values()))
        for node, ids in of_node.items():
            if thing.id in ids and len(ids) > 1:
                faults[at]["merged"] = f"{names[node]}: {' and '.join(sorted(ids))}"
    return faults, extra


def measure(dossier, database, path):
    things = read_things(path)
    faults, extra = compare(things, read_nodes(dossier, database))
    counted = {(t.article, t.id) for t in things if t.types & COUNTED}
    counts = collections.Counter()
    for at, kinds in sorted(faults.items()):
        for kind, what in sorted(kinds.items()):
            print(f"{kind}\t{at[0]}\t{at[1]}\t{what}" + ("" if at in counted else "\t(not counted)"))
            counts[kind] += at in counted
    apart = sum(1 for at in counted if {"split", "merged"} & faults.get(at, {}).keys())
    for row in sorted(extra):
        print("extra\t" + "\t".join(row))
    print(f"{len(counted)} named people, organisations and places: " + ", ".join(
        f"{counts[kind]} {kind}" for kind in ("split", "merged", "missing", "type")) + f"; {len(extra)} nodes beside them")
    return {"entities-apart-wrong": 100 * apart / len(counted), "entities-missing-wrong": 100 * counts["missing"] / len(counted),
            "entities-type-wrong": 100 * counts["type"] / len(counted)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossier")
    parser.add_argument("database")
    parser.add_argument("list", type=Path)
    options = parser.parse_args()
    for figure, value in measure(options.dossier, options.database, options.list).items():
        print(f"{figure} {value:.1f}")
