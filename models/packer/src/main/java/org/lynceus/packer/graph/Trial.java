package org.lynceus.packer.graph;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lynceus.forge.ForgeException;

/** A run of a graph in ONNX Runtime, to see what it gives. */
public final class Trial {
    private Trial() {}

    /**
     * Loads a graph and runs it once on noise.
     *
     * @param label the beginning of messages
     * @param graph the bytes of the ONNX file
     * @param input its input, of a given size
     * @param high the noise is from 0 to this
     * @return the outputs in the order of the graph
     * @throws ForgeException when ONNX Runtime refuses the graph, the run fails, or an output holds NaN
     */
    public static List<Output> run(String label, byte[] graph, PictureInput input, double high) throws ForgeException {
        Engine.start();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = open(label, environment, graph, options)) {
            long[] shape = input.shape().stream().mapToLong(Long::longValue).toArray();
            int size = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
            float[] noise = noise(size, high);
            try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(noise), shape);
                    OrtSession.Result result = session.run(Map.of(input.name(), tensor))) {
                List<Output> outputs = new ArrayList<>();
                for (Map.Entry<String, OnnxValue> value : result) {
                    outputs.add(output(label, value.getKey(), value.getValue()));
                }
                return outputs;
            }
        } catch (OrtException e) {
            throw new ForgeException(
                    label + ": the run for a picture of " + input.width() + "x" + input.height() + " fails: "
                            + Words.of(e),
                    e);
        }
    }

    private static OrtSession open(
            String label, OrtEnvironment environment, byte[] graph, OrtSession.SessionOptions options)
            throws ForgeException {
        try {
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return environment.createSession(graph, options);
        } catch (OrtException e) {
            throw new ForgeException(label + ": ONNX Runtime refuses the graph: " + Words.of(e), e);
        }
    }

    /** The same numbers every time. */
    private static float[] noise(int size, double high) {
        SplittableRandom random = new SplittableRandom(1);
        float[] noise = new float[size];
        for (int i = 0; i < size; i++) {
            noise[i] = (float) (high * random.nextDouble());
        }
        return noise;
    }

    private static Output output(String label, String name, OnnxValue value) throws ForgeException {
        FloatBuffer buffer = value instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
        if (buffer == null) {
            throw new ForgeException(label + ": output '" + name + "' is no tensor of floats");
        }
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        for (float one : values) {
            if (Float.isNaN(one)) {
                throw new ForgeException(
                        label + ": output '" + name + "' of a run on noise holds values that are no numbers (NaN)");
            }
        }
        long[] shape = ((OnnxTensor) value).getInfo().getShape();
        return new Output(name, Arrays.stream(shape).boxed().toList(), values);
    }
}
