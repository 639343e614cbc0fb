#!/usr/bin/env python3
"""Measure one figure family against its floors in tests/floors.txt.

usage: measure.py kit|facts-seeds|facts-news|carb --build BUILD_DIR

The data lies outside the project: in $DOSSIER_SHARED, or ../shared beside the repository. Where it is missing the
measurement is skipped (exit status 77). Exit status 1: a figure is below its floor.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("DOSSIER_SHARED") or ROOT.parent / "shared")
SKIPPED = 77


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(SKIPPED)


def need(path):
    if not path.exists():
        skip(f"{path.name} is not here; set DOSSIER_SHARED to the folder that holds it")
    return path


def read_floors():
    floors = {}
    for line in (ROOT / "tests" / "floors.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, value = line.split()
            floors[name] = float(value)
    return floors


def run(*command, **options):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, **options)


def must(*command, **options):
    done = run(*command, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def measure_kit(build):
    runner = need(SHARED / "tck" / "run_tck.py")
    out = run(sys.executable, runner, "--lib", build / "libdossier.so", "--timeout", "30").stdout
    found = re.search(r"(\d+) passed, (\d+) failed, (\d+) skipped\s*$", out)
    if not found:
        sys.exit(f"the kit's runner did not finish:\n{out[-3000:]}")
    print(out[-1500:])
    crashes = sum(int(n) for n in re.findall(r"(?:crash|timeout)\D+(\d+)", out))
    return {"kit-passed": int(found[1]), "kit-crash-wrong": crashes}


def measure_facts(build, name, articles, facts, wrong):
    folder = SHARED / "extraction"
    need(folder / facts)
    dossier = build / "dossier"
    with tempfile.TemporaryDirectory() as scratch:
        database, statements = Path(scratch) / "news.db", Path(scratch) / "statements.jsonl"
        must(dossier, "ingest", database, folder / articles)
        statements.write_text(must(dossier, "export", database, "--format", "jsonl"), encoding="utf-8")
        out = must(sys.executable, folder / "score_facts.py", "--facts", folder / facts, "--wrong", folder / wrong, statements)
    print(out)
    found = re.search(r"(\d+)/(\d+) facts found \([\d.]+ %\), (\d+) wrong", out)
    return {f"{name}-percent": 100 * int(found[1]) / int(found[2]), f"{name}-wrong": int(found[3])}


def measure_carb(build):
    folder = need(SHARED / "extraction" / "carb-dev")
    with tempfile.TemporaryDirectory() as scratch:
        output = Path(scratch) / "carb.jsonl"
        output.write_text(must(build / "dossier", "extract", "--one-sentence-per-line", "--format", "jsonl",
                               folder / "sentences.txt"), encoding="utf-8")
        out = must(sys.executable, folder.parent / "score_carb.py", "--json", "--gold", folder / "gold.tsv", output)
    print(out)
    return {"carb-f1": 100 * json.loads(out)["f1"]}


MEASURES = {
    "kit": measure_kit,
    "carb": measure_carb,
    "facts-seeds": lambda build: measure_facts(build, "facts-seeds", "articles", "facts-seeds.tsv", "wrong-seeds.tsv"),
    "facts-news": lambda build: measure_facts(build, "facts-news", "news-dev/articles", "news-dev/facts.tsv",
                                              "news-dev/wrong.tsv"),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measure", choices=MEASURES)
    parser.add_argument("--build", type=Path, required=True)
    options = parser.parse_args()
    floors, below = read_floors(), 0
    for name, figure in MEASURES[options.measure](options.build.resolve()).items():
        fault = name.endswith("-wrong")
        floor = floors.get(name, 0.0)
        good = figure <= floor if fault else figure >= floor
        below += not good
        print(f"{name}: {figure:g} ({'at most' if fault else 'at least'} {floor:g}){'' if good else '  <- slid back'}")
    sys.exit(1 if below else 0)


if __name__ == "__main__":
    main()
