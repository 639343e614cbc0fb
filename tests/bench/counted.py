"""The race's questions answered from the CSV files by plain loops, and a graph to ask when the shared generator is missing."""
import collections
import csv
import datetime
import itertools
import math
import random
import time

Question = collections.namedtuple("Question", "name runs drawn answer")


def draw_graph(folder, entities, statements, seed):
    """A skewed graph in the files and columns of the shared generator, not its bytes."""
    rng = random.Random(seed)
    labels = ["Person"] * 5 + ["Organization"] * 3 + ["Place"] + ["Concept"]
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "entities.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["entityId:ID", "name", ":LABEL"])
        for i in range(entities):
            label = rng.choice(labels)
            rows.writerow([i, f"{label} {i}", label])
    recent = collections.deque(maxlen=1000)
    with open(folder / "statements.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow([":START_ID", ":END_ID", ":TYPE", "when:date", "confidence:double"])
        for _ in range(statements):
            start, end, type_ = int(entities * rng.random() ** 3), int(entities * rng.random() ** 3), int(40 * rng.random() ** 3)
            if recent and rng.random() < 0.1:  # back to where a statement of late began
                end, start, type_ = rng.choice(recent)
            recent.append((start, end, type_))
            day = datetime.date(2015, 1, 1) + datetime.timedelta(days=rng.randrange(4000))
            rows.writerow([start, end, f"p{type_}", day.isoformat(), round(rng.random(), 3)])


class Graph:
    """Answers as rows; of a look-up for one entity."""

    def __init__(self, folder):
        reading = time.process_time()  # of the processor: what else the machine does is not counted
        self.nodes = {}  # id -> name, label
        self.out = collections.defaultdict(lambda: collections.defaultdict(list))  # type -> start -> (end, when, confidence)
        with open(folder / "entities.csv", newline="") as file:
            for id_, name, label in itertools.islice(csv.reader(file), 1, None):
                self.nodes[int(id_)] = (name, label)
        with open(folder / "statements.csv", newline="") as file:
            for start, end, type_, when, confidence in itertools.islice(csv.reader(file), 1, None):
                self.out[type_][int(start)].append((int(end), when, float(confidence)))
        self.read_ms = 1000 * (time.process_time() - reading)

    def ends(self, type_, start):
        return [end for end, _, _ in self.out[type_].get(start, ())]

    def all_edges(self, id_):
        return [[sum(len(starts.get(id_, ())) for starts in self.out.values())]]

    def one_hop(self, id_):
        return [[self.nodes[end][0]] for end in self.ends("p1", id_)]

    def two_hop(self, id_):
        return [[sum(len(self.ends("p1", b)) for b in self.ends("p0", id_))]]

    def three_hop(self, id_):
        p2, count = self.out["p2"], 0  # no relationship twice: a walk over a loop at its node may not take it again
        for i, (b, *_) in enumerate(p2.get(id_, ())):
            for j, (c, *_) in enumerate(p2.get(b, ())):
                if (id_, i) == (b, j):
                    continue
                count += len(p2.get(c, ())) - (c == id_) - (c == b)
        return [[count]]

    def two_hop_all(self, _):
        return [[sum(len(self.ends("p4", b)) for a in self.out["p3"] for b in self.ends("p3", a))]]

    def triangle(self, _):
        return [[self.triangles()[0]]]

    def triangles(self, type_="p3"):
        """Walks (a)-[x]->(b)-[y]->(c)-[z]->(a): with x, y, z different relationships, and without that rule."""
        out = {a: collections.Counter(end for end, _, _ in row) for a, row in self.out[type_].items()}
        walks = 0
        for a, from_a in out.items():
            for b, ab in from_a.items():
                for c, bc in out.get(b, {}).items():
                    walks += ab * bc * out[c][a] if c in out and a in out[c] else 0
        # A relationship can come twice only where all three nodes are one: then any of n^3 triples but the n(n-1)(n-2).
        loops = [from_a[a] for a, from_a in out.items() if a in from_a]
        return walks - sum(n ** 3 - n * (n - 1) * (n - 2) for n in loops), walks

    def star(self, _):
        return [[sum(len(row) * len(self.out["p16"].get(x, ())) * len(self.out["p17"].get(x, ()))
                     for x, row in self.out["p15"].items())]]

    def top_subjects(self, _):
        counts = collections.Counter()
        for a, row in self.out["p0"].items():
            counts[self.nodes[a][0]] += len(row)
        return [list(item) for item in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:20]]

    def by_year(self, _):
        years = collections.Counter(when[:4] for row in self.out["p1"].values() for _, when, confidence in row
                                    if when >= "2020-01-01" and confidence > 0.8)
        return [[int(year), years[year]] for year in sorted(years)]

    def label_scan(self, _):
        return [[sum(label == "Person" and name.endswith("77") for name, label in self.nodes.values())]]

    def answers(self, times=5):
        """By question: the answer to its last run, and milliseconds a run, the best of a few times; of the load the reading."""
        state = 7.0

        def draw():  # as race.cc
            nonlocal state
            state = math.fmod(state * 1103515245.0 + 12345.0, 2147483648.0)
            return int(state) % len(self.nodes)

        found = {"load": (None, self.read_ms)}
        for question in QUESTIONS:
            ids = [draw() for _ in range(question.runs + 1)] if question.drawn else [0, 0]
            best = math.inf
            for _ in range(times):
                start = time.process_time()
                for id_ in ids[1:]:
                    rows = question.answer(self, id_)
                best = min(best, 1000 * (time.process_time() - start) / (len(ids) - 1))
            found[question.name] = (rows, best)
        return found


QUESTIONS = [
    Question("all-edges", 200, True, Graph.all_edges),
    Question("one-hop", 1000, True, Graph.one_hop),
    Question("two-hop", 200, True, Graph.two_hop),
    Question("three-hop", 50, True, Graph.three_hop),
    Question("two-hop-all", 1, False, Graph.two_hop_all),
    Question("triangle", 1, False, Graph.triangle),
    Question("star", 1, False, Graph.star),
    Question("top-subjects", 1, False, Graph.top_subjects),
    Question("by-year", 1, False, Graph.by_year),
    Question("label-scan", 1, False, Graph.label_scan),
]
