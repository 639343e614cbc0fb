#!/usr/bin/env python3
"""Measure one figure family against its floors in tests/floors.txt.

usage: measure.py kit|facts-seeds|facts-news|carb|reading|entities --build BUILD_DIR
       measure.py draw --build BUILD_DIR     statements to read for tests/data/reading.tsv, with their sentences

The data lies outside the project: in $DOSSIER_SHARED, or ../shared beside the repository. Where it is missing the
measurement is skipped (exit status 77). Exit status 1: a figure is below its floor.
"""
import argparse
import csv
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import entities

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


def export(build, articles, scratch):
    """The statements of a folder of articles, as JSON Lines."""
    dossier, database = build / "dossier", Path(scratch) / "news.db"
    must(dossier, "ingest", database, articles)
    return must(dossier, "export", database, "--format", "jsonl")


def measure_facts(build, name, articles, facts, wrong):
    folder = SHARED / "extraction"
    need(folder / facts)
    with tempfile.TemporaryDirectory() as scratch:
        statements = Path(scratch) / "statements.jsonl"
        statements.write_text(export(build, folder / articles, scratch), encoding="utf-8")
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


READ = ROOT / "tests" / "data" / "reading.tsv"
COLUMNS = ("article", "sentence", "subject", "predicate", "object", "when", "negated", "modality", "claimed_by")


def news_statements(build):
    """Each statement of the eight articles as the columns that a reader judges, with the sentence it came from."""
    articles = need(SHARED / "extraction" / "news-dev" / "articles")
    with tempfile.TemporaryDirectory() as scratch:
        found = {}
        for line in export(build, articles, scratch).splitlines():
            s = json.loads(line)
            evidence, claimant = s["evidence"][0], s["claimed_by"]
            row = (Path(evidence["article"]).name, str(evidence["sentence"]), s["subject"]["name"], s["predicate"], s["object"]["name"],
                   s["when"], s["negated"], s["modality"], claimant and claimant["name"])
            found[tuple("" if part in (None, False) else str(part) for part in row)] = evidence["text"]
        return found


def draw(build, count=100, seed=20261122):
    statements = news_statements(build)
    for row in sorted(random.Random(seed).sample(sorted(statements), count)):
        print("\t".join(row), statements[row], sep="\n  ")


def measure_reading(build):
    """Of the statements that a person has read, those still made: how many of them are right."""
    statements = news_statements(build)
    with READ.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    made = [row for row in rows if tuple(row[column] for column in COLUMNS) in statements]
    right = sum(row["verdict"] == "right" for row in made)
    print(f"{len(rows)} statements read, {sum(row['verdict'] == 'right' for row in rows)} right; "
          f"{len(made)} of them still made, {right} right")
    return {"reading-percent": 100 * right / max(1, len(made)), "reading-right": right}


def measure_entities(build):
    articles = need(SHARED / "extraction" / "news-dev" / "articles")
    with tempfile.TemporaryDirectory() as scratch:
        database = Path(scratch) / "news.db"
        must(build / "dossier", "ingest", database, articles)
        return entities.measure(build / "dossier", database, ROOT / "tests" / "data" / "entities-news.tsv")


MEASURES = {
    "reading": measure_reading,
    "entities": measure_entities,
    "kit": measure_kit,
    "carb": measure_carb,
    "facts-seeds": lambda build: measure_facts(build, "facts-seeds", "articles", "facts-seeds.tsv", "wrong-seeds.tsv"),
    "facts-news": lambda build: measure_facts(build, "facts-news", "news-dev/articles", "news-dev/facts.tsv",
                                              "news-dev/wrong.tsv"),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measure", choices=[*MEASURES, "draw"])
    parser.add_argument("--build", type=Path, required=True)
    options = parser.parse_args()
    if options.measure == "draw":
        return draw(options.build.resolve())
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
