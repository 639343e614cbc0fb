#!/usr/bin/env python3
"""Find the prepositions that verbs bind beside an object: blame it on, convert it into, separate it from.

usage: verb_bonds.py PARSES.jsonl... > verb_bonds.tsv

PARSES.jsonl is what `dossier parse --format jsonl` prints of raw text. Of the clauses with an object, or a passive's subject,
the first preposition behind it counts, whether the parser hangs it on the verb or on the object (but `of` is the object's), where
no date or number stands behind it. A pair is bound that is found --least times, in --share of the verb's clauses, --ratio times
as often as by chance.
"""
import argparse
import collections
import json

# Of what is done; `in`, `at`, `during` and the like tell where and when of any verb.
PREPOSITIONS = {"against", "as", "for", "from", "into", "of", "on", "onto", "over", "to", "with"}


def binds(token, verb, tokens, children):
    if token["dep"] not in ("prep", "dative") or token["tag"] not in ("IN", "TO"):
        return False
    held = [c for c in children if tokens[c]["dep"] == "pobj"]
    return (token["text"].lower() != "of" or token["head"] == verb) and all(
        tokens[h]["ent"][2:] not in ("DATE", "TIME", "CARDINAL") for h in held)


def clauses(tokens):
    """Lemma and first preposition, or None, of each clause that has an object."""
    children = collections.defaultdict(list)
    for i, token in enumerate(tokens):
        if token["head"] != i:
            children[token["head"]].append(i)
    for i, token in enumerate(tokens):
        if not token["tag"].startswith("VB"):
            continue
        objects = [c for c in children[i] if tokens[c]["dep"] == "dobj" and c > i]
        if not objects and all(tokens[c]["dep"] != "nsubjpass" for c in children[i]):
            continue
        heads = [i] + objects[-1:]
        behind = [c for h in heads for c in children[h] if c > heads[-1] and binds(tokens[c], i, tokens, children[c])]
        yield token["lemma"].lower(), tokens[min(behind)]["text"].lower() if behind else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parses", nargs="+", metavar="PARSES.jsonl")
    parser.add_argument("--least", type=int, default=5)
    parser.add_argument("--share", type=float, default=0.1)
    parser.add_argument("--ratio", type=float, default=3.5)
    options = parser.parse_args()
    verbs, prepositions, pairs = collections.Counter(), collections.Counter(), collections.Counter()
    for path in options.parses:
        with open(path, encoding="utf-8") as sentences:
            for line in sentences:
                for verb, preposition in clauses(json.loads(line)["tokens"]):
                    verbs[verb] += 1
                    if preposition:
                        prepositions[preposition] += 1
                        pairs[verb, preposition] += 1
    total = verbs.total()
    print("# Verb, preposition. Made by ingest/extract/tools/verb_bonds.py from raw text.")
    for (verb, preposition), count in sorted(pairs.items()):
        by_chance = verbs[verb] * prepositions[preposition] / total
        if (preposition in PREPOSITIONS and verb.isalpha() and count >= options.least and count >= options.share * verbs[verb]
                and count >= options.ratio * by_chance):
            print(verb, preposition, sep="\t")


if __name__ == "__main__":
    main()
