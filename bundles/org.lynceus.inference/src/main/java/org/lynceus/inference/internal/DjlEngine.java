package org.lynceus.inference.internal;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.onnxruntime.engine.OrtEngineProvider;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DJL's engine over ONNX Runtime, started once for the life of this bundle.
 *
 * <p>DJL has to create the runtime's environment itself, and finds its parts with the thread's context class loader.
 * Without the two system properties it would report its use and look for newer files over the network. The runtime's native
 * library reports its use too, unless the process was started with the environment variable
 * {@code ORT_DISABLE_TELEMETRY=1}; nothing that can be done later prevents its first message.
 */
final class DjlEngine {
    private static final String NAME = "OnnxRuntime";
    private static final String SILENCE = "ORT_DISABLE_TELEMETRY";
    private static final Logger LOG = LoggerFactory.getLogger(DjlEngine.class);

    private DjlEngine() {}

    /** Makes an empty model on the processor. */
    static ai.djl.Model newModel(String name) {
        return Holder.ENGINE.newModel(name, Device.cpu());
    }

    private static final class Holder {
        static final Engine ENGINE = start();

        private static Engine start() {
            System.setProperty("OPT_OUT_TRACKING", "true");
            System.setProperty("ai.djl.offline", "true");
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(DjlEngine.class.getClassLoader());
            try {
                Engine.registerEngine(new OrtEngineProvider());
                Engine engine = Engine.getEngine(NAME);
                engine.newBaseManager(Device.cpu()).close();
                silence();
                return engine;
            } finally {
                thread.setContextClassLoader(before);
            }
        }

        private static void silence() {
            if (!"1".equals(System.getenv(SILENCE))) {
                LOG.warn("ONNX Runtime may report its use over the network: start the process with {}=1", SILENCE);
            }
            try {
                OrtEnvironment.getEnvironment().setTelemetry(false);
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime does not stop reporting its use", e);
            }
        }
    }
}
