"""Trains, calibrates, measures and writes attribute heads.

    heads.py default portraits.npz -o heads.onnx [--also faces.npz]
    heads.py research portraits.npz faces.npz -o heads.onnx

A head is a logistic regression on standardised feature rows of the split `train`. Its strength of regularisation is chosen
on `val`; slope and offset of its log-odds are fitted on `calibration` (Platt 1999), which is used for nothing else. Figures
are those of `val`; `--also` names rows that the heads have never seen, of which all but the calibration part are measured.
"""

import argparse

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, roc_auc_score

from datasets import LABELS
from pipeline import FEATURES

DEFAULT = ["eyeglasses", "sunglasses", "beard", "mustache", "face-occluded"]
FROM_PORTRAITS = ["sunglasses", "face-occluded"]
STRENGTHS = [0.00003, 0.0001, 0.0003, 0.001]

#: How far the weight of the positives in the calibration part goes from their share there (0) to one half (1):
#: rows were chosen so that rare attributes are frequent, and photos that users send are not known.
BALANCE = 0.75


class Rows:
    def __init__(self, path):
        with np.load(path) as file:
            self.features, self.labels = file["features"], file["labels"].astype(int)
            self.split, self.kind = file["split"], file["kind"]

    def part(self, label, *splits):
        y = self.labels[:, LABELS.index(label)]
        chosen = (y >= 0) & np.isin(self.split, splits)
        return self.features[chosen], y[chosen]


class Head:
    """weights and bias: log-odds of a feature row."""

    def __init__(self, label, rows):
        x, y = rows.part(label, "train")
        mean, deviation = x.mean(0), x.std(0) + 1e-3
        best = None
        for strength in STRENGTHS:
            model = LogisticRegression(C=strength, class_weight="balanced", max_iter=300)
            model.fit((x - mean) / deviation, y)
            weights = model.coef_[0] / deviation
            bias = float(model.intercept_[0] - weights @ mean)
            xv, yv = rows.part(label, "val")
            score = roc_auc_score(yv, xv @ weights + bias)
            if best is None or score > best[0]:
                best = score, strength, weights, bias
        _, self.strength, weights, bias = best
        xc, yc = rows.part(label, "calibration")
        share = BALANCE / 2 + (1 - BALANCE) * yc.mean()
        weight = np.where(yc == 1, share / yc.mean(), (1 - share) / (1 - yc.mean()))
        platt = LogisticRegression(C=1e6).fit((xc @ weights + bias)[:, None], yc, sample_weight=weight)
        slope = platt.coef_[0, 0]
        self.label, self.weights, self.bias = label, weights * slope, bias * slope + platt.intercept_[0]

    def probability(self, features):
        return 1 / (1 + np.exp(-np.clip(features @ self.weights + self.bias, -60, 60)))


def reliability(probability, y):
    """Bins of ten points of the confidence in the reported value: number, mean confidence, share right."""
    confidence = np.maximum(probability, 1 - probability)
    right = (probability >= 0.5) == (y == 1)
    bins = []
    for low in np.arange(0.5, 1, 0.1):
        inside = (confidence >= low) & (confidence < low + 0.1 + 1e-9 * (low > 0.85))
        if inside.any():
            bins.append((int(inside.sum()), confidence[inside].mean(), right[inside].mean()))
    return bins


def show(title, head, rows, *splits):
    x, y = rows.part(head.label, *splits)
    if not 0 < y.sum() < len(y):
        return
    p = head.probability(x)
    bins = reliability(p, y)
    gap = max((abs(c - r) for n, c, r in bins if n >= 30), default=0)
    print("%-10s %-14s %5d %5d  balanced accuracy %.3f  AUC %.4f  largest gap %4.1f  %s" % (
        title, head.label, len(y), y.sum(), balanced_accuracy_score(y, p >= 0.5), roc_auc_score(y, p), 100 * gap,
        "  ".join("%d: %.0f/%.0f" % (n, 100 * c, 100 * r) for n, c, r in bins)))


def write(heads, path):
    weights = np.stack([head.weights for head in heads], 1).astype(np.float32)
    bias = np.array([head.bias for head in heads], np.float32)
    graph = helper.make_graph(
        [helper.make_node("Flatten", ["features"], ["row"]),
         helper.make_node("Gemm", ["row", "weights", "bias"], ["logits"]),
         helper.make_node("Sigmoid", ["logits"], ["probabilities"])],
        "face-attributes",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["N", 1, 1, FEATURES])],
        [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["N", len(heads)])],
        [numpy_helper.from_array(weights, "weights"), numpy_helper.from_array(bias, "bias")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["default", "research"])
    parser.add_argument("rows", nargs="+")
    parser.add_argument("--also")
    parser.add_argument("-o", "--output", required=True)
    arguments = parser.parse_args()
    portraits = Rows(arguments.rows[0])
    if arguments.what == "default":
        heads = [(Head(label, portraits), portraits) for label in DEFAULT]
    else:
        faces = Rows(arguments.rows[1])
        sources = [(label, portraits if label in FROM_PORTRAITS else faces) for label in LABELS]
        heads = [(Head(label, rows), rows) for label, rows in sources]
    for head, rows in heads:
        print(head.label, "C =", head.strength)
        show("val", head, rows, "val")
    if arguments.also:
        also = Rows(arguments.also)
        for head, _ in heads:
            show("unseen", head, also, "train", "val")
    write([head for head, _ in heads], arguments.output)


if __name__ == "__main__":
    main()
