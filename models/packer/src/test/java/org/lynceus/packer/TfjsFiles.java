package org.lynceus.packer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Small TensorFlow.js models. */
final class TfjsFiles {
    private static final String MODEL = """
            {"format": "graph-model",
             "modelTopology": {"node": [
              {"name": "pixels", "op": "Placeholder", "attr": {"dtype": {"type": "DT_FLOAT"},
               "shape": {"shape": {"dim": [{"size": "-1"}, {"size": "8"}, {"size": "8"}, {"size": "3"}]}}}},
              {"name": "factors", "op": "Const", "attr": {"dtype": {"type": "DT_FLOAT"},
               "value": {"tensor": {"dtype": "DT_FLOAT", "tensorShape": {"dim": [{"size": "3"}]}}}}},
              {"name": "axes", "op": "Const", "attr": {"dtype": {"type": "DT_INT32"},
               "value": {"tensor": {"dtype": "DT_INT32", "tensorShape": {"dim": [{"size": "2"}]}}}}},
              {"name": "scaled", "op": "Mul", "input": ["pixels", "factors"], "attr": {"T": {"type": "DT_FLOAT"}}},
              {"name": "mean", "op": "Mean", "input": ["scaled", "axes"], "attr": {"keep_dims": {"b": false},
               "T": {"type": "DT_FLOAT"}, "Tidx": {"type": "DT_INT32"}}},
              {"name": "scores", "op": "Softmax", "input": ["mean"], "attr": {"T": {"type": "DT_FLOAT"}}}],
             "library": {}, "versions": {}},
             "weightsManifest": [{"paths": ["group1-shard1of2.bin", "group1-shard2of2.bin"], "weights": [
              {"name": "factors", "shape": [3], "dtype": "float32"},
              {"name": "axes", "shape": [2], "dtype": "int32"}]}]}
            """;

    private TfjsFiles() {}

    /** Writes a classifier of 8 x 8 pictures into a folder: softmax of ten times the mean red, green and blue. */
    static Path colours(Path folder) throws IOException {
        byte[] weights = ByteBuffer.allocate(20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(10)
                .putFloat(10)
                .putFloat(10)
                .putInt(1)
                .putInt(2)
                .array();
        Files.createDirectories(folder);
        Files.write(folder.resolve("group1-shard1of2.bin"), Arrays.copyOf(weights, 6));
        Files.write(folder.resolve("group1-shard2of2.bin"), Arrays.copyOfRange(weights, 6, 20));
        return Files.writeString(folder.resolve("model.json"), MODEL);
    }
}
