"""The mean of two students of the same shape, weight by weight.

    python average.py START TRAINED OUT --share 0.5

What a short training learns and what it forgets lie on one line between its start and its end; about the middle much is
learned and little forgotten (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models", arXiv 2109.01903).
"""

import argparse

import spacy


def mean(start, trained, share):
    """The student between the two directories' students; `share` is of the trained one."""
    ours, theirs = spacy.load(start), spacy.load(trained)
    for name in ("tok2vec", "tagger", "parser", "ner"):
        for node, other in zip(ours.get_pipe(name).model.walk(), theirs.get_pipe(name).model.walk()):
            for parameter in node.param_names:
                if node.has_param(parameter):
                    between = (1 - share) * node.get_param(parameter) + share * other.get_param(parameter)
                    node.set_param(parameter, between.astype("f4"))
    return ours


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("start")
    parser.add_argument("trained")
    parser.add_argument("out")
    parser.add_argument("--share", type=float, required=True, help="of the trained one")
    args = parser.parse_args()

    mean(args.start, args.trained, args.share).to_disk(args.out)


if __name__ == "__main__":
    main()
