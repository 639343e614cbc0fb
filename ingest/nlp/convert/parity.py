"""Compares the language runtime with spaCy, token by token.

    python parity.py MODEL MODEL.dlm RUNTIME TEXTS.jsonl... [--limit WORDS] [--show N]

RUNTIME is the executable dossier_nlp_parse of the benchmarks; TEXTS has {"text": ...} a line. Prints the share of
tokens that agree in each field, and the first differences.
"""
import argparse
import collections
import gzip
import json
import subprocess
import sys
import tempfile

import spacy

from parse_with_spacy import byte_offsets

FIELDS = ["sentence start", "tag", "pos", "head", "label", "lemma", "entity"]


def read_texts(paths, limit):
    words = 0
    for path in paths:
        opener = gzip.open if path.endswith(".gz") else open
        with opener(path, "rt", encoding="utf-8") as file:
            for line in file:
                text = json.loads(line)["text"]
                words += len(text.split())
                yield text
                if limit and words >= limit:
                    return


def spacy_tokens(doc):
    """{(begin, end): fields} of a document, in bytes; the head is the span of the head."""
    offsets = byte_offsets(doc.text)
    spans = [(offsets[t.idx], offsets[t.idx + len(t.text)]) for t in doc]
    entity = ["O" if t.ent_iob_ not in ("B", "I") else f"{t.ent_iob_}-{t.ent_type_}" for t in doc]
    return {spans[t.i]: (t.is_sent_start, t.tag_, t.pos_, spans[t.head.i], t.dep_, t.lemma_, entity[t.i])
            for t in doc}


def runtime_tokens(lines):
    tokens = {}
    for line in lines:
        sentence = json.loads(line)["tokens"]
        spans = [(t["begin"], t["end"]) for t in sentence]
        for i, t in enumerate(sentence):
            tokens[spans[i]] = (i == 0, t["tag"], t["pos"], spans[t["head"]], t["dep"], t["lemma"], t["ent"])
    return tokens


def run_runtime(runtime, weights, texts):
    """The lines of each text; an empty line ends one."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for text in texts:
            file.write(json.dumps({"text": text}) + "\n")
        file.flush()
        output = subprocess.run([runtime, weights, file.name], stdout=subprocess.PIPE, check=True).stdout.decode()
    groups, lines = [], []
    for line in output.split("\n"):
        if line:
            lines.append(line)
        else:
            groups.append(lines)
            lines = []
    return groups[:len(texts)]


def entity_spans(tokens):
    """Spans of entities, with their labels."""
    spans, current = set(), None
    for span in sorted(tokens):
        entity = tokens[span][-1]
        if current and not entity.startswith("I-"):
            spans.add(tuple(current))
            current = None
        if entity.startswith("B-"):
            current = [span[0], span[1], entity[2:]]
        elif entity.startswith("I-") and current:
            current[1] = span[1]
    return spans | ({tuple(current)} if current else set())


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("model")
    options.add_argument("weights")
    options.add_argument("runtime")
    options.add_argument("texts", nargs="+")
    options.add_argument("--limit", type=int, default=0)
    options.add_argument("--show", type=int, default=10)
    arguments = options.parse_args()
    texts = list(read_texts(arguments.texts, arguments.limit))
    ours = [runtime_tokens(lines) for lines in run_runtime(arguments.runtime, arguments.weights, texts)]
    nlp = spacy.load(arguments.model)
    counts, total, shown = collections.Counter(), 0, 0
    entities = collections.Counter()
    for text, mine, doc in zip(texts, ours, nlp.pipe(texts)):
        theirs = spacy_tokens(doc)
        total += len(theirs)
        counts["token"] += len(theirs.keys() & mine.keys())
        mine_entities, their_entities = entity_spans(mine), entity_spans(theirs)
        entities["same"] += len(mine_entities & their_entities)
        entities["all"] += len(mine_entities | their_entities)
        for span, fields in theirs.items():
            same = mine.get(span)
            for name, a, b in zip(FIELDS, fields, same or [None] * len(FIELDS)):
                counts[name] += a == b
            if same != fields and shown < arguments.show:
                shown += 1
                word = text.encode()[span[0]:span[1]].decode()
                context = text.encode()[max(0, span[0] - 40):span[1] + 40].decode(errors="ignore")
                print(f"{word!r} in {context!r}\n  spaCy   {fields}\n  runtime {same}")
    print(f"{len(texts)} texts, {total} tokens, {sum(len(t.split()) for t in texts)} words")
    for name in ["token"] + FIELDS:
        print(f"{name:15} {total - counts[name]:7} differ, {100 * counts[name] / max(total, 1):.4f} % agree")
    print(f"{'entity span':15} {entities['all'] - entities['same']:7} differ, "
          f"{100 * entities['same'] / max(entities['all'], 1):.4f} % agree")


if __name__ == "__main__":
    main()
