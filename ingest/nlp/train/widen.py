"""Makes a student's encoder wider, and its tables of word forms longer, without changing what it says by much.

    python widen.py STUDENT OUT --width 128 [--norm-rows 20000] [--seed 7]

A new channel is a copy of an old one; whoever reads the old channel reads both, in random shares that add up to the
old weight (Chen et al. 2016, "Net2Net", arXiv 1511.05641). Only the layer norms see a difference, so of many choices
of channels to copy the one is taken whose tagger says most nearly what it said. A table whose length becomes a
multiple of the old one is repeated: a key finds the same rows as before.
"""

import argparse
import re

import numpy
import spacy

PROBE = (
    "The central bank of Norway raised its key rate to 4.5 % on Thursday, the highest since 2008, and said that "
    "it might not be the last time. Prime Minister Jonas Gahr Store told reporters in Oslo that his government would not "
    "interfere. \"We knew it would come,\" said Maria Lund, who runs a bakery with her two sisters in Bergen."
)


def layers(model, name):
    found = [node for node in model.walk() if node.name == name]
    assert found, name
    return found


def set_param(node, name, value):
    node.set_param(name, numpy.ascontiguousarray(value, dtype="f4"))


class Widening:
    """What the channels of the wider network are copies of, and how their readers share the weights."""

    def __init__(self, old, new, rng):
        self.old, self.new, self.rng = old, new, rng
        self.source = numpy.concatenate([numpy.arange(old), rng.choice(old, new - old, replace=False)])

    def outputs(self, array):
        """Copies along the first axis, which has one entry a channel."""
        return array[self.source]

    def inputs(self, array, blocks=1):
        """Shares out along the last axis, which is `blocks` times as long as there are channels."""
        shape = array.shape[:-1]
        taken = array.reshape(*shape, blocks, self.old)[..., self.source].copy()
        share = self.rng.uniform(0.3, 0.7, (*shape, blocks, self.new - self.old))
        copied = self.source[self.old :]
        taken[..., copied] *= 1.0 - share
        taken[..., self.old :] *= share
        return taken.reshape(*shape, blocks * self.new)


def force_dims(model, sizes):
    for node in model.walk():
        for name in node.dim_names:
            if node.has_dim(name) and node.get_dim(name) in sizes:
                node._dims[name] = sizes[node.get_dim(name)]  # set_dim refuses once weights are there


def widen(nlp, width, rng):
    tok2vec = nlp.get_pipe("tok2vec").model
    embeds = layers(tok2vec, "hashembed")
    old = embeds[0].get_dim("nO")
    wider = Widening(old, width, rng)
    arrays = {}
    for embed in embeds:
        arrays[embed, "E"] = wider.outputs(embed.get_param("E").T).T
    for i, node in enumerate(layers(tok2vec, "maxout")):
        arrays[node, "W"] = wider.outputs(wider.inputs(node.get_param("W"), len(embeds) if i == 0 else 3))
        arrays[node, "b"] = wider.outputs(node.get_param("b"))
    for node in layers(tok2vec, "layernorm"):
        for name in ("G", "b"):
            arrays[node, name] = wider.outputs(node.get_param(name))
    for name in ("tagger", "parser", "ner"):
        model = nlp.get_pipe(name).model
        for node in model.walk():
            if node.has_param("W") and node.get_param("W").shape[-1] == old and node.name in ("softmax", "linear"):
                arrays[node, "W"] = wider.inputs(node.get_param("W"))
    sizes = {old: width, old * len(embeds): width * len(embeds), old * 3: width * 3}
    for name in ("tok2vec", "tagger", "parser", "ner"):
        force_dims(nlp.get_pipe(name).model, sizes)
    for (node, name), value in arrays.items():
        set_param(node, name, value)
    return old


def lengthen(nlp, rows):
    embed = layers(nlp.get_pipe("tok2vec").model, "hashembed")[0]
    table = embed.get_param("E")
    assert rows % len(table) == 0, f"{rows} rows are no multiple of {len(table)}"
    embed._dims["nV"] = rows
    set_param(embed, "E", numpy.tile(table, (rows // len(table), 1)))
    return len(table)


def tag_scores(nlp):
    doc = nlp.make_doc(PROBE)
    tok2vec = nlp.get_pipe("tok2vec")
    tok2vec.set_annotations([doc], tok2vec.predict([doc]))
    return nlp.get_pipe("tagger").model.predict([doc])[0]


def rewrite_config(path, old_width, width, old_rows, rows):
    """The sizes stand in the config as numbers; spacy.load builds the empty networks by it."""
    config = (path / "config.cfg").read_text()
    config = re.sub(rf"(?m)^width = {old_width}$", f"width = {width}", config)
    config = config.replace(f"rows = [{old_rows},", f"rows = [{rows},", 1)
    (path / "config.cfg").write_text(config)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("student")
    parser.add_argument("out")
    parser.add_argument("--width", type=int, required=True)
    parser.add_argument("--norm-rows", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--choices", type=int, default=40)
    args = parser.parse_args()

    wanted = tag_scores(spacy.load(args.student))
    best, chosen = None, None
    for seed in range(args.seed, args.seed + args.choices):
        nlp = spacy.load(args.student)
        old = widen(nlp, args.width, numpy.random.default_rng(seed))
        far = float(numpy.abs(tag_scores(nlp) - wanted).mean())
        if best is None or far < best:
            best, chosen = far, nlp
    old_rows = lengthen(chosen, args.norm_rows or len(layers(chosen.get_pipe("tok2vec").model, "hashembed")[0].get_param("E")))
    print(f"mean difference of the tagger's scores: {best:.3f}; after the longer table {abs(tag_scores(chosen) - wanted).mean():.3f}")
    chosen.to_disk(args.out)
    from pathlib import Path

    rewrite_config(Path(args.out), old, args.width, old_rows, args.norm_rows or old_rows)
    print(f"read again: {abs(tag_scores(spacy.load(args.out)) - wanted).mean():.3f}")


if __name__ == "__main__":
    main()
