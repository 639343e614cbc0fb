#!/usr/bin/env python3
"""Train the confidence of statements: a logistic regression on statements that were read against their sentences.

usage: train_statements.py --training DIR --build BUILD_DIR --verdicts tests/data/verdicts.tsv --out statement_weights.tsv

DIR holds the texts that the statements were made of. A right statement counts 1, a blemished one 1/2, a wrong one 0: this
tells good from bad better than either border alone. Then slope and bias are set so that the confidence is the share that
is not wrong; since those who mended the extractor looked at the verdicts, fewer of the wrong ones than elsewhere are left, so
right, blemished and wrong ones count as often as when they were read. Ten folds over articles give the area under the curve, the reliability table and what refusing the least
certain would leave; all statements give the weights. Rare features (fewer than --least statements) are left out. Needs numpy.
"""
import argparse
import collections
import csv
import gzip
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "extract/tools"))
from regression import fit, matrix, write_weights  # noqa: E402

WORTH = {"right": 1.0, "blemished": 0.5, "wrong": 0.0}


def read_verdicts(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def statements_of(training, build, verdicts):
    """Every statement of the articles, with its features, by what it says and where."""
    wanted = collections.defaultdict(set)
    for row in verdicts:
        wanted[row["source"]].add(int(row["article"]))
    found = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as scratch:
        for source, articles in sorted(wanted.items()):
            path = Path(scratch) / f"{source}.jsonl"
            with gzip.open(training / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines, path.open("w") as out:
                for number, line in enumerate(lines):
                    if number in articles:
                        out.write(json.dumps({"id": str(number), "text": json.loads(line)["text"]}) + "\n")
            printed = subprocess.run([build / "ingest/resolve/dossier_statement_features", path], check=True, capture_output=True, text=True)
            for line in printed.stdout.splitlines():
                made = json.loads(line)
                found[source, int(made["article"]), made["sentence"], made["subject"], made["predicate"], made["object"]].append(made)
    return found


def join(verdicts, found):
    """The features, worth and article of each verdict whose statement is still made."""
    rows = []
    for row in verdicts:
        same = found.get((row["source"], int(row["article"]), int(row["sentence"]), row["subject"], row["predicate"], row["object"]), [])
        same = [made for made in same if made["modality"] == row["modality"] and made["negated"] == (row["negated"] == "true")]
        if same:
            rows.append((same[0]["features"], WORTH[row["verdict"]], (row["source"], row["article"])))
    return rows


def shares(verdicts, worth):
    """How often each statement that is still made counts for all that were read with its verdict."""
    read = collections.Counter(WORTH[row["verdict"]] for row in verdicts)
    made = collections.Counter(worth)
    return numpy.array([read[value] / made[value] for value in worth])


def scaled(scores, good, weights):
    """Slope and bias that make of the scores the probability of being good."""
    slope, bias = fit(numpy.stack([scores, numpy.ones(len(scores))], axis=1), good.astype(float), 1e-6)
    odds = (weights * good).sum() / (weights * ~good).sum()  # prior correction: King and Zeng 2001
    return slope, bias + numpy.log(odds) - numpy.log(good.sum() / (~good).sum())


def area(good, scores):
    rank = numpy.empty(len(scores))
    rank[numpy.argsort(scores, kind="stable")] = numpy.arange(1, len(scores) + 1)
    return (rank[good].sum() - good.sum() * (good.sum() + 1) / 2) / (good.sum() * (~good).sum())


def out_of_fold(x, y, rows, ridge):
    articles = sorted({article for _, _, article in rows})
    random.Random(3).shuffle(articles)
    fold_of = {article: i % 10 for i, article in enumerate(articles)}
    folds = numpy.array([fold_of[article] for _, _, article in rows])
    scores = numpy.zeros(len(rows))
    for fold in range(10):
        scores[folds == fold] = x[folds == fold] @ fit(x[folds != fold], y[folds != fold], ridge)
    return scores


def report(scores, y, weights):
    right, good = y == 1, y > 0
    slope, bias = scaled(scores, good, weights)
    p = 1 / (1 + numpy.exp(-slope * scores - bias))

    def share(of, inside=slice(None)):
        return (weights * of)[inside].sum() / weights[inside].sum()

    print("%d statements: %.1f %% right, %.1f %% not wrong; area under the curve %.3f and %.3f" % (
        len(y), 100 * share(right), 100 * share(good), area(right, scores), area(good, scores)))
    print("confidence  statements  mean confidence  not wrong  right")
    for low in numpy.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            print("%.1f-%.1f  %10d  %15.2f  %9.2f  %5.2f" % (low, low + 0.1, inside.sum(), share(p, inside), share(good, inside), share(right, inside)))
    order = numpy.argsort(scores)
    below = numpy.cumsum(weights[order]) / weights.sum()
    for refused in (0.02, 0.05, 0.1, 0.15, 0.2, 0.3):
        kept = order[numpy.searchsorted(below, refused):]
        print("without the least certain %2d %%: below %.2f; %.1f %% right, %.1f %% not wrong" % (
            100 * refused, p[kept[0]], 100 * share(right, kept), 100 * share(good, kept)))
    return slope, bias


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("training", "build", "verdicts", "out"):
        parser.add_argument("--" + name, required=True, type=Path)
    parser.add_argument("--ridge", type=float, default=16.0)
    parser.add_argument("--least", type=int, default=15)
    options = parser.parse_args()

    verdicts = read_verdicts(options.verdicts)
    rows = join(verdicts, statements_of(options.training, options.build, verdicts))
    print(f"{len(rows)} of the {len(verdicts)} statements are still made")
    counts = collections.Counter(name for features, _, _ in rows for name, _ in features)
    names = sorted(name for name, count in counts.items() if count >= options.least)
    x, y = matrix([features for features, _, _ in rows], names), numpy.array([worth for _, worth, _ in rows])
    slope, bias = report(out_of_fold(x, y, rows, options.ridge), y, shares(verdicts, y))

    w = fit(x, y, options.ridge)
    w = w * slope
    w[-1] += bias
    with options.out.open("w", encoding="utf-8") as out:
        write_weights(out, "ingest/resolve/tools/train_statements.py from tests/data/verdicts.tsv", names, w, 0.0005)


if __name__ == "__main__":
    main()
