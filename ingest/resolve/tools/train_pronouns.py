#!/usr/bin/env python3
"""Train the pronoun model: a log-linear distribution over what a pronoun may stand for, and nothing.

usage: train_pronouns.py --training DIR --build BUILD_DIR --links tests/data/links.tsv --out pronoun_weights.cc

DIR holds the texts that the links were read in. Five folds over articles give the share of right links above several
thresholds; all links give the weights. They are drawn towards PRIOR, what Lappin and Leass (1994) and binding theory
expect, not towards nothing: a few hundred links say little of rare constellations. Needs numpy.
"""
import argparse
import collections
import csv
import gzip
import json
import re
import subprocess
import tempfile
from pathlib import Path

import numpy

ROOT = Path(__file__).resolve().parents[3]
PRIOR = {"kSpeaksAbove": 1.2, "kOwnSubject": 0.8, "kFronted": 2, "kSpoke": 1.5, "kSubject": 0.5, "kParallel": 0.5, "kCoordination": 0.3,
         "kContains": -0.5, "kUnlikelyGender": -2, "kLifelessActor": -0.8, "kAbstract": -0.4, "kBesideAbove": 0.8, "kHigherAbove": 0.5, "kParagraph": -0.3, "kBothObjects": 0.3, "kActor": 0.5, "kJoinedOwner": 2}
NOTHING_PRIOR = {"kOpenAbove": 2, "kOpenBefore": 0.5}
SHARED, OWN = 2.0, 4.0  # how strongly weights of all pronouns, and what a class adds to them, are drawn to the prior
CLASSES = ("person", "thing", "many")


def names_of(header, enum):
    body = re.search(r"enum class " + enum + r"[^{]*\{(.*?)\};", re.sub(r"//.*", "", header), re.S)[1]
    return [name for name in re.findall(r"k\w+", body) if name != "kCount"]


def read_links(path):
    links = collections.defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            right = {-1 if part == "-" else int(part) for part in row["antecedents"].split()}
            links[row["source"], int(row["article"])][int(row["offset"])] = right
    return links


def read_cases(training, build, links):
    """Every labelled pronoun with its candidates' features and the places of the right ones."""
    cases = []
    for source in sorted({source for source, _ in links}):
        texts = [json.loads(line)["text"] for line in gzip.open(training / f"{source}.jsonl.gz", "rt", encoding="utf-8")]
        for article in sorted(number for name, number in links if name == source):
            with tempfile.TemporaryDirectory() as scratch:
                text, parsed = Path(scratch) / "article.txt", Path(scratch) / "parsed.jsonl"
                text.write_text(texts[article], encoding="utf-8")
                with parsed.open("w") as out:
                    subprocess.run([build / "dossier", "parse", "--format", "jsonl", text], stdout=out, check=True)
                lines = subprocess.run([build / "ingest/resolve/dossier_resolve_parsed", "--cases", parsed], check=True,
                                       capture_output=True, text=True).stdout.splitlines()
            cases += cases_of(lines, links[source, article], (source, article))
    return cases


def cases_of(lines, right, article):
    cases, case = [], None
    for line in lines:
        kind, *parts = line.split("\t")
        if kind == "case":
            case = {"article": article, "offset": int(parts[1]), "class": int(parts[2]), "rows": [], "right": [],
                    "nothing": [float(value) for value in parts[4:]]}
            if case["offset"] in right:
                cases.append(case)
        else:
            mentions = {int(place) for place in parts[0].split()}
            if mentions & right.get(case["offset"], set()):
                case["right"].append(len(case["rows"]))
            case["rows"].append([float(value) for value in parts[2:]])
    for case in cases:
        answer = right[case["offset"]]
        case["refers"] = -1 not in answer
        if not case["right"] or -1 in answer:
            case["right"].append(len(case["rows"]))  # nothing
    return cases


def matrix(case, features, nothings):
    """Rows: candidates, then nothing. Columns: shared weights, then those of each class; the same for nothing."""
    nf, nn, c = len(features), len(nothings), case["class"]
    x = numpy.zeros((len(case["rows"]) + 1, 4 * (nf + nn)))
    for i, row in enumerate(case["rows"]):
        x[i, :nf] = x[i, (c + 1) * nf:(c + 2) * nf] = row
    base = 4 * nf
    x[-1, base:base + nn] = x[-1, base + (c + 1) * nn:base + (c + 2) * nn] = case["nothing"]
    return x


def fit(cases, features, nothings, steps=600):
    """Adam on the penalised likelihood."""
    nf, nn = len(features), len(nothings)
    penalty = numpy.concatenate([numpy.full(n, p) for n, p in ((nf, SHARED), (3 * nf, OWN), (nn, SHARED), (3 * nn, OWN))])
    prior = numpy.zeros(len(penalty))
    for name, value in PRIOR.items():
        prior[features.index(name)] = value
    for name, value in NOTHING_PRIOR.items():
        prior[4 * nf + nothings.index(name)] = value
    parts = [matrix(case, features, nothings) for case in cases]
    x, start = numpy.concatenate(parts), numpy.cumsum([0] + [len(p) for p in parts])[:-1]
    of = numpy.repeat(numpy.arange(len(parts)), [len(p) for p in parts])
    right = numpy.zeros(len(x))
    for begin, case in zip(start, cases):
        right[[begin + r for r in case["right"]]] = 1
    w, m, v = prior.copy(), 0, 0
    for step in range(1, steps + 1):
        score = x @ w
        e = numpy.exp(score - numpy.maximum.reduceat(score, start)[of])
        p = e / numpy.add.reduceat(e, start)[of]
        q = p * right / numpy.maximum(numpy.add.reduceat(p * right, start), 1e-12)[of]
        gradient = penalty * (w - prior) + x.T @ (p - q)
        m, v = 0.9 * m + 0.1 * gradient, 0.99 * v + 0.01 * gradient ** 2
        w = w - 0.08 * 0.995 ** step * (m / (1 - 0.9 ** step)) / (numpy.sqrt(v / (1 - 0.99 ** step)) + 1e-8)
    return w


def probabilities(case, w, features, nothings):
    score = matrix(case, features, nothings) @ w
    e = numpy.exp(score - score.max())
    return e / e.sum()


def cross_validate(cases, features, nothings, folds=5):
    articles, judged = sorted({case["article"] for case in cases}), []
    for fold in range(folds):
        held = set(articles[fold::folds])
        w = fit([case for case in cases if case["article"] not in held], features, nothings, 200)
        judged += [(case, probabilities(case, w, features, nothings)) for case in cases if case["article"] in held]
    for least in (0.5, 0.6, 0.65, 0.7):
        for c, name in enumerate(CLASSES):
            of_class = [(case, p) for case, p in judged if case["class"] == c]
            linked = [(case, p) for case, p in of_class if len(p) > 1 and p[:-1].max() >= least]
            right = sum(int(p[:-1].argmax()) in case["right"] for case, p in linked)
            print(f"{least}: {name}: {right} of {len(linked)} links right; {sum(case['refers'] for case, _ in of_class)} to find")


def table(rows):
    return ",\n".join("    {" + ", ".join(f"{value:.2f}F" for value in row) + "}" for row in rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("training", "build", "links", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    header = (ROOT / "ingest/resolve/pronoun_features.h").read_text(encoding="utf-8")
    features, nothings = names_of(header, "PronounFeature"), names_of(header, "NothingFeature")
    cases = read_cases(options.training, options.build, read_links(options.links))
    cross_validate(cases, features, nothings)
    w, nf, nn = fit(cases, features, nothings), len(features), len(nothings)
    base = 4 * nf
    of_things = [w[:nf] + w[(c + 1) * nf:(c + 2) * nf] for c in range(3)]
    of_nothing = [w[base:base + nn] + w[base + (c + 1) * nn:base + (c + 2) * nn] for c in range(3)]
    options.out.write_text(
        "// Made by tools/train_pronouns.py from tests/data/links.tsv. Do not edit.\n"
        '#include "ingest/resolve/pronoun_weights.h"\n\nnamespace dossier::ingest {\n\n'
        f"const float kPronounWeights[3][kPronounFeatures] = {{\n{table(of_things)}}};\n\n"
        f"const float kNothingWeights[3][kNothingFeatures] = {{\n{table(of_nothing)}}};\n\n}}  // namespace dossier::ingest\n",
        encoding="utf-8")


if __name__ == "__main__":
    main()
