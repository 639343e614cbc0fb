#!/usr/bin/env python3
"""Train the extractor's confidence: a logistic regression on extractions labelled by CaRB's gold.

usage: train_confidence.py --scorer score_carb.py --gold gold.tsv --features FEATURES.jsonl --out confidence_weights.tsv

FEATURES.jsonl is what `dossier_extract_parsed --features` prints. An extraction's label is how much of it a gold
extraction of its sentence has, paired one to one as CaRB pairs them for precision; rounded to right or wrong at one half
where --binary says so. Five folds over sentences give the reliability table and the out-of-fold F1, then all sentences
give the weights. Rare features (fewer than --least extractions) are left out.
"""
import argparse
import collections
import importlib.util
import json
import random

import numpy

from regression import fit, matrix, write_weights


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score_carb", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def label(scorer, gold, found, share):
    """Sets "label" of every record: paired precision, mixed with the best precision against any gold."""
    for key, records in found.items():
        tuples = [scorer.parse_prediction(record, key)[1].tuple for record in records]
        table = [[scorer.overlap(reference, t)[0] for t in tuples] for reference in gold.get(key, [])]
        pairs = sorted((-row[c], r, c) for r, row in enumerate(table) for c in range(len(tuples)))
        rows, paired = set(), {}
        for value, r, c in pairs:
            if r not in rows and c not in paired:
                rows.add(r)
                paired[c] = -value
        for c, record in enumerate(records):
            best = max((row[c] for row in table), default=0.0)
            record["label"] = share * paired.get(c, 0.0) + (1 - share) * best


def f1_of(scorer, gold, records):
    predictions = collections.defaultdict(list)
    for record in records:
        predictions[record["key"]].append(scorer.Prediction(record["tuple"], round(float(record["p"]), 3)))
    return scorer.score(gold, predictions)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("scorer", "gold", "features", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--ridge", type=float, default=4.0)
    parser.add_argument("--least", type=int, default=8)
    parser.add_argument("--share", type=float, default=1.0, help="of the paired precision in the label")
    parser.add_argument("--binary", action="store_true")
    options = parser.parse_args()

    scorer = load_scorer(options.scorer)
    gold = scorer.read_gold(options.gold)
    found = collections.defaultdict(list)
    with open(options.features, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["statement_only"]:
                continue
            record["key"] = scorer.sentence_key(record["sentence"])
            record["tuple"] = scorer.parse_prediction(record, "")[1].tuple
            if record["key"] in gold:
                found[record["key"]].append(record)
    label(scorer, gold, found, options.share)
    records = [record for group in found.values() for record in group]
    counts = collections.Counter(name for record in records for name, _ in record["features"])
    names = sorted(name for name, count in counts.items() if count >= options.least)
    x = matrix([record["features"] for record in records], names)
    y = numpy.array([record["label"] for record in records])
    if options.binary:
        y = (y >= 0.5).astype(float)

    keys = sorted(found)
    random.Random(7).shuffle(keys)
    fold_of = {key: i % 5 for i, key in enumerate(keys)}
    folds = numpy.array([fold_of[record["key"]] for record in records])
    for fold in range(5):
        w = fit(x[folds != fold], y[folds != fold], options.ridge)
        for row in numpy.flatnonzero(folds == fold):
            records[row]["p"] = 1 / (1 + numpy.exp(-x[row] @ w))
    result = f1_of(scorer, gold, records)
    print("out of fold: P %.1f R %.1f F1 %.1f at %.2f, AUC %.1f" % (
        100 * result.best.precision, 100 * result.best.recall, 100 * result.best.f1, result.best.threshold, 100 * result.auc))
    p = numpy.array([record["p"] for record in records])
    print("confidence  extractions  mean confidence  right")
    for low in numpy.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            print("%.1f-%.1f  %11d  %15.2f  %5.2f" % (low, low + 0.1, inside.sum(), p[inside].mean(), y[inside].mean()))

    w = fit(x, y, options.ridge)
    for record, row in zip(records, x):
        record["p"] = 1 / (1 + numpy.exp(-row @ w))
    result = f1_of(scorer, gold, records)
    print("in sample: F1 %.1f at %.2f, AUC %.1f" % (100 * result.best.f1, result.best.threshold, 100 * result.auc))
    with open(options.out, "w", encoding="utf-8") as out:
        write_weights(out, "ingest/extract/tools/train_confidence.py from CaRB's development half (MIT licence)", names, w, 0.005)


if __name__ == "__main__":
    main()
