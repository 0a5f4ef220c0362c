package org.lynceus.itests;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.lite.schema.BufferT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorCodeT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptionsT;
import org.tensorflow.lite.schema.ReshapeOptionsT;
import org.tensorflow.lite.schema.SoftmaxOptionsT;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;

/** Weight files as users have them: small, and of colours, so that it is known what they must find. */
final class OwnModels {
    /** Side of the input of the detectors, in pixels. */
    static final int DETECTOR_SIDE = 96;

    /** Numbers of a vector of {@link #arcFace()}: the mean colours of four by four tiles of the aligned face. */
    static final int EMBEDDING = 48;

    private static final int FACE_SIDE = 112;
    private static final int TILE = 28;

    private OwnModels() {}

    /**
     * A YOLOX export, [1,N,5+2] of raw offsets: a red thing fills a cell of the grid of stride 32, a blue one a cell of the
     * grid of stride 16. Takes 0–255, blue first.
     */
    static byte[] yolox() {
        OnnxFile file = new OnnxFile()
                .input("images", 1, 3, DETECTOR_SIDE, DETECTOR_SIDE)
                .numbers("none", List.of(), 0)
                .numbers("one", List.of(), 1)
                .numbers("bias", List.of(7L), 0.5f, 0.5f, 0, 0, 1, 0, 0)
                .shape("rows", 1L, 7L, -1L);
        for (long stride : List.of(8L, 16L, 32L)) {
            String at = "." + stride;
            float[] weights = new float[7 * 3];
            if (stride == 32) {
                System.arraycopy(excess(2), 0, weights, 5 * 3, 3);
            } else if (stride == 16) {
                System.arraycopy(excess(0), 0, weights, 6 * 3, 3);
            }
            file.numbers("weights" + at, List.of(7L, 3L, 1L, 1L), weights)
                    .means("means" + at, "images", stride)
                    .node("Conv", "values" + at, List.of("means" + at, "weights" + at, "bias"))
                    .node("Clip", "clipped" + at, List.of("values" + at, "none", "one"))
                    .node("Reshape", "columns" + at, List.of("clipped" + at, "rows"))
                    .node("Transpose", "rows" + at, List.of("columns" + at), OnnxFile.numbers("perm", 0L, 2L, 1L));
        }
        long cells = 12 * 12 + 6 * 6 + 3 * 3;
        return file.node("Concat", "output", List.of("rows.8", "rows.16", "rows.32"), OnnxFile.number("axis", 1))
                .output("output", 1, cells, 7)
                .bytes();
    }

    /**
     * A DETR export without a class for nothing: nine queries, one for each third of the picture's width and height; logits
     * for red and green. Takes 0–1, red first.
     */
    static byte[] detr() {
        float[] boxes = new float[9 * 4];
        for (int query = 0; query < 9; query++) {
            boxes[4 * query] = (query % 3 + 0.5f) / 3;
            boxes[4 * query + 1] = (query / 3 + 0.5f) / 3;
            boxes[4 * query + 2] = 1 / 3f;
            boxes[4 * query + 3] = 1 / 3f;
        }
        return new OnnxFile()
                .input("images", 1, 3, DETECTOR_SIDE, DETECTOR_SIDE)
                .numbers("weights", List.of(2L, 3L, 1L, 1L), 20, -20, -20, -20, 20, -20)
                .numbers("bias", List.of(2L), -10, -10)
                .numbers("places", List.of(1L, 9L, 4L), boxes)
                .numbers("nothing", List.of(1L), 0)
                .shape("columns", 1L, 2L, 9L)
                .shape("scalar", 1L, 1L, 1L)
                .means("means", "images", DETECTOR_SIDE / 3)
                .node("Conv", "values", List.of("means", "weights", "bias"))
                .node("Reshape", "classes", List.of("values", "columns"))
                .node("Transpose", "logits", List.of("classes"), OnnxFile.numbers("perm", 0L, 2L, 1L))
                .node("GlobalAveragePool", "mean", List.of("values"))
                .node("ReduceMean", "single", List.of("mean"), OnnxFile.numbers("axes", 1L))
                .node("Reshape", "grey", List.of("single", "scalar"))
                .node("Mul", "zero", List.of("grey", "nothing"))
                .node("Add", "pred_boxes", List.of("places", "zero"))
                .output("logits", 1, 9, 2)
                .output("pred_boxes", 1, 9, 4)
                .bytes();
    }

    /** An ArcFace export: [n,48], the mean values of tiles of 28 pixels. */
    static byte[] arcFace() {
        return new OnnxFile()
                .input("input", -1, 3, FACE_SIDE, FACE_SIDE)
                .means("means", "input", TILE)
                .node("Flatten", "embedding", List.of("means"), OnnxFile.number("axis", 1))
                .output("embedding", -1, EMBEDDING)
                .bytes();
    }

    /** An image tower: its vector is the mean colour, as normalised. */
    static byte[] imageTower() {
        return new OnnxFile()
                .input("pixel_values", 1, 3, 64, 64)
                .node("GlobalAveragePool", "mean", List.of("pixel_values"))
                .node("Flatten", "image_embeds", List.of("mean"), OnnxFile.number("axis", 1))
                .output("image_embeds", 1, 3)
                .bytes();
    }

    /** Vectors of labels, as NumPy saves them. */
    static byte[] labelVectors(float[]... vectors) {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + vectors.length + ", "
                + vectors[0].length + "), }";
        header += " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + vectors.length * vectors[0].length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        file.putShort((short) header.length());
        header.chars().forEach(letter -> file.put((byte) letter));
        for (float[] vector : vectors) {
            for (float number : vector) {
                file.putFloat(number);
            }
        }
        return file.array();
    }

    /** A TensorFlow Lite classifier of red, green and blue: mean, a fully connected layer, softmax. Takes −1–1. */
    static byte[] tfliteClassifier() {
        SubGraphT graph = new SubGraphT();
        graph.setName("classifier");
        graph.setTensors(new TensorT[] {
            tensor("picture", TensorType.FLOAT32, 0, 1, 32, 32, 3),
            tensor("mean", TensorType.FLOAT32, 0, 1, 1, 1, 3),
            tensor("axes", TensorType.INT32, 1, 2),
            tensor("flat", TensorType.FLOAT32, 0, 1, 3),
            tensor("weights", TensorType.FLOAT32, 2, 3, 3),
            tensor("bias", TensorType.FLOAT32, 3, 3),
            tensor("logits", TensorType.FLOAT32, 0, 1, 3),
            tensor("probabilities", TensorType.FLOAT32, 0, 1, 3)
        });
        graph.setInputs(new int[] {0});
        graph.setOutputs(new int[] {7});
        Pool2DOptionsT pool = new Pool2DOptionsT();
        pool.setPadding(Padding.VALID);
        pool.setFilterHeight(32);
        pool.setFilterWidth(32);
        pool.setStrideH(32);
        pool.setStrideW(32);
        ReshapeOptionsT reshape = new ReshapeOptionsT();
        reshape.setNewShape(new int[] {1, 3});
        SoftmaxOptionsT softmax = new SoftmaxOptionsT();
        softmax.setBeta(1);
        graph.setOperators(new OperatorT[] {
            operator(0, BuiltinOptions.Pool2DOptions, pool, 1, 0),
            operator(1, BuiltinOptions.ReshapeOptions, reshape, 3, 1, 2),
            operator(2, BuiltinOptions.FullyConnectedOptions, new FullyConnectedOptionsT(), 6, 3, 4, 5),
            operator(3, BuiltinOptions.SoftmaxOptions, softmax, 7, 6)
        });
        ModelT model = new ModelT();
        model.setVersion(3);
        model.setOperatorCodes(new OperatorCodeT[] {
            code(BuiltinOperator.AVERAGE_POOL_2D),
            code(BuiltinOperator.RESHAPE),
            code(BuiltinOperator.FULLY_CONNECTED),
            code(BuiltinOperator.SOFTMAX)
        });
        model.setSubgraphs(new SubGraphT[] {graph});
        model.setBuffers(new BufferT[] {
            new BufferT(),
            buffer(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(1)
                    .putInt(3)),
            buffer(floats(4, -4, -4, -4, 4, -4, -4, -4, 4)),
            buffer(floats(0, 0, 0))
        });
        FlatBufferBuilder builder = new FlatBufferBuilder(4096);
        Model.finishModelBuffer(builder, Model.pack(builder, model));
        return builder.sizedByteArray();
    }

    /** How much of a colour is there that is no other colour: of 0–255 to 0–1. */
    private static float[] excess(int channel) {
        float[] weights = new float[3];
        Arrays.fill(weights, -1 / 255f);
        weights[channel] = 1 / 255f;
        return weights;
    }

    private static TensorT tensor(String name, byte type, long buffer, int... shape) {
        TensorT tensor = new TensorT();
        tensor.setName(name);
        tensor.setType(type);
        tensor.setBuffer(buffer);
        tensor.setShape(shape);
        return tensor;
    }

    private static OperatorT operator(int code, byte kind, Object options, int output, int... inputs) {
        BuiltinOptionsUnion union = new BuiltinOptionsUnion();
        union.setType(kind);
        union.setValue(options);
        OperatorT operator = new OperatorT();
        operator.setOpcodeIndex(code);
        operator.setBuiltinOptions(union);
        operator.setInputs(inputs);
        operator.setOutputs(new int[] {output});
        return operator;
    }

    private static OperatorCodeT code(int builtin) {
        OperatorCodeT code = new OperatorCodeT();
        code.setBuiltinCode(builtin);
        code.setDeprecatedBuiltinCode((byte) builtin);
        code.setVersion(1);
        return code;
    }

    private static ByteBuffer floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes;
    }

    private static BufferT buffer(ByteBuffer content) {
        BufferT buffer = new BufferT();
        int[] data = new int[content.capacity()];
        for (int i = 0; i < data.length; i++) {
            data[i] = content.get(i) & 0xFF;
        }
        buffer.setData(data);
        return buffer;
    }
}
