"""Trains the student pipeline on the teachers' judgement of every decision it meets.

    python distill.py --start PIPELINE --teacher md=PATH --teacher sm=PATH --data DIR --out DIR
                      [--words N] [--minutes M] [--config student.cfg] [--learn-rate RATE]

The student starts as join.py made it, or as an earlier run left it. For each batch it tags, parses and marks entities
by its own choices; at every parser and recogniser state the teachers score the same state, and the student's
distribution over actions is pulled towards the mean of theirs (soft targets at the student's own states: Hinton et al.
2015, arXiv 1503.02531; Kuncoro et al. 2016, "Distilling an ensemble of greedy dependency parsers", arXiv 1609.07561;
Ross et al. 2011, DAgger). No tree is ever built as gold.

The learning rate falls from learn_rate to final_learn_rate as the planned words or minutes are used up, whichever
share is larger. Weights are saved as running averages: DIR/model-best, DIR/model-last and, every keep_every steps,
DIR/kept/STEP are pipelines for spacy.load, with DIR/log.jsonl a line an evaluation.
"""

import argparse
import json
import random
import shutil
import time
from pathlib import Path

import numpy
import spacy
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, Config, fix_random_seed, set_dropout_rate

import units
from agreement import agreement, annotate
from names import Names

ORDER = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]


def softmax(scores):
    scores = scores - scores.max(axis=1, keepdims=True)
    numpy.exp(scores, out=scores)
    scores /= scores.sum(axis=1, keepdims=True)
    return scores


class Teacher:
    """One stock pipeline, asked for distributions rather than for annotations."""

    def __init__(self, name, path, shares):
        self.name = name
        self.shares = {component: by_teacher[name] for component, by_teacher in shares.items()}
        self.nlp = spacy.load(path, exclude=["senter", "attribute_ruler", "lemmatizer"])

    def read(self, docs):
        """Encodes the docs; tag distributions, and step models of parser and ner, of what it has a share in."""
        if self.shares["tagger"] or self.shares["parser"]:
            tok2vec = self.nlp.get_pipe("tok2vec")
            tok2vec.set_annotations(docs, tok2vec.predict(docs))
        read = {name: self.nlp.get_pipe(name).model.predict(docs) for name, share in self.shares.items() if share}
        if "tagger" in read:
            read["tagger"] = [softmax(scores) for scores in read["tagger"]]
        return read


def load_student(path):
    nlp = spacy.load(path)
    assert nlp.pipe_names == ORDER, nlp.pipe_names
    return nlp


def check_actions(student, teachers):
    for name in ("parser", "ner"):
        ours = student.get_pipe(name).move_names
        for teacher in teachers:
            if teacher.nlp.get_pipe(name).move_names != ours:
                raise SystemExit(f"{teacher.name}: {name} has other actions than the student")


def judges(name, teachers, judged):
    """(share, judgement) of every teacher that has a share in this component."""
    return [(teacher.shares[name], read[name]) for teacher, read in zip(teachers, judged) if name in read]


def imitate(pipe, docs, step_models, blocked, weight):
    """One pass of a transition model over docs by its own choices; returns final states, mean loss, and a callback
    that sends the gradient on. `blocked` is (action, docs in which the target gives it nothing) or None."""
    step, backprop_encoder = pipe.model.begin_update(docs)
    states = pipe.moves.init_batch(docs)
    live = [(s, i) for i, s in enumerate(states) if not s.is_final()]
    loss, decisions = 0.0, 0
    while live:
        batch = [s for s, _ in live]
        scores, backprop = step.begin_update(batch)
        target = sum(share * softmax(model.predict(batch)) for share, model in step_models)
        if blocked is not None:
            action, where = blocked
            rows = [row for row, (_, i) in enumerate(live) if where[i]]
            if rows:
                target[rows, action] = 0.0
                target[rows] /= target[rows].sum(axis=1, keepdims=True)
        gradient = softmax(scores.copy())
        loss -= float((target * numpy.log(gradient + 1e-9)).sum())
        decisions += len(batch)
        gradient -= target
        gradient *= weight
        backprop(gradient)
        pipe.transition_states(batch, scores)
        live = [(s, i) for s, i in live if not s.is_final()]
    return states, loss / max(decisions, 1), lambda: backprop_encoder(docs)


def zero_blocks(student, sparse_layers):
    """The encoder's maxout nodes whose zeros stay zeros, each with the mask of its other weights."""
    maxouts = [node for node in student.get_pipe("tok2vec").model.walk() if node.name == "maxout"]
    return [(node, (node.get_param("W") != 0).astype("f4")) for i, node in enumerate(maxouts) if i in sparse_layers]


def train_batch(student, teachers, batch, settings, vocab, optimizer, sparse):
    read = [Doc(vocab, words=u.words, spaces=u.spaces) for u in batch]
    seen = [Doc(vocab, words=u.student_words, spaces=u.student_spaces) for u in batch]
    judged = [teacher.read(read) for teacher in teachers]
    pipes = {name: student.get_pipe(name) for name in ("tok2vec", "tagger", "parser", "ner")}
    for pipe in pipes.values():
        set_dropout_rate(pipe.model, settings["dropout"])
    pipes["tok2vec"].update([Example(doc, doc) for doc in seen], drop=settings["dropout"], sgd=None)

    tags, backprop_tags = pipes["tagger"].model.begin_update(seen)
    d_tags = []
    for i, predicted in enumerate(tags):
        target = sum(share * judgement[i] for share, judgement in judges("tagger", teachers, judged))
        d_tags.append(predicted - target)
    backprop_tags(d_tags)

    break_action = pipes["parser"].move_names.index("B-ROOT")
    states, parser_loss, send = imitate(
        pipes["parser"], seen, judges("parser", teachers, judged), (break_action, [u.single for u in batch]), 1.0
    )
    send()
    pipes["parser"].set_annotations(seen, states)  # the recogniser must not cross the student's sentence starts
    _, ner_loss, send = imitate(pipes["ner"], seen, judges("ner", teachers, judged), None, settings["ner_weight"])
    send()
    for node, mask in sparse:
        if node.has_grad("W"):
            node.set_grad("W", node.get_grad("W") * mask)  # no gradient, no change: zeros stay zeros in the averages too
    for pipe in pipes.values():
        pipe.finish_update(optimizer)
    return parser_loss, ner_loss


def learn_rate(settings, step, progress):
    peak, final = settings["learn_rate"], settings["final_learn_rate"]
    return min(1.0, (step + 1) / settings["warmup_steps"]) * (final + (peak - final) * (1.0 - min(progress, 1.0)))


def save(student, optimizer, path):
    fresh = path.with_name(path.name + ".new")
    with student.use_params(optimizer.averages):
        student.to_disk(fresh)
    if path.exists():
        shutil.rmtree(path)
    fresh.rename(path)


def keep(path, step):
    shutil.copytree(path, path.parent / "kept" / str(step), dirs_exist_ok=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--start", required=True, help="the student as it is now")
    parser.add_argument("--teacher", action="append", required=True, metavar="NAME=PATH")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("student.cfg"))
    parser.add_argument("--learn-rate", type=float, help="instead of the config's, for a run that goes on")
    parser.add_argument("--words", type=float, default=8e6)
    parser.add_argument("--minutes", type=float, default=1e9)
    args = parser.parse_args()

    config = Config().from_disk(args.config)
    settings = config["training"]
    settings["learn_rate"] = args.learn_rate or settings["learn_rate"]
    fix_random_seed(settings["seed"])
    rng = random.Random(settings["seed"])
    teachers = [Teacher(n, p, settings["teachers"]) for n, p in (t.split("=", 1) for t in args.teacher)]
    student = load_student(args.start)
    check_actions(student, teachers)
    vocab = teachers[0].nlp.vocab  # has the vectors that a teacher may want; names the same words for all
    optimizer = Adam(settings["learn_rate"], L2=settings["L2"], grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    sparse = zero_blocks(student, settings["sparse_layers"])
    paragraphs = units.read_paragraphs(args.data / "train.jsonl.gz")
    names = Names(paragraphs, vocab)
    heldout = units.halves(units.read_paragraphs(args.data / "heldout.jsonl.gz"))[0]
    sample = heldout[:: max(1, len(heldout) // 100)]
    references = {n: annotate(spacy.load(path), sample) for n, path in (t.split("=", 1) for t in args.teacher)}

    args.out.mkdir(parents=True, exist_ok=True)
    log = open(args.out / "log.jsonl", "a", encoding="utf-8")
    started, seen_words, step, best, losses = time.time(), 0, 0, -1.0, []
    done = False
    while not done:
        drawn = units.draw_units(paragraphs, rng, settings["sources"])
        drawn = (names.change(u, rng) if u.names and rng.random() < settings["renamed"] else u for u in drawn)
        drawn = (units.vary(u, rng) for u in drawn)
        for batch in units.batches(drawn, rng, settings["words_per_batch"]):
            progress = max(seen_words / args.words, (time.time() - started) / 60 / args.minutes)
            done = progress >= 1.0
            if not done:
                optimizer.learn_rate = learn_rate(settings, step, progress)
                losses.append(train_batch(student, teachers, batch, settings, vocab, optimizer, sparse))
                seen_words += sum(len(u.words) for u in batch)
                step += 1
            if done or step % settings["evaluate_every"] == 0:
                with student.use_params(optimizer.averages):
                    ours = annotate(student, sample)
                scores = {name: agreement(ours, reference) for name, reference in references.items()}
                total = sum(t.shares["parser"] * scores[t.name]["labels"] + t.shares["ner"] * scores[t.name]["ents_f"]
                            for t in teachers)
                log.write(json.dumps({"step": step, "trained_words": seen_words, "minutes": (time.time() - started) / 60,
                                      "loss": numpy.mean(losses or [[0, 0]], axis=0).tolist()} | scores) + "\n")
                log.flush()
                losses = []
                save(student, optimizer, args.out / "model-last")
                if step % settings["keep_every"] == 0:
                    keep(args.out / "model-last", step)
                if total > best:
                    best = total
                    save(student, optimizer, args.out / "model-best")
            if done:
                break


if __name__ == "__main__":
    main()
