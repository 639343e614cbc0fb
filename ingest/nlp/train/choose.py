"""Chooses how much of a training to keep, by held-out agreement alone.

    python choose.py START TRAINED... --teacher md=PATH --teacher sm=PATH --data heldout.jsonl.gz --out OUT

Candidates  the means of START and each TRAINED at the shares 0.1, 0.2 ... 1 (average.py).
Rule        the highest mean, over the teachers and over heads, labels and entity F, of the agreement on the choosing
            half of the held-out articles, paragraphs as they are. Both teachers count alike: each learned from people's
            annotation, and errs in its own places.
Held out    every other article chooses; the rest are left for figures (evaluate.py).

Prints a line a candidate; OUT is the chosen mean.
"""

import argparse

import spacy

import units
from agreement import agreement, annotate
from average import mean

SHARES = [share / 10 for share in range(1, 11)]
COLUMNS = ("heads", "labels", "ents_f")


def rating(scores):
    return sum(s[column] for s in scores for column in COLUMNS) / (len(scores) * len(COLUMNS))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("start")
    parser.add_argument("trained", nargs="+")
    parser.add_argument("--teacher", action="append", required=True, metavar="NAME=PATH")
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()

    paragraphs = units.halves(units.read_paragraphs(args.data))[0]
    teachers = dict(t.split("=", 1) for t in args.teacher)
    references = {name: annotate(spacy.load(path), paragraphs) for name, path in teachers.items()}
    print("trained | share | " + " | ".join(f"{n} {c}" for n in teachers for c in COLUMNS) + " | rating")
    best, choice = -1.0, None
    for trained in args.trained:
        for share in SHARES:
            ours = annotate(mean(args.start, trained, share), paragraphs)
            scores = [agreement(ours, reference) for reference in references.values()]
            rated = rating(scores)
            figures = " | ".join(f"{s[c]:.2f}" for s in scores for c in COLUMNS)
            print(f"{trained} | {share} | {figures} | {rated:.3f}", flush=True)
            if rated > best:
                best, choice = rated, (trained, share)
    print(f"chosen: {choice[0]}, share {choice[1]}")
    mean(args.start, *choice).to_disk(args.out)


if __name__ == "__main__":
    main()
