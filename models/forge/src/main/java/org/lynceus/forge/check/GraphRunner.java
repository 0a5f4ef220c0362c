package org.lynceus.forge.check;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lynceus.forge.ForgeException;

/** A graph with one float input, loaded into ONNX Runtime. Not thread-safe; whoever opens it closes it. */
public final class GraphRunner implements AutoCloseable {
    private final String label;
    private final OrtEnvironment environment;
    private final OrtSession session;

    /**
     * Loads a graph.
     *
     * @param label the beginning of messages
     * @param graph the bytes of the ONNX file
     * @param threads threads inside one run
     * @throws ForgeException when ONNX Runtime refuses the graph
     */
    public GraphRunner(String label, byte[] graph, int threads) throws ForgeException {
        this.label = label;
        this.environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            // Slow but exact: products of 8-bit integers overflow on x86 processors without VNNI otherwise.
            options.addConfigEntry("session.x64quantprecision", "1");
            session = environment.createSession(graph, options);
        } catch (OrtException e) {
            throw new ForgeException(label + ": ONNX Runtime refuses the graph: " + e.getMessage(), e);
        }
    }

    /** The name of the only input. */
    public String input() throws ForgeException {
        if (session.getInputNames().size() != 1) {
            throw new ForgeException(label + ": one input is needed, the graph has " + session.getInputNames());
        }
        return session.getInputNames().iterator().next();
    }

    /** The shape of the only input, -1 where a dimension is free. */
    public List<Long> inputShape() throws ForgeException {
        try {
            return shape(session.getInputInfo().get(input()));
        } catch (OrtException e) {
            throw new ForgeException(label + ": the input has no declaration", e);
        }
    }

    /** The shapes of the outputs by name, in the order of the graph; -1 where a dimension is free. */
    public Map<String, List<Long>> outputs() throws ForgeException {
        try {
            Map<String, List<Long>> shapes = new LinkedHashMap<>();
            for (Map.Entry<String, NodeInfo> output : session.getOutputInfo().entrySet()) {
                shapes.put(output.getKey(), shape(output.getValue()));
            }
            return shapes;
        } catch (OrtException e) {
            throw new ForgeException(label + ": the outputs have no declaration", e);
        }
    }

    /**
     * The values of an output.
     *
     * @param shape its shape
     * @param values its values, row-major
     */
    public record Output(List<Long> shape, float[] values) {
        public Output {
            shape = List.copyOf(shape);
        }
    }

    /**
     * Runs the graph.
     *
     * @param values the input values, row-major
     * @param shape the shape of the input
     * @return the values of every output, row-major
     * @throws ForgeException when the run fails or an output is not of floats
     */
    public Map<String, float[]> run(float[] values, List<Long> shape) throws ForgeException {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        runShaped(values, shape).forEach((name, output) -> outputs.put(name, output.values()));
        return outputs;
    }

    /**
     * Runs the graph.
     *
     * @param values the input values, row-major
     * @param shape the shape of the input
     * @return every output with its shape
     * @throws ForgeException when the run fails or an output is not of floats
     */
    public Map<String, Output> runShaped(float[] values, List<Long> shape) throws ForgeException {
        long[] dims = shape.stream().mapToLong(Long::longValue).toArray();
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), dims);
                OrtSession.Result result = session.run(Map.of(input(), tensor))) {
            Map<String, Output> outputs = new LinkedHashMap<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                outputs.put(output.getKey(), floats(output.getKey(), output.getValue()));
            }
            return outputs;
        } catch (OrtException e) {
            throw new ForgeException(label + ": the run fails: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws ForgeException {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ForgeException(label + ": the session cannot be closed", e);
        }
    }

    private Output floats(String name, OnnxValue value) throws ForgeException {
        FloatBuffer buffer = value instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
        if (buffer == null) {
            throw new ForgeException(label + ": output '" + name + "' is not a tensor of floats");
        }
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        long[] dims = ((OnnxTensor) value).getInfo().getShape();
        return new Output(Arrays.stream(dims).boxed().toList(), values);
    }

    private List<Long> shape(NodeInfo node) throws ForgeException {
        if (!(node.getInfo() instanceof TensorInfo info)) {
            throw new ForgeException(label + ": '" + node.getName() + "' is not a tensor");
        }
        return Arrays.stream(info.getShape()).boxed().toList();
    }
}
