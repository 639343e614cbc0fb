"""Training units: the pieces of text that the student sees, drawn anew in every epoch.

A unit holds words and spaces as the teachers read them (`words`, `spaces`) and as the student reads them
(`student_words`, `student_spaces`): same number of words, other surface. So the teachers judge clean text
while the student learns the same answer for pre-tokenised text, other quotation marks and other case.
In some units the names are others (names.py): teachers and student read those.
"""

import gzip
import json
import re
from dataclasses import dataclass, field

from names import names_of

MERGE_LIMIT = 250  # words of a unit made of several paragraphs
SHORT = 16  # words of a unit that may serve as a headline

OPEN, CLOSE = {'"', "“", "``"}, {'"', "”", "''"}
BRACKETS = {"(": "-LRB-", ")": "-RRB-"}
CURLY = {"'": "’", "'s": "’s", "n't": "n’t", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'d": "’d", "'m": "’m"}
STRAIGHT = {curly: straight for straight, curly in CURLY.items()} | {"‘": "'"}


@dataclass
class Unit:
    words: list
    spaces: list
    single: bool
    names: list = field(default_factory=list)  # (place, kind) of words that are part of a name, as Names has them
    student_words: list = field(default=None)
    student_spaces: list = field(default=None)


def read_paragraphs(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        paragraphs = [json.loads(line) for line in lines]
    for paragraph in paragraphs:
        paragraph["spaces"] = [c == "1" for c in paragraph["spaces"]]
        paragraph["names"] = names_of(paragraph)
    return paragraphs


def halves(heldout):
    """Held-out articles that choices are made by, and those that are for figures: every other one, in their order."""
    articles = sorted({paragraph["article"] for paragraph in heldout})
    choosing = set(articles[::2])
    return [p for p in heldout if p["article"] in choosing], [p for p in heldout if p["article"] not in choosing]


def sentences_of(paragraph):
    bounds = paragraph["sents"] + [len(paragraph["words"])]
    for begin, end in zip(bounds, bounds[1:]):
        words = paragraph["words"][begin:end]
        if len(words) >= 4 and words[0][:1].isupper() and words[-1][-1:] in ".?!\"”":
            names = [(i - begin, kind) for i, kind in paragraph["names"] if begin <= i < end]
            yield Unit(words, paragraph["spaces"][begin:end], True, names)


def draw_units(paragraphs, rng, weights):
    """One epoch: every paragraph about weights[source] times, alone, with its neighbours, or cut to sentences."""
    i = 0
    while i < len(paragraphs):
        paragraph = paragraphs[i]
        i += 1
        weight = weights.get(paragraph["source"], 1.0)
        copies = int(weight) + (rng.random() < weight % 1)
        for _ in range(copies):
            form = rng.random()
            if form < 0.2 and not paragraph["single"]:
                yield merged(paragraphs, i - 1, rng)
            elif form < 0.45:
                yield from sentences_of(paragraph)
            else:
                yield Unit(list(paragraph["words"]), paragraph["spaces"], paragraph["single"], paragraph["names"])


def merged(paragraphs, i, rng):
    """Paragraph i and those after it in its document, with line breaks as tokens, as in a file."""
    first = paragraphs[i]
    words, spaces, names = list(first["words"]), list(first["spaces"]), list(first["names"])
    for following in paragraphs[i + 1 : i + 8]:
        if following["doc"] != first["doc"] or len(words) + len(following["words"]) > MERGE_LIMIT:
            break
        spaces[-1] = False
        words.append(rng.choice(["\n\n", "\n\n", "\n"]))
        spaces.append(False)
        names += [(len(words) + i, kind) for i, kind in following["names"]]
        words += following["words"]
        spaces += following["spaces"]
    return Unit(words, spaces, False, names)


def vary(unit, rng):
    """Chooses the student's surface of the unit (and, for headlines and joined hyphens, the teachers' too)."""
    short = unit.single and len(unit.words) <= SHORT
    if short and rng.random() < 0.15 and unit.words[-1] == ".":
        unit.words, unit.spaces = unit.words[:-1], unit.spaces[:-1]
    words, spaces = unit.words, unit.spaces
    choice = rng.random()
    if choice < (0.35 if unit.single else 0.05):
        if rng.random() < 0.5:
            unit.words, unit.spaces = words, spaces = join_hyphens(words, spaces)
        brackets = rng.random() < 0.5
        words = [BRACKETS.get(w, w) if brackets else w for w in treebank_quotes(words)]
        spaces = [True] * (len(words) - 1) + [False]
    elif choice > 0.85:
        table = STRAIGHT | {"“": '"', "”": '"'} if rng.random() < 0.5 else CURLY
        words = [table.get(w, w) for w in (words if table is not CURLY else curly_quotes(words))]
    if short:
        case = rng.random()
        if case < 0.04:
            words = [w.upper() for w in words]
        elif case < 0.10:
            words = [w[:1].upper() + w[1:] if len(w) > 3 else w for w in words]
        elif case < 0.12:
            words = [w.lower() for w in words]
    unit.student_words, unit.student_spaces = words, spaces
    return unit


def paired_quotes(words, opening, closing):
    inside, result = False, []
    for word in words:
        if word == '"':
            result.append(closing if inside else opening)
            inside = not inside
        elif word in OPEN:
            result.append(opening)
            inside = True
        elif word in CLOSE:
            result.append(closing)
            inside = False
        else:
            result.append(word)
    return result


def treebank_quotes(words):
    return [STRAIGHT.get(w, w) for w in paired_quotes(words, "``", "''")]


def curly_quotes(words):
    return paired_quotes(words, "“", "”")


def join_hyphens(words, spaces):
    """`well`, `-`, `known` -> `well-known`, as treebank tokenisation has it."""
    out_words, out_spaces = [], []
    i = 0
    while i < len(words):
        word, space = words[i], spaces[i]
        while (
            i + 2 < len(words)
            and not space
            and not spaces[i + 1]
            and words[i + 1] == "-"
            and re.match(r"\w", words[i + 2])
            and re.search(r"\w$", word)
        ):
            word += "-" + words[i + 2]
            i += 2
            space = spaces[i]
        out_words.append(word)
        out_spaces.append(space)
        i += 1
    return out_words, out_spaces


def batches(units, rng, words_per_batch, pool_words=60_000):
    """Units of like length together, so that the parser's states stay many to the end of a batch."""
    pool, size = [], 0
    for unit in units:
        pool.append(unit)
        size += len(unit.words)
        if size >= pool_words:
            yield from pool_batches(pool, rng, words_per_batch)
            pool, size = [], 0
    yield from pool_batches(pool, rng, words_per_batch)


def pool_batches(pool, rng, words_per_batch):
    pool.sort(key=lambda unit: len(unit.words))
    result, batch, size = [], [], 0
    for unit in pool:
        if batch and size + len(unit.words) > words_per_batch:
            result.append(batch)
            batch, size = [], 0
        batch.append(unit)
        size += len(unit.words)
    if batch:
        result.append(batch)
    rng.shuffle(result)
    return result
