#!/usr/bin/env python3
"""Write the tables of this folder from their sources; run when a source changes, its output is committed.

usage: derive.py --wordnet DIR --iso DIR --names DIR OUTPUT_DIR

  --wordnet  WordNet 3.0's database (Debian: wordnet-base, /usr/share/wordnet)
  --iso      ISO 3166 as JSON (Debian: iso-codes, /usr/share/iso-codes/json)
  --names    dist.male.first and dist.female.first of the United States Census Bureau, 1990
"""
import argparse
import collections
import json
import pathlib
import re

LEXICOGRAPHER = {3: "thing", 4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body", 9: "cognition",
                 10: "communication", 11: "event", 12: "feeling", 13: "food", 14: "group", 15: "location",
                 16: "motive", 17: "object", 18: "person", 19: "phenomenon", 20: "plant", 21: "possession",
                 22: "process", 23: "quantity", 24: "relation", 25: "shape", 26: "state", 27: "substance", 28: "time"}


class WordNet:
    def __init__(self, folder):
        self.nouns = dict(self._synsets(folder / "data.noun"))
        self.senses = {}
        for line in open(folder / "index.noun", encoding="utf-8"):
            if not line.startswith(" "):
                cells = line.split()
                self.senses[cells[0]] = [int(offset) for offset in cells[-int(cells[2]):]]
        # cntlist.rev: how often each sense was tagged; "lemma%1:18:00:: sense count"
        self.counts = collections.Counter()
        for line in open(folder / "cntlist.rev", encoding="utf-8"):
            key, _, count = line.split()
            self.counts[key.split(":")[0].replace("%1", "")] += int(count) if "%1" in key else 0

    @staticmethod
    def _synsets(path):
        for line in open(path, encoding="utf-8"):
            if line.startswith(" "):
                continue
            data, gloss = line.split(" | ")[:2]
            cells = data.split()
            words_end = 4 + 2 * int(cells[3], 16)
            words = [re.sub(r"\(\w+\)$", "", w).replace("_", " ") for w in cells[4:words_end:2]]
            pointers, at = [], words_end + 1
            for _ in range(int(cells[words_end])):
                pointers.append((cells[at], int(cells[at + 1]), cells[at + 2]))
                at += 4
            yield int(cells[0]), {"file": int(cells[1]), "words": words, "pointers": pointers, "gloss": gloss}

    def targets(self, synset, *symbols):
        return [offset for symbol, offset, part in synset["pointers"] if symbol in symbols and part == "n"]

    def below(self, root):
        """Every synset under one, instances included."""
        found, stack = set(), [root]
        while stack:
            offset = stack.pop()
            if offset not in found:
                found.add(offset)
                stack += self.targets(self.nouns[offset], "~", "~i")
        return found

    def sense(self, word, number=1):
        return self.senses[word][number - 1]


def write(path, header, rows):
    with open(path, "w", encoding="utf-8") as out:
        out.write("".join(f"# {line}\n" for line in header))
        out.writelines("\t".join(row) + "\n" for row in rows)


def check_countries(path, iso):
    """The hand-made table against ISO 3166-1: two-letter codes must exist and none may appear twice."""
    codes = [line.split("\t")[0] for line in open(path, encoding="utf-8") if not line.startswith("#")]
    known = {entry["alpha_2"] for entry in iso} | {"XK", "EU"}  # Kosovo's user-assigned code; the union
    for code in codes:
        if len(code) == 2 and code not in known or codes.count(code) > 1:
            raise SystemExit(f"{path}: {code}: not in ISO 3166-1, or twice")
    names = set()
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#"):
            cells = line.rstrip("\n").split("\t")
            names |= {cells[1], *cells[2].split("|"), *cells[4].split("|")}
    return names


def organisations(net):
    rows = []
    for offset in sorted(net.below(net.sense("organization")) | net.below(net.sense("organization", 3))
                         | net.below(net.sense("alliance", 3))):
        synset = net.nouns[offset]
        words = [w for w in synset["words"] if w[:1].isupper()]
        if synset["file"] == 14 and words and not (len(words) == 1 and " " not in words[0]):
            rows.append([words[0], "|".join(words[1:])])
    return rows


def places(net, taken):
    """Cities, states, regions, waters: instances in WordNet's files for locations and natural objects."""
    rows = []
    for offset, synset in sorted(net.nouns.items()):
        if synset["file"] in (15, 17) and net.targets(synset, "@i"):
            words = [w for w in synset["words"] if w[:1].isupper() and w not in taken]
            if words:
                rows.append([words[0], "|".join(words[1:])])
    return rows


def intransitive_verbs(folder):
    """Verbs with "Something ----s" or "Somebody ----s" among the frames of their two commonest senses."""
    frames = {}
    for line in open(folder / "data.verb", encoding="utf-8"):
        if not line.startswith(" "):
            cells = line.split(" | ")[0].split()
            at = 4 + 2 * int(cells[3], 16)
            at += 1 + 4 * int(cells[at])
            frames[cells[0]] = {int(cells[at + 2 + 3 * i]) for i in range(int(cells[at]))}
    for line in open(folder / "index.verb", encoding="utf-8"):
        cells = line.split()
        if not line.startswith(" ") and cells[0].isalpha():
            senses = cells[-int(cells[2]):][:2]
            if any(frames[s] & {1, 2} for s in senses):
                yield [cells[0]]


def gender_of(synset, under_male, under_female):
    """By place in the hierarchy, else by a definition that begins "a male ..." or "a ... woman"."""
    start = " ".join(synset["gloss"].split(";")[0].split()[:4])
    male = under_male or re.search(r"\b(male|man|boy)\b", start) is not None
    female = under_female or re.search(r"\b(female|woman|girl)\b", start) is not None
    return "m" if male and not female else "f" if female and not male else "-"


def nouns(net):
    """Class of each single common noun by its first sense; 'p' where a person is among its first four."""
    male = set().union(*(net.below(net.sense(w, n)) for w, n in (("man", 1), ("male", 2), ("boy", 1))))
    female = set().union(*(net.below(net.sense(w, n)) for w, n in (("woman", 1), ("female", 2), ("girl", 1))))
    law = net.below(net.sense("treaty")) | net.below(net.sense("written_agreement")) | net.below(net.sense("legal_document"))
    law |= set(net.senses["act"][1:]) & net.below(net.sense("legal_document"))
    kept = {3, 4, 6, 9, 10, 11, 14, 15, 18, 21, 23, 26, 28}
    rows = []
    for lemma, senses in sorted(net.senses.items()):
        first = net.nouns[senses[0]]
        forms = [w for s in senses[:3] for w in net.nouns[s]["words"] if w.lower() == lemma]
        common = any(w.islower() for w in forms + (first["words"] if first["file"] == 18 else []))
        if not lemma.isalpha() or not common:
            continue
        person = any(net.nouns[s]["file"] == 18 and not net.targets(net.nouns[s], "@i") for s in senses[:4])
        counted = net.counts[lemma] > 0
        if first["file"] not in kept or not (counted or first["file"] in (6, 11, 14, 15, 18) or person):
            continue
        own = next((s for s in senses[:4] if net.nouns[s]["file"] == 18 and not net.targets(net.nouns[s], "@i")), None)
        gender = "-" if own is None else gender_of(net.nouns[own], own in male, own in female)
        rows.append([lemma, "law" if senses[0] in law else LEXICOGRAPHER[first["file"]], "p" if person else "-", gender])
    return rows


def given_names(folder):
    share = collections.defaultdict(lambda: [0.0, 0.0])
    for place, kind in enumerate(("male", "female")):
        for line in open(folder / f"dist.{kind}.first"):
            name, percent = line.split()[:2]
            share[name.capitalize()][place] = float(percent)
    for name, (men, women) in sorted(share.items()):
        if men > 4 * women or women > 4 * men:
            yield [name, "m" if men > women else "f"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--wordnet", "--iso", "--names"):
        parser.add_argument(option, type=pathlib.Path, required=True)
    parser.add_argument("output", type=pathlib.Path)
    options = parser.parse_args()
    net = WordNet(options.wordnet)
    iso = json.load(open(options.iso / "iso_3166-1.json", encoding="utf-8"))["3166-1"]
    taken = check_countries(options.output / "countries.tsv", iso)
    write(options.output / "organisations.tsv", ["Name, other names. Source: WordNet 3.0. Written by derive.py."],
          organisations(net))
    write(options.output / "places.tsv", ["Name, other names. Source: WordNet 3.0. Written by derive.py."],
          places(net, taken))
    write(options.output / "nouns.tsv",
          ["Common noun, class of its first sense, p: a person in an early sense, gender m or f",
           "Source: WordNet 3.0. Written by derive.py."], nouns(net))
    write(options.output / "intransitive_verbs.tsv",
          ["Verbs that need no object. Source: WordNet 3.0. Written by derive.py."], intransitive_verbs(options.wordnet))
    write(options.output / "given_names.tsv",
          ["Given name, gender of at least four fifths of its bearers",
           "Source: United States Census Bureau, 1990, public domain. Written by derive.py."],
          given_names(options.names))


if __name__ == "__main__":
    main()
