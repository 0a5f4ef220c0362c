package org.lynceus.inference.internal;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.onnxruntime.engine.OrtNDManager;
import ai.djl.onnxruntime.engine.OrtSymbolBlock;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.lynceus.model.api.GraphInfo;

/** One graph in ONNX Runtime, as a DJL model. Thread-safe: lanes share it. */
final class GraphSession implements AutoCloseable {
    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final Zeros ZEROS = new Zeros();

    private final GraphSpec spec;
    private final ai.djl.Model model;
    /** The session until it is warm; afterwards only the model has it, and lets it go when closed. */
    private final AtomicReference<OrtSession> cold;

    private final AtomicBoolean closed = new AtomicBoolean();

    private GraphSession(GraphSpec spec, ai.djl.Model model, OrtSession session) {
        this.spec = spec;
        this.model = model;
        this.cold = new AtomicReference<>(session);
        OPEN.incrementAndGet();
    }

    /** Sessions that are open in this process. */
    static int open() {
        return OPEN.get();
    }

    /**
     * Opens a session.
     *
     * @param name for messages of the runtime
     * @param onnx the graph's file, in direct memory that is needed only until this returns
     * @throws OrtException when the runtime does not take the graph
     * @throws IllegalArgumentException when the graph is not what its description says
     */
    static GraphSession open(String name, GraphSpec spec, ByteBuffer onnx, int threads) throws OrtException {
        ai.djl.Model model = DjlEngine.newModel(name);
        try (OrtSession.SessionOptions options = options(name, threads)) {
            OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx, options);
            model.setBlock(new OrtSymbolBlock(session, (OrtNDManager) model.getNDManager()));
            check(spec, session);
            return new GraphSession(spec, model, session);
        } catch (OrtException | RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static OrtSession.SessionOptions options(String name, int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setLoggerId(name);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setInterOpNumThreads(1);
        options.setIntraOpNumThreads(threads);
        // Threads that spin between operators starve everybody else on a busy machine.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.x64quantprecision", IntegerProducts.precision());
        // Planned memory is faster by nothing measurable, and is kept for each run at the same time on top of the
        // arena.
        options.setMemoryPatternOptimization(false);
        return options;
    }

    private static void check(GraphSpec spec, OrtSession session) throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        if (inputs.size() != 1) {
            throw new IllegalArgumentException("one input is supported, not " + inputs.keySet());
        }
        NodeInfo input = inputs.values().iterator().next();
        if (spec.input().isPresent() && !inputs.containsKey(spec.input().get())) {
            throw new IllegalArgumentException(
                    "the input is " + input.getName() + ", not " + spec.input().get());
        }
        if (!(input.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw new IllegalArgumentException("the input is not a tensor of floats");
        }
        long[] declared = spec.info().shape(1);
        long[] shape = tensor.getShape();
        boolean fits = shape.length == declared.length;
        for (int axis = 0; fits && axis < shape.length; axis++) {
            fits = shape[axis] < 0 || axis == 0 || shape[axis] == declared[axis];
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "the input's shape is " + Arrays.toString(shape) + ", not " + Arrays.toString(declared));
        }
        for (String output : spec.outputs()) {
            if (!session.getOutputNames().contains(output)) {
                throw new IllegalArgumentException("there is no output " + output + " in " + session.getOutputNames());
            }
        }
    }

    GraphInfo info() {
        return spec.info();
    }

    ai.djl.Model model() {
        return model;
    }

    /**
     * Runs the graph once on zeros, so that its first caller need not wait for what is made at the first run, and gives
     * back the memory that the run took: many models are there that nobody asks.
     *
     * @param dimensions of the input
     * @param check gets the outputs
     * @throws OrtException when the graph does not run
     * @throws IllegalStateException when it is warm already
     */
    void warm(long[] dimensions, Consumer<NDList> check) throws OrtException {
        OrtSession session = cold.getAndSet(null);
        if (session == null) {
            throw new IllegalStateException("graph " + info().name() + " is warm already");
        }
        FloatBuffer zeros = ZEROS.lend(Math.toIntExact(new Shape(dimensions).size()));
        String input = session.getInputNames().iterator().next();
        try (OrtSession.RunOptions options = new OrtSession.RunOptions();
                OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), zeros, dimensions);
                NDManager manager = model.getNDManager().newSubManager()) {
            options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
            NDList outputs = new NDList();
            try (OrtSession.Result result = session.run(Map.of(input, tensor), options)) {
                for (Map.Entry<String, OnnxValue> output : result) {
                    outputs.add(RuntimeOutput.copy(output.getKey(), output.getValue(), manager));
                }
            }
            check.accept(inOrder(outputs));
        }
    }

    /** The outputs in the order that the model's description gives. */
    NDList inOrder(NDList outputs) {
        List<String> names = spec.outputs();
        if (names.isEmpty()) {
            return outputs;
        }
        NDList ordered = new NDList(names.size());
        names.forEach(name -> ordered.add(outputs.get(name)));
        return ordered;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            model.close();
            OPEN.decrementAndGet();
        }
    }
}
