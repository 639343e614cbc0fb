#!/usr/bin/env python3
"""Train the weights of attachments: which of several words a phrase, participle, relative clause or conjunct belongs to.

usage: train_attachment.py --labels attachments.tsv --out attachment_weights.tsv SOURCE=SITES.jsonl...

SITES.jsonl is what `dossier_attachment_sites` prints of the articles of SOURCE, in the order in which the labels count them.
Two conditional logits over the heads of a site (the softmax of their scores): the first learns words from the sites without labels on
which the parser was sure, without being told where it hung them; the second learns from the labels, with the score of the first as
one more feature. Both are linear, so that their sum is one table. Prints how often the weights are right in fifths of the
articles that they were not trained on, beside the parser. The shipped table is what this writes, cut to two decimals. Needs scipy.
"""
import argparse
import collections
import json
import random

import numpy
import scipy.sparse
from scipy.optimize import minimize

from regression import write_weights

PARSER = ("now", "now_margin", "now_place", "now_far", "now_val", "before_now", "behind_now")
SURE = 2  # logits


def read_labels(path):
    labels = {}
    for line in open(path):
        if line.startswith("#"):
            continue
        source, article, at, heads = line.rstrip("\n").split("\t")
        labels[source, int(article), int(at)] = [] if heads == "-" else [int(h) for h in heads.split("|")]
    return labels


def read_sites(sources, labels):
    """Labelled sites, and those of articles' other words on which the parser was sure."""
    labelled, sure = [], []
    for source in sources:
        name, path = source.split("=", 1)
        for line in open(path):
            site = json.loads(line)
            site["source"] = name
            right = labels.get((name, site["article"], site["at"]))
            if right is None and site["sure"] > SURE:
                site["share"] = numpy.eye(len(site["heads"]))[site["now"]]
                sure.append(site)
            elif right:
                site["share"] = numpy.zeros(len(site["heads"]))
                for i, head in enumerate(right):
                    site["share"][site["heads"].index(head)] = 1 if len(right) == 1 else 0.6 if i == 0 else 0.4 / (len(right) - 1)
                labelled.append(site)
    return labelled, sure


def named(feature):
    return (feature, 1.0) if isinstance(feature, str) else feature


def is_of_parser(name):
    return name.partition("=")[0].rpartition(" ")[2] in PARSER


def name_features(sites, least, keep=lambda name: True):
    count = collections.Counter(name for s in sites for head in s["features"] for name, _ in map(named, head) if keep(name))
    return {name: i for i, name in enumerate(sorted(n for n, k in count.items() if k >= least))}


def matrix(sites, place):
    rows, columns, values, row = [], [], [], 0
    for site in sites:
        for head in site["features"]:
            for name, value in map(named, head):
                if name in place:
                    rows.append(row)
                    columns.append(place[name])
                    values.append(value / 5 if name.endswith("margin") else value)
            row += 1
    return scipy.sparse.csr_matrix((values, (rows, columns)), shape=(row, len(place)))


def fit(x, sites, ridge):
    group = numpy.repeat(numpy.arange(len(sites)), [len(s["heads"]) for s in sites])
    share = numpy.concatenate([s["share"] for s in sites])

    def loss(w):
        z = x @ w
        top = numpy.full(len(sites), -numpy.inf)
        numpy.maximum.at(top, group, z)
        e = numpy.exp(z - top[group])
        p = e / numpy.bincount(group, e)[group]
        return -(share * numpy.log(p + 1e-12)).sum() + ridge / 2 * (w @ w), x.T @ (p - share) + ridge * w

    return minimize(loss, numpy.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 100}).x


def are_right(sites, scores):
    found, row = [], 0
    for site in sites:
        n = len(site["heads"])
        found.append(site["share"][int(numpy.argmax(scores[row : row + n]))] >= 0.3)
        row += n
    return numpy.array(found)


def train(labelled, words, first, arguments):
    """Weights by name: of the labels, and of what the sure sites said."""
    place = name_features(labelled, arguments.least)
    told = matrix(labelled, words) @ first
    w = fit(scipy.sparse.hstack([matrix(labelled, place), told[:, None] / 2]).tocsr(), labelled, arguments.ridge)
    weights = collections.Counter({name: w[-1] / 2 * first[i] for name, i in words.items()})
    for name, i in place.items():
        weights[name] += w[i] / 5 if name.endswith("margin") else w[i]
    return {name: value for name, value in weights.items() if abs(value) >= arguments.weight}


def report(labelled, words, first, arguments):
    articles = sorted({(s["source"], s["article"]) for s in labelled})
    random.Random(1).shuffle(articles)
    fold = {article: i % 5 for i, article in enumerate(articles)}
    part = numpy.array([fold[s["source"], s["article"]] for s in labelled])
    right = numpy.zeros(len(labelled), bool)
    for f in range(5):
        weights = train([s for s, k in zip(labelled, part) if k != f], words, first, arguments)
        held = [s for s, k in zip(labelled, part) if k == f]
        scores = [sum(weights.get(name, 0) * value for name, value in map(named, head)) for s in held for head in s["features"]]
        right[part == f] = are_right(held, numpy.array(scores))
    parser = numpy.array([s["share"][s["now"]] >= 0.3 for s in labelled])
    family = numpy.array([next(n[0] for n, _ in map(named, s["features"][0]) if n[1:7] == " place") for s in labelled])
    print("sites  parser right  weights right")
    for kind in ["P", "V", "R", "C", None]:
        chosen = family == kind if kind else numpy.ones(len(family), bool)
        print("%s %d  %.4f  %.4f" % (kind or "all", chosen.sum(), parser[chosen].mean(), right[chosen].mean()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", required=True)
    parser.add_argument("--out")
    parser.add_argument("--least", type=int, default=3, help="labelled heads that a feature is met at")
    parser.add_argument("--ridge", type=float, default=4)
    parser.add_argument("--weight", type=float, default=0.1, help="smaller ones are left out")
    parser.add_argument("sources", nargs="+", metavar="SOURCE=SITES.jsonl")
    arguments = parser.parse_args()
    labelled, sure = read_sites(arguments.sources, read_labels(arguments.labels))
    words = name_features(sure, 4, lambda name: not is_of_parser(name))
    first = fit(matrix(sure, words), sure, 2)
    print("labelled %d, sure %d" % (len(labelled), len(sure)))
    report(labelled, words, first, arguments)
    if arguments.out:
        weights = train(labelled, words, first, arguments)
        names = sorted(weights)
        with open(arguments.out, "w") as out:
            write_weights(out, "ingest/extract/tools/train_attachment.py from attachments.tsv (docs/extraction.md)", names, numpy.array([weights[n] for n in names] + [0.0]), arguments.weight)
        print("weights", len(weights))


if __name__ == "__main__":
    main()
