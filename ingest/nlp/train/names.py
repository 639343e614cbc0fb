"""Other names in the same text, so that the student meets more of them than the text has.

Two million words hold few names, and the frequent ones drown the rest. In a share of the units each word of a name
gives way to another: one that stood in the same place of a name of the same type anywhere in the training text, each
with the same chance however rare; or one that the teacher's word vectors hold for nearly the same. The teachers read the
changed text, so what they say of it is right by them.
"""

import re

NAMED = {"PERSON", "GPE", "ORG", "NORP", "LOC", "FAC"}
TITLE = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)?$")


def names_of(paragraph):
    """(place, (type, whether first, whether last)) of each word of a name that may change."""
    return [
        (i, (label, i == begin, i == end - 1))
        for begin, end, label in paragraph.get("ents", [])
        if label in NAMED
        for i in range(begin, end)
        if TITLE.match(paragraph["words"][i])
    ]


class Names:
    def __init__(self, paragraphs, vocab):
        pools = {}
        for paragraph in paragraphs:
            for i, kind in paragraph["names"]:
                pools.setdefault(kind, set()).add(paragraph["words"][i])
        self.pools = {kind: sorted(words) for kind, words in pools.items()}
        self.row_of, self.row = {}, {}
        for key, row in vocab.vectors.key2row.items():
            word = vocab.strings[key]
            if TITLE.match(word):
                self.row_of[word] = row
                self.row.setdefault(row, []).append(word)

    def other(self, word, kind, rng):
        alike = self.row.get(self.row_of.get(word), [])
        return rng.choice(alike if len(alike) > 1 and rng.random() < 0.4 else self.pools[kind])

    def change(self, unit, rng):
        """The same word becomes the same other word throughout the unit."""
        others = {}
        for i, kind in unit.names:
            word = unit.words[i]
            if word not in others:
                others[word] = self.other(word, kind, rng) if rng.random() < 0.7 else word
            unit.words[i] = others[word]
        return unit
