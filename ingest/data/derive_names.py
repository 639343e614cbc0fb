#!/usr/bin/env python3
"""Write given_names_more.tsv: given names that other scripts are written in, as news in English spells them.

usage: derive_names.py --faker DIR --compromise FILE --data DIR OUTPUT

  --faker       faker/providers/person of Faker (PyPI), given names by country
  --compromise  the lexicon of compromise (npm): a line a word, the word, a tab, its tag ("MaleName")
  --data        this folder, of which the names of towns, peoples, bodies and common nouns are left out

ICU transliterates by the rules of the United States and British boards on geographic names; where newspapers drop a letter of them
("Dmitriy", "Dmitry"), both stand. Needs PyICU.
"""
import argparse
import ast
import collections
import re
import unicodedata
from pathlib import Path

import icu

SCRIPTS = {"bg_BG": "Bulgarian-Latin/BGN", "el_GR": "Greek-Latin/UNGEGN", "hy_AM": "Armenian-Latin/BGN", "ka_GE": "Georgian-Latin/BGN",
           "mk_MK": "Macedonian-Latin/BGN", "ru_RU": "Russian-Latin/BGN", "uk_UA": "Ukrainian-Latin/BGN",
           "hi_IN": "Any-Latin", "mr_IN": "Any-Latin", "ne_NP": "Any-Latin", "gu_IN": "Any-Latin", "si_LK": "Any-Latin"}
INDIC = {"hi_IN", "mr_IN", "ne_NP", "gu_IN"}
SPELT = (("iy$", "y"), ("iy$", "i"), ("ey$", "ei"), ("yy$", "y"), ("ks", "x"), ("ye", "e"), ("^ye", "e"), ("ou", "u"))


def plain(text):
    text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return re.sub("[^a-z]", "", text.lower())


def spellings(name, country):
    latin = plain(icu.Transliterator.createInstance(SCRIPTS[country]).transliterate(name))
    if country in INDIC and unicodedata.category(name[-1]) == "Lo" and latin.endswith("a") and not re.search("[^aeiou]{2}a$", latin):
        latin = latin[:-1]  # the last consonant's own vowel is not spoken: "Akhil"
    found = {latin}
    for ending, other in SPELT:
        found |= {re.sub(ending, other, word) for word in found}
    return found


def faker_names(folder):
    for country in SCRIPTS:
        tree = ast.parse((folder / country / "__init__.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            part = re.fullmatch(r"first_names?_(male|female)|first_(male|female)_names", node.targets[0].id)
            if not part:
                continue
            for name in {n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)}:
                for latin in spellings(name, country) if " " not in name and name else ():
                    yield latin, "f" if part[1] == "female" or part[2] == "female" else "m"


def compromise_names(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        word, tag = line.split("\t")
        if tag in ("MaleName", "FemaleName"):
            yield plain(word), tag[0].lower()


def words_of(data, *tables):
    for table in tables:
        for line in (data / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield from (plain(word) for cell in line.split("\t")[:2] for name in cell.split("|") for word in name.split())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--faker", type=Path, required=True)
    parser.add_argument("--compromise", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    genders = collections.defaultdict(collections.Counter)
    for name, gender in [*faker_names(arguments.faker), *compromise_names(arguments.compromise)]:
        genders[name][gender] += 1
    other = set(words_of(arguments.data, "given_names", "cities", "places", "countries", "peoples", "organisations", "organisations_more",
                         "nouns", "noun_types", "titles"))
    with arguments.output.open("w", encoding="utf-8") as out:
        out.write("# Given name, gender of at least four fifths of its bearers, where other scripts are written, and more of English news\n"
                  "# Source: Faker 40, MIT, transliterated by ICU; compromise 14, MIT. Written by derive_names.py.\n")
        for name, count in sorted(genders.items()):
            men, women = count["m"], count["f"]
            if 4 <= len(name) <= 12 and name not in other and (men > 4 * women or women > 4 * men):
                out.write(f"{name.capitalize()}\t{'m' if men > women else 'f'}\n")


main()
