#!/usr/bin/env python3
"""Race dossier against Kuzu on a synthetic news graph: both load it and answer the same questions in one run.

usage: race.py --build BUILD_DIR [--entities N] [--statements M] [--seed S] [--scratch DIR] [--without-peer]
               [--memory MIB] [--against FILE [--report FILE] | --record FILE] [--best TIMES] [--processor]
               [--growth FACTOR...] [--no-install]

Prints for each question: both times in milliseconds, the ratio peer / dossier, dossier's first run, the largest resident
size of its process, and whether the answers agree; then the geometric mean of the ratios. dossier's answers are checked
against counts from the files too (counted.py), which is all that `triangle` is checked by: openCypher uses no
relationship twice in a pattern, the peer does. Without the peer the times are those of the loops that count.

--memory    dossier's memory budget, for the load and for the questions
--record    writes the ratios to a file; --against reports each ratio that is less than half of the one in the file,
            --report writes that report to a file too
--best      dossier's questions so often, and the best time: for machines that do other things too
--processor dossier's times are those of the process on all cores, not the clock's; without the peer they always are
--growth    dossier alone at multiples of the size: time against size as an exponent, 0 flat, 1 linear

--no-install  goes on without the peer where it is not installed already in $DOSSIER_RACE_PEER

The peer needs the generator and its script (in $DOSSIER_SHARED/bench or ../shared/bench), node and npm; without the
generator a graph of our own is drawn. Exit status 1 where answers differ. A slow-down is reported and is no failure:
machines differ.
"""
import argparse
import collections
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import counted

ROOT = Path(__file__).resolve().parents[2]
BENCH = Path(os.environ.get("DOSSIER_SHARED") or ROOT.parent / "shared") / "bench"
PEER = "kuzu@0.11.3"
UNORDERED = {"one-hop"}
Answer = collections.namedtuple("Answer", "ms rows first_ms peak_mib", defaults=(None, None, None))


def check_build(build):
    """Ends the program where that folder cannot race."""
    if not (build / "dossier").exists():
        sys.exit(f"race.py: {build} holds no build: run script/build, or cmake --preset release and ninja -C {build}")
    if not (build / "tests" / "bench" / "race").exists():
        sys.exit(f"race.py: {build} was built without benchmarks: configure it with -DDOSSIER_BUILD_BENCHMARKS=ON "
                 f"(cmake --preset release -DDOSSIER_BUILD_BENCHMARKS=ON) and build it again")


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def generated(scratch, entities, statements, seed):
    folder = scratch / f"csv-{entities}-{statements}-{seed}"
    if not BENCH.exists():
        folder = scratch / f"own-{entities}-{statements}-{seed}"
        if not (folder / "statements.csv").exists():
            counted.draw_graph(folder, entities, statements, seed)
    elif not (folder / "statements.csv").exists():
        run(sys.executable, BENCH / "generate.py", folder, "--entities", entities, "--statements", statements, "--seed", seed)
    return folder


def race_dossier(options, scratch, folder, of_processor):
    build, database = options.build.resolve(), scratch / "dossier.db"
    shutil.rmtree(database, ignore_errors=True)
    memory = ["--memory", options.memory] if options.memory else []
    start = time.monotonic()
    timed = run(sys.executable, "-c",  # a process of its own, so that the peak is the import's
                "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);"
                "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
                "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)",
                build / "dossier", "import", *memory, database, "--nodes", folder / "entities.csv", "--relationships",
                folder / "statements.csv")
    processor, peak = map(float, timed.split()[-2:])
    seconds = processor if of_processor else time.monotonic() - start
    answers = {"load": Answer(1000 * seconds, peak_mib=peak)}
    best = (["--best", options.best] if options.best else []) + (["--processor", 1] if of_processor else [])
    for line in run(build / "tests" / "bench" / "race", database, folder, *memory, *best).splitlines():
        name, mean, row, first, peak = line.split("\t")
        answers[name] = Answer(float(mean), json.loads(row), float(first), float(peak))
    statements = sum(1 for _ in open(folder / "statements.csv", "rb")) - 1
    size = sum(f.stat().st_size for f in database.rglob("*") if f.is_file())
    print(f"{statements} statements, {size / statements:.1f} bytes each on disk")
    shutil.rmtree(database)
    return answers


def peer_folder(options, scratch):
    """Where the peer is installed: in $DOSSIER_RACE_PEER, else in the scratch folder. None where it cannot be."""
    folder = Path(os.environ.get("DOSSIER_RACE_PEER") or scratch / "peer")
    if (folder / "node_modules" / "kuzu").exists():
        return folder
    if options.no_install or not BENCH.exists() or not shutil.which("npm"):
        return None
    folder.mkdir(exist_ok=True)
    try:
        run("npm", "install", "--no-fund", "--no-audit", "--prefix", folder, PEER)
    except SystemExit as refused:
        print(f"the peer cannot be installed: {refused}")
        return None
    return folder


def race_kuzu(peer, folder):
    database = peer / f"db-{os.getpid()}"
    script = peer / "run_kuzu.mjs"
    shutil.copy(BENCH / "run_kuzu.mjs", script)
    answers = {}
    for line in run("node", script, folder, database, cwd=peer).splitlines():
        name, figure, *row = line.split("\t")
        if name.startswith("load"):
            answers["load"] = Answer(1000 * float(figure.split()[0]))
        else:
            row = json.loads(row[0])
            answers[name] = Answer(float(figure.split()[0]), [list(row.values())] if row else [])
    for left in peer.glob(database.name + "*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    return answers


def compare(ours, theirs, graph, loops):
    """Prints the table; the ratios by question, to the peer where there is one, and how many answers differ."""
    ratios, differ = {}, 0
    print(f"{'question':<14}{'peer ms' if theirs else 'loop ms':>12}{'dossier ms':>12}{'first run':>12}{'peak MiB':>10}{'ratio':>9}  answers")
    for name, our in ours.items():
        other = theirs[name].ms if name in theirs else loops[name][1] if name in loops and not theirs else None
        verdict = "" if our.rows is None else json.dumps(our.rows[:1])[1:-1][:60]
        if our.rows is not None and name in loops:
            right = sorted(our.rows) == sorted(loops[name][0]) if name in UNORDERED else our.rows == loops[name][0]
            verdict += ": as counted" if right else f": WRONG, counted {json.dumps(loops[name][0])[:60]}"
            differ += not right
        if name in theirs and our.rows is not None:
            # The peer tells its first row. Where no order is asked for, that is any of ours.
            peer = theirs[name].rows
            expected = [[graph.triangles()[1]]] if name == "triangle" else our.rows[:1]
            same = peer == expected or (name in UNORDERED and peer and peer[0] in our.rows)
            differ += not same
            verdict += f", {expected[0][0]} with repeated relationships" if name == "triangle" else ""
            verdict += ", the peer too" if same else f", PEER DIFFERS: {json.dumps(peer)[:60]}"
        if other is not None:
            ratios[name] = other / max(our.ms, 1e-6)
        print(f"{name:<14}{math.nan if other is None else other:>12.3f}{our.ms:>12.4f}{our.first_ms or math.nan:>12.3f}"
              f"{our.peak_mib or math.nan:>10.0f}{ratios.get(name, math.nan):>9.2f}  {verdict}")
    print(f"geometric mean of the ratios: {math.exp(sum(map(math.log, ratios.values())) / len(ratios)):.2f}")
    return ratios, differ


def report_slow_downs(ratios, recorded, report):
    slower, lines = 0, []
    for name, before in recorded.items():
        now = ratios.get(name)
        if now is not None and now < before / 2:
            slower += 1
            lines.append(f"SLOWER: {name}: ratio {now:.2f}, recorded {before:.2f}")
    lines.append(f"race: {slower} of {len(recorded)} questions fell below half of their recorded ratio")
    print("\n".join(lines))
    if report:
        report.write_text("\n".join(lines) + "\n")


def growth(options, scratch):
    """Least squares of log time over log size."""
    times = collections.defaultdict(list)
    for factor in options.growth:
        folder = generated(scratch, int(options.entities * factor), int(options.statements * factor), options.seed)
        print(f"{factor:g}x", end=": ", flush=True)
        for name, answer in race_dossier(options, scratch, folder, options.processor).items():
            times[name].append((factor, answer))
    heads = "".join(f"{f'{factor:g}x ms':>14}" for factor in options.growth)
    print(f"{'question':<14}{heads}{'exponent':>10}")
    for name, points in times.items():
        xs, ys = [math.log(f) for f, _ in points], [math.log(max(a.ms, 1e-6)) for _, a in points]
        mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
        slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)
        print(f"{name:<14}" + "".join(f"{a.ms:>14.4f}" for _, a in points) + f"{slope:>10.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--entities", type=int, default=100_000)
    parser.add_argument("--statements", type=int, default=1_600_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scratch", type=Path)
    parser.add_argument("--without-peer", action="store_true")
    parser.add_argument("--memory", type=int)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--report", type=Path)
    parser.add_argument("--best", type=int)
    parser.add_argument("--processor", action="store_true")
    parser.add_argument("--no-install", action="store_true")
    parser.add_argument("--growth", type=float, nargs="+")
    options = parser.parse_args()
    check_build(options.build)
    scratch = options.scratch or Path(tempfile.mkdtemp(prefix="dossier-race-"))
    scratch.mkdir(parents=True, exist_ok=True)
    scratch = scratch.resolve()
    try:
        if options.growth:
            return growth(options, scratch)
        folder = generated(scratch, options.entities, options.statements, options.seed)
        peer = None if options.without_peer else peer_folder(options, scratch)
        kind = "peer" if peer else "loop"
        print("raced with the peer" if peer else "without the peer: beside loops over the file in Python")
        theirs = race_kuzu(peer, folder) if peer else {}
        ours = race_dossier(options, scratch, folder, options.processor or not peer)  # as the loops' reading
        graph = counted.Graph(folder)
        ratios, differ = compare(ours, theirs, graph, graph.answers(1 if peer else 5))
        recorded = json.loads(options.record.read_text()) if options.record and options.record.exists() else {}
        if options.record:
            recorded[kind] = {k: round(v, 2) for k, v in ratios.items()}
            options.record.write_text(json.dumps(recorded, indent=2) + "\n")
        if options.against:
            report_slow_downs(ratios, json.loads(options.against.read_text())[kind], options.report)
        return 1 if differ else 0
    finally:
        if not options.scratch:
            shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
