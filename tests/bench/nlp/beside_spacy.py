"""The language runtime beside spaCy, one thread each, on the same texts, in turns.

    python beside_spacy.py BENCH MODEL.dlm SPACY_MODEL TEXTS.jsonl [--rounds N]

BENCH is dossier_nlp_bench. Rates are tokens per second of processor time; the machine's other load still costs both
sides, so what counts is their ratio within a round. The share is the pipeline's arithmetic per second over what the
runtime's own fused kernel reaches alone.
"""
import argparse
import json
import os
import struct
import subprocess
import time

for variable in ("OMP_NUM_THREADS", "BLIS_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy  # noqa: E402
import spacy  # noqa: E402


def read_half_or_single(file, base, tensor):
    begin, end = tensor["data_offsets"]
    file.seek(base + begin)
    return numpy.frombuffer(file.read(end - begin), dtype={"F16": "<f2", "F32": "<f4"}[tensor["dtype"]])


def operations_per_token(path):
    """Multiplications and additions for one token whose word is cached, with its mix and what it adds to the first layer;
    weights that are zero count nothing."""
    with open(path, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(size))
        begin, end = header["text.config"]["data_offsets"]
        file.seek(8 + size + begin)
        config = json.loads(file.read(end - begin))
        total = sum(2 * numpy.count_nonzero(read_half_or_single(file, 8 + size, tensor))
                    for name, tensor in header.items() if ".enc." in name and ".enc.0." not in name and name.endswith(".W"))
    total += 2 * config["t2v"]["width"] * header["tagger.b"]["shape"][0]
    for name, steps in (("parser", 2.1), ("ner", 1.0)):
        shape, hidden = config[name], config[name]["hidden"]
        total += 2 * config["t2v"]["width"] * hidden + 2 * hidden * shape["features"] * 2 * hidden
        total += steps * (2 * hidden * shape["classes"] + shape["features"] * 2 * hidden)
    return total


def spacy_rate(nlp, texts):
    begin = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return tokens / (time.process_time() - begin)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("bench", "weights", "model", "texts"):
        options.add_argument(name)
    options.add_argument("--rounds", type=int, default=3)
    arguments = options.parse_args()
    with open(arguments.texts, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    nlp = spacy.load(arguments.model)
    spacy_rate(nlp, texts[:5])
    operations = operations_per_token(arguments.weights)
    for number in range(arguments.rounds):
        theirs = spacy_rate(nlp, texts)
        ours = json.loads(subprocess.run([arguments.bench, arguments.weights, arguments.texts], check=True,
                                         stdout=subprocess.PIPE).stdout)
        rate, kernel = ours["tokens_per_second"], ours["fused_kernel_gigaflops"]
        print(f"round {number + 1}: spaCy {theirs:,.0f} tokens/s, runtime {rate:,.0f} ({ours['instruction_set']}), "
              f"{rate / theirs:.1f} times; kernel {kernel:.0f} Gflop/s, share {rate * operations / kernel / 1e9:.2f}; "
              f"start-up {1000 * ours['start_up_seconds']:.0f} ms ({1000 * ours['start_up_processor_seconds']:.0f} ms "
              f"of processor), model {ours['model_megabytes']:.0f} MB, all {ours['resident_megabytes']:.0f} MB, "
              f"{ours['allocations_per_text']:.0f} allocations a text")


if __name__ == "__main__":
    main()
