"""Agreement of pipelines with a reference pipeline on held-out news, the half that chose nothing, as a table.

    python evaluate.py --reference en_core_web_md --pipeline student=DIR --pipeline sm=en_core_web_sm --data heldout.jsonl.gz

Three readings of the same paragraphs: as they are in the article; a sentence at a time; and a sentence at a time
pre-tokenised (blanks around every token, `` and '' for quotation marks), where the reference reads the plain sentence.
"""

import argparse
from pathlib import Path

import spacy
from spacy.tokens import Doc

import units
from agreement import agreement

COLUMNS = ("tags", "heads", "labels", "lemmas", "sents_f", "splits", "ents_p", "ents_r", "ents_f", "main_ents_f")


def readings(paragraphs):
    sentences = [sentence for p in paragraphs for sentence in units.sentences_of(p)]
    plain = [(s.words, s.spaces) for s in sentences]
    tokenised = [(units.treebank_quotes(s.words), [True] * (len(s.words) - 1) + [False]) for s in sentences]
    whole = [(p["words"], p["spaces"]) for p in paragraphs]
    return {"paragraphs": (whole, whole), "sentences": (plain, plain), "pre-tokenised sentences": (tokenised, plain)}


def read(nlp, texts):
    return list(nlp.pipe([Doc(nlp.vocab, words=words, spaces=spaces) for words, spaces in texts], batch_size=64))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reference", required=True)
    parser.add_argument("--pipeline", action="append", required=True, metavar="NAME=PATH")
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()

    reference = spacy.load(args.reference)
    pipelines = [(name, spacy.load(path)) for name, path in (p.split("=", 1) for p in args.pipeline)]
    paragraphs = units.halves(units.read_paragraphs(args.data))[1]
    print("reading | pipeline | words | " + " | ".join(COLUMNS))
    for name, (ours, theirs) in readings(paragraphs).items():
        expected = read(reference, theirs)
        for pipeline, nlp in pipelines:
            scores = agreement(read(nlp, ours), expected)
            print(f"{name} | {pipeline} | {scores['words']} | " + " | ".join(f"{scores[c]:.2f}" for c in COLUMNS), flush=True)


if __name__ == "__main__":
    main()
