"""Joins the two encoders of a stock pipeline, that of tagger and parser and that of the entity recogniser, into one.

    python join.py STOCK OUT --probe train.jsonl.gz [--norm-rows 10000]

The channels of both lie side by side, each reading only its own at first; both hash the same attributes with the same
seeds, so their tables lie side by side as well. One layer norm over both is not the two norms that there were:
the values before it are brought to mean 0 and deviation 1 over each half, as the probe's words have them, so that the one
norm does about what the two did. Training mends the rest.
"""

import argparse
import re
from pathlib import Path

import numpy
import spacy
from spacy.training import Example
from thinc.api import Config, fix_random_seed

from agreement import annotate
from distill import ORDER
from units import read_paragraphs

PIECES = 3


def layers(model, name):
    found = [node for node in model.walk() if node.name == name]
    assert found, name
    return found


def set_param(node, name, value):
    node.set_param(name, numpy.ascontiguousarray(value, dtype="f4"))


def force_dims(model, sizes):
    for node in model.walk():
        for name in node.dim_names:
            if node.has_dim(name) and node.get_dim(name) in sizes:
                node._dims[name] = sizes[node.get_dim(name)]  # set_dim refuses once weights are there


def lengthen(nlp, rows):
    embed = layers(nlp.get_pipe("tok2vec").model, "hashembed")[0]
    table = embed.get_param("E")
    assert rows % len(table) == 0, f"{rows} rows are no multiple of {len(table)}"
    embed._dims["nV"] = rows
    set_param(embed, "E", numpy.tile(table, (rows // len(table), 1)))
    return len(table)


def rewrite_config(path, old_width, width, old_rows, rows):
    """The sizes stand in the config as numbers; spacy.load builds the empty networks by it."""
    config = (path / "config.cfg").read_text()
    config = re.sub(rf"(?m)^width = {old_width}$", f"width = {width}", config)
    config = config.replace(f"rows = [{old_rows},", f"rows = [{rows},", 1)
    (path / "config.cfg").write_text(config)


def build_student(stock, config, labels):
    nlp = spacy.load(stock, exclude=["ner", "senter"])
    nlp.add_pipe("ner", config=config["ner"])
    nlp._link_components()
    example = Example(nlp.make_doc("A short sentence."), nlp.make_doc("A short sentence."))
    nlp.get_pipe("ner").initialize(lambda: [example], nlp=nlp, labels=labels)
    assert nlp.pipe_names == ORDER, nlp.pipe_names
    nlp.meta["name"] = "news"
    nlp.meta["description"] = "English for news: one shared encoder, distilled from en_core_web_md and en_core_web_sm"
    return nlp


class Half:
    """One of the two encoders, taken apart."""

    def __init__(self, tok2vec, columns):
        self.embeds = {columns[e.attrs["column"]]: e.get_param("E") for e in layers(tok2vec, "hashembed")}
        self.columns = columns
        self.maxouts = [(n.get_param("W"), n.get_param("b")) for n in layers(tok2vec, "maxout")]
        self.norms = [(n.get_param("G"), n.get_param("b")) for n in layers(tok2vec, "layernorm")]
        self.width = len(self.norms[0][0])

    def blocks(self, layer):
        return len(self.columns) if layer == 0 else 3

    def before_norm(self, model, docs):
        """Values of every maxout for the probe's words, as the network computes them: one array a layer."""
        seen, nodes = {}, layers(model, "maxout")
        for i, node in enumerate(nodes):
            forward = node._func

            def spy(layer, x, is_train, i=i, forward=forward):
                y, back = forward(layer, x, is_train)
                seen.setdefault(i, []).append(y.copy())
                return y, back

            node._func = spy
        model.predict(docs)
        return [numpy.concatenate(seen[i]) for i in range(len(nodes))]

    def normalise(self, values):
        for i, z in enumerate(values):
            mean, deviation = float(z.mean()), float(z.std(axis=1).mean())
            weights, bias = self.maxouts[i]
            self.maxouts[i] = weights / deviation, (bias - mean) / deviation


def joined(first, second, columns):
    """Parameters of the one encoder."""
    width = first.width + second.width
    embeds = []
    for name in columns:
        left = first.embeds[name]
        right = second.embeds.get(name, numpy.zeros((len(left), second.width), dtype="f4"))
        embeds.append(numpy.concatenate([left, right], axis=1))
    maxouts = []
    for i, ((w1, b1), (w2, b2)) in enumerate(zip(first.maxouts, second.maxouts)):
        blocks = first.blocks(i)
        weights = numpy.zeros((width, PIECES, blocks, width), dtype="f4")
        weights[: first.width, :, :, : first.width] = w1.reshape(first.width, PIECES, blocks, first.width)
        theirs = w2.reshape(second.width, PIECES, second.blocks(i), second.width)
        for b in range(second.blocks(i)):
            at = columns.index(second.columns[b]) if i == 0 else b
            weights[first.width :, :, at, first.width :] = theirs[:, :, b]
        maxouts.append((weights.reshape(width, PIECES, -1), numpy.concatenate([b1, b2])))
    norms = [tuple(numpy.concatenate(pair) for pair in zip(a, b)) for a, b in zip(first.norms, second.norms)]
    return embeds, maxouts, norms


def columns_of(model):
    return [node.attrs["columns"] for node in model.walk() if "columns" in node.attrs][0]


def set_encoder(tok2vec, embeds, maxouts, norms):
    """Pairs of node and parameter name with the new values; they are set when all sizes are."""
    arrays = {}
    for node, table in zip(layers(tok2vec, "hashembed"), embeds):
        arrays[node, "E"] = table
    for node, (weights, bias) in zip(layers(tok2vec, "maxout"), maxouts):
        arrays[node, "W"], arrays[node, "b"] = weights, bias
    for node, (scale, shift) in zip(layers(tok2vec, "layernorm"), norms):
        arrays[node, "G"], arrays[node, "b"] = scale, shift
    return arrays


def set_reader(ours, theirs, kind, begin, width):
    """A layer that read `theirs` channels reads them where they are now, and nothing of the others yet."""
    arrays = {}
    for node, source in zip(layers(ours, kind), layers(theirs, kind)):
        weights = source.get_param("W")
        if weights.shape[1] == width // 2:
            wider = numpy.zeros((len(weights), width), dtype="f4")
            wider[:, begin : begin + weights.shape[1]] = weights
            weights = wider
        arrays[node, "W"], arrays[node, "b"] = weights, source.get_param("b")
    return arrays


def set_states(ours, theirs):
    """The part of parser and recogniser that reads no channels but what was made of them."""
    return {
        (ours.get_ref(part), name): theirs.get_ref(part).get_param(name)
        for part in ("lower", "upper")
        for name in theirs.get_ref(part).param_names
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("stock")
    parser.add_argument("out", type=Path)
    parser.add_argument("--probe", type=Path, required=True, help="paragraphs, as prepare.py writes them")
    parser.add_argument("--norm-rows", type=int)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("student.cfg"))
    args = parser.parse_args()

    fix_random_seed(0)
    stock = spacy.load(args.stock)
    student = build_student(args.stock, Config().from_disk(args.config), stock.get_pipe("ner").label_data)
    probe = annotate(stock, read_paragraphs(args.probe)[:: max(1, len(read_paragraphs(args.probe)) // 50)])
    models = {name: stock.get_pipe(name).model for name in ("tok2vec", "tagger", "parser", "ner")}
    ours = {name: student.get_pipe(name).model for name in models}
    own = models["ner"].get_ref("tok2vec").layers[0]  # the recogniser's encoder; a projection follows it
    halves = []
    for encoder in (models["tok2vec"], own):
        half = Half(encoder, columns_of(encoder))
        half.normalise(half.before_norm(encoder, probe))
        halves.append(half)
    columns, old = halves[0].columns, halves[0].width
    assert halves[1].width == old and set(halves[1].columns) <= set(columns)
    width = 2 * old

    arrays = set_encoder(ours["tok2vec"], *joined(*halves, columns))
    arrays |= set_reader(ours["tagger"], models["tagger"], "softmax", 0, width)
    arrays |= set_states(ours["parser"], models["parser"]) | set_states(ours["ner"], models["ner"])
    arrays |= set_reader(ours["parser"], models["parser"], "linear", 0, width)
    arrays |= set_reader(ours["ner"], models["ner"], "linear", old, width)
    sizes = {old: width, old * len(columns): width * len(columns), old * 3: width * 3}
    for model in ours.values():
        force_dims(model, sizes)
    for (node, name), value in arrays.items():
        set_param(node, name, value)
    old_rows = len(halves[0].embeds[columns[0]])
    lengthen(student, args.norm_rows or old_rows)
    student.to_disk(args.out)
    rewrite_config(args.out, old, width, old_rows, args.norm_rows or old_rows)


if __name__ == "__main__":
    main()
