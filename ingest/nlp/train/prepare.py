"""Raw articles -> paragraphs with tokens and sentence starts, split into training and held-out files.

    python prepare.py --teacher en_core_web_md --out DIR --exclude FILE... -- SOURCE.jsonl.gz...

Input    one JSON object a line, {"text": ...}; the file's name selects how its lines are read (SOURCES).
Output   DIR/train.jsonl.gz and DIR/heldout.jsonl.gz, one paragraph a line, in document order:
         {"source", "doc", "article", "words", "spaces", "sents", "single", "ents"}. `article` is the same number
         for all versions of one; `spaces` is a string of 0 and 1, one a word; `sents` the indices of words that
         start a sentence; `single` says that the source marks the line as one sentence; `ents` are the
         teacher's entities, [begin, end, type].
Leaves out  documents that share a run of EXCLUDE_RUN words with an --exclude file; paragraphs that occurred
         before; lines that are not prose.

Held out are whole documents, chosen by hash from the news sources. Versions of one article (OneStopEnglish
has three reading levels of each) are told by shared word runs and stay on one side; more than MOST_VERSIONS of them,
a story that runs for weeks, are for training.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from pathlib import Path

import spacy

EXCLUDE_RUN = 8
MAX_WORDS = 220  # longer paragraphs are cut at sentence starts
MIN_WORDS = 3
MOST_VERSIONS = 4

# held-out share of documents; whether a line is one sentence; whether only lines that look like a sentence are kept
SOURCES = {
    "wikinews": {"heldout": 0.12, "single": False, "strict": False},
    "onestopenglish": {"heldout": 0.06, "single": False, "strict": False},
    "ud-ewt": {"heldout": 0.0, "single": False, "strict": False},
    "gum-not-news": {"heldout": 0.0, "single": False, "strict": False},
    "masc": {"heldout": 0.0, "single": True, "strict": True},
    "enwiki": {"heldout": 0.0, "single": False, "strict": False},
}
READING_LEVELS = {"beginner", "elementary", "intermediate", "advanced"}  # OneStopEnglish's first line
WORD = re.compile(r"\w+")


def source_rules(path):
    for name, rules in SOURCES.items():
        if path.name.startswith(name):
            return name, rules
    sys.exit(f"{path}: no rule for this source; expected one of {', '.join(SOURCES)}")


def word_runs(text, length=EXCLUDE_RUN):
    words = [w.lower() for w in WORD.findall(text)]
    return {hash(tuple(words[i : i + length])) for i in range(len(words) - length + 1)}


def fraction_of(text):
    """A number in [0, 1) that depends on the text alone."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big") / 2**48


def is_prose(line, strict):
    letters = sum(c.isalpha() for c in line)
    if letters < 0.6 * len(line.replace(" ", "")):
        return False
    if not strict:
        return True
    return bool(re.match(r"[\"'“(]?\s?[A-Z0-9]", line)) and line.rstrip("\"'”) ")[-1:] in ".?!" and "@" not in line


def tidy(line):
    return re.sub(r"[ \t\u00a0]+", " ", line).strip()


def paragraphs_of(text, rules):
    lines = [tidy(line) for line in text.split("\n")]
    if lines and lines[0].lower() in READING_LEVELS:
        lines = lines[1:]
    return [line for line in lines if line and is_prose(line, rules["strict"])]


def load_documents(paths, excluded):
    documents, left_out = [], 0
    for path in paths:
        name, rules = source_rules(path)
        for line in gzip.open(path, "rt", encoding="utf-8"):
            text = json.loads(line)["text"]
            runs = word_runs(text)
            if runs & excluded:
                left_out += 1
                continue
            documents.append({"source": name, "rules": rules, "runs": runs, "text": text})
    return documents, left_out


def versions_of_one_article(documents):
    """Union-find over shared word runs; returns for each document the first of its group."""
    parent = list(range(len(documents)))

    def find(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first_with = {}
    for i, document in enumerate(documents):
        if not document["rules"]["heldout"]:
            continue
        for run in document["runs"]:
            j = first_with.setdefault(run, i)
            low, high = sorted((find(i), find(j)))
            parent[high] = low
    return [find(i) for i in range(len(documents))]


def is_held_out(document, first, versions):
    """Chosen by its article's first version; the same on every run."""
    return versions <= MOST_VERSIONS and fraction_of(first["text"]) < document["rules"]["heldout"]


def cut(doc):
    """Yields word ranges of at most about MAX_WORDS that begin at sentence starts."""
    starts = [s.start for s in doc.sents] + [len(doc)]
    begin = 0
    for i in range(1, len(starts)):
        if starts[i] - begin > MAX_WORDS and starts[i - 1] > begin:
            yield begin, starts[i - 1]
            begin = starts[i - 1]
    yield begin, len(doc)


def records(nlp, document, number, article):
    rules = document["rules"]
    for doc in nlp.pipe(document["paragraphs"], batch_size=64):
        for begin, end in cut(doc):
            if end - begin < MIN_WORDS:
                continue
            words = [t.text for t in doc[begin:end]]
            yield {
                "source": document["source"],
                "doc": number,
                "article": article,
                "words": words,
                "spaces": "".join("1" if t.whitespace_ else "0" for t in doc[begin:end]),
                "sents": [0] if rules["single"] else [t.i - begin for t in doc[begin:end] if t.is_sent_start],
                "single": rules["single"],
                "ents": [[e.start - begin, e.end - begin, e.label_] for e in doc.ents if begin <= e.start and e.end <= end],
            }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--teacher", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--exclude", type=Path, nargs="*", default=[])
    parser.add_argument("sources", type=Path, nargs="+")
    args = parser.parse_args()

    excluded = set()
    for path in args.exclude:
        for line in path.read_text(encoding="utf-8").split("\n"):
            excluded |= word_runs(line)
    documents, left_out = load_documents(args.sources, excluded)
    group = versions_of_one_article(documents)
    versions = Counter(group)
    nlp = spacy.load(args.teacher, exclude=["tagger", "senter", "attribute_ruler", "lemmatizer"])

    args.out.mkdir(parents=True, exist_ok=True)
    seen, counts = set(), {}
    with gzip.open(args.out / "train.jsonl.gz", "wt", encoding="utf-8") as train, gzip.open(
        args.out / "heldout.jsonl.gz", "wt", encoding="utf-8"
    ) as heldout:
        for number, document in enumerate(documents):
            held = is_held_out(document, documents[group[number]], versions[group[number]])
            document["paragraphs"] = [p for p in paragraphs_of(document["text"], document["rules"]) if p not in seen]
            seen.update(document["paragraphs"])
            for record in records(nlp, document, number, group[number]):
                (heldout if held else train).write(json.dumps(record, ensure_ascii=False) + "\n")
                key = (document["source"], "heldout" if held else "train")
                paragraphs, words = counts.get(key, (0, 0))
                counts[key] = (paragraphs + 1, words + len(record["words"]))
    print(f"left out for shared word runs: {left_out} documents")
    for (source, side), (paragraphs, words) in sorted(counts.items()):
        print(f"{source}\t{side}\t{paragraphs} paragraphs\t{words} words")


if __name__ == "__main__":
    main()
