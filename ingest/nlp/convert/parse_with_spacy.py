"""What spaCy itself reads in texts, in the format of `dossier parse --format jsonl`: the oracle of the runtime.

    python parse_with_spacy.py MODEL FILE...                     one text a file
    python parse_with_spacy.py MODEL --paragraphs FILE...        one text a paragraph; front matter is left out
    python parse_with_spacy.py MODEL --one-sentence-per-line F   tokens as given, one sentence a line

Spans are bytes of the file, in UTF-8.
"""
import argparse
import json
import re
import sys

import spacy
from spacy.tokens import Doc

# Treebank escapes; spaCy's models were trained on the characters themselves.
UNESCAPED = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}


def byte_offsets(text):
    """Byte offset of each character of `text`, and of its end."""
    offsets, at = [0] * (len(text) + 1), 0
    for index, character in enumerate(text):
        offsets[index] = at
        at += len(character.encode("utf-8", "surrogatepass"))
    offsets[len(text)] = at
    return offsets


def sentence_lines(doc, spans, words):
    """One JSON line for each sentence of `doc`; `spans` and `words` are what the file has for each token."""
    for sentence in doc.sents:
        tokens = []
        for token in sentence:
            entity = token.ent_iob_ if token.ent_iob_ in ("B", "I") else "O"
            tokens.append({
                "text": words[token.i], "begin": spans[token.i][0], "end": spans[token.i][1],
                "lemma": token.lemma_, "tag": token.tag_, "pos": token.pos_,
                "head": token.head.i - sentence.start, "dep": token.dep_,
                "ent": entity if entity == "O" else f"{entity}-{token.ent_type_}"})
        yield json.dumps({"begin": tokens[0]["begin"], "end": tokens[-1]["end"], "tokens": tokens},
                         ensure_ascii=False, separators=(",", ":"))


def parse_text(nlp, text, base=0):
    doc = nlp(text)
    offsets = byte_offsets(text)
    spans = [(base + offsets[t.idx], base + offsets[t.idx + len(t.text)]) for t in doc]
    return sentence_lines(doc, spans, [t.text for t in doc])


def unescaped(word):
    return UNESCAPED.get(word, word.replace("\\/", "/").replace("\\*", "*"))


def parse_words(nlp, words):
    """One sentence of given tokens: only its first token may start one."""
    doc = Doc(nlp.vocab, words=[unescaped(w) for w in words], spaces=[True] * (len(words) - 1) + [False],
              sent_starts=[True] + [False] * (len(words) - 1))
    for _, component in nlp.pipeline:
        doc = component(doc)
    spans, at = [], 0
    for word in words:
        size = len(word.encode())
        spans.append((at, at + size))
        at += size + 1
    return sentence_lines(doc, spans, words)


def paragraphs(text):
    """(byte offset, paragraph) for each run of lines between blank lines, after YAML front matter."""
    start = 0
    front = re.match(r"---\n.*?\n---\n", text, re.S)
    if front:
        start = front.end()
    offsets = byte_offsets(text)
    for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*\S|\S", text[start:]):
        yield offsets[start + match.start()], match.group()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("model")
    options.add_argument("files", nargs="+")
    options.add_argument("--one-sentence-per-line", action="store_true")
    options.add_argument("--paragraphs", action="store_true")
    arguments = options.parse_args()
    nlp = spacy.load(arguments.model)
    for path in arguments.files:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        if arguments.one_sentence_per_line:
            parts = (parse_words(nlp, line.split()) for line in text.splitlines() if line.strip())
        elif arguments.paragraphs:
            parts = (parse_text(nlp, paragraph, base) for base, paragraph in paragraphs(text))
        else:
            parts = [parse_text(nlp, text)]
        for part in parts:
            for line in part:
                sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
