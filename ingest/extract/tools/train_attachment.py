#!/usr/bin/env python3
"""Train the weights of attachments: a logistic regression on sites of raw text that parsers judge.

usage: train_attachment.py --teacher MODEL --out attachment_weights.tsv SITES.jsonl

SITES.jsonl is what `dossier_attachment_sites` prints. The teacher is another dependency parser (a directory that spaCy
loads); where it and the parser of the sites differ, a site counts for both. Features of fewer than --least sites, and
weights under --weight, are left out. Needs spaCy, scipy and scikit-learn.
"""
import argparse
import collections
import json
import sys

import numpy
import scipy.sparse
import spacy
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from regression import write_weights


def teach(model, sites):
    """Adds "taught", how much of a site is the noun's for both parsers; leaves out those where the teacher sees no site."""
    nlp = spacy.load(model, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    docs = (Doc(nlp.vocab, words=s["words"], sent_starts=[i == 0 for i in range(len(s["words"]))]) for s in sites)
    for site, doc in zip(sites, nlp.pipe(docs, batch_size=256)):
        head = doc[site["preposition"]].head.i
        site["teacher"] = None if head not in (site["noun"], site["verb"]) else head == site["noun"]
    return [s for s in sites if s["teacher"] is not None]


def matrix(sites, place):
    rows, columns = [], []
    for i, site in enumerate(sites):
        for name, _ in site["features"]:
            if name in place:
                rows.append(i)
                columns.append(place[name])
    return scipy.sparse.csr_matrix((numpy.ones(len(rows)), (rows, columns)), shape=(len(sites), len(place)))


def fit(sites, least, ridge):
    count = collections.Counter(name for site in sites for name, _ in site["features"])
    names = sorted(name for name, n in count.items() if n >= least)
    x = matrix(sites, {name: i for i, name in enumerate(names)})
    share = numpy.array([(s["of_noun"] + 2 * s["teacher"]) / 3 for s in sites])
    y = numpy.r_[numpy.ones(len(sites)), numpy.zeros(len(sites))]
    weight = numpy.r_[share, 1 - share]
    model = LogisticRegression(C=1 / ridge, max_iter=500).fit(scipy.sparse.vstack([x, x]), y, sample_weight=weight)
    return names, numpy.r_[model.coef_[0], model.intercept_]


def probabilities(sites, names, w):
    x = matrix(sites, {name: i for i, name in enumerate(names)})
    return 1 / (1 + numpy.exp(-(x @ w[:-1] + w[-1])))


def report(sites, arguments):
    """Fifths of the text, each judged by weights of the others: how often the words alone agree with both parsers."""
    fold = [(i // 200) % 5 for i in range(len(sites))]
    p = numpy.zeros(len(sites))
    for f in range(5):
        names, w = fit([s for s, k in zip(sites, fold) if k != f], arguments.least, arguments.ridge)
        held = [i for i, k in enumerate(fold) if k == f]
        w[:-1][abs(w[:-1]) < arguments.weight] = 0
        p[held] = probabilities([sites[i] for i in held], names, w)
    own = numpy.array([s["of_noun"] for s in sites])
    taught = numpy.array([s["teacher"] for s in sites])
    lead = numpy.array([s["lead"] for s in sites])
    same = own == taught
    print("sites %d, both parsers agree %.4f, words agree with them there %.4f" % (len(sites), same.mean(), ((p > 0.5) == own)[same].mean()))
    print("words against the parser of the sites: sites, share of them where the teacher is too")
    against = numpy.where(own, 1 - p, p)
    for low, high in ((0, 0.5), (0.5, 1), (1, 2), (2, 4), (4, 99)):
        for least in (0.6, 0.7, 0.8, 0.9):
            found = (against > least) & (lead >= low) & (lead < high)
            if found.any():
                print("  lead %.1f-%.1f  p > %.1f  %d  %.2f" % (low, high, least, found.sum(), (~same)[found].mean()))
    return p


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teacher", required=True)
    parser.add_argument("--out")
    parser.add_argument("--least", type=int, default=3)
    parser.add_argument("--ridge", type=float, default=3)
    parser.add_argument("--weight", type=float, default=0.15)
    parser.add_argument("sites")
    arguments = parser.parse_args()
    sites = teach(arguments.teacher, [json.loads(line) for line in open(arguments.sites)])
    report(sites, arguments)
    if arguments.out:
        names, w = fit(sites, arguments.least, arguments.ridge)
        with open(arguments.out, "w") as out:
            write_weights(out, "ingest/extract/tools/train_attachment.py from raw text (docs/extraction.md)", names, w, arguments.weight)
        print("weights", int((abs(w) >= arguments.weight).sum()), file=sys.stderr)


if __name__ == "__main__":
    main()
