"""From a picture to the feature row of its face, with the models of the built bundles.

Does in Python what the server does in Java: largest central face, two mesh passes, upright square crop, one run of the
age and gender model, whose intermediate results are the features.
"""

import glob
import os
import zipfile

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import cv2
import numpy as np
import onnxruntime

MODELS = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))

#: Side of the crop of the age and gender model in longer sides of the mesh.
CROP_SCALE = 1.4
CROP_SIZE = 224
MESH_SCALE = 1.5
MESH_SIZE = 192

POOLED = 1024
BANDS = 6
CHANNELS = 512
FEATURES = POOLED + BANDS * CHANNELS

OUTER_LEFT, OUTER_RIGHT = 33, 263


def session(model, graph):
    """Opens a graph of a built model bundle."""
    jars = glob.glob(os.path.join(MODELS, "org.lynceus.model." + model, "target", "org.lynceus.model.*.jar"))
    if len(jars) != 1:
        raise SystemExit("build the model bundles first: no jar of " + model)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    with zipfile.ZipFile(jars[0]) as jar:
        return onnxruntime.InferenceSession(jar.read(graph), options, providers=["CPUExecutionProvider"])


def square(picture, centre, side, angle, size, border):
    """Cuts out a turned square; gives it and the 2x3 matrix from the picture to it."""
    scale = size / side
    c, s = np.cos(angle) * scale, np.sin(angle) * scale
    matrix = np.array(
        [
            [c, s, size / 2 - c * centre[0] - s * centre[1]],
            [-s, c, size / 2 + s * centre[0] - c * centre[1]],
        ]
    )
    return cv2.warpAffine(picture, matrix, (size, size), flags=cv2.INTER_LINEAR, borderMode=border), matrix


def around(mesh, scale):
    """Centre, side and angle of the upright square around a mesh."""
    angle = np.arctan2(*(mesh[OUTER_RIGHT] - mesh[OUTER_LEFT])[1::-1])
    c, s = np.cos(angle), np.sin(angle)
    upright = mesh @ np.array([[c, -s], [s, c]])
    low, high = upright.min(0), upright.max(0)
    x, y = (low + high) / 2
    return (x * c - y * s, x * s + y * c), scale * max(high - low), angle


def bands(features):
    """Means over six pairs of rows of the middle columns of a [14, 14, 512] map, as one row."""
    middle = features[2:14, 4:10]
    return middle.reshape(BANDS, 2, 6, CHANNELS).mean((1, 2)).ravel()


class Pipeline:
    """The models. Thread-safe."""

    def __init__(self):
        self.detect = [session("ultraface", "detect-%s.onnx" % size) for size in ("320x240", "640x480")]
        self.fit = session("facemesh", "mesh.onnx")
        self.describe = session("faceres", "describe.onnx")
        self.outputs = [output.name for output in self.describe.get_outputs()]

    def mesh(self, picture):
        """The 468 points of the face nearest the middle, or None."""
        box = self._box(picture)
        if box is None:
            return None
        centre = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        first = self._mesh(picture, centre, MESH_SCALE * max(box[2] - box[0], box[3] - box[1]), 0)
        return self.refit(picture, first)

    def refit(self, picture, mesh):
        """Fits the mesh anew, starting from one that nearly fits."""
        return self._mesh(picture, *around(mesh, MESH_SCALE))

    def features(self, picture, mesh):
        """The feature row, [4096]."""
        centre, side, angle = around(mesh, 1)
        crop, _ = square(picture, centre, CROP_SCALE * side, angle, CROP_SIZE, cv2.BORDER_REPLICATE)
        values = self.describe.run(
            None, {self.describe.get_inputs()[0].name: crop[None, :, :, ::-1].astype(np.float32)}
        )
        output = dict(zip(self.outputs, values))
        return np.concatenate(
            [output["global_pooling/Mean"].ravel(), bands(output["conv_pw_11_relu/clip_by_value"][0])]
        )

    def _box(self, picture):
        height, width = picture.shape[:2]
        best, nearest = None, np.inf
        for graph in self.detect:
            _, _, rows, columns = graph.get_inputs()[0].shape
            small = cv2.resize(picture, (columns, rows))[:, :, ::-1].astype(np.float32)
            values = graph.run(None, {graph.get_inputs()[0].name: ((small - 127) / 128).transpose(2, 0, 1)[None]})
            scores = next(v for v in values if v.shape[-1] == 2)[0, :, 1]
            boxes = next(v for v in values if v.shape[-1] == 4)[0] * [width, height, width, height]
            for score, box in zip(scores[scores > 0.6], boxes[scores > 0.6]):
                away = np.hypot((box[0] + box[2]) / 2 - width / 2, (box[1] + box[3]) / 2 - height / 2)
                away -= score * max(box[2] - box[0], box[3] - box[1])
                if away < nearest:
                    best, nearest = box, away
        return best

    def _mesh(self, picture, centre, side, angle):
        crop, matrix = square(picture, centre, side, angle, MESH_SIZE, cv2.BORDER_CONSTANT)
        values = self.fit.run(
            None, {self.fit.get_inputs()[0].name: crop[None, :, :, ::-1].astype(np.float32) / 255}
        )
        points = next(v for v in values if v.size == 3 * 468).reshape(468, 3)[:, :2]
        back = cv2.invertAffineTransform(matrix)
        return points @ back[:, :2].T + back[:, 2]
