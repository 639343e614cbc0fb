"""Reads a spaCy v3 English pipeline directory and refuses, by name, what the runtime does not execute."""
import json
import re
from pathlib import Path

import srsly


def refuse(what):
    raise SystemExit(f"convert: {what}")


def require(condition, what):
    if not condition:
        refuse(what)


def find_directory(path):
    """The directory at or below `path` that holds config.cfg and meta.json."""
    for config in sorted(Path(path).rglob("config.cfg")):
        if (config.parent / "meta.json").exists():
            return config.parent
    refuse(f"{path}: no directory with config.cfg and meta.json")


class Network:
    """One thinc model file: parameters by node name, in order of appearance."""

    def __init__(self, path):
        data = srsly.msgpack_loads(path.read_bytes())
        self.path, self.nodes = path, data["nodes"]
        self.attrs = [{k: srsly.msgpack_loads(v) for k, v in attrs.items()} for attrs in data["attrs"]]
        self.params = [{k: v for k, v in params.items() if v is not None} for params in data["params"]]

    def indexes(self, name):
        return [i for i, node in enumerate(self.nodes) if node["name"] == name]

    def named(self, name):
        found = [self.params[i] for i in self.indexes(name)]
        for params in found:
            for key, value in params.items():
                require(value.dtype.str == "<f4", f"{self.path}: {name}.{key} is {value.dtype}, expected float32")
        return found

    def one(self, name):
        found = self.named(name)
        require(len(found) == 1, f"{self.path}: {len(found)} nodes {name}, expected one")
        return found[0]

    def attribute(self, name):
        return next((attrs[name] for attrs in self.attrs if name in attrs), None)


def architecture(config, *names):
    actual = config["@architectures"]
    require(actual in names, f"architecture {actual} is not supported, expected {' or '.join(names)}")


def check_tok2vec_config(config):
    architecture(config, "spacy.Tok2Vec.v2")
    embed, encode = config["embed"], config["encode"]
    architecture(embed, "spacy.MultiHashEmbed.v2")
    architecture(encode, "spacy.MaxoutWindowEncoder.v2")
    require(encode["window_size"] == 1, f"window_size {encode['window_size']} is not supported, expected 1")
    require(encode["maxout_pieces"] == 3, f"maxout_pieces {encode['maxout_pieces']} is not supported, expected 3")
    require(embed["width"] == encode["width"], "embed and encode differ in width")
    require(encode["width"] % 16 == 0, f"width {encode['width']} is not supported, expected a multiple of 16")


def read_tok2vec(network, prefix, tensors):
    """The tensors of one tok2vec below `prefix`; returns its description for text.config."""
    embeds = network.indexes("hashembed")
    columns = network.attribute("columns")
    supported = {"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"}
    require(set(columns) <= supported, f"attributes {columns} are not supported, expected some of {sorted(supported)}")
    require([network.attrs[i]["column"] for i in embeds] == list(range(len(columns))), "columns out of order")
    for k, index in enumerate(embeds):
        tensors[f"{prefix}.embed.{k}.E"] = network.params[index]["E"]
    maxouts, norms = network.named("maxout"), network.named("layernorm")
    require(len(maxouts) == len(norms) >= 2, f"{len(maxouts)} maxout and {len(norms)} layernorm nodes")
    static = network.named("static_vectors")
    for name, maxout, norm in zip(["mix"] + [f"enc.{i}" for i in range(len(maxouts) - 1)], maxouts, norms):
        tensors[f"{prefix}.{name}.W"], tensors[f"{prefix}.{name}.b"] = maxout["W"], maxout["b"]
        tensors[f"{prefix}.{name}.ln.G"], tensors[f"{prefix}.{name}.ln.b"] = norm["G"], norm["b"]
    if static:
        tensors[f"{prefix}.static.W"] = static[0]["W"]
    width, depth = maxouts[0]["W"].shape[0], len(maxouts) - 1
    require(maxouts[0]["W"].shape == (width, 3, width * (len(columns) + len(static))), "unexpected shape of the mix")
    # The pad of the encoder, not that of the embedding.
    require(max(a["pad"] for a in network.attrs if "pad" in a) == depth, "pad differs from depth")
    return {"width": width, "depth": depth, "pieces": 3, "attrs": columns,
            "rows": [int(network.params[i]["E"].shape[0]) for i in embeds],
            "seeds": [int(network.attrs[i]["seed"]) for i in embeds],
            "static_width": int(static[0]["W"].shape[1]) if static else 0}


def class_order(path):
    """(action, label) of each class, in the order of the scores."""
    moves = json.loads(srsly.msgpack_loads(path.read_bytes())["moves"])
    seen, unseen = [], []
    for action in sorted(moves):
        ranked = sorted(((count, label) for label, count in moves[action].items()), reverse=True)
        seen += [(int(action), label) for count, label in ranked if count >= 0]
        unseen += [(count, label, int(action)) for count, label in ranked if count < 0]
    unseen.sort(key=lambda entry: (entry[0], entry[1]), reverse=True)
    return seen + [(action, label) for _, label, action in unseen]


def check_transition_config(config, state_type):
    model = config["model"]
    architecture(model, "spacy.TransitionBasedParser.v2")
    require(model["state_type"] == state_type, f"state_type {model['state_type']}, expected {state_type}")
    for key, value in {"extra_state_tokens": False, "maxout_pieces": 2, "use_upper": True}.items():
        require(model[key] == value, f"{state_type}: {key} = {model[key]} is not supported, expected {value}")
    require(not config.get("learn_tokens", False), f"{state_type}: learn_tokens is not supported")


def read_transitions(directory, name, tensors):
    """The tensors of the parser or the entity recogniser; returns its classes."""
    network = Network(directory / name / "model")
    settings = json.loads((directory / name / "cfg").read_text())
    require(settings.get("beam_width", 1) == 1, f"{name}: beam_width {settings.get('beam_width')}, expected 1")
    refs = network.nodes[0]["refs"]
    lower, upper = network.params[refs["lower"]], network.params[refs["upper"]]
    projection = [network.params[i] for i in network.indexes("linear") if i != refs["upper"]]
    require(len(projection) == 1, f"{name}: {len(projection)} projections, expected one")
    tensors[f"{name}.proj.W"], tensors[f"{name}.proj.b"] = projection[0]["W"], projection[0]["b"]
    tensors[f"{name}.lower.W"], tensors[f"{name}.lower.b"] = lower["W"], lower["b"]
    tensors[f"{name}.lower.pad"] = lower["pad"].reshape(lower["W"].shape[:3])
    tensors[f"{name}.upper.W"], tensors[f"{name}.upper.b"] = upper["W"], upper["b"]
    classes = class_order(directory / name / "moves")
    require(len(classes) == upper["W"].shape[0],
            f"{name}: {len(classes)} classes and {upper['W'].shape[0]} rows of weights")
    return network, classes


def translated(pattern):
    """A Python pattern as PCRE2 reads it: \\uXXXX as \\x{XXXX}, and no leading (?u)."""
    if pattern is None:
        return None
    re.compile(pattern)
    pattern = re.sub(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})",
                     lambda match: "\\x{%s}" % (match.group(1) or match.group(2)), pattern)
    return pattern.removeprefix("(?u)")


def read_tokenizer(directory):
    data = srsly.msgpack_loads((directory / "tokenizer").read_bytes())
    require(data["token_match"] is None, "tokenizer: token_match is not supported")
    require(data.get("faster_heuristics", True), "tokenizer: faster_heuristics = false is not supported")
    exceptions = []
    for text, tokens in data["exceptions"].items():
        entries = [{str(k): v for k, v in token.items()} for token in tokens]
        for entry in entries:
            require(set(entry) <= {"65", "67", "ORTH", "NORM"}, f"tokenizer: exception {text!r} has keys {set(entry)}")
        words = [e.get("65", e.get("ORTH")) for e in entries]
        require("".join(words) == text, f"tokenizer: exception {text!r} changes its text")
        exceptions.append([text, [[word, e.get("67", e.get("NORM"))] for word, e in zip(words, entries)]])
    return {"prefix": translated(data["prefix_search"]), "suffix": translated(data["suffix_search"]),
            "infix": translated(data["infix_finditer"]), "url": translated(data["url_match"]),
            "exceptions": exceptions}


def read_norms(directory):
    """[[string id, norm], ...]: the model's table, and below it the one of spaCy's code."""
    from spacy.lang.norm_exceptions import BASE_NORMS
    from spacy.strings import get_string_id
    norms = {get_string_id(word): norm for word, norm in BASE_NORMS.items()}
    norms.update(srsly.msgpack_loads((directory / "vocab/lookups.bin").read_bytes()).get("lexeme_norm", {}))
    return sorted([key, norm] for key, norm in norms.items())


RULED = {"TAG", "POS", "MORPH", "LEMMA", "DEP"}


def rule_token(pattern):
    """One token's conditions: [[attribute, operator, values], ...]."""
    conditions = []
    for key, value in pattern.items():
        require(key in {"TAG", "LOWER", "DEP", "IS_SPACE", "ORTH", "TEXT"},
                f"attribute ruler: {key} in {pattern} is not supported")
        key = "ORTH" if key == "TEXT" else key
        if not isinstance(value, dict):
            conditions.append([key, "IN", [value]])
            continue
        for operator, operand in value.items():
            require(operator in {"IN", "NOT_IN", "REGEX"}, f"attribute ruler: {operator} in {pattern} is not supported")
            conditions.append([key, operator, [translated(operand)] if operator == "REGEX" else operand])
    return conditions


def read_ruler(directory):
    rules = []
    for rule in srsly.msgpack_loads((directory / "attribute_ruler/patterns").read_bytes()):
        require(set(rule["attrs"]) <= RULED, f"attribute ruler: attributes {rule['attrs']} are not supported")
        require(rule["index"] >= 0, f"attribute ruler: index {rule['index']} is not supported")
        rules.append({"patterns": [[rule_token(token) for token in pattern] for pattern in rule["patterns"]],
                      "attrs": rule["attrs"], "index": rule["index"]})
    return rules


def sorted_lines(lines):
    """Lines in byte order, each ended by a newline: what the runtime searches by halves."""
    encoded = sorted(line.encode() for line in lines)
    require(not any(b"\n" in line for line in encoded), "lemma table: a newline in a word")
    return b"".join(line + b"\n" for line in encoded).decode()


def read_lemmas(lookups):
    """Rules by part of speech, and the two word tables as sorted lines."""
    rules, exceptions, index = (lookups.get_table(name, {}) for name in ("lemma_rules", "lemma_exc", "lemma_index"))
    tags = ["adj", "adp", "adv", "aux", "cconj", "det", "intj", "noun", "num", "part", "pron", "propn", "punct",
            "sconj", "sym", "verb", "x", "space"]
    present = [t for t in tags if rules.get(t) or exceptions.get(t) or index.get(t)]
    count = sum(1 for t in present if rules.get(t))
    require(count == len(rules), f"lemmatizer: {len(rules)} sets of rules, of which {count} have a known part of speech")
    described = {t: [list(rule) for rule in rules.get(t, [])] for t in present}
    words = {t: sorted_lines(index.get(t, [])) for t in present}
    irregular = {t: sorted_lines("\t".join([word, *forms]) for word, forms in exceptions.get(t, {}).items())
                 for t in present}
    return described, words, irregular
