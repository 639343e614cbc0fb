#!/usr/bin/env python3
"""Race dossier against Kuzu on a synthetic news graph: both load it and answer the same questions in one run.

usage: race.py --build BUILD_DIR [--entities N] [--statements M] [--seed S] [--scratch DIR] [--without-peer]

Prints for each question: both times in milliseconds, the ratio peer / dossier, and whether the answers agree; then the
geometric mean of the ratios. Needs the generator and the peer's script (in $DOSSIER_SHARED/bench or ../shared/bench)
and, for the peer, node and npm. Exit status 77 where they are missing, 1 where answers differ.
"""
import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCH = Path(os.environ.get("DOSSIER_SHARED") or ROOT.parent / "shared") / "bench"


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def generate(options, folder):
    if not (folder / "statements.csv").exists():
        run(sys.executable, BENCH / "generate.py", folder, "--entities", options.entities, "--statements",
            options.statements, "--seed", options.seed)


def race_dossier(build, scratch, csv):
    database = scratch / "dossier.db"
    shutil.rmtree(database, ignore_errors=True)
    start = time.monotonic()
    run(build / "dossier", "import", database, "--nodes", csv / "entities.csv", "--relationships", csv / "statements.csv")
    times = {"load": (1000 * (time.monotonic() - start), None, None)}
    for line in run(build / "tests" / "bench" / "race", database, csv).splitlines():
        name, mean, row, *first = line.split("\t")
        times[name] = (float(mean), json.loads(row), float(first[0]) if first else None)
    return times


def race_kuzu(scratch, csv):
    folder = scratch / "peer"
    folder.mkdir(exist_ok=True)
    if not (folder / "node_modules" / "kuzu").exists():
        run("npm", "install", "--no-fund", "--no-audit", "--prefix", folder, "kuzu@0.11.3")
    shutil.copy(BENCH / "run_kuzu.mjs", folder)
    times = {}
    for line in run("node", folder / "run_kuzu.mjs", csv, folder / f"db-{os.getpid()}", cwd=folder).splitlines():
        name, figure, *row = line.split("\t")
        if name.startswith("load"):
            times["load"] = (1000 * float(figure.split()[0]), None)
        else:
            row = json.loads(row[0])
            times[name] = (float(figure.split()[0]), list(row.values()) if row else None)
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--entities", type=int, default=100_000)
    parser.add_argument("--statements", type=int, default=1_600_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scratch", type=Path)
    parser.add_argument("--without-peer", action="store_true")
    options = parser.parse_args()
    if not BENCH.exists():
        print("SKIPPED: the generator is not here; set DOSSIER_SHARED")
        sys.exit(77)
    scratch = options.scratch or Path(tempfile.mkdtemp(prefix="dossier-race-"))
    scratch.mkdir(parents=True, exist_ok=True)
    csv = scratch / f"csv-{options.entities}-{options.statements}-{options.seed}"
    generate(options, csv)
    ours = race_dossier(options.build.resolve(), scratch, csv)
    theirs = {} if options.without_peer else race_kuzu(scratch, csv)

    ratios, differ = [], 0
    print(f"{'question':<14}{'peer ms':>12}{'dossier ms':>12}{'first run':>12}{'ratio':>9}  answers")
    for name, (mean, row, first) in ours.items():
        peer = theirs.get(name)
        verdict = "" if row is None else json.dumps(row)[:60]
        if peer and row is not None:
            same = peer[1] == row
            differ += not same
            verdict = ("agree: " if same else f"DIFFER: peer {json.dumps(peer[1])[:60]} dossier ") + verdict
        if peer:
            ratios.append(peer[0] / max(mean, 1e-6))
        print(f"{name:<14}{peer[0] if peer else math.nan:>12.3f}{mean:>12.4f}{first if first else math.nan:>12.3f}"
              f"{ratios[-1] if peer else math.nan:>9.2f}  {verdict}")
    if ratios:
        print(f"geometric mean of the ratios: {math.exp(sum(map(math.log, ratios)) / len(ratios)):.2f}")
    if not options.scratch:
        shutil.rmtree(scratch)
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
