"""Turns a spaCy v3 English CNN pipeline into one weights file for the language runtime.

    python convert.py MODEL OUT.dlm [--half] [--name NAME]

MODEL is a pipeline directory (or one above it) or the name of an installed package. Needs the packages of
requirements.txt; nothing of it is needed at run time.
"""
import argparse
import datetime
import importlib.util
import json
import os
from pathlib import Path

import numpy
import spacy
from spacy.symbols import IDS

import pipeline_reader as reader
import weights_file
from pipeline_reader import require

FORMAT = "dossier-language/2"


def locate(model):
    if Path(model).exists():
        return reader.find_directory(model)
    spec = importlib.util.find_spec(model.replace("-", "_"))
    require(spec is not None, f"{model}: neither a directory nor an installed package")
    return reader.find_directory(Path(spec.origin).parent)


def check_pipeline(nlp):
    config = nlp.config.interpolate()
    require(config["nlp"]["lang"] == "en", f"language {config['nlp']['lang']} is not supported, expected en")
    known = {"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"}
    require(set(nlp.pipe_names) == known, f"pipeline {nlp.pipe_names}, expected {sorted(known)}")
    parts = config["components"]
    reader.check_tok2vec_config(parts["tok2vec"]["model"])
    reader.architecture(parts["tagger"]["model"], "spacy.Tagger.v2")
    for name in ("parser", "ner"):
        reader.check_transition_config(parts[name], name)
    for name in ("tagger", "parser"):
        reader.architecture(parts[name]["model"]["tok2vec"], "spacy.Tok2VecListener.v1")
    if parts["ner"]["model"]["tok2vec"]["@architectures"] != "spacy.Tok2VecListener.v1":
        reader.check_tok2vec_config(parts["ner"]["model"]["tok2vec"])
    require(parts["lemmatizer"]["mode"] == "rule", f"lemmatizer mode {parts['lemmatizer']['mode']}, expected rule")


def read_networks(directory, tensors):
    """All weights into `tensors`; returns the description and the labels."""
    config = {"t2v": reader.read_tok2vec(reader.Network(directory / "tok2vec/model"), "t2v", tensors)}
    softmax = reader.Network(directory / "tagger/model").one("softmax")
    tensors["tagger.W"], tensors["tagger.b"] = softmax["W"], softmax["b"]
    tags = json.loads((directory / "tagger/cfg").read_text())["labels"]
    require(len(tags) == softmax["W"].shape[0], f"tagger: {len(tags)} labels, {softmax['W'].shape[0]} rows of weights")
    _, parser_classes = reader.read_transitions(directory, "parser", tensors)
    network, ner_classes = reader.read_transitions(directory, "ner", tensors)
    config["ner_input"] = "n2v" if network.indexes("hashembed") else "t2v"
    if config["ner_input"] == "n2v":
        config["n2v"] = reader.read_tok2vec(network, "n2v", tensors)
    for name in ("parser", "ner"):
        features, hidden, pieces, _ = tensors[f"{name}.lower.W"].shape
        config[name] = {"features": features, "hidden": hidden, "pieces": pieces,
                        "classes": tensors[f"{name}.upper.W"].shape[0]}
    return config, {"tags": tags, "parser": parser_classes, "ner": ner_classes}


def check_classes(nlp, labels):
    """The order of the classes, as spaCy itself has it."""
    actions = {"parser": ["S", "D", "L", "R", "B"], "ner": ["-", "B", "I", "L", "U", "O"]}
    for name, letters in actions.items():
        ours = [letters[a] + ("-" + label if label else "") for a, label in labels[name]]
        theirs = [move for move in nlp.get_pipe(name).move_names]
        ours = [move for move in ours if move in set(theirs)]
        require(ours == theirs, f"{name}: classes {ours} differ from spaCy's {theirs}")


def read_vectors(nlp, tensors):
    vectors = nlp.vocab.vectors
    require(str(vectors.mode).lower().endswith("default"), f"vectors mode {vectors.mode} is not supported")
    pairs = sorted(vectors.key2row.items())
    tensors["vectors.data"] = numpy.asarray(vectors.data, dtype=numpy.float32)
    tensors["vectors.keys"] = numpy.array([key for key, _ in pairs], dtype=numpy.uint64)
    tensors["vectors.rows"] = numpy.array([row for _, row in pairs], dtype=numpy.uint32)


def read_texts(directory, nlp, config, labels, tensors):
    tensors["text.config"] = weights_file.json_tensor(config)
    tensors["text.labels"] = weights_file.json_tensor(labels)
    tensors["text.tokenizer"] = weights_file.json_tensor(reader.read_tokenizer(directory))
    tensors["text.symbols"] = weights_file.json_tensor(
        sorted(([name, value] for name, value in IDS.items() if name), key=lambda pair: pair[1]))
    tensors["text.norms"] = weights_file.json_tensor(reader.read_norms(directory))
    tensors["text.ruler"] = weights_file.json_tensor(reader.read_ruler(directory))
    rules, words, irregular = reader.read_lemmas(nlp.get_pipe("lemmatizer").lookups)
    tensors["text.lemmas"] = weights_file.json_tensor(rules)
    for tag in rules:
        tensors[f"lemmas.index.{tag}"] = weights_file.text_tensor(words[tag])
        tensors[f"lemmas.irregular.{tag}"] = weights_file.text_tensor(irregular[tag])


def halved(tensors):
    """Half precision where it saves room: not biases and norms, nor word vectors, which are read in place."""
    return {name: array.astype(numpy.float16)
            if array.dtype == numpy.float32 and array.size > 4096 and name != "vectors.data" else array
            for name, array in tensors.items()}


def created():
    """The date in the file: that of SOURCE_DATE_EPOCH where set, so that a build can be repeated byte for byte."""
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    when = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc) if seconds else None
    return when.strftime("%Y-%m-%d") if when else ""


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("model")
    options.add_argument("out", type=Path)
    options.add_argument("--half", action="store_true", help="store weights in half precision")
    options.add_argument("--name", help="name of the model, if not that of the package")
    arguments = options.parse_args()

    directory = locate(arguments.model)
    meta = json.loads((directory / "meta.json").read_text())
    nlp = spacy.load(directory)
    check_pipeline(nlp)
    tensors = {}
    config, labels = read_networks(directory, tensors)
    check_classes(nlp, labels)
    if config["t2v"]["static_width"] or config.get("n2v", {}).get("static_width"):
        read_vectors(nlp, tensors)
    read_texts(directory, nlp, config, labels, tensors)
    metadata = {"format": FORMAT, "name": arguments.name or f"{meta['lang']}_{meta['name']} {meta['version']}",
                "source": f"{meta['lang']}_{meta['name']} {meta['version']}", "licence": meta.get("license", ""),
                "author": meta.get("author", ""), "spacy_version": spacy.__version__, "created": created(),
                "precision": "half" if arguments.half else "single"}
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = arguments.out.with_suffix(".part")
    weights_file.write(unfinished, halved(tensors) if arguments.half else tensors, metadata)
    header = weights_file.check(unfinished)
    unfinished.replace(arguments.out)
    print(f"{arguments.out}: {header['__metadata__']['name']}, {arguments.out.stat().st_size} bytes, "
          f"sha256 {header['__metadata__']['content_sha256']}")


if __name__ == "__main__":
    main()
