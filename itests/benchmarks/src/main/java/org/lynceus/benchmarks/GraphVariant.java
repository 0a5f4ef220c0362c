package org.lynceus.benchmarks;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;

/** A graph in a session of some setting, with an input to run it on. Not thread-safe; whoever opens it closes it. */
final class GraphVariant implements AutoCloseable {
    private static final int WARM_UP = 3;
    private static final double ROUND_NANOS = 1e8;
    private static final int CHANNELS = 3;
    private static final int LINE_HEIGHT = 48;
    private static final int SIDE = 320;

    private final OrtSession session;
    private final OnnxTensor input;

    private GraphVariant(OrtSession session, OnnxTensor input) {
        this.session = session;
        this.input = input;
    }

    /**
     * How a graph is run.
     *
     * @param name heading of the column
     * @param threads of one run
     * @param fixedShape whether free axes are given their sizes in the graph
     * @param allOptimisations whether the optimiser may change layouts too
     */
    record Setting(String name, int threads, boolean fixedShape, boolean allOptimisations) {}

    /**
     * Opens a graph and runs it a few times.
     *
     * @param onnx the graph
     * @param shape of its input, -1 where free: one picture of 320 columns (and rows) is taken then
     */
    static GraphVariant open(byte[] onnx, long[] shape, Setting setting) {
        long[] filled = filled(shape);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(setting.threads());
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setMemoryPatternOptimization(false);
            options.setOptimizationLevel(
                    setting.allOptimisations()
                            ? OrtSession.SessionOptions.OptLevel.ALL_OPT
                            : OrtSession.SessionOptions.OptLevel.BASIC_OPT);
            byte[] graph = setting.fixedShape() ? fixed(onnx, filled) : onnx;
            GraphVariant variant =
                    new GraphVariant(environment.createSession(graph, options), tensor(environment, filled));
            for (int i = 0; i < WARM_UP; i++) {
                variant.call();
            }
            return variant;
        } catch (OrtException | InvalidProtocolBufferException e) {
            throw new IllegalStateException("a graph cannot be opened", e);
        }
    }

    /** Runs the graph for a tenth of a second, at least once, and tells the mean duration of a call in milliseconds. */
    double millisPerCall() throws OrtException {
        long begun = System.nanoTime();
        int calls = 0;
        do {
            call();
            calls++;
        } while (System.nanoTime() - begun < ROUND_NANOS);
        return (System.nanoTime() - begun) / 1e6 / calls;
    }

    @Override
    public void close() {
        input.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a session cannot be closed", e);
        }
    }

    private void call() throws OrtException {
        session.run(Map.of(session.getInputNames().iterator().next(), input)).close();
    }

    private static OnnxTensor tensor(OrtEnvironment environment, long[] shape) throws OrtException {
        int size = Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact));
        FloatBuffer values = ByteBuffer.allocateDirect(size * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < size; i++) {
            values.put(i, (i * 2654435761L & 0xffffffffL) / 4294967296f);
        }
        return OnnxTensor.createTensor(environment, values, shape);
    }

    private static long[] filled(long[] shape) {
        long[] filled = Arrays.copyOf(shape, shape.length);
        filled[0] = Math.max(1, filled[0]);
        for (int axis = 1; axis < filled.length; axis++) {
            if (filled[axis] < 0) {
                filled[axis] = axis == 1 ? CHANNELS : filled[1] == LINE_HEIGHT ? LINE_HEIGHT : SIDE;
            }
        }
        return filled;
    }

    private static byte[] fixed(byte[] onnx, long[] shape) throws InvalidProtocolBufferException {
        ModelProto.Builder model = ModelProto.parseFrom(onnx).toBuilder();
        TensorShapeProto.Builder dimensions = model.getGraphBuilder()
                .getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder();
        for (int axis = 0; axis < shape.length; axis++) {
            dimensions.getDimBuilder(axis).clear().setDimValue(shape[axis]);
        }
        model.getGraphBuilder()
                .getOutputBuilderList()
                .forEach(
                        output -> output.getTypeBuilder().getTensorTypeBuilder().clearShape());
        return model.build().toByteArray();
    }
}
