#!/usr/bin/env python3
"""Train the models of pronouns and of definite noun phrases: a log-linear distribution over what a mention may stand
for, and nothing.

usage: train_links.py pronouns --training DIR --build BUILD_DIR --links tests/data/links.tsv --out pronoun_weights.cc
       train_links.py nouns    (the same)                                                 --out nominal_weights.cc

DIR holds the texts that the links were read in. Five folds over articles give the share of right links above several
thresholds; all links give the weights. They are drawn towards a prior, for pronouns what Lappin and Leass (1994) and
binding theory expect, for nouns what the sieves take: a few hundred links say little of rare constellations. Needs numpy.
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
PRONOUN_PRIOR = {"kSpeaksAbove": 1.2, "kOwnSubject": 0.8, "kFronted": 2, "kSpoke": 1.5, "kSubject": 0.5, "kParallel": 0.5,
                 "kCoordination": 0.3, "kContains": -0.5, "kUnlikelyGender": -2, "kLifelessActor": -0.8, "kAbstract": -0.4,
                 "kBesideAbove": 0.8, "kHigherAbove": 0.5, "kParagraph": -0.3, "kBothObjects": 0.3, "kActor": 0.5, "kJoinedOwner": 2,
                 "kBothSuffer": 3, "kDidSuffers": -3, "kJudged": 2, "kAgent": 1.5, "kToldByBody": 1.5}
SHARED, OWN = 2.0, 4.0  # how strongly weights of all classes, and what a class adds to them, are drawn to the prior


class Model:
    def __init__(self, classes, header, enums, weights, prior, nothing_prior, first):
        text = (ROOT / "ingest/resolve" / header).read_text(encoding="utf-8")
        self.classes, self.weights, self.header = classes, weights, header
        self.features, self.nothings = (names_of(text, enum) for enum in enums)
        self.prior, self.nothing_prior, self.first = prior, nothing_prior, first  # first: number of the first class


def models(name):
    if name == "pronouns":
        return Model(("person", "thing", "many"), "pronoun_features.h", ("PronounFeature", "NothingFeature"),
                     ("kPronounWeights[3][kPronounFeatures]", "kNothingWeights[3][kNothingFeatures]"), PRONOUN_PRIOR,
                     {"kOpenAbove": 2, "kOpenBefore": 0.5}, 0)
    return Model(("noun",), "nominal_features.h", ("NominalFeature", "NewFeature"),
                 ("kNominalWeights[kNominalFeatures]", "kNewWeights[kNewFeatures]"),
                 {"kByRole": 2, "kByHead": 2, "kByKind": 2, "kByHeadName": 1, "kOfCountry": 2.5, "kDidSo": 3, "kCharged": 3}, {"kAlways": 1}, 3)


def names_of(header, enum):
    body = re.search(r"enum class " + enum + r"[^{]*\{(.*?)\};", re.sub(r"//.*", "", header), re.S)[1]
    return [name for name in re.findall(r"k\w+", body) if name != "kCount"]


def read_links(path):
    links = collections.defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            right = {-1 if part == "-" else int(part.split("+")[0]) for part in row["antecedents"].split()}  # a group by its first
            links[row["source"], int(row["article"])][int(row["offset"])] = right
    return links


def with_same_names(right, text):
    """Readers name one or two places of an antecedent; the same name stands for it elsewhere, past the title too."""
    data, places = text.encode(), collections.defaultdict(set)
    for word in re.finditer(rb"[\w\xc2-\xf4\x80-\xbf]+", data):
        places[word[0]].add(word.start())
    of = {place: word for word, found in places.items() for place in found}
    same = lambda place: places[of[place]] if place in of and of[place].decode("utf-8", "ignore")[:1].isupper() else set()
    return {mention: set().union(answers, *map(same, answers)) for mention, answers in right.items()}


def read_cases(training, build, links, model):
    """Every labelled mention of the model's classes with its candidates' features and the places of the right ones."""
    cases, names = [], sorted(links)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as articles:
        for source in sorted({source for source, _ in names}):
            texts = [json.loads(line)["text"] for line in gzip.open(training / f"{source}.jsonl.gz", "rt", encoding="utf-8")]
            for number in sorted(number for name, number in names if name == source):
                articles.write(json.dumps({"id": f"{source}-{number}", "text": texts[number]}) + "\n")
                links[source, number] = with_same_names(links[source, number], texts[number])
        articles.flush()
        lines = subprocess.run([build / "ingest/resolve/dossier_resolve_parsed", "--cases", "--articles", articles.name],
                               check=True, capture_output=True, text=True).stdout.splitlines()
    for line in lines:
        kind, number, *_ = line.split("\t")
        if kind == "case":
            article = names[int(number)]
            cases.append((article, [line]))
        else:
            cases[-1][1].append(line)
    return [case for article, of in cases for case in cases_of(of, links[article], article, model)]


def cases_of(lines, right, article, model):
    cases, case = [], None
    for line in lines:
        kind, *parts = line.split("\t")
        if kind == "case":
            case = {"article": article, "offset": int(parts[1]), "class": int(parts[2]) - model.first, "rows": [], "right": [],
                    "nothing": [float(value) for value in parts[4:]]}
            if case["offset"] in right and 0 <= case["class"] < len(model.classes):
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


def matrix(case, model):
    """Rows: candidates, then nothing. Columns: shared weights, then those of each class; the same for nothing."""
    nf, nn, c, parts = len(model.features), len(model.nothings), case["class"], len(model.classes) + 1
    x = numpy.zeros((len(case["rows"]) + 1, parts * (nf + nn)))
    for i, row in enumerate(case["rows"]):
        x[i, :nf] = x[i, (c + 1) * nf:(c + 2) * nf] = row
    base = parts * nf
    x[-1, base:base + nn] = x[-1, base + (c + 1) * nn:base + (c + 2) * nn] = case["nothing"]
    return x


def fit(cases, model, steps=600, kept=None):
    """Adam on the penalised likelihood; where `kept` is a number the weight stays so."""
    nf, nn, k = len(model.features), len(model.nothings), len(model.classes)
    penalty = numpy.concatenate([numpy.full(n, p) for n, p in ((nf, SHARED), (k * nf, OWN), (nn, SHARED), (k * nn, OWN))])
    prior = numpy.zeros(len(penalty))
    for name, value in model.prior.items():
        prior[model.features.index(name)] = value
    for name, value in model.nothing_prior.items():
        prior[(k + 1) * nf + model.nothings.index(name)] = value
    parts = [matrix(case, model) for case in cases]
    x, start = numpy.concatenate(parts), numpy.cumsum([0] + [len(p) for p in parts])[:-1]
    of = numpy.repeat(numpy.arange(len(parts)), [len(p) for p in parts])
    right = numpy.zeros(len(x))
    for begin, case in zip(start, cases):
        right[[begin + r for r in case["right"]]] = 1
    free = numpy.isnan(kept) if kept is not None else numpy.ones(len(prior), bool)
    w, m, v = numpy.where(free, prior, kept if kept is not None else 0), 0, 0
    for step in range(1, steps + 1):
        score = x @ w
        e = numpy.exp(score - numpy.maximum.reduceat(score, start)[of])
        p = e / numpy.add.reduceat(e, start)[of]
        q = p * right / numpy.maximum(numpy.add.reduceat(p * right, start), 1e-12)[of]
        gradient = free * (penalty * (w - prior) + x.T @ (p - q))
        m, v = 0.9 * m + 0.1 * gradient, 0.99 * v + 0.01 * gradient ** 2
        w = w - 0.08 * 0.995 ** step * (m / (1 - 0.9 ** step)) / (numpy.sqrt(v / (1 - 0.99 ** step)) + 1e-8)
    return w


def read_kept(path, model):
    """The weights of the features that the file knows; NaN for later ones."""
    nf, nn, k = len(model.features), len(model.nothings), len(model.classes)
    rows = [[float(value) for value in re.findall(r"(-?\d+\.\d+)F", row)] for row in path.read_text(encoding="utf-8").split("{")]
    rows = [row for row in rows if row]
    kept = numpy.full((k + 1) * (nf + nn), numpy.nan)
    for c in range(k):
        for base, width, row in ((0, nf, rows[c]), ((k + 1) * nf, nn, rows[k + c])):
            kept[base:base + len(row)] = 0
            kept[base + (c + 1) * width:base + (c + 1) * width + len(row)] = row
    return kept


def probabilities(case, w, model):
    score = matrix(case, model) @ w
    e = numpy.exp(score - score.max())
    return e / e.sum()


def judge(judged, model):
    for least in (0.4, 0.5, 0.6, 0.65, 0.75):
        for c, name in enumerate(model.classes):
            of_class = [(case, p) for case, p in judged if case["class"] == c]
            linked = [(case, p) for case, p in of_class if len(p) > 1 and p[:-1].max() >= least]
            right = sum(int(p[:-1].argmax()) in case["right"] for case, p in linked)
            print(f"{least}: {name}: {right} of {len(linked)} links right; {sum(case['refers'] for case, _ in of_class)} to find")


def cross_validate(cases, model, kept, folds=5):
    articles, judged = sorted({case["article"] for case in cases}), []
    for fold in range(folds):
        held = set(articles[fold::folds])
        w = fit([case for case in cases if case["article"] not in held], model, 200, kept)
        judged += [(case, probabilities(case, w, model)) for case in cases if case["article"] in held]
    judge(judged, model)


def table(rows):
    text = ",\n".join("    {" + ", ".join(f"{value:.2f}F" for value in row) + "}" for row in rows)
    return f"{{\n{text}}}" if len(rows) > 1 else text.strip()


def write_weights(path, w, model):
    nf, nn, k = len(model.features), len(model.nothings), len(model.classes)
    base = (k + 1) * nf
    of_things = [w[:nf] + w[(c + 1) * nf:(c + 2) * nf] for c in range(k)]
    of_nothing = [w[base:base + nn] + w[base + (c + 1) * nn:base + (c + 2) * nn] for c in range(k)]
    header = path.name.replace(".cc", ".h")
    path.write_text(
        "// Made by tools/train_links.py from tests/data/links.tsv. Do not edit.\n"
        f'#include "ingest/resolve/{header}"\n\nnamespace dossier::ingest {{\n\n'
        f"const float {model.weights[0]} = {table(of_things)};\n\n"
        f"const float {model.weights[1]} = {table(of_nothing)};\n\n}}  // namespace dossier::ingest\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", choices=("pronouns", "nouns"))
    for name in ("training", "build", "links", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--keep", type=Path, help="a file of weights that stay as they are; only those of new features are fitted")
    options = parser.parse_args()
    model = models(options.model)
    cases = read_cases(options.training, options.build, read_links(options.links), model)
    kept = read_kept(options.keep, model) if options.keep else None
    cross_validate(cases, model, kept)
    write_weights(options.out, fit(cases, model, kept=kept), model)


if __name__ == "__main__":
    main()
