"""The mean of two students of the same shape, weight by weight.

    python average.py START TRAINED OUT [--share 0.5]

What a short training learns and what it forgets lie on one line between its start and its end; about the middle much is
learned and little forgotten (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models", arXiv 2109.01903).
"""

import argparse

import spacy


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("start")
    parser.add_argument("trained")
    parser.add_argument("out")
    parser.add_argument("--share", type=float, default=0.5, help="of the trained one")
    args = parser.parse_args()

    start, trained = spacy.load(args.start), spacy.load(args.trained)
    for name in ("tok2vec", "tagger", "parser", "ner"):
        nodes = zip(start.get_pipe(name).model.walk(), trained.get_pipe(name).model.walk())
        for ours, theirs in nodes:
            for parameter in ours.param_names:
                if ours.has_param(parameter):
                    mean = (1 - args.share) * ours.get_param(parameter) + args.share * theirs.get_param(parameter)
                    ours.set_param(parameter, mean.astype("f4"))
    start.to_disk(args.out)


if __name__ == "__main__":
    main()
