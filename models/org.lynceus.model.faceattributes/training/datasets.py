"""Feature rows with labels, made from folders of pictures.

    datasets.py portraits FOLDER -o portraits.npz     official portraits, labelled in labels.csv, and variations of them
    datasets.py faces FOLDER -o faces.npz             a folder with CelebA's attributes in manifest.csv

A file holds `features` [N, 4096], `labels` [N, 7] in the order of LABELS (1, 0, or -1 where it is not known), `split`
and `kind` of each row.
"""

import argparse
import csv
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np

import variations
from pipeline import Pipeline

LABELS = ["eyeglasses", "sunglasses", "beard", "mustache", "face-occluded", "smile", "mouth-open"]
HERE = os.path.dirname(os.path.abspath(__file__))

#: CelebA's names; a beard is the opposite of "No_Beard".
CELEBA = {"eyeglasses": "Eyeglasses", "beard": "No_Beard", "mustache": "Mustache", "smile": "Smiling",
          "mouth-open": "Mouth_Slightly_Open"}


def split_of(name):
    """70 % train, 15 % val, 15 % calibration, by the person's name."""
    share = int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 2**32
    return "train" if share < 0.7 else "val" if share < 0.85 else "calibration"


class Portrait:
    """A picture with its mesh and labels."""

    def __init__(self, pipeline, path, row):
        self.name = row["portrait"]
        self.split = split_of(self.name)
        self.male = row["gender"] == "male"
        self.picture = cv2.imread(path)
        self.mesh = pipeline.mesh(self.picture)
        keys = ["eyeglasses", "sunglasses", "beard", "mustache", "face_occluded", "smile"]
        self.labels = [int(row[key]) if row[key] else -1 for key in keys] + [-1]

    def has(self, label):
        return self.labels[LABELS.index(label)]


def changed(labels, **values):
    """A copy of labels with some replaced."""
    copy = list(labels)
    for name, value in values.items():
        copy[LABELS.index(name.replace("_", "-"))] = value
    return copy


def varied(rng, portrait, others):
    """Pictures made of a portrait: kind, picture, mesh, labels."""
    picture, mesh, labels = portrait.picture, portrait.mesh, portrait.labels
    for _ in range(4):
        yield "as it is", picture, mesh, labels
    bearded = [o for o in others if o.has("mustache") == 1]
    shaven = [o for o in others if o.has("mustache") == 0 and o.has("beard") == 0]
    for donors in (bearded, bearded, shaven):
        donor = donors[rng.integers(len(donors))]
        made = variations.transplant(picture, mesh, donor.picture, donor.mesh, "lower")
        if made is not None:
            known = changed(labels, beard=donor.has("beard"), mustache=donor.has("mustache"), smile=-1)
            if donors is bearded and not portrait.male:
                known = changed(known, beard=-1, mustache=-1)  # no photo shows that
            yield "lower face of another", made, mesh, known
    if portrait.has("eyeglasses") == 0:
        for worn in (1, 0):
            donors = [o for o in others if o.has("eyeglasses") == worn]
            donor = donors[rng.integers(len(donors))]
            made = variations.transplant(picture, mesh, donor.picture, donor.mesh, "eyes")
            if made is not None:
                yield "eyes of another", made, mesh, changed(labels, eyeglasses=worn)
        yield "glasses", variations.glasses(rng, picture, mesh, False), mesh, changed(labels, eyeglasses=1)
        for _ in range(2):
            dark = variations.glasses(rng, picture, mesh, True)
            yield "sunglasses", dark, mesh, changed(labels, eyeglasses=1, sunglasses=1, face_occluded=1)
    pictures = [other.picture for other in others]
    for _ in range(3):
        hidden = variations.occlude(rng, picture, mesh, pictures)
        yield "hidden", hidden, mesh, changed([-1] * len(LABELS), face_occluded=1)


def portrait_rows(pipeline, folder):
    with open(os.path.join(HERE, "labels.csv"), newline="") as file:
        rows = list(csv.DictReader(file))
    with ThreadPoolExecutor() as pool:
        paths = [os.path.join(folder, row["portrait"] + ".jpg") for row in rows]
        portraits = list(pool.map(lambda both: Portrait(pipeline, *both), zip(paths, rows)))
        return [r for made in pool.map(lambda p: list(portrait_variations(pipeline, p, portraits)), portraits) for r in made]


def portrait_variations(pipeline, portrait, portraits):
    seed = int(hashlib.sha256(portrait.name.encode()).hexdigest()[8:16], 16)
    rng = np.random.default_rng(seed)
    others = [other for other in portraits if other.split == portrait.split and other is not portrait]
    for kind, picture, mesh, labels in varied(rng, portrait, others):
        taken, moved = variations.camera(rng, picture, mesh)
        yield pipeline.features(taken, pipeline.refit(taken, moved)), labels, portrait.split, kind


def face_rows(pipeline, folder):
    with open(os.path.join(folder, "manifest.csv"), newline="") as file:
        rows = list(csv.DictReader(file))

    def one(row):
        picture = cv2.imread(os.path.join(folder, row["file"]))
        mesh = pipeline.mesh(picture)
        if mesh is None:
            return None
        labels = [int((int(row[CELEBA[n]]) == 1) != (n == "beard")) if n in CELEBA else -1 for n in LABELS]
        return pipeline.features(picture, mesh), labels, row["split"], "as it is"

    with ThreadPoolExecutor() as pool:
        return [made for made in pool.map(one, rows) if made is not None]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["portraits", "faces"])
    parser.add_argument("folder")
    parser.add_argument("-o", "--output", required=True)
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    rows = (portrait_rows if arguments.what == "portraits" else face_rows)(Pipeline(), arguments.folder)
    features, labels, split, kind = zip(*rows)
    np.savez(arguments.output, features=np.array(features, np.float32), labels=np.array(labels, np.int8),
             split=np.array(split), kind=np.array(kind))
    print(len(rows), "rows")


if __name__ == "__main__":
    main()
