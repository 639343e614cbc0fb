"""Logistic regression over features with names, as regression.cc works it out. Needs numpy."""
import numpy


def matrix(features, names):
    """A row for each list of (name, value), a column for each name and one for the bias."""
    place = {name: i for i, name in enumerate(names)}
    x = numpy.zeros((len(features), len(names) + 1))
    x[:, -1] = 1
    for row, pairs in enumerate(features):
        for name, value in pairs:
            if name in place:
                x[row, place[name]] = value
    return x


def fit(x, y, ridge):
    """Newton's method; the bias is not shrunk."""
    w = numpy.zeros(x.shape[1])
    penalty = numpy.full(x.shape[1], ridge)
    penalty[-1] = 1e-6
    for _ in range(30):
        p = 1 / (1 + numpy.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + numpy.diag(penalty)
        step = numpy.linalg.solve(hessian, gradient)
        w -= step
        if numpy.abs(step).max() < 1e-6:
            break
    return w


def write_weights(out, source, names, w, least):
    """A table of ingest/data: the bias, and by name the weights that are not smaller than `least`."""
    out.write(f"# Feature, weight. Made by {source}.\nbias\t{w[-1]:.3f}\n")
    for name, value in sorted(zip(names, w), key=lambda pair: pair[0].encode()):
        if abs(value) >= least:
            out.write(f"{name}\t{value:.3f}\n")
